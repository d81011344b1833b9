"""Numbers of the evidence and the order of the lines."""

from dataclasses import replace
from datetime import timedelta

from overtone.publish.notes import SHOWN, Line, lay_out, runs
from overtone.records import content_id
from tests.publish.week41 import edition


def test_evidence_is_numbered_by_first_appearance() -> None:
    whole = edition()
    notes = lay_out(whole, whole.texts[0]).notes
    assert [number for number, _ in notes] == list(range(1, 9))
    assert [exhibit.id for _, exhibit in notes][:3] == [
        content_id("exhibit", k) for k in ("grouping", "vote", "stoltenberg")
    ]


def test_every_language_gives_the_same_numbers() -> None:
    whole = edition()
    first, *others = [[e.id for _, e in lay_out(whole, text).notes] for text in whole.texts]
    assert all(other == first for other in others)


def test_a_finding_that_stands_twice_has_two_anchors() -> None:
    whole = edition()
    text = whole.texts[0]
    section = replace(text.sections[0], body=text.sections[0].lead)
    lines = lay_out(whole, replace(text, sections=(section,))).passages[0]
    assert lines.paragraphs[0][0].anchor == lines.lead[0].anchor + "-2"


def test_a_limit_stands_in_a_paragraph_of_its_own() -> None:
    whole = edition()
    paragraphs = lay_out(whole, whole.texts[0]).passages[0].paragraphs
    assert [[line.limit for line in paragraph] for paragraph in paragraphs] == [[False, False], [True]]


def test_a_sentence_on_much_evidence_folds_the_rest() -> None:
    whole = edition()
    text = whole.texts[0]
    everything = tuple(exhibit.id for exhibit in whole.exhibits)
    lead = replace(text.sections[0].lead[0], exhibits=everything)
    section = replace(text.sections[0], lead=(lead,))
    line = lay_out(whole, replace(text, sections=(section,))).passages[0].lead[0]
    assert len(line.exhibits) == SHOWN
    assert len(line.exhibits) + len(line.folded) == len(everything)


def test_an_exhibit_knows_the_sentences_that_rest_on_it() -> None:
    whole = edition()
    resting = lay_out(whole, whole.texts[0]).resting[content_id("exhibit", "credit")]
    assert [line.words for line in resting] == [
        "A Russian loan to replace Western goods",
        "It is hard for Belarus to stand up to sanctions alone, Vladimir Makei admitted on 14 October.",
    ]


def quoting(words: str) -> Line:
    """The second English lead of the week, put in these words, which rest on a text in Belarusian."""
    whole = edition()
    text = whole.texts[0]
    lead = replace(text.sections[2].lead[0], words=words)
    section = replace(text.sections[2], lead=(lead,))
    return lay_out(whole, replace(text, sections=(section,))).passages[0].lead[0]


def test_a_quotation_is_set_apart_in_its_own_language() -> None:
    line = quoting("Zelenskyy, 11 October: “не планавала і не плануе, запэўніў ён.”")
    assert [(piece.words, piece.lang) for piece in line.pieces] == [
        ("Zelenskyy, 11 October: “", ""),
        ("не планавала і не плануе, запэўніў ён.", "be"),
        ("”", ""),
    ]
    assert "".join(piece.words for piece in line.pieces) == line.words


def test_words_in_quotation_marks_that_the_source_does_not_have_are_no_quotation() -> None:
    line = quoting("Counted by the rule “any occasion in person”, a contact.")
    assert [piece.lang for piece in line.pieces] == [""]


def test_a_longer_quotation_stands_in_a_paragraph_of_its_own() -> None:
    said = quoting("He: “Украіна ніякіх ваенных дзеянняў супраць суседзяў не планавала і не плануе, запэўніў ён.”")
    assert said.said
    assert not quoting("He: “не планавала”.").said


def test_an_exhibit_shows_which_of_its_words_are_quoted() -> None:
    line = quoting("He: “не планавала і не плануе”.")
    exhibit = next(e for e in edition().exhibits if e.id == content_id("exhibit", "observers"))
    assert runs(exhibit, [line]) == (
        ("Украіна ніякіх ваенных дзеянняў супраць суседзяў ", False),
        ("не планавала і не плануе", True),
        (", запэўніў ён.", False),
    )
    assert runs(exhibit, []) == ((exhibit.quote, False),)


def test_a_chart_without_a_theme_stands_by_itself() -> None:
    whole = edition()
    layout = lay_out(whole, whole.texts[0])
    assert [plate.chart.key for plate in layout.loose] == ["named"]
    assert [plate.stem for plate in layout.plates] == ["chart-1", "chart-2", "chart-3"]


def test_a_judgement_bears_its_mark() -> None:
    whole = edition()
    text = whole.texts[0]
    lead = replace(text.sections[0].lead[0], mark="analysis", exhibits=())
    section = replace(text.sections[0], lead=(lead,))
    line = lay_out(whole, replace(text, sections=(section,))).passages[0].lead[0]
    assert (line.analysis, line.limit) == (True, False)


def test_each_day_of_the_week_is_told_for_each_source() -> None:
    whole = edition()
    window = whole.brief.window
    seen = (("kremlin", (window.start, window.last)), ("kyiv", ()))
    days = lay_out(replace(whole, brief=replace(whole.brief, seen=seen)), whole.texts[0]).days
    assert [alive for _, alive in days["kremlin"]] == [True, False, False, False, False, False, True]
    assert not any(alive for _, alive in days["kyiv"])


def test_a_long_stretch_is_not_told_day_by_day() -> None:
    whole = edition()
    window = replace(whole.brief.window, stop=whole.brief.window.start + timedelta(days=60))
    brief = replace(whole.brief, window=window, seen=(("kremlin", ()),))
    assert lay_out(replace(whole, brief=brief), whole.texts[0]).days == {}
