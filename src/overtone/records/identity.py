"""Ids: hashes of the fields that make a thing what it is."""

import hashlib


def content_id(*parts: object) -> str:
    """The 32-digit hexadecimal BLAKE2b digest of the parts, in order; `None` differs from the empty string."""
    joined = "\x1f".join("\x00" if part is None else str(part) for part in parts)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
