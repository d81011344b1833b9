"""The week as a whole: the most discussed topic stands once, with its interval, and the figures of the edition."""

from overtone.assess.overview import most_discussed, summary
from overtone.records import Evidence, Finding
from tests.build import Page, document, material, report, signal, statement


def slots(finding: Finding) -> dict[str, str]:
    return {slot.name: slot.value for slot in finding.slots}


PAGE = statement("putin", "On NATO.", on="2022-05-16", topics=("nato",))
EVIDENCE = (Evidence(document=PAGE.document.id, start=0, stop=5), Evidence(document="elsewhere", start=0, stop=5))
FIRST = signal("salience", target="nato", value=0.4, low=0.3, high=0.5, baseline=0.2, evidence=EVIDENCE, n=50)
SECOND = signal("salience", target="trade", value=0.3, baseline=None)


def test_the_topic_of_the_week_stands_under_its_first_theme_only() -> None:
    week = material(PAGE)
    found = most_discussed(week, week.registry.topics["nato"].themes[0], [SECOND, FIRST])
    assert found is not None
    assert found.key == "week-discussed-usual"
    assert slots(found) == {"topic": "nato", "total": "50", "share": "0.4", "low": "0.3", "high": "0.5", "usual": "0.2"}
    assert (found.signals, found.evidence) == ((FIRST,), EVIDENCE[:1])
    others = set(week.registry.themes) - {week.registry.topics["nato"].themes[0]}
    assert [most_discussed(week, theme, [FIRST, SECOND]) for theme in sorted(others)] == [None] * len(others)


def test_without_a_usual_level_none_is_told() -> None:
    found = most_discussed(material(PAGE), "economy", [SECOND])
    assert found is not None
    assert (found.key, "usual" in slots(found)) == ("week-discussed", False)


def test_shares_of_speakers_events_states_and_other_measures_do_not_count() -> None:
    others = [
        signal("salience", target="nato", actor="putin", value=0.9),
        signal("salience", target="nato", venue="csto-summit-2022-05-16", value=0.9),
        signal("salience", target="nato", unit="share-of-words", value=0.9),
        signal("salience", target="ua", value=0.9),
        signal("silence", target="nato", value=0.9),
    ]
    assert most_discussed(material(PAGE), "security", others) is None
    assert most_discussed(material(PAGE), "security", []) is None


def test_the_summary_counts_what_falls_into_the_week() -> None:
    pages = [
        PAGE,
        statement("lukashenko", "On NATO too.", on="2022-05-17"),
        statement(None, "Who knows.", on="2022-05-17"),
        report("lukashenko putin", on="2022-05-16", published="2022-05-17"),
        report("lukashenko putin", on="2022-05-23", status="announced", published="2022-05-20"),
        report("lukashenko putin", on="2022-03-11"),
        Page(document=document("Old news", on="2022-05-15")),
    ]
    found = summary(material(*pages))
    assert slots(found) == {"statements": "2", "speakers": "2", "encounters": "1", "documents": "5"}
    assert slots(summary(material())) == dict.fromkeys(slots(found), "0")
