"""The words of made-up statements: by Zipf's law, with stock formulas and with repetitions of earlier statements."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

VOCABULARY, LENGTH = 60_000, 40
FORMULAS, FORMULA_LENGTH, FORMULA_SHARE = 300, 8, 0.35
ECHO_SHARE, CHANGED = 0.15, (0, 1, 2, 3, 5, 8, 14)


def tokens(chance: np.random.Generator, number: int) -> np.ndarray:
    """Numbers of words, a row a statement: 35 % with a formula, 15 % an earlier row with up to 14 words changed."""
    shares = 1 / np.arange(1, VOCABULARY + 1)
    cumulated = np.cumsum(shares / shares.sum())

    def drawn(*shape: int) -> np.ndarray:
        return np.minimum(np.searchsorted(cumulated, chance.random(shape)), VOCABULARY - 1)

    said = drawn(number, LENGTH)
    formulas = np.minimum(np.searchsorted(cumulated, np.random.default_rng(5).random((FORMULAS, 8))), VOCABULARY - 1)
    weights = 1 / np.arange(1, FORMULAS + 1)
    with_one = np.flatnonzero(chance.random(number) < FORMULA_SHARE)
    which = chance.choice(FORMULAS, with_one.size, p=weights / weights.sum())
    at = chance.integers(0, LENGTH - FORMULA_LENGTH, with_one.size)
    said[with_one[:, None], at[:, None] + np.arange(FORMULA_LENGTH)] = formulas[which]
    echoes = np.flatnonzero(chance.random(number) < ECHO_SHARE)
    earlier = (chance.random(echoes.size) * echoes).astype(np.int64)
    changed = chance.choice(CHANGED, echoes.size)
    order = np.argsort(chance.random((echoes.size, LENGTH)), axis=1)
    said[echoes] = np.where(order < changed[:, None], drawn(echoes.size, LENGTH), said[earlier])
    return said


def worded(said: np.ndarray) -> dict[str, pa.Array]:
    """The columns `lemmas` and `grams` of wordings with these words."""
    number = said.shape[0]
    words = np.char.add("w", np.arange(VOCABULARY).astype(str))
    flat = pa.DictionaryArray.from_arrays(pa.array(said.ravel().astype(np.int32)), pa.array(words)).cast(pa.string())
    offsets = pa.array(np.arange(number + 1, dtype=np.int32) * said.shape[1])
    lemmas = pc.binary_join(pa.ListArray.from_arrays(offsets, flat), " ")
    keys = _keys(said.astype(np.uint64))
    order = np.argsort(keys, axis=1, kind="stable")
    ranked = np.take_along_axis(keys, order, axis=1)
    again = np.zeros(keys.shape, bool)
    np.put_along_axis(again, order[:, 1:], ranked[:, 1:] == ranked[:, :-1], axis=1)
    ends = np.concatenate([[0], np.cumsum((~again).sum(axis=1))])
    grams = pa.ListArray.from_arrays(pa.array(ends, pa.int32()), pa.array(keys[~again]))
    return {"lemmas": lemmas, "grams": grams}


def _keys(said: np.ndarray) -> np.ndarray:
    """A 63-bit key for each run of three words (the finaliser of splitmix64)."""
    with np.errstate(over="ignore"):
        mixed = (said[:, :-2] * np.uint64(VOCABULARY) + said[:, 1:-1]) * np.uint64(VOCABULARY) + said[:, 2:]
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        mixed ^= mixed >> np.uint64(31)
    keys: np.ndarray = (mixed >> np.uint64(1)).astype(np.int64)
    return keys
