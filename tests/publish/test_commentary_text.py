"""The text of an article as HTML: marks, numbers, anchors."""

from overtone.publish.commentary_text import body, flow, footnotes, lead, letter, numbered
from overtone.publish.words import Words
from tests.publish.articles import made


def written() -> str:
    told = made()
    return body(told.article, flow(told, Words("en", told.labels)))


def test_evidence_is_numbered_by_its_first_mention() -> None:
    assert numbered(made().grounds)[0] == {"aaaa": 1, "bbbb": 2}
    assert list(numbered(made().grounds)[1].values()) == [1]


def test_references_side_by_side_share_their_place() -> None:
    assert '>1</a><a href="evidence/bbbb.html#words" aria-label="Evidence 2">2</a></sup>' in written()


def test_look_links_and_code_are_kept_and_escaped() -> None:
    text = written()
    assert "He <em>spoke</em> of <strong>trade</strong> &amp; <code>code</code>." in text
    assert 'href="https://example.org/?a=1&amp;b=2"' in text
    assert "&lt;b&gt;code&lt;/b&gt;" in text
    assert '<ol start="3">' in text


def test_a_sentence_that_stands_twice_has_two_anchors() -> None:
    text = written()
    assert text.count('-2"') >= 1


def test_pull_quotes_of_the_article_are_not_read_out_twice() -> None:
    text = written()
    assert '<aside class="pull" aria-hidden="true"><p>We think</p></aside>' in text
    assert '<aside class="pull"><p><span lang="be">' in text


def test_evidence_knows_the_sentences_that_rest_on_it() -> None:
    told = made()
    hand = flow(told, Words("en", told.labels))
    text = lead(told.article, hand) + body(told.article, hand)
    assert [one.words for one in hand.resting["bbbb"]][-1] == "All of it."
    assert all(f'id="{one.anchor}"' in text for one in hand.resting["aaaa"])


def test_footnotes_have_letters_and_a_way_back() -> None:
    told = made()
    hand = flow(told, Words("en", told.labels))
    assert 'href="#fr-a"' in footnotes(told.article, hand)
    assert [letter(n) for n in (0, 25, 26, 27)] == ["a", "z", "aa", "ab"]
