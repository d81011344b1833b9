"""The words for those without a name, in every form."""

from overtone.read.resolution.wording import any_of, wording


def test_titles_are_found_in_every_form_the_longest_first() -> None:
    found = wording("ru").titles.search("по словам премьер-министра")
    assert found is not None
    assert wording("ru").title_kinds[found[0]] == ("premier",)
    assert wording("en").titles.search("the presidential hall") is None


def test_acronyms_decline() -> None:
    assert wording("ru").body_kinds["мидом"] == "foreign-ministry"


def test_pronouns_tell_the_gender() -> None:
    assert [wording("en").pronoun(word) for word in ("he", "her", "they", "it", "dog")] == [
        "m",
        "f",
        "many",
        "thing",
        "",
    ]
    assert wording("be").pronoun("ягоных") == "m"


def test_a_title_of_one_is_no_crowd() -> None:
    assert "главы" not in wording("ru").crowds
    assert "officials" in wording("en").crowds


def test_a_pattern_takes_whole_words_only() -> None:
    assert any_of({"mid"}).search("midday") is None
