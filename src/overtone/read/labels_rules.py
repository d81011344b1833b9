"""Is it a speaker label? Small named rules in a visible order, first verdict wins.

A label is known by its shape (a name, a title and a name, a role word) and by how it behaves in its document: it
stands behind a sentence end, comes back, is long first and short later. No list of people is needed; names that the
registry knows only add certainty.
"""

import re
from collections.abc import Callable

from overtone.read.labels import Candidate, is_initial, is_name_word, name_key, title_start
from overtone.read.labels_scene import (
    FIRM,
    LONGEST,
    ROLES,
    Scene,
    all_names,
    cut_before,
    first_word,
    has_head,
    opens_speech,
)
from overtone.read.labels_words import (
    CAPITAL_TITLES,
    COLLECTIVES,
    CONNECTORS,
    ENLARGERS,
    HEADINGS,
    HEADS,
    OPENERS,
    OUTLETS,
    SPEECH,
    STAMPS,
    STANDALONE,
)

Verdict = bool | None  # True: a label; False: none; None: the next rule decides

_BARE_NAME = re.compile(r"[^\W\d_][\w’'-]+(?: [A-ZА-ЯЁІЎ][\w.’'-]*){1,3}[.;](?:\s|$)")
_LEANING = CONNECTORS | {"by", "as", "like", "said", "quote", "quoted", "asked", "told", "quoting"}
_INITIALED = re.compile(r"(?:[^\W\d_][^\W\d_]?\.[ -]?){1,3}[^\W\d_][\w’'‑-]{2,}\Z")


def nothing_follows(c: Candidate, s: Scene) -> Verdict:
    """A label at the very end has nothing to give to anybody."""
    return False if not c.follows else None


def stamp_or_too_long(c: Candidate, s: Scene) -> Verdict:
    """Closing times, addressees in capitals, and stretches no label fills."""
    if len(c.tokens) > LONGEST or c.tokens[0] in STAMPS:
        return False
    return None


def role_word(c: Candidate, s: Scene) -> Verdict:
    """ "Question:", «Реплика:», "Question from Izhevsk:", "MODERATOR:", and the lone "Q" of press briefings."""
    if c.border not in FIRM or c.first not in ROLES:
        return None
    if c.tokens == ("Q",):
        return True
    short = len(c.tokens) == 1 or (len(c.tokens) <= 8 and not any(t in SPEECH for t in c.tokens[1:]))
    return True if short and c.tokens[0][0].isupper() and opens_speech(c) else None


def capitals(c: Candidate, s: Scene) -> Verdict:
    """ "MS. PSAKI:", "THE PRESIDENT:", "PRESIDENT LÓPEZ OBRADOR:", "VLADIMIR PUTIN:" """
    if not c.printed.isupper() or c.border not in FIRM or sum(map(str.isalpha, c.printed)) < 3:
        return None
    if any(t in STAMPS for t in c.tokens) or any(map(str.isdigit, c.printed)):
        return False
    if c.tokens[0].strip(".") in CAPITAL_TITLES or len(c.tokens) > 1 or s.seen[c.key] > 1:
        return True if len(c.tokens) > 1 or c.tokens[0] in CAPITAL_TITLES else None
    return None


def hover_text(c: Candidate, s: Scene) -> Verdict:
    """The page glued its hover text on: "… Alexander Lukashenko Lukashenko AlexanderPresident of Belarus:"."""
    return True if c.hover and len(c.tokens) > c.name_at and is_name_word(c.tokens[-1]) else None


def inside_speech(c: Candidate, s: Scene) -> Verdict:
    """Verbs, pronouns and opening words: the colon is the speaker's own."""
    if is_headed_at_mark(c):
        return None
    words = {t for t in c.tokens if t[0].islower()}
    if words & SPEECH or first_word(c) in SPEECH:
        return False
    if is_initial(c.tokens[0]) or (first_word(c) in ENLARGERS and has_head(c.tokens[1:])):
        return None
    return False if first_word(c) in OPENERS else None


def is_headed_at_mark(c: Candidate) -> bool:
    """A heading in front of the label, right behind the start or a row of asterisks."""
    return c.border in ("start", "mark", "line") and first_word(c) in HEADINGS and c.name_at < len(c.tokens)


def no_speech_behind(c: Candidate, s: Scene) -> Verdict:
    """What follows goes on in lower case, so the sentence does too; minutes in note form put it behind full names."""
    return None if opens_speech(c) or _is_repeated_or_known(c, s) else False


def _is_repeated_or_known(c: Candidate, s: Scene) -> bool:
    return c.name_at == 0 and c.border in FIRM and (s.known(c.printed) or (s.seen[c.key] > 1 and all_names(c.tokens)))


def place_name(c: Candidate, s: Scene) -> Verdict:
    """A state or organisation by itself, or an abstract noun with a capital, does not speak."""
    if c.name_at == 0 and (s.place(c.printed) or any(t.casefold() in COLLECTIVES for t in c.tokens)):
        return False
    return False if c.name_at == 0 and s.place(c.tokens[-1]) and not s.known(c.printed) else None


def weak_border(c: Candidate, s: Scene) -> Verdict:
    """No sentence ended before: only a name that is sure elsewhere may stand here."""
    return None if c.border in FIRM else False


def registry_name(c: Candidate, s: Scene) -> Verdict:
    """A name the registry knows, alone or behind a title."""
    return True if c.name_at < len(c.tokens) and _known_tail(c, s) and _title_like(c) else None


def _known_tail(c: Candidate, s: Scene) -> bool:
    return any(s.known(" ".join(c.tokens[at:])) for at in range(max(0, c.name_at - 2), len(c.tokens)))


