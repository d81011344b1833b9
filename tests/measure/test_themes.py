from dataclasses import replace

import pytest

from overtone.measure import Options
from overtone.measure.themes import Desk, ThemeWeek, theme_weeks
from overtone.records import Names, Source, week
from overtone.registry import Actor, Event, Theme, Topic
from tests.measure.views import Row, TableView, document, mondays, statement, view, visit

W20 = week(2022, 20)
REFERENCE = "https://president.gov.by/"


def theme(name: str, *pairs: tuple[str, str], home: str = "") -> Theme:
    return Theme(id=name, names=Names(en=(name,)), pairs=pairs, watch=(), home=home, order=1, reference=REFERENCE)


def topic(name: str, pressure: int, *themes: str) -> Topic:
    names = Names(en=(name,))
    return Topic(id=name, names=names, about=names, words=names, themes=themes, pressure=pressure, reference=REFERENCE)


def actor(name: str, state: str) -> Actor:
    names = Names(en=(name,))
    return Actor(id=name, names=names, surnames=names, tenures=(), reference=REFERENCE, state=state)


def event(name: str, *parties: str) -> Event:
    return Event(
        id=name,
        names=Names(en=(name,)),
        start=W20.start,
        stop=W20.last,
        place="",
        kind="multilateral",
        parties=parties,
        bloc=None,
        words=(),
        reference=REFERENCE,
    )


DESK = Desk(
    themes=(theme("belarus-ukraine", ("by", "ua"), ("ua", "by")), theme("security"), theme("economy")),
    topics=(
        topic("war", 1, "security", "belarus-ukraine"),
        topic("talks", -1, "security"),
        topic("trade", 0, "economy"),
        topic("drills", 1, "security"),
    ),
    actors=(actor("lukashenko", "by"), actor("zelenskyy", "ua"), actor("putin", "ru")),
)


def world(now: list[Row], past: int = 26) -> TableView:
    documents = [document(f"d{n}", day) for n, day in enumerate(mondays("2021-11-15", past))]
    said = [
        statement(f"s{n}", str(d["id"]), "lukashenko", str(d["published_on"]), topics="war" if n % 2 else "talks")
        for n, d in enumerate(documents)
    ]
    own = sorted({str(s["document"]) for s in now})
    return view(documents + [document(d, "2022-05-17") for d in own], said + now, [visit("2021-10-01", "2022-06-01")])


def weeks(view_of: TableView, options: Options | None = None) -> dict[str, ThemeWeek]:
    return {t.theme: t for t in theme_weeks(view_of, W20, options or Options(), DESK)}


@pytest.mark.parametrize(
    ("actor_id", "topics", "names", "themes"),
    [
        ("lukashenko", "", "ua", {"belarus-ukraine"}),
        ("zelenskyy", "", "by", {"belarus-ukraine"}),
        ("putin", "", "ua by", set()),
        ("lukashenko", "", "by", set()),
        ("putin", "war", "", {"belarus-ukraine", "security"}),
        ("putin", "trade talks", "", {"economy", "security"}),
        ("zas", "trade", "", {"economy"}),
        (None, "trade", "", set()),
    ],
)
def test_a_statement_belongs_by_topic_or_by_who_speaks_of_whom(
    actor_id: str | None, topics: str, names: str, themes: set[str]
) -> None:
    found = weeks(world([statement("n", "n", actor_id, "2022-05-17", topics=topics, names=names)]))
    assert {t for t, w in found.items() if w.statements} == themes


@pytest.mark.parametrize(
    ("topics", "pressing", "easing"),
    [("war", 1, 0), ("talks", 0, 1), ("war talks", 0, 0), ("war drills talks", 1, 0), ("war talks trade", 0, 0)],
)
def test_pressure_is_the_sign_of_the_sum_over_the_topics(topics: str, pressing: int, easing: int) -> None:
    found = weeks(world([statement("n", "n", "putin", "2022-05-17", topics=topics)]))["security"]
    assert (found.statements, found.pressing, found.easing) == (1, pressing, easing)


@pytest.mark.parametrize(
    ("actor_id", "names", "venue", "counts"),
    [
        ("lukashenko", "", "", 1),
        ("putin", "by", "", 1),
        ("putin", "", "minsk-summit", 1),
        ("putin", "ua", "", 0),
        ("putin", "", "moscow-summit", 0),
        (None, "", "", 0),
    ],
)
def test_a_theme_with_a_home_keeps_to_what_touches_it(
    actor_id: str | None, names: str, venue: str, counts: int
) -> None:
    desk = replace(DESK, themes=(theme("security", home="by"),), events=(event("minsk-summit", "lukashenko"),))
    now = [statement("n", "n", actor_id, "2022-05-17", topics="war", names=names, venue=venue)]
    assert [w.statements for w in theme_weeks(world(now), W20, Options(), desk)] == [counts]


def test_a_topic_presses_only_in_its_own_themes() -> None:
    now = [statement("n", "n", "lukashenko", "2022-05-17", topics="drills", names="ua")]
    found = weeks(world(now))
    assert found["security"].pressing == 1
    assert (found["belarus-ukraine"].statements, found["belarus-ukraine"].pressing) == (1, 0)


def test_the_usual_level_is_that_of_the_weeks_seen() -> None:
    found = weeks(world([statement("n", "n", "putin", "2022-05-17", topics="war")]))["security"]
    assert len(found.past) == 26
    assert found.usual == pytest.approx(0.5, abs=0.02)
    assert (found.coverage, found.selected) == (1.0, False)
    assert [e.row for e in found.evidence] == ["n"]
    assert weeks(world([], past=3))["security"].usual is None


def test_hand_picked_sources_speak_only_where_no_other_does() -> None:
    card = Source(
        id="diary", names=Names(en=("d",)), kind="diary", shape="jsonl", reference=REFERENCE, sampling="selected"
    )
    full = Source(id="kremlin", names=Names(en=("k",)), kind="official", shape="jsonl", reference=REFERENCE)
    documents = [document("a", "2022-05-17", source="diary"), document("b", "2022-05-17")]
    said = [
        statement("a", "a", "putin", "2022-05-17", topics="war"),
        statement("a2", "a", "putin", "2022-05-17", start=5000, topics="trade"),
        statement("b", "b", "putin", "2022-05-17", topics="talks"),
    ]
    found = weeks(view(documents, said), Options(sources=(card, full)))
    assert (found["security"].statements, found["security"].pressing, found["security"].selected) == (1, 0, False)
    assert (found["economy"].statements, found["economy"].selected) == (1, True)


def test_a_desk_without_states_or_topics_counts_nothing() -> None:
    bare = Desk(themes=(theme("society", ("by", "ru")),), topics=(), actors=())
    now = [statement("n", "n", "lukashenko", "2022-05-17", topics="war", names="ru")]
    assert [w.statements for w in theme_weeks(world(now), W20, Options(), bare)] == [0]
