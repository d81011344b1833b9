"""Whose words stand between quotation marks: who is named beside them, before or after, or paragraphs earlier.

Each quotation is asked in turn for a cue at its right ("…," he said), then at its left (he said: "…"); one with
neither goes on what stands before it. Not for words quoted in the middle of a clause: those are part of its content.
"""

from dataclasses import dataclass, field

from overtone.language.lists import listed
from overtone.language.speaking import Speaking
from overtone.read.speech.found import Found, Place, found
from overtone.read.speech.layout import QUOTE, Paragraph, final_stop
from overtone.read.speech.nouns import (
    PUNCTUATION,
    group_start,
    is_adverb,
    left_noun,
    main_subject,
    right_noun,
    subject,
    verb_like,
)

_DASHES = frozenset("—–-")
_BREAKS = frozenset(listed("; : because if while although though when whether but"))
_LINKS = frozenset(listed("and but so instead also then still yet meanwhile because plus or"))
_PARTICLES = frozenset(listed("back in out on up off"))
_SPOKE = frozenset(listed("shot went cut began put broke spat told fought hit"))
_WINDOW = 34  # tokens between a quotation and the verb after it: room for an apposition
_BEFORE = 22  # tokens between a verb and the quotation it introduces


@dataclass(slots=True)
class Reading:
    """Where the reading of quotations stands within a paragraph, and what it has used."""

    one: Paragraph
    speaking: Speaking
    items: list[Found] = field(default_factory=list)
    cues: set[int] = field(default_factory=set)  # tokens that are cues of quotations
    quotes: set[int] = field(default_factory=set)  # quotations that have a source
    last: Found | None = None
    reach: int = 0  # the token after the sentence of `last`
    who: tuple[int, int] | None = None  # tokens of the source found last, in this paragraph
    waiting: list[Place] = field(default_factory=list)  # quotations of earlier paragraphs whose speaker comes later


def read_quotes(one: Paragraph, speaking: Speaking, before: "Carried | None" = None) -> Reading:
    """Read the quotations of a paragraph; `before` is what the paragraph before left to be gone on."""
    state = Reading(one, speaking)
    if before is not None:
        state.last = before.last
        state.waiting = before.waiting
        if state.waiting and _signature(state):
            return state
    for begin, end in one.sentences:
        for at in range(begin, end):
            if one.words[at] == QUOTE and at not in state.quotes:
                _ask(state, begin, end, at)
    return state


@dataclass(frozen=True, slots=True)
class Carried:
    """What a paragraph leaves to the next: an attribution to go on, or quotations whose speaker is not named yet."""

    last: Found | None = None
    waiting: list[Place] = field(default_factory=list)


def carried(state: Reading) -> Carried | None:
    """What the next paragraph may go on: the quotation at the end, or words that lead to one with a colon."""
    one = state.one
    end = len(one.words)
    if one.words[-1] == ":":
        begin = one.sentences[-1][0]
        pair = lead(state, begin, end) or colon_lead(state, begin, end - 1)
        if pair is None:
            return None
        item = found(one, "lead_paragraph", pair[0], pair[1], [])
        state.cues.update(range(pair[1][0], pair[1][1]))
        state.items.append(item)
        return Carried(item)
    tail = one.words[-1] == QUOTE or state.reach >= end
    if tail and state.reach >= end and state.last is not None:
        return Carried(state.last)
    if all(word == QUOTE for word in one.words) and not state.quotes:
        return Carried(None, state.waiting + [(one.starts[n], one.stops[n]) for n in range(end)])
    return None


def is_speech(one: Paragraph, at: int) -> bool:
    """Whether a quotation looks like words said and no title or scare quote: it ends with a stop or a comma, or is long."""
    if final_stop(one, at) in ",.?!…—-–":
        return True
    following = one.words[at + 1] if at + 1 < len(one.words) else ""
    size = one.text.count(" ", one.starts[at], one.stops[at])
    return (following == "," and size >= 1) or size >= 5


