"""Each piece of evidence as a W3C Web Annotation, and the copy of its words that anybody can hold it against.

Source of the form: Web Annotation Data Model, W3C Recommendation of 23 February 2017. Positions are code points, as
the model asks. Not for the whole archived text: what is published of it is the context of the words, under its digest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from overtone.publish.rendering import reachable
from overtone.publish.twins import as_json
from overtone.records import Exhibit

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"overtone": "urn:overtone:"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """A sentence that rests on a piece of evidence: its address, its words, its language."""

    href: str
    words: str
    lang: str


def window(exhibit: Exhibit) -> bytes:
    """Our own copy of the words in their context, as UTF-8, character by character as archived."""
    return (exhibit.before + exhibit.quote + exhibit.after).encode("utf-8", "surrogatepass")


def copy_name(exhibit: Exhibit) -> str:
    """The name of the copy: the SHA-256 of its bytes, so that the file vouches for itself."""
    return f"text/{sha256(window(exhibit)).hexdigest()}.txt"


def annotation(exhibit: Exhibit, href: str, copy: str, resting: Sequence[Resting]) -> bytes:
    """One piece of evidence as JSON-LD; `href` and `copy`: the addresses of its page and of our copy of its words.

    The words are anchored twice: in the text as it was archived, whose digest is given, and in the published copy,
    against which everybody can check them.
    """
    place = len(exhibit.before)
    quote = {"type": "TextQuoteSelector", "exact": exhibit.quote, "prefix": exhibit.before, "suffix": exhibit.after}
    archived = {
        "type": "SpecificResource",
        "source": reachable(exhibit.url) or f"urn:overtone:document:{exhibit.document}",
        "state": {
            "type": "TimeState",
            "sourceDate": exhibit.learnt_at,
            "cached": copy,
            "overtone:sha256": exhibit.text_sha256,
        },
        "selector": [quote, {"type": "TextPositionSelector", "start": exhibit.start, "end": exhibit.stop}],
    }
    published = {
        "type": "SpecificResource",
        "source": {"id": copy, "type": "Text", "format": "text/plain", "language": exhibit.lang},
        "state": {"type": "TimeState", "sourceDate": exhibit.learnt_at, "overtone:sha256": copy_name(exhibit)[5:-4]},
        "selector": [quote, {"type": "TextPositionSelector", "start": place, "end": place + len(exhibit.quote)}],
    }
    body = [
        {
            "id": one.href,
            "type": "TextualBody",
            "value": one.words,
            "language": one.lang,
            "format": "text/plain",
            "purpose": "describing",
        }
        for one in resting
    ]
    return as_json(
        {
            "@context": list(CONTEXT),
            "id": href,
            "type": "Annotation",
            "motivation": "describing" if body else "highlighting",
            **({"body": body} if body else {}),
            "target": [archived, published],
            "overtone:exhibit": exhibit,
        }
    )
