"""Attributions put right where the names tell better who speaks: a wrong phrase, none, or only half of one.

The rules and the trained reader that find attributions see no names of the desk; these rules do. Small, in a fixed
order (MENDS, at the foot), each for one attribution; and those that look at a whole sentence, at its end or for whom
the press passes on. Not for telling who "he" is: `rules` does.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from overtone.language.acting_cues import ACTING
from overtone.language.speaking import SPEAKING
from overtone.read.quotations import inside
from overtone.read.resolution.scene import Scene, within
from overtone.read.resolution.subjects import WORD, is_led, is_oblique, is_owner, subject
from overtone.records import Attribution, Mention, Span

Sentence = tuple[int, int]
Mend = Callable[[Scene, Attribution, Sentence], Attribution | None]

_OBLIQUE = ("ом", "ем", "ым", "им", "ім", "ой", "ей", "ай", "яй", "ами", "ями", "амі", "ямі", "ах", "ях", "ю")
_PLURAL = ("ли", "лись", "ют", "ут", "ат", "ят", "лі", "ліся", "юць", "уць", "аць", "яць")
_NEAR = 4  # words between a subject and its verb
_TAIL = 6  # words behind the verb that ends a sentence: "he told them at the end"
_OBJECTS = frozenset({"about", "of", "that", "for", "as"})  # behind a verb that has what is said after it
_LEAST = 3  # words that can be reported
_FINAL = 160  # characters of the clause that ends a sentence
_BREAK = re.compile(r"[,;:(«“\"]|\s[-–—]\s")


def mended(scene: Scene, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with sources put right, those replaced by what the end of their sentence tells left out."""
    found: list[Attribution] = []
    by_sentence: dict[Sentence | None, list[Attribution]] = {}
    for one in attributions:
        home = scene.sentence(anchor(one)) if pieces(one) else None
        by_sentence.setdefault(home, []).append(one if home is None else _mended(scene, one, home))
    for sentence in scene.sentences:
        here = by_sentence.pop(sentence, [])
        closing = closing_report(scene, sentence, here)
        if closing is not None:
            here = [one for one in here if not _within_reported(one, closing)]
            here.append(closing)
        if not here and (first := opening_report(scene, sentence)) is not None:
            here = [first]
        passed = quoted_as_saying(scene, sentence)
        if passed is not None:
            here = [one for one in here if not _tells_of(one, passed)]
            here.append(passed)
        found += here
    return [*(one for rest in by_sentence.values() for one in rest), *found]


def pieces(one: Attribution) -> tuple[Span, ...]:
    """Every span of an attribution: source, cue, content."""
    return one.source + one.cue + one.content


def anchor(one: Attribution) -> int:
    """Where an attribution is told: at its source, else at its cue, else where the words begin."""
    return (one.source or one.cue or one.content)[0].start


def _mended(scene: Scene, one: Attribution, sentence: Sentence) -> Attribution:
    return next((better for mend in MENDS if (better := mend(scene, one, sentence)) is not None), one)


def _with_source(one: Attribution, start: int, stop: int, rule: str) -> Attribution:
    return replace(one, source=(Span(start=start, stop=stop),), rule=f"{one.rule}+{rule}")


def without_source(scene: Scene, one: Attribution, sentence: Sentence) -> Attribution | None:
    """English says who speaks: what follows "according to", else the subject of the sentence before the verb."""
    if one.source or not one.cue or scene.reporting.free_order:
        return None
    cue = one.cue[-1]
    if scene.text[cue.start : cue.stop].endswith(" to"):
        stop = _phrase_end(scene, cue.stop, sentence[1])
        start = cue.stop + 1
        return _with_source(one, start, stop, "phrase-behind@1") if start < stop else None
    first = one.cue[0].start
    acting = subject(scene, sentence[0], first, [(s.start, s.stop) for s in one.content if s.stop <= first])
    if acting is None or not _may_act(scene, acting.stop, first):
        return None
    return _with_source(one, acting.start, acting.stop, "subject@1")


