"""Front matter and authors: each mistake with file, line and field."""

from datetime import date

import pytest

from overtone.brief.commentary_front import authors_of, fields_of, split
from overtone.errors import CommentaryError

GOOD = 'title = "T"\nauthors = ["desk"]\ndate = 2022-05-16\nsummary = "S."\n'
AUTHOR = '[desk]\nname.en = "Desk"\nname.ru = "Редакция"\nbio.en = "We."\n'


def test_a_full_front_matter_is_read() -> None:
    more = (
        'disclaimer = "D"\nrelated = ["2022-W20", "other"]\nweeks = ["2022-W20"]\ntranslation_of = "en"\n'
        'translator = "desk"\n[image]\nfile = "a.png"\ncredit = "C"\nalt = "A"\n'
    )
    fields = fields_of(GOOD + more, "x.md")
    assert (fields.title, fields.authors, fields.date, fields.summary) == ("T", ("desk",), date(2022, 5, 16), "S.")
    assert fields.image == {"file": "a.png", "credit": "C", "alt": "A"}
    assert (fields.related, fields.weeks, fields.translation_of) == (("2022-W20", "other"), ("2022-W20",), "en")
    assert fields.lines["date"] == 4


@pytest.mark.parametrize(
    ("front", "where", "words"),
    [
        ("title = \n", "x.md:2", "not TOML"),
        (GOOD + "x = [1,\n", "x.md:", "not TOML"),
        (GOOD + 'titel = "x"\n', "x.md:6: titel", "did you mean 'title'"),
        ('title = "T"\n', "x.md:2: authors", "authors is missing"),
        (GOOD.replace("2022-05-16", '"soon"'), "x.md:4: date", "expected a date"),
        (GOOD.replace('["desk"]', "[]"), "x.md:3: authors", "at least one"),
        (GOOD.replace('"S."', '""'), "x.md:5: summary", "expected a text"),
        (GOOD + 'weeks = ["May"]\n', "x.md:6: weeks", "expected weeks"),
        (GOOD + 'image = { file = "a.png" }\n', "x.md:6: image", "credit, alt"),
        (GOOD + 'image = { file = "../a.png", credit = "c", alt = "a" }\n', "x.md:6: image", "same folder"),
        (GOOD + 'translation_of = "english"\n', "x.md:6: translation_of", "expected a language"),
    ],
)
def test_a_mistake_is_told_with_line_and_field(front: str, where: str, words: str) -> None:
    with pytest.raises(CommentaryError) as told:
        fields_of(front, "x.md")
    assert told.value.where.startswith(where)
    assert words in told.value.what


@pytest.mark.parametrize("source", ["", "Title\n", "+++\ntitle = 1\n"])
def test_a_file_without_front_matter_is_refused(source: str) -> None:
    with pytest.raises(CommentaryError, match="front matter"):
        split(source, "x.md")


def test_the_body_begins_behind_the_front_matter() -> None:
    assert split("+++\na = 1\n+++\n\nBody\n", "x.md") == ("a = 1", ["", "Body", ""], 4)


def test_authors_have_names_and_a_few_words_in_each_language() -> None:
    found = authors_of(AUTHOR + 'bio.ru = "Мы."\npicture = "d.jpg"\nperson = true\n', "authors.toml")["desk"]
    assert (found.names.display("ru"), found.bio.display("ru"), found.bio.display("be")) == ("Редакция", "Мы.", "We.")
    assert (found.picture, found.person) == ("d.jpg", True)


@pytest.mark.parametrize(
    ("source", "where", "words"),
    [
        ('[desk]\nname.en = "D"\n', "authors.toml:1: bio", "no bio"),
        (AUTHOR + "age = 3\n", "authors.toml:5: age", "no field"),
        ('["De sk"]\nname.en = "D"\n', "authors.toml", "is no id"),
        (AUTHOR.replace("name.ru", "name.uk"), "authors.toml:2: name", "unknown language"),
        ("desk = 1\n", "authors.toml", "expected a table"),
    ],
)
def test_a_mistake_about_an_author_is_told_with_its_line(source: str, where: str, words: str) -> None:
    with pytest.raises(CommentaryError) as told:
        authors_of(source, "authors.toml")
    assert told.value.where.startswith(where)
    assert words in told.value.what
