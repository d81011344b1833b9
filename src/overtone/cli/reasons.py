"""Why a measure gives no number, in words: the reasons of abstentions, for the command line."""

from collections.abc import Mapping
from types import MappingProxyType

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "source-not-seen": "less than half of the days was seen",
        "no-data": "nothing that counts was said, met or voted in these days",
        "too-few-occasions": "too little for the answer to mean anything",
        "no-baseline": "there is no past to compare with",
        "nothing-announced": "a meeting was announced, and no topic with it",
        "language-not-read": "the text is in no language the house reads",
        "no-embeddings": "read without the model that gives passages their meaning: pip install 'overtone[reading]', "
        "then take the files in again",
        "no-members": "too few members for a bloc: name them with --members",
        "no-variance": "everything is alike, so that nothing can be held against chance",
        "no-company": "nobody else speaks of it in that language and week",
        "no-variation": "all that could be compared is equal",
        "no-scale": "the language has no place on the scale of tone",
        "one-audience": "nowhere are there enough documents to two audiences in the same months",
        "selected-source": "only hand-picked sources speak: what they leave out proves nothing",
    }
)
NOTHING = (
    "nothing here has enough behind it to be weighed: name a speaker with --actor, or a subject with --target, to be "
    "told why, or take a longer stretch with --from and --to"
)


def in_words(reason: str) -> str:
    """The reason as a clause; the bare key where it has none."""
    return REASONS.get(reason, reason)
