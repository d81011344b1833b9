"""No sentence without its ground: what is refused, and what is not."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from overtone.errors import EvidenceError
from overtone.publish.proof import lost, prove, sentences
from overtone.records import Edition, Evidence, Exhibit, Finding, Sentence
from tests.publish.week41 import edition, empty_edition


def with_lead(change: Callable[[Sentence], Sentence]) -> Edition:
    """The edition with the first lead sentence of its English text changed."""
    whole = edition()
    text = whole.texts[0]
    section = text.sections[0]
    section = replace(section, lead=(change(section.lead[0]), *section.lead[1:]))
    return replace(whole, texts=(replace(text, sections=(section, *text.sections[1:])), *whole.texts[1:]))


def with_exhibit(change: Callable[[Exhibit], Exhibit]) -> Edition:
    """The edition with its first exhibit changed."""
    whole = edition()
    return replace(whole, exhibits=(change(whole.exhibits[0]), *whole.exhibits[1:]))


def test_a_whole_edition_and_an_empty_one_pass() -> None:
    prove(edition())
    prove(empty_edition())


CASES: dict[str, tuple[Callable[[], Edition], str]] = {
    "an observed sentence that rests on nothing": (
        lambda: with_lead(lambda s: replace(s, exhibits=(), signals=())),
        "rests on no evidence",
    ),
    "an unknown exhibit": (lambda: with_lead(lambda s: replace(s, exhibits=("nobody",))), "unknown exhibit nobody"),
    "an unknown signal": (lambda: with_lead(lambda s: replace(s, signals=("nobody",))), "unknown signal nobody"),
    "a shortened quote": (
        lambda: with_exhibit(lambda e: replace(e, quote="Основой")),
        "not as long as its offsets say",
    ),
    "an empty quote": (lambda: with_exhibit(lambda e: replace(e, quote="", stop=e.start)), "the quote is empty"),
    "more context than the document has": (
        lambda: with_exhibit(lambda e: replace(e, before="x" * 9999)),
        "more text stands before",
    ),
    "a digest that is none": (lambda: with_exhibit(lambda e: replace(e, text_sha256="abc")), "not a SHA-256"),
    "an id that leads elsewhere": (
        lambda: with_exhibit(lambda e: replace(e, id="../../index")),
        "cannot be part of an address",
    ),
    "quoted words that stand in no evidence": (
        lambda: with_lead(lambda s: replace(s, quotes=((0, 5, "en"),))),
        "stands in no evidence of it",
    ),
    "no language": (lambda: replace(edition(), texts=()), "no text in any language"),
    "one language twice": (lambda: replace(edition(), texts=(edition().texts[0],) * 2), "stands twice"),
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_refused(name: str) -> None:
    make, says = CASES[name]
    with pytest.raises(EvidenceError, match=says):
        prove(make())


def test_one_document_cannot_read_two_ways() -> None:
    whole = edition()
    first = whole.exhibits[0]
    other = replace(first, id="other", quote=first.quote[:-5] + "иная.", before=first.before)
    with pytest.raises(EvidenceError, match="reads differently"):
        prove(replace(whole, exhibits=(*whole.exhibits, other)))
    with pytest.raises(EvidenceError, match="two digests"):
        prove(replace(whole, exhibits=(*whole.exhibits, replace(first, id="other", text_sha256="0" * 64))))


def test_two_windows_on_one_document_agree() -> None:
    whole = edition()
    first = whole.exhibits[0]
    cut = len(first.before) - 10
    other = replace(first, id="other", before=first.before[cut:])
    prove(replace(whole, exhibits=(*whole.exhibits, other)))


def test_a_limit_needs_no_evidence() -> None:
    prove(with_lead(lambda s: replace(s, exhibits=(), signals=(), mark="limit")))


def test_every_objection_is_listed_with_its_words() -> None:
    bare = with_lead(lambda s: replace(s, exhibits=("a", "b"), words="Grounded on air."))
    with pytest.raises(EvidenceError) as refusal:
        prove(bare)
    assert refusal.value.exit_code == 6
    assert "2 objections" in str(refusal.value)
    assert "Grounded on air." in str(refusal.value)


def test_sentences_come_in_the_order_of_the_page() -> None:
    text = edition().texts[0]
    words = [s.words for s in sentences(text)]
    assert words[0].startswith("A joint grouping")
    assert words[1].startswith("Closer")
    assert words[-1].startswith("Telephone calls")


def test_a_sentence_that_lost_any_one_of_its_supports_is_seen() -> None:
    evidence = (Evidence(document="d", start=0, stop=5), Evidence(document="d", start=9, stop=12, row="r"))
    finding = Finding(key="k", slots=(), evidence=evidence)
    places = {"one": ("d", 0), "two": ("d", 9)}
    whole = Sentence(id=finding.id, words="W.", mark="observed", exhibits=("one", "two"), signals=())
    assert lost(whole, finding, places) == ()
    assert lost(replace(whole, exhibits=("one",)), finding, places) == ("d:9",)
    assert lost(replace(whole, exhibits=()), finding, places) == ("d:0", "d:9")
