"""Attribution where word order is free and cases tell the subject: Russian and Belarusian.

Cues are asked for a quotation beside them, a clause after «что», an object, or the clause that they close. After the
frames of ADAQ's Russian set. Not for transcripts.
"""

from overtone.language.speaking import Speaking
from overtone.read.speech.found import Found, Place, found
from overtone.read.speech.free_nouns import after_verb, before_verb, collective, first_subject, idle
from overtone.read.speech.inner_cues import inside_quote
from overtone.read.speech.layout import QUOTE, Paragraph
from overtone.read.speech.nouns import PUNCTUATION
from overtone.read.speech.quoting import DASHES, Carried, Reading, add, is_speech, read_quotes

_JOINS = frozenset({"и", "і", "а", "но", "але", "ды"})
_BY = frozenset({"по", "со", "с", "са", "паводле", "згодно", "зь", "з", "на"})
_WINDOW = 24
_APART = ("в", "вши", "ўшы", "ючы", "ый", "ий", "ая", "ые", "ы", "шая", "аў", "ого")  # begin an apposition or a gerund
_OPENED = PUNCTUATION - {QUOTE} | {"как", "як"}
_MARKS = frozenset('"«»“”„')
_ABOUT = frozenset({"о", "об", "обо", "про", "пра", "аб", "насчет"})
_PLURAL = ("ли", "лі", "лись", "ліся", "ют", "ят", "ют", "ат", "уць", "юць", "аць", "яць", "ут")


def read_paragraph(one: Paragraph, speaking: Speaking, before: Carried | None) -> tuple[list[Found], Carried | None]:
    """The attributions of a paragraph, and what the next paragraph may go on."""
    state = read_quotes(one, speaking, before, (inside_quote, _after, _before))
    cues = speaking.every
    for begin, end in one.sentences:
        state.who = None
        reach = 0
        if _headline(state, begin, end):
            continue
        for at in range(begin, end):
            if one.words[at] in speaking.by or one.words[at] in cues or one.words[at] == "паводле":
                if at in state.cues or one.starts[at] < reach:
                    continue
                item = _by(state, begin, end, at) or _read(state, begin, end, at)
                if item is not None:
                    state.items.append(item)
                    reach = max(stop for _, stop in item.content) if item.content else 0
    return state.items, _carried(state)


def _carried(state: Reading) -> Carried | None:
    one = state.one
    if one.words[-1] == ":":
        last = state.items[-1] if state.items else None
        begin = one.starts[one.sentences[-1][0]]
        return Carried(last) if last is not None and not last.content and last.cue[0][0] >= begin else None
    if state.last is not None and state.reach >= len(one.words) and state.quotes:
        return Carried(state.last)
    return None


def _after(state: Reading, begin: int, end: int, at: int) -> Found | None:
    """«…», — заявил Песков; «…», — Песков заявил; «…», — говорится в заявлении."""
    one, speaking = state.one, state.speaking
    words = one.words
    k = at + 1
    while k < end and (words[k] in {",", "."} or words[k] in DASHES):
        k += 1
    if k >= end or k == at + 1:
        return None
    for verb in range(k, min(end, k + 14)):
        if words[verb] == QUOTE or words[verb] in {":", ";"}:
            return None
        if words[verb] in speaking.says or words[verb] in speaking.judges:
            break
        if words[verb] == "," and verb > k + 1:
            return None
    else:
        return None
    who = _who(state, k, end, verb)
    if who is None and words[verb] not in speaking.impersonal:
        return None
    start = begin if _led_in(state, begin, at) else at
    item = found(one, "quote_before_cue", who, (verb, verb + 1), [(start, at + 1)])
    state.quotes.add(at)
    state.cues.add(verb)
    state.who = who
    _go_on(state, item, verb + 1, end)
    return item


def _led_in(state: Reading, begin: int, at: int) -> bool:
    words = state.one.words
    return at > begin and words[at - 1] not in PUNCTUATION and not any(state.speaking.verb(w) for w in words[begin:at])


def _go_on(state: Reading, item: Found, at: int, end: int) -> None:
    """Add what goes on a quotation that its cue broke off: «…, — сказал он. — …»."""
    one = state.one
    for n in range(at, min(len(one.words), end + 3)):
        if one.words[n] == QUOTE and is_speech(one, n):
            between = one.words[at:n]
            led = one.words[n - 1] in {",", ":"} or one.words[n - 1] in DASHES or n == end
            if led and not any(state.speaking.verb(word) for word in between):
                add(state, item, n)
            break
    state.reach = end


def _before(state: Reading, begin: int, end: int, at: int) -> Found | None:
    """Песков заявил: «…»; по словам Пескова, «…»."""
    one, speaking = state.one, state.speaking
    words = one.words
    if at == begin or words[at - 1] not in {":", ",", "—", "–"}:
        return None
    for verb in range(at - 1, max(begin - 1, at - _WINDOW), -1):
        if words[verb] == QUOTE and one.stops[verb] - one.starts[verb] > 60:
            return None
        if words[verb] in speaking.by:
            return None
        if (words[verb] in speaking.says or words[verb] in speaking.judges) and words[at - 1] == ":":
            who = _who(state, begin, at - 1, verb)
            if who is None:
                return None
            closed = any(w == QUOTE or w in _MARKS for w in words[max(at + 1, end - 2) : end])
            item = found(one, "cue_before_quote", who, (verb, verb + 1), [(at, end if closed else at + 1)])
            state.quotes.add(at)
            state.cues.add(verb)
            state.reach = at + 1
            return item
    return None


