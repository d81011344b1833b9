"""Where an article may lead its readers: public addresses, mail, pages of the same site; never a script."""

import re

from overtone.brief.commentary_faults import MarkdownError

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_PUBLIC = re.compile(r"https?://[^\s/?#\\]+\S*")
_MAIL = re.compile(r"mailto:[^\s@<>\"]+@[^\s@<>\"]+")
_HIDDEN = re.compile(r"[\x00-\x20\x7f-\x9f\\]")


def address(url: str, at: int = 0) -> str:
    """The address, if a reader may be led there; MarkdownError otherwise. `at`: where it stands, for the message."""
    scheme = _SCHEME.match(url)
    if _HIDDEN.search(url) or url.startswith("//") or not url:
        raise _refused(url, at)
    if scheme is None or _PUBLIC.fullmatch(url) or _MAIL.fullmatch(url):
        return url
    raise _refused(url, at)


def _refused(url: str, at: int) -> MarkdownError:
    shown = url if len(url) <= 60 else f"{url[:57]}…"
    step = "link to https://…, http://…, mailto:… or a page of this site (../2022-W20/index.html)"
    return MarkdownError(f"no link may lead to {shown!r}", step, at)
