"""All findings of a theme, once each, and each with its ground."""

from overtone.assess.findings import findings_of
from overtone.brief.phrases import load
from overtone.records import Finding
from tests.build import Page, material, report, signal, statement, vote

CAST = "am=A by=N kz=A kg=A ru=N tj=A"


def found(theme: str, *pages: Page) -> tuple[Finding, ...]:
    return findings_of(material(*pages), theme, lambda pair, year: [], [signal(actor="tokayev", q=0.01)])


PAGES = (
    report("lukashenko putin", on="2022-05-16", place="Moscow"),
    report("lukashenko putin", on="2022-05-20", status="announced", published="2022-05-16", kind="phone"),
    *(
        statement(
            name, "The NATO bloc grows at our borders, and nobody asks why.", on="2022-05-17", topics=("nato=NATO",)
        )
        for name in ("lukashenko", "putin", "tokayev")
    ),
    vote(CAST, on="2022-05-18"),
)


def test_findings_rest_on_evidence_or_signals_and_have_a_phrase() -> None:
    told = load("en").sentences
    for theme in material().registry.themes:
        for one in found(theme, *PAGES):
            assert one.evidence or one.signals, one.key
            assert one.key in told
            assert one.mark == "observed"


def test_each_kind_of_finding_stands_under_its_theme() -> None:
    assert [f.key for f in found("belarus-russia", *PAGES)] == ["met-bilateral", "announced-open"]
    assert [f.key for f in found("belarus-west", *PAGES)][-4:] == ["silent", "voted-bloc", "voted-n", "voted-a"]
    assert "silent" in [f.key for f in found("security", *PAGES)]
    assert [f.key for f in found("economy", *PAGES)] == []


def test_nothing_is_told_twice() -> None:
    for theme in material().registry.themes:
        ids = [one.id for one in found(theme, *PAGES, *PAGES[2:5])]
        assert len(ids) == len(set(ids))
