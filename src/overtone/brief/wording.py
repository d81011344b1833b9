"""How each kind of slot is written in one language: names declined, dates, numbers, shares, quotations.

`FORMATS` is the whole list of kinds; a kind without its row is an error, never a guess.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from babel.dates import format_skeleton, get_month_names
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from overtone.brief.likelihood import likely
from overtone.errors import UsageError
from overtone.language import LANGUAGES, Language
from overtone.records import Slot
from overtone.registry import Actor, Registry

CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
MAN, WOMAN, SEVERAL = 0, 1, 2
HUNDREDTH = 0.01
SMALLEST = 0.001  # what is smaller is told as smaller: no chance and no ratio is written as nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of one language for one year's report: `year` is left out of dates that fall in it."""

    tongue: Language
    registry: Registry
    year: int
    grammar: Mapping[str, str]  # quotation marks and small words of the phrase file

    def write(self, slot: Slot, rest: str) -> str:
        """The slot in words. `rest` holds the case and the manner: "full.ins", "about", "inside"."""
        signs = rest.split(".") if rest else []
        case = next((sign for sign in signs if sign in CASES), "nom")
        manner = next((sign for sign in signs if sign not in CASES), "")
        if slot.kind not in FORMATS:
            raise UsageError(f"no wording for a slot of kind {slot.kind!r}")
        return FORMATS[slot.kind](self, slot.value, manner, case)

    def number_and_gender(self, slot: Slot) -> int:
        """Which of three verb forms goes with the slot: a man, a woman, several."""
        ids = slot.value.split(",")
        if len(ids) > 1:
            return SEVERAL
        actor = self.registry.actors.get(ids[0])
        return WOMAN if actor is not None and actor.gender == "f" else MAN

    def join(self, names: list[str]) -> str:
        """Names with commas and the language's "and"."""
        return format_list(names, locale=self.tongue.code)

    def quoted(self, words: str) -> str:
        """Words between the language's quotation marks."""
        return f"{self.grammar['open']}{words}{self.grammar['close']}"

    def surname(self, actor: Actor, case: str) -> str:
        """The surname in a case, the facts' own form first."""
        given = dict(actor.forms).get(f"{self.tongue.code}.{case}")
        name = actor.surnames.display(self.tongue.code)
        return given or self.tongue.decline(name, case, f"surname-{actor.gender}")


def _actor(wording: Wording, actor_id: str, manner: str, case: str) -> str:
    actor = wording.registry.actors.get(actor_id)
    if actor is None:
        return _institution(wording, actor_id, case)
    if manner != "full":
        return wording.surname(actor, case)
    return wording.tongue.decline(actor.names.display(wording.tongue.code), case, f"person-{actor.gender}")


def _institution(wording: Wording, key: str, case: str) -> str:
    """An institution that speaks, by its name; somebody the facts do not know, as printed."""
    known = wording.registry.institutions.get(key)
    if known is None:
        return key.removeprefix("unknown:")
    given = dict(known.forms).get(f"{wording.tongue.code}.{case}")
    return given or wording.tongue.decline(known.names.display(wording.tongue.code), case, "phrase")


def _actors(wording: Wording, value: str, manner: str, case: str) -> str:
    return wording.join([_actor(wording, actor_id, manner, case) for actor_id in value.split(",")])


def _named(table: str, kind: str) -> Callable[[Wording, str, str, str], str]:
    def write(wording: Wording, value: str, manner: str, case: str) -> str:
        names = []
        for key in value.split(","):
            fact = getattr(wording.registry, table).get(key)
            if fact is None:
                names.append(key)
                continue
            given = dict(getattr(fact, "forms", ())).get(f"{wording.tongue.code}.{case}")
            name = fact.names.display(wording.tongue.code)
            names.append(given or wording.tongue.decline(name, case, kind))
        return wording.join(names)

    return write


def _topic(wording: Wording, value: str, manner: str, case: str) -> str:
    if "," in value:
        return wording.join([_topic(wording, one, manner, case) for one in value.split(",")])
    topic = wording.registry.topics.get(value)
    if topic is None:
        return _named("states" if value in wording.registry.states else "blocs", "place")(wording, value, manner, case)
    if manner == "about":
        return topic.about.display(wording.tongue.code)
    name = topic.names.display(wording.tongue.code)
    return wording.quoted(name) if manner == "quoted" else name


def _place(wording: Wording, value: str, manner: str, case: str) -> str:
    place = wording.registry.places[value]
    return (place.inside if manner == "inside" else place.names).display(wording.tongue.code)


def _date(wording: Wording, value: str, manner: str, case: str) -> str:
    day = date.fromisoformat(value)
    if manner == "year" or day.year != wording.year:
        return wording.tongue.day(day)
    return f"{day.day} {wording.tongue.months[day.month - 1]}"


def _count(wording: Wording, value: str, manner: str, case: str) -> str:
    return str(format_decimal(int(value), locale=wording.tongue.code))


