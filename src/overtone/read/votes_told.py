"""Votes told in prose: "Belarus and Syria voted against", «воздержались Армения и Казахстан», «устрымаліся».

A choice is given to the states listed right beside its verb and to nobody else; the resolution is the one whose number
the text gives, else the vote of the General Assembly that the facts know for the day the item is about. Where the text
tells no resolution there is no vote. Not for totals ("141 in favour"), nor for groups ("most of the allies").
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from overtone.language import language
from overtone.read.names import within
from overtone.records import Document, Mention, Vote
from overtone.registry import Event, Registry

READER = "votes-told@1"
_DAYS = timedelta(days=4)  # how long after the vote a text still speaks of it without its number
_OWN = 8  # characters between a state and a verb of its own
_GAP = 28  # characters between the last state of a list and the verb
_NUMBER = re.compile(r"\b(?:A/)?(?:RES/)?(ES[-‑]\d+/\d+|\d{2}/\d{1,3})\b(?!/)")
_OF_UN = re.compile(
    r"\bUN\b|\bU\.N\.|United Nations|General Assembly|\bООН\b|Генассамбле|Генеральн\w+ Ассамбле|\bААН\b|"
    r"Генасамбле|Асамбле"
)
_CHOICES: Mapping[str, re.Pattern[str]] = {
    "NP": re.compile(
        r"\b(?:took no part in|did not take part in|was absent from|were absent from|missed|skipped) (?:the )?vot\w+"
        r"|\bdid not vote\b|\bне (?:участвовал\w*|принял\w* участия) в голосовани\w+|\bне голосовал\w*"
        r"|\bне (?:ўдзельнічал\w*|браў удзелу|брала ўдзелу|бралі ўдзелу)(?: [уў] галасаванн\w+)?|\bне галасава\w+",
        re.IGNORECASE,
    ),
    "A": re.compile(
        r"\babstain(?:ed|s|ing)?\b|\b(?:listed )?among the abstentions\b|\babstentions?(?: came)?(?: from|:)"
        r"|\bвоздержал\w+|\bвоздержавш\w+|\b[уў]стрыма[лў]\w*",
        re.IGNORECASE,
    ),
    "N": re.compile(
        r"\b(?:voted|votes?|voting|spoke|came out) (?:no\b|against)|\bopposed(?: it| the \w+)?|\brejected (?:it|the)"
        r"|\b(?:stood|sided|voted) with (?:Russia|Moscow)|\bnay\b|\bamong the (?=two|three|four|five|six|seven|dozen)"
        r"|\b(?:про)?голосовал\w* против|\bвыступил\w* против|\bпротив (?:выступил|голосовал|проголосовал|высказал)\w*"
        r"|\bголоса против отдали|\b(?:пра)?галасава\w+ супраць|\bвыступі\w+ супраць"
        r"|\bсупраць (?:выступі|галасава|прагаласава|выказа)\w*"
        r"|\bпрагаласава\w+ разам з(?= Расі)|\bпроголосовал\w+ вместе с(?= Росси)",
        re.IGNORECASE,
    ),
    "Y": re.compile(
        r"\b(?:voted|votes?|voting) (?:yes\b|in favou?r|for\b)"
        r"|\b(?:backed|supported) (?:it|the (?:text|resolution|document))"
        r"|\b(?:про)?голосовал\w* за\b|\bподдержал\w*|\bза (?:голосовал|проголосовал)\w*"
        r"|\b(?:пра)?галасава\w+ за\b|\bпадтрыма\w+|\bза (?:галасава|прагаласава)\w*",
        re.IGNORECASE,
    ),
}
_NOT = re.compile(r"\b(?:not|never|не|ня|refused to|would|will|may|might|could|has not|had not)\s*$", re.IGNORECASE)
_BETWEEN = re.compile(
    r"[\s,]*(?:and|и|і|й|ды|а также|а таксама|as well as|along with|together with|with|plus)?[\s,]*(?:the|also)?\s*"
)
_AFTER = re.compile(
    r"(?:[^.;:,]{0,40}(?::|,? (?:together |along |in company )?with|,? alongside|,? вместе с|,? разам з|"
    r",? including|,? by)"
    r"|[\s:—–-]*(?:by|from|are|were|only|также|только|толькі)?)\s*(?:the )?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A choice in a clause, and the states that made it."""

    start: int
    stop: int
    choice: str
    states: tuple[str, ...]


