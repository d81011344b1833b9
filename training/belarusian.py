"""Trains the Belarusian tagger, lemmatiser and parser that ship with Overtone, and cross-validates them.

    python training/belarusian.py ../shared/data WORK tag all       # the tagger that ships, from all sentences
    python training/belarusian.py ../shared/data WORK parse all     # the parser that ships
    python training/belarusian.py ../shared/data WORK tag 0         # tagger and parser of one fold, 0 to 3
    python training/belarusian.py ../shared/data WORK parse 0
    python training/belarusian.py ../shared/data WORK folds         # figures of the folds that are there
    python training/belarusian.py ../shared/data WORK ship          # weights, golden digest and table into the package

A tagger takes two minutes of one core, a parser six.
Data: UD_Belarusian-HSE (CC BY-SA 4.0), the dev file and the train file of 2019; word vectors for the parser are learnt
from ntrex (CC BY-SA 4.0) and ru-be-legal (free use). UDPipe 1 (Straka & Straková, CoNLL 2017) without multi-threading:
its trainer offers no seed to set; that two trainings give the same bytes is not confirmed. WORK keeps each step.
"""

import argparse
import gzip
import hashlib
import json
import re
import shutil
import tarfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.linalg import svds
from ufal import udpipe
from ufal.udpipe import InputFormat, Model, Pipeline, ProcessingError, Sentence, Sentences, Trainer

from overtone.language import language
from overtone.language.orthography import official, official_word
from overtone.read.parsing_belarusian import BelarusianParser, golden_digest, lemma_of

WEIGHTS = Path(__file__).resolve().parents[1] / "src/overtone/read/weights"
FOLDS = 4
BLOCK = 40  # neighbouring sentences stay together: a fold is every fourth block of forty
TAGGER = "iterations=10;use_xpostag=0;provide_xpostag=0"
PARSER = (
    "iterations=12;hidden_layer=150;learning_rate=0.02;structured_interval=10;transition_system=projective;"
    "transition_oracle=dynamic;batch_size=10;embedding_form=50;use_gold_tags=1"
)
BELARUSIAN = language("be")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A word of the treebank: the ten columns of CoNLL-U that we use."""

    form: str
    lemma: str
    upos: str
    feats: str
    head: str
    deprel: str
    space: str


Tree = tuple[Row, ...]


def trees(path: Path) -> list[Tree]:
    """The sentences of a treebank file as they are."""
    found = []
    for block in gzip.decompress(path.read_bytes()).decode("utf-8").strip().split("\n\n"):
        lines = (line.split("\t") for line in block.split("\n") if re.match(r"\d+\t", line))
        found.append(
            tuple(Row(form=c[1], lemma=c[2], upos=c[3], feats=c[5], head=c[6], deprel=c[7], space=c[9]) for c in lines)
        )
    return found


def mended(tree: Tree) -> Tree:
    """The sentence with Latin letters inside words Cyrillic, and lemmas in one manner: small у, signs as they are."""
    rows = []
    for row in tree:
        lemma = BELARUSIAN.fold(row.lemma)
        lemma = "і" if lemma in {"i", "I"} else lemma
        if row.upos in {"PUNCT", "SYM"}:
            lemma = row.form
        elif row.upos != "PROPN" and not row.form[1:2].isupper():
            lemma = lemma.lower()
        rows.append(replace(row, lemma=lemma))
    return tuple(rows)


def folded(form: str) -> str:
    """A word as the model is shown it: look-alikes, apostrophes and the first ў folded."""
    folded = BELARUSIAN.fold(form)
    return {"i": "і", "I": "І"}.get(folded, folded)


def in_official(tree: Tree) -> Tree:
    """The sentence in the official spelling, words and lemmas."""
    text = " ".join(folded(row.form) for row in tree)
    classical = official(text).text != text
    rows = []
    for row in tree:
        form = folded(row.form)
        rows.append(
            replace(
                row,
                form=official_word(form) if classical else form,
                lemma=official_word(row.lemma) if classical else row.lemma,
            )
        )
    return tuple(rows)


def conllu(sentences: Sequence[Tree]) -> str:
    """Sentences in the format that UDPipe reads."""
    blocks = []
    for tree in sentences:
        lines = (
            "\t".join((str(n), r.form, r.lemma, r.upos, "_", r.feats, r.head, r.deprel, "_", r.space))
            for n, r in enumerate(tree, start=1)
        )
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n\n"


def for_trainer(sentences: Sequence[Tree]) -> Sentences:
    """Sentences as UDPipe's own objects."""
    reader = InputFormat.newConlluInputFormat()
    reader.setText(conllu(sentences))
    found, error = Sentences(), ProcessingError()
    while True:
        sentence = Sentence()
        if not reader.nextSentence(sentence, error):
            break
        found.append(sentence)
    if error.occurred():
        raise SystemExit(error.message)
    return found