def _signature(state: Reading) -> bool:
    """A paragraph that only signs the quotation before it: — Sergei Lavrov."""
    one = state.one
    words = one.words
    start = next((n for n, word in enumerate(words) if word not in _DASHES), len(words))
    stop = len(words) - (words[-1] == ".")
    if not 0 < start < stop or stop - start > 12 or not one.capital[start]:
        return False
    end = next((n for n in range(start, stop) if words[n] == ","), stop)
    item = found(one, "signature", (start, end), (0, start), [])
    item.content, item.quoted = list(state.waiting), list(state.waiting)
    state.items.append(item)
    return True


def _ask(state: Reading, begin: int, end: int, at: int) -> None:
    one = state.one
    if not is_speech(one, at):
        return
    for rule in (_after, _signed, _before, _verbless, _ending):
        item = rule(state, begin, end, at)
        if item is not None:
            if state.waiting and at == 0 and one.quotes[0].carried:
                item.content += state.waiting
                item.quoted += state.waiting
            state.items.append(item)
            state.last = item
            return
    if state.last is not None and at - 1 in state.quotes:
        _add(state, state.last, at)
        state.reach = at + 1
    elif state.last is not None and _alone_from(state, at) and _alone(one, begin, end, at):
        _add(state, state.last, at)
        state.reach = at + 1


def _alone_from(state: Reading, at: int) -> bool:
    """Whether nothing but a linking word stands between what was read last and a quotation."""
    return 0 <= at - state.reach <= 2 and all(w in _LINKS or w == "," for w in state.one.words[state.reach : at])


def _alone(one: Paragraph, begin: int, end: int, at: int) -> bool:
    """Whether a sentence is nothing but quotations up to its stop."""
    words = one.words
    first = begin
    while first < at and first - begin < 3 and (words[first] in _LINKS or words[first] == ","):
        first += 1
    return all(word == QUOTE or word in PUNCTUATION for word in words[first:end])


def _add(state: Reading, item: Found, at: int) -> None:
    place = (state.one.starts[at], state.one.stops[at])
    item.content.append(place)
    item.quoted.append(place)
    state.quotes.add(at)


def _after(state: Reading, begin: int, end: int, at: int) -> Found | None:
    """ "…," said Lavrov. "…," Hugh Hill, a doctor, said."""
    one, speaking = state.one, state.speaking
    words = one.words
    k = at + 1
    while k < end and (words[k] == "," or words[k] in _DASHES):
        k += 1
    if k == at + 1 == end and end < len(words):  # "It is over." Lavrov said.
        return _next_sentence(state, at)
    if k >= end:
        return None
    pair = _inverted(state, k, end) or _straight(state, k, end)
    if pair is None:
        return None
    source, cue = pair
    start = begin if _mixed(state, begin, at) else at
    item = found(one, "quote_before_cue", source, cue, [(start, at + 1)])
    state.who = source
    state.quotes.add(at)
    state.cues.update(range(cue[0], cue[1]))
    _go_on(state, item, max(cue[1], source[1]), end)
    return item


def _next_sentence(state: Reading, at: int) -> Found | None:
    """A sentence that is nothing but who said what stood before it, though a full stop was put between."""
    one = state.one
    begin, end = next(bounds for bounds in one.sentences if bounds[0] == at + 1)
    if end - begin > 8 or QUOTE in one.words[begin:end] or one.words[end - 1] == ":":
        return None
    pair = _straight(state, begin, end)
    if pair is None:
        return None
    rest = one.words[pair[1][1] : pair[1][1] + 1]
    if rest and rest[0] not in PUNCTUATION:
        return None
    item = found(one, "quote_before_sentence", pair[0], pair[1], [(at, at + 1)])
    state.quotes.add(at)
    state.cues.update(range(pair[1][0], pair[1][1]))
    state.reach = end
    return item


