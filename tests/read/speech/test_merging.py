from overtone.read.speech.merging import attribute, merged
from overtone.records import Attribution, Span


def made(start: int, stop: int, rule: str) -> Attribution:
    content = (Span(start=start, stop=stop),)
    return Attribution(source=(), cue=(), content=content, manner="indirect", rule=rule)


def test_words_given_by_the_tagger_are_not_given_again_by_a_rule() -> None:
    tagged = [made(10, 20, "tagger@1")]
    found = merged(tagged, [made(15, 30, "clause@1"), made(40, 50, "inverted@1")])
    assert [one.rule for one in found] == ["tagger@1", "inverted@1"]


def test_without_a_tagger_the_rules_read_alone() -> None:
    (one,) = attribute("Peskov said that talks will go on.", "en")
    assert not one.rule.startswith("tagger")


def test_what_the_tagger_finds_is_believed() -> None:
    class Certain:
        def attribute(self, text: str, lang: str) -> tuple[Attribution, ...]:
            return (made(0, len(text), "tagger@1"),)

    assert [one.rule for one in attribute("Peskov said that talks will go on.", "en", Certain())] == ["tagger@1"]
