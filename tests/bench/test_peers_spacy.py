"""The peers on a spaCy parse: what they find where they are installed, and what they say where they are not."""

import sys

import pytest

from overtone.bench import peers_spacy
from overtone.bench.peers_spacy import NOT_INSTALLED, Reads, clauses, textacy_by_line, textacy_whole
from overtone.records import Span

QUOTED = '"We will not sign this paper at all," Lavrov said on Monday.'


def installed(made: Reads | str) -> Reads:
    if isinstance(made, str):
        pytest.skip(made)
    return made


def contents(reads: Reads, text: str) -> list[tuple[str, str]]:
    def words(spans: tuple[Span, ...]) -> str:
        return " … ".join(text[s.start : s.stop] for s in spans)

    return [(words(one.source), words(one.content)) for one in reads(text, "en")]


@pytest.mark.filterwarnings("ignore")
def test_textacy_gives_up_on_a_lone_mark_and_by_line_on_its_line_only() -> None:
    whole, lines = installed(textacy_whole()), installed(textacy_by_line())
    text = f'{QUOTED}\nA lone " mark.'
    assert [source for source, _ in contents(whole, QUOTED)] == ["Lavrov"]
    assert contents(whole, text) == []
    assert contents(lines, text) == contents(whole, QUOTED)


@pytest.mark.filterwarnings("ignore")
def test_a_clause_belongs_to_the_subject_of_its_verb_and_a_quotation_to_the_verb_beside_it() -> None:
    reads = installed(clauses())
    assert contents(reads, "The Kremlin said that talks would go on.") == [("The Kremlin", "that talks would go on")]
    assert contents(reads, QUOTED) == [("Lavrov", '"We will not sign this paper at all,"')]
    assert contents(reads, "According to the Kremlin, talks go on.") == [("the Kremlin", "talks go on")]


def test_a_peer_that_is_not_installed_is_told_not_thrown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    assert peers_spacy.parser() == NOT_INSTALLED
    assert [make() for make in (textacy_whole, textacy_by_line, clauses)] == [NOT_INSTALLED] * 3
