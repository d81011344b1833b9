"""The parts of the search: what weighs how much, which forms lead where, and files no browser need load twice."""

import json
import re

from overtone.publish.search import (
    CHUNK,
    OPENING,
    Entry,
    Part,
    base36,
    card,
    entry_files,
    index,
    read_card,
    script,
    shards,
)


def entry(title: str, text: str = "", lang: str = "") -> Entry:
    return Entry(path=f"{title}.html", kind="evidence", title=title, text=text, lang=lang)


def weight(part: Part, key: str, number: int) -> int:
    found = {one[:-1]: int(one[-1]) for one in part.terms[key].split()}
    return found.get(base36(number), 0)


def test_a_word_weighs_more_in_a_title_than_in_a_text_and_more_in_a_short_text() -> None:
    part = index([entry("Minsk"), entry("Other", "Minsk"), entry("More", "Minsk " + "and much else " * 40)], "en")
    assert weight(part, "minsk", 0) > weight(part, "minsk", 1) > weight(part, "minsk", 2) > 0


def test_a_text_is_read_in_its_own_language() -> None:
    part = index([entry("Evidence", "Новые санкции", lang="ru")], "en")
    assert "санкц" in part.terms


def test_a_form_that_does_not_begin_with_its_key_is_listed() -> None:
    part = index([entry("а", "палітыцы", lang="be"), entry("б", "палітыка", lang="be")], "be")
    keys = {key for keys in part.forms.values() for key in keys}
    assert len(keys) == 1
    assert keys <= part.terms.keys()


def test_all_forms_of_a_name_lead_to_all_its_keys_that_are_there() -> None:
    part = index([entry("Песков", lang="ru")], "ru", [(("пескова",), ("песк", "нигде"))])
    assert part.forms["пескова"] == ("песк",)


def test_a_card_gives_back_what_it_was_made_from() -> None:
    part = index([entry("Мінск", "сустрэча ў Мінску")], "be")
    assert read_card(card(part)) == part


def test_numbers_in_base_36() -> None:
    assert [base36(n) for n in (0, 35, 36, 1295, 1296)] == ["0", "z", "10", "zz", "100"]


def test_words_with_one_beginning_stand_in_one_shard_and_shards_are_sorted() -> None:
    words = [f"{a}{b}{c}{d}" for a in "абвг" for b in "аеио" for c in "клмн" for d in ("ость", "ение", "ание")]
    part = index([entry(word, " ".join(words)) for word in words], "uk")
    made = shards({"2022-W41": part, "2022-W42": part})
    assert len(made) > 1
    homes: dict[str, set[int]] = {}
    for n, shard in enumerate(made):
        for word in {*shard.terms, *shard.forms}:
            homes.setdefault(word[:OPENING], set()).add(n)
    assert all(len(home) == 1 for home in homes.values())
    assert [shard.opening for shard in made] == sorted(shard.opening for shard in made)
    assert {word for shard in made for word in shard.terms} == part.terms.keys()


def test_entries_are_cut_into_files_that_hand_themselves_over() -> None:
    files = list(entry_files([entry(str(n)) for n in range(CHUNK + 1)], "2022-W41"))
    assert [number for number, _ in files] == ["0", "1"]
    told = re.fullmatch(r'overtone\.take\("2022-W41/1",(.*)\);\n', files[1][1].decode())
    assert told is not None
    assert json.loads(told[1]) == [[f"{CHUNK}.html", "evidence", str(CHUNK), "", ""]]


def test_no_line_separator_ends_a_script() -> None:
    assert "\u2028" not in script("a", "\u2028\u2029").decode()
