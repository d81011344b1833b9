"""Cohesion: how closely a bloc votes and speaks together, against blocs and speakers drawn at random.

`members` of the options are the bloc: states for votes, actors for words. In votes: agreement index and Rice of each
resolution and their mean, contested resolutions apart, against random blocs of equal size and of the same regions. In
words: likeness of members' meanings, words and topics on the same day or at one event, against names permuted within
the day and as many other speakers. A bloc that stands no higher than chance is told so.
"""

from collections.abc import Iterator

import ibis
import pyarrow as pa

from overtone.measure import ballots
from overtone.measure.cohesion_votes import in_votes
from overtone.measure.cohesion_words import in_words
from overtone.measure.occasions import occasions
from overtone.measure.shape import Frame, Options, View
from overtone.records import Abstention, Signal, Window

METHOD = "cohesion@1"
REFERENCE = "Hix, Noury and Roland 2005 (agreement index); Rice 1928; Hollander and Wolfe 1973 (permutation)"
NULL = "blocs of equal size drawn at random from those who voted; names permuted among what was said on the same day"
NOT_FOR = "why members agree; states that were not there; likeness across different days, which the agenda makes"
OTHERS = 40  # statements a day by others that the bloc is compared with, the first by their ids
OWN = 20  # statements a day and member
COLUMNS = {
    "kind": "string",
    "now": "boolean",
    "voted_on": "date",
    "code": "string",
    "resolution": "string",
    "title": "string",
    "state": "string",
    "choice": "string",
    "document": "string",
    "start": "int64",
    "stop": "int64",
    "id": "string",
    "lang": "string",
    "lemmas": "string",
    "topics": "array<string>",
    "vector": "binary",
}


def tally(view: View, window: Window, options: Options) -> ibis.Table:
    """Votes of the window; statements of members and a sample of others on the days on which members spoke.

    Columns are those of votes; for words `state` is the speaker and `voted_on` the day. Members' words go back over the
    trailing weeks, others' do not.
    """
    votes = ballots.counted(view, options.body, window.start, window.stop)
    said = view.keep(_said(view, window, options))
    wordings, meanings = view.table("wordings"), view.table("meanings")
    words = wordings.select(on="document", at="start", till="stop", lemmas="lemmas")
    worded = said.left_join(words, [said.document == words.on, said.start == words.at, said.stop == words.till])
    passages = meanings.select(on="document", at="of_start", till="of_stop", vector="vector", model="model")
    meant = said.inner_join(
        passages, [said.document == passages.on, said.start == passages.at, said.stop == passages.till]
    )
    return ibis.union(
        _shaped(votes, kind="vote", now=True), _shaped(worded, kind="words"), _shaped(meant, kind="meaning")
    )


def _said(view: View, window: Window, options: Options) -> ibis.Table:
    """Positions of members, and of others on the days of the window on which a member spoke."""
    stated = occasions(view, window, options)
    if options.event:
        stated = stated.filter(~stated.now | (stated.venue == options.event))
    member = stated.actor.isin(list(options.members) or [""])
    stated = stated.mutate(member=member, lot=ibis.ifelse(member, stated.actor, ""))
    place = ibis.row_number().over(group_by=[stated.said_on, stated.lot], order_by=stated.id)
    stated = stated.mutate(place=place)
    own = stated.filter(stated.member & (stated.place < OWN))
    days = own.filter(own.now).select(day=own.said_on).distinct()
    others = stated.filter(~stated.member & stated.now & (stated.place < OTHERS))
    return own.union(others.semi_join(days, others.said_on == days.day)).select(
        "now", "document", "start", "stop", "id", "lang", "topics", voted_on="said_on", state="actor", code="venue"
    )


def _shaped(rows: ibis.Table, **fixed: object) -> ibis.Table:
    """The common columns, empty where these rows have none."""
    given = {
        name: ibis.literal(fixed[name]) if name in fixed else rows[name] if name in rows.columns else ibis.null()
        for name in COLUMNS
    }
    return rows.select(**{name: value.cast(COLUMNS[name]) for name, value in given.items()})


def judge(tally: pa.Table, frame: Frame) -> Iterator[Signal | Abstention]:
    """The bloc's unity in votes and likeness in words, member by member; q over all that is held against chance."""
    rows = tally.to_pylist()
    yield from in_votes([row for row in rows if row["kind"] == "vote"], frame, METHOD)
    yield from in_words([row for row in rows if row["kind"] != "vote"], frame, METHOD)
