"""Noun phrases beside a verb, walked token by token: the subject to its left, the subject to its right.

No parser: a phrase ends at punctuation, a conjunction, an auxiliary or a determiner. Each walk has a bound, so time
stays linear. Not for free word order.
"""

from overtone.language.speaking import Speaking
from overtone.read.speech.layout import QUOTE, Paragraph

PUNCTUATION = frozenset(',.;:—–-()[]!?…/*|•"“”«»„') | {"...", "....", "..", QUOTE}
_LONGEST = 14  # tokens of a noun phrase
_APPOSITION = 28  # tokens between the commas of an apposition


def group_start(one: Paragraph, begin: int, at: int, speaking: Speaking) -> int:
    """First token of the verb group that ends with the verb at `at`: "has also repeatedly said"."""
    words = one.words
    j = at
    while j > begin:
        word = words[j - 1]
        if not (word in speaking.auxiliaries or is_adverb(word, speaking)):
            break
        j -= 1
    return j


def is_adverb(word: str, speaking: Speaking) -> bool:
    """Whether a word may stand between subject and verb."""
    return word in speaking.adverbs or (word.endswith("ly") and len(word) > 4)


def subject(one: Paragraph, begin: int, group: int, speaking: Speaking) -> tuple[int, int] | None:
    """Token range of the subject that ends right before a verb group; None where there is none to be seen."""
    words = one.words
    j = group - 1
    if j < begin:
        return None
    if words[j] == ",":
        return _over_apposition(one, begin, j, speaking)
    if words[j] == ")":
        return _over_bracket(one, begin, j, speaking)
    if words[j] in speaking.pronouns or words[j] in speaking.relatives:
        return j, group
    first = left_noun(one, begin, j, speaking)
    if first is None:
        return None
    return _lengthened(one, begin, (first, group), speaking) or (first, group)


def _lengthened(one: Paragraph, begin: int, noun: tuple[int, int], speaking: Speaking) -> tuple[int, int] | None:
    """The longer subject that a noun before the verb is only the end of; None where it stands alone."""
    words = one.words
    first, group = noun
    if first - 1 > begin and words[first - 1] == "to":  # a source speaking to the channel said
        return main_subject(one, begin, first - 1, speaking)
    if first - 1 > begin and words[first - 1] == "," and words[first - 2] != QUOTE:
        longer = _before_name(one, begin, first, speaking)
        return None if longer is None else (longer, group)
    return None


def _over_bracket(one: Paragraph, begin: int, last: int, speaking: Speaking) -> tuple[int, int] | None:
    """The subject before a short bracket, with it: Chris Collins (R-NY)."""
    k = last
    while k > begin and one.words[k] != "(" and last - k < 8:
        k -= 1
    first = left_noun(one, begin, k - 1, speaking) if k > begin else None
    return None if first is None else (first, last + 1)


def verb_like(one: Paragraph, begin: int, at: int, speaking: Speaking) -> bool:
    """Whether a word that may be noun or verb ("reports", "claim", "calls") stands here as a verb."""
    words = one.words
    word = words[at]
    if word not in speaking.nounlike:
        return True
    before = words[at - 1] if at > begin else ""
    if before in speaking.auxiliaries or before in speaking.pronouns or before in speaking.relatives:
        return before not in speaking.determiners or before in {"one", "both"}
    if not before or before in PUNCTUATION or before in speaking.determiners or before.endswith(("'s", "s'", "'")):
        return False
    if word.endswith("s") and not word.endswith("ss"):
        return one.capital[at - 1] or is_adverb(before, speaking) or not before.endswith("s")
    return (before.endswith("s") and before not in speaking.prepositions) or before in {"people", "men", "women"}


def main_subject(one: Paragraph, begin: int, stop: int, speaking: Speaking) -> tuple[int, int] | None:
    """The subject of the sentence whose verb stands before `stop`: for participles and second verbs."""
    start = begin
    for _ in range(4):  # adverbial phrases before the subject: "Hours later, in Minsk, Lavrov …"
        if start >= stop or one.words[start] in PUNCTUATION:
            return None
        stays = None if _adverbial(one, start, speaking) else _clause_subject(one, start, stop, speaking)
        if stays is not None:
            return stays
        comma = next((n for n in range(start, min(stop, start + 25)) if one.words[n] == ","), -1)
        if comma < 0:
            return None
        start = comma + 1
    return None