def _may_act(scene: Scene, stop: int, verb: int) -> bool:
    """Whether only an aside between commas, or a few words, stand between a subject and its verb."""
    between = scene.text[stop:verb]
    if between.count(",") == 2 and between.lstrip().startswith(","):
        between = between[between.rindex(",") + 1 :]
    return not _BREAK.search(between) and len(WORD.findall(between)) <= _NEAR


def _phrase_end(scene: Scene, start: int, stop: int) -> int:
    """Where a noun phrase ends: at a pause, or where a pronoun begins a clause of its own."""
    cut = _BREAK.search(scene.text, start, stop)
    end = cut.start() if cut else stop
    pronoun = next((w for w in WORD.finditer(scene.text, start, end) if w[0] in scene.reporting.pronouns), None)
    if pronoun is not None and pronoun.start() > start + 1:
        end = pronoun.start()
    return start + len(scene.text[start:end].rstrip(" ."))


def half_a_body(scene: Scene, one: Attribution, sentence: Sentence) -> Attribution | None:
    """Only the article of "the General Assembly" was taken: the whole name."""
    if not one.source:
        return None
    span = one.source[0]
    if scene.text[span.start : span.stop].strip() not in scene.reporting.articles:
        return None
    named = next((m for m in (*scene.bodies, *scene.people) if m.start - 1 <= span.stop < m.stop), None)
    return _with_source(one, span.start, named.stop, "whole-name@1") if named is not None else None


def not_a_part(scene: Scene, one: Attribution, sentence: Sentence) -> Attribution | None:
    """ "for his part" names nobody: the subject does."""
    if not one.source or not ACTING[scene.document.lang].parts.match(scene.text, one.source[0].stop):
        return None
    if not scene.wording.pronoun(scene.text[one.source[0].start : one.source[0].stop]):
        return None
    acting = subject(scene, sentence[0], one.source[0].start)
    return _with_source(one, acting.start, acting.stop, "subject@1") if acting is not None else None


def beside_the_verb(scene: Scene, one: Attribution, sentence: Sentence) -> Attribution | None:
    """«Итогом назвал Зеленский …»: in free order a person in the form of a subject beside the verb, not a thing."""
    if not (scene.reporting.free_order and one.source and one.cue):
        return None
    source, cue = one.source[0], one.cue[0]
    words = WORD.findall(scene.text[source.start : source.stop])
    verb = WORD.findall(scene.text[cue.start : cue.stop])
    if not verb or verb[-1].endswith(_PLURAL):
        return None
    for person in within(scene.people, *sentence):
        if person.start < source.stop and person.stop > source.start:
            continue
        between = scene.text[person.stop : cue.start] if person.stop <= cue.start else None
        before = between is not None and person.start >= source.stop and _only_when(scene, between)
        behind = person.start >= cue.stop and not scene.text[cue.stop : person.start].strip()
        if not (before or behind) or _names_a_speaker(scene, source, words, apart=before):
            continue
        if behind and not (words and words[-1].endswith(_OBLIQUE)):
            continue
        if _is_subject(scene, person):
            return _with_source(one, person.start, person.stop, "beside-the-verb@1")
    return None


def _only_when(scene: Scene, between: str) -> bool:
    """Whether what stands between a subject and its verb only tells when: «4 октября», «также»."""
    words = WORD.findall(between)
    plain = [word for word in words if word not in scene.reporting.adverbs]
    return not _BREAK.search(between) and (not plain or (len(plain) <= 2 and any(c.isdigit() for c in between)))


