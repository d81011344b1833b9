"""Letters to one reader at their own request, made into words when they are sent.

Nothing that somebody typed into a form stands in them but the address they go to, so nobody can send words through
us. Plain text, in base64: quoted-printable doubles Cyrillic. Who sends them is `sender.py`.
"""

from email.message import EmailMessage
from email.policy import SMTP

from overtone.desk.links import confirm_link, leave_link, reader_link
from overtone.desk.models import Letter
from overtone.desk.wording import words_of


def letter_message(letter: Letter, *, base: str, sender: str, domain: str, imprint: str = "") -> EmailMessage:
    """A letter as a message: `base` the service's public address, `sender` as From writes it, `domain` of Message-ID.

    Every attempt gives the same Message-ID and Date.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = letter.reader.address
    message["Subject"] = words_of(letter.language).say(f"letter.{letter.kind}.subject")
    message["Date"] = letter.created_at
    message["Message-ID"] = f"<{letter.message_id}@{domain}>"
    message["Auto-Submitted"] = "auto-replied"
    message["X-Auto-Response-Suppress"] = "All"
    message["Content-Language"] = letter.language
    message.set_content(letter_text(letter, base, imprint), charset="utf-8", cte="base64")
    return message


def letter_text(letter: Letter, base: str, imprint: str = "") -> str:
    """The words of a letter, each link on a line of its own, so that no mail program breaks it."""
    words = words_of(letter.language)
    bodies = {
        Letter.Kind.CONFIRM: (
            words.say("letter.confirm.text"),
            f"{words.say('letter.confirm.link')}\n{confirm_link(base, letter)}",
            words.say("letter.confirm.until", moment=words.moment(letter.expires_at)),
            words.say("letter.confirm.not-you"),
        ),
        Letter.Kind.KNOWN: (
            words.say("letter.known.text"),
            f"{words.say('letter.known.settings')}\n{reader_link(base, letter.reader)}",
            f"{words.say('letter.leave')}\n{leave_link(base, letter.reader)}",
        ),
    }
    foot = "\n".join(line for line in ("Overtone", words.say("desk.tagline"), imprint) if line)
    return "\n\n".join([*bodies[Letter.Kind(letter.kind)], f"-- \n{foot}"]) + "\n"


def is_due(letter: Letter) -> bool:
    """Whether a letter still says something true: its reader has not moved on since it was asked for."""
    wanted = {
        Letter.Kind.CONFIRM: letter.reader.State.PENDING,
        Letter.Kind.KNOWN: letter.reader.State.ACTIVE,
    }
    return letter.turn == letter.reader.turn and letter.reader.state == wanted[Letter.Kind(letter.kind)]
