"""The bench of opinions: the task's overlap measure, phrases, the learner, attitudes of an article."""

import numpy as np
import pytest

from overtone.bench.attitudes import Entity, article_of, f1_of_signs
from overtone.bench.logistic import fit
from overtone.bench.opinion_model import NOBODY, Opinion, sentence_of, train
from overtone.bench.opinion_words import chunks_of, tokens_of
from overtone.bench.opinions import Tuple, scored, tuple_f1, weigh

ONE = Tuple(frozenset({1}), frozenset({3, 4}), frozenset({2}), "NEG")


def test_the_same_tuple_scores_whole() -> None:
    assert weigh([ONE], [ONE]) == (1.0, 1.0, 1.0, 1.0)
    assert tuple_f1(np.array([1.0, 1.0, 1.0, 1.0])) == pytest.approx(1.0)


def test_half_a_target_scores_a_sixth_less_and_only_one_way() -> None:
    part = ONE._replace(target=frozenset({3}))
    right, _, wanted, _ = weigh([part], [ONE])
    assert right == pytest.approx(1.0)
    assert wanted == pytest.approx(5 / 6)


@pytest.mark.parametrize("other", [ONE._replace(polarity="POS"), ONE._replace(source=frozenset({9}))])
def test_another_polarity_or_source_scores_nothing(other: Tuple) -> None:
    assert weigh([other], [ONE])[0] == 0


def test_nobody_is_a_token_of_its_own() -> None:
    text = "Минск осудил Варшаву."
    tokens = tokens_of(text)
    found = scored(text, tokens, Opinion(NOBODY, frozenset({2}), frozenset({1}), "NEG"))
    assert found == (frozenset({"null"}), frozenset({3}), frozenset({2}), "NEG")


def test_noun_phrases_are_parted_where_the_case_turns() -> None:
    tokens = tokens_of("Министр обороны Польши осудил Минск")
    assert [" ".join(t.text for t in tokens[c.first : c.stop]) for c in chunks_of(tokens)] == [
        "Министр обороны Польши",
        "Минск",
    ]


def test_the_learner_repeats_what_it_saw() -> None:
    opinion = Opinion(frozenset({0}), frozenset({2}), frozenset({1}), "NEG")
    kind = Opinion(frozenset({0}), frozenset({2}), frozenset({1}), "POS")
    empty = Opinion(NOBODY, frozenset({1}), frozenset({0}), "NEG")
    sentences = [
        *[sentence_of("Минск осудил Варшаву", [opinion])] * 5,
        *[sentence_of("Минск похвалил Варшаву", [kind])] * 5,
        *[sentence_of("Осуждён Киев", [empty])] * 5,
        *[sentence_of("Поезда ходят ежедневно")] * 5,
    ]
    (found,) = train(sentences).read(sentence_of("Минск осудил Варшаву"))
    assert found == opinion


def test_a_classifier_gives_shares_of_one() -> None:
    model = fit([["a"], ["b"]] * 4, ["x", "y"] * 4)
    shares = model.probabilities([["a"], ["unknown"]])
    assert shares.sum(axis=1) == pytest.approx([1, 1])
    assert model.classes[int(shares[0].argmax())] == "x"


def test_pairs_of_one_line_are_seen_and_signs_are_scored() -> None:
    text = "Минск осудил Варшаву\nКиев"
    marks = [Entity(0, 5, "LOC", "минск"), Entity(13, 20, "LOC", "варшава"), Entity(21, 25, "LOC", "киев")]
    labels = {("минск", "варшава"): "neg"}
    article = article_of(text, marks, labels)
    assert set(article.features) == {("минск", "варшава"), ("варшава", "минск")}
    assert f1_of_signs(labels, labels) == 1
    assert f1_of_signs({}, labels) == 0.5
