"""Short builders for judgements: `rivals("a=.5 b=.5", "x: a=2 b=.5", "y@press: a=1 b=1")`."""

from datetime import date

from overtone.records import Citation, Estimate, Forecast, Hypotheses, Hypothesis, Item, Names

DAY = date(2022, 10, 16)


def names(words: str) -> Names:
    """The same words in three languages."""
    return Names(en=(words,), ru=(words,), be=(words,))


def ratios(text: str) -> tuple[tuple[str, float], ...]:
    """`a=2 b=.5` as pairs."""
    return tuple((key, float(value)) for key, _, value in (part.partition("=") for part in text.split()))


def item(text: str, on: date = DAY, cited: tuple[Citation, ...] = ()) -> Item:
    """`id@origin: a=2 b=.5`; an item without an origin is its own."""
    head, _, cells = text.partition(":")
    key, _, origin = head.strip().partition("@")
    return Item(id=key, names=names(key), on=on, entered_on=on, origin=origin or key, ratios=ratios(cells), cited=cited)


def rivals(priors: str, *items: str, exclusive: bool = True, discount: float = 0.25) -> Hypotheses:
    """A set of hypotheses with its items."""
    members = tuple(Hypothesis(id=key, names=names(key), prior=p) for key, p in ratios(priors))
    return Hypotheses(
        id="set",
        names=names("What is it for?"),
        on=DAY,
        entered_on=DAY,
        by="desk",
        exclusive=exclusive,
        discount=discount,
        members=members,
        items=tuple(item(one) for one in items),
        reference="https://example.org/",
    )


def forecast(history: str, outcome: str = "", settled: str = "", key: str = "f", base: float = 0.5) -> Forecast:
    """`2022-10-01=.3 2022-10-05=.6`, settled "yes", "no" or "void" on a day."""
    given = [(date.fromisoformat(day), p) for day, p in ratios(history)]
    settled_on = date.fromisoformat(settled) if settled else None
    return Forecast(
        id=key,
        names=names(key),
        on=given[0][0],
        entered_on=given[0][0],
        by="desk",
        rule="It happens.",
        due=date(2022, 12, 31),
        base=base,
        base_from="counted",
        history=tuple(Estimate(on=day, entered_on=day, probability=p, by="desk") for day, p in given),
        outcome=outcome,
        settled_on=settled_on,
        cited=(),
        reference="https://example.org/",
    )
