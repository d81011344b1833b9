"""A folder with one good judgement of each kind, to be spoilt line by line."""

from pathlib import Path

SIGNED = 'en = "{0}"\nru = "{0}"\nbe = "{0}"\non = 2022-10-10\nby = "desk"\nreference = "https://example.org/"\n'
QUESTION = (
    "[questions.q]\n"
    + SIGNED.format("What is it for?")
    + 'rule = "An order."\nowner = "desk"\nreview_on = 2022-12-31\n'
    + 'look = { of = "statements", topics = ["regional-grouping"] }\n'
)
INDICATOR = (
    "[indicators.i]\n"
    + SIGNED.format("Troops arrive")
    + 'definition = "They arrive."\ntrigger = { of = "statements", topics = ["troops"], at_least = 2 }\n'
    + 'expires_days = 14\nbase = 0.1\nbase_from = "counted"\nhypotheses = "h"\nlit = { a = 2, b = 0.5 }\n'
)
SET = (
    "[hypotheses.h]\n"
    + SIGNED.format("What it is for")
    + 'members = [\n  { id = "a", prior = 0.4, en = "a", ru = "a", be = "a" },\n'
    + '  { id = "b", prior = 0.6, en = "b", ru = "b", be = "b" },\n]\n'
    + '[[hypotheses.h.items]]\nid = "x"\non = 2022-10-12\nen = "x"\nru = "x"\nbe = "x"\norigin = "minsk"\n'
    + 'ratios = { a = 2, b = 1 }\ncited = [{ document = "kremlin/k1", quote = "they come" }]\n'
)
FORECAST = (
    "[forecasts.f]\n"
    + SIGNED.format("It happens")
    + 'rule = "It is reported."\ndue = 2022-12-31\nbase = 0.2\nbase_from = "counted"\n'
    + "history = [\n  { on = 2022-10-10, probability = 0.3 },\n  { on = 2022-10-20, probability = 0.1 },\n]\n"
)
WHOLE = QUESTION + INDICATOR + SET + FORECAST


def folder(place: Path, text: str, name: str = "judged") -> Path:
    """The text as a file of a judgements folder."""
    place.mkdir(exist_ok=True)
    (place / f"{name}.toml").write_text(text, encoding="utf-8")
    return place


def line(text: str, words: str) -> int:
    """The line these words stand in."""
    return text[: text.index(words)].count("\n") + 1
