"""A parsed word and its features."""

from overtone.read.parsing_words import Missing, Token


def test_features_are_read_by_name() -> None:
    token = Token(
        form="Мінску",
        lemma="Мінск",
        upos="PROPN",
        feats="Case=Loc|Number=Sing",
        head=None,
        deprel="root",
        start=0,
        stop=6,
    )
    assert [token.feature(name) for name in ("Case", "Number", "Gender")] == ["Loc", "Sing", ""]


def test_a_missing_parser_has_a_reason() -> None:
    assert Missing(reason="not installed").reason == "not installed"
