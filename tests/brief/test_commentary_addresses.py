"""Where an article may lead its readers."""

import pytest

from overtone.brief.commentary_addresses import address
from overtone.brief.commentary_faults import MarkdownError


@pytest.mark.parametrize(
    "url",
    ["https://example.org/a?b=c#d", "http://example.org", "mailto:desk@example.org", "../2022-W20/index.html", "#top"],
)
def test_public_addresses_mail_and_pages_of_the_site_are_taken(url: str) -> None:
    assert address(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "vbscript:x",
        "data:text/html,x",
        "file:///etc",
        "//example.org",
        "https://",
        "a b",
        "a\\b",
        "",
        "x\x01",
    ],
)
def test_everything_else_is_refused(url: str) -> None:
    with pytest.raises(MarkdownError, match="no link may lead"):
        address(url, at=3)
