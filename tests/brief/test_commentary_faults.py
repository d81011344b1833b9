"""A mistake before its line is known."""

from overtone.brief.commentary_faults import MarkdownError


def test_a_mistake_says_what_where_and_what_next() -> None:
    fault = MarkdownError("raw HTML", "write Markdown", 7)
    assert (fault.what, fault.next_step, fault.at, str(fault)) == ("raw HTML", "write Markdown", 7, "raw HTML")
