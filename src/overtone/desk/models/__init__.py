"""The tables of the desk: readers and what was sent to them."""

from overtone.desk.models.readers import Attempt, Barred, Consent, Letter, Reader
from overtone.desk.models.sending import Bounce, Message, Pulse, Send

__all__ = ["Attempt", "Barred", "Bounce", "Consent", "Letter", "Message", "Pulse", "Reader", "Send"]
