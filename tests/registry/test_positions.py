"""Lines of keys: nested, dotted, quoted, after long texts and lists; mistakes are told by them."""

import tomllib

import pytest

from overtone.registry.positions import key_lines, line_of

TEXT = '''# a comment with = and [brackets]
top = 1

[states.by]
en = [
  "Belarus",  # not = a key
  "[x]",
]
forms.be.gen = "Беларусі"
"quoted key" = "a = b"
note = """
[not.a.table]
key = "value"
"""
iso3 = 'BLR' # the end

[states.ru]
en = "Russia"
inline = { a = 1, b = [2,
  3] }

[[claims]]
number = 1
[[claims]]
number = 2
note = \'\'\'one line\'\'\'
text = "t"
'''
LINES = {
    ("top",): 2,
    ("states", "by"): 4,
    ("states", "by", "en"): 5,
    ("states", "by", "forms", "be", "gen"): 9,
    ("states", "by", "quoted key"): 10,
    ("states", "by", "note"): 11,
    ("states", "by", "iso3"): 15,
    ("states", "ru"): 17,
    ("states", "ru", "en"): 18,
    ("states", "ru", "inline"): 19,
    ("claims", "0"): 22,
    ("claims", "0", "number"): 23,
    ("claims", "1"): 24,
    ("claims", "1", "number"): 25,
    ("claims", "1", "note"): 26,
    ("claims", "1", "text"): 27,
}


def test_every_key_has_its_line_and_nothing_else_is_a_key() -> None:
    tomllib.loads(TEXT)
    assert key_lines(TEXT) == LINES


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("states", "by", "forms", "be", "gen"), 9),
        (("states", "by", "forms", "be"), 9),
        (("states", "by", "missing"), 4),
        (("states", "ru", "inline", "b"), 19),
        (("states",), 4),
        (("claims", "1", "number"), 25),
        (("claims", "1", "checks"), 24),
        (("nothing", "of", "it"), 1),
        ((), 1),
    ],
)
def test_the_nearest_line_is_told_for_what_has_none(path: tuple[str, ...], line: int) -> None:
    assert line_of(key_lines(TEXT), path) == line


def test_an_empty_text_has_no_lines() -> None:
    assert key_lines("") == {}
