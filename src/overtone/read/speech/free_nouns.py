"""Sources beside a verb where word order is free: nominative noun phrases told by endings, Russian and Belarusian.

No dictionary: a phrase in an oblique case or after a preposition is no subject. Each walk has a bound, so time stays
linear. Not for languages without cases.
"""

from overtone.language.lists import listed
from overtone.language.speaking import Speaking
from overtone.read.speech.found import Place
from overtone.read.speech.layout import QUOTE, Paragraph
from overtone.read.speech.nouns import PUNCTUATION

_LONGEST = 12  # tokens of a noun phrase
_APPOSITION = 24
_CLAUSE = 60  # tokens of a clause before its verb


def oblique(word: str, speaking: Speaking) -> bool:
    """Whether a word has an ending that no subject has."""
    return len(word) > 3 and word.endswith(speaking.oblique) and not word.endswith("атташе")


def verbal(word: str, speaking: Speaking) -> bool:
    """Whether a word looks like a finite verb."""
    return len(word) > 4 and word.endswith(speaking.verbal)


def idle(word: str, speaking: Speaking) -> bool:
    """Whether a word may stand between a verb and its subject: an adverb, or a pronoun for the hearer."""
    return word in speaking.adverbs or word in speaking.hearers


def after_verb(one: Paragraph, at: int, end: int, speaking: Speaking) -> Place | None:
    """The subject that follows a verb: заявил на брифинге в Минске пресс-секретарь Песков."""
    words = one.words
    k = at
    while k < end and k - at < _LONGEST:
        word = words[k]
        if idle(word, speaking) or (word == QUOTE and k == at):
            k += 1
        elif word in speaking.prepositions:
            k = past_phrase(one, k, end, speaking)
        elif oblique(word, speaking) and not one.capital[k] and k + 1 < end and words[k + 1] not in PUNCTUATION:
            k += 1
        else:
            break
    if k >= end or words[k] in PUNCTUATION or words[k] in speaking.conjunctions or k - at >= _LONGEST:
        return None
    if words[k] in speaking.pronouns:
        return k, _of_several(one, k, end)
    stop = _phrase_end(one, k, end, speaking)
    stop = next((n for n in range(k + 1, stop) if _hearer(one, n)), stop)
    return (k, stop) if stop > k else None


def _hearer(one: Paragraph, at: int) -> bool:
    """Whether a name in the dative stands after one that is in none: сказал Лукашенко [Путину]."""
    both = one.capital[at] and one.capital[at - 1]
    return both and one.words[at].endswith(_DATIVE) and not one.words[at - 1].endswith(_DATIVE)


def _phrase_end(one: Paragraph, at: int, end: int, speaking: Speaking) -> int:
    """End of a noun phrase: at punctuation, a preposition, a verb; names in quotation marks belong to it."""
    words = one.words
    k = at
    while k < end and k - at < _LONGEST:
        word = words[k]
        if word == QUOTE and k > at and one.stops[k] - one.starts[k] < 40:
            k += 1
            continue
        stops = word in PUNCTUATION or word in speaking.prepositions or word in speaking.conjunctions
        if stops or (k > at and (idle(word, speaking) or speaking.verb(word) or verbal(word, speaking))):
            break
        k += 1
    return k


def _of_several(one: Paragraph, at: int, end: int) -> int:
    """End of a pronoun with those it is one of: один из ректоров."""
    words = one.words
    if at + 2 < end and words[at + 1] in {"из", "з", "із"} and words[at + 2] not in PUNCTUATION:
        return at + 3
    return at + 1


def past_phrase(one: Paragraph, at: int, end: int, speaking: Speaking) -> int:
    """End of a phrase that a preposition opens: в интервью «МК», на брифинге, со ссылкой на данные."""
    words = one.words
    k = at + 1
    while k < end and k - at < 4 and words[k] not in PUNCTUATION and adjective(words[k], speaking):
        k += 1
    if k < end and words[k] not in PUNCTUATION:
        k += 1
    if k < end and words[k] == QUOTE and one.stops[k] - one.starts[k] < 40:
        k += 1
    return k


def adjective(word: str, speaking: Speaking) -> bool:
    """Whether a word in an oblique case looks like an adjective or a number: прошлую, прямом, 15."""
    if word.isdigit() or word in _OWN or word[-3:] in _LONG_ENDINGS:
        return True
    return len(word) > 4 and word[-2:] in _SHORT_ENDINGS


def before_verb(one: Paragraph, begin: int, at: int, speaking: Speaking) -> Place | None:
    """The subject that stands before a verb in its clause: Так, министр труда Максим Топилин вчера заявил."""
    words = one.words
    stop = at
    while stop > begin and (words[stop - 1] in speaking.adverbs or words[stop - 1] in speaking.hearers):
        stop -= 1
    if stop > begin and words[stop - 1] == ",":
        return _over_apposition(one, begin, stop - 1, speaking)
    start = clause_start(one, begin, stop, speaking)
    return _within(one, start, stop, speaking)


