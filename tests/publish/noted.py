"""Notices about the small edition of 10–16 October 2022, and changed editions of that week."""

from dataclasses import replace
from datetime import date

from overtone.records import Corrected, Correction, Edition, Evidence, Names, Text
from tests.publish.week41 import edition

WRONG = Names(en=("It was one meeting.",), ru=("Встреча была одна.",), be=("Сустрэча была адна.",))
RIGHT = Names(en=("On 11 October.",), ru=("11 октября.",), be=("11 кастрычніка.",))


def correction(
    name: str = "2022-10-24-count", kind: str = "correction", *, on: date = date(2022, 10, 24)
) -> Correction:
    return Correction(
        id=name,
        on=on,
        kind=kind,
        entered_by="first",
        approved_by="second",
        wrong=WRONG,
        right=RIGHT,
        week="" if kind == "withdrawal" else "2022-W41",
    )


def headline(whole: Edition) -> str:
    """The id of the first headline of the edition."""
    return whole.texts[0].sections[0].headline.id


def of_a_sentence(whole: Edition) -> Corrected:
    """A correction that names the first headline."""
    return Corrected(correction=correction(), sentences=frozenset({headline(whole)}))


def of_a_document(whole: Edition, number: int = 0) -> Corrected:
    """A withdrawal of the document that one exhibit is from."""
    shown = whole.exhibits[number]
    made = correction("2022-11-02-page", "withdrawal", on=date(2022, 11, 2))
    return Corrected(correction=made, spans=(Evidence(document=shown.document, start=0, stop=10**6),))


def _reworded(text: Text, words: str) -> Text:
    first, *others = text.sections
    changed = replace(first, headline=replace(first.headline, words=f"{first.headline.words} {words}"))
    return replace(text, sections=(changed, *others))


def reworded(words: str = "(11.10)") -> Edition:
    """The week with other words in the first headline."""
    whole = edition()
    return replace(whole, texts=tuple(_reworded(text, words) for text in whole.texts))


def poorer() -> Edition:
    """The week without the sentences that rest on its first exhibit, and without that exhibit."""
    whole = edition()
    lost = whole.exhibits[0].id
    texts = []
    for text in whole.texts:
        sections = tuple(
            s for s in text.sections if not any(lost in one.exhibits for one in (s.headline, s.ground, *s.lead))
        )
        kept = tuple(replace(s, body=tuple(one for one in s.body if lost not in one.exhibits)) for s in sections)
        names = {s.theme for s in kept}
        told = tuple(replace(s, see_also=tuple(pair for pair in s.see_also if pair[0] in names)) for s in kept)
        texts.append(replace(text, sections=told, limits=tuple(x for x in text.limits if lost not in x.exhibits)))
    return replace(whole, texts=tuple(texts), exhibits=whole.exhibits[1:])
