"""A small rich edition of 10–16 October 2022 in three languages, built from the words in `week41.toml`."""

import tomllib
from datetime import UTC, date, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from overtone.records import (
    Abstention,
    Brief,
    Edition,
    Exhibit,
    Sentence,
    Signal,
    Text,
    TextChart,
    TextSection,
    content_id,
    week,
)

FURNITURE = Path(__file__).resolve().parents[2] / "src" / "overtone" / "brief"
CUT = datetime(2022, 10, 17, tzinfo=UTC)
LANGS = ("en", "ru", "be")
UNKNOWN = float("nan")


@cache
def told() -> dict[str, Any]:
    """The words of the week: pages, sentences, names, labels of the charts."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def exhibit(page: dict[str, str]) -> Exhibit:
    """The page's words as evidence."""
    start = page["text"].index(page["quote"])
    stop = start + len(page["quote"])
    return Exhibit(
        id=content_id("exhibit", page["key"]),
        quote=page["quote"],
        before=page["text"][:start],
        after=page["text"][stop:],
        lang=page["lang"],
        kind="vote" if page["key"] == "vote" else "statement" if "speaker" in page else "document",
        speaker=page.get("speaker", ""),
        actor=page.get("actor"),
        office=page.get("office"),
        said_on=date.fromisoformat(page["on"]),
        learnt_at=datetime(2022, 10, 16, 18, 30, tzinfo=UTC),
        published_on=date.fromisoformat(page["on"]),
        source="diary-2022",
        publisher=page["publisher"],
        title=page["title"],
        url=page["url"],
        reader="attribution@1",
        document=content_id("document", page["key"]),
        start=start,
        stop=stop,
        text_sha256=sha256(page["text"].encode()).hexdigest(),
    )


def signal(target: str, value: float, low: float, high: float, usual: float, *, surprise: float, n: int) -> Signal:
    """How much of what was said that week went to a topic."""
    return Signal(
        measure="salience",
        method="salience@1",
        window="2022-W41",
        actor="",
        target=target,
        venue="",
        unit="share-of-statements",
        value=value,
        low=low,
        high=high,
        level=0.9,
        baseline=usual,
        baseline_low=usual * 0.8,
        baseline_high=usual * 1.25,
        surprise=surprise,
        coverage=1.0,
        n=n,
        because="above-usual",
        evidence=(),
    )


SIGNALS = (
    signal("security", 0.43, 0.34, 0.52, 0.26, surprise=0.004, n=84),
    signal("sanctions", 0.071, 0.035, 0.13, 0.09, surprise=0.61, n=84),
    Abstention(
        measure="silence",
        method="silence@1",
        window="2022-W41",
        actor="lukashenko",
        target="ua",
        venue="",
        reason="selected-source",
        detail="diary-2022",
        coverage=1.0,
        n=12,
    ),
)


def furniture(lang: str) -> dict[str, str]:
    """The words of the page as the brief brings them."""
    words: dict[str, str] = {}
    for file in sorted(FURNITURE.glob(f"furniture*_{lang}.toml"), key=lambda file: file.stem.removesuffix(f"_{lang}")):
        words |= tomllib.loads(file.read_text(encoding="utf-8"))
    return words


def sentence(say: dict[str, Any], lang: str) -> Sentence:
    """One sentence in one language, with the keys of the pages and the numbers of the signals it rests on."""
    return Sentence(
        id=content_id("finding", say["en"]),
        words=say[lang],
        mark=say.get("mark", "observed"),
        exhibits=tuple(content_id("exhibit", key) for key in say.get("on", ())),
        signals=tuple(SIGNALS[n].id for n in say.get("signals", ())),
    )