def _who(state: Reading, begin: int, end: int, verb: int) -> Place | None:
    """The source of a verb: before it, after it, an institution named by place, or who spoke last in the sentence."""
    one, speaking = state.one, state.speaking
    words = one.words
    if verb > begin and words[verb - 1] in speaking.relatives:
        return verb - 1, verb
    if words[verb] in speaking.impersonal:
        return collective(one, begin, end, verb, speaking)
    stop = verb
    while stop > begin and idle(words[stop - 1], speaking):
        stop -= 1
    if stop > begin and words[stop - 1] in _JOINS:
        return state.who if state.who and state.who[0] >= begin else first_subject(one, begin, stop - 1, speaking)
    opened = stop == begin or words[stop - 1] in _OPENED
    named = words[stop - 1] in speaking.pronouns if stop > begin else False
    first = None if opened else before_verb(one, begin, verb, speaking)
    plain = first or after_verb(one, verb + 1, end, speaking)
    if words[verb].endswith(_PLURAL) and not named:
        place = collective(one, begin, end, verb, speaking)
        return place if place is not None and (plain is None or plain[0] >= place[0]) else plain
    return plain or before_verb(one, begin, verb, speaking)


def _read(state: Reading, begin: int, end: int, at: int) -> Found | None:
    """What one cue word says in a sentence."""
    one, speaking = state.one, state.speaking
    words = one.words
    word = words[at]
    if word in speaking.declines:
        item = _declined(state, begin, end, at)
        if item is not None:
            return item
    if word not in speaking.says and word not in speaking.judges:
        return None
    who = _who(state, begin, end, at)
    if who is None and word not in speaking.impersonal:
        return None
    item = _clause(state, begin, end, at, who) or _closes(state, begin, end, at, who)
    if item is None and who is not None:
        item = _object(state, begin, end, at, who) if word in speaking.judges else _about(state, end, at, who)
    if item is not None:
        state.who = who
        if word in speaking.denies:
            item.stance = "denied"
    return item


def _clause(state: Reading, begin: int, end: int, at: int, who: Place | None) -> Found | None:
    """Заявил вчера в Минске, что …; сказал: …"""
    one, speaking = state.one, state.speaking
    words = one.words
    start = max(at + 1, who[1] if who is not None else 0)
    for k in range(start, min(end - 1, start + _WINDOW)):
        word = words[k]
        if word in {",", ":"}:
            after = words[k + 1]
            if word == ":":
                return found(one, "cue_before_clause", who, (at, at + 1), [(k + 1, end)])
            second = words[min(k + 2, end - 1)]
            if after in speaking.clause or (after in speaking.prepositions and second in speaking.clause):
                return found(one, "cue_before_clause", who, (at, at + 1), [(k + 1, _clause_end(state, k + 1, end))])
        elif speaking.verb(word) and k > start:
            return None
    return None


def _clause_end(state: Reading, at: int, end: int) -> int:
    """Where a reported clause ends: at the sentence's end, or where another verb of speech takes over."""
    words = state.one.words
    for k in range(at + 1, end - 2):
        if words[k] == "," and words[k + 1] in {"хотя", "хоць", "хаця", "отметив", "добавив", "адзначыўшы", "дадаўшы"}:
            return k
        if words[k] in _JOINS and words[k + 1] in state.speaking.says and words[k + 1] not in {"говорить"}:
            return k
    return end


def _closes(state: Reading, begin: int, end: int, at: int, who: Place | None) -> Found | None:
    """Визит окончен, сообщил Песков; визит, сообщил Песков, окончен; о чем заявил Песков."""
    one, speaking = state.one, state.speaking
    words = one.words
    first = min(at, who[0] if who is not None else at)
    while first > begin and (words[first - 1] not in {",", "—", "–", "-"}):
        first -= 1
        if at - first > _WINDOW:
            return None
    if first - 1 <= begin or words[first - 1] not in {",", "—", "–", "-"}:
        return None
    if who is not None and who[0] < first:
        return None
    inner = words[first:at]
    parted = any(w in PUNCTUATION and w != QUOTE for w in inner)
    if parted or (inner and inner[0] in speaking.clause and inner[0] not in {"как", "як"}):
        return None
    last = max(at + 1, who[1] if who is not None else 0)
    stop = next((n for n in range(last, end) if words[n] in {",", "—", "–"}), end)
    tail = (stop + 1, end) if stop < end - 2 and words[stop + 1] not in speaking.relatives else None
    if words[begin] in {"как", "як"} and first - begin < 6:
        return None
    content = [(begin, first - 1)]
    if tail is not None and stop - last < 8 and not words[tail[0]].endswith(_APART):
        content.append(tail)
    return found(one, "cue_closes" if tail is None else "parenthesis", who, (at, at + 1), content)


