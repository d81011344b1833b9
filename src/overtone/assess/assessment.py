"""The assessment of a day: questions, indicators, hypotheses and forecasts together, each with what it rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from overtone.assess.citations import FOUND, Ground, grounds
from overtone.assess.forecasts import Score, TrackRecord, record, score
from overtone.assess.grid import Grid, grid
from overtone.assess.hypotheses import Weighed, weigh
from overtone.assess.indicators import DARK, LIT, Watched, watched
from overtone.assess.known import Known, as_known
from overtone.assess.questions import Asked, asked
from overtone.assess.reliability import Reliability, reliability
from overtone.records import Citation, Forecast, Hypotheses, Item, Likelihood, Question
from overtone.registry.judgements import Judgements
from overtone.registry.likelihood import likelihood


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """Competing hypotheses on a day: where each stands, the grid, and the evidence that could not be counted."""

    weighed: Weighed
    grid: Grid
    words: tuple[tuple[str, Likelihood], ...]  # hypothesis, its probability with its word
    left_out: tuple[tuple[str, str], ...]  # item or indicator, why


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretold:
    """A forecast on a day."""

    forecast: Forecast
    state: str  # open | overdue | yes | no | void
    now: Likelihood  # the last probability given
    score: Score | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """Everything that is judged, as of a day."""

    day: date
    cut: date | None  # by when it was written down; None for everything
    questions: tuple[Asked, ...]
    indicators: tuple[Watched, ...]
    hypotheses: tuple[Contest, ...]
    forecasts: tuple[Foretold, ...]
    record: TrackRecord | None  # None where no forecast counts yet
    reliability: Reliability | None  # None under ten
    grounds: Mapping[Citation, Ground]
    digest: str  # of the judgement files


def assess(judgements: Judgements, known: Known, cut: date | None = None) -> Assessment:
    """The judgements of the day under the evidence of the day; JudgementError where one cites what is not there.

    `cut` leaves out what was written down later. Every citation is checked, also of what the day leaves out: a mistake
    does not wait for its week.
    """
    found = grounds(judgements, known)
    current = as_known(judgements, known.day, cut)
    signs = tuple(watched(one, known) for one in current.indicators.values())
    foretold = tuple(_foretold(one, known.day) for one in current.forecasts.values())
    counted = [f.score for f in foretold if f.score is not None]
    plain = [f.forecast for f in foretold if f.score is not None and not f.score.hindsight]
    return Assessment(
        day=known.day,
        cut=cut,
        questions=tuple(asked(_answered(one, found), known) for one in current.questions.values()),
        indicators=signs,
        hypotheses=tuple(_contest(one, signs, found) for one in current.hypotheses.values()),
        forecasts=foretold,
        record=record(counted),
        reliability=reliability(plain, known.day),
        grounds=found,
        digest=judgements.digest,
    )


def hindsight(found: Assessment | None) -> int:
    """How many judgements were written down only after the day of the assessment."""
    if found is None:
        return 0
    written = [one.question.entered_on for one in found.questions]
    written += [one.indicator.entered_on for one in found.indicators]
    written += [one.weighed.hypotheses.entered_on for one in found.hypotheses]
    written += [one.forecast.entered_on for one in found.forecasts]
    return sum(day > found.day for day in written)


def _answered(question: Question, found: Mapping[Citation, Ground]) -> Question:
    """The question with the answers whose ground can be shown; without any, its closing does not count either."""
    answers = tuple(one for one in question.answers if _shown(one.cited, found))
    if question.closed_on is None or _shown(question.closed_by, found):
        return replace(question, answers=answers)
    return replace(question, answers=answers, closed_on=None, closed_by=())


def _shown(cited: Sequence[Citation], found: Mapping[Citation, Ground]) -> bool:
    return any(found[one].state == FOUND for one in cited)


def _contest(hypotheses: Hypotheses, signs: Sequence[Watched], found: Mapping[Citation, Ground]) -> Contest:
    items, left_out = [], []
    for item in hypotheses.items:
        if _shown(item.cited, found):
            items.append(item)
        else:
            left_out.append((item.id, found[item.cited[0]].state))
    for sign in signs:
        if sign.indicator.hypotheses == hypotheses.id:
            ratios = {LIT: sign.indicator.lit, DARK: sign.indicator.dark}.get(sign.state, ())
            if ratios:
                items.append(_as_item(sign, ratios))
            else:
                left_out.append((_name(sign), sign.reason if sign.state not in {LIT, DARK} else "no-ratio"))
    weighed = weigh(hypotheses, items)
    words = tuple((one.hypothesis, likelihood(one.probability)) for one in weighed.standings)
    return Contest(weighed=weighed, grid=grid(weighed), words=words, left_out=tuple(left_out))


def _as_item(sign: Watched, ratios: tuple[tuple[str, float], ...]) -> Item:
    """An indicator's state as evidence; its own origin unless its file names one."""
    one = sign.indicator
    day = sign.met_on or one.on
    name = _name(sign)
    return Item(
        id=name, names=one.names, on=day, entered_on=one.entered_on, origin=one.origin or name, ratios=ratios, cited=()
    )


def _name(sign: Watched) -> str:
    return f"indicator:{sign.indicator.id}"


def _foretold(forecast: Forecast, day: date) -> Foretold:
    state = forecast.outcome or ("overdue" if forecast.due < day else "open")
    now = likelihood(forecast.history[-1].probability)
    return Foretold(forecast=forecast, state=state, now=now, score=score(forecast, day))
