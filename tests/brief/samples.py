"""Slots to fill every phrase with, and the sentences that come of it."""

from collections.abc import Iterator
from functools import cache

from overtone.brief.phrases import Phrases, Writer, load, slots_of
from overtone.brief.wording import Wording
from overtone.language import LANGUAGES, language
from overtone.records import Slot
from tests.build import desk

QUOTE = "It was said ... so, у Маскве и не «так».. Or"  # nothing in it may be touched, and it ends without a stop

# Slot → kind and values, the first one plain, the others what the language must get right.
SLOTS: dict[str, tuple[str, tuple[str, ...]]] = {
    "parties": ("actor", ("lukashenko,putin", "lukashenko,putin,tokayev")),
    "pair": ("actor", ("lukashenko,putin",)),
    "silent": ("actor", ("tokayev", "tokayev,rahmon")),
    "actor": ("actor", ("lukashenko", "zakharova", "putin,lukashenko")),
    "office": ("office", ("by-president",)),
    "place": ("place", ("sochi", "st-petersburg", "minsk")),
    "date": ("date", ("2022-05-16", "2021-12-29")),
    "published": ("date", ("2022-05-17",)),
    "topic": ("topic", ("nato", "ukraine-war", "sanctions")),
    "first": ("topic", ("nato",)),
    "second": ("topic", ("csto",)),
    "target": ("topic", ("nato", "ua", "csto")),
    "theme": ("theme", ("belarus-russia",)),
    "event": ("event", ("csto-summit-2022-05-16",)),
    "rule": ("rule", ("bilateral-talks",)),
    "source": ("source", ("diary",)),
    "bloc": ("bloc", ("csto",)),
    "states": ("state", ("by", "by,ru,kz")),
    "resolution": ("word", ("ES-11/1",)),
    "publisher": ("word", ("Kommersant",)),
    "year": ("word", ("2022",)),
    "time": ("word", ("12:00",)),
    "quote": ("quote", (QUOTE,)),
    "share": ("share", ("0.264",)),
    "usual": ("share", ("0.06",)),
    "leader": ("actor", ("lukashenko", "zakharova")),
    "follower": ("actor", ("putin", "zakharova")),
    "other": ("actor", ("tokayev",)),
    "weight": ("number", ("46.2", "3")),
    "most": ("signed", ("0.42",)),
    "least": ("signed", ("-0.31",)),
    "anchor": ("state", ("us",)),
    "pole": ("state", ("pl", "us")),
    "far": ("state", ("by",)),
    "ratio": ("number", ("2.31",)),
    "p": ("number", ("0.02",)),
    "expected": ("number", ("4.2",)),
    "origin": ("actor", ("zakharova", "lukashenko", "csto-secretariat")),
    "earlier": ("actor", ("lukashenko", "zakharova")),
    "later": ("actor", ("makei",)),
    "who": ("party", ("putin", "by", "putin,lukashenko", "csto")),
    "by": ("word", ("Belarus in Focus",)),
    "earlier_on": ("date", ("2022-05-05",)),
    "later_on": ("date", ("2022-05-16",)),
    "until": ("date", ("2022-06-16",)),
    "due": ("date", ("2022-12-31",)),
    "seen": ("share", ("0.86",)),
    "share_before": ("share", ("0.18",)),
    "chance": ("likelihood", ("0.62", "0.08")),
    "score": ("number", ("0.144",)),
    "base": ("number", ("0.25",)),
    "reason": ("reason", ("selected-source", "no-data", "too-few-occasions", "source-not-seen", "no-baseline")),
    "variety": ("variety", ("denial-of-report", "surface-contradiction")),
    "measure": ("measure", ("echo", "translation-echo")),
    "ordinals": ("ordinals", ("bilateral-talks=5;in-person=7", "bilateral-talks=;in-person=7;with-phone-and-video=12")),
    "question": ("names", ("What is it for?\x1fДля чего это?\x1fНавошта гэта?",)),
    "answer": ("names", ("It guards the border.\x1fОна охраняет границу.\x1fЯна ахоўвае мяжу.",)),
    "indicator": ("names", ("troops arrive\x1fвойска прибывают\x1fвойскі прыбываюць",)),
    "contest": ("names", ("What it is for\x1fДля чего это\x1fНавошта гэта",)),
    "hypothesis": ("names", ("to guard the border\x1fдля охраны границы\x1fдля аховы мяжы",)),
    "forecast": ("names", ("Putin comes to Minsk\x1fПутин приедет в Минск\x1fПуцін прыедзе ў Мінск",)),
    "other": ("actor", ("putin",)),
    "named": ("actor", ("tokayev", "zakharova", "tokayev,rahmon")),
    "sources": ("source", ("diary",)),
    "most": ("share", ("0.31",)),
    "when": ("date", ("2022-05-16",)),
}
COUNTS = ("1", "2", "5", "11", "21", "22", "1204")
# Names that hold a share in one phrase and a count or a number in another: what kind the phrase's findings give.
SHARES = (
    "week-discussed",
    "week-discussed-usual",
    "portrait-topic",
    "portrait-profile",
    "portrait-share",
    "portrait-share-usual",
)
NUMBERS = ("verdict",)
TWOFOLD = ("low", "high")


@cache
def phrases(lang: str) -> Phrases:
    """The phrase file of a language."""
    return load(lang)


@cache
def writer(lang: str, year: int = 2022) -> Writer:
    """What fills the phrases of a language."""
    tongue = language(lang)
    return Writer(tongue, Wording(tongue=tongue, registry=desk(), year=year, grammar=phrases(lang).grammar))


def slot(name: str, key: str, turn: int = 0) -> Slot:
    """A plausible slot for a phrase."""
    if name in TWOFOLD and key in SHARES:
        return Slot(name=name, kind="share", value="0.16")
    if name in TWOFOLD and key.startswith(NUMBERS):
        return Slot(name=name, kind="number", value="1.4")
    kind, values = SLOTS.get(name, ("count", COUNTS))
    return Slot(name=name, kind=kind, value=values[turn % len(values)])


def written(key: str, lang: str, turn: int = 0) -> str:
    """The phrase with plausible slots; `turn` chooses among their values."""
    phrase = phrases(lang).sentence(key)
    return writer(lang).fill(phrase, tuple(slot(name, key, turn) for name in sorted(slots_of(phrase))))


def every(turns: int = 7) -> Iterator[tuple[str, str, int]]:
    """Key, language and turn of every sentence to be tried."""
    for lang in LANGUAGES:
        for key in phrases(lang).sentences:
            for turn in range(turns):
                yield key, lang, turn
