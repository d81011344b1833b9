"""The mails of an edition: one a language, as HTML and as plain text, and the page that archives each.

A mail is made when the edition is published, by a pure function, and what is sent later is what was published, byte
for byte: only the link to unsubscribe gets the reader's own key behind it. It loads nothing, counts nothing, and is
drawn with tables and inline styles, which mail programs keep.
"""

from base64 import encodebytes
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from overtone.errors import SiteError
from overtone.publish.mail_text import correction_text, weekly_text
from overtone.publish.notes import lay_out
from overtone.publish.pages import silent
from overtone.publish.rendering import page
from overtone.publish.twins import as_json
from overtone.publish.words import Words
from overtone.records import Edition, Text

WARN, REFUSE = 90_000, 100_000  # bytes of the HTML part, as it is and as it travels; beyond 102 kB programs clip it


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """What the foot of a mail needs: where a reader unsubscribes, and who sends it."""

    address: str  # of the subscription service, "" while there is none
    imprint: str  # name and postal address of the publisher; | parts the lines

    def unsubscribe(self, lang: str) -> str:
        """The address that a reader's own key is put behind; without a key it explains itself."""
        return f"{self.address.rstrip('/')}/{lang}/unsubscribe/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much of the week a mail tells: what does not fit is left on the page."""

    lead: int  # sentences of a theme's lead
    listed: int  # lines of a register


AMOUNTS = tuple(Amount(lead=lead, listed=listed) for lead, listed in ((6, 4), (4, 3), (3, 2), (2, 2), (1, 1), (0, 1)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One mail in one language, as it is published and sent."""

    kind: str  # weekly | correction
    key: str  # of its folder: the week, or the notice
    lang: str
    dated: date  # the cut of the week, the day of the notice
    subject: str
    preheader: str  # what a list of mails shows after the subject
    html: bytes
    text: bytes
    about: str  # address of the page it tells of
    unsubscribe: str

    @property
    def folder(self) -> str:
        """Its place in the site."""
        return f"{self.lang}/mail/{self.key}"

    @property
    def weight(self) -> int:
        """Bytes of the HTML part as it travels, in base64: the larger of its two sizes."""
        return transferred(self.html)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a correction mail tells, in one language; made from a public notice."""

    id: str  # stands in an address
    lang: str
    dated: date
    title: str  # of the corrected edition or page
    lines: tuple[str, ...]  # what was wrong, what is right, why; one paragraph each
    path: str  # of the notice, from the root of the site
    labels: tuple[tuple[str, str], ...]


def transferred(body: bytes) -> int:
    """Bytes of a part in base64, in lines of 76 that end with CR LF."""
    return len(encodebytes(body)) + -(-len(body) // 57)


def mails(edition: Edition, base_url: str, service: Service) -> dict[str, bytes]:
    """The archived mail of the edition in each language by its path in the site: page, plain text, manifest.

    Nothing where the site or the subscription service has no public address: a mail is read elsewhere, so all its links
    are absolute. SiteError for a mail too heavy even in brief.
    """
    if not (base_url and service.address):
        return {}
    made: dict[str, bytes] = {}
    for text in edition.texts:
        made |= files_of(weekly(edition, text, base_url, service))
    return made


def weekly(edition: Edition, text: Text, base_url: str, service: Service) -> Mail:
    """The mail of a week in one language: as much of it as stays under the weight that mail programs show whole."""
    words, layout = Words(text.lang, text.labels), lay_out(edition, text)
    week = edition.brief.window.label
    about = f"{base_url}/{text.lang}/{week}/"
    values = {
        "words": words,
        "title": text.title,
        "summary": text.summary,
        "passages": layout.passages,
        "registers": layout.registers,
        "limits": layout.limits,
        "cut": words.say("edition.cut", moment=words.moment(edition.brief.as_of)),
        "silent": silent(edition),
        "preheader": text.summary,
        **_frame(base_url, service, words, week, about),
    }
    return _fitting(
        lambda amount: Mail(
            kind="weekly",
            key=week,
            lang=text.lang,
            dated=edition.brief.as_of.date(),
            subject=words.say("mail.subject", desk=words.say("desk.name"), title=text.title),
            preheader=text.summary,
            html=page("mail_weekly.html.j2", **values, amount=amount),
            text=weekly_text(values, amount.lead, amount.listed),
            about=about,
            unsubscribe=service.unsubscribe(text.lang),
        )
    )


def correction_mail(told: Correction, base_url: str, service: Service) -> dict[str, bytes]:
    """The mail that tells readers of a correction, with a page of its own; nothing without public addresses."""
    if not (base_url and service.address):
        return {}
    words = Words(told.lang, told.labels)
    about = f"{base_url}/{told.path.removesuffix('index.html')}"
    values = {
        "words": words,
        "title": told.title,
        "lines": told.lines,
        "dated": words.say("mail.correction-dated", date=words.day(told.dated)),
        "preheader": told.lines[0] if told.lines else "",
        **_frame(base_url, service, words, f"correction-{told.id}", about),
    }
    return files_of(
        _fitting(
            lambda _: Mail(
                kind="correction",
                key=f"correction-{told.id}",
                lang=told.lang,
                dated=told.dated,
                subject=words.say("mail.correction-subject", title=told.title),
                preheader=told.lines[0] if told.lines else "",
                html=page("mail_correction.html.j2", **values),
                text=correction_text(values),
                about=about,
                unsubscribe=service.unsubscribe(told.lang),
            )
        )
    )


def _frame(base_url: str, service: Service, words: Words, key: str, about: str) -> dict[str, object]:
    """The values that the head and the foot of every mail take."""
    return {
        "about": about,
        "own": f"{base_url}/{words.lang}/mail/{key}/",
        "shelf": f"{base_url}/{words.lang}/mail/",
        "unsubscribe": service.unsubscribe(words.lang),
        "imprint": tuple(line.strip() for line in service.imprint.split("|") if line.strip()),
    }


def _fitting(write: Callable[[Amount], Mail]) -> Mail:
    """The fullest mail that is not clipped."""
    for amount in AMOUNTS:
        mail = write(amount)
        if mail.weight < WARN:
            return mail
    if mail.weight >= REFUSE:
        raise SiteError(
            f"the mail weighs {mail.weight:,} bytes even in brief; mail programs cut it off beyond {REFUSE:,}",
            where=mail.folder,
            next_step="publish fewer themes in one edition (--theme)",
        )
    return mail


def files_of(mail: Mail) -> dict[str, bytes]:
    """The archive of a mail: the page is its HTML part, the text file its plain part, the manifest their digests."""
    digests = {
        name: {"sha256": sha256(body).hexdigest(), "bytes": len(body), "transferred": transferred(body)}
        for name, body in (("html", mail.html), ("text", mail.text))
    }
    told = {
        "kind": mail.kind,
        "key": mail.key,
        "lang": mail.lang,
        "date": mail.dated,
        "title": mail.subject,
        "summary": mail.preheader,
        "about": mail.about,
        "unsubscribe": mail.unsubscribe,
        **digests,
    }
    return {
        f"{mail.folder}/index.html": mail.html,
        f"{mail.folder}/mail.txt": mail.text,
        f"{mail.folder}/manifest.json": as_json(told),
    }
