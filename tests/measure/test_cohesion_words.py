from datetime import date

from overtone.measure.cohesion_words import in_words
from overtone.measure.shape import Coverage, Frame, Options
from overtone.records import Abstention, Signal, week


def row(actor: str, n: int, lang: str, lemmas: str, topics: str = "") -> dict[str, object]:
    place = {"kind": "words", "now": True, "voted_on": date(2022, 5, 16), "document": "d", "start": n, "stop": n + 1}
    return {
        **place,
        "state": actor,
        "id": f"{actor}-{n}",
        "lang": lang,
        "lemmas": lemmas,
        "topics": topics.split(),
        "vector": None,
    }


def found(rows: list[dict[str, object]]) -> list[Signal | Abstention]:
    frame = Frame(window=week(2022, 20), options=Options(members=("ada", "ben")), seen=Coverage())
    return list(in_words(rows, frame, "cohesion@1"))


def test_words_of_different_languages_are_never_unlike() -> None:
    english, russian = (" ".join(f"{tag}{n}" for n in range(30)) for tag in ("e", "r"))
    given = found([row("ada", 1, "en", english), row("ben", 2, "ru", russian)])
    assert [(f.target, f.reason) for f in given if isinstance(f, Abstention)] == [
        ("meaning", "too-few-occasions"),
        ("words", "too-few-occasions"),
        ("topics", "too-few-occasions"),
    ]


def test_topics_are_compared_where_there_are_any() -> None:
    rows = [
        row(actor, n, "en", "", topics) for actor in ("ada", "ben") for n, topics in enumerate(("war peace", "war"))
    ]
    rows += [row(f"other{n}", n, "en", "", "trade") for n in range(4)]
    topics = [f for f in found(rows) if isinstance(f, Signal) and f.unit == "likeness-topics"]
    reasons = [f.reason for f in found(rows) if isinstance(f, Abstention) and f.target == "topics"]
    assert topics or reasons == ["no-variance"]


def test_nobody_of_the_bloc_spoke() -> None:
    assert found([row("other", 1, "en", "a b c")]) == []
