"""The ground of a verdict as a finding: the sentence that says how the week stands, and on what that rests."""

from overtone.records import Evidence, Finding, Slot, Verdict

MOST_EVIDENCE = 6


def ground(verdict: Verdict, evidence: tuple[Evidence, ...]) -> Finding:
    """The verdict as a sentence: a phrase for each verdict, and for each reason why none can be given."""
    key = f"verdict-{verdict.verdict}"
    if verdict.verdict == "cannot-say":
        key += f"-{verdict.reason}"
    values: dict[str, tuple[str, float | None]] = {
        "share": ("share", verdict.share),
        "usual": ("share", verdict.usual),
        "ratio": ("number", verdict.value),
        "low": ("number", verdict.low),
        "high": ("number", verdict.high),
    }
    slots = [Slot(name=n, kind=kind, value=str(value)) for n, (kind, value) in values.items() if value is not None]
    slots.append(Slot(name="n", kind="count", value=str(verdict.n)))
    mark = "limit" if verdict.verdict == "cannot-say" and not evidence else "observed"
    return Finding(key=key, slots=tuple(slots), evidence=evidence[:MOST_EVIDENCE], mark=mark, weight=100.0)


def compared(now: tuple[int, int], before: tuple[int, int], evidence: tuple[Evidence, ...]) -> tuple[Finding, ...]:
    """This week beside the last, each as statements and those of them that mark tension; nothing where one had none."""
    if not (now[0] and before[0] and evidence):
        return ()
    values = {
        "before": ("count", str(before[0])),
        "n": ("count", str(now[0])),
        "share_before": ("share", str(before[1] / before[0])),
        "share": ("share", str(now[1] / now[0])),
    }
    slots = tuple(Slot(name=name, kind=kind, value=value) for name, (kind, value) in values.items())
    return (Finding(key="compared", slots=slots, evidence=evidence[:MOST_EVIDENCE], weight=60.0),)
