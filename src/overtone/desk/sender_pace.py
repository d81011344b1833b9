"""How fast mails may go out: so many a second to all, and so many to any one domain."""

from collections import deque


class Pace:
    """Hands out turns; time is given as seconds of a clock that does not jump."""

    def __init__(self, rate: float, per_domain: float = 0.0) -> None:
        """`rate` in mails a second; `per_domain` likewise, 0 for no limit."""
        self.rate = rate
        self.per_domain = per_domain
        self._burst = max(1.0, rate / 20)  # saved up while nothing could be sent
        self._saved = 1.0
        self._last: float | None = None
        self._next: dict[str, float] = {}  # domain → when its next turn comes

    def choose(self, hand: "deque[tuple[int, str]]", most: int, now: float) -> list[int]:
        """Take up to so many rows whose turn has come; those whose domain must wait keep their place."""
        self._save(now)
        chosen: list[int] = []
        waiting: list[tuple[int, str]] = []
        while hand and len(chosen) < most and self._saved >= 1:
            row, domain = hand.popleft()
            if self.per_domain and self._next.get(domain, now) > now:
                waiting.append((row, domain))
                continue
            chosen.append(row)
            self._saved -= 1
            if self.per_domain:
                self._next[domain] = now + 1 / self.per_domain
        hand.extendleft(reversed(waiting))
        return chosen

    def rest(self, hand: "deque[tuple[int, str]]", now: float) -> float:
        """Seconds until a row of the hand may go out."""
        if not hand:
            return 0.0
        overall = max(0.0, (1 - self._saved) / self.rate)
        turns = {self._next.get(domain, now) for _, domain in hand} if self.per_domain else {now}
        return max(overall, min(turns) - now)

    def _save(self, now: float) -> None:
        if self._last is not None:
            self._saved = min(self._burst, self._saved + (now - self._last) * self.rate)
        self._last = now
