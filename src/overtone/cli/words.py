"""What the words of a call mean: weeks, days, and the names of actors, topics, states and events."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from difflib import get_close_matches
from typing import Protocol

from overtone.errors import UsageError
from overtone.records import Names, Window, week
from overtone.settings import LANGUAGES


def today() -> date:
    """The clock of the person at the keyboard, in UTC."""
    return datetime.now(UTC).date()


def parse_week(text: str) -> Window:
    """The window of `2022-W20`; UsageError where it is no ISO week or has not begun."""
    year, _, number = text.upper().partition("-W")
    try:
        window = week(int(year), int(number))
    except ValueError:
        raise UsageError(
            f"{text!r} is not an ISO week", next_step="write the year and the week, as in 2022-W20"
        ) from None
    if window.start > today():
        raise UsageError(
            f"week {window.label} begins on {window.start.isoformat()} and has not come yet",
            next_step=f"choose a week up to {today().strftime('%G-W%V')}",
        )
    return window


def parse_day(text: str, option: str) -> date:
    """A day written as 2022-05-16; UsageError otherwise."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{option} {text!r} is not a day", next_step="write it as 2022-05-16") from None


def parse_span(since: str, until: str) -> Window:
    """The window from one day to another, both in it; UsageError where the order is wrong or it has not begun."""
    check_days(since, until)
    first, last = parse_day(since, "--from"), parse_day(until, "--to")
    if first > today():
        raise UsageError(f"--from {since} has not come yet", next_step=f"choose a day up to {today().isoformat()}")
    return Window(label=f"{first.isoformat()}..{last.isoformat()}", start=first, stop=last + timedelta(days=1))


def check_days(since: str | None, until: str | None) -> None:
    """UsageError where the first day lies after the last."""
    if since and until and parse_day(since, "--from") > parse_day(until, "--to"):
        raise UsageError(f"--from {since} lies after --to {until}", next_step="swap the two days")


def parse_cut(text: str | None) -> datetime | None:
    """The cut of `--as-of`: a day (its end) or a moment with offset; None where not given."""
    if text is None:
        return None
    try:
        if len(text) == len("2022-05-16"):
            day = date.fromisoformat(text)
            return datetime(day.year, day.month, day.day, 23, 59, 59, 999999, tzinfo=UTC)
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"--as-of {text!r} is no moment", next_step="write 2022-10-17 or 2022-10-17T06:00:00+03:00"
        ) from None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def parse_languages(text: str | None) -> tuple[str, ...] | None:
    """The languages of `--lang en,ru,be`, each once; None where not given; UsageError for one we do not write."""
    if text is None:
        return None
    codes = tuple(code.strip().lower() for code in text.split(",") if code.strip())
    strange = [code for code in codes if code not in LANGUAGES]
    if strange or not codes:
        raise UsageError(
            f"no edition is written in {strange[0]!r}" if strange else "--lang names no language",
            next_step=f"choose among {', '.join(LANGUAGES)}, as in --lang {','.join(LANGUAGES)}",
        )
    return tuple(code for code in LANGUAGES if code in codes)


class Named(Protocol):
    """A fact with names."""

    @property
    def names(self) -> Names:
        """Its names in three languages."""


def _spellings(fact: Named) -> tuple[str, ...]:
    names = [fact.names, getattr(fact, "surnames", None)]
    return tuple(word for group in names if group for lang in ("en", "ru", "be") for word in group.of(lang))


def resolve(facts: Mapping[str, Named], text: str, what: str) -> str:
    """The id meant by `text`: an id, or any name or surname in any language; UsageError with near names otherwise."""
    if text in facts:
        return text
    wanted = text.casefold()
    found = sorted(key for key, fact in facts.items() if wanted in {w.casefold() for w in _spellings(fact)})
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"{what} {text!r} may be {', '.join(found)}", next_step="use one of these ids")
    spellings = {w.casefold(): key for key, fact in facts.items() for w in (key, *_spellings(fact))}
    near = dict.fromkeys(spellings[w] for w in get_close_matches(wanted, spellings, n=5, cutoff=0.7))
    hint = f"did you mean {', '.join(near)}?" if near else f"`overtone facts {what}s` lists what the desk knows"
    raise UsageError(f"no {what} {text!r} among the facts", next_step=hint)
