from importlib.util import find_spec

from overtone.bench.measures import NAMES
from overtone.cli.bench import BENCHES, GROUPS


def test_every_bench_of_a_measure_can_be_called_alone_and_with_the_others() -> None:
    assert set(NAMES) <= set(BENCHES)
    assert set(NAMES) < set(GROUPS["measures"]) <= set(BENCHES)
    assert all(find_spec(f"overtone.bench.{name}") for name in NAMES)
