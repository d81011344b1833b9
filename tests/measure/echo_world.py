"""A small ledger with planted lines, for the tests of the measure echo."""

from overtone.measure import Coverage, Frame, Options, coverage
from overtone.measure.echo import judge, tally
from overtone.measure.shape import ordered
from overtone.records import Abstention, Signal, Window, week
from tests.measure.views import Row, TableView, document, mondays, statement, view, visit, wording

W20 = week(2022, 20)
SEEN = [visit("2021-10-01", "2022-06-01")]
LINE = (
    "our borders stay open to every neighbour who comes without weapons and with respect for the choice that we made "
    "together long ago"
)
ENERGY = "cheap gas is no gift but a debt that a small country pays back with its voice in every hall where votes count"
Told = tuple[str, str, str, str]  # name, actor, day, words
Found = list[Signal | Abstention]


def filler(name: str, words: int = 6) -> str:
    return " ".join(f"{name}x{n}" for n in range(words))


def world(
    *told: Told, noise: int = 260, speakers: tuple[str, ...] = ("modi", "macron", "xi"), **more: dict[str, object]
) -> TableView:
    """Statements as told, one page each, after a past in which others say other things."""
    days = mondays("2021-11-15", 26)
    past = [(f"p{n}", speakers[n % len(speakers)], days[n % 26], filler(f"p{n}")) for n in range(noise)]
    rows = [*past, *told]
    said = [_said(name, actor, on, dict(more.get(name, {}))) for name, actor, on, _ in rows]
    pages: dict[str, Row] = {}
    for row, (name, _, on, _) in zip(said, rows, strict=True):
        own = more.get(name, {})
        pages[str(row["document"])] = document(
            str(row["document"]), on, key=str(own.get("key", "")), lang=str(own.get("lang", "en"))
        )
    worded = [wording(row, words) for row, (*_, words) in zip(said, rows, strict=True)]
    return view(list(pages.values()), said, SEEN, wordings=worded)


def _said(name: str, actor: str, on: str, more: dict[str, object]) -> Row:
    page = str(more.pop("page", f"d-{name}"))
    more.pop("key", "")
    return statement(name, page, actor, on, **more)


def seen_in(given: TableView, options: Options, window: Window = W20) -> Coverage:
    return coverage(given, Window(label="", start=window.start.replace(year=2021), stop=window.stop), options.sources)


def asked(given: TableView, options: Options | None = None, window: Window = W20) -> Found:
    options = options or Options()
    frame = Frame(window=window, options=options, seen=seen_in(given, options, window))
    return list(judge(ordered(tally(given, window, options).to_pyarrow()), frame))


def counted(found: Found, unit: str) -> dict[tuple[str, str], Signal]:
    return {(f.actor, f.target): f for f in found if isinstance(f, Signal) and f.unit == unit and f.target}
