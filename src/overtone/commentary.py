"""The conductor of signed articles: Markdown files and the ledger → checked references → pages for the site.

    commentary/*.md ──► articles ──► references found in the view, words compared with the lock ──► pages in each language
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from overtone.ledger import View
from overtone.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the articles' pages need to know of the site around them."""

    base_url: str = ""  # public address, "" while there is none
    pitches: str = ""  # where readers may offer an article: a mail address or a page (setting edition.pitches)
    weeks: Collection[str] = ()  # weeks that are published, as "en/2022-W20": only these are linked


def commentary_pages(
    folder: Path, view: View, registry: Registry, languages: Sequence[str], site: Site | None = None
) -> dict[str, bytes]:
    """Every page of every commentary in the folder, by its path in the site; none where there is no folder.

    CommentaryError with file and line of a mistake, an unknown reference, or one whose words have changed.
    """
    del folder, view, registry, languages, site
    return {}