def _title_like(c: Candidate) -> bool:
    before = c.tokens[: c.name_at]
    return all(t[0].isupper() or t.casefold() in CONNECTORS or t.casefold() in HEADS for t in before) or has_head(
        before
    )


def list_of_names(c: Candidate, s: Scene) -> Verdict:
    """ "Minister of Sport: Pavel Kolobkov." – an office and who holds it, not who speaks."""
    if s.seen[c.key] or s.known(c.name) or not has_head(c.tokens):
        return None
    found = _BARE_NAME.match(c.ahead)
    return False if found and not has_head(found.group().split()) else None


def title_and_name(c: Candidate, s: Scene) -> Verdict:
    """ "President of Kazakhstan Nursultan Nazarbayev:", "chairman of the board …:", "Patriarch Kirill:"."""
    before = c.tokens[: c.name_at]
    if not before or c.name_at == len(c.tokens) or not has_head(before):
        return None
    if before[-1].casefold() in CONNECTORS:
        return True if c.tokens[0].casefold() in STANDALONE and is_name_word(c.tokens[1]) and len(before) > 2 else None
    return True if len(c.tokens) - c.name_at >= 2 or len(before) > 1 or before[-1].casefold() in HEADS else None


def name_and_occupation(c: Candidate, s: Scene) -> Verdict:
    """ "Anna Popova, Head of the Federal Service …:", "Name, Channel One:"."""
    name, comma, tail = c.printed.partition(",")
    if not comma or not all_names(name.split()) or s.place(name):
        return None
    return True if s.seen[name_key(name)] or has_head(tail.split()) or len(tail.split()) > 1 else None


def full_name(c: Candidate, s: Scene) -> Verdict:
    """Two to five words of name, and nothing else."""
    if c.name_at != 0 or not all_names(c.tokens):
        return None
    if s.seen[c.key] > 1 or c.border in ("mark", "stage") or (c.border == "start" and len(c.tokens) == 2):
        return True
    return None


def single_word(c: Candidate, s: Scene) -> Verdict:
    """One word is a label with initials («В.Путин»); the surname of a sure speaker is looked at again later."""
    if len(c.tokens) > 1:
        return None
    return _INITIALED.match(c.printed) is not None and c.border in FIRM


RULES: tuple[Callable[[Candidate, Scene], Verdict], ...] = (
    nothing_follows,
    stamp_or_too_long,
    role_word,
    capitals,
    hover_text,
    inside_speech,
    no_speech_behind,
    place_name,
    weak_border,
    list_of_names,
    registry_name,
    title_and_name,
    name_and_occupation,
    full_name,
    single_word,
)
DOUBTFUL = frozenset({"no_speech_behind", "weak_border", "stamp_or_too_long", "single_word", "inside_speech"})


def once_named(c: Candidate, s: Scene) -> Candidate | None:
    """A full name said once, in a document whose other labels are sure."""
    if not s.sure or c.border not in FIRM or c.name_at != 0 or not all_names(c.tokens):
        return None
    return c if opens_speech(c) or len(s.sure) > 1 else None


def sure_name_at_the_end(c: Candidate, s: Scene) -> Candidate | None:
    """A sure speaker's name right before the colon, though the words before it broke off without a full stop."""
    if not opens_speech(c):
        return None
    for at in range(max(0, len(c.tokens) - 5), len(c.tokens) - (len(c.tokens) > 1)):
        name = " ".join(c.tokens[at:])
        if not is_name_word(c.tokens[at]):
            continue
        if name_key(name) in s.sure or (s.known(name) and _title_before(c, at)):
            if at and c.tokens[at - 1].isalpha() and c.tokens[at - 1] in _LEANING:
                return None
            begin = title_start(c.tokens, at) if at and has_head(c.tokens[:at]) else at
            return cut_before(c, begin).named_from(at - begin)
    return None


def _title_before(c: Candidate, at: int) -> bool:
    return at > 0 and has_head(c.tokens[title_start(c.tokens, at) : at])


def surname_of_a_sure_speaker(c: Candidate, s: Scene) -> Candidate | None:
    """ "Putin:" in a document where "Vladimir Putin:" speaks."""
    if len(c.tokens) != 1 or c.border not in FIRM or not opens_speech(c) or len(c.printed) < 4:
        return None
    return c if any(key.endswith(c.key) for key in s.sure) else None


def title_never_heard(c: Candidate, s: Scene) -> Candidate | None:
    """An occupation no list has, in front of a full name: "Paramedic …", "Olympic medallist …"."""
    if c.border not in FIRM or not 0 < c.name_at < len(c.tokens) - 1 or len(c.tokens) > 16 or not opens_speech(c):
        return None
    if not s.sure or first_word(c).endswith("ing"):
        return None
    if not c.tokens[0][0].isupper() or any(t in SPEECH for t in c.tokens) or first_word(c) in OPENERS:
        return None
    tail = c.tokens[c.name_at :]
    return c if not any(t.casefold() in COLLECTIVES for t in tail) and not s.place(c.name) else None


def outlet(c: Candidate, s: Scene) -> Candidate | None:
    """A newspaper, agency or channel asks: «Агентство Рейтер:», "Rossiya TV channel:"."""
    short = s.sure and len(c.tokens) <= 6 and c.border in FIRM and opens_speech(c) and c.tokens[0][0].isupper()
    return (
        c
        if short and any(t.casefold().strip(",") in OUTLETS for t in c.tokens) and not set(c.tokens) & SPEECH
        else None
    )


LATE_RULES: tuple[Callable[[Candidate, Scene], Candidate | None], ...] = (
    once_named,
    sure_name_at_the_end,
    surname_of_a_sure_speaker,
    title_never_heard,
    outlet,
)