def _object(state: Reading, begin: int, end: int, at: int, who: Place) -> Found | None:
    """Призвал стороны к переговорам; опроверг сообщения; пообещал помочь."""
    one = state.one
    words = one.words
    start = at + 1
    if who[0] > at:
        start = who[1]
    stop = end
    while stop > start and words[stop - 1] in PUNCTUATION and words[stop - 1] != QUOTE:
        stop -= 1
    for k in range(start + 1, stop - 1):
        if words[k] in _JOINS and state.speaking.verb(words[k + 1]):
            stop = k
            break
    if stop <= start or words[start] in PUNCTUATION - {QUOTE}:
        return None
    return found(one, "cue_with_object", who, (at, at + 1), [(start, stop)])


def _about(state: Reading, end: int, at: int, who: Place) -> Found | None:
    """Сообщил журналистам о визите; рассказал про переговоры."""
    words = state.one.words
    start = max(at + 1, who[1])
    for k in range(start, min(end - 1, start + 4)):
        if words[k] in _ABOUT:
            return found(state.one, "cue_about", who, (at, at + 1), [(k, _clause_end(state, k, end))])
        if words[k] in PUNCTUATION:
            return None
    return None


def _declined(state: Reading, begin: int, end: int, at: int) -> Found | None:
    """Отказался комментировать; не стал отвечать; воздержался от комментариев."""
    one, speaking = state.one, state.speaking
    words = one.words
    place = next((n for n in range(at + 1, min(end, at + 4)) if words[n] in speaking.comments), -1)
    if place < 0:
        return None
    who = _who(state, begin, end, at)
    if who is None:
        return None
    first = at - 1 if at > begin and words[at - 1] in {"не", "ня"} else at
    stop = next((n for n in range(place + 1, end) if words[n] in {",", ".", ";"}), end)
    item = found(one, "declined", who, (first, place), [(place, max(stop, place + 1))])
    item.stance = "declined"
    state.cues.update(range(first, place + 1))
    return item


def _by(state: Reading, begin: int, end: int, at: int) -> Found | None:
    """По словам Пескова, …; …, паводле слоў Макея; по его словам, …"""
    one, speaking = state.one, state.speaking
    words = one.words
    if words[at] == "паводле" and at + 1 < end and not any(w in speaking.by for w in words[at + 1 : at + 3]):
        stop = _source_end(one, at + 1, end, speaking)  # паводле міністра
        content = _around(one, begin, at, stop, end)
        return found(one, "according", (at + 1, stop), (at, at + 1), content) if content and stop > at + 1 else None
    if words[at] not in speaking.by:
        return None
    first = at - 1
    owner: Place | None = None
    if first > begin and words[first] not in _BY and words[first - 1] in _BY:  # по его словам
        owner = (first, first + 1)
        first -= 1
    if first < begin or words[first] not in _BY:
        return None
    stop = at + 1
    if owner is None:
        stop = _source_end(one, at + 1, end, speaking)
        if stop == at + 1:
            return None
        owner = (at + 1, stop)
    content = _around(one, begin, first, stop, end)
    if not content:
        return None
    item = found(one, "according", owner, (first, at + 1), content)
    state.cues.update(range(first, at + 1))
    return item


def _source_end(one: Paragraph, at: int, end: int, speaking: Speaking) -> int:
    """End of the source of «по словам …»: at the comma, a verb, or a preposition that opens something else."""
    words = one.words
    k = at
    while k < end and k - at < 12:
        word = words[k]
        if (word in PUNCTUATION and word != QUOTE) or (word in speaking.pronouns and k > at):
            break
        k += 1
    return k


def _around(one: Paragraph, begin: int, first: int, stop: int, end: int) -> list[Place]:
    """What a phrase in a sentence leaves on both its sides."""
    words = one.words
    content: list[Place] = []
    left = first
    while left > begin and words[left - 1] in {",", "—", "–", "("}:
        left -= 1
    if left - begin > 1:
        content.append((begin, left))
    right = stop
    while right < end and words[right] in {",", "—", "–", ":", ")"}:
        right += 1
    if any(word not in PUNCTUATION or word == QUOTE for word in words[right:end]):
        content.append((right, end))
    return content


def _headline(state: Reading, begin: int, end: int) -> bool:
    """Песков: визит окончен. Whether a sentence opens with a name and a colon; the words after it are that name's."""
    one = state.one
    words = one.words
    colon = next((n for n in range(begin, min(end, begin + 6)) if words[n] == ":"), -1)
    if colon <= begin or colon + 1 >= end or not one.capital[begin] or QUOTE in words[begin : colon + 2]:
        return False
    names = [n for n in range(begin, colon) if one.capital[n] or "." in words[n]]
    last = one.capital[colon - 1] and not words[colon - 1].isdigit()
    if not last or len(names) * 2 < colon - begin or any(state.speaking.verb(w) for w in words[begin:colon]):
        return False
    item = found(one, "headline", (begin, colon), (colon, colon + 1), [(colon + 1, end)])
    state.items.append(item)
    return True
