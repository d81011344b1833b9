"""The text of a signed article as HTML: sentences with their numbered evidence, quotations, footnotes, figures.

Every word passes through an escape here, as templates do it elsewhere: an article has hundreds of runs, and a page
should take less than a millisecond.
"""

import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from html import escape

from overtone.publish.words import Words
from overtone.records import Exhibit
from overtone.records.commentaries import Article, Block, Cited, Commentary, Picture, Run, Said

CUT = 160  # characters of a sentence that the page of its evidence shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """A sentence as the page of its evidence lists it."""

    anchor: str
    words: str


@dataclass(slots=True, kw_only=True)
class Flow:
    """What is known while an article is written out: numbers of its evidence, anchors given, who rests on what."""

    words: Words
    grounds: Mapping[str, Cited]
    numbers: Mapping[str, int]  # exhibit id → number
    measured: Mapping[str, int]  # signal id → number
    notes: Mapping[str, str]  # footnote → letter
    pictures: Mapping[str, Picture]
    stale: frozenset[str] = frozenset()
    anchors: dict[str, int] = field(default_factory=dict)
    resting: dict[str, list[Resting]] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)  # reference → its links


def numbered(grounds: Sequence[Cited]) -> tuple[dict[str, int], dict[str, int]]:
    """Numbers of exhibits and of signals, in the order of the first mention."""
    exhibits = dict.fromkeys(one.id for ground in grounds for one in ground.exhibits)
    signals = dict.fromkeys(ground.signal.id for ground in grounds if ground.signal is not None)
    return {name: n for n, name in enumerate(exhibits, 1)}, {name: n for n, name in enumerate(signals, 1)}


def flow(told: Commentary, words: Words) -> Flow:
    """All that writing one article out needs."""
    numbers, measured = numbered(told.grounds)
    return Flow(
        words=words,
        grounds={one.reference: one for one in told.grounds},
        numbers=numbers,
        measured=measured,
        notes={name: letter(n) for n, (name, _) in enumerate(told.article.notes)},
        pictures={one.name: one for one in told.pictures},
        stale=told.behind.sentences,
    )


def letter(number: int) -> str:
    """The mark of a footnote: a, b … z, aa, ab …"""
    first, last = divmod(number, 26)
    return (letter(first - 1) if first else "") + string.ascii_lowercase[last]


def body(article: Article, hand: Flow) -> str:
    """All paragraphs of an article."""
    return "".join([_block(block, hand) for block in article.blocks])


def lead(article: Article, hand: Flow) -> str:
    """The summary, each sentence with its ground."""
    return _sentences(article.front.summary, (), hand)


def footnotes(article: Article, hand: Flow) -> str:
    """The footnotes as items of a list."""
    return "".join([_footnote(hand.notes[name], block, hand) for name, block in article.notes])


def _footnote(mark: str, block: Block, hand: Flow) -> str:
    back = escape(hand.words.say("commentary.back"))
    link = f'<a class="no" href="#fr-{mark}" aria-label="{back}">{mark}</a>'
    said = f"{_mark(block, hand)}{_sentences(block.sentences, block.cites, hand)}"
    return f'<li id="fn-{mark}">{link}<p>{said}</p></li>\n'


def _block(block: Block, hand: Flow) -> str:
    return _KINDS[block.kind](block, hand)


def _paragraph(block: Block, hand: Flow) -> str:
    kind = ' class="analysis"' if block.analysis else ""
    return f"<p{kind}>{_mark(block, hand)}{_sentences(block.sentences, block.cites, hand)}</p>\n"


def _mark(block: Block, hand: Flow) -> str:
    return f'<b class="aside">{escape(hand.words.say("commentary.analysis"))}</b> ' if block.analysis else ""


def _heading(block: Block, hand: Flow) -> str:
    said = block.sentences[0]
    name = _anchor("h", said.words, hand)
    return f'<h{block.level} id="{name}">{"".join([_run(run, hand) for run in said.runs])}</h{block.level}>\n'


def _list(block: Block, hand: Flow) -> str:
    tag = "ol" if block.words else "ul"
    start = f' start="{block.level}"' if block.words and block.level != 1 else ""
    items = []
    for item in block.children:
        inner = [
            f"{_mark(one, hand)}{_sentences(one.sentences, one.cites, hand)}"
            if block.tight and one.kind == "paragraph"
            else _block(one, hand)
            for one in item.children
        ]
        items.append(f"<li>{''.join(inner)}</li>\n")
    return f"<{tag}{start}>\n{''.join(items)}</{tag}>\n"


