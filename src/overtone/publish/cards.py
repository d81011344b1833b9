"""What an edition hands to the shelves: whom and what it tells of, and what the search may find in it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from overtone.language import LANGUAGES
from overtone.publish.issues import Subject
from overtone.publish.search import Entry, card, entry_files, index
from overtone.publish.spelling import key, parts, skeleton
from overtone.publish.words import Words
from overtone.records import Edition, Exhibit, Sentence, Text, TextPortrait

LONGEST = 1500  # letters of a quotation that the search keeps
NAMED = {"actor": ("actor",), "event": ("venue", "event"), "topic": ("target", "topic")}  # labels of each kind


def subjects(edition: Edition, text: Text, words: Words) -> tuple[Subject, ...]:
    """The actors whose words are shown and everything that has a portrait, by kind and name."""
    spoken: dict[str, list[str]] = {}
    for exhibit in edition.exhibits:
        if exhibit.actor:
            spoken.setdefault(exhibit.actor, []).append(exhibit.id)
    portraits = {(one.kind, one.id): one for one in text.portraits}
    found = [_subject(words, kind, name, spoken, portraits.get((kind, name))) for kind, name in portraits]
    found += [_subject(words, "actor", name, spoken, None) for name in spoken if ("actor", name) not in portraits]
    return tuple(sorted(found, key=lambda one: (one.kind, one.name, one.id)))


def _subject(
    words: Words, kind: str, name: str, spoken: dict[str, list[str]], portrait: TextPortrait | None
) -> Subject:
    labels = (words.labels.get(f"{label}.{name}") for label in NAMED.get(kind, ()))
    printed = next((label for label in labels if label), portrait.title.words if portrait else name)
    return Subject(
        kind=kind,
        id=name,
        name=printed,
        exhibits=tuple(spoken.get(name, ())) if kind == "actor" else (),
        portrait=portrait is not None,
        also=tuple(other for other in words.labels.get(f"also.{name}", "").split("|") if other and other != printed),
        forms=tuple(name_forms(words.labels.get(f"forms.{name}", ""))),
    )


def name_forms(label: str) -> Iterator[tuple[str, str]]:
    """Every form of a surname with the keys of all of them: «пескоў» and «пескова» lead to one another."""
    for lang, told in zip(LANGUAGES, label.split("|"), strict=False):
        words = dict.fromkeys(part for word in told.split() for part in parts(word))
        keys = " ".join(sorted({key(word, lang) for word in words}))
        yield from dict.fromkeys((skeleton(word), keys) for word in words)


def names(known: Iterable[Subject]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The forms of the subjects' names, with the keys they lead to, as `search.index` takes them."""
    for subject in known:
        for form, keys in subject.forms:
            yield (form,), tuple(keys.split())


def also(subject: Subject) -> tuple[tuple[str, str], ...]:
    """The other names of a subject in every language: nobody says which language a name is in, so in each."""
    return tuple((lang, name) for name in subject.also for lang in _tongues(name))


def _tongues(name: str) -> tuple[str, ...]:
    return LANGUAGES[:1] if name.isascii() else LANGUAGES[1:]


def entries(edition: Edition, text: Text, words: Words, known: Iterable[Subject]) -> list[Entry]:
    """Everything of one language of a week that can be found: the week, its themes, lists, portraits and evidence."""
    week, of = edition.brief.window.label, {(one.kind, one.id): one for one in known}
    told = [Entry(path=f"{week}/index.html", kind="week", title=text.title, text=f"{week}. {text.summary}")]
    for section in text.sections:
        lines = (section.headline, section.ground, *section.lead, *section.body)
        told.append(_entry(f"{week}/index.html#t-{section.theme}", "theme", section.name, lines))
    for register in text.registers:
        title = words.say(f"register.{register.key}")
        told.append(_entry(f"{week}/index.html#r-{register.key}", "register", title, register.sentences))
    for portrait in text.portraits:
        lines = tuple(sentence for register in portrait.registers for sentence in register.sentences)
        path = f"{week}/{portrait.kind}/{portrait.id}.html"
        others = also(of[portrait.kind, portrait.id])
        told.append(replace(_entry(path, portrait.kind, portrait.title.words, lines), also=others))
    told += [_evidence(week, exhibit, of.get(("actor", exhibit.actor or ""))) for exhibit in edition.exhibits]
    return told


def _entry(path: str, kind: str, title: str, lines: Iterable[Sentence]) -> Entry:
    return Entry(path=path, kind=kind, title=title, text=" ".join(line.words for line in lines))


def _evidence(week: str, exhibit: Exhibit, speaker: Subject | None) -> Entry:
    return Entry(
        path=f"{week}/evidence/{exhibit.id}.html",
        kind="evidence",
        title=speaker.name if speaker else exhibit.title or exhibit.publisher or exhibit.source,
        text=exhibit.quote[:LONGEST],
        lang=exhibit.lang,
        also=also(speaker) if speaker else (),
    )


def search_files(folder: str, edition: Edition, text: Text, words: Words) -> dict[str, bytes]:
    """The edition's part of the search: its entries as scripts, and the card that the year is put together from."""
    known = subjects(edition, text, words)
    told = entries(edition, text, words, known)
    week = edition.brief.window.label
    made = {f"{folder}/search-{n}.js": body for n, body in entry_files(told, week)}
    made[f"{folder}/search.json"] = card(index(told, text.lang, names(known)))
    return made
