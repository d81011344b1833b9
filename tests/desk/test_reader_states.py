"""Any sequence of acts, on both databases: nobody reads without having pressed, nobody suppressed is written to."""

from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from overtone.desk import readers
from overtone.desk.letters import is_due
from overtone.desk.links import confirm_link, leave_link, reader_link
from overtone.desk.models import Attempt, Barred, Consent, Letter, Reader
from overtone.desk.tokens import read_token
from tests.desk.visiting import Visitor, dump

ADDRESSES = ("one@example.org", "two@example.org", "two+tag@example.org")
addresses = st.sampled_from(ADDRESSES)
languages = st.sampled_from(("en", "ru", "be"))
number = st.integers(0, 8)


class Readers(RuleBasedStateMachine):
    """The desk beside what we know by hand: who pressed and has not left since, who must not be written to."""

    @initialize()
    def empty(self) -> None:
        for table in (Letter, Consent, Reader, Attempt, Barred):
            table._default_manager.all().delete()
        self.now = datetime(2022, 10, 17, tzinfo=UTC)
        self.reading: set[str] = set()
        self.stopped: set[str] = set()
        self.barred: set[str] = set()
        self.letters_to_stopped = 0

    @rule(address=addresses, language=languages)
    def ask(self, address: str, language: str) -> None:
        readers.ask(address, language, self.now)

    @rule(which=number)
    def press(self, which: int) -> None:
        letters = list(Letter.objects.filter(kind="confirm").select_related("reader").order_by("pk"))
        if not letters:
            return
        letter = letters[which % len(letters)]
        claim = read_token(confirm_link("", letter).rpartition("/")[2])
        assert claim is not None
        held = letter.turn == letter.reader.turn and self.now < letter.expires_at
        reader = readers.confirm(claim, self.now)
        if letter.reader.address in self.reading and letter.turn == letter.reader.turn:
            assert reader is not None
        elif held and letter.reader.address not in self.stopped:
            assert reader is not None
            assert reader.language == letter.language
            self.reading.add(letter.reader.address)
        else:
            assert reader is None

    @rule()
    def look_at_every_link(self) -> None:
        before = dump()
        visitor = Visitor()
        for letter in Letter.objects.select_related("reader"):
            for link in (confirm_link("", letter), leave_link("", letter.reader), reader_link("", letter.reader)):
                visitor.get(link)
        assert dump() == before

    @rule(address=addresses)
    def leave(self, address: str) -> None:
        reader = Reader.objects.filter(address=address).first()
        if reader:
            readers.leave(reader.key, self.now)
            self.reading.discard(address)

    @rule(address=addresses, language=languages)
    def move(self, address: str, language: str) -> None:
        reader = Reader.objects.filter(address=address).first()
        if reader:
            readers.move(reader.key, language, self.now)

    @rule(address=addresses)
    def suppress(self, address: str) -> None:
        readers.suppress(address, "complained", self.now)
        self.stopped.add(address)
        self.reading.discard(address)
        self.letters_to_stopped = self._letters_to_stopped()

    @rule(address=addresses, bar=st.booleans())
    def forget(self, address: str, bar: bool) -> None:
        readers.forget(address, self.now, bar=bar)
        self.reading.discard(address)
        self.stopped.discard(address)
        self.barred |= {address} if bar else set()
        self.letters_to_stopped = self._letters_to_stopped()

    @rule(hours=st.integers(1, 400))
    def wait(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        readers.forget_unconfirmed(self.now)

    @invariant()
    def only_who_pressed_reads(self) -> None:
        active = {reader.address for reader in Reader.objects.filter(state="active")}
        assert active == self.reading

    @invariant()
    def who_is_stopped_stays_so_and_gets_no_new_letter(self) -> None:
        assert {r.address for r in Reader.objects.filter(state="suppressed")} == self.stopped
        assert self._letters_to_stopped() == self.letters_to_stopped
        assert not [one for one in self._letters() if one.reader.address in self.stopped and is_due(one)]

    @invariant()
    def who_is_barred_is_not_kept_unless_suppressed(self) -> None:
        assert not Reader.objects.filter(address__in=self.barred).exclude(state="suppressed").exists()

    @invariant()
    def every_reader_has_a_confirmed_consent(self) -> None:
        for reader in Reader.objects.filter(state="active"):
            assert Consent.objects.filter(reader=reader).exclude(confirmed_at=None).exists()

    def _letters(self) -> list[Letter]:
        return list(Letter.objects.select_related("reader"))

    def _letters_to_stopped(self) -> int:
        return sum(1 for one in self._letters() if one.reader.address in self.stopped)


def test_no_sequence_of_acts_makes_a_reader_of_who_did_not_press(desk: str) -> None:
    few = settings(
        max_examples=6 if "://" in desk else 20,
        stateful_step_count=20,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    run_state_machine_as_test(Readers, settings=few)
