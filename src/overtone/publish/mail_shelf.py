"""The list of mails in each language, and which mails are past changing because they were sent."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from overtone.publish.issues import Issue, Notice
from overtone.publish.pages import place
from overtone.publish.rendering import page

SENT = "sent.json"  # stands beside a mail from its first sending on


def mail_lists(
    shelf: Sequence[Issue], mails: Sequence[Notice], base_url: str = "", subscribe: str = ""
) -> dict[str, bytes]:
    """The page `{lang}/mail/index.html` of each language that has mails, the newest first.

    `subscribe`: address of the subscription pages, "" while there are none.
    """
    newest = {issue.lang: issue for issue in reversed(shelf)}
    there = {lang: [one for one in mails if one.kind == "mail" and one.lang == lang] for lang in newest}
    names = {lang: newest[lang].words.say("language.name") for lang, found in there.items() if found}
    made = {}
    for lang in names:
        path = f"{lang}/mail/index.html"
        words = newest[lang].words
        here = place(path, names, lang, base_url)
        made[path] = page("mails.html.j2", rows=there[lang], words=words, here=here, subscribe=subscribe)
    return made


def unsent(site: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files without those of mails that were sent: what readers have got stays as it was."""
    return {path: body for path, body in files.items() if not (site / Path(path).parent / SENT).is_file()}
