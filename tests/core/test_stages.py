"""What is kept of a chunk: its arrays within a budget, and results of the same scores."""

import threading
from contextlib import suppress
from dataclasses import replace

import numpy as np
import pytest

from gumbel_gui.core import stages
from gumbel_gui.core.draws import CHUNK
from gumbel_gui.core.engine import DEFAULT_BUDGET, Engine
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.stages import CACHED
from gumbel_gui.core.temperature_sums import GRID, relaxed_sums_at

GUARD = 60  # seconds until a test that hangs fails; nothing waits that long otherwise
THREE = Parameters(NOTE_PROBABILITIES, draws=2 * CHUNK + 100, seed=81)


# results


class Counted:
    """A summary that remembers a sum over gaps and classes, and counts how often it is made."""

    def __init__(self, key="sum"):
        self.key = key
        self.made = []

    def __call__(self, chunk):
        def compute():
            self.made.append(chunk.index)
            shifted = np.where(np.isfinite(chunk.shifted_scores), chunk.shifted_scores, 0)
            return np.append(shifted.sum(axis=1, dtype=np.float64), chunk.classes.sum())

        return chunk.cached(self.key, compute)


def fresh(parameters):
    """What is computed where nothing can be remembered."""
    with Engine(1, 0) as engine:
        parts = [Counted()(engine.chunk(parameters, i)) for i in range(3)]
    return sum(parts[1:], parts[0])


@pytest.mark.parametrize("threads", [1, 2, 4])
def test_it_is_computed_once_while_the_temperature_moves(threads):
    counted = Counted()
    with Engine(threads) as engine:
        for t in (0.1, 0.0, 1.0, 55.0):
            parameters = replace(THREE, temperature=t)
            functions = {"sum": counted, "relaxed": lambda chunk: chunk.relaxed.sum(axis=1)}
            got = engine.summarise(parameters, functions)["sum"]
            assert got.tobytes() == fresh(THREE).tobytes()
    assert sorted(counted.made) == [0, 1, 2]


@pytest.mark.parametrize("budget", [0, DEFAULT_BUDGET])
@pytest.mark.parametrize(
    "change",
    [
        {"probabilities": (1, 2, 3, 4, 5)},
        {"probabilities": NOTE_PROBABILITIES[:4]},
        {"probabilities": (*NOTE_PROBABILITIES[:4], 0)},
        {"seed": 82},
        {"mistake": Mistake.UNIFORM},
        {"mistake": Mistake.NOISE_ON_P},
        {"mistake": Mistake.T_OUTSIDE},  # the scores are the same, but a result may depend on it
    ],
)
def test_it_is_computed_again_when_anything_but_the_temperature_changes(change, budget):
    counted, other = Counted(), replace(THREE, **change)
    with Engine(1, budget) as engine:
        for parameters in (THREE, other, THREE):
            got = engine.summarise(parameters, {"sum": counted})["sum"]
            assert got.tobytes() == fresh(parameters).tobytes()
    assert sorted(counted.made) == [0] * 3 + [1] * 3 + [2] * 3


def test_only_the_chunk_whose_draws_became_more_is_computed_again():
    counted = Counted()
    with Engine(1) as engine:
        for n in (2 * CHUNK + 100, 2 * CHUNK + 101, 2 * CHUNK + 7):
            parameters = replace(THREE, draws=n)
            got = engine.summarise(parameters, {"sum": counted})["sum"]
            assert got.tobytes() == fresh(parameters).tobytes()
    assert counted.made == [0, 1, 2, 2, 2]


def test_another_chunk_in_the_same_arrays_remembers_nothing_of_the_first():
    """With no budget one thread hands the stages of a chunk on to the next."""
    counted = Counted()
    with Engine(1, 0) as engine:
        for _ in range(2):
            got = engine.summarise(THREE, {"sum": counted})["sum"]
            assert got.tobytes() == fresh(THREE).tobytes()
    assert counted.made == [0, 1, 2] * 2


def whole_grid(chunk):
    sums = chunk.cached("grid", lambda: relaxed_sums_at(chunk.shifted_scores, GRID, chunk.work))
    return np.concatenate([sums.total.ravel(), sums.largest, sums.entropy])


