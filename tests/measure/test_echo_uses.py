from overtone.measure import Options
from overtone.measure.echo_join import copies
from overtone.measure.echo_uses import uses, utterances
from tests.measure.echo_world import LINE, W20, world


def test_the_same_words_from_one_day_to_the_next_are_one_utterance_with_its_carriers() -> None:
    days = ("2022-05-16", "2022-05-17", "2022-05-18", "2022-05-21")
    given = world(
        *((f"a{n}", "putin", day, LINE) for n, day in enumerate(days)), ("b", "xi", "2022-05-16", LINE), noise=0
    )
    used = given.keep(uses(given, W20, Options()))
    sets = given.table("wordings").select("lang", "grams", item="id")
    told = utterances(given.keep, used, copies(given.keep, sets)).to_pyarrow().to_pylist()
    assert sorted((r["actor"], r["row"], len(r["spans"])) for r in told) == [
        ("putin", "a0", 3),
        ("putin", "a3", 1),
        ("xi", "b", 1),
    ]


def test_only_positions_of_known_actors_up_to_the_window_and_back_to_the_lookback_are_uses() -> None:
    given = world(
        ("now", "putin", "2022-05-17", LINE),
        ("past", "putin", "2022-05-01", LINE),
        ("long-ago", "putin", "2021-05-01", LINE),
        ("later", "putin", "2022-05-24", LINE),
        ("asked", "putin", "2022-05-17", LINE),
        noise=0,
        asked={"act": "question"},
    )
    every = uses(given, W20, Options()).to_pyarrow()["row"].to_pylist()
    near = uses(given, W20, Options(baseline_weeks=4, lookback_weeks=4)).to_pyarrow()["row"].to_pylist()
    assert sorted(every) == ["long-ago", "now", "past"]
    assert sorted(near) == ["now", "past"]
