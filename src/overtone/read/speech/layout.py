"""A text laid out for reading who says what: paragraphs of tokens with their places, quotations as one token each.

Sentences are found over the tokens, so that a quotation of several sentences never breaks the sentence that reports
it: "Yes. And no," he said. Not for texts in scripts without spaces.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from overtone.language import language
from overtone.language.lists import listed
from overtone.read.speech.marks import Quoted, outermost, quotations

QUOTE = "“”"  # the word of a token that is a whole quotation
_SHORT = listed(
    "Mr Mrs Ms Dr Sen Rep Gov Gen Lt Col Prof Hon Rev St Jr Sr No vs Sens Reps Capt Sgt Maj Cmdr Adm Brig Jan Feb Aug "
    "Sept Oct Nov Dec Inc Corp Ltd Co Fla Calif Va Pa Ariz Tex Nev Mass Conn Md Mich Minn Wis Ill Ind Ore Wash Colo Ga "
    "Ala Tenn Okla Ark La Ky approx Mt Ft им ул гг др пр тыс млн млрд руб проф акад св обл рис чел стр вул праф вобл"
)
_TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|\b(?!I\b)[^\W\d_]\.(?=[ \u00a0][^\W\d_])|\b(?:{'|'.join(_SHORT)})\."
    r"|[^\W_]+(?:['’ʼ\-‑.@&][^\W_]+)*['’]?|\.{2,}|[^\w\s]|_+"
)
_ENDS = frozenset({".", "!", "?", "…", "..", "...", "....", ";"})
LONGEST = 800  # tokens; no sentence has more: what is so long is a list, a scan or a hostile page
_STARTERS = frozenset(listed("he she they it we i you the a an this that these those in on at but and so as when"))
_TITLES = frozenset(listed("mr. mrs. ms. dr. sen. rep. gov. gen. lt. col. prof. hon. rev. st. vs. sens. reps. no."))
_LONGEST = 300  # tokens of a sentence
_MARKS = "\"'“”„«»‘’`‟＂"


@dataclass(slots=True)
class Paragraph:
    """Tokens of one paragraph. Parallel lists: words are folded and in lower case, `QUOTE` for a quotation."""

    text: str
    folded: str = ""  # the text folded and in lower case, of the same length
    starts: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    capital: list[bool] = field(default_factory=list)
    quotes: dict[int, Quoted] = field(default_factory=dict)  # token index → the quotation it stands for
    sentences: list[tuple[int, int]] = field(default_factory=list)  # token ranges, end exclusive


def paragraphs(text: str, lang: str, regions: Sequence[Quoted] | None = None) -> Iterator[Paragraph]:
    """The paragraphs of a text that hold a word, laid out one after another."""
    fold = language(lang).fold
    folded = fold(text).lower()
    if len(folded) != len(text):  # a letter whose lower case is two letters: İ
        folded = "".join(sign if len(sign.lower()) != 1 else sign.lower() for sign in fold(text))
    outer = outermost(quotations(text) if regions is None else regions)
    at = 0
    for line in re.finditer(r"[^\n]*[^\s][^\n]*", text):
        first = at
        while at < len(outer) and outer[at].start < line.end():
            at += 1
        one = _laid_out(text, folded, line.span(), outer[first:at])
        if one.words:
            yield one


def inner(one: Paragraph, at: int) -> Paragraph:
    """What stands within a quotation of a paragraph, laid out in its turn; its own quotations stay single marks."""
    within = Paragraph(text=one.text, folded=one.folded)
    _tokens(within, one.folded, one.starts[at] + 1, one.stops[at] - 1)
    return within


def _laid_out(text: str, folded: str, bounds: tuple[int, int], regions: Sequence[Quoted]) -> Paragraph:
    one = Paragraph(text=text, folded=folded)
    begin = bounds[0]
    for quoted in regions:
        _tokens(one, folded, begin, quoted.start)
        one.quotes[len(one.words)] = quoted
        one.starts.append(quoted.start)
        one.stops.append(quoted.stop)
        one.words.append(QUOTE)
        one.capital.append(True)
        begin = quoted.stop
    _tokens(one, folded, begin, bounds[1])
    _split(one)
    return one


def _tokens(one: Paragraph, folded: str, start: int, stop: int) -> None:
    text, starts, stops, words, capital = one.text, one.starts, one.stops, one.words, one.capital
    for found in _TOKEN.finditer(text, start, stop):
        a, b = found.span()
        starts.append(a)
        stops.append(b)
        words.append(folded[a:b])
        capital.append(text[a].isupper())


def final_stop(one: Paragraph, at: int) -> str:
    """The last sign within a quotation, before its closing mark: tells whether its sentence is over."""
    inner = one.text[one.starts[at] : one.stops[at]].rstrip(_MARKS + " )]")
    return inner[-1:]


def _split(one: Paragraph) -> None:
    """Find the sentences: after a stop, and after a quotation with its stop inside where a capital follows."""
    words, capital = one.words, one.capital
    begin, last = 0, len(words) - 1
    for at, word in enumerate(words):
        if at == last:
            break
        if at - begin >= LONGEST:
            over = True
        elif word in _ENDS:
            over = word == ";" or capital[at + 1] or words[at + 1][0].isdigit() or word in "!?"
            single = word == "." and at > begin and len(words[at - 1]) == 1 and capital[at - 1]
            over = over and not single and words[at + 1] not in _ENDS
        elif word[-1] == "." and words[at + 1] == QUOTE and one.stops[at] - one.starts[at] > 2:
            over = word not in _TITLES  # "… in Fort Mill, S.C. “It seems …”
        elif word == QUOTE:
            stop = final_stop(one, at)
            over = capital[at + 1] and (stop == "." or (stop in "?!…" and words[at + 1] in _STARTERS))
        else:
            continue
        if over:
            one.sentences.append((begin, at + 1))
            begin = at + 1
    if begin <= last:
        one.sentences.append((begin, last + 1))
