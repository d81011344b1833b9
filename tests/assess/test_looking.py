from datetime import date

from overtone.assess.looking import hits, met_on
from overtone.records import Abstention, Look
from tests.assess.ledger import known
from tests.build import report, signal, statement, vote

TALK = statement(
    "lukashenko", "The grouping defends us. Trains arrive.", on="2022-10-14", topics=("regional-grouping",)
)


def test_a_statement_fits_by_speaker_topic_and_words_and_its_sentence_is_shown() -> None:
    look = Look(of="statements", actors=("lukashenko",), topics=("regional-grouping",), words=("arriv*",))
    (hit,) = hits(look, known(TALK))
    (evidence,) = hit.evidence
    assert TALK.document.text[evidence.start : evidence.stop] == "Trains arrive."
    assert evidence.row == TALK.said.id


def test_other_speakers_topics_words_sources_and_acts_do_not_fit() -> None:
    looks = [
        Look(of="statements", actors=("putin",)),
        Look(of="statements", topics=("nato",)),
        Look(of="statements", topics=("regional-grouping",), words=("tanks",)),
        Look(of="statements", topics=("regional-grouping",), sources=("kyiv",)),
        Look(of="statements", topics=("regional-grouping",), targets=("ua",)),
        Look(of="statements", topics=("regional-grouping",), events=("csto-summit-2022-05-16",)),
    ]
    assert [hits(look, known(TALK)) for look in looks] == [()] * len(looks)
    asked = statement("lukashenko", "Does it?", on="2022-10-14", topics=("regional-grouping",), act="question")
    assert hits(Look(of="statements", topics=("regional-grouping",)), known(asked)) == ()


def test_what_was_said_after_the_day_is_not_found() -> None:
    assert hits(Look(of="statements", topics=("regional-grouping",)), known(TALK, day="2022-10-13")) == ()


def test_one_speaker_on_one_day_counts_once_in_however_many_pages() -> None:
    again = statement("lukashenko", "Trains do arrive.", on="2022-10-14", topics=("regional-grouping",), source="kyiv")
    look = Look(of="statements", topics=("regional-grouping",), at_least=2)
    found = hits(look, known(TALK, again))
    assert len(found) == 2
    assert met_on(look, found) is None


def test_enough_of_them_must_lie_within_the_days() -> None:
    far = statement("putin", "A grouping.", on="2022-10-05", topics=("regional-grouping",))
    look = Look(of="statements", topics=("regional-grouping",), at_least=2, within_days=7)
    assert met_on(look, hits(look, known(TALK, far))) is None
    near = statement("putin", "A grouping.", on="2022-10-08", topics=("regional-grouping",))
    assert met_on(look, hits(look, known(TALK, near))) == date(2022, 10, 14)


def test_contacts_fit_by_all_their_parties_and_what_came_of_them() -> None:
    pages = (report("lukashenko putin", on="2022-10-07"), report("lukashenko rahmon", on="2022-10-11"))
    both = Look(of="encounters", actors=("lukashenko", "putin"))
    assert [hit.on for hit in hits(both, known(*pages))] == [date(2022, 10, 7)]
    assert hits(Look(of="encounters", actors=("putin",), status=("cancelled",)), known(*pages)) == ()
    assert hits(Look(of="encounters", actors=("putin",), kinds=("phone",)), known(*pages)) == ()


def test_votes_fit_by_state_and_choice() -> None:
    page = vote("by=N ru=N kz=A", on="2022-10-12")
    found = hits(Look(of="votes", targets=("by", "kz"), choices=("N",)), known(page))
    assert [page.document.text[h.evidence[0].start : h.evidence[0].stop] for h in found] == ["by=N"]


def test_a_measured_value_fits_by_reason_and_size_and_an_abstention_never() -> None:
    silent = signal(actor="putin", target="by", because="silent")
    refused = Abstention(
        measure="silence", method="silence@1", window="2022-W41", actor="putin", target="by", venue="",
        reason="no-data", detail="", coverage=0.0, n=0,
    )  # fmt: skip
    base = known(signals=[("2022-10-16", silent), ("2022-10-16", refused)])
    look = Look(of="signals", measure="silence", actors=("putin",), targets=("by",), because=("silent",))
    assert [hit.signal for hit in hits(look, base)] == [silent.id]
    assert hits(Look(of="signals", measure="silence", least=1.0), base) == ()
    assert hits(Look(of="signals", measure="echo"), base) == ()
