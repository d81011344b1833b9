"""`overtone phrases` on the command line."""

from tests.cli.calling import call


def test_the_list_is_printed_as_it_stands_in_the_docs() -> None:
    told = call("phrases", "--lang", "be")
    assert told.code == 0
    assert told.out.startswith("# Phrases: be\n")
    assert call("phrases", "--lang", "be", "--json").body["markdown"] == told.out


def test_a_language_that_the_house_does_not_write_is_refused() -> None:
    assert call("phrases", "--lang", "uk").code == 2
