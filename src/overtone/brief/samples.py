"""Plausible values for the slots of the phrases: what the review lists are filled with, and the tests try.

Institutions and office-holders are those of the desk that ships; the values are chosen for what they ask of a language.
"""

from overtone.brief.phrases import Phrases, Writer, slots_of
from overtone.brief.wording import Wording
from overtone.language import language
from overtone.records import Slot
from overtone.registry import Registry

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
    "total": ("count", ("21", "22", "25", "1204")),
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
    "named": ("actor", ("tokayev", "zakharova", "tokayev,rahmon")),
    "sources": ("source", ("diary",)),
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
    "candidate",
    "candidate-self",
)
NUMBERS = ("verdict",)
TWOFOLD = ("low", "high")
OF_A_PHRASE = {("most", "chart-raised-alt"): ("share", ("0.31",))}


def writer(phrases: Phrases, registry: Registry, year: int = 2022) -> Writer:
    """What fills the phrases of a language."""
    tongue = language(phrases.lang)
    return Writer(tongue, Wording(tongue=tongue, registry=registry, year=year, grammar=phrases.grammar))


def kind_of(name: str, key: str) -> tuple[str, tuple[str, ...]]:
    """The kind of a slot in a phrase, and values to try."""
    if name in TWOFOLD and key in SHARES:
        return "share", ("0.16",)
    if name in TWOFOLD and key.startswith(NUMBERS):
        return "number", ("1.4",)
    return OF_A_PHRASE.get((name, key)) or SLOTS.get(name, ("count", COUNTS))


def slot(name: str, key: str, turn: int = 0) -> Slot:
    """A plausible slot for a phrase; `turn` chooses among its values."""
    kind, values = kind_of(name, key)
    return Slot(name=name, kind=kind, value=values[turn % len(values)])


def filled(phrases: Phrases, tool: Writer, key: str, turn: int = 0) -> str:
    """The phrase with plausible slots."""
    phrase = phrases.sentence(key)
    return tool.fill(phrase, tuple(slot(name, key, turn) for name in sorted(slots_of(phrase))))