def _names_a_speaker(scene: Scene, source: Span, words: Sequence[str], *, apart: bool) -> bool:
    """Whether a phrase can be a speaker: a pronoun, a body, a title, a name at its head; a paper beside its verb."""
    wording = scene.wording
    papers = frozenset[str]() if apart else wording.papers
    said = (wording.persons, wording.strangers, wording.crowds, papers, scene.reporting.media)
    if any(word in group for word in words for group in said) or any(wording.pronoun(word) for word in words):
        return True
    if wording.bodies.search(scene.text, source.start, source.stop) or within(scene.bodies, source.start, source.stop):
        return True
    if wording.titles.match(scene.text, source.start) or scene.towns.search(scene.text, source.start, source.stop):
        return True
    people = within(scene.people, source.start, source.stop)
    return any(m.start == source.start or _is_subject(scene, m) for m in people)


def _is_subject(scene: Scene, mention: Mention) -> bool:
    if inside(mention.start, scene.quoted):
        return False
    return not (is_led(scene, mention.start) or is_owner(scene, mention) or is_oblique(scene, mention))


def who_is_cited(scene: Scene, one: Attribution, sentence: Sentence) -> Attribution | None:
    """«сообщил БелТА со ссылкой на пресс-секретаря …»: the press passes on the words of somebody it names."""
    if not one.source:
        return None
    words = set(WORD.findall(scene.text[one.source[0].start : one.source[0].stop]))
    if scene.reporting.media.isdisjoint(words):
        return None
    lang = ACTING[scene.document.lang]
    for pattern in (lang.cites, lang.agent):
        told = pattern.search(scene.text, *sentence)
        stop = _phrase_end(scene, told.end(), sentence[1]) if told else 0
        if told and (within(scene.people, told.end(), stop) or within(scene.bodies, told.end(), stop)):
            return _with_source(one, told.end(), stop, "cited@1")
    return None


MENDS: tuple[Mend, ...] = (without_source, half_a_body, not_a_part, who_is_cited, beside_the_verb)


def closing_report(scene: Scene, sentence: Sentence, here: Sequence[Attribution]) -> Attribution | None:
    """ "…, he said." and «…, напомнил он.»: the report that ends a sentence, where nobody has seen it."""
    comma = scene.text.rfind(", ", max(sentence[0], sentence[1] - _FINAL), sentence[1])
    if comma < 0 or inside(comma, scene.quoted):
        return None
    start = comma + 2
    if any(start <= span.start < sentence[1] for one in here for span in one.source):
        return None
    if len(WORD.findall(scene.text[sentence[0] : comma])) < _LEAST:
        return None
    pair = _closing(scene, start, sentence[1])
    if pair is None:
        return None
    source, cue = pair
    content = (Span(start=sentence[0], stop=comma),)
    return Attribution(source=(source,), cue=(cue,), content=content, manner="indirect", rule="closing@1")


def opening_report(scene: Scene, sentence: Sentence) -> Attribution | None:
    """«Как сообщила пресс-служба, …»: the report that begins a sentence, where nobody has seen it."""
    comma = scene.text.find(", ", sentence[0], min(sentence[1], sentence[0] + _FINAL))
    words = list(WORD.finditer(scene.text, sentence[0], comma)) if comma > 0 else []
    if not scene.reporting.free_order or len(words) < 3 or words[0][0] not in scene.reporting.openers:
        return None
    if words[1][0] not in SPEAKING[scene.document.lang].says:
        return None
    source, cue = Span(start=words[2].start(), stop=comma), Span(start=words[1].start(), stop=words[1].end())
    content = (Span(start=comma + 2, stop=sentence[1]),)
    return Attribution(source=(source,), cue=(cue,), content=content, manner="indirect", rule="opening@1")


