"""The edition of `week41.py` with portraits, counts and numbers that have evidence of their own."""

from dataclasses import replace
from typing import Any

from overtone.records import Edition, Evidence, Exhibit, Sentence, Tally, Text, TextPortrait, TextRegister, content_id
from tests.publish.week41 import SIGNALS, charts, edition, signal

PORTRAIT_ONLY = content_id("exhibit", "portrait only")
TALLY = Tally(
    measure="salience",
    method="salience@1",
    command="overtone measure salience --week 2022-W41 --as-of 2022-10-17T00:00:00+00:00",
    columns=("actor", "statements", "share", "now", "note"),
    rows=(("putin", 3, 0.5, True, "=HYPERLINK(1)"), ("lukashenko", 4, None, False, None)),
)


def spoken(whole: Edition) -> Exhibit:
    """The first exhibit of a known speaker."""
    return next(e for e in whole.exhibits if e.actor)


def _extra(first: Exhibit) -> Exhibit:
    """A second exhibit of the same page, which only a portrait shows: the first five letters of its words."""
    stop = first.start + 5
    return replace(first, id=PORTRAIT_ONLY, quote=first.quote[:5], after=first.quote[5:] + first.after, stop=stop)


def _said(name: str, words: str, exhibits: tuple[str, ...], **more: Any) -> Sentence:
    made = Sentence(id=content_id("finding", name), words=words, mark="observed", exhibits=exhibits, signals=())
    return replace(made, **more)


def _portraits(text: Text, first: Exhibit, second: Exhibit) -> tuple[TextPortrait, ...]:
    actor = first.actor or ""
    name = f"{actor} {text.lang}"
    told = _said(
        "told", f"{name}, “{second.quote}”", (first.id, second.id),
        names=((0, len(name), "actor", actor), (0, 2, "topic", "nowhere")),
        quotes=((len(name) + 3, len(name) + 3 + len(second.quote), first.lang),),
        signals=(SIGNALS[0].id,),
    )  # fmt: skip
    topic = _said("of", f"security, {name}", (first.id,), names=((10, 10 + len(name), "actor", actor),))
    return (
        TextPortrait(
            kind="actor",
            id=actor,
            title=_said("title", name, (first.id,), names=((0, len(name), "actor", actor),)),
            registers=(TextRegister(key="portrait-said", sentences=(told, told), more=3),),
            charts=charts(text.lang)[:1],
        ),
        TextPortrait(
            kind="topic",
            id="security",
            title=_said("topic", "security", (first.id,)),
            registers=(TextRegister(key="portrait-said", sentences=(topic,), more=0),),
            charts=(),
        ),
    )


def portrayed() -> Edition:
    """10–16 October 2022 with the portraits of one actor and one topic."""
    whole = edition()
    first = spoken(whole)
    second = _extra(first)
    counted = signal("sanctions", 0.071, 0.035, 0.13, 0.09, surprise=0.61, n=84)
    held = (Evidence(document=first.document, start=first.start, stop=first.stop, row="row"),)
    only = replace(counted, actor=first.actor or "", target="security", evidence=held)
    texts = tuple(replace(text, portraits=_portraits(text, first, second)) for text in whole.texts)
    return replace(
        whole,
        texts=texts,
        exhibits=(*whole.exhibits, second),
        signals=(*whole.signals, only),
        tallies=(TALLY,),
    )