def section(part: dict[str, Any], lang: str) -> TextSection:
    """One theme in one language: headline, ground, lead, then body."""
    headline, ground, *rest = (sentence(say, lang) for say in part["said"])
    names = told()["themes"]
    return TextSection(
        theme=part["theme"],
        name=names[part["theme"]][lang],
        verdict=part["verdict"],
        verdict_words=told()["verdicts"][part["verdict"]][lang],
        ground=ground,
        headline=headline,
        lead=tuple(rest[:1]),
        body=tuple(rest[1:]),
        see_also=tuple((theme, names[theme][lang]) for theme in part["see_also"]),
    )


def charts(lang: str) -> tuple[TextChart, ...]:
    """One chart of each kind."""
    words = told()["charts"][lang]
    held = (
        (0, 1, 1, 1, 1, 1, 0, 0, 1, 0, 0, 1),
        (0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0, 0),
        (0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0),
        (3, 6, 2, 1, 2, 1, 1, 1, 0, 0, 1, 1),
    )
    known = (
        (0, 1, 1, 1, 2, 1, 1, 0, 2, 0, 0, 1),
        *held[1:],
    )
    return (
        TextChart(
            key="topics",
            kind="shares",
            title=words["topics"],
            alt=words["topics_alt"],
            rows=tuple(words["rows"]),
            columns=tuple(words["columns"]),
            values=((0.43, 0.26), (0.21, 0.24), (0.071, 0.09)),
            lows=((0.34,), (0.14,), (0.035,)),
            highs=((0.52,), (0.3,), (0.13,)),
            theme="security",
        ),
        TextChart(
            key="contacts",
            kind="timeline",
            title=words["contacts"],
            alt=words["contacts_alt"],
            rows=tuple(words["kinds"]),
            columns=tuple(words["months"]),
            values=tuple(tuple(map(float, row)) for row in held),
            lows=(),
            highs=tuple(tuple(map(float, row)) for row in known),
            theme="belarus-russia",
        ),
        TextChart(
            key="named",
            kind="matrix",
            title=words["who"],
            alt=words["who_alt"],
            rows=tuple(words["whom"]),
            columns=tuple(words["named"]),
            values=((4, 3, 3, 2, UNKNOWN), (1, UNKNOWN, 0, 2, 1), (0, 1, 0, 0, 0)),
            lows=(),
            highs=(),
            theme="",
        ),
    )


def text(lang: str) -> Text:
    """The week in one language."""
    return Text(
        lang=lang,
        title=told()["titles"][lang],
        summary=told()["summaries"][lang],
        sections=tuple(section(part, lang) for part in told()["part"]),
        charts=charts(lang),
        limits=tuple(sentence(say, lang) for say in told()["limit"]),
        labels=tuple({**furniture(lang), **told()["names"][lang]}.items()),
    )


def edition() -> Edition:
    """10–16 October 2022."""
    brief = Brief(
        window=week(2022, 41),
        as_of=CUT,
        sections=(),
        charts=(),
        limits=(),
        sources=(("diary-2022", 49, 1.0), ("unga-es11", 1, 0.857)),
    )
    return Edition(
        brief=brief,
        texts=tuple(text(lang) for lang in LANGS),
        exhibits=tuple(exhibit(page) for page in told()["page"]),
        signals=SIGNALS,
        version="0.1.0",
        facts_digest=content_id("facts"),
        ledger_digest=content_id("ledger"),
    )


def empty_edition(number: int = 42) -> Edition:
    """A week of which the ledger knows nothing."""
    full = edition()
    brief = Brief(
        window=week(2022, number), as_of=CUT, sections=(), charts=(), limits=(), sources=(("kremlin", 0, 0.0),)
    )
    texts = tuple(
        Text(lang=t.lang, title=f"2022-W{number}", summary="", sections=(), charts=(), limits=(), labels=t.labels)
        for t in full.texts
    )
    return Edition(
        brief=brief,
        texts=texts,
        exhibits=(),
        signals=(),
        version=full.version,
        facts_digest=full.facts_digest,
        ledger_digest=full.ledger_digest,
    )
