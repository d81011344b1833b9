"""An article with everything an article may have, made up for the tests of its pages."""

from dataclasses import replace
from datetime import UTC, date, datetime

from overtone.brief.commentary import parse
from overtone.brief.phrases import load
from overtone.records import Exhibit, Names
from overtone.records.commentaries import Author, Behind, Cited, Commentary, Picture, Related
from tests.build import signal

REF, MORE, NUMBER = "[[statement:1]]", '[[document:a/b "<Words>"]]', "[[signal:2]]"
BODY = f"""## What \\<was> said

He *spoke* of **trade** & `code`. {REF} She [left](https://example.org/?a=1&b=2).[^n] {REF} {MORE}

> Словы & іншыя.
> {REF}

{{analysis}} We think \\<so\\>. A number. {NUMBER}

{{pull}} We think

{{pull}} Словы {REF}

- one {REF}
  - two {REF}

3. {{analysis}} third

![What it shows](a.png "Own <drawing>")

```
<b>code</b>
```

---

It holds. All of it.
{MORE}

It holds. {REF}

[^n]: {{analysis}} A note.
"""
FRONT = """+++
title = "A <title> & more"
authors = ["desk"]
date = 2022-05-23
summary = "The lead. [[statement:1]]"
disclaimer = "Views <own>."
weeks = ["2022-W20"]
image = { file = "a.png", credit = "C & D", alt = 'An "alt"' }
+++
"""
FIRST = Exhibit(
    id="aaaa",
    quote="Словы & іншыя. Яшчэ.",
    before="Да. ",
    after=" Пасля.",
    lang="be",
    kind="statement",
    speaker="Х",
    actor="lukashenko",
    office=None,
    said_on=date(2022, 5, 16),
    learnt_at=datetime(2022, 5, 17, tzinfo=UTC),
    published_on=date(2022, 5, 16),
    source="diary",
    publisher="Газета <б>",
    title="Загаловак",
    url="https://example.org/1",
    reader="r@1",
    document="d1",
    start=4,
    stop=24,
    text_sha256="0" * 64,
)
SECOND = replace(FIRST, id="bbbb", quote="<Words>", lang="en", actor=None, url="javascript:alert(1)")
AUTHOR = Author(id="desk", names=Names(en=("The <desk>",)), bio=Names(en=("We & they.",)), picture="d.png")
PICTURES = tuple(Picture(name=name, body=b"PNG", width=8, height=4) for name in ("a.png", "d.png"))


def made(lang: str = "en", behind: Behind | None = None) -> Commentary:
    """The article with all its grounds."""
    furniture = load(lang).furniture
    return Commentary(
        article=parse(FRONT + BODY, "one", lang, "one.en.md"),
        authors=(AUTHOR,),
        grounds=(
            Cited(reference=REF, exhibits=(FIRST,)),
            Cited(reference=MORE, exhibits=(SECOND,)),
            Cited(reference=NUMBER, signal=signal("salience", value=0.25)),
        ),
        languages=("en", "ru", "be"),
        related=(
            Related(kind="week", title="May 16 – May 22, 2022", path="en/2022-W20/index.html"),
            Related(kind="commentary", title="Other", path=""),
        ),
        pictures=PICTURES,
        behind=behind or Behind(),
        labels=tuple({**furniture, **{f"tongue.{one}": one for one in ("en", "ru", "be")}}.items()),
        pitches="desk@example.org",
    )
