"""Whose words a quotation holds, told after it: "…," said Lavrov; "…," Hugh Hill, a doctor, said."""

from bisect import bisect_left

from overtone.language.lists import listed
from overtone.read.speech.found import Found, Place, found
from overtone.read.speech.layout import QUOTE
from overtone.read.speech.nouns import PUNCTUATION, group_start, is_adverb, right_noun
from overtone.read.speech.quoting import DASHES, Reading, add, is_speech

_BREAKS = frozenset(listed("; : because if while although though when whether but"))
PARTICLES = frozenset(listed("back in out on up off"))
_SPOKE = frozenset(listed("shot went cut began put broke spat told fought hit"))
_WINDOW = 34  # tokens between a quotation and the verb after it: room for an apposition


def after_quote(state: Reading, begin: int, end: int, at: int) -> Found | None:
    """ "…," said Lavrov. "…," Hugh Hill, a doctor, said."""
    one = state.one
    words = one.words
    k = at + 1
    while k < end and (words[k] == "," or words[k] in DASHES):
        k += 1
    if k == at + 1 == end and end < len(words):  # "It is over." Lavrov said.
        return _next_sentence(state, at)
    if k >= end:
        return None
    pair = _inverted(state, k, end) or _straight(state, k, end)
    if pair is None:
        return None
    source, cue = pair
    start = begin if mixed(state, begin, at) else at
    item = found(one, "quote_before_cue", source, cue, [(start, at + 1)])
    state.who = source
    state.quotes.add(at)
    state.cues.update(range(cue[0], cue[1]))
    go_on(state, item, max(cue[1], source[1]), end)
    return item


def _next_sentence(state: Reading, at: int) -> Found | None:
    """A sentence that is nothing but who said what stood before it, though a full stop was put between."""
    one = state.one
    begin, end = one.sentences[bisect_left(one.sentences, (at + 1, 0))]
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
    verb = next((n for n in range(k, min(end, k + 3)) if reports(state, n)), -1)
    if verb < 0 and k + 1 < end and words[k - 1] == QUOTE and (words[k].endswith("ed") or words[k] in speaking.holds):
        verb = k if one.capital[k + 1] and not one.capital[k] else -1
    if verb < 0 or not all(is_adverb(words[n], speaking) for n in range(k, verb)):
        return None
    stop = right_noun(one, verb + 1, end, speaking)
    if stop == verb + 1 or words[verb + 1] in {"him", "her", "them", "me", "us"}:
        return None
    return (verb + 1, stop), (k, verb + 1)


def reports(state: Reading, n: int) -> bool:
    """Whether a token is a verb of speech and no name."""
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
        known = reports(state, verb)
        if not known and not _any_verb(state, k, verb, end):
            continue
        group = group_start(one, k, verb, speaking)
        who = _whole(state, k, group)
        if who is None:
            if known:
                return None
            continue
        return who, (group, verb + 1 if known or words[verb + 1] not in PARTICLES else verb + 2)
    return None


def _whole(state: Reading, k: int, group: int) -> Place | None:
    """All that stands between a quotation and its verb, where that can be one noun phrase with its appositions."""
    one, speaking = state.one, state.speaking
    words = one.words
    stop = group - 1 if group > k and words[group - 1] == "," else group
    if stop <= k or not can_speak(state, (k, stop)):
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


def can_speak(state: Reading, who: Place) -> bool:
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
    if after in PARTICLES and verb + 2 < end:
        after = words[verb + 2]
    quiet = verb - k <= 4 and all(w not in PUNCTUATION for w in words[k:verb])
    return quiet and (after in PUNCTUATION or after in state.speaking.adjuncts)


def mixed(state: Reading, begin: int, at: int) -> bool:
    """Whether the words before a quotation in its sentence are part of what is said: The plan is "dead," he said."""
    words = state.one.words
    return at > begin and words[at - 1] not in (",", ":") and words[at - 1] not in DASHES and at - 1 not in state.quotes


def go_on(state: Reading, item: Found, at: int, end: int) -> None:
    """Add what goes on a quotation that its cue broke off, and the quotations right after its sentence."""
    words = state.one.words
    for n in range(at, end):
        if words[n] == QUOTE:
            led = words[n - 1] in {",", ":", "—", "–"} and is_speech(state.one, n)
            joined = words[n - 1] in state.speaking.conjunctions and words[n - 2] == ","
            if (led or joined) and not any(word in state.speaking.every for word in words[at:n]):
                add(state, item, n)
            break
    state.reach = end


def ending(state: Reading, begin: int, end: int, at: int) -> Found | None:
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
