"""Quotations that hold their own cue between dashes, as Russian and Belarusian print them.

«Визит окончен, — сказал Песков. — Мы уезжаем»: the words before and after the cue are the speaker's, the cue is not.
"""

from overtone.read.speech.found import Found
from overtone.read.speech.free_nouns import after_verb, before_verb
from overtone.read.speech.layout import Paragraph, inner
from overtone.read.speech.nouns import PUNCTUATION
from overtone.read.speech.quoting import DASHES, Reading

_STOPS = frozenset(",.!?…")
_FAR = 16  # tokens from the dash to the end of the cue


def inside_quote(state: Reading, begin: int, end: int, at: int) -> Found | None:
    """The attribution of a quotation that is broken by its cue within its marks; None where it holds none."""
    one = state.one
    start, stop = one.starts[at], one.stops[at]
    if not any(dash in one.text[start:stop] for dash in DASHES):
        return None
    within = inner(one, at)
    for dash in range(1, len(within.words) - 1):
        if within.words[dash] in DASHES and within.words[dash - 1] in _STOPS:
            item = _cue(state, within, dash)
            if item is not None:
                item.content.insert(0, (start, within.stops[dash - 2] if dash > 1 else start + 1))
                _rest(within, item, stop)
                item.quoted = list(item.content)
                state.quotes.add(at)
                state.reach = at + 1
                return item
    return None


def _cue(state: Reading, within: Paragraph, dash: int) -> Found | None:
    """Cue and source right after a dash: — сказал Песков; — Песков добавил."""
    words = within.words
    end = next((n for n in range(dash + 1, len(words)) if words[n] in PUNCTUATION - {","}), len(words))
    if end - dash > _FAR:
        return None
    verb = next((n for n in range(dash + 1, end) if words[n] in state.speaking.says), -1)
    if verb < 0 or verb > dash + 4:
        return None
    who = after_verb(within, verb + 1, end, state.speaking) or before_verb(within, dash + 1, verb, state.speaking)
    if who is None:
        return None
    return Found(
        "cue_inside_quote",
        source=[(within.starts[who[0]], within.stops[who[1] - 1])],
        cue=[(within.starts[verb], within.stops[verb])],
    )


def _rest(within: Paragraph, item: Found, stop: int) -> None:
    """Add what follows the cue behind a second dash."""
    reach = max(item.cue[0][1], item.source[0][1])
    for n, word in enumerate(within.words):
        if within.starts[n] >= reach and word in DASHES and n + 1 < len(within.words):
            item.content.append((within.starts[n + 1], stop))
            return
        if within.starts[n] >= reach + 60:
            return
