"""A small desk for the tests of the reading room: real office-holders, few of them."""

from datetime import date

from overtone.records import Document, Names, Part
from overtone.registry import Actor, Bloc, Institution, Office, Registry, State, Tenure, Term, Topic

REFERENCE = "https://example.org/"

# id, gender, state, names in en, ru, be ("First Surname"), offices: id, since, until
PEOPLE = (
    (
        "putin",
        "m",
        "ru",
        "Vladimir Putin",
        "Владимир Путин",
        "Уладзімір Пуцін",
        ("president-ru", 2000, 2007),
        ("president-ru", 2012, None),
    ),
    (
        "lukashenko",
        "m",
        "by",
        "Alexander Lukashenko",
        "Александр Лукашенко",
        "Аляксандр Лукашэнка",
        ("president-by", 1994, None),
    ),
    ("ivanov-igor", "m", "ru", "Igor Ivanov", "Игорь Иванов", "Ігар Іваноў", ("foreign-minister-ru", 1998, 2003)),
    (
        "ivanov-sergei",
        "m",
        "ru",
        "Sergei Ivanov",
        "Сергей Иванов",
        "Сяргей Іваноў",
        ("defence-minister-ru", 2001, 2006),
        ("chief-of-staff-ru", 2012, 2015),
    ),
    (
        "berdimuhamedov-g",
        "m",
        "tm",
        "Gurbanguly Berdimuhamedov",
        "Гурбангулы Бердымухамедов",
        "Гурбангулы Бердымухамедаў",
        ("president-tm", 2007, 2021),
    ),
    (
        "berdimuhamedov-s",
        "m",
        "tm",
        "Serdar Berdimuhamedov",
        "Сердар Бердымухамедов",
        "Сердар Бердымухамедаў",
        ("president-tm", 2022, None),
    ),
    ("bush", "m", "us", "George Bush", "Джордж Буш", "Джордж Буш", ("president-us", 2001, 2008)),
    ("may", "f", "gb", "Theresa May", "Тереза Мэй", "Тэрэза Мэй", ("prime-minister-gb", 2016, 2019)),
    ("xi", "m", "cn", "Xi Jinping", "Си Цзиньпин", "Сі Цзіньпін", ("president-cn", 2013, None)),
    ("lavrov", "m", "ru", "Sergei Lavrov", "Сергей Лавров", "Сяргей Лаўроў", ("foreign-minister-ru", 2004, None)),
    (
        "matviyenko",
        "f",
        "ru",
        "Valentina Matviyenko",
        "Валентина Матвиенко",
        "Валянціна Мацвіенка",
        ("speaker-ru", 2011, None),
    ),
)

OFFICES = {
    "president-ru": (("President of Russia", "Russian President"), ("президент России",), ("прэзідэнт Расіі",)),
    "president-by": (
        ("President of the Republic of Belarus", "President of Belarus"),
        ("президент Беларуси", "президент Белоруссии"),
        ("прэзідэнт Беларусі",),
    ),
    "president-tm": (("President of Turkmenistan",), ("президент Туркменистана",), ()),
    "president-us": (("President of the United States",), ("президент США",), ()),
    "president-cn": (("President of China",), ("председатель КНР",), ()),
    "prime-minister-gb": (("Prime Minister of the United Kingdom", "Prime Minister"), (), ()),
    "foreign-minister-ru": (
        ("Foreign Minister of Russia", "Foreign Minister"),
        ("министр иностранных дел России",),
        (),
    ),
    "defence-minister-ru": (("Defence Minister of Russia",), (), ()),
    "chief-of-staff-ru": (("Chief of Staff of the Presidential Executive Office of Russia",), (), ()),
    "speaker-ru": (("Speaker of the Federation Council of Russia",), (), ()),
}

STATES = (
    ("ru", "RUS", ("Russia", "Russian Federation"), ("Россия",), ("Расія",), "Russian", "российский", "расійскі"),
    (
        "by",
        "BLR",
        ("Belarus", "Republic of Belarus"),
        ("Беларусь", "Белоруссия"),
        ("Беларусь",),
        "Belarusian",
        "белорусский",
        "беларускі",
    ),
    ("ua", "UKR", ("Ukraine",), ("Украина",), ("Украіна",), "Ukrainian", "украинский", "украінскі"),
    ("cn", "CHN", ("China",), ("Китай", "КНР"), ("Кітай",), "Chinese", "китайский", "кітайскі"),
    ("tm", "TKM", ("Turkmenistan",), ("Туркменистан",), ("Туркменістан",), "Turkmen", "туркменский", "туркменскі"),
    ("us", "USA", ("United States", "US", "USA"), ("США",), ("ЗША",), "American", "американский", "амерыканскі"),
    ("gb", "GBR", ("United Kingdom",), ("Великобритания",), ("Вялікабрытанія",), "British", "британский", "брытанскі"),
    ("om", "OMN", ("Oman",), ("Оман",), ("Аман",), "Omani", "оманский", "аманскі"),
    ("ng", "NGA", ("Nigeria",), ("Нигерия",), ("Нігерыя",), "Nigerian", "нигерийский", "нігерыйскі"),
    ("ne", "NER", ("Niger",), ("Нигер",), ("Нігер",), "Nigerien", "нигерский", "нігерскі"),
)