def read_told_votes(document: Document, registry: Registry, mentions: Sequence[Mention]) -> tuple[Vote, ...]:
    """The votes that a text tells of, each state's choice once for each resolution, in order.

    Pure. `mentions` are those of the document. None where the text is not about a vote of the United Nations.
    """
    if not any(pattern.search(document.text) for pattern in _CHOICES.values()):
        return ()
    votes: dict[tuple[str, str], Vote] = {}
    for start, stop in language(document.lang).sentences(document.text):
        for told in _told(document.text, (start, stop), within(mentions, start, stop)):
            resolution, day, title = _resolution(document, registry, (start, stop))
            for state in told.states if resolution else ():
                vote = Vote(
                    document=document.id,
                    reader=READER,
                    start=told.start,
                    stop=told.stop,
                    body="unga",
                    resolution=resolution,
                    title=title,
                    voted_on=day,
                    state=state,
                    choice=told.choice,
                )
                votes.setdefault((resolution, state), vote)
    return tuple(votes.values())


def _told(text: str, sentence: tuple[int, int], mentions: Sequence[Mention]) -> Iterator[_Told]:
    """The choices of one sentence, clause by clause."""
    at = sentence[0]
    for clause in re.split(r"(;|, (?:while|but|whereas)\b|, (?:а|но|але)\b)", text[slice(*sentence)]):
        stop = at + len(clause)
        places = [m for m in mentions if m.kind == "state" and at <= m.start and m.stop <= stop]
        cues = {choice: pattern.search(text, at, stop) for choice, pattern in _CHOICES.items()} if places else {}
        verbs = [match.start() for match in cues.values() if match]
        for choice, match in cues.items():
            if match is None or (choice != "NP" and _NOT.search(text[max(at, match.start() - 12) : match.start()])):
                continue
            states = _beside(text, (match.start(), match.end()), places, verbs)
            if states:
                yield _Told(at, stop, choice, states)
        at = stop


def _beside(text: str, verb: tuple[int, int], places: Sequence[Mention], verbs: Sequence[int]) -> tuple[str, ...]:
    """The states of the list that ends right before the verb, and of the one that begins right behind it."""
    before = [m for m in places if m.stop <= verb[0]]
    behind = [m for m in places if m.start >= verb[1] and not any(0 <= v - m.stop <= _OWN for v in verbs)]
    shared = bool(before) and any(v < before[-1].start for v in verbs)  # another verb stands before this list
    found: list[str] = []
    edge = verb[0]
    for mention in reversed(before):
        gap = text[mention.stop : edge]
        listed = _listed(gap, shared) if found else (len(gap) <= _GAP and not re.search(r"[:;(]|, \w+ \w+ \w+", gap))
        if not listed:
            break
        found.append(mention.target)
        edge = mention.start
    edge = verb[1]
    for mention in behind:
        gap = text[edge : mention.start]
        follows = _BETWEEN.fullmatch(gap) if edge != verb[1] else _AFTER.fullmatch(gap)
        if not follows:
            break
        found.append(mention.target)
        edge = mention.stop
    return tuple(dict.fromkeys(found))


def _listed(gap: str, shared: bool) -> bool:
    """Whether two names stand in one list; where another verb has a list of its own, a comma alone may part the two."""
    return _BETWEEN.fullmatch(gap) is not None and not (shared and gap.strip() == ",")


def _resolution(document: Document, registry: Registry, sentence: tuple[int, int]) -> tuple[str, date, str]:
    """Number, day and title of the resolution spoken of; an empty number where it cannot be told."""
    number = _NUMBER.search(document.text, *sentence) or _NUMBER.search(document.text)
    if number is not None:
        resolution = number[1].upper().replace("‑", "-")
        event = registry.events.get(f"unga-{resolution.lower().replace('/', '-')}")
        usual = document.happened_on or document.published_on
        return resolution, event.start if event else usual, event.names.en[0] if event else ""
    votes = [e for e in registry.events.values() if e.id.startswith("unga-")]
    filed = registry.events.get(document.event)
    event = filed if filed in votes else None
    if event is None and _OF_UN.search(document.text):
        event = _recent(document, votes)
    if event is None:
        return "", document.published_on, ""
    head, _, last = event.id.removeprefix("unga-").rpartition("-")
    return f"{head.upper()}/{last}", event.start, event.names.en[0]


def _recent(document: Document, votes: Sequence[Event]) -> Event | None:
    """The last vote of the few days before the text."""
    day = document.published_on
    near = [e for e in votes if e.start <= day <= e.start + _DAYS]
    return max(near, key=lambda e: e.start, default=None)
