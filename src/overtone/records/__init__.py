"""The words everyone shares: what is collected, read, measured, found and published.

Frozen, slotted, keyword-only; tuples, not lists; aware UTC datetimes for what has a time, plain dates for what has
a date. `id` is a hash of the fields that make the thing what it is, so the same thing read twice has the same id.
A stored row also carries `learnt_at`, stamped once by the ledger when the row is appended.
"""

from overtone.records.collected import Document, Part, SetAside, Visit
from overtone.records.editions import (
    Brief,
    Chart,
    Edition,
    Exhibit,
    Finding,
    Section,
    Sentence,
    Slot,
    Text,
    TextChart,
    TextSection,
)
from overtone.records.identity import Identified, content_id, identities, identity
from overtone.records.measured import Abstention, Encounter, Evidence, Signal, Verdict, Window, week
from overtone.records.readings import (
    Attribution,
    Commitment,
    CountClaim,
    EncounterReport,
    Harvest,
    JointText,
    Meaning,
    Mention,
    Reading,
    Span,
    Statement,
    Vote,
    Wording,
)
from overtone.records.world import Names, Source

__all__ = [
    "Abstention",
    "Attribution",
    "Brief",
    "Chart",
    "Commitment",
    "CountClaim",
    "Document",
    "Edition",
    "Encounter",
    "EncounterReport",
    "Evidence",
    "Exhibit",
    "Finding",
    "Harvest",
    "Identified",
    "JointText",
    "Meaning",
    "Mention",
    "Names",
    "Part",
    "Reading",
    "Section",
    "Sentence",
    "SetAside",
    "Signal",
    "Slot",
    "Source",
    "Span",
    "Statement",
    "Text",
    "TextChart",
    "TextSection",
    "Verdict",
    "Visit",
    "Vote",
    "Window",
    "Wording",
    "content_id",
    "identities",
    "identity",
    "week",
]
