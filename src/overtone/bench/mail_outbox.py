"""The outbox of the bench of mails. Import it when a desk is configured: its tables are Django's."""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from overtone.bench.mail_page import LINK, page
from overtone.desk.models import Reader, Send
from overtone.desk.outbox import Plan, approve, named, prepare
from overtone.desk.outbox_message import Letterhead
from overtone.desk.sender import Options, run
from overtone.desk.smtp import Server

NAME = "2022-W41.be"
NOW = datetime(2022, 10, 17, tzinfo=UTC)


def prepared(readers: int, park: bool) -> None:
    """So many made-up readers, and a send to them that two persons let go."""
    Reader.objects.bulk_create(
        Reader(
            address=f"reader{n}@example.org",
            language="be",
            state=Reader.State.ACTIVE,
            key=f"made-up-key-of-a-reader-{n:08d}",
            created_at=NOW,
            changed_at=NOW,
        )
        for n in range(readers)
    )
    plan = Plan(
        by="first person",
        deadline=datetime.now(UTC) + timedelta(hours=6),
        on_crash=Send.OnCrash.PARK if park else Send.OnCrash.REQUEUE,
    )
    approve(prepare(_head(), "weekly", "2022-W41", plan), "second person", NOW)


def sent(place: Path, server: Server, connections: int) -> dict[str, Any]:
    """Run the send to its end; its books."""
    books = run(named(NAME), server, place, Options(connections=connections, rate=100_000))
    return {**asdict(books), "balanced": books.balanced, "next_at": None}


def _head() -> Letterhead:
    return Letterhead(
        name=NAME,
        language="be",
        sender="Overtone <weekly@example.org>",
        subject="Беларуская рэдакцыя: 10 – 16 кастрычніка 2022",
        date=NOW,
        bounces="bounces@example.org",
        unsubscribe=LINK,
        archive="https://overtone.example.org/be/mail/2022-W41/",
        html=page(),
        text=f"{LINK}\n".encode(),
    )
