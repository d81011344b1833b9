"""What stands beside a surname."""

import pytest

from overtone.read.beside import Beside, look_beside, not_the_holder, part_of_longer_name
from overtone.read.gazetteer import Meaning, gazetteer
from tests.read.small_desk import small_desk

OTHER = Meaning(things=(), full=(), surname=("putin",), offices=(), blocks=False)

SEEN = (
    ("said Mr Putin", Beside(title="mr")),
    ("said President Putin", Beside(title="president")),
    ("said Igor Putin", Beside(given="igor", start=5)),
    ("said Aleksandr Putin", Beside(given="alexander", start=5)),
    ("said V. Putin", Beside(initial="V", start=5)),
    ("said V.V.Putin", Beside(initial="V", start=5)),
    ("said Igor Vladimirovich Putin", Beside(given="igor", start=5)),
    ("said Wolfram Putin", Beside(unknown=True, start=5)),
    ("On Monday Putin", Beside()),
    ("It ended. Wolfram Putin", Beside()),
    ("It ended. Wolfram Putin: thank you", Beside(unknown=True, start=10)),
    ("It ended. Putin", Beside()),
    ("It ended. Then Putin", Beside()),
    ("Putin", Beside()),
    ("(Putin", Beside()),
    ("said NBC. Putin", Beside()),
)


@pytest.mark.parametrize(("text", "beside"), SEEN, ids=[text for text, _ in SEEN])
def test_what_stands_before_a_surname(text: str, beside: Beside) -> None:
    start = text.index("Putin")
    assert look_beside(text, (start, start + 5), gazetteer(small_desk(), "en"), frozenset()) == beside


@pytest.mark.parametrize("text", ["Putin Street", "Putin Readings", "Putin-Smith", "Smith-Putin"])
def test_a_surname_inside_a_longer_name(text: str) -> None:
    start = text.index("Putin")
    assert part_of_longer_name(text, start, start + 5, [(start, start + 5, OTHER)])


@pytest.mark.parametrize("text", ["Putin spoke", "pro-Putin", "Putin-led", "Putin"])
def test_a_surname_of_its_own(text: str) -> None:
    start = text.index("Putin")
    assert not part_of_longer_name(text, start, start + 5, [(start, start + 5, OTHER)])


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("the former PRESIDENT", True),
        ("ex-PRESIDENT", True),
        ("бывшим PRESIDENT", True),
        ("былога PRESIDENT", True),
        ("a PRESIDENT", True),
        ("PRESIDENT in 2012", True),
        ("the PRESIDENT", False),
        ("PRESIDENT in Minsk", False),
    ],
)
def test_an_office_that_another_held(text: str, another: bool) -> None:
    start = text.index("PRESIDENT")
    assert not_the_holder(text, start, start + len("PRESIDENT")) is another
