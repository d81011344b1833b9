"""Templates: compiled once, every value escaped, what no page may hold made visible."""

import re
from functools import cache
from hashlib import sha256
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

# Characters that HTML and XML both refuse: most control characters, surrogates, noncharacters.
REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
FOLD = 160  # letters of a quote in the list of evidence


def shown(words: str) -> str:
    """Words as a page may hold them: refused characters become U+FFFD and every line end a line feed.

    The JSON twin keeps them as they were.
    """
    if words.isprintable():
        return words
    return REFUSED.sub("\ufffd", words.replace("\r\n", "\n").replace("\r", "\n"))


def printable(value: object) -> object:
    """A value on its way into a page; what is markup already, and what is no text, passes."""
    return shown(value) if type(value) is str else value


def reachable(url: str) -> str:
    """The address if a reader may be led there, else empty: only http and https, never a script."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in ("http", "https") and parts.netloc else ""


def folded(quote: str) -> str:
    """A quote short enough for a list, cut at a space; the whole stands on its own page."""
    if len(quote) <= FOLD:
        return quote
    return quote[:FOLD].rsplit(" ", 1)[0] + " …"


@cache
def templates() -> Environment:
    """The compiled templates of the package."""
    environment = Environment(
        loader=PackageLoader("overtone.publish"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters |= {"reachable": reachable, "folded": folded}
    return environment


def page(template: str, /, **values: object) -> bytes:
    """One page as UTF-8 bytes."""
    return templates().get_template(template).render(values).encode("utf-8", "replace")


@cache
def stylesheet() -> tuple[str, bytes]:
    """Name and bytes of the style without spaces; the name holds a digest, so old editions keep the look they had."""
    written = (files("overtone.publish") / "templates" / "style.css").read_text("utf-8")
    style = re.sub(r"\s*([{};,])\s*|/\*.*?\*/", r"\1", written, flags=re.DOTALL).encode()
    return f"assets/overtone-{sha256(style).hexdigest()[:10]}.css", style


@cache
def emblem() -> tuple[str, bytes]:
    """Name and bytes of the icon."""
    icon = (files("overtone.publish") / "templates" / "icon.svg").read_bytes()
    return f"assets/icon-{sha256(icon).hexdigest()[:10]}.svg", icon


@cache
def search_script() -> tuple[str, bytes]:
    """Name and bytes of the script of the search page, the only one there is."""
    script = (files("overtone.publish") / "templates" / "search.js").read_bytes()
    return f"assets/search-{sha256(script).hexdigest()[:10]}.js", script
