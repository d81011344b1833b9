"""What embeddings do not see: denial, numbers, who did what."""

import pytest

from overtone.read.polarity import differences, negations, numbers_of, order_of
from overtone.records import Mention

MINSK, KYIV = (Mention(kind="state", target=target, start=0, stop=1) for target in ("by", "ua"))


@pytest.mark.parametrize(
    ("lang", "text", "denials"),
    [
        ("en", "Minsk will not send troops.", ["not"]),
        ("en", "They don't and won't.", ["n't", "n't"]),
        ("en", "Not only Minsk agreed.", []),
        ("ru", "Мы не отправим войска.", ["не"]),
        ("ru", "Нельзя не согласиться.", []),
        ("be", "Мы ня пашлём войскі.", ["ня"]),
        ("be", "Не толькі Менск згадзіўся.", []),
    ],
)
def test_denials_are_found(lang: str, text: str, denials: list[str]) -> None:
    assert [text[f.start : f.stop] for f in negations(text, lang)] == denials


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("two and 3 million", (3e6,)),
        ("1,200 lorries and 2.5 per cent", (2.5, 1200.0)),
        ("70 тыс. солдат", (70e3,)),
        ("9 мільярдаў рублёў", (9e9,)),
        ("12 000 чалавек", (12000.0,)),
        ("none", ()),
    ],
)
def test_numbers_are_read_with_their_scale(text: str, numbers: tuple[float, ...]) -> None:
    assert numbers_of(text) == numbers


def test_differences_name_denial_numbers_and_order() -> None:
    found = differences(
        "Minsk accused Kyiv of 2 strikes.",
        "Киев не обвинял Минск в 3 ударах.",
        ("en", "ru"),
        ((MINSK, KYIV), (KYIV, MINSK)),
    )
    assert (found.denial, found.numbers, found.reversed) == (True, (2.0, 3.0), (("by", "ua"),))
    assert found


def test_a_sentence_differs_in_nothing_from_itself() -> None:
    assert not differences("Not 5.", "Not 5.", ("en", "en"), ((MINSK,), (MINSK,)))


def test_the_order_leaves_topics_out_and_names_each_once() -> None:
    topic = Mention(kind="topic", target="nato", start=0, stop=1)
    assert order_of([topic, KYIV, MINSK, KYIV]) == ("ua", "by")
