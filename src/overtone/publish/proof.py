"""Proofreading before print: no sentence without its ground, no quote that is not the document's own words."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from overtone.errors import EvidenceError
from overtone.records import Brief, Edition, Exhibit, Finding, Sentence, Text

SHOWN = 12  # objections printed in full
PATHLIKE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,119}")
DIGEST = re.compile(r"[0-9a-f]{64}")


def sentences(text: Text) -> Iterator[Sentence]:
    """Every sentence of a text in the order of the page."""
    for section in text.sections:
        yield from (section.headline, section.ground, *section.lead, *section.body)
    for register in text.registers:
        yield from register.sentences
    yield from text.limits


def portrayed(text: Text) -> Iterator[Sentence]:
    """Every sentence of the portraits that come with a text."""
    for portrait in text.portraits:
        yield portrait.title
        for register in portrait.registers:
            yield from register.sentences


def _names(edition: Edition) -> Iterator[str]:
    """Ids become file names and addresses: they may hold nothing that leads elsewhere or means something else."""
    named = [("week", edition.brief.window.label)]
    named += [("language", text.lang) for text in edition.texts]
    named += [("exhibit", exhibit.id) for exhibit in edition.exhibits]
    named += [("signal", signal.id) for signal in edition.signals]
    for text in edition.texts:
        named += [("theme", section.theme) for section in text.sections]
        named += [("sentence", sentence.id) for sentence in (*sentences(text), *portrayed(text))]
        named += [(f"portrait of a kind {portrait.kind}:", portrait.id) for portrait in text.portraits]
        named += [("kind of portrait", portrait.kind) for portrait in text.portraits]
    named += [("measure", tally.measure) for tally in edition.tallies]
    for kind, name in named:
        if not PATHLIKE.fullmatch(name):
            yield f"{kind} {name!r}: cannot be part of an address"


def _doubles(edition: Edition) -> Iterator[str]:
    lists = (
        ("language", [text.lang for text in edition.texts]),
        ("exhibit", [exhibit.id for exhibit in edition.exhibits]),
        ("signal", [signal.id for signal in edition.signals]),
        ("measure", [tally.measure for tally in edition.tallies]),
        *(("portrait", [f"{text.lang}/{p.kind}/{p.id}" for p in text.portraits]) for text in edition.texts),
    )
    for kind, ids in lists:
        for name in sorted(name for name, times in Counter(ids).items() if times > 1):
            yield f"{kind} {name}: stands twice in the edition"


def _grounds(edition: Edition) -> Iterator[str]:
    exhibits = {exhibit.id for exhibit in edition.exhibits}
    signals = {signal.id for signal in edition.signals}
    for text in edition.texts:
        for sentence in (*sentences(text), *portrayed(text)):
            here = f"{text.lang}, sentence {sentence.id} «{sentence.words}»"
            if sentence.mark == "observed" and not sentence.exhibits and not sentence.signals:
                yield f"{here}: rests on no evidence"
            for unknown in (name for name in sentence.exhibits if name not in exhibits):
                yield f"{here}: rests on an unknown exhibit {unknown}"
            for unknown in (name for name in sentence.signals if name not in signals):
                yield f"{here}: rests on an unknown signal {unknown}"


def findings(brief: Brief) -> Iterator[Finding]:
    """Every finding of a brief that becomes a sentence."""
    for section in brief.sections:
        yield from (section.headline, section.ground, *section.lead, *section.body)
    for portrait in brief.portraits:
        yield portrait.title
    for register in (*brief.registers, *(r for portrait in brief.portraits for r in portrait.registers)):
        yield from register.findings
    yield from brief.limits


def lost(sentence: Sentence, finding: Finding, places: Mapping[str, tuple[str, int]]) -> tuple[str, ...]:
    """What the finding names and the sentence does not rest on; `places`: document and offset of each exhibit."""
    named = Counter((piece.document, piece.start) for piece in dict.fromkeys(finding.evidence))
    shown = Counter(places[name] for name in dict.fromkeys(sentence.exhibits) if name in places)
    gone = [f"{document}:{start}" for document, start in named - shown]
    return (*gone, *(signal.id for signal in finding.signals if signal.id not in sentence.signals))


def _supports(edition: Edition) -> Iterator[str]:
    """A sentence rests, in every language, on all that its finding names: none of it was lost on the way."""
    known = {finding.id: finding for finding in findings(edition.brief)}
    places = {exhibit.id: (exhibit.document, exhibit.start) for exhibit in edition.exhibits}
    for text in edition.texts:
        for sentence in (*sentences(text), *portrayed(text)):
            gone = lost(sentence, known[sentence.id], places) if sentence.id in known else ()
            if gone:
                yield f"{text.lang}, sentence {sentence.id} «{sentence.words}»: has lost its support {gone[0]}"


def _quote(exhibit: Exhibit) -> Iterator[str]:
    checks = (
        (bool(exhibit.quote), "the quote is empty"),
        (exhibit.stop - exhibit.start == len(exhibit.quote), "the quote is not as long as its offsets say"),
        (0 <= len(exhibit.before) <= exhibit.start, "more text stands before the quote than the document has"),
        (bool(DIGEST.fullmatch(exhibit.text_sha256)), "the digest of the text is not a SHA-256"),
    )
    yield from (f"exhibit {exhibit.id}: {trouble}" for holds, trouble in checks if not holds)


def _shared(first: Exhibit, second: Exhibit) -> bool:
    """Whether two windows on one document show the same characters where they overlap."""
    start, other = first.start - len(first.before), second.start - len(second.before)
    one, two = first.before + first.quote + first.after, second.before + second.quote + second.after
    overlap = start + len(one) - other
    size = min(overlap, len(two))
    return overlap <= 0 or one[other - start : other - start + size] == two[:size]


def _contexts(edition: Edition) -> Iterator[str]:
    """Where two exhibits show the same stretch of one document, both must show the same words."""
    ordered = sorted(edition.exhibits, key=lambda e: (e.document, e.start - len(e.before), e.id))
    for first, second in pairwise(ordered):
        if first.document != second.document:
            continue
        if first.text_sha256 != second.text_sha256:
            yield f"exhibits {first.id} and {second.id}: one document with two digests"
        elif not _shared(first, second):
            yield f"exhibits {first.id} and {second.id}: the same stretch of one document reads differently"


def _quotes(edition: Edition) -> Iterator[str]:
    for exhibit in edition.exhibits:
        yield from _quote(exhibit)


def _quotations(edition: Edition) -> Iterator[str]:
    """Words that a sentence quotes stand byte for byte in a piece of evidence it rests on."""
    shown = {exhibit.id: exhibit.quote for exhibit in edition.exhibits}
    for text in edition.texts:
        for sentence in (*sentences(text), *portrayed(text)):
            held = [shown.get(name, "") for name in sentence.exhibits]
            for words in (sentence.words[start:stop] for start, stop, _ in sentence.quotes):
                if not any(words in quote for quote in held):
                    yield f"{text.lang}, sentence {sentence.id}: «{words}» stands in no evidence of it"


def _week(edition: Edition) -> Iterator[str]:
    if not edition.texts:
        yield "the edition has no text in any language"
    if edition.brief.window.start < date(1900, 1, 1) or edition.brief.window.days <= 0:
        yield f"week {edition.brief.window.label}: its days make no sense"


def prove(edition: Edition) -> None:
    """Read the edition against its evidence; EvidenceError, with every objection, where it may not be published.

    A quote is checked against its offsets and against other exhibits of the same document; the document itself is
    not here. Not for judging whether the words support the sentence: that is a person's verdict.
    """
    objections = [line for rule in RULES for line in rule(edition)]
    if not objections:
        return
    shown = "".join(f"\n  - {line}" for line in objections[:SHOWN])
    rest = f"\n  … and {len(objections) - SHOWN} more" if len(objections) > SHOWN else ""
    raise EvidenceError(
        f"{len(objections)} objections: nothing is published{shown}{rest}",
        where=edition.brief.window.label,
        next_step="correct the phrase or the reading behind these sentences, or mark them as limits",
    )


RULES = (_week, _names, _doubles, _grounds, _supports, _quotes, _contexts, _quotations)
