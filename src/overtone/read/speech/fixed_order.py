"""Attribution of words not quoted where the subject stands before its verb: English."""

from overtone.language.lists import listed
from overtone.language.speaking import Speaking
from overtone.read.speech.after_quote import after_quote, ending
from overtone.read.speech.before_quote import (
    before_quote,
    carried,
    inherited,
    signature,
    signed,
    signed_after,
    verbless,
)
from overtone.read.speech.found import Found, Place, found
from overtone.read.speech.layout import QUOTE, Paragraph
from overtone.read.speech.nouns import PUNCTUATION, group_start, right_noun, subject, verb_like
from overtone.read.speech.quoting import Carried, Reading, read_quotes

_CLAUSE = frozenset(listed("that whether how why what if when where who"))
_PARTICLES = frozenset(listed("for about of on out against with over upon up off at in into by back down"))
_JOINS = frozenset({"and", "but", "then", "or"})
_RULES = (signed_after, after_quote, signed, before_quote, verbless, ending)
_NEAR = 14  # tokens between a verb and the "that" of its clause


def read_paragraph(one: Paragraph, speaking: Speaking, before: Carried | None) -> tuple[list[Found], Carried | None]:
    """The attributions of a paragraph, and what the next paragraph may go on."""
    state = read_quotes(one, speaking, before, _RULES)
    if state.waiting and not state.items and signature(state):
        return state.items, None
    after = carried(state)
    cues = speaking.every
    for begin, end in one.sentences:
        state.who = None
        reach = 0
        for at in range(begin, end):
            if one.words[at] in cues and at not in state.cues:
                if one.starts[at] < reach and one.words[at] != "according":  # inside what another is said to say
                    continue
                item = _read(state, begin, end, at)
                if item is not None:
                    state.items.append(item)
                    reach = item.content[-1][1]
    return state.items, after


def _read(state: Reading, begin: int, end: int, at: int) -> Found | None:
    """What one cue word says, in a sentence of tokens from `begin` to `end`."""
    one, speaking = state.one, state.speaking
    words = one.words
    word = words[at]
    if word == "according" and at + 1 < end and words[at + 1] == "to":
        return _according(one, begin, end, at, speaking)
    if not speaking.verb(word) or (one.capital[at] and at > begin) or not verb_like(one, begin, at, speaking):
        return None
    follows = words[at + 1] if at + 1 < end else ""
    if word in speaking.weak and follows not in _CLAUSE:
        return None
    group = group_start(one, begin, at, speaking)
    lead = words[group:at]
    if "to" in lead or (any(w in speaking.be for w in lead) and not word.endswith("ing")):
        return None
    who = _who(state, begin, group, at)
    if who is None:
        return None
    item = _parenthesis(state, (begin, end), (group, at + 1), who) or _right(state, end, (group, at + 1), who)
    if item is not None:
        state.who = who
        item.stance = _stance(one, group, at, speaking)
    return item


def _stance(one: Paragraph, group: int, at: int, speaking: Speaking) -> str:
    """Whether a source affirms the content, denies it ("denied that …") or declines to speak ("would not say")."""
    words = one.words
    refused = words[at] in speaking.declines and at + 2 < len(words) and words[at + 1] == "to"
    if refused and words[at + 2] in speaking.comments:
        return "declined"
    if any(words[n] in speaking.negations for n in range(group, at)):
        return "declined" if words[at] in speaking.says or words[at] in speaking.comments else "affirmed"
    return "denied" if words[at] in speaking.denies else "affirmed"


def _who(state: Reading, begin: int, group: int, at: int) -> Place | None:
    """The source of a cue: the subject at its left, or that of the verb before it."""
    one, speaking = state.one, state.speaking
    words = one.words
    if group == begin:
        return None
    before = words[group - 1]
    if before in _JOINS or (before == "," and words[at].endswith("ing")):
        return inherited(state, begin, group)
    return subject(one, begin, group, speaking)


def _parenthesis(state: Reading, bounds: Place, cue: Place, who: Place) -> Found | None:
    """The visit is over, Peskov said on Monday. The visit, Peskov said, is over."""
    one, speaking = state.one, state.speaking
    words = one.words
    begin, end = bounds
    first, at = who[0], cue[1]
    if who[1] > cue[0] or first - 1 <= begin or words[first - 1] != ",":
        return None
    if at < end and words[at] == ",":
        return found(one, "parenthesis", who, cue, [(begin, first - 1), (at + 1, end)])
    if at >= end or words[at] in PUNCTUATION:
        return found(one, "after", who, cue, [(begin, first - 1)])
    opens = words[begin] in speaking.prepositions or words[begin] in speaking.conjunctions
    opens = opens or words[begin].endswith(("ing", "ed", "ly")) or first - begin < 5
    if words[at] in speaking.adjuncts and not opens and not _CLAUSE & set(words[at : at + _NEAR]):
        return found(one, "after", who, cue, [(begin, first - 1)])
    return None


