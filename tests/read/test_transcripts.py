"""Transcripts: turns with speaker and act; lead, headings and closing marks are nobody's speech."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from overtone.read.transcripts import body_of, explain_labels, read_transcript, venue_of
from overtone.records import Document, Mention, Statement
from tests.read.transcript_desk import desk, document

SUMMIT = (
    "The leaders of the allies met. *** President of Russia Vladimir Putin: Good afternoon. I give the floor to the "
    "President of Belarus. President of Belarus Alexander Lukashenko Lukashenko AlexanderPresident of Belarus: My "
    "friends! (Applause.) I would like to say: we stand together. Vladimir Putin: Thank you. Mr Tokayev, please. "
    "President of Kazakhstan Kassym-Jomart Tokayev: Trade has grown. <…>"
)


def _read(made: Document) -> tuple[tuple[Statement, ...], tuple[str, ...]]:
    statements, _, notes = read_transcript(made, desk(), ())
    return statements, notes


def _said(made: Document) -> list[tuple[str | None, str, str]]:
    return [(s.actor, s.act, made.text[s.start : s.stop]) for s in _read(made)[0]]


def test_a_summit_is_read_turn_by_turn() -> None:
    assert _said(document(SUMMIT, headline="CSTO summit")) == [
        ("putin", "moderation", "Good afternoon. I give the floor to the President of Belarus."),
        ("lukashenko", "position", "My friends! (Applause.) I would like to say: we stand together."),
        ("putin", "moderation", "Thank you. Mr Tokayev, please."),
        ("tokayev", "position", "Trade has grown."),
    ]


def test_speaker_spans_are_the_label_without_hover_text_and_colon() -> None:
    made = document(SUMMIT)
    speakers = [made.text[s.speaker_start : s.speaker_stop] for s in _read(made)[0]]
    assert speakers == [s.speaker for s in _read(made)[0]]
    assert speakers[1] == "President of Belarus Alexander Lukashenko"


def test_statements_carry_day_place_event_office_and_number_of_words() -> None:
    made = document(SUMMIT, headline="CSTO summit")
    statement = _read(made)[0][3]
    assert (statement.said_on, statement.venue, statement.office) == (
        date(2022, 5, 16),
        "csto-summit-2022-05-16",
        "president-kz",
    )
    assert (statement.words, statement.manner, statement.document) == (3, "transcript", made.id)


def test_mentions_are_those_inside_the_turn() -> None:
    made = document(SUMMIT)
    at = made.text.index("we stand")
    inside = Mention(kind="topic", target="unity", start=at, stop=at + 2)
    outside = Mention(kind="topic", target="allies", start=4, stop=11)
    statements, _, _ = read_transcript(made, desk(), (outside, inside))
    assert [s.mentions for s in statements] == [(), (inside,), (), ()]
    assert statements[1].topics == ("unity",)


@pytest.mark.parametrize("end", ["To be continued.", "<…>", "Продолжение следует.", "(To be continued.)"])
def test_a_half_published_item_says_that_it_goes_on(end: str) -> None:
    made = document(f"Vladimir Putin: Welcome, my friend. {end}")
    statements, notes = _read(made)
    assert [made.text[s.start : s.stop] for s in statements] == ["Welcome, my friend."]
    assert "to-be-continued" in notes


def test_headings_between_sections_belong_to_nobody() -> None:
    made = document(
        "Vladimir Putin: We have met. * * * Press statements following the talks President of Russia Vladimir Putin: "
        "We have agreed.\n\nBeginning of the second session\n\nAlexander Lukashenko: We go on."
    )
    assert [words for _, _, words in _said(made)] == ["We have met.", "We have agreed.", "We go on."]


def test_long_speech_behind_asterisks_that_nobody_claims_is_handed_back() -> None:
    speech = "I thank you all, and we shall meet again in our city, as you asked me. " * 6
    made = document(f"Vladimir Putin: We have met. *** {speech}")
    statements, unread, _ = read_transcript(made, desk(), ())
    assert len(statements) == 1
    assert [made.text[span.start : span.stop] for span in unread] == [speech.strip()]


CONFERENCE = (
    "President of Russia Vladimir Putin: Good afternoon. The year was long. "
    "Presidential Press Secretary Dmitry Peskov: Colleagues, raise your hands so that I see you. "
    "Megyn Kelly: Good afternoon. What about trade? "
    "Vladimir Putin: Trade has grown by a tenth, and it will grow further. "
    "Question: And prices? Vladimir Putin: They fall. Remark: At last! Vladimir Putin: At last, yes. "
    "Dmitry Peskov: The next question is from the left side."
)


def test_who_asks_who_leads_and_who_holds_a_position_in_a_news_conference() -> None:
    acts = [(actor, act) for actor, act, _ in _said(document(CONFERENCE, headline="News conference"))]
    assert acts == [
        ("putin", "position"),
        ("peskov", "moderation"),
        (None, "question"),
        ("putin", "position"),
        (None, "question"),
        ("putin", "position"),
        (None, "remark"),
        ("putin", "position"),
        ("peskov", "moderation"),
    ]


def test_a_guest_whom_the_registry_does_not_know_holds_a_position_too() -> None:
    body = (
        "В.Путин: Рад встрече. Мы договорились о торговле. Ж.Ширак: Спасибо. Мы рады быть здесь и говорить о торговле. "
        "Вопрос: А цены? Ж.Ширак: Цены падают, разве нет? Вопрос: А газ? В.Путин: Газ есть."
    )
    acts = [act for _, act, _ in _said(document(body, headline="Совместная пресс-конференция", lang="ru"))]
    assert acts == ["position", "position", "question", "position", "question", "position"]


def test_a_moderator_leads_under_the_short_label_too() -> None:
    body = (
        "Plenary session moderator Margarita Simonyan: Good afternoon, we begin. Vladimir Putin: Good day, friends. "
        "Margarita Simonyan: What about grain? Vladimir Putin: It grows. Margarita Simonyan: I see."
    )
    assert [act for _, act, _ in _said(document(body))] == [
        "moderation",
        "position",
        "question",
        "position",
        "moderation",
    ]


def test_a_press_secretary_alone_states_positions() -> None:
    body = (
        "3:00 P.M. EDT\n\nMS. PSAKI: Good afternoon. We stand by our friends.\n\n"
        "Q    Thank you. Why?\n\nMS. PSAKI: Because.\n\n3:44 P.M. EDT"
    )
    made = document(
        body, headline="Press Briefing by Press Secretary Jen Psaki", source="whitehouse", on=date(2022, 3, 1)
    )
    assert _said(made) == [
        ("psaki", "position", "Good afternoon. We stand by our friends."),
        (None, "question", "Thank you. Why?"),
        ("psaki", "position", "Because."),
    ]


def test_russian_and_belarusian_turns_are_read_with_words_of_their_language() -> None:
    russian = document("В.Путин: Добрый день!\nВопрос: Когда?\nА.Лукашенко: Скоро.", lang="ru")
    belarusian = document("А. Лукашэнка: Добры дзень. Пытанне: Калі? А. Лукашэнка: Хутка.", lang="be")
    assert [(actor, act) for actor, act, _ in _said(russian)] == [
        ("putin", "position"),
        (None, "question"),
        ("lukashenko", "position"),
    ]
    assert [(actor, act) for actor, act, _ in _said(belarusian)] == [
        ("lukashenko", "position"),
        (None, "question"),
        ("lukashenko", "position"),
    ]


SPEECH = "Ukrainians! We hold on, and I thank you. Our people are strong. We will rebuild our cities with you."


@pytest.mark.parametrize(
    ("headline", "source", "actor"),
    [
        ("We hold on - address by President Volodymyr Zelenskyy", "kyiv", "zelenskyy"),
        ("Address by the President of Ukraine", "kyiv", "zelenskyy"),
        ("Address by the President to the citizens", "kyiv", "zelenskyy"),
        ("We hold on - President Volodymyr Zelenskyy's address", "kyiv", "zelenskyy"),
        ("We hold on, and you help us - President Volodymyr Zelenskyy", "kyiv", "zelenskyy"),
        ("Speech by the President at the parade", "kremlin", "putin"),
        ("Statement from President Joe Biden on the storm", "whitehouse", "biden"),
        ("Remarks by the Chairman of the Council", "kyiv", None),
    ],
)
def test_an_address_without_label_is_spoken_by_whom_its_headline_names(
    headline: str, source: str, actor: str | None
) -> None:
    made = document(SPEECH, headline=headline, source=source)
    assert _said(made) == [(actor, "position", SPEECH)]
    statement = _read(made)[0][0]
    assert statement.speaker in headline


@pytest.mark.parametrize(
    ("headline", "body"),
    [
        (
            "Address by the President",
            "The President said that the road is open. He stressed its use. He noted the cost.",
        ),
        ("President opened a road", "The road leads north. It was built in a year."),
        ("Joint statement by President Joe Biden and President Volodymyr Zelenskyy", SPEECH),
        ("Greetings to the pupils of the first school of the city", SPEECH),
        ("Greetings to the veterans", "The message reads, in part: “Your deeds are known.”"),
    ],
)
def test_news_and_joint_texts_are_no_address(headline: str, body: str) -> None:
    assert _said(document(body, headline=headline, source="kyiv")) == []


def test_speech_under_a_headline_that_names_nobody_is_unread() -> None:
    speech = SPEECH * 4
    statements, unread, _ = read_transcript(document(speech, headline="A day of victory", source="kyiv"), desk(), ())
    assert (statements, len(unread)) == ((), 1)


def test_a_headline_with_a_colon_is_no_turn() -> None:
    assert _said(document("The law was signed on Monday.", headline="Vladimir Putin: We go on")) == []


def test_unknown_speakers_are_noted_and_not_guessed() -> None:
    made = document("Vladimir Putin: Good day. Prime Minister Nikol Pashinyan: Good day.")
    statements, notes = _read(made)
    assert (statements[1].actor, statements[1].office, statements[1].speaker) == (
        None,
        None,
        "Prime Minister Nikol Pashinyan",
    )
    assert notes == ("unknown-speaker:Nikol Pashinyan",)


def test_the_event_is_the_one_of_that_day_and_headline() -> None:
    assert venue_of(document("x", headline="CSTO summit"), desk()) == "csto-summit-2022-05-16"
    assert venue_of(document("x", headline="CSTO summit", on=date(2022, 5, 18)), desk()) == ""
    assert venue_of(document("x", headline="Talks"), desk()) == ""


def test_the_debug_twin_tells_the_rule_of_every_candidate() -> None:
    told = list(explain_labels(document("Vladimir Putin: I repeat: yes. Germany: Slow."), desk()))
    assert told == [("Vladimir Putin", "registry_name", True), ("Germany", "single_word", False)]


def test_a_document_without_parts_is_all_body() -> None:
    made = document("Vladimir Putin: Yes.")
    assert body_of(made) == (0, len(made.text))


@pytest.mark.parametrize("body", ["", ":", "::::", "Vladimir Putin:", "Vladimir Putin: ", "***", "<…>"])
def test_empty_shells_hold_no_statement(body: str) -> None:
    assert _said(document(body)) == []


SPEECH = (
    "**Ukrainians!**\n\nThe day is coming to an end, and we have held out. I thank everyone who defends our country. "
    "Our partners hear us, and I will speak with them again tomorrow. We will rebuild every street of ours."
)


def test_a_body_without_labels_is_the_speech_of_the_one_the_source_names() -> None:
    made = document(SPEECH, headline="We have held out", source="kyiv", speaker="Володимир Зеленський")
    (statement,), notes = _read(made)
    assert (statement.actor, statement.office, statement.act) == ("zelenskyy", "president-ua", "position")
    assert (statement.manner, statement.speaker) == ("transcript", "Володимир Зеленський")
    assert (made.text[statement.start : statement.stop], notes) == (SPEECH, ())
    assert statement.speaker_start == statement.speaker_stop == statement.start


def test_a_named_speaker_whom_nobody_knows_is_noted() -> None:
    (statement,), notes = _read(document(SPEECH, source="kyiv", speaker="Тарас Кобзар"))
    assert (statement.actor, notes) == (None, ("unknown-speaker:Тарас Кобзар",))


@pytest.mark.parametrize(
    ("body", "headline", "speaker"),
    [
        (SPEECH, "", "Володимир Зеленський, Joe Biden"),
        (SPEECH, "", ""),
        ("The briefing of the day", "The briefing of the day", "Joe Biden"),
        ("Zelenskyy presented awards to those who defend the country. " * 9, "", "Володимир Зеленський"),
        ("On the routes of tomorrow.", "", "Joe Biden"),
        ("", "We have held out", "Joe Biden"),
    ],
)
def test_a_body_is_nobodys_speech_where_several_are_named_or_it_tells_of_the_speaker(
    body: str, headline: str, speaker: str
) -> None:
    assert _said(document(body, headline=headline, speaker=speaker)) == []


def test_labels_in_the_body_go_before_the_speaker_the_source_names() -> None:
    made = document("Vladimir Putin: Good day. Joe Biden: Hello.", speaker="Володимир Зеленський")
    assert [actor for actor, _, _ in _said(made)] == ["putin", "biden"]


def test_a_document_from_before_speakers_were_kept_is_read_as_ever() -> None:
    columns_of_an_old_ledger: dict[str, Any] = {"speaker": None}
    assert _said(replace(document(SPEECH, source="kyiv"), **columns_of_an_old_ledger)) == []