TOPICS = (
    ("sanctions", ("sanction*",), ("санкци*",), ("санкцы*",)),
    ("drills", ("military exercise*", "drill*"), ("военн* учени*",), ("ваенн* вучэнн*",)),
    ("nuclear", ("nuclear weapon*",), ("ядерн* оружи*",), ("ядзерн* збро*",)),
    ("arms", ("weapon*", "nuclear weapon*"), ("оружи*",), ("збро*",)),
)


def _tenure(office: str, since: int, until: int | None) -> Tenure:
    last = date(until, 12, 31) if until else None
    return Tenure(office=office, term=Term(since=date(since, 1, 1), until=last, reference=REFERENCE))


def _actor(key: str, gender: str, state: str, names: tuple[str, str, str], tenures: tuple[Tenure, ...]) -> Actor:
    surname = 0 if key == "xi" else -1
    en, ru, be = names
    return Actor(
        id=key,
        names=Names(en=(en,), ru=(ru,), be=(be,)),
        surnames=Names(en=(en.split()[surname],), ru=(ru.split()[surname],), be=(be.split()[surname],)),
        tenures=tenures,
        reference=REFERENCE,
        state=state,
        gender=gender,
    )


def small_desk() -> Registry:
    """The desk of these people, offices, states, two blocs, one institution and four topics."""
    actors = {
        key: _actor(key, gender, state, (en, ru, be), tuple(_tenure(*one) for one in held))
        for key, gender, state, en, ru, be, *held in PEOPLE
    }
    posts: dict[str, tuple[tuple[str, Term], ...]] = {}
    for actor in actors.values():
        for tenure in actor.tenures:
            posts[tenure.office] = (*posts.get(tenure.office, ()), (actor.id, tenure.term))
    return Registry(
        states=_states(),
        institutions={
            key: Institution(id=key, names=Names(en=("Foreign Ministry", name)), reference=REFERENCE)
            for key, name in (("mfa-ru", "Russian Foreign Ministry"), ("mfa-by", "Belarusian Foreign Ministry"))
        },
        offices={
            key: Office(id=key, names=Names(en=en, ru=ru, be=be), reference=REFERENCE)
            for key, (en, ru, be) in OFFICES.items()
        },
        actors=actors,
        blocs={
            key: Bloc(id=key, names=Names(en=(en,), ru=(ru,), be=be), members=(), reference=REFERENCE)
            for key, en, ru, be in (("nato", "NATO", "НАТО", ("НАТА", "НАТО")), ("csto", "CSTO", "ОДКБ", ("АДКБ",)))
        },
        topics=_topics(),
        themes={},
        events={},
        rules={},
        sources={},
        places={},
        claims=(),
        posts=posts,
        digest="small desk",
    )


def _states() -> dict[str, State]:
    return {
        key: State(
            id=key,
            iso3=iso3,
            names=Names(en=en, ru=ru, be=be),
            adjectives=Names(en=(adjective_en,), ru=(adjective_ru,), be=(adjective_be,)),
            reference=REFERENCE,
        )
        for key, iso3, en, ru, be, adjective_en, adjective_ru, adjective_be in STATES
    }


def _topics() -> dict[str, Topic]:
    return {
        key: Topic(
            id=key,
            names=Names(en=(key,)),
            about=Names(en=(key,)),
            words=Names(en=en, ru=ru, be=be),
            themes=(),
            pressure=0,
            reference=REFERENCE,
        )
        for key, en, ru, be in TOPICS
    }


def page(text: str, *, lang: str = "en", on: str = "2022-05-16", kind: str = "") -> Document:
    """A document of this text; what stands before the first blank line is its headline."""
    head = len(text.partition("\n\n")[0]) if "\n\n" in text else 0
    body = Part(role="body", start=head + 2 if head else 0, stop=len(text))
    return Document(
        source="test",
        key="1",
        url=REFERENCE,
        lang=lang,
        text=text,
        text_sha256="0",
        parts=(Part(role="headline", start=0, stop=head), body) if head else (body,),
        published_on=date.fromisoformat(on),
        kind=kind,
    )
