import math
import os
import threading
from contextlib import suppress
from itertools import pairwise, zip_longest

import numpy as np
import pytest

from gumbel_gui.core import stages
from gumbel_gui.core.draws import CHUNK, chunk_size
from gumbel_gui.core.engine import DEFAULT_BUDGET, Engine, Progress, _Accumulation
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.probabilities import MAX_CLASSES
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.workspace import Workspace
from tests.statistical import checks

MANY = 5 * CHUNK + 123
NOTE = Parameters(NOTE_PROBABILITIES, draws=MANY, seed=11)
GUARD = 60  # seconds until a test that hangs fails; nothing waits that long otherwise


def at(temperature, draws=MANY, p=NOTE_PROBABILITIES, seed=11):
    return Parameters(p, temperature, draws, seed)


def single_precision_sums(chunk):
    return np.concatenate([chunk.relaxed, chunk.scores, chunk.noise]).sum(axis=1, dtype=np.float32)


def indices(chunk):
    return (chunk.index,)


class WrappingRow:
    """A summary that keeps the noise itself."""

    def __init__(self, rows):
        self.rows = rows

    def __add__(self, other):
        return WrappingRow(np.concatenate([self.rows, other.rows], axis=1))


def all_noise(engine, parameters):
    return engine.summarise(parameters, {"noise": lambda chunk: WrappingRow(chunk.noise.copy())})[
        "noise"
    ].rows


def first_draws(parameters, budget=DEFAULT_BUDGET):
    with Engine(2, budget) as engine:
        return all_noise(engine, parameters)


def test_each_stage_is_what_the_one_before_says(engine):
    chunk = engine.chunk(at(0.5), 5)
    assert (chunk.index, chunk.start, chunk.count) == (5, 5 * CHUNK, 123)
    assert chunk.noise.shape == chunk.scores.shape == chunk.relaxed.shape == (5, 123)
    assert chunk.noise.dtype == chunk.scores.dtype == chunk.relaxed.dtype == np.float32
    log_p = np.log(chunk.parameters.p)[:, None]
    np.testing.assert_allclose(chunk.scores, log_p + chunk.noise, rtol=1e-6, atol=1e-6)
    np.testing.assert_array_equal(chunk.classes, chunk.scores.argmax(axis=0))
    np.testing.assert_array_equal(chunk.classes, chunk.relaxed.argmax(axis=0))
    assert chunk.classes.dtype == np.uint8


@pytest.mark.parametrize("budget", [0, DEFAULT_BUDGET])
@pytest.mark.parametrize("temperature", [0, 5e-324, 0.01, 1, 10, 1e10, 1e300])
def test_moving_the_temperature_keeps_the_noise_and_the_class_of_every_draw(temperature, budget):
    with Engine(2, budget) as engine:
        for index in (0, 5):
            before, after = engine.chunk(at(0.5), index), engine.chunk(at(temperature), index)
            np.testing.assert_array_equal(after.noise, before.noise)
            np.testing.assert_array_equal(after.classes, before.classes)
            s = np.sort(after.relaxed, axis=0)
            chosen = np.take_along_axis(after.relaxed, after.classes[None].astype(int), axis=0)[0]
            np.testing.assert_array_equal(chosen, s[-1])
            resolved = s[-1] > s[-2]
            assert resolved.mean() > 0.999 or temperature > 1e6
            largest = after.relaxed.argmax(axis=0)
            np.testing.assert_array_equal(largest[resolved], before.classes[resolved])


def test_moving_the_temperature_draws_no_noise_again(engine, drawn):
    parameters = at(0.1, draws=CHUNK + 1, seed=12)
    engine.summarise(parameters, {"sums": single_precision_sums})
    assert sorted(drawn) == [1] * 5 + [CHUNK] * 5
    engine.summarise(at(7.0, draws=CHUNK + 1, seed=12), {"sums": single_precision_sums})
    assert len(drawn) == 10


