"""A chart of every kind with made-up figures, in three languages: pictures of docs and tests are drawn from them."""

import math
from datetime import date, timedelta
from typing import Any

from overtone.publish.words import Words
from overtone.records import TextChart
from tests.publish.week41 import furniture

NAMES = {
    "en": ("Lukashenko", "Putin", "Tokayev", "Mirziyoyev", "Pashinyan", "Zakharova", "Makei", "Rahmon", "Japarov"),
    "ru": ("Лукашенко", "Путин", "Токаев", "Мирзиёев", "Пашинян", "Захарова", "Макей", "Рахмон", "Жапаров"),
    "be": ("Лукашэнка", "Пуцін", "Такаеў", "Мірзіёеў", "Пашынян", "Захарава", "Макей", "Рахмон", "Жапараў"),
}
SUBJECTS = {
    "en": ("Ukraine", "NATO", "European Union", "Poland", "United States", "Collective Security Treaty Organization"),
    "ru": ("Украина", "НАТО", "Европейский союз", "Польша", "США", "Организация Договора о коллективной безопасности"),
    "be": ("Украіна", "НАТА", "Еўрапейскі саюз", "Польшча", "ЗША", "Арганізацыя Дагавора аб калектыўнай бяспецы"),
}
CONTACTS = {
    "en": ("talks of two", "in the margins", "meetings of several", "video calls", "telephone calls"),
    "ru": ("переговоры вдвоём", "на полях", "встречи нескольких", "видеосвязь", "телефонные разговоры"),
    "be": ("перамовы ўдваіх", "на палях", "сустрэчы некалькіх", "відэасувязь", "тэлефонныя размовы"),
}
STANDING = {
    "en": ("cancelled", "announced", "held"),
    "ru": ("отменено", "объявлено", "состоялось"),
    "be": ("адменена", "абвешчана", "адбылося"),
}
WORDING = {"en": ("value", "week"), "ru": ("значение", "неделя"), "be": ("значэнне", "тыдзень")}
UNKNOWN = math.nan


def words(lang: str) -> Words:
    """The words of the page."""
    return Words(lang, furniture(lang).items())


def chart(kind: str, **parts: object) -> TextChart:
    """A chart with what is not given left empty."""
    whole: dict[str, Any] = {
        "key": f"chart-{kind}",
        "kind": kind,
        "title": kind,
        "alt": f"{kind}: 12%.",
        "rows": (),
        "columns": (),
        "values": (),
        "lows": (),
        "highs": (),
        "theme": "",
    }
    return TextChart(**(whole | parts))


def shares(lang: str) -> TextChart:
    values = (0.43, 0.31, 0.22, 0.12, 0.08, 0.034)
    return chart(
        "shares",
        title="Share of statements",
        rows=SUBJECTS[lang],
        columns=WORDING[lang],
        values=tuple((v, u) for v, u in zip(values, (0.25, 0.33, UNKNOWN, 0.1, 0.02, 0.05), strict=True)),
        lows=tuple((v * 0.7, UNKNOWN) for v in values),
        highs=tuple((v * 1.3 + 0.01, UNKNOWN) for v in values),
    )


def weeks(lang: str) -> TextChart:
    rows = NAMES[lang][:4]
    values = tuple(
        tuple(
            UNKNOWN if (r, n) in {(1, 5), (1, 6), (3, 0)} else round(0.1 + 0.06 * r + 0.05 * math.sin(n * (r + 1)), 3)
            for n in range(16)
        )
        for r in range(4)
    )
    return chart(
        "weeks",
        rows=rows,
        columns=tuple(f"2022-W{26 + n}" for n in range(16)),
        values=values,
        lows=tuple(tuple(v * 0.7 for v in row) for row in values),
        highs=tuple(tuple(v * 1.3 for v in row) for row in values),
        unit="share",
        usual=(0.1, 0.18, 0.2, UNKNOWN),
    )


def contacts(lang: str) -> TextChart:
    start = date(2022, 1, 1)
    raw = [(17, 4, 2), (48, 0, 2), (57, 4, 2), (69, 0, 2), (70, 4, 2), (101, 0, 2), (128, 2, 2), (135, 2, 2),
           (136, 1, 2), (140, 4, 1), (142, 0, 2), (175, 0, 2), (176, 0, 2), (178, 2, 2), (180, 3, 2), (210, 4, 2),
           (256, 1, 2), (257, 2, 2), (257, 1, 2), (268, 0, 2), (268, 0, 2), (279, 1, 2), (280, 0, 0), (283, 2, 2),
           (286, 1, 1), (287, 1, 2)]  # fmt: skip
    number = 0
    values, cells, rows = [], [], []
    for offset, kind, status in raw:
        day = start + timedelta(days=offset)
        number += kind == 0 and status == 2
        values.append(
            (
                float(day.toordinal()),
                float(kind),
                float(status),
                float(number) if kind == 0 and status == 2 else UNKNOWN,
            )
        )
        cells.append((day.isoformat(), CONTACTS[lang][kind], STANDING[lang][status], ""))
        rows.append(day.isoformat())
    return chart("contacts", rows=tuple(rows), columns=("1", "2", "3", "4"), values=tuple(values), cells=tuple(cells))


def matrix(lang: str) -> TextChart:
    values = (
        (34, 21, 8, 12, 3, UNKNOWN),
        (11, 4, 0, 2, 9, 3),
        (0, 0, 1, 0, 0, 6),
        (2, 0, 0, 0, 1, 14),
        (0, 0, 3, 0, 2, 1),
    )
    return chart(
        "matrix", rows=NAMES[lang][:5], columns=SUBJECTS[lang], values=tuple(tuple(map(float, row)) for row in values)
    )


