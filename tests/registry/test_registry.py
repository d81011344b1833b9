from datetime import date

import pytest

from overtone.registry import Registry, load

MAY = date(2022, 5, 16)
SPEAKERS = {
    "lukashenko": "by-president",
    "putin": "ru-president",
    "tokayev": "kz-president",
    "japarov": "kg-president",
    "rahmon": "tj-president",
    "pashinyan": "am-pm",
    "zas": "csto-secretary-general",
    "makei": "by-fm",
    "khrenin": "by-dm",
    "gulevich": "by-general-staff-chief",
    "volfovich": "by-state-secretary",
    "revenko": "by-mod-cooperation",
    "glaz": "by-fm-spokesman",
    "peskov": "ru-press-secretary",
    "lavrov": "ru-fm",
    "shoigu": "ru-dm",
    "mishustin": "ru-pm",
    "medvedev": "ru-security-deputy-chair",
    "zelensky": "ua-president",
    "kuleba": "ua-fm",
    "zaluzhny": "ua-commander-in-chief",
    "duda": "pl-president",
    "biden": "us-president",
    "blinken": "us-secretary-of-state",
    "stoltenberg": "nato-secretary-general",
    "borrell": "eu-high-representative",
    "tsikhanouskaya": "by-opposition-leader",
    "lebedev-sergei": "cis-executive-secretary",
}
MEMBERSHIP = [
    ("eaeu", "kg", date(2015, 8, 11), False),
    ("eaeu", "kg", date(2015, 8, 12), True),
    ("nato", "fi", date(2023, 4, 3), False),
    ("nato", "fi", date(2023, 4, 4), True),
    ("nato", "se", date(2022, 5, 16), False),
    ("sco", "by", date(2022, 9, 15), False),
    ("sco", "by", date(2024, 7, 4), True),
    ("eu", "gb", date(2020, 1, 31), True),
    ("eu", "gb", date(2020, 2, 1), False),
    ("csto", "uz", date(2012, 12, 20), False),
    ("cis", "ge", date(2009, 8, 18), False),
]


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load()


@pytest.mark.parametrize(("actor", "office"), SPEAKERS.items())
def test_who_spoke_in_may_2022_spoke_in_this_office(registry: Registry, actor: str, office: str) -> None:
    found = registry.main_office(actor, MAY)
    assert found is not None
    assert found.id == office
    assert registry.actors[actor] in registry.holders(office, MAY)


@pytest.mark.parametrize(("bloc", "state", "day", "member"), MEMBERSHIP)
def test_membership_has_its_days(registry: Registry, bloc: str, state: str, day: date, member: bool) -> None:
    assert (state in registry.members(bloc, day)) is member


def test_the_csto_had_six_members_in_may_2022(registry: Registry) -> None:
    assert sorted(registry.members("csto", MAY)) == ["am", "by", "kg", "kz", "ru", "tj"]


@pytest.mark.parametrize("kind", ["states", "blocs", "topics", "themes", "rules", "events", "offices", "institutions"])
def test_what_is_printed_has_three_languages(registry: Registry, kind: str) -> None:
    facts = getattr(registry, kind)
    assert [key for key, fact in facts.items() if not (fact.names.en and fact.names.ru and fact.names.be)] == []


def test_actors_have_names_and_surnames_in_three_languages(registry: Registry) -> None:
    for actor in registry.actors.values():
        for lang in ("en", "ru", "be"):
            assert actor.names.of(lang), (actor.id, lang)
            assert actor.surnames.of(lang), (actor.id, lang)


def test_every_actor_holds_an_office_with_a_reference(registry: Registry) -> None:
    for actor in registry.actors.values():
        assert actor.tenures, actor.id
        assert all(tenure.term.reference.startswith("http") for tenure in actor.tenures)


def test_belarusian_names_have_no_russian_letters(registry: Registry) -> None:
    for facts in (registry.states, registry.blocs, registry.topics, registry.actors, registry.offices, registry.events):
        for fact in facts.values():
            assert not any(set(name) & set("ищъИЩЪ") for name in fact.names.be), fact.id


def test_topics_have_words_in_three_languages_and_a_place_after_spoke(registry: Registry) -> None:
    for topic in registry.topics.values():
        for names in (topic.words, topic.about):
            assert all(names.of(lang) for lang in ("en", "ru", "be")), topic.id
        assert topic.about.ru[0].split()[0] in {"о", "об"}, topic.id
        assert topic.about.be[0].startswith("пра "), topic.id


def test_themes_stand_in_the_order_of_the_weekly(registry: Registry) -> None:
    ordered = sorted(registry.themes.values(), key=lambda theme: theme.order)
    assert [t.id for t in ordered] == [
        "belarus-russia", "belarus-west", "belarus-ukraine", "security", "economy", "society",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "key", "lang", "name"),
    [
        ("state", "by", "ru", "Беларусь"),
        ("state", "kg", "be", "Кыргызстан"),
        ("actor", "putin", "be", "Уладзімір Пуцін"),
        ("actor", "tokayev", "be", "Касым-Жамарт Такаеў"),
        ("actor", "peskov", "be", "Дзмітрый Пяскоў"),
        ("bloc", "csto", "be", "АДКБ"),
        ("topic", "sanctions", "ru", "санкции"),
    ],
)
def test_the_printed_name_is_the_first(registry: Registry, kind: str, key: str, lang: str, name: str) -> None:
    assert registry.name(kind, key, lang) == name


def test_an_unknown_actor_holds_nothing(registry: Registry) -> None:
    assert registry.main_office("nobody", MAY) is None
    assert registry.members("nothing", MAY) == ()
