"""Three phrase files, one set of keys and slots; every phrase a whole, clean sentence in its language."""

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest

import overtone
from overtone.brief.outline import HEADLINES
from overtone.brief.phrases import load, parity, slots_of
from overtone.errors import UsageError
from overtone.language import LANGUAGES
from overtone.measure import MEASURES
from overtone.records import Slot
from tests.brief.samples import QUOTE, every, phrases, slot, writer, written

PACKAGE = Path(overtone.__file__).parent
PAIRS = [("en", "ru"), ("en", "be"), ("ru", "be")]
NOT_SENTENCES = re.compile(r"headline-.*|chart-[a-z]+$")  # titles stand without a full stop


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_the_phrase_files_agree_in_keys_and_slots(one: str, other: str) -> None:
    assert parity(phrases(one), phrases(other)) == ()
    assert phrases(one).grammar.keys() == phrases(other).grammar.keys()


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_the_furniture_files_agree_in_keys_and_slots(one: str, other: str) -> None:
    left, right = phrases(one).furniture, phrases(other).furniture
    assert left.keys() == right.keys()
    assert {k: slots_of(v) for k, v in left.items()} == {k: slots_of(v) for k, v in right.items()}


def test_parity_tells_missing_keys_and_differing_slots() -> None:
    english = phrases("en")
    less = {k: v for k, v in phrases("ru").sentences.items() if k != "said"}
    russian = replace(phrases("ru"), sentences=less | {"phoned": "{parties}", "extra": "…"})
    told = "\n".join(parity(english, russian))
    assert "said: only in en" in told
    assert "extra: only in ru" in told
    assert "phoned: en fills ['date', 'parties'], ru ['parties']" in told


def literals(node: ast.AST) -> set[str]:
    return {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}


def keys_yielded() -> set[str]:
    """Phrase keys as the source of assess and brief/outline has them: keys of findings, charts, limits, headlines."""
    found = {key for key, _ in HEADLINES.values()} | set(HEADLINES)
    files = [*(PACKAGE / "assess").rglob("*.py"), PACKAGE / "brief" / "outline.py"]
    for file in files:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"Finding", "Chart", "_limit", "_finding"}:
                given = [k.value for k in node.keywords if k.arg == "key"] or node.args[:1]
                found |= {word for value in given for word in literals(value)}
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "key":
                found |= literals(node.value)
    return {key for key in found if re.fullmatch(r"[a-z]+(-[a-z]+)*", key)}


def test_every_key_that_findings_use_has_its_phrase() -> None:
    used = keys_yielded()
    assert {"said", "spoke", "met-bilateral", "limit-no-data", "chart-shares", "theme-quiet"} <= used
    assert sorted(used - phrases("en").sentences.keys() - {"verdict", "cannot-say"}) == []


def test_every_chart_has_a_title_and_an_alternative_text() -> None:
    titles = [key for key in phrases("en").sentences if re.fullmatch(r"chart-[a-z]+", key)]
    assert len(titles) >= 3
    assert [key for key in titles if f"{key}-alt" not in phrases("en").sentences] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_phrase_is_a_clean_whole_sentence(lang: str) -> None:
    faults = []
    for key, code, turn in every():
        if code != lang:
            continue
        words = written(key, lang, turn).replace(QUOTE, "…")
        ends = r"[.?!…][»”\"’)]*$"
        troubles = (
            ("braces or signs left", re.search(r"[{}]|\|", words)),
            ("a doubled stop", re.search(r"(?<!\.)\.\.(?!\.)|,,|;;| [,.;]", words)),
            ("a doubled space", "  " in words or words != words.strip()),
            ("no capital first", words[:1] != words[:1].upper()),
            ("no end", not NOT_SENTENCES.fullmatch(key) and not re.search(ends, words)),
            ("a stop at the end of a title", NOT_SENTENCES.fullmatch(key) and words.endswith(".")),
        )
        faults += [f"{lang} {key}: {what}: {words}" for what, wrong in troubles if wrong]
    assert faults == []


