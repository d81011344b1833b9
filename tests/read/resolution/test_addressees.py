"""To whom words are said, on what occasion, in which language."""

import pytest

from overtone.read.names import read_names
from overtone.read.resolution.statements import statements_of
from overtone.records import Attribution, Span
from tests.read.resolution.drawn import desk, page


@pytest.mark.parametrize(
    ("lang", "source", "cue", "text", "heard"),
    [
        ("en", "Putin", "told", "Vladimir Putin told Emmanuel Macron that it was late.", (("macron",), "", "")),
        ("en", "Putin", "told", "Vladimir Putin told reporters that it was late.", ((), "reporters", "")),
        ("en", "Putin", "said", "Vladimir Putin said with Emmanuel Macron that it was late.", ((), "", "")),
        ("en", "Putin", "said", "Speaking in English, Putin said that it was late.", ((), "", "en")),
        ("ru", "Путин", "сказал", "Владимир Путин сказал журналистам, что поздно.", ((), "журналистам", "")),
        ("ru", "Путин", "сказал", "Владимир Путин на брифинге сказал, что поздно.", ((), "на брифинге", "")),
        ("ru", "Путин", "сказал", "Владимир Путин сказал по-немецки, что поздно.", ((), "", "de")),
        ("be", "Лукашэнка", "казаў", "Аляксандр Лукашэнка казаў Уладзіміру Пуціну, што позна.", (("putin",), "", "")),
        ("be", "Лукашэнка", "сказаў", "Аляксандр Лукашэнка сказаў журналістам, што позна.", ((), "журналістам", "")),
    ],
)
def test_hearers_are_told_by_the_text(
    lang: str, source: str, cue: str, text: str, heard: tuple[tuple[str, ...], str, str]
) -> None:
    spans = [Span(start=text.index(word), stop=text.index(word) + len(word)) for word in (source, cue)]
    start = next(text.index(word) for word in ("that", "что", "што") if word in text)
    one = Attribution(
        source=(spans[0],),
        cue=(spans[1],),
        content=(Span(start=start, stop=len(text) - 1),),
        manner="indirect",
        rule="drawn@1",
    )
    document = page(lang, text)
    (said,) = statements_of(document, desk(), read_names(document, desk()), (one,))
    assert (said.addressees, said.audience, said.spoken_lang) == heard