def _right(state: Reading, end: int, cue: Place, who: Place) -> Found | None:
    """The clause, object or infinitive after a cue."""
    one, speaking = state.one, state.speaking
    words = one.words
    word = words[cue[1] - 1]
    at = cue[1]
    clausal = word in speaking.says or word in speaking.holds or word in speaking.tells
    if word in speaking.tells:
        at = _past_hearer(one, at, end, speaking)
    elif clausal:
        at = _past_adjunct(one, at, end, speaking)
    if at < 0 or at >= end:
        return None
    if at == cue[1] and (words[at] in _PARTICLES or (words[at] == "to" and word in speaking.takes_to)):
        at += 1
        cue = (cue[0], at)
    while at < end and words[at] in {",", ":", "—", "–", "-"}:
        if words[at] == "," and at + 1 < end and words[at + 1] != QUOTE:
            return None
        at += 1
    stop = _content_end(one, at, end, clausal, speaking)
    if stop <= at or (stop == at + 1 and words[at] in PUNCTUATION - {QUOTE}):
        return None
    return found(one, "before", who, cue, [(at, stop)])


def _past_hearer(one: Paragraph, at: int, end: int, speaking: Speaking) -> int:
    """Where the words told begin, after whom they are told: told reporters in Minsk that …"""
    words = one.words
    for k in range(at, min(end, at + _NEAR + 6)):
        if words[k] in _CLAUSE or words[k] in {"to", QUOTE} or (words[k] == ":" and k > at):
            return k
        if words[k] in PUNCTUATION:
            break
    if at < end and words[at] in _HEARERS:
        return at + 1
    stop = right_noun(one, at, end, speaking)
    for k in range(at + 1, stop):
        if words[k] in speaking.pronouns or (words[k] in speaking.determiners and words[k - 1] != "of"):
            return k
    return stop if stop < end and words[stop] not in PUNCTUATION else -1


_HEARERS = frozenset(listed("him her them us me you it everyone reporters voters supporters people"))


def _past_adjunct(one: Paragraph, at: int, end: int, speaking: Speaking) -> int:
    """Where a reported clause begins, after the when and where: said in Minsk on Monday that …"""
    words = one.words
    if at >= end:
        return -1
    if words[at] not in speaking.adjuncts or words[at] in speaking.determiners:
        return at
    if words[at] in speaking.weekdays:
        return at + 1 if at + 1 < end and words[at + 1] not in speaking.adjuncts else _that(words, at, end)
    place = _that(words, at, end)
    if place > 0:
        return place
    return at if words[at] in {"in", "on", "at", "about", "of", "with", "from"} else -1


def _that(words: list[str], at: int, end: int) -> int:
    for k in range(at, min(end, at + _NEAR)):
        if words[k] == "that":
            return k
        if words[k] in {".", ";", QUOTE}:
            break
    return -1


def _content_end(one: Paragraph, at: int, end: int, clausal: bool, speaking: Speaking) -> int:
    """Where the content that begins at a token ends: at the sentence's end, or where another clause takes over."""
    words = one.words
    stop = end
    while stop > at and words[stop - 1] in PUNCTUATION and words[stop - 1] != QUOTE:
        stop -= 1
    for k in range(at + 1, stop - 1):
        word, follows = words[k], words[k + 1]
        if word == ",":
            if follows in {"but", "which", "according"} or (
                follows.endswith("ing") and (not clausal or speaking.verb(follows))
            ):
                return k
            if not clausal and follows in {"and", "who", "while", "the", "as", "a", "with"}:
                return k
            if follows in _JOINS and k + 2 < stop and (words[k + 2] in speaking.says or words[k + 2] in speaking.tells):
                return k
        elif word in _JOINS and (follows in speaking.says or (not clausal and follows.endswith("ed"))):
            if verb_like(one, k, k + 1, speaking) or follows.endswith("ed"):
                return k
        elif not clausal and word in {"—", "–", "-", ";"}:
            return k
    return stop


def _according(one: Paragraph, begin: int, end: int, at: int, speaking: Speaking) -> Found | None:
    stop = right_noun(one, at + 2, end, speaking)
    if stop == at + 2:
        return None
    rest = stop + 1 if stop < end and one.words[stop] == "," else stop
    content = (rest, end) if at == begin else (begin, at)
    if content[0] >= content[1]:
        return None
    return found(one, "according", (at + 2, stop), (at, at + 2), [content])