def _number(wording: Wording, value: str, manner: str, case: str) -> str:
    number = float(value)
    if number < SMALLEST:
        return f"<\u00a0{format_decimal(SMALLEST, format='0.000', locale=wording.tongue.code)}"
    pattern = "0.0" if number >= 1 else "0.00" if number >= 0.01 else "0.000"
    return str(format_decimal(number, format=pattern, locale=wording.tongue.code))


def _share(wording: Wording, value: str, manner: str, case: str) -> str:
    """A whole per cent; a share under one per cent with one place, so that a little is not written as nothing."""
    share = float(value)
    if not 0 < share < HUNDREDTH:
        return str(format_percent(share, locale=wording.tongue.code))
    whole = str(format_percent(0.0, locale=wording.tongue.code))
    return whole.replace("0", str(format_decimal(100 * share, format="0.0", locale=wording.tongue.code)))


def _quote(wording: Wording, value: str, manner: str, case: str) -> str:
    return wording.quoted(value)


def _contact(wording: Wording, value: str, manner: str, case: str) -> str:
    return wording.grammar[f"contact-{value}"]


def _month(wording: Wording, value: str, manner: str, case: str) -> str:
    return str(get_month_names("abbreviated", context="stand-alone", locale=wording.tongue.code)[int(value)])


def _arrow(wording: Wording, value: str, manner: str, case: str) -> str:
    """Two speakers, the first before the second."""
    return " → ".join(_actor(wording, actor_id, manner, case) for actor_id in value.split(","))


def _week(wording: Wording, value: str, manner: str, case: str) -> str:
    """A week by its Monday, as short as a picture has it."""
    year, _, number = value.partition("-W")
    return str(format_skeleton("MMMd", date.fromisocalendar(int(year), int(number), 1), locale=wording.tongue.code))


def _signed(wording: Wording, value: str, manner: str, case: str) -> str:
    """A number below or above zero, with its sign."""
    return str(format_decimal(float(value), format="+0.00;−0.00", locale=wording.tongue.code))


def _likelihood(wording: Wording, value: str, manner: str, case: str) -> str:
    return likely(float(value), wording.tongue.code)


def _names(wording: Wording, value: str, manner: str, case: str) -> str:
    """What its author wrote in every language: one text a language, in the order of the languages."""
    written = dict(zip(LANGUAGES, value.split("\x1f"), strict=True))
    return written[wording.tongue.code]


def _party(wording: Wording, value: str, manner: str, case: str) -> str:
    """Whoever may undertake something: people, institutions, states and blocs; others as printed."""
    names = []
    for key in value.split(","):
        kinds = (("states", "state"), ("blocs", "bloc"))
        kind = next((kind for table, kind in kinds if key in getattr(wording.registry, table)), "actor")
        names.append(FORMATS[kind](wording, key, manner, case))
    return wording.join(names)


def _ordinals(wording: Wording, value: str, manner: str, case: str) -> str:
    """Numbers under rules of counting, "rule=3;rule=": by each rule the number, or that the rule does not count it."""
    counted, uncounted = [], []
    for one in value.split(";"):
        rule, _, number = one.partition("=")
        fact = wording.registry.rules.get(rule)
        name = fact.names.display(wording.tongue.code) if fact else rule
        if number:
            counted.append(wording.grammar["ordinal"].format(n=number, rule=name))
        else:
            uncounted.append(wording.quoted(name))
    left = [wording.grammar["ordinal-none"].format(rules=wording.join(uncounted))] if uncounted else []
    return "; ".join([wording.join(counted), *left])


def _clause(prefix: str) -> Callable[[Wording, str, str, str], str]:
    """Words of the phrase file by their key; what has none of its own is told in general, or by its key."""

    def write(wording: Wording, value: str, manner: str, case: str) -> str:
        return wording.grammar.get(f"{prefix}-{value}") or wording.grammar.get(f"{prefix}-other", value)

    return write


def _verbatim(wording: Wording, value: str, manner: str, case: str) -> str:
    return value


FORMATS: Mapping[str, Callable[[Wording, str, str, str], str]] = MappingProxyType(
    {
        "actor": _actors,
        "state": _named("states", "place"),
        "institution": _named("institutions", "phrase"),
        "office": _named("offices", "phrase"),
        "bloc": _named("blocs", "phrase"),
        "theme": _named("themes", "phrase"),
        "event": _named("events", "phrase"),
        "rule": _named("rules", "phrase"),
        "source": _named("sources", "phrase"),
        "topic": _topic,
        "place": _place,
        "date": _date,
        "count": _count,
        "number": _number,
        "share": _share,
        "likelihood": _likelihood,
        "quote": _quote,
        "contact": _contact,
        "month": _month,
        "names": _names,
        "party": _party,
        "ordinals": _ordinals,
        "reason": _clause("reason"),
        "variety": _clause("variety"),
        "measure": _clause("measure"),
        "word": _verbatim,
        "arrow": _arrow,
        "week": _week,
        "signed": _signed,
        "standing": _clause("standing"),
        "column": _clause("column"),
    }
)
