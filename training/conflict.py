"""Trains the head of conflict on all of UNSCon and writes its weights.

    python -m training.conflict ../shared        # writes src/overtone/read/weights/conflict.npz

Deterministic; three minutes on one core, nearly all of it the encoder. What it is worth on speeches that it has not
seen is measured by `overtone bench conflict`, which fits it anew without them.
"""

import argparse
from pathlib import Path

import numpy as np

from overtone.bench.conflict_corpus import speeches
from overtone.bench.conflict_model import fit
from overtone.read.conflict import AFTER, WEIGHTS
from overtone.read.e5 import E5
from overtone.read.speech.loading import WEIGHTS as FOLDER
from overtone.read.speech.loading import vectors_file


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shared", type=Path)
    corpus = speeches(parser.parse_args().shared / "data" / "unscon")
    encoder = E5(vectors_file())
    means = [encoder.means([s.text for s in speech.sentences], AFTER) for speech in corpus]
    head = fit(means, [np.array([s.conflict for s in speech.sentences]) for speech in corpus])
    np.savez_compressed(
        FOLDER / WEIGHTS,
        scale=head.scale.astype(np.float32),
        weights=head.weights.astype(np.float32),
        bias=np.float32(head.bias),
        around=head.around.astype(np.float32),
        level=np.float32(head.level),
        threshold=np.float32(head.threshold),
    )
    print(len(corpus), "speeches, threshold", head.threshold, "neighbours' weights", head.around.round(3))


if __name__ == "__main__":
    main()
