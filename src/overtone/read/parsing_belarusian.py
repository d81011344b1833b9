"""The Belarusian tagger, lemmatiser and parser that ship with Overtone, trained by `training/belarusian.py`.

UDPipe 1 (Straka and Straková, "Tokenizing, POS Tagging, Lemmatizing and Parsing UD 2.0 with UDPipe", CoNLL 2017) on
UD_Belarusian-HSE. The model is shown words in the official spelling with look-alike letters folded, so it reads both
orthographies; offsets are those of the published text. Card: docs/models/belarusian.md. Not for Russian.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from importlib.resources import as_file, files
from typing import Any

from overtone.language import language
from overtone.language.orthography import official_word, orthography_of
from overtone.read.parsing_words import Missing, Token

GOLDEN = "Міністр замежных спраў Уладзімір Макей заявіў у Мінску, што перамовы працягнуцца ў чацвер."
LONGEST = 120  # words of one sentence that are parsed together: the parser is made for sentences
_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*(?:-[^\W\d_]+)*|[^\W_]+(?:['’ʼ‘-][^\W_]+)*|\.{2,}|[^\w\s]", re.UNICODE)
_TAGGER, _PARSER, _FACTS = "belarusian_tagger.udpipe", "belarusian_parser.udpipe", "belarusian.json"


@dataclass(frozen=True, slots=True)
class BelarusianParser:
    """UDPipe behind the `Parser` protocol, on one thread."""

    udpipe: Any
    tagger: Any
    parser: Any

    def parse(self, text: str) -> tuple[Token, ...]:
        """Every word of the text in order; heads are places in this tuple. Both orthographies, any apostrophe."""
        found: list[Token] = []
        classical = orthography_of(text) == "classical"
        for start, stop in language("be").sentences(text):
            spans = [(start + m.start(), start + m.end()) for m in _TOKEN.finditer(text[start:stop])]
            for first in range(0, len(spans), LONGEST):
                found += self._sentence(text, spans[first : first + LONGEST], classical, len(found))
        return tuple(found)

    def _sentence(self, text: str, spans: list[tuple[int, int]], classical: bool, before: int) -> Iterator[Token]:
        """The words of one sentence; `before` words stand in front of it."""
        sentence = self.udpipe.Sentence()
        for a, b in spans:
            sentence.addWord(shown(text[a:b], classical))
        self.tagger.tag(sentence, self.udpipe.Model.DEFAULT)
        self.parser.parse(sentence, self.udpipe.Model.DEFAULT)
        for number, (a, b) in enumerate(spans, start=1):
            word = sentence.words[number]
            yield Token(
                form=text[a:b],
                lemma=lemma_of(word.form, word.lemma, word.upostag),
                upos=word.upostag,
                feats=word.feats,
                head=before + word.head - 1 if word.head else None,
                deprel=word.deprel,
                start=a,
                stop=b,
            )


@lru_cache(maxsize=1 << 16)
def shown(form: str, classical: bool) -> str:
    """A word as the model is shown it: look-alikes, apostrophes and the first ў folded, the spelling official."""
    folded = {"i": "і", "I": "І"}.get(form) or language("be").fold(form)
    return official_word(folded) if classical else folded


def lemma_of(form: str, lemma: str, upos: str) -> str:
    """The lemma in one manner: signs as they are, small letters but for names and abbreviations in capitals."""
    if upos in {"PUNCT", "SYM"}:
        return form
    return lemma if upos == "PROPN" or form[1:2].isupper() else lemma.lower()


@lru_cache(maxsize=1)
def open_belarusian() -> BelarusianParser | Missing:
    """The parser, loaded once in a process and tried on a sentence whose parse is known; else why it is not used."""
    try:
        udpipe = import_module("ufal.udpipe")
    except ImportError as missing:
        return Missing(reason=f"no Belarusian parser: {missing}; install overtone[reading]")
    weights = files("overtone.read").joinpath("weights")
    try:
        facts = json.loads(weights.joinpath(_FACTS).read_text("utf-8"))
        with as_file(weights.joinpath(_TAGGER)) as tagger, as_file(weights.joinpath(_PARSER)) as parser:
            loaded = udpipe.Model.load(str(tagger)), udpipe.Model.load(str(parser))
    except FileNotFoundError as absent:
        return Missing(reason=f"no Belarusian parser: {absent.filename} is not installed; install Overtone again")
    if None in loaded:
        return Missing(reason=f"no Belarusian parser: {_TAGGER} or {_PARSER} is damaged; install Overtone again")
    found = BelarusianParser(udpipe, *loaded)
    return Missing(reason=reason) if (reason := difference(found, facts["golden"])) else found


def golden_digest(parser: BelarusianParser) -> str:
    """What the parser makes of the golden sentence, as a digest."""
    rows = (f"{t.form} {t.lemma} {t.upos} {t.feats} {t.head} {t.deprel}" for t in parser.parse(GOLDEN))
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:16]


def difference(parser: BelarusianParser, golden: str) -> str:
    """In what the parser differs from the one that was measured; "" where it does not."""
    got = golden_digest(parser)
    if got == golden:
        return ""
    return (
        f"Belarusian parser left out: it parses the golden sentence otherwise ({got}) than when it was measured "
        f"({golden}); install ufal.udpipe as pinned in constraints.txt"
    )
