"""The search without a server: what an edition gives to it, and how the editions' parts become files by year.

An edition tells its entries (a title, a text, where they stand) and, for each key of a word, which entries hold it.
The script of the search page loads the list of shards, then the shards of the words asked, then the entries found.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from overtone.publish.spelling import key, parts, skeleton

CHUNK = 24  # entries that are loaded together
SHARD = 12_000  # letters of a file of keys, roughly
OPENING = 3  # letters: words that begin with the same ones stand in one shard
TITLE, NAME, TEXT = 4.0, 3.0, 1.0  # what a word weighs in a title, as another name, in the text
USUAL = 30.0  # words of a usual entry
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something that can be found: a page or a part of one."""

    path: str  # from the folder of the language
    kind: str  # week | theme | register | evidence | actor | event | topic | encounter | commentary | corrections …
    title: str
    text: str
    lang: str = ""  # of the text where it is another than the page's
    also: tuple[tuple[str, str], ...] = ()  # other names: language, name


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The search of one week or of the site-wide pages: files of entries, and postings and forms by key."""

    entries: int
    terms: Mapping[str, str]  # key → "entry in base 36, weight 1–9" several
    forms: Mapping[str, tuple[str, ...]]  # form that does not begin with its key → keys


def base36(number: int) -> str:
    """A number as short as an address or a posting wants it."""
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = DIGITS[rest] + digits
        if not number:
            return digits


def _weights(entry: Entry, lang: str) -> tuple[dict[str, float], set[tuple[str, str]]]:
    """How much each key weighs in an entry (BM25's saturation, k 1.2 and b 0.75), and the forms met with their keys."""
    counts: dict[str, float] = defaultdict(float)
    forms: set[tuple[str, str]] = set()
    length = 0
    fields = [(entry.title, lang, TITLE), (entry.text, entry.lang or lang, TEXT)]
    for words, tongue, weight in [*fields, *((name, lang_of, NAME) for lang_of, name in entry.also)]:
        for word in parts(words):
            found, form = key(word, tongue), skeleton(word)
            counts[found] += weight
            forms.add((form, found))
            length += 1
    norm = 1.2 * (0.25 + 0.75 * length / USUAL)
    return {found: count / (count + norm) for found, count in counts.items()}, forms


def index(entries: Sequence[Entry], lang: str, names: Iterable[tuple[Sequence[str], Sequence[str]]] = ()) -> Part:
    """The part of the search that these entries make; `names`: forms of a name and the keys all of them lead to."""
    terms: dict[str, list[str]] = defaultdict(list)
    forms: dict[str, set[str]] = defaultdict(set)
    for number, entry in enumerate(entries):
        weights, met = _weights(entry, lang)
        for found, weight in weights.items():
            terms[found].append(f"{base36(number)}{max(1, min(9, round(9 * weight)))}")
        for form, found in met:
            if not form.startswith(found):
                forms[form].add(found)
    for every, keys in names:
        for form in every:
            forms[form].update(known for known in keys if known in terms)
    return Part(
        entries=len(entries),
        terms={found: " ".join(terms[found]) for found in sorted(terms)},
        forms={form: tuple(sorted(forms[form])) for form in sorted(forms) if forms[form]},
    )


def script(name: str, value: object) -> bytes:
    """Data as a script that hands them over: what a page opened from a folder may load as well."""
    told = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    safe = told.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f'overtone.take("{name}",{safe});\n'.encode("utf-8", "backslashreplace")


def entry_files(entries: Sequence[Entry], name: str) -> Iterator[tuple[str, bytes]]:
    """The entries in files of some dozens: number of the file, bytes."""
    for start in range(0, len(entries), CHUNK):
        told = [[e.path, e.kind, e.title, e.text, e.lang] for e in entries[start : start + CHUNK]]
        yield str(start // CHUNK), script(f"{name}/{start // CHUNK}", told)


def card(part: Part) -> bytes:
    """A part as it is kept beside the edition, for the next time the year is put together."""
    told = {"entries": part.entries, "terms": dict(part.terms), "forms": {k: list(v) for k, v in part.forms.items()}}
    return (json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")) + "\n").encode()


def read_card(body: bytes) -> Part:
    """A kept part; ValueError or KeyError where somebody changed the file."""
    told = json.loads(body)
    return Part(
        entries=int(told["entries"]),
        terms=told["terms"],
        forms={form: tuple(keys) for form, keys in told["forms"].items()},
    )


@dataclass(slots=True)
class Shard:
    """A file of keys and forms while it is filled."""

    opening: str  # the first letters it begins with
    last: str = ""
    size: int = 0
    terms: dict[str, dict[str, str]] = field(default_factory=dict)
    forms: dict[str, list[str]] = field(default_factory=dict)

    def put(self, word: str, postings: Mapping[str, str], keys: Iterable[str]) -> None:
        """Add one word: as a key its postings by week, as a form the keys it leads to."""
        self.last = word[:OPENING]
        if postings:
            self.terms[word] = dict(postings)
        if known := sorted(keys):
            self.forms[word] = known
        self.size += len(word) + sum(len(one) + 10 for one in postings.values()) + sum(len(one) + 3 for one in known)


def shards(parts_of: Mapping[str, Part]) -> list[Shard]:
    """The keys and forms of a year, by week, in files; words that begin with the same three letters stand together."""
    terms: dict[str, dict[str, str]] = defaultdict(dict)
    forms: dict[str, set[str]] = defaultdict(set)
    for week, part in sorted(parts_of.items()):
        for found, postings in part.terms.items():
            terms[found][week] = postings
        for form, keys in part.forms.items():
            forms[form].update(keys)
    made: list[Shard] = []
    for word in sorted({*terms, *forms}):
        opening = word[:OPENING]
        if not made or (made[-1].size > SHARD and made[-1].last != opening):
            made.append(Shard(opening=opening))
        made[-1].put(word, terms.get(word, {}), forms.get(word, ()))
    return made