def _inverted(state: Reading, k: int, end: int) -> tuple[Place, Place] | None:
    """Said Lavrov: the verb, then its subject."""
    one, speaking = state.one, state.speaking
    words = one.words
    verb = next((n for n in range(k, min(end, k + 3)) if _reports(state, n)), -1)
    if verb < 0 and k + 1 < end and words[k - 1] == QUOTE and (words[k].endswith("ed") or words[k] in speaking.holds):
        verb = k if one.capital[k + 1] and not one.capital[k] else -1
    if verb < 0 or not all(is_adverb(words[n], speaking) for n in range(k, verb)):
        return None
    stop = right_noun(one, verb + 1, end, speaking)
    if stop == verb + 1 or words[verb + 1] in {"him", "her", "them", "me", "us"}:
        return None
    return (verb + 1, stop), (k, verb + 1)


def _reports(state: Reading, n: int) -> bool:
    word = state.one.words[n]
    return (word in state.speaking.says or word in state.speaking.tells) and not (
        state.one.capital[n] and state.one.text[state.one.starts[n] + 1 : state.one.stops[n]].islower()
    )


def _straight(state: Reading, k: int, end: int) -> tuple[Place, Place] | None:
    """Lavrov said; another friend, Maria Zakharova, told the channel; he shot back."""
    one, speaking = state.one, state.speaking
    words = one.words
    for verb in range(k + 1, min(end, k + _WINDOW)):
        word = words[verb]
        if word == QUOTE:
            return None
        known = _reports(state, verb)
        if not known and not _any_verb(state, k, verb, end):
            continue
        group = group_start(one, k, verb, speaking)
        who = _whole(state, k, group)
        if who is None:
            if known:
                return None
            continue
        return who, (group, verb + 1 if known or words[verb + 1] not in _PARTICLES else verb + 2)
    return None


def _whole(state: Reading, k: int, group: int) -> Place | None:
    """All that stands between a quotation and its verb, where that can be one noun phrase with its appositions."""
    one, speaking = state.one, state.speaking
    words = one.words
    stop = group - 1 if group > k and words[group - 1] == "," else group
    if stop <= k or not _can_speak(state, (k, stop)):
        return None
    opens = words[k] in speaking.prepositions or words[k] in speaking.adjuncts - speaking.determiners
    if not one.capital[k] and (opens or is_adverb(words[k], speaking)):
        return None
    for n in range(k, stop):
        if words[n] in speaking.auxiliaries and words[n] != "to" and not speaking.relatives & set(words[k:n]):
            return None
        if words[n] in _BREAKS:
            return None
    return k, stop


def _can_speak(state: Reading, who: Place) -> bool:
    """Whether a phrase may name a speaker: no lone word in lower case but a pronoun or a plural."""
    one = state.one
    word = one.words[who[0]]
    if who[1] - who[0] > 1 or one.capital[who[0]] or word in state.speaking.pronouns:
        return word not in state.speaking.conjunctions
    return word.endswith("s") and word not in state.speaking.auxiliaries


def _any_verb(state: Reading, k: int, verb: int, end: int) -> bool:
    """Whether a word not listed looks like the verb that closes "…," Lavrov thundered."""
    words = state.one.words
    if state.one.capital[verb] or not (words[verb].endswith("ed") or words[verb] in _SPOKE) or verb + 1 >= end:
        return False
    after = words[verb + 1]
    if after in _PARTICLES and verb + 2 < end:
        after = words[verb + 2]
    quiet = verb - k <= 4 and all(w not in PUNCTUATION for w in words[k:verb])
    return quiet and (after in PUNCTUATION or after in state.speaking.adjuncts)


def _mixed(state: Reading, begin: int, at: int) -> bool:
    """Whether the words before a quotation in its sentence are part of what is said: The plan is "dead," he said."""
    words = state.one.words
    return (
        at > begin and words[at - 1] not in (",", ":") and words[at - 1] not in _DASHES and at - 1 not in state.quotes
    )