def _quote(block: Block, hand: Flow) -> str:
    """A quotation in the language it was published in, with who said it, where and when."""
    shown = [exhibit for cite in block.cites for exhibit in _exhibits(cite, hand)]
    source = next((one for one in shown if block.words in one.quote), shown[0] if shown else None)
    lang = f' lang="{escape(source.lang)}"' if source is not None and source.lang != hand.words.lang else ""
    lines = "".join(f"<p>{' '.join([_plain(said, hand) for said in child.sentences])}</p>" for child in block.children)
    name = _anchor("s", block.words, hand)
    _rest(block.words, block.cites, name, hand)
    from_whom = f"{_attributed(source, hand)} " if source is not None else ""
    return (
        f'<figure class="quoted" id="{name}"><blockquote{lang}>{lines}</blockquote>'
        f"<figcaption>{from_whom}{_refs(block.cites, hand)}</figcaption></figure>\n"
    )


def _attributed(source: Exhibit, hand: Flow) -> str:
    """Where the words stood and when; who spoke is told by the page of the evidence, with the manner of it."""
    words = hand.words
    where = source.publisher or words.name("source", source.source)
    return f'<span lang="{escape(source.lang)}">{escape(where)}</span>, {escape(words.day(source.published_on))}'


def _pull(block: Block, hand: Flow) -> str:
    """Words of the article are there already, so they are not read out twice; words of the evidence are."""
    plain = " ".join([_plain(said, hand) for said in block.sentences])
    if not block.cites:
        return f'<aside class="pull" aria-hidden="true"><p>{plain}</p></aside>\n'
    source = next((one for cite in block.cites for one in _exhibits(cite, hand)), None)
    lang = f' lang="{escape(source.lang)}"' if source is not None and source.lang != hand.words.lang else ""
    return f'<aside class="pull"><p><span{lang}>{plain}</span>{_refs(block.cites, hand)}</p></aside>\n'


def _figure(block: Block, hand: Flow) -> str:
    return figure(block.file, block.words, block.credit, hand)


def figure(file: str, alt: str, credit: str, hand: Flow) -> str:
    """A picture with its credit, its size told so that the page does not jump."""
    picture = hand.pictures.get(file)
    size = f' width="{picture.width}" height="{picture.height}"' if picture is not None else ""
    told = escape(hand.words.say("commentary.credit", credit=credit))
    return (
        f'<figure class="picture"><img src="{escape(file)}" alt="{escape(alt)}"{size}>'
        f"<figcaption>{told}</figcaption></figure>\n"
    )


def _code(block: Block, hand: Flow) -> str:
    del hand
    return f'<pre tabindex="0"><code>{escape(block.words, quote=False)}</code></pre>\n'


def _rule(block: Block, hand: Flow) -> str:
    del block, hand
    return "<hr>\n"


def _sentences(sentences: Iterable[Said], shared: tuple[str, ...], hand: Flow) -> str:
    made = " ".join([_sentence(said, hand) for said in sentences])
    return f"{made}{_refs(shared, hand)}" if shared else made


def _sentence(said: Said, hand: Flow) -> str:
    """A sentence with its anchor, its evidence where it is cited, and whether its original has changed."""
    name = _anchor("s", said.words, hand)
    if said.cites or said.shared:
        _rest(said.words, (*said.cites, *said.shared), name, hand)
    runs = said.runs
    inner = _run(runs[0], hand) if len(runs) == 1 else _inner(runs, hand)
    stale = ""
    if hand.stale and said.words in hand.stale:
        stale = f' <span class="stale">[{escape(hand.words.say("commentary.behind-here"))}]</span>'
    link = hand.marks.get("") or hand.marks.setdefault("", escape(hand.words.say("sentence.link")))
    perma = f'<a class="perma" href="#{name}" title="{link}" aria-hidden="true" tabindex="-1">#</a>'
    return f'<span class="s" id="{name}">{inner}{stale}{perma}</span>'


