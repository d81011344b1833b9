"""Attribution where the subject stands before its verb, or after it beside a quotation: English."""

from overtone.language.lists import listed
from overtone.language.speaking import Speaking
from overtone.read.speech.found import Found, Place
from overtone.read.speech.layout import QUOTE, Paragraph

_PRONOUNS = frozenset(listed("he she they it we i you who some many others one that which this these those"))
_AUX = frozenset(
    listed(
        "has have had is was were are be been being will would does did do not can could should may might must "
        "hasn't haven't hadn't isn't wasn't weren't aren't won't wouldn't doesn't didn't don't can't couldn't to"
    )
)
_ADVERBS = frozenset(
    listed(
        "also later then again once twice never ever often just still now even always sometimes soon first further "
        "further already instead too thus meanwhile today yesterday himself herself themselves"
    )
)
_STOP = frozenset(
    listed(
        "and or but that because if when while where as since although though whether which who whom whose after before "
        "until unless than so what how why"
    )
)
_PREPOSITIONS = frozenset(listed("of for in at from on with to by about against under over into"))
_ADJUNCTS = frozenset(
    listed(
        "in on at during after before to from with when while as through via by over following outside inside near "
        "monday tuesday wednesday thursday friday saturday sunday last this earlier late early yesterday today recently "
        "about of here there just without upon"
    )
)
_DETERMINERS = frozenset(listed("the a an his her their its our my your this that these those some many several both"))
_PUNCTUATION = frozenset(',.;:—–-()[]!?…"')


def read_paragraph(one: Paragraph, speaking: Speaking, before: Found | None) -> tuple[list[Found], Found | None]:
    """The attributions of a paragraph, and the one whose quotation ends it, which the next paragraph may go on."""
    cues = speaking.every
    found: list[Found] = []
    direct: Found | None = None
    if before is not None and all(word == QUOTE for word in one.words):
        _extend(one, before, 0)
        return [], before
    for begin, end in one.sentences:
        for at in range(begin, end):
            if one.words[at] in cues:
                item = _read(one, begin, end, at, speaking)
                if item is not None:
                    found.append(item)
                    if item.quoted:
                        direct = item
                        _extend(one, item, _next(one, item))
    last = one.words[-1] == QUOTE or one.words[-1] == ":"
    return found, direct if direct is not None and last else None


def _next(one: Paragraph, item: Found) -> int:
    """Index of the token that follows the sentence of an attribution."""
    reach = max(stop for _, stop in item.content + item.cue + item.source)
    for _, end in one.sentences:
        if one.stops[end - 1] >= reach:
            return end
    return len(one.words)


def _extend(one: Paragraph, item: Found, at: int) -> None:
    """Add the quotations that follow without a word between."""
    while at < len(one.words) and one.words[at] == QUOTE:
        place = (one.starts[at], one.stops[at])
        if place not in item.content:
            item.content.append(place)
            item.quoted.append(place)
        at += 1


def _read(one: Paragraph, begin: int, end: int, at: int, speaking: Speaking) -> Found | None:
    words = one.words
    word = words[at]
    if word == "according" and at + 1 < end and words[at + 1] == "to":
        return _according(one, begin, end, at)
    if word not in speaking.says | speaking.tells | speaking.holds | speaking.judges | speaking.wants:
        return None
    if at > begin and (words[at - 1] == QUOTE or words[at - 1] == ","):
        stop = _right_noun(one, at + 1, end)
        if words[at - 1] == QUOTE and stop > at + 1:
            return _left(one, (begin, end), (at, at + 1), (at + 1, stop), at)
    source = _subject(one, begin, at)
    if source is None:
        return None
    first, last, group = source
    if first > begin and words[first - 1] in (QUOTE, ","):
        k = first - 1 if words[first - 1] == QUOTE else first - 2
        if k >= begin and (words[k] == QUOTE or at + 1 >= end or words[at + 1] in ".,"):
            return _left(one, (begin, end), (group, at + 1), (first, last), first)
    return _right(one, end, (group, at + 1), (first, last))


def _left(one: Paragraph, bounds: Place, cue: Place, source: Place, at: int) -> Found | None:
    stop = at - 1 if one.words[at - 1] == "," else at
    if stop <= bounds[0]:
        return None
    return _found(one, "after", source, cue, [(bounds[0], stop)])


def _right(one: Paragraph, end: int, cue: Place, source: Place) -> Found | None:
    words = one.words
    at = cue[1]
    for k in range(at, min(end, at + 14)):
        if words[k] == "that" or (words[k] == QUOTE and words[k - 1] in ",:"):
            at = k
            break
    stop = end
    while stop > at and words[stop - 1] in _PUNCTUATION and words[stop - 1] != QUOTE:
        stop -= 1
    while at < stop and words[at] in ",:":
        at += 1
    if stop <= at:
        return None
    return _found(one, "before", source, cue, [(at, stop)])


def _according(one: Paragraph, begin: int, end: int, at: int) -> Found | None:
    stop = _right_noun(one, at + 2, end)
    if stop == at + 2:
        return None
    if at == begin:
        start = stop + 1 if stop < end and one.words[stop] == "," else stop
        content = (start, end)
    else:
        content = (begin, at)
    if content[0] >= content[1]:
        return None
    return _found(one, "according", (at + 2, stop), (at, at + 2), [content])


def _found(one: Paragraph, rule: str, source: Place, cue: Place, content: list[Place]) -> Found:
    item = Found(rule)
    item.source = [(one.starts[source[0]], one.stops[source[1] - 1])]
    item.cue = [(one.starts[cue[0]], one.stops[cue[1] - 1])]
    for first, stop in content:
        item.content.append((one.starts[first], one.stops[stop - 1]))
        item.quoted += [(one.starts[n], one.stops[n]) for n in range(first, stop) if one.words[n] == QUOTE]
    return item


def _subject(one: Paragraph, begin: int, at: int) -> tuple[int, int, int] | None:
    """First and last token of the subject to the left of a verb, and the first of the verb group."""
    words = one.words
    j = at - 1
    while j >= begin and (words[j] in _AUX or words[j] in _ADVERBS or (words[j].endswith("ly") and len(words[j]) > 4)):
        j -= 1
    group = j + 1
    if j < begin:
        return None
    if words[j] == ",":
        k = j - 1
        while k > begin and words[k] != "," and j - k < 30:
            k -= 1
        if k <= begin or words[k] != ",":
            return None
        j = k - 1
    if words[j] in _PRONOUNS:
        return j, j + 1, group
    first = _left_noun(one, begin, j)
    return None if first is None else (first, j + 1, group)


def _left_noun(one: Paragraph, begin: int, last: int) -> int | None:
    words = one.words
    if words[last] in _PUNCTUATION or words[last] in _STOP or words[last] in _PREPOSITIONS:
        return None
    j = last
    while j > begin and last - j < 12:
        before = words[j - 1]
        if before in _PUNCTUATION or before in _STOP or before in _AUX:
            break
        if words[j] in _DETERMINERS and before not in _PREPOSITIONS:
            break
        j -= 1
    while j < last and (words[j] in _PREPOSITIONS or words[j] in _ADVERBS):
        j += 1
    return j


def _right_noun(one: Paragraph, at: int, end: int) -> int:
    words = one.words
    if at < end and words[at] in _PRONOUNS:
        return at + 1
    k = at
    while k < end and words[k] not in _PUNCTUATION and words[k] not in _ADJUNCTS - {"of"} and words[k] not in _STOP:
        k += 1
    return k
