"""Words put into made pages, and pages that move with their links."""

from hypothesis import given
from hypothesis import strategies as st

from overtone.publish.placing import at_end, at_top, beside, moved, said, way

PAGE = (
    '<main id="text">\n<h2 id="h"><span class="s" id="s-aa">One <span lang="ru">два</span> three.'
    '<sup><a href="evidence/x.html">1</a></sup><a class="perma" href="#s-aa">#</a></span></h2>\n'
    '<li id="s-bb-2">Two <b>words</b>.</li>\n</main>'
)
PATHS = st.lists(st.sampled_from(["en", "ru", "2022-W41", "v", "evidence", "a"]), min_size=1, max_size=5).map("/".join)


def test_words_stand_inside_the_sentence_before_the_link_to_itself() -> None:
    made = beside(PAGE, lambda name: f"[{name}]" if name in ("aa", "bb") else "")
    assert '</sup>[aa]<a class="perma"' in made
    assert "<b>words</b>.[bb]</li>" in made


def test_a_page_without_such_sentences_is_left_as_it_is() -> None:
    assert beside(PAGE, lambda _: "") == PAGE


def test_the_sentences_of_a_page_are_known_by_their_ids() -> None:
    assert said(PAGE) == {"aa", "bb", "bb-2"}


def test_blocks_stand_at_the_top_and_at_the_end() -> None:
    assert at_top(PAGE, "<p>A</p>").startswith('<main id="text">\n<p>A</p><h2')
    assert at_end(PAGE, "<p>Z</p>").endswith("<p>Z</p></main>")


def test_a_page_that_moves_leads_where_it_led() -> None:
    body = (
        '<link href="../../assets/s.css"><a href="#x"><a href="../index.html#t">'
        '<a href="https://example.org/"><a href="x.html">'
    )
    told = moved(body, "en/2022-W41/index.html", "en/2022-W41/v/1-a/index.html")
    assert 'href="../../../../assets/s.css"' in told
    assert 'href="../../../index.html#t"' in told
    assert 'href="#x"' in told
    assert 'href="https://example.org/"' in told
    assert 'href="../../x.html"' in told


@given(PATHS, PATHS, PATHS)
def test_moving_there_and_back_changes_nothing(old: str, new: str, there: str) -> None:
    body = f'<a href="{way(f"{old}/p.html", f"{there}/q.html")}#s-1">'
    assert moved(moved(body, f"{old}/p.html", f"{new}/p.html"), f"{new}/p.html", f"{old}/p.html") == body
