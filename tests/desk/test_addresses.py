"""Addresses: what is taken, in which form, and why the rest is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from overtone.desk.addresses import LONGEST, REASONS, AddressError, mailbox, masked, normal
from overtone.desk.wording import furniture
from overtone.settings import LANGUAGES

TAKEN = {
    " Reader@Example.ORG ": "reader@example.org",
    "first.last+news@sub.example.org": "first.last+news@sub.example.org",
    "reader@пример.рф": "reader@xn--e1afmkfd.xn--p1ai",
    "reader@bücher.example": "reader@xn--bcher-kva.example",
    "_x@example.org": "_x@example.org",
    "o'hara@example.org": "o'hara@example.org",
    "reader@example.org.": "reader@example.org",
}
REFUSED = {
    "": "address.empty",
    "   ": "address.empty",
    "a" * 250 + "@example.org": "address.long",
    "a" * 65 + "@example.org": "address.local",
    "a b@example.org": "address.control",
    "a@example.org\r\nBcc: victim@example.org": "address.control",
    "a\x00@example.org": "address.control",
    "a\u202e@example.org": "address.control",
    "a\u00a0b@example.org": "address.control",
    "example.org": "address.sign",
    "@example.org": "address.sign",
    "a@b@example.org": "address.sign",
    '"a b"@example.org': "address.control",
    '"ab"@example.org': "address.local",
    "чытач@example.org": "address.local",
    "a..b@example.org": "address.local",
    ".a@example.org": "address.local",
    "a.@example.org": "address.local",
    "=cmd@example.org": "address.local",
    "+tag@example.org": "address.local",
    "-f@example.org": "address.local",
    "a,b@example.org": "address.local",
    "<a@example.org>": "address.local",
    "a@localhost": "address.domain",
    "a@127.0.0.1": "address.domain",
    "a@[127.0.0.1]": "address.domain",
    "a@-x.example": "address.domain",
    "a@x_y.example": "address.domain",
    "a@example..org": "address.domain",
    "a@" + "x" * 64 + ".org": "address.domain",
    "a@": "address.domain",
}


@pytest.mark.parametrize("typed", TAKEN)
def test_an_address_is_kept_in_one_form(typed: str) -> None:
    assert normal(typed) == TAKEN[typed]
    assert normal(normal(typed)) == normal(typed)


@pytest.mark.parametrize("typed", REFUSED, ids=ascii)
def test_an_address_that_is_not_taken_says_why(typed: str) -> None:
    with pytest.raises(AddressError) as caught:
        normal(typed)
    assert caught.value.key == REFUSED[typed]


def test_every_reason_has_its_words_in_three_languages() -> None:
    for language in LANGUAGES:
        assert set(REASONS) == {key for key in furniture(language) if key.startswith("address.")}


@given(st.text(max_size=300))
def test_whatever_is_typed_an_address_that_is_taken_is_plain(typed: str) -> None:
    try:
        found = normal(typed)
    except AddressError:
        return
    assert found.isascii()
    assert found.isprintable()
    assert not set(found) & set(' "<>(),:;\\[]')
    assert found.count("@") == 1
    assert len(found) <= LONGEST


def test_one_mailbox_stands_behind_all_its_tags() -> None:
    assert mailbox("reader+a@example.org") == mailbox("reader+b@example.org") == "reader@example.org"


def test_a_masked_address_tells_its_owner_and_nobody_else() -> None:
    assert masked("reader@example.org") == "r…@example.org"