def test_sums_over_the_grid_are_bit_equal_on_any_number_of_threads_kept_or_not():
    results = set()
    for threads in (1, 2, 4):
        for budget in (0, 40 * CHUNK, DEFAULT_BUDGET):
            with Engine(threads, budget) as engine:
                for t in (0.1, 3.0):
                    parameters = replace(THREE, temperature=t)
                    results.add(engine.summarise(parameters, {"g": whole_grid})["g"].tobytes())
    assert len(results) == 1


def test_keys_are_kept_apart_and_the_latest_used_are_kept():
    keys = [("cost", k) for k in range(CACHED + 1)]
    parameters = replace(THREE, draws=100)
    made = []

    def use(key):
        def summarise(chunk):
            return chunk.cached(key, lambda: made.append(key) or np.array(key[1]))

        assert engine.summarise(parameters, {"it": summarise})["it"] == key[1]

    with Engine(1) as engine:
        for key in keys[:CACHED]:
            use(key)
        use(keys[0])
        use(keys[CACHED])  # throws out keys[1], which was not used for the longest time
        use(keys[0])
        assert made == keys
        use(keys[1])
    assert made == [*keys, keys[1]]


def test_what_is_remembered_counts_among_the_bytes_kept():
    big = np.zeros(10**6)
    small = replace(THREE, draws=100)
    cached = {"it": lambda chunk: chunk.cached("big", lambda: big)[:1]}
    counted = Counted()
    with Engine(1, big.nbytes) as engine:
        engine.summarise(small, {"sum": counted})
        engine.summarise(small, {"sum": counted})
        assert counted.made == [0]
        engine.summarise(small, cached)  # too much to be kept, and the spare arrays go on
        engine.store.budget = 2 * big.nbytes
        engine.summarise(small, cached)
        kept = engine.store.take(0, engine.chunk(small, 0).work)
        assert big.nbytes < kept.nbytes < big.nbytes + 10_000


def test_results_that_do_not_say_their_size_count_as_nothing():
    with Engine(1) as engine:
        small = replace(THREE, draws=100)
        engine.summarise(small, {"classes": lambda chunk: chunk.classes.sum()})
        before = engine.store._bytes
        engine.summarise(small, {"it": lambda chunk: chunk.cached("key", lambda: 7)})
        assert engine.store._bytes == before > 5 * 100 * 4


def test_classes_are_found_once_while_the_temperature_moves(monkeypatch):
    calls, whole = [], stages.argmax_scores
    monkeypatch.setattr(stages, "argmax_scores", lambda *a: (calls.append(1), whole(*a)))
    with Engine(1) as engine:
        for t in (1.0, 0.3, 5.0):
            for stage in ("classes", "relaxed", "shifted_scores"):
                sums = {"sum": lambda chunk, s=stage: int(np.isfinite(getattr(chunk, s)).sum())}
                engine.summarise(replace(THREE, temperature=t), sums)
    assert len(calls) == 3  # one for each chunk


@pytest.mark.parametrize("stage", ["relaxed", "shifted_scores"])
def test_what_is_made_of_a_whole_chunk_is_made_once_and_not_kept(stage):
    with Engine(1) as engine:
        small = replace(THREE, draws=1000)
        chunk = engine.chunk(small, 0)
        assert getattr(chunk, stage) is getattr(chunk, stage)
        engine.summarise(small, {"it": lambda chunk: float(getattr(chunk, stage).sum())})
        assert engine.store._bytes == 1000 * 5 * 4  # the noise


def test_scores_turned_into_gaps_are_not_disturbed(loops):
    with Engine(1) as engine:
        plain = engine.chunk(THREE, 0)
        classes, shifted, relaxed = (
            plain.classes.copy(),
            plain.shifted_scores.copy(),
            plain.relaxed.copy(),
        )
        for order in ("shifted_scores", "classes"):
            chunk = engine.chunk(THREE, 0)
            got = chunk.cached("first", lambda o=order, c=chunk: getattr(c, o).copy())
            np.testing.assert_array_equal(got, shifted if order == "shifted_scores" else classes)
            np.testing.assert_array_equal(chunk.classes, classes)
            np.testing.assert_array_equal(chunk.shifted_scores, shifted)
            np.testing.assert_array_equal(chunk.relaxed, relaxed)
            assert chunk.cached("first", lambda: pytest.fail("computed again")) is got


