"""The portrait of an event: who mentioned what, and a silence only of those who were heard in full."""

import math
from dataclasses import replace
from datetime import date
from typing import Any

from overtone.assess.portraits import events
from overtone.records import Abstention, JointText, Portrait
from tests.assess.portraits.behind import background, slots, told
from tests.build import W20, Page, document, material, report, signal, statement

EVENT = "csto-summit-2022-05-16"
MUCH = " and there is much more to say of it here" * 9


def speech(actor: str, words: str, names: tuple[str, ...] = (), **more: Any) -> Page:
    return statement(actor, words + MUCH, on="2022-05-16", venue=EVENT, names=names, **more)


PUTIN = speech("putin", "Ukraine is spoken of. Ukraine again.", ("ua=Ukraine", "csto=Ukraine"), topics=("nato=again",))
TOKAYEV = speech("tokayev", "Afghanistan is near.", ("af=Afghanistan",))
REPORTED = statement(
    "rahmon", "Afghanistan was named.", on="2022-05-16", venue=EVENT, manner="indirect", names=("af=Afghanistan",)
)
PAGES = (PUTIN, TOKAYEV, REPORTED, report("lukashenko putin", on="2022-05-16", event=EVENT))


def portrait(*pages: Page, **more: object) -> Portrait:
    week = material(*(pages or PAGES))
    return next(p for p in events(week, background(week, **more), 10) if p.id == EVENT)


def test_zero_is_a_silence_only_of_those_heard_in_full() -> None:
    chart = portrait().charts[0]
    table = {
        (row.value, column.value): chart.values[r][c]
        for r, row in enumerate(chart.rows)
        for c, column in enumerate(chart.columns)
    }
    assert table["putin", "ua"] == 2.0
    assert table["tokayev", "ua"] == 0.0
    assert math.isnan(table["rahmon", "ua"])
    assert "csto" not in {column.value for column in chart.columns}


def test_each_subject_is_told_with_those_who_named_it_and_those_who_did_not() -> None:
    found = {slots(f)["target"]: f for f in told(portrait(), "mentioned")}
    assert slots(found["ua"])["named"] == "putin"
    assert slots(found["ua"])["silent"] == "tokayev"
    assert slots(found["af"])["named"] == "rahmon,tokayev"
    assert found["ua"].key == "portrait-named-silent"


def test_where_nobody_was_heard_in_full_no_silence_is_told() -> None:
    found = told(portrait(REPORTED), "mentioned")
    assert (found[0].key, found[0].mark) == ("portrait-unheard", "limit")
    assert all("silent" not in slots(f) for f in found)


def test_agenda_stands_against_outcome_and_a_refusal_as_a_limit() -> None:
    topic = signal("agenda", target="nato", value=0.0, venue=EVENT, unit="statements", because="announced-not-voiced")
    share = replace(topic, target="", unit="share-voiced", value=0.5, because="no-baseline")
    other = replace(topic, venue="elsewhere")
    keys = [f.key for f in told(portrait(signals=(share, topic, other)), "agenda")]
    assert keys == ["portrait-agenda", "portrait-agenda-unvoiced"]
    none = Abstention(
        measure="agenda", method="agenda@1", window=W20.label, actor="", target="", venue=EVENT, reason="no-data",
        detail="", coverage=1.0, n=0,
    )  # fmt: skip
    (limit,) = told(portrait(signals=(none,)), "agenda")
    assert (limit.mark, limit.signals) == ("limit", (none,))


def test_the_joint_text_is_quoted_with_its_profile() -> None:
    page = Page(document=document("Statement\n\nThe Council adopted a joint statement.", on="2022-05-16"))
    start = page.document.text.index("The Council")
    joint = JointText(
        document=page.document.id, reader="build@1", start=start, stop=len(page.document.text), form="joint-statement",
        parties=("csto",), signers=(), status="issued", dated=date(2022, 5, 16), lang="en",
    )  # fmt: skip
    about = signal("profile", target="nato", value=0.3, venue=page.document.id, unit="share-of-sentences")
    elsewhere = replace(joint, dated=date(2022, 5, 20))
    found = told(portrait(*PAGES, page, joint=(joint, elsewhere), signals=(about,)), "joint")
    assert [f.key for f in found] == ["portrait-joint", "portrait-profile"]
    assert slots(found[0])["quote"] == "The Council adopted a joint statement."


def test_an_event_without_words_and_contacts_has_no_portrait() -> None:
    week = material(statement("putin", "Nothing of an event.", on="2022-05-16"))
    assert list(events(week, background(week), 10)) == []
