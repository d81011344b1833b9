from datetime import date

from overtone.cli.read import text_document
from overtone.read import read
from overtone.read.meaning import explain_meaning
from overtone.registry import load

TEXT = "President of Belarus Alexander Lukashenko said that NATO threatens Belarus."


def test_whom_a_statement_is_about_and_its_tone_are_told_with_the_rule() -> None:
    document = text_document(TEXT, "a", lang="en", day=date(2022, 5, 16))
    registry = load()
    harvest = read(document, registry)
    found = list(explain_meaning(document, registry, harvest.reading.mentions, harvest.statements))
    assert {one.found for one in found if one.layer == "target" and one.kept} == set(harvest.statements[0].targets)
    tone = next(one for one in found if one.layer == "tone")
    assert int(tone.found) == harvest.statements[0].tone
    assert tone.rule


def test_a_text_without_statements_means_nothing() -> None:
    document = text_document("The talks took place in Minsk.", "a", lang="en", day=date(2022, 5, 16))
    registry = load()
    harvest = read(document, registry)
    assert list(explain_meaning(document, registry, harvest.reading.mentions, harvest.statements)) == []
