"""Statements with a tone that is known: vectors made so that the scale gives the tone asked for."""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np

from overtone.measure.tone_scale import WIDTH, tone_scale
from overtone.records import week
from tests.measure.views import Row, TableView, document, meaning, statement, view, visit, wording

W20 = week(2022, 20)
SEEN = [visit("2021-10-01", "2022-06-01")]


def vector(tone: float, chance: np.random.Generator, lang: str = "en") -> np.ndarray:
    """A vector of length one whose tone in the language is this, otherwise at random."""
    scale = tone_scale()
    axis, number = scale.axes[0], scale.languages.index(lang)
    length = float(np.linalg.norm(axis))
    along = (tone * scale.slopes[number, 0] + scale.offsets[number, 0]) / length
    assert abs(along) < 1
    rest = chance.normal(size=WIDTH)
    rest -= (rest @ axis) / length**2 * axis
    found: np.ndarray = along * axis / length + (1 - along**2) ** 0.5 * rest / np.linalg.norm(rest)
    return found


class World:
    """Documents, one statement each, put together bit by bit."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = np.random.default_rng(seed)
        self.documents: list[Row] = []
        self.statements: list[Row] = []
        self.meanings: list[Row] = []
        self.wordings: list[Row] = []

    def say(self, actor: str, on: str, tone: float, told: dict[str, object] | None = None) -> Row:
        """One document with one passage of this tone; `source`, `said` (its lemmas), `topics` and more may be told."""
        more = {"topics": "border", **(told or {})}
        name = f"d{len(self.documents):04d}"
        lang = str(more.get("lang", "en"))
        self.documents.append(document(name, on, source=str(more.pop("source", "kremlin")), lang=lang))
        words = str(more.pop("said", ""))
        made = statement(f"s{name}", name, actor, on, chars=600 + len(self.documents), **more)
        self.statements.append(made)
        near = lang if lang in tone_scale().languages else "en"
        self.meanings.append(meaning(made, list(vector(tone, self.chance, near))))
        if words:
            self.wordings.append(wording(made, words))
        return made

    def talk(self, actor: str, on: str, tone: float, number: int, **more: object) -> None:
        """Several documents round a tone, with a standard deviation of 0.3."""
        for _ in range(number):
            self.say(actor, on, tone + float(self.chance.normal(0, 0.3)), dict(more))

    def past(self, actor: str, tone: float, weeks: int = 8, number: int = 2) -> None:
        """Documents of so many weeks before the window."""
        for n in range(1, weeks + 1):
            day = date(2022, 5, 16) - timedelta(weeks=n)
            self.talk(actor, day.isoformat(), tone, number)

    def view(self, visits: Sequence[Row] = SEEN) -> TableView:
        """The view over everything said."""
        return view(self.documents, self.statements, visits, meanings=self.meanings, wordings=self.wordings)
