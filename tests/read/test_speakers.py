"""Who speaks behind a label: actor and office at that date, or nobody."""

from datetime import date

import pytest

from overtone.read.labels_finding import find_labels
from overtone.read.labels_scene import Label
from overtone.read.speakers import Setting, book, content_words, setting, who
from overtone.read.speakers_cast import cast
from tests.read.transcript_desk import desk, document

SPRING = date(2022, 5, 16)


def _label(printed: str, name: str = "", role: str = "") -> Label:
    return Label(
        start=0, stop=len(printed), speech=0, printed=printed, name=name or printed, note="", rule="", role=role
    )


def _where(on: date = SPRING, state: str | None = None, text: str = "") -> Setting:
    return Setting(day=on, state=state, text=text)


@pytest.mark.parametrize(
    ("label", "actor", "office"),
    [
        (_label("President of Russia Vladimir Putin", "Vladimir Putin"), "putin", "president-ru"),
        (_label("VladimirPutin"), "putin", "president-ru"),
        (_label("VLADIMIR PUTIN"), "putin", "president-ru"),
        (_label("В.Путин"), "putin", "president-ru"),
        (_label("А. Лукашенко"), "lukashenko", "president-by"),
        (_label("А. Лукашэнка"), "lukashenko", "president-by"),
        (_label("Aleksandr Lukashenka"), "lukashenko", "president-by"),
        (_label("PRESIDENT ZELENSKYY", "ZELENSKYY"), "zelenskyy", "president-ua"),
        (_label("President of Turkey Recep Tayyip Erdogan", "Tayyip Erdogan"), "erdogan", "president-tr"),
        (_label("B.Путин"), "putin", "president-ru"),
        (_label("Н.Путин"), None, None),
        (_label("Anna Putin"), None, None),
        (_label("SECRETARY PUTIN", "PUTIN"), None, None),
        (_label("Paramedic Dmitry Peskov", "Dmitry Peskov"), None, None),
        (_label("Commerce Secretary Gina Raimondo", "Gina Raimondo"), "raimondo", "official-us"),
        (_label("Paramedic Gina Raimondo", "Gina Raimondo"), None, None),
        (_label("Question", role="question"), None, None),
        (_label("Megyn Kelly"), None, None),
    ],
)
def test_a_label_is_given_to_whom_the_registry_knows_and_to_nobody_else(
    label: Label, actor: str | None, office: str | None
) -> None:
    assert who(label, book(desk()), _where()) == (actor, office)


@pytest.mark.parametrize(
    ("on", "actor"), [(date(2018, 1, 1), "nazarbayev"), (date(2019, 6, 1), "tokayev"), (date(1980, 1, 1), None)]
)
def test_a_title_alone_names_its_holder_of_that_day(on: date, actor: str | None) -> None:
    assert who(_label("President of Kazakhstan"), book(desk()), _where(on))[0] == actor


@pytest.mark.parametrize(("state", "actor"), [("us", "biden"), ("ru", "putin"), (None, None)])
def test_the_president_is_the_one_of_the_publishing_state(state: str | None, actor: str | None) -> None:
    assert who(_label("THE PRESIDENT"), book(desk()), _where(state=state))[0] == actor


def test_a_surname_counts_where_the_document_names_its_bearer_in_full() -> None:
    assert who(_label("MS. PSAKI", "PSAKI"), book(desk()), _where(text="Briefing by Jen Psaki"))[0] == "psaki"
    assert who(_label("MS. PSAKI", "PSAKI"), book(desk()), _where(text="Briefing"))[0] is None


@pytest.mark.parametrize(
    ("printed", "on", "state", "actor"),
    [
        ("PRESIDENT YOON", SPRING, "us", "yoon"),
        ("President Yoon", SPRING, None, "yoon"),
        ("PRESIDENT YEOL", SPRING, "us", "yoon"),
        ("PRESIDENT YOON", date(2022, 5, 9), "us", None),
        ("PRIME MINISTER YOON", SPRING, "us", None),
        ("PRESIDENT MARIA YOON", SPRING, "us", None),
        ("SECRETARY RAIMONDO", SPRING, "us", "raimondo"),
        ("SECRETARY RAIMONDO", SPRING, "ru", None),
        ("SECRETARY RAIMONDO", date(2020, 5, 16), "us", None),
        ("GOVERNOR RAIMONDO", SPRING, "us", None),
    ],
)
def test_a_title_and_a_surname_name_who_bears_that_title_that_day(
    printed: str, on: date, state: str | None, actor: str | None
) -> None:
    assert who(_label(printed), book(desk()), _where(on, state))[0] == actor


@pytest.mark.parametrize(
    ("printed", "on", "state", "actor"),
    [
        ("MS. RAIMONDO", SPRING, "us", "raimondo"),
        ("Mrs Raimondo", SPRING, "us", "raimondo"),
        ("DR. RAIMONDO", SPRING, "us", "raimondo"),
        ("MR. RAIMONDO", SPRING, "us", None),
        ("RAIMONDO", SPRING, "us", None),
        ("MS. ANNA RAIMONDO", SPRING, "us", None),
        ("MS. RAIMONDO", SPRING, "ru", None),
        ("MS. RAIMONDO", SPRING, None, None),
        ("MS. PSAKI", date(2022, 5, 14), "us", None),
        ("MS.", SPRING, "us", None),
    ],
)
def test_a_civil_title_and_a_surname_name_the_one_who_serves_the_publishing_state(
    printed: str, on: date, state: str | None, actor: str | None
) -> None:
    assert who(_label(printed), book(desk()), _where(on, state))[0] == actor


def test_outside_his_term_an_actor_speaks_without_office() -> None:
    assert who(_label("Nursultan Nazarbayev"), book(desk()), _where()) == ("nazarbayev", None)


def test_words_of_a_title_leave_civil_titles_and_little_words_out() -> None:
    assert content_words("Mr President of the Republic") == {"president", "republic"}


@pytest.mark.parametrize(
    ("text", "voices", "actors"),
    [
        ("President of Russia Vladimir Putin: Yes. Vladimir Putin: No. Putin: Well.", 1, {"putin"}),
        ("Prime Minister of Armenia Nikol Pashinyan: Yes. Nikol Pashinyan: No.", 1, {None}),
        ("President of Turkey Recep Tayyip Erdogan: Yes. Tayyip Erdogan: No.", 1, {"erdogan"}),
        ("Paramedic Dmitry Peskov: Help is near. Dmitry Peskov: It came.", 1, {None}),
        ("Vladimir Putin: Yes. Alexander Lukashenko: No. Vladimir Putin: Well.", 2, {"putin", "lukashenko"}),
    ],
)
def test_short_labels_join_the_long_one_before_them(text: str, voices: int, actors: set[str | None]) -> None:
    names = book(desk())
    labels = find_labels(text, 0, len(text), names.knows, names.is_place)
    parts = cast(labels, names, _where())
    assert (len({part.voice for part in parts}), {part.actor for part in parts}) == (voices, actors)


def test_the_setting_has_the_state_of_the_source() -> None:
    found = setting(document("Words.", source="whitehouse"), desk())
    assert (found.state, found.day) == ("us", SPRING)
    assert setting(document("Words.", source="elsewhere"), desk()).state is None


def test_places_are_no_persons() -> None:
    names = book(desk())
    assert names.is_place("Republic of Belarus")
    assert not names.is_place("Vladimir Putin")
    assert not names.knows("Belarus")
