"""What an assessment of one week has before it, and the few questions every finding asks of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from overtone.language import LANGUAGES, language
from overtone.records import Document, Encounter, Evidence, Reading, Statement, Vote, Window
from overtone.registry import Registry

LONGEST_QUOTE = 320  # characters: a longer sentence is evidence, but not quoted in full
SHORTEST_QUOTE = 30


@dataclass(frozen=True, kw_only=True)
class Material:
    """One week of the ledger in memory: statements, documents, contacts of the year, votes, statements by theme."""

    window: Window
    registry: Registry
    statements: tuple[Statement, ...]  # said in the window
    themes: Mapping[str, frozenset[str]]  # theme id → ids of its statements
    documents: Mapping[str, Document]  # of statements, contacts and votes
    readings: tuple[Reading, ...]  # of the window's documents
    encounters: tuple[Encounter, ...]  # of the window's year, and what is announced in the window
    votes: tuple[Vote, ...]  # cast in the window

    @cached_property
    def positions(self) -> tuple[Statement, ...]:
        """Statements in which a known office-holder takes a position, in the order they were said."""
        held = [s for s in self.statements if s.act == "position" and s.actor is not None]
        return tuple(sorted(held, key=lambda s: (s.said_on, s.document, s.start)))

    @cached_property
    def pages(self) -> Mapping[str, Document]:
        """The documents of the week itself: published in it, or with words said or votes cast in it."""
        used = {s.document for s in self.statements} | {v.document for v in self.votes}
        return {
            key: page
            for key, page in self.documents.items()
            if key in used or self.window.start <= page.published_on < self.window.stop
        }

    def of_theme(self, theme: str) -> tuple[Statement, ...]:
        """The positions that belong to a theme."""
        wanted = self.themes.get(theme, frozenset())
        pairs = self.registry.themes[theme].pairs if theme in self.registry.themes else ()
        sides = frozenset(state for pair in pairs for state in pair)
        inside = (s for s in self.positions if s.id in wanted)
        return tuple(s for s in inside if not sides or self.state_of(s.actor or "") in (*sides, None))

    def touches_home(self, theme: str, statement: Statement, evidence: Evidence) -> bool:
        """Whether a sentence is the desk's own matter: said by one of its state, or naming the state or such a one."""
        home = self.registry.themes[theme].home if theme in self.registry.themes else ""
        if not home or self.state_of(statement.actor or "") == home:
            return True
        return any(
            (m.target == home or self.state_of(m.target) == home) and evidence.start <= m.start < evidence.stop
            for m in statement.mentions
        )

    def topics_of_theme(self, theme: str) -> frozenset[str]:
        """The topics that the facts put under a theme."""
        return frozenset(key for key, topic in self.registry.topics.items() if theme in topic.themes)

    def state_of(self, actor: str) -> str | None:
        """The state an actor holds office for."""
        known = self.registry.actors.get(actor)
        return known.state if known else None

    def themes_of_encounter(self, encounter: Encounter) -> frozenset[str]:
        """The themes of a contact: by the states of its parties, and by the bloc whose event it is."""
        states = {state for state in map(self.state_of, encounter.parties) if state}
        pairs = {frozenset(pair) for pair in combinations(sorted(states), 2)}
        found = {
            key for key, theme in self.registry.themes.items() if any(frozenset(pair) in pairs for pair in theme.pairs)
        }
        event = self.registry.events.get(encounter.event)
        topic = self.registry.topics.get(event.bloc or "") if event else None
        return frozenset(found | set(topic.themes if topic else ()))

    def sentence_with(
        self, statement: Statement, targets: frozenset[str], also: frozenset[str] = frozenset()
    ) -> Evidence | None:
        """The sentence of a statement that mentions most of `targets`, of quotable length where there is one.

        None where no sentence mentions any. Of equals the one that mentions more of `also`, then the longer is taken.
        """
        text = self.documents[statement.document].text
        tongue = language(statement.lang if statement.lang in LANGUAGES else LANGUAGES[0])
        best: tuple[tuple[bool, int, int], Evidence] | None = None
        for start, stop in tongue.sentences(text[statement.start : statement.stop]):
            first, last = statement.start + start, statement.start + stop
            named = {m.target for m in statement.mentions if first <= m.start < last}
            hits = named & targets
            rank = (SHORTEST_QUOTE <= last - first <= LONGEST_QUOTE, len(named & (targets | also)), last - first)
            if hits and (best is None or rank > best[0]):
                best = rank, Evidence(document=statement.document, start=first, stop=last, row=statement.id)
        return best[1] if best else None

    def words_of(self, evidence: Evidence) -> str:
        """The words a piece of evidence points at, byte for byte."""
        return self.documents[evidence.document].text[evidence.start : evidence.stop]


def sentence_around(text: str, lang: str, spot: int, first: int = 0, last: int | None = None) -> tuple[int, int]:
    """The sentence of `text[first:last]` that holds the character at `spot`; the whole stretch where none does."""
    end = len(text) if last is None else last
    tongue = language(lang if lang in LANGUAGES else LANGUAGES[0])
    for start, stop in tongue.sentences(text[first:end]):
        if first + start <= spot < first + stop:
            return first + start, first + stop
    return first, end


def whole(statement: Statement) -> Evidence:
    """A statement as evidence, from its first word to its last."""
    return Evidence(document=statement.document, start=statement.start, stop=statement.stop, row=statement.id)
