"""Readers and sends for the tests of sending, and a sender that talks to no server."""

from datetime import UTC, datetime, timedelta

from overtone.desk.models import Message, Reader, Send
from overtone.desk.outbox import Plan, approve, prepare
from overtone.desk.outbox_message import Letterhead
from overtone.desk.smtp import Answer, Outcome

NOW = datetime(2022, 10, 17, 9, tzinfo=UTC)
LINK = "https://desk.example.org/be/unsubscribe/"
HTML = f'<p>Саміт у Астане</p><a href="{LINK}">Адпісацца</a>'.encode()
TEXT = f"Саміт у Астане\n\nАдпісацца:\n{LINK}\n".encode()
HEAD = Letterhead(
    name="2022-W41.be",
    language="be",
    sender="Overtone <weekly@example.org>",
    subject="Беларуская рэдакцыя: 10 – 16 кастрычніка 2022",
    date=NOW,
    bounces="bounces@example.org",
    unsubscribe=LINK,
    archive="https://overtone.example.org/be/mail/2022-W41/",
    html=HTML,
    text=TEXT,
)
PLAN = Plan(by="First Person", deadline=NOW + timedelta(hours=24))


def readers(*names: str, language: str = "be", state: str = "active") -> list[Reader]:
    """Readers of these names, or of as many numbers as the one name that is a number says."""
    made = [f"reader{n}" for n in range(int(names[0]))] if len(names) == 1 and names[0].isdigit() else names
    rows = [
        Reader(
            address=f"{name}@example.org",
            language=language,
            state=state,
            key=f"key-of-a-made-up-reader-{name}"[:43],
            created_at=NOW,
            changed_at=NOW,
        )
        for name in made
    ]
    Reader.objects.bulk_create(rows)
    return list(Reader.objects.order_by("id"))


def approved(*names: str, plan: Plan = PLAN, head: Letterhead = HEAD) -> Send:
    """A send to these readers that two persons let go."""
    readers(*names)
    return approve(prepare(head, "weekly", "2022-W41", plan), "Second Person", NOW)


def states(send: Send) -> dict[str, str]:
    """Who stands where: the first part of each address, or "?" where the reader is gone."""
    rows = Message.objects.filter(send=send).values_list("reader__address", "state")
    return {(address or "?").partition("@")[0]: state for address, state in rows}


def answer(outcome: Outcome, words: str = "words", stage: str = "data") -> Answer:
    """What a server said."""
    return Answer(outcome=outcome, words=words, stage=stage)
