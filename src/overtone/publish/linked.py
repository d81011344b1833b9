"""What an edition says of itself to machines that read pages: schema.org's NewsArticle as JSON-LD.

A data block is not a script: browsers do not run it, and the policy of the pages lets it stand.
"""

import json
from collections.abc import Sequence

from overtone.publish.rendering import reachable, shown
from overtone.publish.words import Words
from overtone.records import Edition, Text

CITED = 8  # addresses of pages the edition rests on; all of them stand in its evidence.json


def linked(edition: Edition, text: Text, words: Words, url: str, twins: Sequence[tuple[str, str]]) -> str:
    """The edition as a NewsArticle: headline, dates, language, translations, and the pages it is based on.

    `url`: the page's own address; `twins`: language and address of each translation.
    https://schema.org/NewsArticle; safe to be set into a page: what could end the block is escaped.
    """
    window = edition.brief.window
    moment = edition.brief.as_of.isoformat()
    pages = dict.fromkeys(reachable(exhibit.url) for exhibit in edition.exhibits)
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": text.title,
        "description": text.summary,
        "inLanguage": text.lang,
        "url": url,
        "datePublished": moment,
        "dateModified": moment,
        "temporalCoverage": f"{window.start.isoformat()}/{window.last.isoformat()}",
        "publisher": {"@type": "Organization", "name": f"Overtone, {words.say('desk.name')}"},
        "isAccessibleForFree": True,
        "workTranslation": [{"@type": "NewsArticle", "inLanguage": lang, "url": there} for lang, there in twins],
        "isBasedOn": {
            "@type": "Dataset",
            "name": words.say("package.title"),
            "identifier": edition.ledger_digest,
            "url": f"{url.removesuffix('index.html')}data/overtone-{window.label}.zip",
        },
        "citation": [url for url in pages if url][:CITED],
    }
    kept = {name: value for name, value in told.items() if value not in ("", [])}
    written = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return shown(written).replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
