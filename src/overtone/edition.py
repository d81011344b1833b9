"""The conductor of the right side of the house: ledger → measure → assess → brief → an edition ready to publish.

    view ──► the week's statements, contacts, votes ──► signals, verdicts ──► findings ──► sections ──► three texts

An edition is a function of the view (a ledger as of a cut), the facts, the week and the languages: it asks no clock.
"""

from collections.abc import Sequence
from dataclasses import replace

from overtone import __version__
from overtone.assess.contacts import Occasions
from overtone.assess.findings import findings_of
from overtone.assess.grounds import ground
from overtone.assess.limits import limits
from overtone.assess.material import Material
from overtone.assess.overview import summary
from overtone.assess.pictures import matrix, shares, timelines
from overtone.assess.speech import busiest_topics
from overtone.brief.exhibits import exhibits_of, quoted_in
from overtone.brief.names import names_of
from overtone.brief.outline import Themed, findings_in, section
from overtone.brief.rendering import Renderer
from overtone.gathering import archive, gather, options_for
from overtone.ledger import View
from overtone.measure import Coverage, Options, covered, measure
from overtone.measure.encounters import between, count
from overtone.measure.themes import ThemeWeek, theme_fortnight
from overtone.measure.verdict import verdict
from overtone.portraits import portray
from overtone.records import Abstention, Brief, Edition, Signal, Window
from overtone.registry import Registry
from overtone.registry.judgements import Judgements
from overtone.rescoring import desk_of

Found = Signal | Abstention


def compose(
    view: View, registry: Registry, window: Window, languages: Sequence[str], judgements: Judgements | None = None
) -> Edition:
    """The edition of one week in the languages asked for, with every piece of evidence its sentences rest on.

    UsageError for a language the house does not write. A week without data gives an edition that says so.
    """
    options = options_for(view, registry)
    seen = covered(view, window, options)
    weeks, last_weeks = theme_fortnight(view, window, options, desk_of(registry), seen)
    material = gather(view, registry, window, weeks)
    signals = _signals(view, material, options, seen)
    before = {one.theme: verdict(one).verdict for one in last_weeks}
    themed = [_themed(material, one, signals, before[one.theme]) for one in weeks]
    alive = {source.id: seen.share(window, (source.id,)) for source in options.sources}
    shown = portray(view, material, signals, options, seen)
    brief = Brief(
        window=window,
        as_of=view.as_of,
        sections=tuple(section(one, themed) for one in themed),
        charts=(*shares(material, signals), *timelines(material), *matrix(material)),
        limits=tuple(limits(material, alive, signals)),
        sources=tuple((source, _published(material, source), share) for source, share in sorted(alive.items())),
        registers=(),
        portraits=shown.portraits,
    )
    overall = [one for one in signals if isinstance(one, Signal) and not one.actor]
    return _written(view, material, brief, overall, languages)


def _signals(view: View, material: Material, options: Options, seen: Coverage) -> tuple[Signal | Abstention, ...]:
    """Salience over all speakers; silence of those who spoke on the desk's themes, on what its themes watch."""
    watched = {target for theme in material.registry.themes.values() for target in theme.watch}
    spoke = {s.actor for theme in material.themes for s in material.of_theme(theme) if s.actor}
    quiet = replace(options, actors=tuple(sorted(spoke)), targets=tuple(sorted(watched)))
    found = measure("salience", view, material.window, replace(options, actors=("",)), seen)
    return found + (measure("silence", view, material.window, quiet, seen) if spoke else ())


def _themed(material: Material, one: ThemeWeek, signals: Sequence[Signal | Abstention], before: str) -> Themed:
    def counts(pair: tuple[str, str], year: int) -> list[tuple[str, Occasions]]:
        contacts = [e for e in between(material.encounters, *pair) if e.date.year == year]
        rules = material.registry.rules.values()
        return [(rule.id, tuple(n.encounters for n in count(contacts, rule, material.window.last))) for rule in rules]

    judged = verdict(one, previous=before)
    return Themed(
        theme=one.theme,
        verdict=judged.verdict,
        ground=ground(judged, one.evidence),
        findings=findings_of(material, one.theme, counts, signals),
        topics=busiest_topics(material, one.theme),
    )


def _published(material: Material, source: str) -> int:
    window = material.window
    return sum(d.source == source and window.start <= d.published_on < window.stop for d in material.documents.values())


def _written(
    view: View, material: Material, brief: Brief, signals: Sequence[Found], languages: Sequence[str]
) -> Edition:
    """The brief in every language; `signals`: what is printed among the numbers beside those that sentences cite."""
    registry = material.registry
    findings = tuple(findings_in(brief))
    shown = exhibits_of((e for finding in findings for e in finding.evidence), archive(view, findings))
    quoted_in(findings, shown)
    cited = {signal.id: signal for finding in findings for signal in finding.signals}
    told = tuple({**{s.id: s for s in signals}, **cited}.values())
    exhibits = {exhibit.id: exhibit for exhibit in shown.values()}
    names = {lang: names_of(registry, lang, exhibits.values(), told) for lang in languages}
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
    )
