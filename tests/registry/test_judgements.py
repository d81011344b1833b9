import re
from datetime import date
from pathlib import Path

import pytest

from overtone.errors import JudgementError
from overtone.registry.judgements import default_judgements, load_judgements
from tests.build import desk
from tests.registry.judged import FORECAST, INDICATOR, QUESTION, SET, WHOLE, folder, line

# what is written in place of what, and the words the mistake is told with
MISTAKES = {
    "unknown kind": (
        "[questions.q]",
        "[question.q]",
        "unknown kind of judgement 'question' (did you mean 'questions'?)",
    ),
    "unknown key": ('rule = "An order."', 'rules = "An order."', "rules: unknown key (did you mean 'rule'?)"),
    "a language is missing": ('be = "What is it for?"\n', "", "be: missing"),
    "look without anything": ('topics = ["regional-grouping"]', "at_least = 1", "it would find everything"),
    "look by what is not there": (
        'topics = ["regional-grouping"]',
        'kinds = ["phone"]',
        "kinds: not asked of statements",
    ),
    "unknown topic": (
        'topics = ["troops"]',
        'topics = ["trops"]',
        "the facts know no topic 'trops' (did you mean 'troops'?)",
    ),
    "expiry of no days": ("expires_days = 14", "expires_days = 0", "expected a whole number from 1, found 0"),
    "certainty": ("prior = 0.4", "prior = 1.0", "expected a probability above 0 and below 1, found 1"),
    "priors that do not sum": ("prior = 0.4", "prior = 0.3", "their priors sum to 1, not to 0.9"),
    "ratio of nothing": (
        "ratios = { a = 2, b = 1 }",
        "ratios = { a = 0, b = 1 }",
        "a likelihood ratio lies from 0.001",
    ),
    "cell left out": ("ratios = { a = 2, b = 1 }", "ratios = { a = 2 }", "expected a ratio for each of a, b"),
    "unknown set": ('hypotheses = "h"', 'hypotheses = "g"', "there is no set 'g'"),
    "indicator's ratio left out": (
        "lit = { a = 2, b = 0.5 }",
        "lit = { a = 2 }",
        "lit: expected a ratio for each of a, b",
    ),
    "citation of nothing": ('[{ document = "kremlin/k1", quote = "they come" }]', "[]", "nothing is cited"),
    "citation without its words": (', quote = "they come"', "", "quote: missing"),
    "citation of two things": ('quote = "they come"', 'statement = "77"', "name one thing"),
    "discount of one": ("members = [", "discount = 1.0\nmembers = [", "expected a share from 0 to under 1, found 1"),
    "history out of order": ("on = 2022-10-20,", "on = 2022-10-05,", "history: one or more probabilities, by day"),
    "outcome without a day": ("due = 2022-12-31", 'outcome = "yes"\ndue = 2022-12-31', "an outcome has its day"),
    "written before its day": (
        "on = 2022-10-12",
        "on = 2022-10-12\nentered = 2022-10-11",
        "is before the day the judgement is of",
    ),
    "closed without a ground": (
        "review_on = 2022-12-31",
        "closed_on = 2022-11-01\nreview_on = 2022-12-31",
        "give closed_on and closed_by",
    ),
    "date in quotation marks": ("on = 2022-10-12", 'on = "2022-10-12"', "expected a date such as"),
    "likely and confident": (
        'en = "x"',
        'en = "We are confident that it is likely."',
        "how likely and how sure in one sentence",
    ),
}


@pytest.mark.parametrize("case", MISTAKES)
def test_a_mistake_is_told_with_file_line_and_what_to_do(case: str, tmp_path: Path) -> None:
    right, wrong, words = MISTAKES[case]
    assert right in WHOLE
    text = WHOLE.replace(right, wrong, 1)
    with pytest.raises(JudgementError) as caught:
        load_judgements(desk(), folder(tmp_path / "j", text))
    assert words in str(caught.value)
    assert re.search(r"judged\.toml:\d+: ", str(caught.value))
    assert "docs/assessment.md" in caught.value.next_step


def test_the_line_is_that_of_the_mistake_inside_a_list(tmp_path: Path) -> None:
    text = WHOLE.replace("ratios = { a = 2, b = 1 }", "ratios = { a = -2, b = 1 }")
    with pytest.raises(JudgementError) as caught:
        load_judgements(desk(), folder(tmp_path / "j", text))
    found = int(re.findall(r"judged\.toml:(\d+)", str(caught.value))[0])
    assert line(text, "[[hypotheses.h.items]]") <= found <= line(text, "ratios = { a = -2")


def test_every_citation_knows_its_line(tmp_path: Path) -> None:
    found = load_judgements(desk(), folder(tmp_path / "j", WHOLE))
    (citation,) = found.hypotheses["h"].items[0].cited
    assert citation.where.endswith(f"judged.toml:{line(WHOLE, 'cited = [{')}")


def test_a_part_was_written_down_no_earlier_than_the_whole(tmp_path: Path) -> None:
    text = SET.replace("on = 2022-10-10\n", "on = 2022-10-10\nentered = 2023-01-01\n")
    found = load_judgements(desk(), folder(tmp_path / "j", text))
    assert found.hypotheses["h"].items[0].entered_on == date(2023, 1, 1)
    assert found.hypotheses["h"].items[0].on == date(2022, 10, 12)


def test_a_workspace_replaces_a_judgement_of_the_desk_as_a_whole(tmp_path: Path) -> None:
    first, second = folder(tmp_path / "a", QUESTION), folder(tmp_path / "b", QUESTION.replace("An order.", "A day."))
    found = load_judgements(desk(), first, second)
    assert found.questions["q"].rule == "A day."


def test_the_digest_hangs_on_what_is_judged_not_on_where_it_stands(tmp_path: Path) -> None:
    one = load_judgements(desk(), folder(tmp_path / "a", INDICATOR + SET)).digest
    other = load_judgements(desk(), folder(tmp_path / "b", "# a line more\n" + SET + INDICATOR)).digest
    changed = load_judgements(desk(), folder(tmp_path / "c", INDICATOR + SET.replace("a = 2, b = 1", "a = 3, b = 1")))
    assert one == other
    assert changed.digest != one


def test_the_desks_own_judgements_load_and_say_when_they_were_written() -> None:
    found = load_judgements(desk(), default_judgements())
    assert {"grouping-purpose", "grouping-when", "grouping-size", "grouping-control"} == set(found.questions)
    assert found.hypotheses["grouping-purpose"].exclusive
    days = [(one.on, one.entered_on) for one in found.questions.values()]
    days += [(one.on, one.entered_on) for one in found.indicators.values()]
    days += [(one.on, one.entered_on) for one in found.forecasts.values()]
    assert all(on.year == 2022 and entered_on.year > 2022 for on, entered_on in days)


def test_a_folder_that_is_not_there_is_told() -> None:
    with pytest.raises(JudgementError, match="there is no folder"):
        load_judgements(desk(), Path("nowhere"))


def test_a_forecast_keeps_its_probabilities_by_day(tmp_path: Path) -> None:
    found = load_judgements(desk(), folder(tmp_path / "j", FORECAST)).forecasts["f"]
    assert [one.probability for one in found.history] == [0.3, 0.1]
