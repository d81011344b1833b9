"""What a source prints as date and time, and the moment it means."""

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from overtone.errors import FactsError
from overtone.records import Source

EARLIEST = date(1900, 1, 1)
CLOCK_ONLY = re.compile(r"\d{1,2}:\d{2}(:\d{2})?")
DAY_ONLY = re.compile(r"\d{4}-\d{2}-\d{2}")


def publication(day: str, moment: str, source: Source, latest: date) -> tuple[date, datetime | None] | str:
    """The local day of publication and, where a clock time is printed, the moment in UTC; or why there is none.

    `day` may hold a time as well; `moment` is a clock time of that day or a date and time of its own. Clock times
    are those of the zone on the card; a printed offset is believed only if the card trusts it.
    """
    tried = day
    try:
        on = date.fromisoformat(day[:10])
        tried = moment or day
        printed = _printed(day, moment, on)
    except ValueError:
        return f"not a date: {tried!r}"
    zone = _zone(source)
    at = None
    if printed is not None:
        trusted = source.trust_offset and printed.tzinfo is not None
        at = (printed if trusted else printed.replace(tzinfo=zone)).astimezone(UTC)
        if trusted and source.clock != "UTC" and not DAY_ONLY.fullmatch(day):
            on = at.astimezone(zone).date()
    return bounded(on, latest) or (on, at)


def happening(day: str) -> date | str:
    """The day of an event, or why it is none."""
    try:
        on = date.fromisoformat(day[:10])
    except ValueError:
        return f"not a date: {day!r}"
    return bounded(on, date(2100, 1, 1)) or on


def bounded(on: date, latest: date) -> str:
    """Why a day cannot be right; empty where it can."""
    if on < EARLIEST:
        return f"{on} lies before {EARLIEST.year}"
    return f"{on} lies in the future" if on > latest else ""


def _printed(day: str, moment: str, on: date) -> datetime | None:
    if CLOCK_ONLY.fullmatch(moment):
        return datetime.combine(on, time.fromisoformat(moment.zfill(5) if len(moment) < 6 else moment.zfill(8)))
    if moment:
        return datetime.fromisoformat(moment)
    return None if DAY_ONLY.fullmatch(day) else datetime.fromisoformat(day)


def _zone(source: Source) -> ZoneInfo:
    try:
        return ZoneInfo(source.clock)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise FactsError(
            f"there is no time zone {source.clock!r}",
            where=f"card of the source {source.id}, field clock",
            next_step='write a zone of the IANA list, as in "Europe/Moscow"',
        ) from error
