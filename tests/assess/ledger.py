"""What is known on a day, made of pages as `tests.build` makes them."""

from collections.abc import Iterable
from datetime import date, timedelta

from overtone.assess.known import Known
from overtone.records import Abstention, Signal
from tests.build import Page, contacts


def known(
    *pages: Page,
    day: str = "2022-10-16",
    alive: Iterable[str] = (),
    selected: Iterable[str] = (),
    signals: Iterable[tuple[str, Signal | Abstention]] = (),
    later: Iterable[str] = (),
) -> Known:
    """The pages up to a day; the sources `alive` were seen on each of the thirty days before."""
    last = date.fromisoformat(day)
    days = frozenset(last - timedelta(days=back) for back in range(30))
    return Known(
        day=last,
        statements=tuple(s for page in pages for s in page.statements),
        encounters=contacts(*pages),
        votes=tuple(v for page in pages for v in page.votes),
        documents={page.document.id: page.document for page in pages},
        signals=tuple((date.fromisoformat(on), one) for on, one in signals),
        seen=dict.fromkeys(alive, days),
        selected=frozenset(selected),
        held=frozenset(page.document.source for page in pages),
        later=frozenset(later),
    )
