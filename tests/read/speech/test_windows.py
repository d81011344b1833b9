from hypothesis import given
from hypothesis import strategies as st

from overtone.read.speech.windows import LONGEST, quoted_places, shape, windows, windows_of_every_paragraph

CUES = frozenset({"said", "заявил"})


def test_a_window_tells_of_each_word_its_place_its_quotation_and_whether_it_may_be_a_cue() -> None:
    (window,) = windows("“No,” Peskov said.", CUES)
    assert window.words == ["“", "No", ",", "”", "Peskov", "said", "."]
    assert window.places[1] == (1, 3)
    assert window.quoted == [1, 1, 1, 1, 0, 0, 0]
    assert window.cues == [1, 0, 0, 0, 1, 3, 0]


def test_a_paragraph_without_cue_or_quotation_is_passed_over() -> None:
    text = "The talks took place in Minsk.\n\nPutin said they were useful."
    assert [window.places[0][0] for window in windows(text, CUES)] == [32]
    assert len(list(windows_of_every_paragraph(text, CUES))) == 2


def test_a_long_paragraph_is_cut_after_a_sentence() -> None:
    text = "He said that it is so. " * 100
    found = list(windows(text, CUES))
    assert all(len(window.words) <= LONGEST for window in found)
    assert all(window.words[-1] == "." for window in found)
    assert sum(len(window.words) for window in found) == 700


def test_a_quotation_left_open_lasts_to_the_end_of_its_paragraph() -> None:
    assert quoted_places("He said: “we go") == [(9, 15)]
    assert quoted_places("«а» и «б»") == [(0, 3), (6, 9)]
    assert quoted_places("end” of one") == []


def test_shapes_tell_capitals_digits_and_signs_apart() -> None:
    assert [shape(word) for word in ("2022", "NATO", "Minsk", "peace")] == [1, 7, 8, 9]
    assert len({shape(sign) for sign in ("“", ",", ".", ":", "(")}) == 5


@given(st.text(alphabet=st.sampled_from('ab “”«»".\n,said '), max_size=600))
def test_places_are_in_order_and_of_the_text(text: str) -> None:
    for window in windows(text, CUES):
        assert [text[a:b] for a, b in window.places] == window.words
        assert window.places == sorted(window.places)