def train(sentences: Sequence[Tree], tagger: str, parser: str, path: Path) -> None:
    """One model into a file; nothing where the file is there already."""
    if path.exists():
        return
    error = ProcessingError()
    model = Trainer.train("morphodita_parsito", for_trainer(sentences), Sentences(), "none", tagger, parser, error)
    if error.occurred():
        raise SystemExit(error.message)
    path.write_bytes(model)


def annotated(sentences: Sequence[Tree], model: Path, tag: bool, parse: bool) -> list[Tree]:
    """The sentences with what a model says of them."""
    loaded = Model.load(str(model))
    stages = (Pipeline.DEFAULT if tag else Pipeline.NONE, Pipeline.DEFAULT if parse else Pipeline.NONE)
    error = ProcessingError()
    out = Pipeline(loaded, "conllu", *stages, "conllu").process(conllu(sentences), error)
    if error.occurred():
        raise SystemExit(error.message)
    found = []
    for block in out.strip().split("\n\n"):
        lines = (line.split("\t") for line in block.split("\n") if re.match(r"\d+\t", line))
        found.append(
            tuple(Row(form=c[1], lemma=c[2], upos=c[3], feats=c[5], head=c[6], deprel=c[7], space=c[9]) for c in lines)
        )
    return found


def fold_of(place: int) -> int:
    """The fold of a sentence by its place in its file."""
    return place // BLOCK % FOLDS


def corpus(data: Path) -> tuple[list[tuple[int, Tree]], int]:
    """Every sentence with its fold, the dev file first, and how many are the dev file's."""
    folder = data / "ud-belarusian"
    dev = [mended(tree) for tree in trees(folder / "be_hse-ud-dev.conllu.gz")]
    old = [mended(tree) for tree in trees(folder / "be_hse-ud-train-2019.conllu.gz")]
    return [(fold_of(n), tree) for half in (dev, old) for n, tree in enumerate(half)], len(dev)


def both_spellings(sentences: Sequence[Tree]) -> list[Tree]:
    """Each sentence in the official spelling and, where it is another one, as it was written."""
    found = []
    for tree in sentences:
        spelled = in_official(tree)
        found.append(spelled)
        if any(a.form != b.form for a, b in zip(tree, spelled, strict=True)):
            found.append(tree)
    return found


def known(data: Path, fold: int) -> list[Tree]:
    """The sentences that the models of a fold may see; with fold = FOLDS all of them."""
    return [tree for home, tree in corpus(data)[0] if home != fold]


def tag(data: Path, work: Path, fold: int) -> None:
    """The tagger and lemmatiser without one fold, or of all sentences."""
    train(both_spellings(known(data, fold)), TAGGER, "none", work / f"tagger-{fold}.udpipe")


