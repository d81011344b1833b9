"""The conductor of the right side of the house: ledger → measure → assess → brief → an edition ready to publish.

    view ──► the week's statements, contacts, votes ──► signals, verdicts ──► findings ──► sections ──► three texts

An edition is a function of the view (a ledger as of a cut), the facts, the week and the languages: it asks no clock.
"""

from collections.abc import Sequence

from overtone import __version__
from overtone.assess.assessment import Assessment, assess, hindsight
from overtone.assess.contacts import Counts, Occasions
from overtone.assess.drawn import charts_of
from overtone.assess.findings import findings_of
from overtone.assess.grounds import compared, ground
from overtone.assess.limits import in_hindsight, limits
from overtone.assess.material import Material
from overtone.assess.overview import summary
from overtone.assess.pictures import MOST_TOPICS
from overtone.assess.speech import busiest_topics
from overtone.assess.weekly import Week, registers
from overtone.brief.exhibits import exhibits_of, quoted_in
from overtone.brief.names import names_of
from overtone.brief.outline import Themed, findings_in, section
from overtone.brief.rendering import Renderer
from overtone.gathering import archive, gather, options_for, said, seen_days, undertaken
from overtone.judging import evidence
from overtone.ledger import View
from overtone.lookback import look_back
from overtone.measure import covered
from overtone.measure.encounters import between, count
from overtone.measure.themes import ThemeWeek, theme_fortnight
from overtone.measure.verdict import verdict
from overtone.measuring import Measured, measured
from overtone.portraits import portray
from overtone.records import Abstention, Brief, Edition, Finding, Signal, Window
from overtone.registry import Registry
from overtone.registry.judgements import Judgements
from overtone.rescoring import desk_of

Found = Signal | Abstention


def compose(
    view: View,
    registry: Registry,
    window: Window,
    languages: Sequence[str],
    judgements: Judgements | None = None,
    latest: View | None = None,
) -> Edition:
    """The edition of one week in the languages asked for, with every piece of evidence its sentences rest on.

    `judgements`: what analysts judge, none where it is left out. `latest`: the ledger without a cut, where the view has
    one: then only what was written down by the cut counts, and what only `latest` holds was learnt later.
    UsageError for a language the house does not write, JudgementError for a judgement that cites what is not there. A
    week without data gives an edition that says so.
    """
    options = options_for(view, registry)
    seen = covered(view, window, options)
    weeks, last_weeks = theme_fortnight(view, window, options, desk_of(registry), seen)
    material = gather(view, registry, window, weeks)
    numbers = measured(view, material, options, seen)
    before = {one.theme: one for one in last_weeks}
    themed = [_themed(material, one, numbers.found, before[one.theme]) for one in weeks]
    alive = {source.id: seen.share(window, (source.id,)) for source in options.sources}
    week = _week(view, material, numbers.found, _assessed(view, registry, window, judgements, latest))
    brief = Brief(
        window=window,
        as_of=view.as_of,
        sections=tuple(section(one, themed) for one in themed),
        charts=charts_of(material, numbers.found, _counts(material), look_back(view, window, options, seen)),
        limits=(*limits(material, alive, numbers.found), *in_hindsight(hindsight(week.assessment))),
        sources=tuple((source, _published(material, source), share) for source, share in sorted(alive.items())),
        registers=tuple(registers(week)),
        portraits=portray(view, material, numbers.found, options, seen).portraits,
        seen=seen_days(seen, window, alive),
    )
    return _written(view, material, brief, numbers, languages)


def _assessed(
    view: View, registry: Registry, window: Window, judgements: Judgements | None, latest: View | None
) -> Assessment | None:
    """What was judged on the last day of the week; None where nothing was."""
    if judgements is None:
        return None
    cut = view.as_of.date() if latest is not None else None
    day = min(window.last, cut) if cut else window.last
    return assess(judgements, evidence(view, registry, judgements, day, latest), cut)


def _week(view: View, material: Material, found: Sequence[Found], assessment: Assessment | None) -> Week:
    commitments = undertaken(view, material.window)
    return Week(
        material=material,
        signals=found,
        counts=_counts(material),
        commitments=commitments,
        pages=view.documents({one.document for one in commitments}),
        said=said(view, (one for one in found if one.measure == "contradiction")),
        assessment=assessment,
    )


def _counts(material: Material) -> Counts:
    """For two people and a year, the occasions that each rule of counting counts."""

    def counts(pair: tuple[str, str], year: int) -> list[tuple[str, Occasions]]:
        contacts = [e for e in between(material.encounters, *pair) if e.date.year == year]
        rules = material.registry.rules.values()
        return [(rule.id, tuple(n.encounters for n in count(contacts, rule, material.window.last))) for rule in rules]

    return counts


def _themed(material: Material, one: ThemeWeek, signals: Sequence[Found], last: ThemeWeek) -> Themed:
    judged = verdict(one, previous=verdict(last).verdict)
    return Themed(
        theme=one.theme,
        verdict=judged.verdict,
        ground=ground(judged, one.evidence),
        findings=(*findings_of(material, one.theme, _counts(material), signals), *_compared(one, last)),
        topics=busiest_topics(material, one.theme),
    )


def _compared(one: ThemeWeek, last: ThemeWeek) -> tuple[Finding, ...]:
    """The week beside the one before it, where both were read as a whole."""
    if one.selected or last.selected:
        return ()
    return compared((one.statements, one.pressing), (last.statements, last.pressing), one.evidence)


def _overall(found: Sequence[Found]) -> dict[str, Found]:
    """The shares of the week's statements that topics have with all speakers together: as many as a chart shows."""
    shares = [
        s for s in found if isinstance(s, Signal) and s.unit == "share-of-statements" and not (s.actor or s.venue)
    ]
    return {s.id: s for s in sorted(shares, key=lambda s: (-s.value, s.target))[:MOST_TOPICS]}


def _published(material: Material, source: str) -> int:
    window = material.window
    return sum(d.source == source and window.start <= d.published_on < window.stop for d in material.documents.values())


def _written(view: View, material: Material, brief: Brief, numbers: Measured, languages: Sequence[str]) -> Edition:
    """The brief in every language; its numbers are those that sentences cite, and the shares of topics."""
    registry = material.registry
    findings = tuple(findings_in(brief))
    shown = exhibits_of((e for finding in findings for e in finding.evidence), archive(view, findings))
    quoted_in(findings, shown)
    cited = {signal.id: signal for finding in findings for signal in finding.signals}
    told = tuple({**_overall(numbers.found), **cited}.values())
    exhibits = {exhibit.id: exhibit for exhibit in shown.values()}
    names = {lang: names_of(registry, lang, exhibits.values(), told, brief.portraits) for lang in languages}
    texts = [
        Renderer(registry, lang, material.window.last.year, shown).text(brief, summary(material), names[lang])
        for lang in languages
    ]
    return Edition(
        brief=brief,
        texts=tuple(texts),
        exhibits=tuple(exhibits[key] for key in sorted(exhibits)),
        signals=told,
        version=__version__,
        facts_digest=registry.digest,
        ledger_digest=view.digest(),
        tallies=numbers.used(told),
    )
