"""An assessment as JSON tells it: every figure, and for every citation the words it leads to."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from overtone.assess.assessment import Assessment, Contest, Foretold
from overtone.assess.indicators import Watched
from overtone.assess.known import Known
from overtone.assess.looking import Hit
from overtone.assess.questions import Asked
from overtone.brief.likelihood import likely
from overtone.records import Citation, Evidence

Told = dict[str, Any]


def body(found: Assessment, known: Known, kind: str | None, lang: str) -> Told:
    """The whole assessment, or one kind of it."""
    parts: Told = {
        "questions": [_question(one, found, known, lang) for one in found.questions],
        "indicators": [_indicator(one, known, lang) for one in found.indicators],
        "hypotheses": [_contest(one, found, known, lang) for one in found.hypotheses],
        "forecasts": [_forecast(one, found, known, lang) for one in found.forecasts],
    }
    head: Told = {"day": found.day, "written_by": found.cut, "judgements": found.digest}
    head["sources_seen"] = {source: len(days) for source, days in sorted(known.seen.items())}
    if kind in {None, "forecasts"}:
        head["record"] = asdict(found.record) if found.record else None
        head["reliability"] = asdict(found.reliability) if found.reliability else None
    return head | ({kind: parts[kind]} if kind else parts)


def _question(one: Asked, found: Assessment, known: Known, lang: str) -> Told:
    asked = one.question
    return {
        "id": asked.id,
        "question": asked.names.display(lang),
        **{name: getattr(asked, name) for name in ("on", "entered_on", "by", "rule", "moves", "owner", "review_on")},
        "closed_on": asked.closed_on,
        "closed_by": _cited(asked.closed_by, found, known),
        **{name: getattr(one, name) for name in ("state", "age_days", "stale", "review_due")},
        "answers": [
            {
                "on": a.on,
                "entered_on": a.entered_on,
                "by": a.by,
                "answer": a.names.display(lang),
                "complete": a.complete,
                "cited": _cited(a.cited, found, known),
            }
            for a in asked.answers
        ],
        "candidates": [_hit(hit, known) for hit in one.candidates],
    }


def _indicator(one: Watched, known: Known, lang: str) -> Told:
    sign = one.indicator
    told = ("id", "on", "entered_on", "by", "definition", "base", "base_from", "hypotheses", "until")
    states = ("state", "reason", "met_on", "expires_on", "seen", "worthless")
    return {
        "indicator": sign.names.display(lang),
        **{name: getattr(sign, name) for name in told},
        **{name: getattr(one, name) for name in states},
        "lit": dict(sign.lit),
        "dark": dict(sign.dark),
        "hits": [_hit(hit, known) for hit in one.hits],
    }


def _contest(one: Contest, found: Assessment, known: Known, lang: str) -> Told:
    whole = one.weighed.hypotheses
    names = {h.id: h.names.display(lang) for h in whole.members}
    words = dict(one.words)
    return {
        "id": whole.id,
        "about": whole.names.display(lang),
        **{name: getattr(whole, name) for name in ("on", "entered_on", "by", "exclusive", "discount")},
        "together": one.weighed.together,
        "standings": [
            {
                "name": names[s.hypothesis],
                **asdict(s),
                "word": words[s.hypothesis].word,
                "words": likely(s.probability, lang),
            }
            for s in one.weighed.standings
        ],
        "items": [
            {
                "id": i.id,
                "item": i.names.display(lang),
                "on": i.on,
                "entered_on": i.entered_on,
                "origin": i.origin,
                "cited": _cited(i.cited, found, known),
            }
            for i in one.weighed.items
        ],
        "grid": asdict(one.grid),
        "left_out": [{"item": item, "reason": reason} for item, reason in one.left_out],
    }


def _forecast(one: Foretold, found: Assessment, known: Known, lang: str) -> Told:
    whole = one.forecast
    told = ("id", "on", "entered_on", "by", "rule", "due", "base", "base_from", "outcome", "settled_on")
    return {
        "forecast": whole.names.display(lang),
        **{name: getattr(whole, name) for name in told},
        "state": one.state,
        "probability": one.now.probability,
        "word": one.now.word,
        "words": likely(one.now.probability, lang),
        "history": [
            {"on": e.on, "entered_on": e.entered_on, "probability": e.probability, "by": e.by}
            | {"cited": _cited(e.cited, found, known)}
            for e in whole.history
        ],
        "cited": _cited(whole.cited, found, known),
        "score": asdict(one.score) | {"skill": one.score.skill} if one.score else None,
    }


def _cited(citations: Iterable[Citation], found: Assessment, known: Known) -> list[Told]:
    told = []
    for one in citations:
        ground = found.grounds[one]
        passages = [_passage(evidence, known) for evidence in ground.evidence]
        told.append({"state": ground.state, "signal": ground.signal, "passages": passages})
    return told


def _hit(hit: Hit, known: Known) -> Told:
    passages = [_passage(evidence, known) for evidence in hit.evidence]
    return {"on": hit.on, "actor": hit.actor, "signal": hit.signal, "passages": passages}


def _passage(evidence: Evidence, known: Known) -> Told:
    page = known.documents.get(evidence.document)
    where = {"words": page.text[evidence.start : evidence.stop], "url": page.url} if page else {}
    return asdict(evidence) | where
