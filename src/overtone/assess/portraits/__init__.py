"""Portraits: all that a cut of the ledger holds of one actor, encounter, event or topic of the week.

Each file writes one kind as findings and charts, free of language, out of the week's material and its background.
"""

from overtone.assess.portraits.actors import actors
from overtone.assess.portraits.background import Background
from overtone.assess.portraits.encounters import encounters
from overtone.assess.portraits.events import events
from overtone.assess.portraits.topics import topics

__all__ = ["Background", "actors", "encounters", "events", "topics"]
