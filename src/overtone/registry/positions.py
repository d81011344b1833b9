"""Where a key stands in a TOML text: tomllib gives values without lines, and an error must name its line.

Not a TOML reader: it runs over texts that tomllib has accepted, and only once something in them is wrong.
"""

import re

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]\]?")
_KEY = re.compile(r"""\s*((?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*'))*)\s*=""")
_STEP = re.compile(r"""[A-Za-z0-9_-]+|"[^"]*"|'[^']*'""")
_QUOTED = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'|#.*')
_LONG = re.compile(r'"""|\'\'\'')

Path = tuple[str, ...]


def key_lines(source: str) -> dict[Path, int]:
    """Line (from 1) of each table header and each key, by its full path; the n-th `[[claims]]` is ("claims", "n")."""
    lines: dict[Path, int] = {}
    counts: dict[Path, int] = {}
    here: Path = ()
    depth, long = 0, ""
    for number, line in enumerate(source.splitlines(), start=1):
        if not long and depth == 0:
            header, key = _HEADER.match(line), _KEY.match(line)
            if header:
                here = _steps(header[2])
                if header[1] == "[[":
                    counts[here] = counts.get(here, -1) + 1
                    here = (*here, str(counts[here]))
                lines.setdefault(here, number)
                continue
            if key:
                lines.setdefault((*here, *_steps(key[1])), number)
        depth, long = _after(line, depth, long)
    return lines


def line_of(lines: dict[Path, int], path: Path) -> int:
    """The line of the longest beginning of `path` that has one; 1 where none has."""
    for length in range(len(path), 0, -1):
        if path[:length] in lines:
            return lines[path[:length]]
        inner = [number for known, number in lines.items() if known[:length] == path[:length]]
        if inner:
            return min(inner)
    return 1


def _steps(dotted: str) -> Path:
    return tuple(step.strip("\"'") for step in _STEP.findall(dotted))


def _after(line: str, depth: int, long: str) -> tuple[int, str]:
    """Bracket depth and open long string after this line."""
    rest = line
    while True:
        if long:
            _inside, mark, rest = rest.partition(long)
            if not mark:
                return depth, long
            long = ""
        opening = _LONG.search(rest)
        plain = _QUOTED.sub("", rest[: opening.start()] if opening else rest)
        depth += sum(plain.count(mark) for mark in "[{") - sum(plain.count(mark) for mark in "]}")
        if opening is None:
            return depth, ""
        long, rest = opening[0], rest[opening.end() :]
