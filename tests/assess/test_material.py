"""What an assessment asks of its week: positions in order, themes of contacts, the sentence that says most."""

from overtone.assess.material import sentence_around, whole
from tests.build import contacts, material, report, statement

WORDS = "Good morning. The NATO bloc moves its troops to the border of Belarus. NATO again. We see it."


def test_positions_are_those_of_known_speakers_in_the_order_they_were_said() -> None:
    late, early = statement("putin", "Later.", on="2022-05-18"), statement("lukashenko", "Earlier.", on="2022-05-16")
    others = [statement(None, "Who?", on="2022-05-16"), statement("peskov", "Next.", on="2022-05-16", act="moderation")]
    assert [s.actor for s in material(late, early, *others).positions] == ["lukashenko", "putin"]


def test_a_theme_holds_what_was_counted_for_it() -> None:
    nato, trade = (statement("putin", f"On {topic}.", on="2022-05-16", topics=(topic,)) for topic in ("nato", "trade"))
    week = material(nato, trade)
    assert [s.topics for s in week.of_theme("economy")] == [("trade",)]
    assert week.of_theme("no-such-theme") == ()
    assert "nato" in week.topics_of_theme("security")
    assert "nato" not in week.topics_of_theme("economy")


def test_contacts_belong_to_themes_by_states_and_by_the_events_bloc() -> None:
    week = material()
    (both,) = contacts(report("lukashenko putin", on="2022-05-23"))
    (summit,) = contacts(report("tokayev japarov", on="2022-05-16", event="csto-summit-2022-05-16"))
    (far,) = contacts(report("biden scholz", on="2022-05-16"))
    assert week.themes_of_encounter(both) == {"belarus-russia"}
    assert "security" in week.themes_of_encounter(summit)
    assert week.themes_of_encounter(far) == frozenset()


def test_the_sentence_with_most_of_the_targets_is_taken_whole() -> None:
    page = statement("lukashenko", WORDS, on="2022-05-16", topics=("nato=NATO", "border=border"))
    week = material(page)
    found = week.sentence_with(page.said, frozenset({"nato", "border"}))
    assert found is not None
    assert week.words_of(found) == "The NATO bloc moves its troops to the border of Belarus."


def test_a_sentence_of_quotable_length_goes_before_a_stump() -> None:
    page = statement(
        "lukashenko",
        "NATO, no. " + "It is NATO that comes closer year by year.",
        on="2022-05-16",
        topics=("nato=NATO",),
    )
    found = material(page).sentence_with(page.said, frozenset({"nato"}))
    assert found is not None
    assert material(page).words_of(found) == "It is NATO that comes closer year by year."


def test_no_sentence_is_made_up_where_none_mentions_the_target() -> None:
    page = statement("lukashenko", WORDS, on="2022-05-16", topics=("nato=NATO",))
    assert material(page).sentence_with(page.said, frozenset({"trade"})) is None


def test_words_in_a_language_without_rules_are_still_cut_into_sentences() -> None:
    page = statement(
        "zelenskyy",
        "Мир близько. Санкції діють проти агресора щодня.",
        on="2022-05-16",
        topics=("sanctions=Санкції",),
        lang="uk",
    )
    found = material(page).sentence_with(page.said, frozenset({"sanctions"}))
    assert found is not None
    assert material(page).words_of(found).startswith("Санкції")


def test_the_sentence_around_a_spot_or_the_whole_stretch() -> None:
    start, stop = sentence_around(WORDS, "en", WORDS.index("bloc"))
    assert WORDS[start:stop] == "The NATO bloc moves its troops to the border of Belarus."
    assert sentence_around("", "en", 0) == (0, 0)
    assert sentence_around(WORDS, "en", 500) == (0, len(WORDS))


def test_a_statement_as_evidence_reaches_from_its_first_word_to_its_last() -> None:
    page = statement("putin", "All of it. To the end.", on="2022-05-16")
    assert material(page).words_of(whole(page.said)) == "All of it. To the end."


def test_an_institution_speaks_for_its_state() -> None:
    week = material()
    assert week.state_of("lukashenko") == "by"
    assert week.state_of("nobody") is None