@pytest.mark.parametrize("budget", [0, 40 * CHUNK, DEFAULT_BUDGET])
@pytest.mark.parametrize("threads", [1, 2, 4])
def test_summaries_are_bit_identical_on_any_number_of_threads(threads, budget, engine):
    parts = [single_precision_sums(engine.chunk(NOTE, i)) for i in range(6)]
    forwards, backwards = parts[0], parts[-1]
    for part in parts[1:]:
        forwards = forwards + part
    for part in parts[-2::-1]:
        backwards = backwards + part
    assert forwards.tobytes() != backwards.tobytes(), "the order must matter to these sums"
    with Engine(threads, budget) as other:
        for _ in range(2):
            got = other.summarise(NOTE, {"sums": single_precision_sums})["sums"]
            assert got.tobytes() == forwards.tobytes()


def test_summaries_are_added_in_the_order_of_the_chunks_not_of_their_completion():
    second_done = threading.Event()

    def late_first(chunk):
        if chunk.index == 0:
            assert second_done.wait(GUARD)
        elif chunk.index == 1:
            second_done.set()
        return (chunk.index,)

    with Engine(2) as engine:
        progress = list(engine.accumulate(at(1), {"order": late_first}))
    assert progress[-1].summaries["order"] == tuple(range(6))
    for step in progress:
        assert step.summaries["order"] == tuple(range(-(-step.done // CHUNK)))


def test_progress_counts_the_draws_behind_its_summaries(engine):
    def counts(chunk):
        return np.bincount(chunk.classes, minlength=5)

    progress = list(engine.accumulate(NOTE, {"counts": counts, "indices": indices}))
    done = [p.done for p in progress]
    assert done == sorted(set(done))
    assert done[-1] == MANY
    assert all(n % CHUNK == 0 for n in done[:-1])
    assert [p.summaries["counts"].sum() for p in progress] == done
    assert progress[-1].summaries["indices"] == (0, 1, 2, 3, 4, 5)
    assert isinstance(progress[0], Progress)


@pytest.mark.parametrize("count", [1, CHUNK, CHUNK + 1, 2 * CHUNK])
def test_every_draw_is_summarised_once(engine, count):
    def span(chunk):
        return ((chunk.start, chunk.start + chunk.count),)

    spans = engine.summarise(at(1, draws=count), {"spans": span})["spans"]
    assert (spans[0][0], spans[-1][1]) == (0, count)
    assert all(before[1] == after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize("budget", [0, 7 * 4 * CHUNK, DEFAULT_BUDGET])
def test_a_draw_does_not_depend_on_how_many_are_asked_for(budget):
    whole = first_draws(at(1, draws=200_000))
    assert whole.shape == (5, 200_000)
    for count in (10, 1000, CHUNK, CHUNK + 1, 200_000):
        np.testing.assert_array_equal(first_draws(at(1, draws=count), budget), whole[:, :count])


@pytest.mark.parametrize("budget", [0, 3 * 4 * CHUNK, DEFAULT_BUDGET])
@pytest.mark.parametrize(
    "history",
    [
        [(11, 10), (11, 70_000), (11, 1000)],
        [(11, 70_000), (11, 10), (11, CHUNK)],
        [(11, 70_000), (99, 70_000), (11, 10), (99, 10), (11, 70_000)],
    ],
    ids=["grow", "shrink", "other seed between"],
)
def test_a_draw_does_not_depend_on_what_was_drawn_before(history, budget):
    whole = {seed: first_draws(at(1, draws=70_000, seed=seed)) for seed in (11, 99)}
    assert not (whole[11] == whole[99]).all(axis=0).any()
    with Engine(2, budget) as engine:
        for seed, count in history:
            rows = all_noise(engine, at(3, draws=count, seed=seed))
            np.testing.assert_array_equal(rows, whole[seed][:, :count])


def test_adding_or_emptying_a_class_leaves_the_noise_of_the_others_in_place(drawn):
    with Engine(2) as engine:
        three = all_noise(engine, at(1, draws=1000, p=(0.2, 0.3, 0.5)))
        four = all_noise(engine, at(1, draws=1000, p=(0.1, 0, 0.4, 0.5)))
    np.testing.assert_array_equal(four[:3], three)
    assert len(drawn) == 4


@pytest.mark.parametrize("stage", ["noise", "classes", "shifted_scores", "relaxed"])
def test_a_summary_cannot_write_into_its_chunk(engine, stage):
    with pytest.raises(ValueError, match="read-only"):
        getattr(engine.chunk(NOTE, 0), stage)[...] = 0


def test_two_accumulations_at_once_do_not_disturb_each_other(engine):
    one, other = at(0.5), at(2, p=(3, 1, 1), seed=4)
    sums = {"sums": single_precision_sums}
    alone = [engine.summarise(each, sums)["sums"] for each in (one, other)]
    # In turns, to the end of both: how many steps each takes depends on how fast it is drawn.
    last = [None, None]
    for steps in zip_longest(*(engine.accumulate(each, sums) for each in (one, other))):
        last = [step or before for step, before in zip(steps, last, strict=True)]
    for step, result in zip(last, alone, strict=True):
        assert step.done == MANY
        np.testing.assert_array_equal(step.summaries["sums"], result)


def test_rows_chunks_and_seeds_are_independent():
    """All correlations of 36 rows over 65,536 draws."""
    seeds = (0, 1, 2**32, 2**63 - 1)
    rows = np.concatenate(
        [
            Stages().noise(at(1, p=(1, 1, 1), seed=seed), start, CHUNK, Workspace())
            for seed in seeds
            for start in (0, CHUNK, 2**32)
        ]
    )
    checks.correlations(np.corrcoef(rows)[np.triu_indices(len(rows), 1)], CHUNK)


def test_closing_early_waits_for_the_chunks_in_flight_and_starts_no_more(monkeypatch):
    """The chunks after the first three are not done before the run is told to stop."""
    under_way, stopped = threading.Barrier(3), threading.Event()
    lock = threading.Lock()
    started, finished = [], []
    stop = _Accumulation.stop
    monkeypatch.setattr(_Accumulation, "stop", lambda run: (stop(run), stopped.set()))

    def slow(chunk):
        with lock:
            started.append(chunk.index)
        if chunk.index in (1, 2):
            under_way.wait(GUARD)
        if chunk.index > 2:
            assert stopped.wait(GUARD)
        with lock:
            finished.append(chunk.index)
        return (chunk.index,)

    with Engine(3) as engine:
        progress = engine.accumulate(at(1, draws=50 * CHUNK), {"slow": slow})
        assert next(progress).done == CHUNK
        under_way.wait(GUARD)
        progress.close()
        assert sorted(finished) == sorted(started)
        assert max(started) <= 4
        seen = len(started)
        assert engine.summarise(at(1), {"order": indices}) == {"order": (0, 1, 2, 3, 4, 5)}
        assert len(started) == seen


def test_closing_the_engine_ends_its_threads():
    def workers():
        return {thread for thread in threading.enumerate() if thread.name.startswith("draws")}

    others = workers()
    with Engine(3) as engine:
        engine.summarise(NOTE, {"order": indices})
        mine = workers() - others
        assert 1 <= len(mine) <= 3
    assert not any(thread.is_alive() for thread in mine)
    with pytest.raises(RuntimeError, match="shutdown"):
        engine.summarise(NOTE, {"order": indices})


@pytest.mark.parametrize("failing", [0, 3, 5])
@pytest.mark.parametrize("threads", [1, 2])
def test_an_exception_in_a_summary_reaches_the_caller_and_the_engine_lives_on(failing, threads):
    def fails(chunk):
        if chunk.index == failing:
            raise ArithmeticError(f"chunk {chunk.index}")
        return (chunk.index,)

    with Engine(threads) as engine:
        with pytest.raises(ArithmeticError, match=f"chunk {failing}"):  # noqa: PT012
            for progress in engine.accumulate(NOTE, {"good": indices, "bad": fails}):
                assert progress.done <= failing * CHUNK
        assert engine.summarise(NOTE, {"good": indices}) == {"good": (0, 1, 2, 3, 4, 5)}


@pytest.mark.parametrize(("index", "count"), [(-1, 100), (1, CHUNK), (2, CHUNK + 1), (10**9, 5)])
def test_a_chunk_without_draws_is_an_index_error(engine, index, count):
    with pytest.raises(IndexError, match=f"chunk {index} holds none of the {count} draws"):
        engine.chunk(at(1, draws=count), index)


def test_an_engine_has_threads_unless_told_how_many():
    with Engine() as engine:
        assert engine.threads == min(os.cpu_count() or 1, 8)
        assert engine.chunk(at(1, draws=3), 0).count == 3


def test_more_classes_make_smaller_chunks_of_the_same_draws(drawn):
    """A chunk is the least that is drawn before a run can be cancelled."""
    sizes = [chunk_size(classes) for classes in range(2, MAX_CLASSES + 1)]
    assert (sizes[0], sizes[-1]) == (65_536, 16_384)
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[14:16] == [CHUNK, CHUNK // 2]
    assert max(n * k for k, n in enumerate(sizes, 2)) == 16 * CHUNK
    few, many = (at(1, draws=3 * CHUNK, p=(1,) * classes) for classes in (8, 33))
    with Engine(2) as engine:
        rows, more = all_noise(engine, few), all_noise(engine, many)
    np.testing.assert_array_equal(more[:8], rows)


@pytest.mark.parametrize("chunks", [1, 3, 5])
def test_a_run_goes_on_after_the_chunks_that_are_known(engine, drawn, chunks):
    sums = {"sums": single_precision_sums, "order": indices}
    whole = engine.summarise(NOTE, sums)
    known = Progress(chunks * CHUNK, engine.summarise(at(1, draws=chunks * CHUNK), sums))
    steps = list(engine.accumulate(NOTE, {**sums, "order": indices}, after=known))
    assert min(step.done for step in steps) > known.done
    assert steps[-1].done == MANY
    assert steps[-1].summaries["order"] == whole["order"]
    np.testing.assert_array_equal(steps[-1].summaries["sums"], whole["sums"])


def test_a_run_that_is_known_to_its_end_yields_nothing(engine):
    known = Progress(2 * CHUNK, {"order": (0, 1)})
    assert list(engine.accumulate(at(1, draws=2 * CHUNK), {"order": indices}, after=known)) == []


@pytest.mark.parametrize("threads", [1, 2, 4])
def test_a_cancelled_run_still_shows_its_first_chunk_and_draws_few_more(threads):
    started = []

    def note(chunk):
        started.append(chunk.index)
        return (chunk.index,)

    with Engine(threads) as engine:
        run = engine.accumulate(at(1, draws=10**9), {"order": note}, cancelled=lambda: True)
        steps = list(run)
    assert started == [0]
    assert [step.summaries["order"] for step in steps] == [(0,)]


def test_between_the_first_and_the_last_few_steps_are_yielded(engine):
    steps = list(engine.accumulate(at(1, draws=40 * CHUNK), {"order": indices}, every=math.inf))
    assert len(steps) <= 2
    assert steps[-1].done == 40 * CHUNK


def test_one_thread_yields_the_first_and_the_last_step_or_every_one():
    """With no other thread at work, what is yielded does not depend on which is faster."""
    with Engine(1) as engine:
        for every, expected in ((math.inf, [1, 9]), (0, range(1, 10))):
            run = engine.accumulate(at(1, draws=9 * CHUNK), {"order": indices}, every=every)
            assert [step.done for step in run] == [CHUNK * chunks for chunks in expected]


def test_threads_relax_at_the_same_time(monkeypatch):
    both, whole = threading.Barrier(2), stages.relax_scores

    def wait_for_the_other(*arguments):
        with suppress(threading.BrokenBarrierError):
            both.wait(GUARD)
        whole(*arguments)

    monkeypatch.setattr(stages, "relax_scores", wait_for_the_other)
    with Engine(2) as engine:
        engine.summarise(at(1, draws=2 * CHUNK), {"sizes": lambda chunk: chunk.relaxed.size})
    assert not both.broken
