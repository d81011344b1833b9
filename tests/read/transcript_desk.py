"""A small desk for the tests of transcripts: some presidents, a press secretary, a summit; and short builders."""

import hashlib
from dataclasses import fields
from datetime import date
from typing import Any

from overtone.records import Document, Names, Part, Source
from overtone.registry import Actor, Event, Office, Registry, State, Tenure, Term

REFERENCE = "https://www.un.org/en/about-us/member-states"


def _state(key: str, *names: str) -> State:
    return State(id=key, iso3=key * 2, names=Names(en=names[:-1], ru=names[-1:]), reference=REFERENCE)


def _office(key: str, state: str, *names: str, ru: tuple[str, ...] = ()) -> Office:
    return Office(id=key, names=Names(en=names, ru=ru), reference=REFERENCE, state=state)


def _actor(key: str, office: str, names: Names, surnames: Names, term: tuple[date, date | None]) -> Actor:
    tenure = Tenure(office=office, term=Term(since=term[0], until=term[1], reference=REFERENCE))
    gender = "f" if key in ("psaki", "raimondo") else "m"
    return Actor(
        id=key, names=names, surnames=surnames, tenures=(tenure,), reference=REFERENCE, state=office[-2:], gender=gender
    )


_STATES = (
    _state("ru", "Russia", "Russian Federation", "Россия"),
    _state("by", "Belarus", "Republic of Belarus", "Беларусь"),
    _state("kz", "Kazakhstan", "Казахстан"),
    _state("us", "United States", "США"),
    _state("ua", "Ukraine", "Украина"),
    _state("tr", "Turkey", "Турция"),
    _state("kr", "South Korea", "Южная Корея"),
)
_OFFICES = (
    _office(
        "president-ru", "ru", "President of Russia", "President of the Russian Federation", ru=("Президент России",)
    ),
    _office("president-by", "by", "President of Belarus", "President of the Republic of Belarus"),
    _office("president-kz", "kz", "President of Kazakhstan", "President of the Republic of Kazakhstan"),
    _office("president-us", "us", "President of the United States", "US President"),
    _office("president-ua", "ua", "President of Ukraine"),
    _office("president-tr", "tr", "President of Turkey"),
    _office("press-secretary-us", "us", "White House Press Secretary", "Press Secretary"),
    _office("official-us", "us", "senior official of the US administration", ru=("представитель администрации США",)),
    _office("president-kr", "kr", "President of South Korea"),
    _office("press-secretary-ru", "ru", "Presidential Press Secretary"),
)
_LONG_AGO = date(2000, 5, 7)
_ACTORS = (
    _actor(
        "putin",
        "president-ru",
        Names(en=("Vladimir Putin",), ru=("Владимир Путин",), be=("Уладзімір Пуцін",)),
        Names(en=("Putin",), ru=("Путин",), be=("Пуцін",)),
        (date(2012, 5, 7), None),
    ),
    _actor(
        "lukashenko",
        "president-by",
        Names(
            en=("Alexander Lukashenko", "Aleksandr Lukashenka"),
            ru=("Александр Лукашенко",),
            be=("Аляксандр Лукашэнка",),
        ),
        Names(en=("Lukashenko", "Lukashenka"), ru=("Лукашенко",), be=("Лукашэнка",)),
        (date(1994, 7, 20), None),
    ),
    _actor(
        "nazarbayev",
        "president-kz",
        Names(en=("Nursultan Nazarbayev",)),
        Names(en=("Nazarbayev",)),
        (date(1991, 12, 16), date(2019, 3, 20)),
    ),
    _actor(
        "tokayev",
        "president-kz",
        Names(en=("Kassym-Jomart Tokayev",), ru=("Касым-Жомарт Токаев",)),
        Names(en=("Tokayev",), ru=("Токаев",)),
        (date(2019, 3, 20), None),
    ),
    _actor(
        "biden",
        "president-us",
        Names(en=("Joe Biden", "Joseph Biden")),
        Names(en=("Biden",)),
        (date(2021, 1, 20), date(2025, 1, 20)),
    ),
    _actor(
        "zelenskyy",
        "president-ua",
        Names(en=("Volodymyr Zelenskyy",)),
        Names(en=("Zelenskyy",)),
        (date(2019, 5, 20), None),
    ),
    _actor(
        "erdogan",
        "president-tr",
        Names(en=("Recep Tayyip Erdogan",)),
        Names(en=("Erdogan",)),
        (date(2014, 8, 28), None),
    ),
    _actor(
        "psaki",
        "press-secretary-us",
        Names(en=("Jen Psaki",)),
        Names(en=("Psaki",)),
        (date(2021, 1, 20), date(2022, 5, 13)),
    ),
    _actor(
        "raimondo",
        "official-us",
        Names(en=("Gina Raimondo",)),
        Names(en=("Raimondo",)),
        (date(2021, 3, 3), date(2025, 1, 20)),
    ),
    _actor(
        "yoon",
        "president-kr",
        Names(en=("Yoon Suk Yeol",)),
        Names(en=("Yoon Suk Yeol",)),
        (date(2022, 5, 10), date(2025, 4, 4)),
    ),
    _actor(
        "peskov",
        "press-secretary-ru",
        Names(en=("Dmitry Peskov",), ru=("Дмитрий Песков",)),
        Names(en=("Peskov",), ru=("Песков",)),
        (date(2012, 5, 22), None),
    ),
)
_SUMMIT = Event(
    id="csto-summit-2022-05-16",
    names=Names(en=("CSTO summit",)),
    start=date(2022, 5, 16),
    stop=date(2022, 5, 16),
    place="Moscow",
    kind="multilateral",
    parties=("putin",),
    bloc=None,
    words=("csto summit",),
    reference=REFERENCE,
)


def _source(key: str, state: str) -> Source:
    return Source(id=key, names=Names(en=(key,)), kind="official", shape="jsonl", reference=REFERENCE, state=state)


def desk() -> Registry:
    """The registry of the tests."""
    holders = {o.id: tuple((a.id, t.term) for a in _ACTORS for t in a.tenures if t.office == o.id) for o in _OFFICES}
    known: dict[str, Any] = {
        "states": {s.id: s for s in _STATES},
        "offices": {o.id: o for o in _OFFICES},
        "actors": {a.id: a for a in _ACTORS},
        "events": {_SUMMIT.id: _SUMMIT},
        "sources": {s.id: s for s in (_source("kremlin", "ru"), _source("whitehouse", "us"), _source("kyiv", "ua"))},
        "claims": (),
        "posts": holders,
        "digest": "transcript tests",
    }
    return Registry(**{name.name: known.get(name.name, {}) for name in fields(Registry)})


def document(
    body: str,
    *,
    headline: str = "",
    source: str = "kremlin",
    lang: str = "en",
    on: date | None = None,
    speaker: str = "",
) -> Document:
    """A document of headline and body, published on 16 May 2022 unless told otherwise."""
    text = f"{headline}\n\n{body}" if headline else body
    parts = [Part(role="headline", start=0, stop=len(headline))] if headline else []
    parts.append(Part(role="body", start=len(text) - len(body), stop=len(text)))
    return Document(
        source=source,
        key="1",
        url="",
        lang=lang,
        text=text,
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        parts=tuple(parts),
        published_on=on or date(2022, 5, 16),
        speaker=speaker,
    )
