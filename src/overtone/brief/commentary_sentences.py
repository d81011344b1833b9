"""From the runs of a paragraph to its sentences, each with the references it rests on.

A reference belongs to the sentence it stands in, or to the one it follows: "… of the treaty. [[statement:ID]] Then".
"""

import re
from collections.abc import Callable, Sequence

from overtone.records.commentaries import Run, Said

Spans = Callable[[str], Sequence[tuple[int, int]]]  # where sentences begin and end, as a language knows
ASIDE = ("cite", "note")  # runs that are no words of the sentence
_OTHER = re.compile(r"[\\`\[\]<&_\n]")  # what asks for more than sentences with strong words in them
_made = tuple.__new__  # of a named tuple, without the detour over its own


def sentences_of(
    runs: tuple[Run, ...], spans: Spans, line: int, *, shared: tuple[str, ...] = (), analysis: bool = False
) -> tuple[Said, ...]:
    """The sentences of one paragraph that begins in `line`; none where it has no words."""
    plain = runs[0].words if len(runs) == 1 else "".join([run.words for run in runs if run.kind not in ASIDE])
    found = [span for span in spans(plain) if span[0] < span[1]]
    if not found:
        return ()
    many = "\n" in plain
    made: list[Said] = []
    for (start, stop), share in zip(found, _shares(runs, plain, found), strict=True):
        words = plain[start:stop]
        cites = tuple(dict.fromkeys([run.words for run in share if run.kind == "cite"])) if len(share) > 1 else ()
        if cites and "  " in words:
            words = words.replace("  ", " ")
        if many:
            words, number = words.replace("\n", " "), line + plain.count("\n", 0, start)
            made.append(Said(words, tuple(share), number, cites, shared, analysis))
        else:
            made.append(Said(words, tuple(share), line, cites, shared, analysis))
    return tuple(made)


def _shares(runs: tuple[Run, ...], plain: str, found: Sequence[tuple[int, int]]) -> list[list[Run]]:
    """Each sentence's part of the runs; the space between sentences is nobody's."""
    if len(runs) == 1:
        kind, _, look, href = runs[0]
        return [[Run(kind, plain[start:stop], look, href)] for start, stop in found]
    shares: list[list[Run]] = [[] for _ in found]
    at = place = 0
    last = len(found) - 1
    for run in runs:
        if run.kind in ASIDE:
            while place < last and at > found[place + 1][0]:
                place += 1
            shares[place].append(run)
            continue
        stop = at + len(run.words)
        if run.kind == "break":
            shares[place].append(run)
        else:
            first = place
            while first <= last and found[first][0] < stop:
                begin, end = max(at, found[first][0]), min(stop, found[first][1])
                if begin < end:
                    whole = end - begin == len(run.words)
                    shares[first].append(run if whole else Run(run.kind, plain[begin:end], run.look, run.href))
                    place = first
                if found[first][1] >= stop:
                    break
                first += 1
        at = stop
    return shares


def plainly(
    text: str, spans: Spans, line: int, *, shared: tuple[str, ...] = (), analysis: bool = False
) -> tuple[Said, ...] | None:
    """The sentences of a paragraph on one line that has no marks but strong words, as most are; None for others."""
    if _OTHER.search(text):
        return None
    words = text.replace("**", "")
    if "*" in words:
        return None
    made: list[Said] = []
    begin = 0
    for start, stop in spans(words):
        said = words[start:stop]
        if said == text[begin : begin + stop - start]:
            runs: tuple[Run, ...] | None = (_made(Run, ("text", said, "", "")),)
            begin += stop - start + 1
        else:
            end = text.find(". ", begin) + 1 or len(text)
            parts = text[begin:end].split("**")
            runs = _strong(parts) if "".join(parts) == said else None
            begin = end + 1
        if runs is None:
            return None
        made.append(_made(Said, (said, runs, line, (), shared, analysis)))
    return tuple(made) if begin > len(text) else None


def _strong(parts: list[str]) -> tuple[Run, ...] | None:
    """The runs of a sentence cut at its `**`; None where these may be no marks of strong words."""
    last = len(parts) - 1
    if last % 2:
        return None
    runs: list[Run] = []
    for number, words in enumerate(parts):
        if number % 2:
            if not (words[:1].isalnum() and words[-1].isalnum()):
                return None
            runs.append(_made(Run, ("text", words, "s", "")))
        elif words:
            runs.append(_made(Run, ("text", words, "", "")))
        elif 0 < number < last:
            return None
    return tuple(runs)
