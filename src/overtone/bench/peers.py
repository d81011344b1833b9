"""Naive peers of attribution: quotation marks, a list of reporting verbs and regular expressions, no parser.

What one would write in an afternoon, in English and in Russian: the level any system must leave far behind. Not for
reading: they know neither pronouns from nouns nor a clause from its sentence.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from overtone.records import Attribution, Span

_SHORTEST = 10  # characters of a content
_VERBS = """acknowledged added adds admitted alleged announced announces argued argues asked asks believed believes
claimed claims commented concluded confirmed continued declared denied explained explains hoped hopes insisted insists
noted notes observed pledged predicted promised recalled replied replies reported responded said says say stated states
suggested suggests tells thinks thought told tweeted tweets vowed wanted wants warned warns writes wrote"""
_VERB = f"(?P<cue>{'|'.join(_VERBS.split())})"
_NAME = r"(?:(?:Mrs?|Ms|Dr|Sen|Rep|Gov|Gen|Prof)\.? )?[A-Z][\w’'.-]+(?: (?:(?:of|de|al|bin|van|von) )?[A-Z][\w’'.-]+)*"
_NOUN = r"(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir) (?:[\w’'-]+ ){0,3}[\w’'-]+"
_SOURCE = rf"(?P<source>{_NAME}|{_NOUN}|[Ss]?[Hh]e|[Tt]hey|[Ww]e|I|[Ii]t)"
_BESIDE = rf"{_SOURCE}(?:,[^,.\n]{{1,60}},)?"  # with an apposition after it
_QUOTATION = re.compile(r"[“\"][^“”\"\n]{8,}[”\"]")
_AFTER = tuple(re.compile(rf"\s*,?\s*{way}\b") for way in (rf"{_BESIDE} {_VERB}", rf"{_VERB} {_SOURCE}"))
_BEFORE = re.compile(rf"{_BESIDE} {_VERB}\b[^.“”\"\n]{{0,60}}$")
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s|$)[^\n.!?]*)*[.!?]*")
_INDIRECT = (
    re.compile(rf"^\s*(?P<content>\S.{{9,}}), {_SOURCE} {_VERB}\b"),
    re.compile(rf"^\s*(?P<content>\S.{{9,}}), {_VERB} {_SOURCE}\b"),
    re.compile(rf"^\s*(?P<cue>According to) {_SOURCE}(?P<content>.{{{_SHORTEST},}})"),
    re.compile(rf"^\s*(?P<content>\S.{{{_SHORTEST},}}?)(?P<cue>according to) {_SOURCE}"),
    re.compile(rf"{_BESIDE} {_VERB}\b(?: on \w+day)? (?:that )?(?P<content>\w.{{8,}}?)[.!?]*$"),
)

_STEMS = """говор добав заме заяв констатир назва напис напомн обеща объясн ответ отме пис пиш подчеркн полага пояс
предполож предупре призна продолж рассказ резюмир сказа сообщ спрос счита увере указ утвержда дума"""
_SPEAKS = rf"(?P<cue>\b(?:{'|'.join(_STEMS.split())})\w*)"
_CAPITALS = r"[А-ЯЁ][\w-]+\.?(?: [А-ЯЁ][\w-]+\.?)*"
_WHO = rf"(?P<source>{_CAPITALS}|[Оо]н[аи]?|[Яя]|[Мм]ы|(?:[а-яё-]+ ){{0,2}}[а-яё-]+)"
_RUSSIAN_QUOTATION = re.compile(r"[«“„\"][^«»“”„\"\n]{6,}[»”“\"]")
_RUSSIAN_AFTER = (re.compile(rf"\s*,?\s*[-–—]?\s*{_SPEAKS}\s+{_WHO}"),)
_RUSSIAN_BEFORE = re.compile(rf"{_WHO}\s+{_SPEAKS}[^.:«\"]{{0,40}}:?\s*$")
_RUSSIAN_SENTENCE = re.compile(r"[^\n.!?…]+(?:[.!?…](?!\s|$)[^\n.!?…]*)*[.!?…]*")
_END = r"[.!?…]*\s*$"
_RUSSIAN_INDIRECT = (
    re.compile(rf"{_WHO}\s+{_SPEAKS},\s+(?P<content>(?:что|чтобы|будто|как)\s.{{6,}}?){_END}"),
    re.compile(rf"{_SPEAKS}\s+{_WHO},\s+(?P<content>чтоб?ы?\s.{{6,}}?){_END}"),
    re.compile(
        rf"(?P<cue>[Пп]о (?:словам|мнению|данным|сообщению))\s+(?P<source>[^,]{{3,60}}),\s+(?P<content>.{{6,}}?){_END}"
    ),
    re.compile(rf"{_WHO}\s+{_SPEAKS}:\s+(?P<content>[^«\"“].{{6,}}?){_END}"),
    re.compile(rf"^\s*(?P<content>.{{10,}}?),?\s+[-–—]\s+{_SPEAKS}\s+{_WHO}"),
)


def quotations(text: str, lang: str) -> tuple[Attribution, ...]:
    """What stands in quotation marks beside "X said" or "said X"; a further quotation of the line goes to the last."""
    return tuple(chain.from_iterable(_of_line(line, text) for line in re.finditer(r"[^\n]+", text)))


def quotations_and_clauses(text: str, lang: str) -> tuple[Attribution, ...]:
    """The quotations, then sentences without one: "X said that …", "…, X said" and "according to X, …"."""
    direct = quotations(text, lang)
    marked = [match.span() for match in _QUOTATION.finditer(text)]
    free = (
        sentence
        for sentence in _SENTENCE.finditer(text)
        if not any(start < sentence.end() and stop > sentence.start() for start, stop in marked)
    )
    return (*direct, *_first_of(_INDIRECT, free))


def russian(text: str, lang: str) -> tuple[Attribution, ...]:
    """Quotations beside a verb of speech, else «X заявил, что …», «по словам X, …», colon and dash, by sentence."""
    found: list[Attribution] = []
    for sentence in _RUSSIAN_SENTENCE.finditer(text):
        marked = _RUSSIAN_QUOTATION.finditer(text, *sentence.span())
        hits = (_beside(one, text, _RUSSIAN_AFTER, _RUSSIAN_BEFORE, sentence.span()) for one in marked)
        spoken = [hit for hit in hits if hit]
        found += spoken or _first_of(_RUSSIAN_INDIRECT, (sentence,))
    return tuple(found)


def _of_line(line: re.Match[str], text: str) -> list[Attribution]:
    found: list[Attribution] = []
    for quotation in _QUOTATION.finditer(text, *line.span()):
        if hit := _beside(quotation, text, _AFTER, _BEFORE, line.span()):
            found.append(hit)
        elif found:
            found[-1] = replace(found[-1], content=(*found[-1].content, *_span(quotation)))
    return found


def _beside(
    quotation: re.Match[str],
    text: str,
    after: Iterable[re.Pattern[str]],
    before: re.Pattern[str],
    bounds: tuple[int, int],
) -> Attribution | None:
    """Who speaks a quotation, looked for after it, then before it, within the bounds."""
    start, stop = bounds
    hits = (pattern.match(text, quotation.end(), stop) for pattern in after)
    hit = next((hit for hit in hits if hit), None) or before.search(text[: quotation.start()], start)
    if hit is None:
        return None
    return Attribution(
        source=_span(hit, "source"), cue=_span(hit, "cue"), content=_span(quotation), manner="direct", rule="naive"
    )


def _first_of(patterns: Iterable[re.Pattern[str]], sentences: Iterable[re.Match[str]]) -> Iterator[Attribution]:
    for sentence in sentences:
        hits = (pattern.search(sentence.group()) for pattern in patterns)
        if hit := next((hit for hit in hits if hit), None):
            source, cue, content = (_span(hit, role, sentence.start()) for role in ("source", "cue", "content"))
            yield Attribution(source=source, cue=cue, content=content, manner="indirect", rule="naive")


def _span(match: re.Match[str], group: str | int = 0, base: int = 0) -> tuple[Span, ...]:
    return (Span(start=match.start(group) + base, stop=match.end(group) + base),)
