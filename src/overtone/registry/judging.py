"""What a table of each kind of judgement may say: questions, indicators, hypotheses, forecasts, with what they cite."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from overtone.records import (
    Answer,
    Citation,
    Estimate,
    Forecast,
    Hypotheses,
    Hypothesis,
    Indicator,
    Item,
    Look,
    Names,
    Question,
)
from overtone.registry import values
from overtone.registry.tables import CONTACTS, Field, Kind
from overtone.registry.values import InsideError, inner_path, suggestion

DISCOUNT = 0.25
LEAST_RATIO, MOST_RATIO = 0.001, 1000.0
WHERE = "where"
IDS = ("statement", "encounter", "vote", "signal")
SIGNAL = ("measure", "week", "actor", "target", "unit")
SEARCHED: Mapping[str, frozenset[str]] = {
    "statements": frozenset({"actors", "topics", "targets", "words", "events", "sources"}),
    "encounters": frozenset({"actors", "kinds", "status", "events", "sources"}),
    "votes": frozenset({"targets", "resolutions", "choices", "sources"}),
    "signals": frozenset({"measure", "actors", "targets", "because", "unit", "least"}),
}
ALWAYS = frozenset({"of", "since", "until", "at_least", "within_days"})


def probability(value: object) -> float:
    """A number between 0 and 1, neither of them: nothing is certain before it is seen."""
    number = _number(value)
    if not 0 < number < 1:
        raise ValueError(f"expected a probability above 0 and below 1, found {number:g}")
    return number


def ratios(value: object) -> tuple[tuple[str, float], ...]:
    """Likelihood ratios by hypothesis, each above 0: `{ defence = 2, incursion = 0.5 }`."""
    found = []
    for key, ratio in values.table(value).items():
        if key == WHERE:
            continue
        try:
            number = _number(ratio)
        except ValueError as error:
            raise InsideError(f"{key}: {error}", key) from None
        if not LEAST_RATIO <= number <= MOST_RATIO:
            raise InsideError(
                f"{key}: a likelihood ratio lies from {LEAST_RATIO} to {MOST_RATIO:g}, not {number:g}", key
            )
        found.append((key, number))
    return tuple(found)


def citations(value: object) -> tuple[Citation, ...]:
    """A list of tables, each naming a document with a quote, the id of a row, or a measured value; one at least."""
    found = _listed(value, _citation)
    if not found:
        raise ValueError("nothing is cited: name what it rests on")
    return found


def look(value: object) -> Look:
    """What to look for: `of` says in what, the other keys what must fit."""
    given = _read(value, LOOK)
    allowed = SEARCHED[given["of"]] | ALWAYS
    for name in given:
        if name not in allowed:
            raise InsideError(f"{name}: not asked of {given['of']}; the keys are {', '.join(sorted(allowed))}", name)
    if not any(given.get(name) for name in SEARCHED[given["of"]] - {"sources"}):
        raise ValueError("it would find everything: name an actor, topic, target, word, kind or measure")
    if given["of"] == "signals" and not given.get("measure"):
        raise ValueError("a signal is of a measure: name it")
    return Look(**given)


def positive(value: object) -> int:
    """A whole number from 1."""
    number = values.whole(value)
    if number < 1:
        raise ValueError(f"expected a whole number from 1, found {number}")
    return number


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError(f"expected a number, found {value!r}")
    return float(value)


def _discount(value: object) -> float:
    number = _number(value)
    if not 0 <= number < 1:
        raise ValueError(f"expected a share from 0 to under 1, found {number:g}")
    return number


def _listed(value: object, read: Callable[[Any], Any]) -> tuple[Any, ...]:
    """Each table of a list, read; a mistake is told with its place in the list."""
    if not isinstance(value, list):
        raise ValueError(f"expected a list of tables, found {value!r}"[:90])
    found = []
    for place, one in enumerate(value):
        try:
            found.append(read(one))
        except ValueError as error:
            raise InsideError(str(error), str(place), *inner_path(error)) from None
    return tuple(found)


def _read(value: object, keys: tuple[Field, ...]) -> dict[str, Any]:
    """The values of an inner table by name; ValueError for an unknown, a missing or a wrong one."""
    given = values.table(value)
    known = {one.name: one for one in keys}
    for name in given.keys() - known.keys() - {WHERE}:
        raise InsideError(f"{name}: unknown key{suggestion(name, known)}", name)
    read = {}
    for name, one in known.items():
        if name not in given:
            if one.needed:
                raise ValueError(f"{name}: missing")
            continue
        try:
            read[name] = one.read(given[name])
        except ValueError as error:
            raise InsideError(f"{name}: {error}", name, *inner_path(error)) from None
    return read


def _citation(value: object) -> Citation:
    given = _read(value, CITATION)
    where = str(values.table(value).get(WHERE, ""))
    ids = [name for name in IDS if name in given]
    ways = (bool(ids), "document" in given, "measure" in given)
    if sum(ways) != 1 or len(ids) > 1:
        raise ValueError("name one thing: document and quote, or the id of a row, or measure and week")
    if ids:
        return Citation(row=given[ids[0]], kind=ids[0], where=where)
    if "measure" in given:
        if "week" not in given:
            raise ValueError("week: missing, as a measured value is of a week")
        return Citation(signal=tuple((name, given[name]) for name in SIGNAL if name in given), where=where)
    if "quote" not in given:
        raise ValueError("quote: missing: the words it rests on, letter for letter")
    return Citation(document=given["document"], lang=given.get("lang", ""), quote=given["quote"], where=where)


def _dated(read: dict[str, Any]) -> dict[str, Any]:
    """`entered` becomes `entered_on`; who leaves it out wrote the judgement down on its day."""
    on: date = read["on"]
    entered: date = read.pop("entered", on)
    if entered < on:
        raise ValueError(f"entered: {entered} is before the day the judgement is of, {on}")
    return {**read, "entered_on": entered}


def _together(parts: tuple[Any, ...], whole: date) -> tuple[Any, ...]:
    """Parts that were written down with the whole, or after it: never before."""
    return tuple(replace(part, entered_on=max(part.entered_on, whole)) for part in parts)


def _named(read: dict[str, Any]) -> dict[str, Any]:
    names = Names(en=read.pop("en"), ru=read.pop("ru"), be=read.pop("be"))
    return {"names": names, **read}


def _answer(value: object) -> Answer:
    return Answer(**{"by": "", "complete": False, **_dated(_named(_read(value, ANSWER)))})


def _hypothesis(value: object) -> Hypothesis:
    return Hypothesis(**_named(_read(value, HYPOTHESIS)))


def _item(value: object) -> Item:
    return Item(**_dated(_named(_read(value, ITEM))))


def _estimate(value: object) -> Estimate:
    return Estimate(**{"by": "", "cited": (), **_dated(_read(value, ESTIMATE))})


def _question(key: str, read: dict[str, Any]) -> Question:
    made = {"answers": (), "closed_on": None, "closed_by": (), "moves": "", **_dated(_named(read))}
    if (made["closed_on"] is None) != (not made["closed_by"]):
        raise ValueError("closed_by: a question is closed on a day and by what is cited: give closed_on and closed_by")
    made["answers"] = _together(made["answers"], made["entered_on"])
    return Question(id=key, **made)


def _indicator(key: str, read: dict[str, Any]) -> Indicator:
    made = {"until": None, "hypotheses": "", "lit": (), "dark": (), "origin": "", **_dated(_named(read))}
    if made["lit"] and not made["hypotheses"]:
        raise ValueError("hypotheses: missing: which set the likelihood ratios are of")
    return Indicator(id=key, **made)


def _set(key: str, read: dict[str, Any]) -> Hypotheses:
    made = {"exclusive": True, "discount": DISCOUNT, "items": (), **_dated(_named(read))}
    total = sum(one.prior for one in made["members"])
    if made["exclusive"] and abs(total - 1) > 0.001:
        raise ValueError(f"members: exactly one of them holds, so their priors sum to 1, not to {total:g}")
    ids = [one.id for one in made["members"]]
    if len(ids) < 2 or len(set(ids)) < len(ids):
        raise ValueError("members: two or more, each with an id of its own")
    for place, item in enumerate(made["items"]):
        _complete(item.ratios, ids, "items", str(place), "ratios")
    made["items"] = _together(made["items"], made["entered_on"])
    return Hypotheses(id=key, **made)


def _complete(given: tuple[tuple[str, float], ...], ids: list[str], *path: str) -> None:
    """A cell left out would say 1, "no news", where nobody judged it."""
    if {key for key, _ in given} != set(ids):
        found = ", ".join(key for key, _ in given)
        raise InsideError(f"{path[0]}: expected a ratio for each of {', '.join(ids)}, found {found or 'none'}", *path)


def _forecast(key: str, read: dict[str, Any]) -> Forecast:
    made = {"outcome": "", "settled_on": None, "cited": (), **_dated(_named(read))}
    days = [one.on for one in made["history"]]
    if not days or days != sorted(set(days)):
        raise ValueError("history: one or more probabilities, by day, one a day")
    if bool(made["outcome"]) != (made["settled_on"] is not None):
        raise ValueError("settled_on: an outcome has its day, and a day its outcome")
    if made["settled_on"] is not None and days[-1] > made["settled_on"]:
        raise InsideError(f"history: {days[-1]} is after it was settled", "history", str(len(days) - 1), "on")
    if days[0] < made["on"] or made["due"] < made["on"]:
        raise ValueError("on: a forecast is opened before its first probability and before it is due")
    made["history"] = _together(made["history"], made["entered_on"])
    return Forecast(id=key, **made)


def _need(name: str, read: Callable[[Any], Any]) -> Field:
    return Field(name, read, needed=True)


# Everything a judgement says is printed in three languages, so all three are needed.
_NAMES = tuple(_need(lang, values.texts) for lang in values.LANGUAGES)
_DATED = (_need("on", values.day), Field("entered", values.day))
_SIGNED = (*_NAMES, *_DATED, _need("by", values.text), _need("reference", values.address))
CITATION = (
    *(Field(name, values.text) for name in ("document", "lang", "quote", *IDS)),
    *(Field(name, values.text) for name in SIGNAL),
)
ANSWER = (*_NAMES, *_DATED, Field("by", values.text), Field("complete", values.flag), _need("cited", citations))
HYPOTHESIS = (_need("id", values.text), *_NAMES, _need("prior", probability))
ITEM = (
    _need("id", values.text),
    *_NAMES,
    *_DATED,
    _need("origin", values.text),
    _need("ratios", ratios),
    _need("cited", citations),
)
ESTIMATE = (*_DATED, _need("probability", probability), Field("by", values.text), Field("cited", citations))
LOOK = (
    _need("of", values.one_of(*SEARCHED)),
    *(Field(n, values.texts) for n in ("actors", "topics", "targets", "words", "events", "sources", "resolutions")),
    Field("kinds", values.some_of(*CONTACTS)),
    Field("status", values.some_of("announced", "held", "cancelled", "denied")),
    Field("choices", values.some_of("Y", "N", "A", "NP")),
    Field("measure", values.text),
    Field("because", values.texts),
    Field("unit", values.text),
    Field("least", _number),
    Field("since", values.day),
    Field("until", values.day),
    Field("at_least", positive),
    Field("within_days", positive),
)
JUDGEMENTS: Mapping[str, Kind] = {
    "questions": Kind(
        (
            *_SIGNED,
            *(_need(name, values.text) for name in ("rule", "owner")),
            Field("moves", values.text),
            _need("review_on", values.day),
            _need("look", look),
            Field("answers", lambda value: _listed(value, _answer)),
            Field("closed_on", values.day),
            Field("closed_by", citations),
        ),
        _question,
    ),
    "indicators": Kind(
        (
            *_SIGNED,
            _need("definition", values.text),
            _need("trigger", look),
            _need("expires_days", positive),
            Field("until", values.day),
            _need("base", probability),
            _need("base_from", values.text),
            Field("hypotheses", values.text),
            Field("lit", ratios),
            Field("dark", ratios),
            Field("origin", values.text),
        ),
        _indicator,
    ),
    "hypotheses": Kind(
        (
            *_SIGNED,
            Field("exclusive", values.flag),
            Field("discount", _discount),
            _need("members", lambda value: _listed(value, _hypothesis)),
            Field("items", lambda value: _listed(value, _item)),
        ),
        _set,
    ),
    "forecasts": Kind(
        (
            *_SIGNED,
            _need("rule", values.text),
            _need("due", values.day),
            _need("base", probability),
            _need("base_from", values.text),
            _need("history", lambda value: _listed(value, _estimate)),
            Field("outcome", values.one_of("yes", "no", "void")),
            Field("settled_on", values.day),
            Field("cited", citations),
        ),
        _forecast,
    ),
}
