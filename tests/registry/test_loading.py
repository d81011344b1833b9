import re
from datetime import date
from pathlib import Path

import pytest

from overtone.errors import FactsError, UsageError
from overtone.registry import default_desk, load

STATE = '[states.by]\niso3 = "BLR"\nen = "Belarus"\nreference = "https://example.org/by"\n'
OFFICE = '[offices.by-president]\nen = "President of Belarus"\nreference = "https://example.org/p"\n'
ACTOR = '[actors.a]\nen = "Ada Smith"\noffices = "by-president 2020-01-01..2021-12-31"\nreference = "https://example.org/a"\n'

MISTAKES = {
    "unknown key": (STATE + 'nmaes = "x"\n', 5, "nmaes: unknown key"),
    "unknown key with a suggestion": (STATE + 'adjective = "x"\n', 5, "did you mean 'adjectives'"),
    "missing key": ('# states\n\n[states.by]\nen = "Belarus"\nreference = "https://example.org"\n', 3, "iso3: missing"),
    "wrong type": (STATE.replace('"Belarus"', "5"), 3, "en: expected a text or a list of texts, found 5"),
    "empty name": (STATE.replace('"Belarus"', '[""]'), 3, "en: expected a text"),
    "reference that is no address": (
        STATE.replace("https://example.org/by", "a book"),
        4,
        "reference: expected a public",
    ),
    "unknown kind": ("[stats.by]\n", 1, "did you mean 'states'"),
    "twice in one file": (STATE + STATE, 5, "[states.by] stands twice"),
    "syntax": (STATE + "ru = «Беларусь»\n", 5, "not valid TOML"),
    "text never closed": (STATE + 'ru = "Бел\n', 5, "not valid TOML"),
    "no such day": (ACTOR.replace("2020-01-01", "2020-02-31"), 3, "there is no day 2020-02-31"),
    "since after until": (ACTOR.replace("2020-01-01", "2022-01-01"), 3, "since is after until"),
    "term that is none": (ACTOR.replace("..", " to "), 3, "expected an id and its dates"),
    "unknown office": (ACTOR, 3, "there is no office 'by-president'"),
    "unknown state": (OFFICE + 'state = "xy"\n', 4, "there is no state 'xy'"),
    "unknown gender": (ACTOR + 'gender = "x"\n', 5, "gender: expected one of m, f"),
    "after a long list": (
        STATE.replace('"Belarus"', '[\n "Belarus", # ]\n "[x]",\n]') + "iso = 1\n",
        8,
        "iso: unknown key",
    ),
    "in a claim": ("[[claims]]\nnumber = 1\n[[claims]]\nnumber = 2\ntext = 3\n", 1, "text: missing"),
}


def desk(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("case", MISTAKES)
def test_a_mistake_is_named_with_file_line_and_field(case: str, tmp_path: Path) -> None:
    text, line, words = MISTAKES[case]
    with pytest.raises(FactsError) as caught:
        load(desk(tmp_path, wrong=text))
    assert f"wrong.toml:{line}: " in str(caught.value)
    assert words in str(caught.value)


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(FactsError) as caught:
        load(desk(tmp_path, wrong=STATE.replace('"BLR"', "1") + "x = 1\ny = 2\n"))
    assert re.findall(r"wrong\.toml:(\d+)", str(caught.value)) == ["2", "5", "6"]


def test_one_id_in_two_files_of_a_folder_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="is already in"):
        load(desk(tmp_path, one=STATE, two=STATE))


def test_an_event_does_not_end_before_it_starts(tmp_path: Path) -> None:
    text = (
        '[events.e]\nen = "Talks"\nstart = 2022-05-16\nstop = 2022-05-15\nplace = "Minsk"\nkind = "bilateral"\n'
        'reference = "https://example.org"\n'
    )
    with pytest.raises(FactsError, match=r"wrong\.toml:4: .*ends before it starts"):
        load(desk(tmp_path, wrong=text))


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (tmp_path / "old.toml").write_bytes('[states.by]\nru = "Беларусь"'.encode("cp1251"))
    with pytest.raises(FactsError, match=r"old\.toml: not UTF-8"):
        load(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FactsError, match="there is no folder"):
        load(tmp_path / "nowhere")


def test_a_workspace_adds_and_overrides_whole_facts(tmp_path: Path) -> None:
    first = desk(tmp_path / "desk", states=STATE, offices=OFFICE)
    second = desk(tmp_path / "mine", more=ACTOR, changed=STATE.replace("Belarus", "Belorussia"))
    registry = load(first, second)
    assert registry.name("state", "by", "en") == "Belorussia"
    assert registry.holders("by-president", date(2021, 12, 31)) == (registry.actors["a"],)
    assert registry.holders("by-president", date(2022, 1, 1)) == ()


def test_the_digest_depends_on_the_facts_and_not_on_their_files(tmp_path: Path) -> None:
    one = load(desk(tmp_path / "one", all=STATE + OFFICE))
    two = load(desk(tmp_path / "two", z=STATE, a=OFFICE))
    other = load(desk(tmp_path / "other", all=STATE + OFFICE.replace("Belarus", "Minsk")))
    assert one.digest == two.digest != other.digest


def test_an_unknown_name_asks_what_was_meant() -> None:
    with pytest.raises(UsageError, match="did you mean 'lukashenko'"):
        load(default_desk()).name("actor", "lukashenka", "en")


def test_claims_stand_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    claim = '[[claims]]\nnumber = {}\ntext = "t"\nexpected = "holds"\nreference = "https://example.org"\n'
    registry = load(desk(tmp_path, claims=claim.format(2) + claim.format(1)))
    assert [c.number for c in registry.claims] == [1, 2]
