"""Articles as the tests write them: a body under a front matter that is always good."""

from overtone.brief.commentary import parse
from overtone.records.commentaries import Article

FRONT = """+++
title = "A title"
authors = ["desk"]
date = 2022-05-23
summary = "{analysis} What this shows."
"""
FIRST = 7  # the line a body begins in


def written(body: str, *fields: str) -> str:
    """The file of an article."""
    return FRONT + "".join(f"{field}\n" for field in fields) + "+++\n" + body


def article(body: str, *fields: str, slug: str = "one", lang: str = "en") -> Article:
    """The article, parsed."""
    return parse(written(body, *fields), slug, lang, f"{slug}.{lang}.md")