def _go_on(state: Reading, item: Found, at: int, end: int) -> None:
    """Add what goes on a quotation that its cue broke off, and the quotations right after its sentence."""
    words = state.one.words
    for n in range(at, end):
        if words[n] == QUOTE:
            led = words[n - 1] in {",", ":", "—", "–"} and is_speech(state.one, n)
            joined = words[n - 1] in state.speaking.conjunctions and words[n - 2] == ","
            if (led or joined) and not any(word in state.speaking.every for word in words[at:n]):
                _add(state, item, n)
            break
    state.reach = end


def _before(state: Reading, begin: int, end: int, at: int) -> Found | None:
    """Lavrov said: "…" and, in Minsk, he added, "…"."""
    if at == begin:
        return None
    pair = lead(state, begin, at)
    if pair is None:
        return None
    who, cue = pair
    state.who = who
    item = found(state.one, "cue_before_quote", who, cue, [(at, at + 1)])
    state.quotes.add(at)
    state.cues.update(range(cue[0], cue[1]))
    state.reach = at + 1
    return item


def lead(state: Reading, begin: int, at: int) -> tuple[Place | None, Place] | None:
    """Who is said, in the words before a place, to say what follows: source and cue."""
    one, speaking = state.one, state.speaking
    words = one.words
    colon = words[at - 1] == ":"
    led = words[at - 1] in {",", ":"}
    for n in range(at - 1, max(begin - 1, at - _BEFORE), -1):
        word = words[n]
        if word == QUOTE or (not led and n < at - 1):
            break
        put = word == "it" and n > begin and words[n - 1] in {"put", "puts"}
        if put and n - 1 > begin:
            group = group_start(one, begin, n - 1, speaking)
            who = subject(one, begin, group, speaking)
            return None if who is None else (who, (group, n + 1))
        reporting = word in speaking.says or word in speaking.tells or (colon and word in speaking.judges)
        if not reporting or (one.capital[n] and n > begin) or not verb_like(one, begin, n, speaking):
            continue
        group = group_start(one, begin, n, speaking)
        if any(words[m] in speaking.be for m in range(group, n)) and not word.endswith("ing"):
            return None, (group, n + 1)
        if one.capital[n] and n == begin:  # Said Lavrov: "…"
            stop = right_noun(one, n + 1, at, speaking)
            return ((n + 1, stop), (n, n + 1)) if stop > n + 1 else None
        if "to" in words[group:n]:  # interjected to say, went on to say
            to = group + words[group:n].index("to")
            group = group_start(one, begin, max(begin, to - 1), speaking)
            group -= 1 if group > begin and words[group] in _PARTICLES else 0
        parted = words[n - 1] == "," and led and word in speaking.says and not word.endswith("ing")
        if parted and words[n + 1] not in speaking.prepositions:  # But, said Lavrov, "…"
            stop = right_noun(one, n + 1, at, speaking)
            if stop > n + 1 and stop >= at - 1:
                return (n + 1, stop), (n, n + 1)
        who = subject(one, begin, group, speaking) if not word.endswith("ing") or group < n else None
        if who is None and words[group - 1] in {",", "and", "but", "then", "while", "by"} or word.endswith("ing"):
            who = who or inherited(state, begin, group)
        if who is not None and _can_speak(state, who):
            return who, (group, n + 1)
    return None


def inherited(state: Reading, begin: int, group: int) -> Place | None:
    """The subject of a participle or a second verb: who spoke in this sentence before, or its main subject."""
    if state.who is not None and begin <= state.who[0] < group:
        return state.who
    one = state.one
    words = one.words
    near: Place | None = None
    if words[group - 1] not in {",", "and", "but", "then", "while", "by"} and group - 1 > begin:
        first = left_noun(one, begin, group - 1, state.speaking)
        near = None if first is None else (first, group)
        if near is not None and words[near[0] - 1] == "with":
            return near
    return main_subject(one, begin, group, state.speaking) or near


