"""What we know of the world, loaded from facts files: the Belarus desk, and what a workspace adds or overrides."""

from overtone.registry.facts import (
    Actor,
    Bloc,
    Check,
    Claim,
    CountingRule,
    Event,
    Institution,
    Office,
    Place,
    State,
    Tenure,
    Term,
    Theme,
    Topic,
)
from overtone.registry.loading import default_desk, load
from overtone.registry.registry import Registry

__all__ = [
    "Actor",
    "Bloc",
    "Check",
    "Claim",
    "CountingRule",
    "Event",
    "Institution",
    "Office",
    "Place",
    "Registry",
    "State",
    "Tenure",
    "Term",
    "Theme",
    "Topic",
    "default_desk",
    "load",
]
