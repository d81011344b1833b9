import numpy as np
import pytest

from overtone.measure.partial import pooled, variances


def crossed(seed: int = 3, size: int = 900) -> tuple[np.ndarray, list[np.ndarray], dict[str, np.ndarray]]:
    """Values of ten topics and twenty speakers, with an effect for each pair."""
    chance = np.random.default_rng(seed)
    topics, actors = chance.integers(0, 10, size), chance.integers(0, 20, size)
    pairs = np.unique(topics * 20 + actors, return_inverse=True)[1]
    truth = {"topic": chance.normal(0, 1, 10), "actor": chance.normal(0, 0.5, 20)}
    truth["pair"] = chance.normal(0, 0.3, pairs.max() + 1)
    values = 2 + truth["topic"][topics] + truth["actor"][actors] + truth["pair"][pairs] + chance.normal(0, 1, size)
    return values, [topics, actors, pairs], truth


def test_the_variances_of_crossed_groups_come_back() -> None:
    found, wanted = [], []
    for seed in range(12):
        values, levels, truth = crossed(seed)
        found.append(pooled(values, np.ones(len(values)), levels).variances)
        wanted.append([effects.var(ddof=1) for effects in truth.values()])
    topic, actor, pair, noise = np.mean(found, axis=0)
    drawn = np.mean(wanted, axis=0)
    assert topic == pytest.approx(drawn[0], rel=0.2)
    assert actor == pytest.approx(drawn[1], rel=0.2)
    assert pair == pytest.approx(drawn[2], abs=0.05)
    assert noise == pytest.approx(1, rel=0.1)


def test_a_contrast_of_two_speakers_is_found_and_its_interval_holds_it() -> None:
    inside = []
    for seed in range(20):
        values, levels, truth = crossed(seed)
        model = pooled(values, np.ones(len(values)), levels)
        weights = np.zeros(len(model.effects))
        weights[model.starts[1] + 0], weights[model.starts[1] + 1] = 1, -1
        value, doubt = model.contrast(weights)
        inside.append(abs(value - (truth["actor"][0] - truth["actor"][1])) <= 1.645 * doubt)
    assert np.mean(inside) >= 0.75


def test_the_solution_is_that_of_the_general_form() -> None:
    values, levels, _ = crossed(size=60)
    model = pooled(values, np.full(60, 0.5), levels)
    *parts, scale = model.variances
    designs = [np.eye(one.max() + 1)[one] for one in levels]
    whole = sum(part * z @ z.T for part, z in zip(parts, designs, strict=True)) + np.eye(60) * 0.5 * scale
    inverse, ones = np.linalg.inv(whole), np.ones(60)
    mean = ones @ inverse @ values / (ones @ inverse @ ones)
    actors = parts[1] * designs[1].T @ inverse @ (values - mean)
    assert model.effects[0] == pytest.approx(mean)
    assert np.allclose(model.effects[model.starts[1] : model.starts[2]], actors)


def test_little_known_is_drawn_further_toward_nothing() -> None:
    levels = np.array([0] * 40 + [1] * 40 + [2] * 40 + [3])
    values = np.array([1.0] * 40 + [-1.0] * 40 + [0.0] * 40 + [1.0]) + np.append(np.tile([0.4, -0.4], 60), 0.0)
    effects = pooled(values, np.ones(121), [levels]).effects
    assert 0 < effects[4] < effects[1]


@pytest.mark.parametrize("value", [0.0, 1.5])
def test_values_without_variation_give_effects_of_nothing(value: float) -> None:
    model = pooled(np.full(6, value), np.ones(6), [np.array([0, 0, 1, 1, 2, 2])])
    assert model.effects[0] == pytest.approx(value)
    assert np.allclose(model.effects[1:], 0)
    assert all(np.isfinite(variances(np.full(6, value), np.ones(6), [])))


def test_one_level_alone_is_not_told_from_the_mean() -> None:
    model = pooled(np.array([1.0, 2.0, 3.0]), np.ones(3), [np.zeros(3, dtype=np.int64)])
    assert model.effects[0] + model.effects[1] == pytest.approx(2.0)


def test_nothing_to_pool_is_an_error() -> None:
    with pytest.raises(ValueError, match="nothing to pool"):
        pooled(np.zeros(0), np.zeros(0), [])
