"""The speaker labels of a text: every candidate judged, the doubtful ones again once the sure speakers are known."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from overtone.read.labels import Candidate, candidates, is_name_word, name_key, title_start
from overtone.read.labels_rules import DOUBTFUL, LATE_RULES, RULES, Verdict
from overtone.read.labels_scene import (
    FIRM,
    Label,
    Scene,
    all_names,
    cut_before,
    is_headed,
    opens_speech,
    role_of,
)
from overtone.read.labels_words import MODERATION, QUESTION, REMARK

_ROLE_WORDS = QUESTION | REMARK | MODERATION


def find_labels(
    text: str, start: int, stop: int, known: Callable[[str], bool], place: Callable[[str], bool]
) -> list[Label]:
    """The speaker labels between two offsets, in order."""
    return [label for label, _, _ in judged(text, start, stop, known, place) if label is not None]


def judged(
    text: str, start: int, stop: int, known: Callable[[str], bool], place: Callable[[str], bool]
) -> Iterable[tuple[Label | None, Candidate, str]]:
    """The debug twin of `find_labels`: every candidate, its label or None, and the rule that decided."""
    return judge_all([c for c in candidates(text, start, stop) if _worth(c)], known, place)


def _worth(candidate: Candidate) -> bool:
    last = candidate.tokens[-1]
    return last[0].isupper() or is_name_word(last) or "," in candidate.printed or candidate.first in _ROLE_WORDS


class _Cut(NamedTuple):
    """A label's wording without the heading in front of it."""

    printed: str
    name: str
    role: str


_Sort = tuple[str, str, bool]  # printed words, border, whether speech opens behind: what stands hundreds of times
_Cuts = dict[tuple[str, int], _Cut]  # by the printed words and the place of the name


def judge_all(
    found: Sequence[Candidate], known: Callable[[str], bool], place: Callable[[str], bool]
) -> Iterable[tuple[Label | None, Candidate, str]]:
    """Each candidate with its label, None where it is none, and the name of the rule that decided."""
    seen = Counter(c.key for c in found if c.name_at == 0 and c.border in FIRM and c.follows and len(c.tokens) > 1)
    scene = Scene(seen=seen, sure=frozenset(), known=known, place=place)
    judged_before: dict[_Sort, tuple[Verdict, str]] = {}
    first = [(c, *_judge_once(c, scene, judged_before)) for c in found]
    speaking = {c.printed: c for c, verdict, _ in first if verdict}
    sure = frozenset(_with_whole_name(c, scene).key for c in speaking.values() if not role_of(c))
    scene = replace(scene, sure=sure - {""})
    cuts: _Cuts = {}
    for candidate, verdict, rule in first:
        if verdict:
            yield _label(candidate, scene, rule, cuts), candidate, rule
        elif verdict is None or rule in DOUBTFUL:
            yield _second_look(candidate, scene, rule, cuts)
        else:
            yield None, candidate, rule


def _judge_once(candidate: Candidate, scene: Scene, before: dict[_Sort, tuple[Verdict, str]]) -> tuple[Verdict, str]:
    """The short label of a main speaker stands hundreds of times in a page: it is judged once."""
    if candidate.name_at or candidate.hover or scene.seen[candidate.key] < 2:
        return _judge(candidate, scene)
    sort = (candidate.printed, candidate.border, opens_speech(candidate))
    decided = before.get(sort)
    if decided is None:
        decided = before[sort] = _judge(candidate, scene)
    return decided


def _judge(candidate: Candidate, scene: Scene) -> tuple[Verdict, str]:
    for rule in RULES:
        verdict = rule(candidate, scene)
        if verdict is not None:
            return verdict, rule.__name__
    return None, "no_rule"


def _second_look(candidate: Candidate, scene: Scene, rule: str, cuts: _Cuts) -> tuple[Label | None, Candidate, str]:
    if scene.sure or candidate.name_at:
        for late in LATE_RULES:
            cut = late(candidate, scene)
            if cut is not None:
                return _label(cut, scene, late.__name__, cuts), cut, late.__name__
    return None, candidate, rule


def _label(candidate: Candidate, scene: Scene, rule: str, cuts: _Cuts) -> Label:
    sort = (candidate.printed, candidate.name_at)
    cut = cuts.get(sort)
    if cut is None:
        whole = _without_heading(_with_whole_name(candidate, scene)) if candidate.name_at else candidate
        cut = cuts[sort] = _Cut(whole.printed, _name_of(whole), role_of(whole))
    stop = candidate.stop
    return Label(stop - len(cut.printed), stop, candidate.speech, cut.printed, cut.name, candidate.note, rule, cut.role)


def _name_of(candidate: Candidate) -> str:
    comma = candidate.printed.find(",")
    if comma > 0 and all_names(candidate.printed[:comma].split()):
        return candidate.printed[:comma]
    return "" if role_of(candidate) else candidate.name


def _with_whole_name(candidate: Candidate, scene: Scene) -> Candidate:
    """Names of more than two words: as long as other labels of the document, or the registry, show them."""
    if candidate.name_at == len(candidate.tokens):
        return candidate
    for at in range(max(0, candidate.name_at - 3), candidate.name_at):
        name = " ".join(candidate.tokens[at:])
        if scene.seen[name_key(name)] or scene.known(name):
            return candidate.named_from(at)
    return candidate


def _without_heading(candidate: Candidate) -> Candidate:
    tokens, name_at = candidate.tokens, candidate.name_at
    if not 0 < name_at < len(tokens) or not is_headed(candidate):
        return candidate
    return cut_before(candidate, title_start(tokens, name_at))