def _inner(runs: Sequence[Run], hand: Flow) -> str:
    """Runs in a row; references that stand side by side share their raised place."""
    made: list[str] = []
    cites: list[str] = []
    gap = ""
    for run in runs:
        if run.kind == "cite":
            cites.append(run.words)
        elif cites and run.kind == "text" and not run.words.strip():
            gap = " "
        else:
            if cites:
                made.append(_refs(cites, hand) + gap)
                cites, gap = [], ""
            made.append(_run(run, hand))
        if len(cites) == 1 and made and made[-1].endswith(" "):
            made[-1] = made[-1].rstrip(" ")
    return "".join(made) + (_refs(cites, hand) if cites else "")


def _plain(said: Said, hand: Flow) -> str:
    """A sentence without its references, which stand elsewhere."""
    return "".join([_run(run, hand) for run in said.runs if run.kind not in ("cite", "note")]).strip()


def _run(run: Run, hand: Flow) -> str:
    kind, words, look, href = run
    if kind == "text" and not (look or href or "&" in words or "<" in words or ">" in words):
        return words
    if kind == "cite":
        return _refs((words,), hand)
    if kind == "note":
        mark = hand.notes[words]
        told = escape(hand.words.say("commentary.note", name=mark))
        again = f"fr-{mark}" in hand.anchors
        hand.anchors[f"fr-{mark}"] = 1
        name = "" if again else f' id="fr-{mark}"'
        return f'<sup class="refs"><a{name} href="#fn-{mark}" aria-label="{told}">{mark}</a></sup>'
    if kind == "break":
        return "<br>\n"
    made = escape(words, quote=False) if "&" in words or "<" in words or ">" in words else words
    if kind == "code":
        made = f"<code>{made}</code>"
    if look:
        made = f"<em>{made}</em>" if "e" in look else made
        made = f"<strong>{made}</strong>" if "s" in look else made
    if href:
        outside = ' rel="noopener nofollow"' if href.startswith("http") else ""
        made = f'<a href="{escape(href)}"{outside}>{made}</a>'
    return made


def _refs(cites: Sequence[str], hand: Flow) -> str:
    links = "".join([hand.marks.get(cite) or _links(cite, hand) for cite in dict.fromkeys(cites)])
    return f'<sup class="refs">{links}</sup>' if links else ""


def _links(cite: str, hand: Flow) -> str:
    """The numbered links of one reference: to its evidence, and to the number where one is measured."""
    ground = hand.grounds.get(cite)
    made = ""
    if ground is not None and ground.signal is not None:
        number = hand.measured[ground.signal.id]
        told = escape(hand.words.say("sentence.number", number=number))
        made += f'<a class="figure" href="#n-{ground.signal.id}" aria-label="{told}">≈{number}</a>'
    elif ground is not None:
        for one in ground.exhibits:
            number = hand.numbers[one.id]
            told = escape(hand.words.say("sentence.evidence", number=number))
            made += f'<a href="evidence/{one.id}.html#words" aria-label="{told}">{number}</a>'
    hand.marks[cite] = made
    return made


def _exhibits(cite: str, hand: Flow) -> tuple[Exhibit, ...]:
    ground = hand.grounds.get(cite)
    return ground.exhibits if ground is not None else ()


def _rest(words: str, cites: Iterable[str], name: str, hand: Flow) -> None:
    """Remember for the pages of the evidence that this sentence rests on it."""
    words = words if len(words) <= CUT else words[:CUT].rsplit(" ", 1)[0] + " …"
    for cite in dict.fromkeys(cites):
        for exhibit in _exhibits(cite, hand):
            hand.resting.setdefault(exhibit.id, []).append(Resting(anchor=name, words=words))


def _anchor(kind: str, words: str, hand: Flow) -> str:
    """A lasting name: of what the sentence says; the second that says the same gets a number."""
    name = f"{kind}-{blake2b(words.encode('utf-8', 'replace'), digest_size=6).hexdigest()}"
    seen = hand.anchors.get(name, 0) + 1
    hand.anchors[name] = seen
    return name if seen == 1 else f"{name}-{seen}"


_KINDS = {
    "paragraph": _paragraph,
    "heading": _heading,
    "list": _list,
    "quote": _quote,
    "pull": _pull,
    "figure": _figure,
    "code": _code,
    "rule": _rule,
}