def test_one_may_remember_while_another_is_computed():
    with Engine(1) as engine:
        chunk = engine.chunk(THREE, 0)

        def outer():
            return chunk.cached("inner", lambda: 2) + 1

        assert [chunk.cached("outer", outer) for _ in range(2)] == [3, 3]
        assert chunk.cached("inner", lambda: 5) == 2


def test_what_fails_is_not_remembered_and_nothing_is_a_result():
    with Engine(1) as engine:
        chunk = engine.chunk(THREE, 0)
        with pytest.raises(ZeroDivisionError):
            chunk.cached("key", lambda: 1 / 0)
        assert chunk.cached("key", lambda: None) is None
        assert chunk.cached("key", lambda: 3) is None


def test_two_runs_at_once_share_what_is_remembered_without_mixing_it_up():
    counted = [Counted(), Counted()]
    both = (THREE, replace(THREE, seed=83))
    expected = [fresh(parameters).tobytes() for parameters in both]
    got = [[], []]

    def run(i):
        for _ in range(6):
            got[i].append(engine.summarise(both[i], {"sum": counted[i]})["sum"].tobytes())

    with Engine(2) as engine:
        threads = [threading.Thread(target=run, args=(i,)) for i in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert got == [[expected[0]] * 6, [expected[1]] * 6]


# arrays


def noise_sum(chunk):
    return float(chunk.noise.sum())


def test_noise_is_kept_up_to_the_budget_and_drawn_again_beyond_it(drawn):
    five = Parameters(NOTE_PROBABILITIES, draws=5 * CHUNK, seed=11)
    two_and_a_half = int(2.5 * 5 * CHUNK * 4)
    with Engine(1, budget=two_and_a_half) as engine:
        for parameters, rows in ((five, 25), (five, 40), (replace(five, seed=12), 65)):
            engine.summarise(parameters, {"noise": noise_sum})
            assert len(drawn) == rows
        assert engine.store._bytes <= two_and_a_half


def test_a_longer_chunk_replaces_a_shorter(drawn):
    with Engine(1) as engine:
        for count in (10, 1000, 10, 1000):
            engine.summarise(replace(THREE, draws=count), {"noise": noise_sum})
    assert drawn == [10] * 5 + [1000] * 5


def test_what_chunks_of_another_size_left_takes_no_room(drawn):
    many, two = (Parameters((1,) * classes, draws=6 * CHUNK, seed=11) for classes in (33, 2))
    with Engine(1, budget=24 * 4 * CHUNK) as engine:
        for parameters in (many, two):
            engine.summarise(parameters, {"noise": noise_sum})
        before = len(drawn)
        engine.summarise(two, {"noise": noise_sum})
    assert len(drawn) == before


def test_a_smaller_budget_takes_effect_at_once(drawn):
    five = Parameters(NOTE_PROBABILITIES, draws=5 * CHUNK, seed=11)
    with Engine(1) as engine:
        engine.summarise(five, {"noise": noise_sum})
        engine.store.budget = 2 * 5 * 4 * CHUNK
        assert engine.store._bytes == 2 * 5 * 4 * CHUNK
        engine.summarise(five, {"noise": noise_sum})
    assert len(drawn) == 25 + 15


@pytest.mark.parametrize("stage", ["fill_noise", "argmax_scores", "shift_scores"])
def test_threads_compute_the_same_stage_at_the_same_time(monkeypatch, stage):
    """A lock around a stage, such as functools.cached_property has, would leave one at work."""
    both, whole = threading.Barrier(2), getattr(stages, stage)

    def wait_for_the_other(*arguments):
        with suppress(threading.BrokenBarrierError):
            both.wait(GUARD)
        whole(*arguments)

    monkeypatch.setattr(stages, stage, wait_for_the_other)
    with Engine(2) as engine:
        two = Parameters(NOTE_PROBABILITIES, draws=2 * CHUNK, seed=11)
        engine.summarise(
            two, {"sizes": lambda chunk: chunk.classes.size + chunk.shifted_scores.size}
        )
    assert not both.broken
