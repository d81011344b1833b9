"""The source of an attribution laid out: its head part, its words, the names in it, and what stands beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from overtone.read.gazetteer import gazetteer
from overtone.read.resolution.offices import holds
from overtone.read.resolution.scene import Scene, within
from overtone.read.resolution.subjects import WORD, is_oblique, is_owner
from overtone.records import Mention

BREAK = re.compile(r"[,;:(«“\"]|\s-\s")
UNDER = frozenset({"spokesman", "aide", "ambassador", "speaker", "lawmaker", "head", "chair", "secretary", "staff"})
REACH = 48  # letters looked at on either side


@dataclass
class Phrase:
    """A source: the span as given, and the part of it that names who speaks."""

    scene: Scene
    start: int
    stop: int
    sentence: tuple[int, int]
    aside: Sequence[tuple[int, int]] = ()  # the words reported, in which nobody is looked for

    @cached_property
    def chunks(self) -> list[tuple[int, int]]:
        """The source cut at commas, dashes and brackets: a name and its apposition stand apart."""
        cuts = [self.start, *(m.end() for m in BREAK.finditer(self.scene.text, self.start, self.stop)), self.stop]
        return [(a, b) for a, b in pairwise(cuts) if self.scene.text[a:b].strip()]

    @property
    def words(self) -> list[str]:
        """The words of the source in lower case."""
        return WORD.findall(self.scene.text[self.start : self.stop])

    @cached_property
    def people(self) -> list[Mention]:
        """Actors named in the source who are not only the owners of somebody or something."""
        for low, high in self.chunks:
            found = [m for m in within(self.scene.people, low, high) if not self.is_owned(m, low)]
            if found:
                return found
        return []

    def is_owned(self, mention: Mention, low: int) -> bool:
        """Whether a name only tells whose man or whose house speaks: "Putin's spokesman", «пресс-служба Лукашенко»."""
        scene = self.scene
        ahead = scene.text[max(low - REACH, self.sentence[0]) : mention.start]
        if is_owner(scene, mention) or self._after_owner_word(ahead):
            return True
        if not ahead.endswith(" "):
            return False
        if self._of_body(mention, ahead):
            return True
        title = [m for m in scene.wording.titles.finditer(ahead) if not ahead[m.end() :].strip()]
        if not title or scene.reporting.articles:
            return False
        kinds = scene.wording.title_kinds[title[-1][0]]
        if scene.wording.titles.match(scene.text, mention.start):
            return True
        return set(kinds) <= UNDER and not any(holds(scene.registry, mention.target, k, scene.day) for k in kinds)

    def _of_body(self, mention: Mention, ahead: str) -> bool:
        """Whether a body stands right before a name in the genitive, and no title before that body."""
        scene = self.scene
        body = next((m for m in scene.wording.bodies.finditer(ahead) if not ahead[m.end() :].strip()), None)
        if body is None or any(not ahead[m.end() : body.start()].strip() for m in _titles(scene, ahead, body.start())):
            return False
        words = WORD.findall(scene.text[mention.start : mention.stop])
        titled = scene.wording.titles.search(scene.text, mention.start, mention.stop) is not None
        return len(words) == 1 or titled or is_oblique(scene, mention)

    def _after_owner_word(self, ahead: str) -> bool:
        """Whether "of", "to" or "for" stands before a name and its title: "adviser to President X"."""
        owners = self.scene.wording.referring.owners
        if not owners:
            return False
        scene, words = self.scene, WORD.findall(ahead)
        states = {w for m in within(scene.places, self.start, self.stop) for w in scene.text[m.start : m.stop].split()}
        passed = set()
        while words and (words[-1] in scene.wording.title_kinds or words[-1] in scene.reporting.articles | states):
            passed.add(words.pop())
        if passed & states and not any(word in scene.wording.title_kinds for word in passed):
            return False  # "President of Belarus Alexander Lukashenko": the office is of the state
        titled = any(word in scene.wording.title_kinds or word in scene.wording.body_kinds for word in words[:-1])
        inside = scene.text.find(f" {words[-1]} ", self.start, self.stop) >= 0 if words else False
        return bool(words) and words[-1] in owners and inside and titled

    @cached_property
    def title(self) -> re.Match[str] | None:
        """The first title in the source that is not itself an owner: "the president's spokesman" is a spokesman."""
        for low, high in self.chunks:
            for found in self.scene.wording.titles.finditer(self.scene.text, low, high):
                if not self.scene.text.startswith(("'s ", "' "), found.end()):
                    return found
        return None

    @cached_property
    def strange_name(self) -> str:
        """The last capitalised word of the source that no name, title or body of the desk covers; empty for none."""
        scene, covered = self.scene, []
        for group in (scene.people, scene.bodies, scene.places):
            covered += [(m.start, m.stop) for m in within(group, self.start, self.stop)]
        for pattern in (scene.wording.titles, scene.wording.bodies, scene.towns):
            covered += [m.span() for m in pattern.finditer(scene.text, self.start, self.stop)]
        strange = ""
        for word in WORD.finditer(scene.folded, self.start, self.stop):
            place = word.start()
            lone = place == self.sentence[0] and not scene.folded[word.end() + 1 : word.end() + 2].isupper()
            if not word[0][0].isupper() or lone or any(a <= place < b for a, b in covered):
                continue
            before = self.before(place)
            if word[0] in gazetteer(scene.registry, scene.document.lang).place_words:
                continue
            if self._is_plain(word[0].lower()) or (not strange and before in scene.reporting.articles):
                continue
            strange = word[0].lower()
        return strange

    def _is_plain(self, word: str) -> bool:
        wording = self.scene.wording
        known = (wording.referring.articles, wording.referring.civil, wording.persons, wording.crowds, wording.papers)
        return any(word in group for group in (*known, wording.referring.lesser, wording.pronouns, wording.strangers))

    def state_beside(self, start: int, stop: int) -> str:
        """The state that a title or body at this place is of: before it, after "of", or by a town after it."""
        scene = self.scene
        low, high = max(self.sentence[0], min(start, self.start) - REACH), min(self.sentence[1], stop + REACH)
        for place in within(scene.places, low, high):
            if place.kind != "state" or not self.touches(place.start, place.stop, start, stop):
                continue
            if place.start < stop or scene.is_name(place):
                return place.target
        for town in scene.towns.finditer(scene.text, stop, high):
            between = scene.text[stop : town.start()].strip()
            if between in scene.wording.referring.inside:
                return scene.capitals[town[0]]
        return ""

    def touches(self, a: int, b: int, start: int, stop: int) -> bool:
        """Whether a name stands in a title's phrase: right before it, within it, right after it or after "of"."""
        text = self.scene.text
        if a >= start and b <= stop:
            return True
        if b <= start:
            between = text[b:start]
            if BREAK.search(between) or "." in between:
                return False
            words = WORD.findall(re.sub(r"^'s?(?!\w)", "", between))
            return len(words) <= 1 and not any(w in self.scene.wording.referring.lesser for w in words)
        between = text[stop:a]
        if BREAK.search(between):
            return False
        states = {w for m in within(self.scene.places, stop, a) for w in text[m.start : m.stop].split()}
        words = [w for w in WORD.findall(between) if w not in self.scene.reporting.articles | states]
        return words in ([], ["of"]) if self.scene.wording.referring.owners else not words

    @cached_property
    def site(self) -> bool:
        """Whether the source, or the words right before it, are somebody's site: «на сайте [президента]»."""
        scene = self.scene
        if scene.wording.sites & set(self.words):
            return True
        ahead = WORD.findall(scene.text[max(self.sentence[0], self.start - REACH) : self.start])[-2:]
        return scene.reporting.free_order and not scene.wording.sites.isdisjoint(ahead)

    @property
    def media(self) -> bool:
        """Whether the press speaks, which passes on what others say."""
        body = self.scene.wording.bodies.search(self.scene.text, self.start, self.stop)
        return body is None and not self.scene.reporting.media.isdisjoint(self.words)

    def before(self, place: int) -> str:
        """The word before a place in its sentence; empty where a stop or bracket stands between."""
        ahead = self.scene.text[max(self.sentence[0], place - REACH) : place]
        words = list(WORD.finditer(ahead))
        if not words or BREAK.search(ahead, words[-1].end()):
            return ""
        return words[-1][0]


def _titles(scene: Scene, ahead: str, stop: int) -> list[re.Match[str]]:
    return list(scene.wording.titles.finditer(ahead, 0, stop))
