from overtone.read.speech.merging import MOST, attribute, merged, opening, whole_quotations
from overtone.records import Attribution, Span


def made(start: int, stop: int, rule: str, score: float = 1.0) -> Attribution:
    content = (Span(start=start, stop=stop),)
    return Attribution(source=(), cue=(), content=content, manner="indirect", rule=rule, score=score)


def test_where_the_tagger_is_trusted_rules_add_only_what_reaches_beyond_a_paragraph() -> None:
    tagged = [made(10, 20, "tagger@1")]
    rules = [made(14, 25, "label@1"), made(18, 30, "signature@1"), made(40, 50, "before@1"), made(60, 70, "colon@1")]
    found = merged(tagged, rules, trusted=True)
    assert [one.rule for one in found] == ["tagger@1", "signature@1", "colon@1"]


def test_what_the_tagger_doubts_counts_where_a_rule_found_it_too() -> None:
    def whole(rule: str, score: float) -> Attribution:
        parts = [(Span(start=a, stop=b),) for a, b in ((0, 6), (7, 11), (12, 30))]
        return Attribution(source=parts[0], cue=parts[1], content=parts[2], manner="indirect", rule=rule, score=score)

    doubted = whole("tagger@1", 0.2)
    assert merged([doubted], [], trusted=True) == ()
    assert merged([doubted], [whole("before@1", 1.0)], trusted=True) == (doubted,)


def test_words_given_to_nobody_need_a_surer_tagger() -> None:
    assert merged([made(10, 20, "tagger@1", 0.7)], [], trusted=True) == ()
    assert len(merged([made(10, 20, "tagger@1", 0.8)], [], trusted=True)) == 1


def test_words_passed_on_by_an_agency_are_their_speakers_too() -> None:
    text = "“We will answer,” he said, according to BelTA."
    outer = Attribution(
        source=(Span(start=40, stop=45),),
        cue=(Span(start=27, stop=39),),
        content=(Span(start=0, stop=25),),
        manner="mixed",
        rule="tagger@1",
    )

    class Outer:
        def attribute(self, text: str, lang: str) -> tuple[Attribution, ...]:
            return (outer,)

    assert sorted(one.rule for one in attribute(text, "en", Outer())) == ["quote_before_cue@1", "tagger@1"]


def test_the_last_sentence_of_a_quotation_stands_for_the_whole() -> None:
    text = "“We met. We will meet again,” he said."
    (one,) = whole_quotations([made(9, 29, "tagger@1")], text)
    assert one.content == (Span(start=0, stop=29),)
    both = [made(9, 29, "tagger@1"), made(1, 7, "tagger@1")]
    assert whole_quotations(both, text)[0].content == (Span(start=9, stop=29),)


def test_elsewhere_the_rules_go_first_and_the_tagger_adds_what_it_is_sure_of() -> None:
    tagged = [made(10, 20, "tagger@1"), made(40, 50, "tagger@1", 0.95), made(60, 70, "tagger@1", 0.6)]
    found = merged(tagged, [made(14, 25, "before@1")], trusted=False)
    assert [(one.rule, one.content[0].start) for one in found] == [("before@1", 14), ("tagger@1", 40)]


def test_of_a_long_text_the_tagger_reads_the_opening_to_the_end_of_a_paragraph() -> None:
    text = "The talks went on.\n" * 5000
    assert len(opening(text)) <= MOST
    assert text.startswith(opening(text))
    assert opening(text).endswith(".")
    assert opening("Short.") == "Short."


def test_without_a_tagger_the_rules_read_alone() -> None:
    (one,) = attribute("Peskov said that talks will go on.", "en")
    assert not one.rule.startswith("tagger")


def test_what_the_tagger_finds_is_believed() -> None:
    class Certain:
        def attribute(self, text: str, lang: str) -> tuple[Attribution, ...]:
            return (made(0, len(text), "tagger@1"),)

    assert [one.rule for one in attribute("Peskov said that talks will go on.", "en", Certain())] == ["tagger@1"]