def _adverbial(one: Paragraph, start: int, speaking: Speaking) -> bool:
    """Whether a phrase that begins here tells when, where or on what account."""
    word = one.words[start]
    opens = word in speaking.prepositions or word in speaking.conjunctions or is_adverb(word, speaking)
    return opens or word in speaking.adjuncts - speaking.determiners or word.endswith(("ing", "ed"))


def _clause_subject(one: Paragraph, start: int, stop: int, speaking: Speaking) -> tuple[int, int] | None:
    words = one.words
    if words[start] in speaking.pronouns:
        return start, start + 1
    named = False
    for k in range(start, min(stop, start + _LONGEST)):
        word = words[k]
        verb = word in speaking.auxiliaries or word.endswith("ed") or word in speaking.says or word in speaking.tells
        lower = not one.capital[k] and word not in speaking.prepositions and word not in speaking.determiners
        if is_adverb(word, speaking) and k + 1 < stop and words[k + 1] == ",":
            return None
        if word == "," and not (named or words[start] in speaking.determiners):
            return None
        if word in PUNCTUATION or word in speaking.conjunctions or is_adverb(word, speaking):
            return (start, k) if k > start else None
        if k > start and (verb or (named and lower)):
            return start, k
        named = one.capital[k] and word not in speaking.determiners
    return None


def _before_name(one: Paragraph, begin: int, first: int, speaking: Speaking) -> int | None:
    """ "Another friend, Mariam Emara told": the words before the comma name the same person."""
    words = one.words
    k = first - 2
    if not one.capital[first] or k < begin or words[k] in PUNCTUATION:
        return None
    start = left_noun(one, begin, k, speaking)
    if start is None or not (start == begin or words[start - 1] in {QUOTE, ","}):
        return None
    return start if words[start] in speaking.determiners - {"the"} and k - start < 5 else None


def _over_apposition(one: Paragraph, begin: int, comma: int, speaking: Speaking) -> tuple[int, int] | None:
    """The subject before ", a doctor," or ", who was there,": with it, where it tells who that is."""
    words = one.words
    k = comma - 1
    while k > begin and words[k] != "," and comma - k < _APPOSITION and words[k] != QUOTE:
        k -= 1
    if k <= begin or words[k] != ",":
        return None
    if k - 3 > begin and words[k - 2] == ",":  # "Marley Anderson, 21, a junior from Las Vegas, said"
        k -= 2
    after = words[k + 1]
    plain = after in speaking.prepositions or after.endswith("ing") or after in speaking.conjunctions - {"who"}
    first = k - 1 if words[k - 1] in speaking.pronouns else left_noun(one, begin, k - 1, speaking)
    if first is None:
        return None
    return first, (k if plain else comma)


def left_noun(one: Paragraph, begin: int, last: int, speaking: Speaking) -> int | None:
    """First token of the noun phrase that ends with a token; None where that is no noun."""
    words = one.words
    word = words[last]
    if word in PUNCTUATION or word in speaking.conjunctions or word in speaking.prepositions:
        return None
    j = last
    while j > begin and last - j < _LONGEST:
        before = words[j - 1]
        if before in PUNCTUATION or before in speaking.auxiliaries or before in speaking.conjunctions:
            break
        if words[j] in speaking.determiners and before not in speaking.prepositions:
            break
        if before in speaking.says or before in speaking.tells:
            break
        j -= 1
    while j < last and (words[j] in speaking.prepositions or is_adverb(words[j], speaking)):
        j += 1
    if j == last and (words[j] in speaking.determiners or words[j].endswith(("'s", "s'"))):
        return None
    return j


def right_noun(one: Paragraph, at: int, end: int, speaking: Speaking) -> int:
    """End of the noun phrase that begins with a token; the token itself where that begins none."""
    words = one.words
    if at >= end:
        return at
    if words[at] in speaking.pronouns:
        return at + 1
    k = at
    while k < end and k - at < _LONGEST:
        word = words[k]
        if word in PUNCTUATION or word in speaking.conjunctions:
            break
        if word in speaking.adjuncts and (k > at or word not in speaking.determiners):
            break
        k += 1
    if k < end and k > at and words[k] == "(" and k + 2 < end:
        k = _bracket(words, k, end)
    return k


def _bracket(words: list[str], k: int, end: int) -> int:
    """End of a short bracket: "(R-Texas)"."""
    for n in range(k + 1, min(end, k + 6)):
        if words[n] == ")":
            return n + 1
    return k
