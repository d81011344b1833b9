"""From the brief to its text in one language: each finding by its phrase, each chart with its words."""

from collections.abc import Mapping, Sequence

from overtone.brief.naming import names_in
from overtone.brief.phrases import Phrases, Writer, load
from overtone.brief.wording import Wording
from overtone.language import language
from overtone.records import (
    Brief,
    Chart,
    Evidence,
    Exhibit,
    Finding,
    Portrait,
    Register,
    Section,
    Sentence,
    Slot,
    Text,
    TextChart,
    TextPortrait,
    TextRegister,
    TextSection,
)
from overtone.registry import Registry


class Renderer:
    """Writes one brief in one language.

    `exhibits` tells the exhibit that shows a piece of evidence; a piece without one is left for publication to refuse.
    """

    def __init__(self, registry: Registry, lang: str, year: int, exhibits: Mapping[Evidence, Exhibit]) -> None:
        self.phrases: Phrases = load(lang)
        self.tongue = language(lang)
        self.registry = registry
        self.wording = Wording(tongue=self.tongue, registry=registry, year=year, grammar=self.phrases.grammar)
        self.writer = Writer(self.tongue, self.wording)
        self.exhibits = exhibits

    def text(self, brief: Brief, summary: Finding, labels: Mapping[str, str]) -> Text:
        """The whole brief. `labels`: names of the things that pages show, beside the furniture of the phrase file."""
        return Text(
            lang=self.tongue.code,
            title=self.tongue.week_title(brief.window.start, brief.window.last),
            summary=self.sentence(summary).words,
            sections=tuple(self._section(section) for section in brief.sections),
            charts=tuple(self._chart(chart) for chart in brief.charts),
            limits=tuple(self.sentence(limit) for limit in brief.limits),
            labels=tuple(sorted({**self.phrases.furniture, **labels}.items())),
            registers=self._registers(brief.registers),
            portraits=tuple(self._portrait(portrait) for portrait in brief.portraits),
        )

    def sentence(self, finding: Finding) -> Sentence:
        """A finding in words, with the exhibits and signals it rests on."""
        phrase = self.phrases.sentence(finding.key)
        words, quotes = self.writer.quoting(phrase, finding.slots)
        shown = [self.exhibits[e] for e in finding.evidence if e in self.exhibits]
        return Sentence(
            id=finding.id,
            words=words,
            mark=finding.mark,
            exhibits=tuple(dict.fromkeys(exhibit.id for exhibit in shown)),
            signals=tuple(signal.id for signal in finding.signals),
            quotes=tuple((start, stop, shown[0].lang) for start, stop in quotes if shown),
            names=names_in(words, phrase, finding.slots, self.wording, quotes),
        )

    def words(self, slot: Slot, manner: str = "") -> str:
        """One slot in words."""
        return self.wording.write(slot, manner)

    def _section(self, section: Section) -> TextSection:
        name = self.registry.themes[section.theme].names.display(self.tongue.code)
        return TextSection(
            theme=section.theme,
            name=name,
            verdict=section.verdict,
            verdict_words=self.phrases.grammar[section.verdict],
            ground=self.sentence(section.ground),
            headline=self.sentence(section.headline),
            lead=self._sentences(section.lead),
            body=self._sentences(section.body),
            see_also=tuple((t, self.registry.themes[t].names.display(self.tongue.code)) for t in section.see_also),
        )

    def _registers(self, registers: Sequence[Register]) -> tuple[TextRegister, ...]:
        return tuple(TextRegister(key=r.key, sentences=self._sentences(r.findings), more=r.more) for r in registers)

    def _portrait(self, portrait: Portrait) -> TextPortrait:
        return TextPortrait(
            kind=portrait.kind,
            id=portrait.id,
            title=self.sentence(portrait.title),
            registers=self._registers(portrait.registers),
            charts=tuple(self._chart(chart) for chart in portrait.charts),
        )

    def _sentences(self, findings: Sequence[Finding]) -> tuple[Sentence, ...]:
        return tuple(self.sentence(finding) for finding in findings)

    def _chart(self, chart: Chart) -> TextChart:
        slots = chart.slots
        return TextChart(
            key=chart.key,
            kind=chart.kind,
            title=self.writer.fill(self.phrases.sentence(chart.key), slots),
            alt=self.writer.fill(self.phrases.sentence(f"{chart.key}-alt"), slots),
            rows=tuple(self.words(slot) for slot in chart.rows),
            columns=tuple(self.words(slot) for slot in chart.columns),
            values=chart.values,
            lows=chart.lows,
            highs=chart.highs,
            theme=chart.theme,
            unit=chart.unit,
            usual=chart.usual,
            cells=tuple(tuple(self.words(slot) if slot else "" for slot in row) for row in chart.cells),
        )