def calendar(lang: str) -> TextChart:
    values = tuple(
        tuple(
            UNKNOWN
            if n in (4, 5) and r != 2
            else -1.0
            if r == 3 and n < 6
            else float((n * (r + 2) * 7 + r) % 5 * (r != 1 or n < 7))
            for n in range(13)
        )
        for r in range(6)
    )
    return chart("calendar", rows=NAMES[lang][:6], columns=tuple(f"W{28 + n}" for n in range(13)), values=values)


def arrows(lang: str) -> TextChart:
    n = NAMES[lang]
    raw = [(0, 1, 0.61, 0.42, 0.004, 0.5, 0.71), (5, 6, 0.55, 0.38, 0.03, 0.44, 0.66),
           (1, 2, 0.2, 0.41, 0.02, 0.1, 0.33),
           (2, 0, 0.5, 0.47, 0.4, 0.33, 0.68), (3, 4, 0.3, 0.38, 0.21, 0.12, 0.5)]  # fmt: skip
    return chart(
        "arrows",
        rows=tuple(f"{n[a]} → {n[b]}" for a, b, *_ in raw),
        columns=("share", "expected", "q"),
        values=tuple(r[2:5] for r in raw),
        lows=tuple((r[5], UNKNOWN, UNKNOWN) for r in raw),
        highs=tuple((r[6], UNKNOWN, UNKNOWN) for r in raw),
        unit="share-of-lines-led",
    )


def network(lang: str) -> TextChart:
    n = NAMES[lang]
    ties = [(1, 0, 46.2, 0.0001), (0, 6, 31.0, 0.002), (1, 5, 24.5, 0.004), (5, 6, 14.0, 0.01), (0, 1, 12.0, 0.02),
            (2, 3, 8.4, 0.03), (1, 2, 6.1, 0.2), (4, 2, 3.0, 0.048)]  # fmt: skip
    return chart(
        "network",
        rows=(*(f"{n[a]} → {n[b]}" for a, b, *_ in ties), n[7], n[8]),
        columns=("from", "to", "bits", "q"),
        values=(
            *((float(a), float(b), w, q) for a, b, w, q in ties),
            *((float(x), UNKNOWN, UNKNOWN, UNKNOWN) for x in (7, 8)),
        ),
        cells=(*((n[a], n[b], "", "") for a, b, *_ in ties), (n[7], "", "", ""), (n[8], "", "", "")),
        unit="bits",
    )


def ladder(lang: str) -> TextChart:
    values = ((0.42, 0.61), (0.55, UNKNOWN), (-0.31, -0.2), (-0.08, 0.02), (0.01, UNKNOWN))
    return chart(
        "ladder",
        rows=NAMES[lang][:5],
        columns=SUBJECTS[lang][:2],
        values=values,
        lows=tuple(tuple(v - 0.2 for v in row) for row in values),
        highs=tuple(tuple(v + 0.17 for v in row) for row in values),
    )


def points(lang: str) -> TextChart:
    values = tuple((round(1.8 - 0.41 * n, 2),) for n in range(9))
    return chart(
        "points",
        rows=NAMES[lang],
        columns=(SUBJECTS[lang][4],),
        values=values,
        lows=tuple((v[0] - 0.2 - 0.03 * k,) for k, v in enumerate(values)),
        highs=tuple((v[0] + 0.25,) for v in values),
    )


def forest(lang: str) -> TextChart:
    return chart(
        "forest",
        rows=SUBJECTS[lang][:4],
        columns=WORDING[lang],
        values=((4.0, 2.0), (0.0, 6.2), (9.0, UNKNOWN), (1.0, 1.0)),
        lows=((1.0, 0.0), (0.0, 2.0), (4.0, UNKNOWN), (0.1, 0.0)),
        highs=((9.0, 5.0), (3.0, 11.0), (60.0, UNKNOWN), (4.0, 3.0)),
        unit="mentions",
    )


def grid(lang: str) -> TextChart:
    return chart(
        "grid",
        rows=tuple(f"{NAMES[lang][n]}: {SUBJECTS[lang][5]}, {SUBJECTS[lang][n]}" for n in range(4)),
        columns=SUBJECTS[lang][2:5],
        values=((0.9, -0.9, 0.0), (0.41, UNKNOWN, -0.2), (1.6, 0.7, -1.2), (0.0, 0.1, 0.05)),
    )


def calibration(lang: str) -> TextChart:
    bins = ((0.05, 0.0, 0.0, 0.2), (0.3, 0.2, 0.1, 0.5), (0.62, 0.7, 0.4, 0.85), (0.9, 0.95, 0.7, 1.0))
    return chart(
        "calibration",
        rows=tuple(f"{one[0]:.0%}" for one in bins),
        columns=WORDING[lang],
        values=tuple(one[:2] for one in bins),
        lows=tuple((one[2],) for one in bins),
        highs=tuple((one[3],) for one in bins),
    )


def timeline(lang: str) -> TextChart:
    return chart(
        "timeline",
        rows=CONTACTS[lang][:3],
        columns=tuple(words(lang).say(f"chart.month.{n}") for n in range(1, 13)),
        values=tuple(tuple(float((n * (r + 3)) % 4) for n in range(12)) for r in range(3)),
        highs=tuple(tuple(float((n * (r + 3)) % 4 + (n == 9)) for n in range(12)) for r in range(3)),
    )


EVERY = (
    shares, weeks, contacts, timeline, matrix, calendar, arrows, network, ladder, points, forest, grid, calibration,
)  # fmt: skip