def _closing(scene: Scene, start: int, stop: int) -> tuple[Span, Span] | None:
    words = list(WORD.finditer(scene.text, start, stop))
    speaking = SPEAKING[scene.document.lang]
    verb = next((n for n, word in enumerate(words[:12]) if word[0] in speaking.says or word[0] in speaking.tells), -1)
    joined = bool(words) and words[0][0] in scene.reporting.clauses | scene.reporting.relatives
    joined = joined or any(word[0] in _OBJECTS for word in words[verb + 1 : verb + 2])
    if joined or verb < 0 or len(words) - verb - 1 > _TAIL + 6 * scene.reporting.free_order:
        return None
    cue = Span(start=words[verb].start(), stop=words[verb].end())
    if verb and len(words) - verb - 1 <= _TAIL and (who := _speaker_at(scene, start, cue.start)) is not None:
        return who, cue
    if verb or not scene.reporting.free_order:
        return None
    if len(words) > 1 and words[1][0] in scene.reporting.pronouns:
        return Span(start=words[1].start(), stop=words[1].end()), cue
    near = [m for m in within(scene.people, cue.stop, stop) if _is_subject(scene, m)]
    if near and len(WORD.findall(scene.text[cue.stop : near[0].start])) <= _NEAR:
        return Span(start=near[0].start, stop=near[0].stop), cue
    return None


def _speaker_at(scene: Scene, start: int, verb: int) -> Span | None:
    """A pronoun or a named person that fills what stands before a verb."""
    between = scene.text[start:verb].rstrip()
    words = WORD.findall(between)
    if words and words[0] in scene.reporting.pronouns - {"they", "она", "они", "яны"} and len(words) <= 2:
        return Span(start=start, stop=start + len(words[0]))
    named = next((m for m in within(scene.people, start, verb) if _is_subject(scene, m)), None)
    opened = named is not None and len(WORD.findall(scene.text[start : named.start])) <= 2
    if named is None or not opened or len(words) > 10 or not _plain(scene, scene.text[named.stop : verb]):
        return None
    return Span(start=start, stop=start + len(between))


def _plain(scene: Scene, between: str) -> bool:
    """Whether nothing between a name and its verb opens a clause."""
    return scene.reporting.clauses.isdisjoint(WORD.findall(between)) and not _BREAK.search(between)


def _within_reported(one: Attribution, closing: Attribution) -> bool:
    """Whether an attribution was only read out of words that the end of the sentence gives to somebody."""
    reported = closing.content[0]
    told = (*one.source, *one.cue)
    return not one.source or all(reported.start <= s.start and s.stop <= reported.stop for s in one.source) or not told


def quoted_as_saying(scene: Scene, sentence: Sentence) -> Attribution | None:
    """ "He quoted X as saying that …": the words are X's."""
    lang = ACTING[scene.document.lang]
    told = lang.quotes.search(scene.text, *sentence)
    if told is None:
        return None
    person = next(iter(within(scene.people, told.end(), sentence[1])), None)
    if person is None or len(WORD.findall(scene.text[told.end() : person.start])) > 2:
        return None
    saying = lang.as_saying.match(scene.text, person.stop)
    if saying is None:
        return None
    source, cue = Span(start=person.start, stop=person.stop), Span(start=told.start(), stop=told.end() - 1)
    content = (Span(start=saying.end(), stop=sentence[1]),)
    return Attribution(source=(source,), cue=(cue,), content=content, manner="indirect", rule="as-saying@1")


def _tells_of(one: Attribution, passed: Attribution) -> bool:
    """Whether an attribution is the one who quotes, or the one quoted."""
    cue = passed.cue[0]
    quoting = any(span.start < cue.stop and cue.start < span.stop for span in one.cue)
    same = any(span.start < passed.source[0].stop and passed.source[0].start < span.stop for span in one.source)
    return quoting or same


def subjects_of(scene: Scene, sentence: Sentence) -> Iterator[tuple[int, int, bool]]:
    """Where the subject of a sentence stands, and whether it is a body: a pronoun at its beginning, else a name."""
    pronoun = ACTING[scene.document.lang].subjects.match(scene.text, sentence[0])
    if pronoun is not None:
        yield pronoun.start(), pronoun.end(), False
        return
    named = subject(scene, *sentence)
    if named is not None:
        yield named.start, named.stop, named.kind == "institution"
