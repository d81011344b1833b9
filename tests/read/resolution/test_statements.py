"""Statements made of attributions: spans, merging, unknown speakers, what they bring along."""

from dataclasses import replace

from overtone.read.names import read_names
from overtone.read.resolution.statements import explain_resolution, statements_of
from overtone.records import Span, Statement
from tests.read.resolution.drawn import desk, drawn, page


def read(text: str, lang: str = "en") -> tuple[str, tuple[Statement, ...]]:
    plain, attributions = drawn(text)
    document = page(lang, plain)
    return plain, statements_of(document, desk(), read_names(document, desk()), attributions)


def test_a_statement_is_the_sentence_with_its_report() -> None:
    plain, (one,) = read("It rained. [Vladimir Putin] said {the talks went on}. It stopped.")
    assert plain[one.start : one.stop] == "Vladimir Putin said the talks went on."
    assert (one.actor, one.office, one.speaker) == ("putin", "ru-president", "Vladimir Putin")
    assert (one.rule, one.stance, one.manner) == ("drawn@1+full-name@1", "affirmed", "indirect")
    assert [plain[s.start : s.stop] for s in one.content] == ["the talks went on"]


def test_one_speaker_in_one_sentence_makes_one_statement() -> None:
    _, found = read("[Vladimir Putin] said {yes} and [he] added {that it was late}.")
    assert [s.actor for s in found] == ["putin"]


def test_an_unknown_speaker_stays_a_mention() -> None:
    _, (one,) = read("[Analysts] said {no}.")
    assert (one.actor, one.office, one.speaker) == (None, None, "Analysts")


def test_words_that_fill_the_next_sentence_belong_to_the_statement() -> None:
    plain = "Vladimir Putin spoke. “It is late. We go home,” he said."
    _, (first,) = drawn("Vladimir Putin spoke. “It is late. We go home,” [he] said.")
    quoted = replace(first, content=(Span(start=22, stop=47),), manner="direct")
    document = page("en", plain)
    (one,) = statements_of(document, desk(), read_names(document, desk()), (quoted,))
    assert plain[one.start : one.stop] == plain[22:]
    assert (one.actor, one.manner) == ("putin", "direct")


def test_a_paper_that_passes_on_a_persons_words_makes_no_statement_of_its_own() -> None:
    plain, (outer, inner) = drawn("According to [the Russian readout], [Putin] called it wrong.")
    document = page("en", plain)
    outer = replace(outer, content=(Span(start=plain.index("Putin"), stop=len(plain)),))
    found = statements_of(document, desk(), read_names(document, desk()), (outer, inner))
    assert [s.actor for s in found] == ["putin"]


def test_two_who_speak_together_each_make_a_statement() -> None:
    _, found = read("[Vladimir Putin and Alexander Lukashenko] said {yes}.")
    assert {s.actor for s in found} == {"putin", "lukashenko"}


def test_headlines_and_pages_without_attributions_make_none() -> None:
    document = page("en", "It rained.", headline="Putin: it rains")
    _, (one,) = drawn("[Putin]: it rains")
    assert statements_of(document, desk(), (), ()) == ()
    assert statements_of(document, desk(), read_names(document, desk()), (one,)) == ()
    assert list(explain_resolution(document, desk(), (), ())) == []


def test_reading_twice_gives_the_same() -> None:
    assert read("[Vladimir Putin] said {yes}.") == read("[Vladimir Putin] said {yes}.")
