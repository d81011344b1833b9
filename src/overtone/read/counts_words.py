"""The words by which a text counts contacts: "their eighth meeting", «встреча стала девятой», «сустракаліся двойчы».

Patterns of the three languages stand side by side, as in `encounter_cues`. Numbers in words are the language's own.
"""

import re
from functools import lru_cache

from overtone.language import language
from overtone.language.dating import alternatives

NOUNS = {
    "call": r"(?:tele)?phone (?:call|conversation|talk)s?|calls?|звон\w{1,3}|телефонн\w+ (?:разговор|бесед)\w*|"
    r"тэлефонн\w+ размо\w+|званк\w+",
    "summit": r"summits?|саммит\w*|саміт\w*",
    "visit": r"visits?|trips?|визит\w*|поездк\w+|приезд\w*|візіт\w*|паездк\w+|прыезд\w*",
    "meeting": r"meetings?|encounters?|face-to-face|talks|conversations?|negotiations|get-togethers?|"
    r"встреч\w*|переговор\w*|разговор\w*|бесед\w*|контакт\w*|сустрэч\w*|перагавор\w*|перамов\w*|размо[вў]\w*|"
    r"гутар\w*|спатканн\w*",
}
NOUN = "|".join(f"(?P<{kind}>{words})" for kind, words in NOUNS.items())
_VERBS = {
    "call": r"(?:spoken|spoke|talked) (?:by|on the) (?:tele)?phone|phoned|созванива\w+|созвонил\w+|тэлефанава\w+",
    "visit": r"visited|travell?ed to|приезжал\w*|приехал\w*|посетил\w*|посещал\w*|прилетал\w*|побывал\w*|"
    r"прыязджа\w+|прыеха\w+|наведа\w+|прылята\w+|быва[лў]\w*",
    "meeting": r"met|meet|meets|meeting|seen|(?:spoken|spoke|talked)(?!\s+(?:about|of|in|at)\b)|"
    r"встреча\w+|встретил\w*|видел\w+|вид[яи]тся|"
    r"увидел\w+|беседовал\w*|говорил\w*(?!\s+(?:об?|про|что|в)\b)|сустрака\w+|сустрэл\w+|бачы[лў]\w*|"
    r"размаўля\w+|гутары\w+",
}
VERB = "|".join(f"(?P<{kind}>{words})" for kind, words in _VERBS.items())
_BECAME = (
    r"was|is|became|will be|would be|has been|counted as|called|назвал\w*|названа?|стал[аои]?|станет|будет|была?|"
    r"считает\w*|оказал\w+|назва[ўл]\w*|стала?|стане|будзе|была|лічыцца|аказа\w+"
)
LINKED = re.compile(  # whose contact it is, where no period is told
    r"\b(?:their|his|her|our|the two|both|bilateral|between|of the (?:two )?(?:presidents|leaders)|их|его|наш\w*|двух|"
    r"обоих|между|лидеров|президентов|политиков|іх|яго|двух|абодвух|паміж|лідараў|прэзідэнтаў|палітыкаў)\b",
    re.IGNORECASE,
)
NOT_COUNTED = re.compile(  # bodies number their sessions, rounds and days; nobody counts contacts by them
    r"\b(?:round|session|day|part|stage|phase|half|quarter|plenary|раунд\w*|сесси\w*|заседани\w*|день|этап\w*|част\w+|"
    r"половин\w+|сесі\w+|пасяджэнн\w*|дзень|частк\w+|палов\w+|reading|чтени\w+|чытанн\w+|world|мировой|сусветн\w+)\b",
    re.IGNORECASE,
)
COUNTING = re.compile(  # somebody counts: a total needs no period then
    r"\b(?:counts?|counted|tally|tallied|в общей сложности|всего|подсчитал\w*|насчитал\w*|налічы[лў]\w*|падлічы[лў]\w*|"
    r"усяго)\b",
    re.IGNORECASE,
)
_GAP = r"(?:[\w’'-]+\s+){0,4}?"
_FIGURES = r"\d{1,3}(?:st|nd|rd|th|[-‑](?:я|й|ю|е|ой|ая|го|му|ую|га|ай|ы))"
_TIMES = r"times|раза?|разоў|разы"
_ONCE = re.compile(
    rf"(?P<first>for\s+the\s+first\s+time|впервые|упершыню|ўпершыню|першы\s+раз|первый\s+раз)\b(?=[^.;]{{0,90}}?\b(?:{NOUN})\b)?",
    re.IGNORECASE,
)


@lru_cache(maxsize=8)
def ordinal_of(lang: str) -> tuple[re.Pattern[str], ...]:
    """Where a contact is numbered: the number before its noun, behind it, or "for the eighth time"."""
    number = rf"(?P<ordinal>{_FIGURES}|{alternatives(language(lang).ordinals)})"
    patterns = (
        rf"\b{number}\s+(?P<gap>{_GAP})(?:{NOUN})\b",
        rf"\b(?:{NOUN})\b(?P<gap>[^.;!?]{{0,90}}?)\b(?:{_BECAME})\s+(?P<whose>their|his|the|our|уже|іх|ужо)?\s*{number}\b",
        rf"\bfor\s+the\s+{number}\s+time\b",
        rf"\b[вуў]\s+{number}\s+раз\b",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


@lru_cache(maxsize=8)
def total_of(lang: str) -> tuple[re.Pattern[str], ...]:
    """Where contacts are summed: "met eight times", «восемь встреч»."""
    number = rf"(?P<number>\d{{1,3}}|{alternatives(language(lang).cardinals)})"
    patterns = (
        rf"\b(?:{VERB})\b[^.;!?]{{0,60}}?\b{number}\s+(?:{_TIMES})\b",
        rf"\b{number}\s+(?:{_TIMES})\s+(?:\w+\s+){{0,2}}?(?:{VERB})\b",
        rf"\b{number}\s+(?P<gap>(?:[\w’'–-]+\s+){{0,3}}?)(?:{NOUN})\b",
        r"\b(?:" + VERB + r")\b[^.;!?]{0,40}?\b(?P<number>twice|thrice|дважды|трижды|двойчы|тройчы)\b",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


FIRST_TIME = _ONCE
CONTACT = re.compile(
    rf"\b(?:{VERB})\b|\b(?:{re.sub(r'[?]P<(?:call|summit|visit|meeting)>', '?:', NOUN)})\b", re.IGNORECASE
)
KINDS = ("call", "summit", "visit", "meeting")