def clause_start(one: Paragraph, begin: int, at: int, speaking: Speaking) -> int:
    """First token of the clause that a place stands in, at most `_CLAUSE` tokens before it."""
    words = one.words
    begin = max(begin, at - _CLAUSE)
    k = at
    while k > begin and (words[k - 1] not in PUNCTUATION or words[k - 1] == QUOTE):
        only = k - 2 >= begin and words[k - 2] in {"только", "толькі"}
        if words[k - 1] in speaking.conjunctions and words[k - 1] not in {"и", "і", "или", "ці"} and not only:
            break
        k -= 1
    return k


def _within(one: Paragraph, start: int, stop: int, speaking: Speaking) -> Place | None:
    """The noun phrase of a stretch of words that holds the subject, adverbial phrases around it left out."""
    words = one.words
    k = start
    while k < stop:
        word = words[k]
        if word in speaking.pronouns and not (word in speaking.adverbs and k + 1 < stop):
            return k, _of_several(one, k, stop)
        if word in speaking.openers or idle(word, speaking) or word in PUNCTUATION:
            k += 1
        elif word in speaking.prepositions:
            k = past_phrase(one, k, stop, speaking)
            while k < stop - 1 and not one.capital[k] and oblique(words[k], speaking):
                k += 1
        else:
            break
    last = _last_of_subject(one, k, stop, speaking)
    if last <= k or verbal(words[k], speaking):
        return None
    alone = last - k == 1 and oblique(words[k], speaking) and not one.capital[k]
    return None if alone else (k, last)


def _last_of_subject(one: Paragraph, start: int, stop: int, speaking: Speaking) -> int:
    """Where a subject that begins here ends: before an adverb, a verb, or a phrase that is no part of it."""
    words = one.words
    last = start
    while last < stop and last - start < _LONGEST:
        word = words[last]
        if word in speaking.adverbs or (last > start and verbal(word, speaking)) or word in {"—", "–"}:
            break
        if word in speaking.prepositions and last > start:
            near = word in _AT and last + 2 == stop and one.capital[last + 1]
            return stop if near else last  # эксперты в Киеве
        last += 1
    return last


def _over_apposition(one: Paragraph, begin: int, comma: int, speaking: Speaking) -> Place | None:
    """The subject before «, председатель общества, », with it."""
    words = one.words
    k = comma - 1
    while k > begin and words[k] != "," and comma - k < _APPOSITION and words[k] != QUOTE:
        k -= 1
    if k <= begin or words[k] != ",":
        return None
    who = _within(one, clause_start(one, begin, k, speaking), k, speaking)
    if who is None:
        return None
    after = words[k + 1]
    plain = after in speaking.prepositions or after in speaking.relatives or after in speaking.conjunctions
    plain = plain or verbal(after, speaking) or after.endswith(("я", "в", "вши", "ючы", "ячы", "ўшы"))
    return (who[0], k) if plain else (who[0], comma)


def first_subject(one: Paragraph, begin: int, at: int, speaking: Speaking) -> Place | None:
    """The subject of a sentence, for its second verb: Государь улыбнулся и сказал."""
    words = one.words
    comma = next((n for n in range(begin, at) if words[n] in PUNCTUATION and words[n] != QUOTE), at)
    return _within(one, begin, comma, speaking)


def collective(one: Paragraph, begin: int, end: int, at: int, speaking: Speaking) -> Place | None:
    """An institution named by its place beside a verb without a subject: в МИД сообщили, как сообщили в Кремле."""
    words = one.words
    for k in range(at + 1, min(end, at + 6)):
        if words[k] in PUNCTUATION:
            break
        if words[k] in _AT:
            stop = k + 1
            while stop < end and stop - k < 9 and words[stop] not in PUNCTUATION - {QUOTE} and words[stop] not in _FROM:
                if words[stop] in speaking.conjunctions and words[stop] not in {"и", "і"}:
                    break
                stop += 1
            return (k + 1, stop) if stop > k + 1 else None
    start = clause_start(one, begin, at, speaking)
    for k in range(start, at):
        if words[k] in _AT and k + 1 < at:
            stop = at
            while stop > k + 1 and (words[stop - 1] in speaking.adverbs or words[stop - 1] in speaking.hearers):
                stop -= 1
            return (k + 1, stop) if stop > k + 1 else None
    return None


_LONG_ENDINGS = frozenset(listed("ого его ому ему ыми ими ага яга аму яму ымі імі"))
_SHORT_ENDINGS = frozenset(listed("ой ую юю ых их іх ом ым ай ей"))
_OWN = frozenset({"свое", "своем", "этом", "это", "том", "той", "свой", "сваім", "гэтым", "гэты", "тым"})
_DATIVE = ("у", "ю")
_AT = frozenset({"в", "во", "у", "ў"})
_FROM = frozenset({"со", "на", "для", "по", "з", "са"})
