"""Guards of the form: what a robot does, and how often one network, one mailbox and the whole world may ask.

What is counted are keyed hashes that expire; no network address is stored.
"""

from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network

from overtone.desk.addresses import mailbox
from overtone.desk.models import Attempt
from overtone.desk.tokens import FORM_AFTER, FORM_FOR, form_age, hidden

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PER_NETWORK = 10  # forms an hour from one network
PER_MAILBOX = 3  # letters a day to one mailbox, however often somebody asks
ALL = 300  # forms an hour from everybody: a list of victims is not served faster


def looks_robotic(trap: str) -> bool:
    """Whether the field that people do not see was filled."""
    return bool(trap)


def in_time(stamp: str, now: datetime) -> bool:
    """Whether the form was shown by us, long enough ago to be typed into and not too long ago."""
    age = form_age(stamp, now)
    return age is not None and FORM_AFTER <= age <= FORM_FOR


def network_of(remote: str) -> str:
    """The network an address stands for: itself in IPv4, the /64 in IPv6, which one household has whole."""
    try:
        found = ip_address(remote)
    except ValueError:
        return "unknown"
    return str(found) if found.version == 4 else str(ip_network(f"{found}/64", strict=False))


def too_often(remote: str, now: datetime) -> bool:
    """Count one use of the form by a network; whether it, or the world together, has used it up."""
    forget_expired(now)
    own = hidden("network", network_of(remote))
    if _count(own, now) >= PER_NETWORK or _count("all", now) >= ALL:
        return True
    for digest in (own, "all"):
        Attempt.objects.create(digest=digest, expires_at=now + HOUR)
    return False


def may_write_to(address: str, now: datetime) -> bool:
    """Count one letter to a mailbox; whether it may still get it today."""
    own = hidden("mailbox", mailbox(address))
    if _count(own, now) >= PER_MAILBOX:
        return False
    Attempt.objects.create(digest=own, expires_at=now + DAY)
    return True


def forget_expired(now: datetime) -> None:
    """Delete what no limit needs any more."""
    Attempt.objects.filter(expires_at__lte=now).delete()


def _count(digest: str, now: datetime) -> int:
    return Attempt.objects.filter(digest=digest, expires_at__gt=now).count()
