"""English words that introduce reported words, every form of each."""

_VERBS = (
    "accentuate acknowledge add address advise affirm agree allege announce answer appeal argue ask assert "
    "assess assure "
    "believe brief call caution claim clarify comment complain concede conclude concur condemn confess confirm "
    "consider "
    "contend counter criticise criticize cite declare demand deny describe disclose elaborate emphasise emphasize "
    "estimate exclaim explain express highlight hint inform insist instruct joke lament maintain mention note "
    "object observe opine "
    "outline pledge point predict proclaim promise propose query question quote reaffirm reassure recall "
    "recognise recognize "
    "recommend refute reiterate reject remark remind repeat reply report request respond reveal signal specify "
    "state stipulate stress "
    "suggest summarise summarize testify thank threaten underline underscore urge voice vow warn welcome worry"
)
_OTHER = (
    "said say says saying told tell tells telling spoke speak speaks speaking wrote write writes writing think "
    "thinks thought "
    "thinking swore swears admit admits admitted admitting put puts according convey conveys conveyed "
    "conveying summed summing"
)


def _forms(verb: str) -> tuple[str, ...]:
    """The four forms of a regular verb."""
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y"):
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    return verb, f"{verb}s", f"{verb}ed", f"{verb}ing"


SPEECH_VERBS: frozenset[str] = frozenset(form for verb in _VERBS.split() for form in _forms(verb)) | frozenset(
    _OTHER.split()
)
