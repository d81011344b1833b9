import pytest

from overtone.measure import Options, measure
from overtone.records import Abstention, Signal, week
from tests.measure.views import Row, TableView, document, joint, mondays, view, visit

W20 = week(2022, 20)
SEEN = [visit("2021-10-01", "2022-06-01")]
PLAIN = "The parties agree on this point too."
TRADE = "The trade of both will grow."
FRONT = [TRADE, TRADE, *[PLAIN] * 14]
BACK = [*[PLAIN] * 14, TRADE, TRADE]


def page(name: str, on: str, sentences: list[str], parties: str = "by ru", lang: str = "en") -> dict[str, Row]:
    """A joint text of these sentences; "trade" is the topic trade."""
    text = " ".join([*sentences, f"Done under number {name}."])
    places = [n for n in range(len(text)) if text.startswith("trade", n)]
    mentions = [{"kind": "topic", "target": "trade", "start": n, "stop": n + 5} for n in places]
    return {
        "document": document(name, on, text=text, lang=lang),
        "joint": joint(name, parties, on),
        "named": {"document": name, "mentions": mentions},
    }


def world(*pages: dict[str, Row]) -> TableView:
    return view(
        [p["document"] for p in pages], (), SEEN, joint=[p["joint"] for p in pages], named=[p["named"] for p in pages]
    )


def signals(found: tuple[Signal | Abstention, ...]) -> dict[tuple[str, str], Signal]:
    return {(s.actor, s.unit): s for s in found if isinstance(s, Signal)}


def test_shares_are_those_of_sentences_and_of_words() -> None:
    found = signals(measure("profile", world(page("j", "2022-05-17", FRONT)), W20))
    sentences, words = found["", "share-of-sentences"], found["", "share-of-words"]
    assert sentences.value == pytest.approx(2 / 17)
    assert words.value == pytest.approx(12 / (12 + 14 * 7 + 4))
    assert (sentences.venue, sentences.n, len(sentences.evidence)) == ("j", 17, 2)
    for s in (sentences, words):
        assert 0 <= s.low <= s.value <= s.high <= 1
        assert s.because == "no-baseline"


def test_a_topic_at_the_head_is_told_from_one_at_the_end() -> None:
    front, back = (
        signals(measure("profile", world(page("j", "2022-05-17", text)), W20))["", "first-mention"]
        for text in (FRONT, BACK)
    )
    assert (front.because, back.because) == ("early", "within-usual")
    assert front.value < 0.06
    assert back.value > 0.8
    assert front.detail == "part=body mentions=2"
    assert front.surprise == pytest.approx(1 - (1 - front.value) ** 2)


def test_the_usual_share_is_that_of_earlier_joint_texts() -> None:
    earlier = [page(f"e{n}", day, [TRADE, *[PLAIN] * 15]) for n, day in enumerate(mondays("2022-01-10", 10))]
    found = signals(measure("profile", world(*earlier, page("j", "2022-05-17", [TRADE] * 12 + [PLAIN] * 4)), W20))
    share = found["", "share-of-sentences"]
    assert share.baseline == pytest.approx(1 / 17, abs=0.01)
    assert share.because == "above-usual"


def test_a_partys_texts_stand_beside_those_without_it() -> None:
    own = [page(f"o{n}", day, [TRADE] * 15 + [PLAIN]) for n, day in enumerate(mondays("2022-01-10", 6))]
    other = [page(f"x{n}", day, [PLAIN] * 16, "cn ru") for n, day in enumerate(mondays("2022-01-11", 6))]
    found = signals(measure("profile", world(*own, *other, page("j", "2022-05-17", [TRADE] * 15 + [PLAIN])), W20))
    belarus = found["by", "share-of-sentences"]
    assert (belarus.because, belarus.n) == ("above-usual", 7)
    assert belarus.baseline == 0
    assert ("ru", "share-of-sentences") not in found


@pytest.mark.parametrize(
    ("pages", "reason"),
    [
        ([], "source-not-seen"),
        ([page("e", "2022-03-07", FRONT)], "source-not-seen"),
        ([page("j", "2022-05-17", FRONT, lang="zz")], "language-not-read"),
    ],
    ids=["no texts", "an earlier text alone", "a language nobody reads"],
)
def test_no_joint_text_is_an_abstention(pages: list[dict[str, Row]], reason: str) -> None:
    found = measure("profile", world(*pages), W20)
    assert [f.reason for f in found if isinstance(f, Abstention)] == [reason]
    assert not signals(found)


def test_a_text_that_was_only_announced_has_no_profile() -> None:
    one = page("j", "2022-05-17", FRONT)
    one["joint"]["status"] = "announced"
    found = measure("profile", world(one), W20)
    assert [f.reason for f in found if isinstance(f, Abstention)] == ["no-data"]


def test_a_text_carried_twice_is_one_text() -> None:
    one, two = page("j", "2022-05-17", FRONT), page("k", "2022-05-17", FRONT)
    two["document"]["text_sha256"] = one["document"]["text_sha256"]
    found = [s for s in measure("profile", world(one, two), W20) if isinstance(s, Signal)]
    assert {s.venue for s in found} == {"j"}


def test_only_the_asked_topics_are_profiled() -> None:
    found = measure("profile", world(page("j", "2022-05-17", FRONT)), W20, Options(targets=("nato",)))
    assert not signals(found)


def test_topics_at_places_drawn_evenly_are_seldom_called_early() -> None:
    called = 0
    for n in range(20):
        text = [PLAIN] * 20
        text[(7 * n) % 20] = TRADE
        found = signals(measure("profile", world(page("j", "2022-05-17", text)), W20))
        called += found["", "first-mention"].because == "early"
    assert called <= 2
