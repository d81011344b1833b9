"""The tables of the desk: readers and what was sent to them."""

from overtone.desk.models.readers import Attempt, Barred, Consent, Letter, Reader

__all__ = ["Attempt", "Barred", "Consent", "Letter", "Reader"]