def _signed(state: Reading, begin: int, end: int, at: int) -> Found | None:
    """HOW IT BEGAN - Sergei Lavrov: "…": nothing but a name before the colon."""
    one = state.one
    words = one.words
    colon = at - 1
    if colon <= begin or words[colon] != ":":
        return None
    start = colon
    while start > begin and words[start - 1] not in PUNCTUATION and colon - start < 7:
        start -= 1
    named = all(
        one.capital[n] or words[n] in {"and", "of", "the", "de", "al", "bin", "van"} for n in range(start, colon)
    )
    parted = start == begin or words[start - 1] in _DASHES
    if start == colon or not named or not parted or any(state.speaking.verb(words[n]) for n in range(start + 1, colon)):
        return None
    item = found(one, "colon", (start, colon), (colon, at), [(at, at + 1)])
    state.quotes.add(at)
    state.reach = at + 1
    return item


def _ending(state: Reading, begin: int, end: int, at: int) -> Found | None:
    """ "They were glad" before the talks, she said: the cue ends a sentence that a quotation begins."""
    one = state.one
    if at > begin or state.one.quotes[at].stop - state.one.quotes[at].start < 12:
        return None
    for comma in range(end - 2, max(at, end - 16), -1):
        if one.words[comma] != ",":
            continue
        pair = _inverted(state, comma + 1, end) or _straight(state, comma + 1, end)
        if pair is None:
            continue
        tail = one.words[max(pair[0][1], pair[1][1]) : end]
        if tail and tail[0] not in PUNCTUATION and tail[0] not in state.speaking.adjuncts:
            return None
        item = found(one, "sentence_before_cue", pair[0], pair[1], [(begin, comma)])
        state.quotes.update(n for n in range(begin, comma) if one.words[n] == QUOTE)
        state.cues.update(range(pair[1][0], pair[1][1]))
        state.reach = end
        return item
    return None


def _verbless(state: Reading, begin: int, end: int, at: int) -> Found | None:
    """Peskov: "…"; HOW IT BEGAN - David Wasserman: "…"; Cruz called them on it: "…"."""
    one = state.one
    if at - 1 <= begin or one.words[at - 1] != ":":
        return None
    pair = colon_lead(state, begin, at - 1)
    if pair is None:
        return None
    item = found(one, "colon", pair[0], pair[1], [(at, at + 1)])
    state.quotes.add(at)
    state.reach = at + 1
    return item


def colon_lead(state: Reading, begin: int, colon: int) -> tuple[Place, Place] | None:
    """The source before a colon where no verb of speech stands: a name alone, or the subject of the sentence."""
    one, speaking = state.one, state.speaking
    words = one.words
    if words[colon - 1].endswith("ed") or words[colon - 1] in _PARTICLES:  # the supporter retorted: he fired back:
        verb = colon - 1 if words[colon - 1].endswith("ed") else colon - 2
        group = group_start(one, begin, verb, speaking) if verb > begin else begin
        who = subject(one, begin, group, speaking) if group > begin else None
        if who is not None and _can_speak(state, who):
            return who, (group, colon)
    start = colon
    while start > begin and words[start - 1] not in _DASHES:
        start -= 1
    stop = right_noun(one, start, colon, speaking)
    if stop == colon and colon - start <= 6 and one.capital[start] and words[start] not in speaking.prepositions:
        return (start, stop), (colon, colon + 1)
    if not any(words[n] in speaking.every for n in range(begin, colon)):
        return None
    clause = max((n + 1 for n in range(begin, colon) if words[n] in {"but", "and"}), default=begin)
    who = main_subject(one, clause, colon, speaking) or main_subject(one, begin, colon, speaking)
    return None if who is None or not _can_speak(state, who) else (who, (colon, colon + 1))