LETTERS = {"en": r"[а-яА-ЯёЁіІўЎ]", "ru": r"[іІўЎ]", "be": r"[иИщЩъЪ]"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_language_has_another_ones_letters(lang: str) -> None:
    wrong = [
        words for key, code, turn in every(3) if code == lang for words in [written(key, lang, turn).replace(QUOTE, "")]
    ]
    assert [words for words in wrong if re.search(LETTERS[lang], words)] == []
    assert [k for k, words in phrases(lang).furniture.items() if re.search(LETTERS[lang], words)] == []


NUMBER = re.compile(r"\d+(?:[\u00a0\u202f,]\d{3}(?!\d))*(?:[.,]\d+)?")


def numbers(words: str) -> list[str]:
    """Numbers without what sets thousands apart, decimals after a point; a day's month and a share's sign aside."""
    plain = (re.sub(r"[\u00a0\u202f,](?=\d{3}(?!\d))", "", found) for found in NUMBER.findall(words))
    return sorted(number.replace(",", ".") for number in plain)


def test_three_renderings_tell_the_same_numbers() -> None:
    differing = []
    for key in phrases("en").sentences:
        for turn in range(7):
            told = {lang: numbers(written(key, lang, turn).replace(QUOTE, "")) for lang in LANGUAGES}
            if len({tuple(found) for found in told.values()}) > 1:
                differing.append((key, turn, told))
    assert differing == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_quotation_stands_byte_for_byte_and_its_place_is_told(lang: str) -> None:
    phrase = phrases(lang).sentence("said")
    slots = tuple(slot(name, "said") for name in slots_of(phrase))
    words, ((start, stop),) = writer(lang).quoting(phrase, slots)
    assert words[start:stop] == QUOTE
    grammar = phrases(lang).grammar
    assert (words[start - 1], words[stop]) == (grammar["open"], grammar["close"])


@pytest.mark.parametrize("words", ["", "{n}", "\\1", "Ends...", "ўсё у Маскве", "..", "a\nb"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_whatever_a_quotation_holds_is_kept(words: str, lang: str) -> None:
    slots = (Slot(name="quote", kind="quote", value=words),)
    filled = writer(lang).fill("{quote}", slots)
    assert filled[1:-1] == words


def test_a_slot_the_finding_lacks_is_an_error_that_names_it() -> None:
    with pytest.raises(UsageError, match="parties"):
        writer("en").fill("{parties} met.", (Slot(name="date", kind="date", value="2022-05-16"),))


def test_a_key_the_file_lacks_is_an_error_that_names_key_and_file() -> None:
    with pytest.raises(UsageError, match="no-such-key") as told:
        load("be").sentence("no-such-key")
    assert "phrases_be.toml" in str(told.value)


def test_a_language_without_phrases_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match="uk"):
        load("uk")


@pytest.mark.parametrize(
    ("lang", "count", "form"),
    [
        ("en", 1, "statement"), ("en", 2, "statements"), ("en", 21, "statements"), ("en", 0, "statements"),
        ("ru", 1, "высказывание"), ("ru", 3, "высказывания"), ("ru", 5, "высказываний"), ("ru", 11, "высказываний"),
        ("ru", 21, "высказывание"), ("ru", 112, "высказываний"),
        ("be", 1, "выказванне"), ("be", 3, "выказванні"), ("be", 5, "выказванняў"), ("be", 12, "выказванняў"),
        ("be", 22, "выказванні"),
    ],
)  # fmt: skip
def test_a_number_takes_its_form(lang: str, count: int, form: str) -> None:
    forms = {
        "en": "statement|statements",
        "ru": "высказывание|высказывания|высказываний",
        "be": "выказванне|выказванні|выказванняў",
    }
    filled = writer(lang).fill("– {n} {n#" + forms[lang] + "}", (Slot(name="n", kind="count", value=str(count)),))
    assert filled == f"– {count} {form}"


@pytest.mark.parametrize(
    ("actor", "verb"), [("lukashenko", "сказал"), ("zakharova", "сказала"), ("putin,lukashenko", "сказали")]
)
def test_a_verb_goes_with_a_man_a_woman_and_several(actor: str, verb: str) -> None:
    slots = (Slot(name="actor", kind="actor", value=actor),)
    assert writer("ru").fill("– {actor~сказал|сказала|сказали}", slots) == f"– {verb}"


def test_an_abbreviation_at_the_end_ends_the_sentence() -> None:
    day = (Slot(name="date", kind="date", value="2021-12-29"),)
    assert writer("ru").fill("Это было {date:year}.", day).count("..") == 0
    assert writer("en").fill("They met {date}.", day) == "They met 29 December 2021."


PARTS = (("reference", "reference"), ("null", "null"), ("not-for", "not_for"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_measure_says_in_every_language_what_it_rests_on_and_what_it_is_not_for(lang: str) -> None:
    told = load(lang).furniture
    wanted = {f"method.{one.name}.{part}" for one in MEASURES for part, _ in PARTS}
    assert wanted <= told.keys()
    assert {key for key in told if key.startswith("method.")} <= wanted


def test_the_english_words_of_a_measure_are_those_of_its_file() -> None:
    told = load("en").furniture
    for one in MEASURES:
        for part, field in PARTS:
            if (one.name, part) != ("network", "reference"):  # that names two others whole
                assert told[f"method.{one.name}.{part}"] == getattr(one, field), one.name
