"""Whose words a quotation holds, told before it: Lavrov said: "…"; SANCTIONS - Peskov: "…"; — Sergei Lavrov."""

from overtone.read.speech.after_quote import PARTICLES, can_speak
from overtone.read.speech.found import Found, Place, found
from overtone.read.speech.layout import QUOTE
from overtone.read.speech.nouns import PUNCTUATION, group_start, left_noun, main_subject, right_noun, subject, verb_like
from overtone.read.speech.quoting import DASHES, Carried, Reading

_SIGNATURE = 16  # tokens of a quotation's signature
_BEFORE = 22  # tokens between a verb and the quotation it introduces


def before_quote(state: Reading, begin: int, end: int, at: int) -> Found | None:
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
            group -= 1 if group > begin and words[group] in PARTICLES else 0
        parted = words[n - 1] == "," and led and word in speaking.says and not word.endswith("ing")
        if parted and words[n + 1] not in speaking.prepositions:  # But, said Lavrov, "…"
            stop = right_noun(one, n + 1, at, speaking)
            if stop > n + 1 and stop >= at - 1:
                return (n + 1, stop), (n, n + 1)
        who = subject(one, begin, group, speaking) if not word.endswith("ing") or group < n else None
        if word.endswith("ing") or (who is None and words[group - 1] in {",", "and", "but", "then", "while", "by"}):
            who = who or inherited(state, begin, group)
        if who is not None and can_speak(state, who):
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


def signed(state: Reading, begin: int, end: int, at: int) -> Found | None:
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
    parted = start == begin or words[start - 1] in DASHES
    if start == colon or not named or not parted or any(state.speaking.verb(words[n]) for n in range(start, colon)):
        return None
    item = found(one, "colon", (start, colon), (colon, at), [(at, at + 1)])
    state.quotes.add(at)
    state.reach = at + 1
    return item


def signed_after(state: Reading, begin: int, end: int, at: int) -> Found | None:
    """After the words a dash and a name to the end of the paragraph: "…" — Sergei Lavrov, foreign minister."""
    one, speaking = state.one, state.speaking
    words = one.words
    last = max((n for n in range(at, len(words)) if words[n] == QUOTE), default=at)
    first = last + 2
    stop = len(words) - (words[-1] == ".")
    if not first < stop <= last + _SIGNATURE or words[last + 1] not in DASHES or not one.capital[first]:
        return None
    name = next((n for n in range(first, stop) if words[n] in {",", "("}), stop)
    small = {"and", "of", "the", "de", "al", "bin", "van", "."}
    if not all(one.capital[n] or words[n] in small for n in range(first, name)):
        return None
    unquoted = [n for n in range(at, last) if words[n] != QUOTE]
    if len(unquoted) > _SIGNATURE or any(speaking.verb(words[n]) for n in (*unquoted, *range(first, stop))):
        return None
    item = found(one, "signature", (first, name), (last + 1, first), [(at, last + 1)])
    state.quotes.update(n for n in range(at, last + 1) if words[n] == QUOTE)
    state.reach = stop
    return item


def verbless(state: Reading, begin: int, end: int, at: int) -> Found | None:
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
    if words[colon - 1].endswith("ed") or words[colon - 1] in PARTICLES:  # the supporter retorted: he fired back:
        verb = colon - 1 if words[colon - 1].endswith("ed") else colon - 2
        group = group_start(one, begin, verb, speaking) if verb > begin else begin
        who = subject(one, begin, group, speaking) if group > begin else None
        if who is not None and can_speak(state, who):
            return who, (group, colon)
    start = colon
    while start > begin and words[start - 1] not in DASHES:
        start -= 1
    stop = right_noun(one, start, colon, speaking)
    if stop == colon and colon - start <= 6 and one.capital[start] and words[start] not in speaking.prepositions:
        return (start, stop), (colon, colon + 1)
    if not any(words[n] in speaking.every for n in range(begin, colon)):
        return None
    clause = max((n + 1 for n in range(begin, colon) if words[n] in {"but", "and"}), default=begin)
    who = main_subject(one, clause, colon, speaking) or main_subject(one, begin, colon, speaking)
    return None if who is None or not can_speak(state, who) else (who, (colon, colon + 1))


def signature(state: Reading) -> bool:
    """A paragraph that only signs the quotation before it: — Sergei Lavrov."""
    one = state.one
    words = one.words
    start = next((n for n, word in enumerate(words) if word not in DASHES), len(words))
    stop = len(words) - (words[-1] == ".")
    if not 0 < start < stop or stop - start > 12 or not one.capital[start]:
        return False
    end = next((n for n in range(start, stop) if words[n] == ","), stop)
    item = found(one, "signature", (start, end), (0, start), [])
    item.content, item.quoted = list(state.waiting), list(state.waiting)
    state.items.append(item)
    return True


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
