"""Addresses of mail: what is taken, and the one form in which each is kept."""

import re

LONGEST = 254
_ATOM = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LOCAL = re.compile(rf"(?=[a-z0-9_]){_ATOM}(?:\.{_ATOM})*")
_LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")


class AddressError(ValueError):
    """An address that is not taken; `key` says why, as the words of the pages name it."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"not an address of mail: {REASONS[key]}")


REASONS = {
    "address.empty": "it is empty",
    "address.long": "it is too long",
    "address.control": "it holds a space or a sign that cannot be seen",
    "address.sign": "exactly one @ must stand between name and domain",
    "address.local": "the part before the @ is not plain Latin letters, digits and signs",
    "address.domain": "the part after the @ is not a domain",
}


def normal(typed: str) -> str:
    """The address in the form it is kept in: small letters, a domain of any script in its ASCII form.

    AddressError tells what is wrong. Not taken: a part before the @ in quotation marks or in another script (many
    servers refuse it), or one that begins with a sign (a spreadsheet or a program may obey it). Whether the mailbox
    exists, only a letter can tell.
    """
    address = typed.strip()
    if not address:
        raise AddressError("address.empty")
    if len(address) > LONGEST:
        raise AddressError("address.long")
    if not address.isprintable() or " " in address:
        raise AddressError("address.control")
    local, sign, domain = address.lower().rpartition("@")
    if not sign or "@" in local or not local:
        raise AddressError("address.sign")
    if len(local) > 64 or not _LOCAL.fullmatch(local):
        raise AddressError("address.local")
    found = f"{local}@{_domain(domain)}"
    if len(found) > LONGEST:
        raise AddressError("address.long")
    return found


def mailbox(address: str) -> str:
    """The mailbox behind a normal address, without what some providers ignore: `+tag`. For counting, not for mail."""
    local, _, domain = address.rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def masked(address: str) -> str:
    """An address as a page may show it to whoever holds the link: `r…@example.org`."""
    local, _, domain = address.rpartition("@")
    return f"{local[:1]}…@{domain}"


def _domain(written: str) -> str:
    try:
        domain = written.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise AddressError("address.domain") from None
    labels = domain.split(".")
    if len(labels) < 2 or labels[-1].isdigit() or not all(_LABEL.fullmatch(label) for label in labels):
        raise AddressError("address.domain")
    return domain