def running_text(data: Path) -> Iterator[list[str]]:
    """Belarusian sentences without trees, as small words in the official spelling."""
    with gzip.open(data / "ntrex-en-ru-be" / "sentences.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["be"] for line in lines]
    with tarfile.open(data / "ru-be-legal" / "ru-be-legal.tar.gz") as archive:
        for name in sorted(n for n in archive.getnames() if n.endswith("_be.txt_cleaned.txt")):
            handle = archive.extractfile(name)
            if handle is not None:
                texts += handle.read().decode("utf-8", "replace").splitlines()
    for text in texts:
        yield re.findall(r"\w+(?:['-]\w+)*|[^\w\s]", folded(official(text).text).lower())


def vectors(data: Path, work: Path, size: int = 50, reach: int = 2) -> Path:
    """Word vectors: positive pointwise mutual information of neighbours, cut by singular values (Levy et al. 2015)."""
    path = work / "vectors.txt"
    if path.exists():
        return path
    known = [[row.form.lower() for row in in_official(tree)] for _, tree in corpus(data)[0]]
    lines = [*running_text(data), *known]
    counts = Counter(word for line in lines for word in line)
    words = sorted(word for word, count in counts.items() if count >= 4)
    index = {word: n for n, word in enumerate(words)}
    pairs: Counter[tuple[int, int]] = Counter()
    for line in lines:
        places = [index.get(word, -1) for word in line]
        for n, one in enumerate(places):
            for gap in range(1, reach + 1):
                other = places[n + gap] if n + gap < len(places) else -1
                if one >= 0 and other >= 0:  # who stands where counts: the same word before and after are two contexts
                    pairs[one, other + (gap - 1) * len(words)] += 1
                    pairs[other, one + (gap - 1 + reach) * len(words)] += 1
    rows, columns = np.array([*pairs]).T
    values = np.array([*pairs.values()], dtype=float)
    width = 2 * reach * len(words)
    totals, beside = np.bincount(rows, values, len(words)), np.bincount(columns, values, width)
    smoothed = beside**0.75 / (beside**0.75).sum()
    information = np.log(values / (totals[rows] * smoothed[columns]))
    kept = information > 0
    matrix = coo_matrix((information[kept], (rows[kept], columns[kept])), shape=(len(words), width)).tocsr()
    left, strength, _ = svds(matrix, k=size, v0=np.ones(len(words)) / len(words), tol=1e-4)
    table = left * np.sqrt(strength)
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-9
    with path.open("w", encoding="utf-8") as out:
        out.write(f"{len(words)} {size}\n")
        for word, row in zip(words, table, strict=True):
            out.write(word + " " + " ".join(f"{value:.4f}" for value in row) + "\n")
    return path


def parse(data: Path, work: Path, fold: int) -> None:
    """The parser without one fold, or of all sentences."""
    options = f"{PARSER};embedding_form_file={vectors(data, work)}"
    train([in_official(tree) for tree in known(data, fold)], "none", options, work / f"parser-{fold}.udpipe")


def scores(data: Path, work: Path, fold: int) -> dict[str, int]:
    """Words of the dev file's sentences of one fold, and how many the models that never saw them got right.

    Against the treebank as it is published; `lemma_one_spelling` against its lemmas in the official spelling.
    """
    raw = trees(data / "ud-belarusian" / "be_hse-ud-dev.conllu.gz")
    gold = [tree for n, tree in enumerate(raw) if fold_of(n) == fold]
    shown = [in_official(mended(tree)) for tree in gold]
    tagged = annotated(shown, work / f"tagger-{fold}.udpipe", tag=True, parse=False)
    parser = work / f"parser-{fold}.udpipe"
    parsed = annotated(tagged, parser, tag=False, parse=True) if parser.exists() else tagged
    counts: Counter[str] = Counter()
    for trees_of_one in zip(gold, shown, parsed, strict=True):
        for true, official_row, seen in zip(*trees_of_one, strict=True):
            lemma = lemma_of(seen.form, seen.lemma, seen.upos)
            counts["words"] += 1
            counts["upos"] += seen.upos == true.upos
            counts["feats"] += seen.feats == true.feats
            counts["lemma"] += lemma == true.lemma
            counts["lemma_one_spelling"] += lemma == official_row.lemma
            if parser.exists():
                counts["parsed"] += 1
                counts["uas"] += seen.head == true.head
                counts["las"] += (seen.head, seen.deprel) == (true.head, true.deprel)
    return dict(counts)


def folds(data: Path, work: Path) -> dict[str, dict[str, int]]:
    """The counts of every fold whose tagger is there, printed as they come."""
    found = {}
    for fold in range(FOLDS):
        if (work / f"tagger-{fold}.udpipe").exists():
            found[str(fold)] = scores(data, work, fold)
            print(fold, found[str(fold)], flush=True)
    return found


def ship(data: Path, work: Path) -> None:
    """The models of all sentences into the package, with the digest of what they say and the figures of the folds."""
    for kind in ("tagger", "parser"):
        shutil.copyfile(work / f"{kind}-{FOLDS}.udpipe", WEIGHTS / f"belarusian_{kind}.udpipe")
    facts = WEIGHTS / "belarusian.json"
    facts.write_text(json.dumps({"golden": ""}), "utf-8")
    models = [Model.load(str(WEIGHTS / f"belarusian_{kind}.udpipe")) for kind in ("tagger", "parser")]
    golden = golden_digest(BelarusianParser(udpipe, *models))
    treebank = sorted((data / "ud-belarusian").glob("*.conllu.gz"))
    known_facts = {
        "golden": golden,
        "udpipe": version("ufal.udpipe"),
        "tagger": TAGGER,
        "parser": PARSER,
        "treebank": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in treebank},
        "folds": folds(data, work),
    }
    facts.write_text(json.dumps(known_facts, ensure_ascii=False, indent=1) + "\n", "utf-8")


def main() -> None:
    """One step of the training."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("step", choices=("tag", "parse", "folds", "ship"))
    parser.add_argument("fold", nargs="?", default="all")
    given = parser.parse_args()
    fold = FOLDS if given.fold == "all" else int(given.fold)
    given.work.mkdir(parents=True, exist_ok=True)
    if given.step == "tag":
        tag(given.data, given.work, fold)
    elif given.step == "parse":
        parse(given.data, given.work, fold)
    elif given.step == "folds":
        folds(given.data, given.work)
    else:
        ship(given.data, given.work)


if __name__ == "__main__":
    main()
