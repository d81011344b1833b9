"""Whether a passage denies: surely, perhaps, not at all."""

import pytest

from overtone.read.denials import PERHAPS, denial_of


@pytest.mark.parametrize(
    ("lang", "text", "denial"),
    [
        ("en", "Minsk will not send troops and never did.", 2),
        ("en", "They don't.", 1),
        ("en", "Minsk refused to send troops.", PERHAPS),
        ("en", "Minsk sent troops.", 0),
        ("en", "Not only Minsk sent troops, no doubt.", 0),
        ("ru", "Никто не отправит войска.", 2),
        ("ru", "Минск отказался от отправки войск.", PERHAPS),
        ("ru", "Минск на этой неделе отправил несколько грузовиков.", 0),
        ("ru", "Решение недопустимо.", PERHAPS),
        ("be", "Мінск ня пашле войскі.", 1),
        ("be", "Мінск адмовіўся ад удзелу.", PERHAPS),
        ("be", "Мінск у нядзелю адправіў некалькі грузавікоў.", 0),
        ("en", "", 0),
    ],
)
def test_a_denial_is_sure_possible_or_absent(lang: str, text: str, denial: int) -> None:
    assert denial_of(text, lang) == denial
