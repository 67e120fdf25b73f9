"""Worker: the latest job wins, nothing is computed twice, an error does not end the thread."""

import threading
from dataclasses import astuple, replace

import numpy as np
import pytest

from gumbel_gui.core.draws import CHUNK
from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import MAX_DRAWS, Parameters
from gumbel_gui.gui.worker import worker as module
from gumbel_gui.gui.worker.worker import Job, Worker
from gumbel_gui.plots import plot_types

PLOTS = tuple(name for name, plot in plot_types().items() if plot.view == "sample")
FEW = Parameters((1, 2, 3), temperature=0.5, draws=2000, seed=1)
MANY = replace(FEW, draws=3 * CHUNK + 5)
ENDLESS = replace(FEW, draws=MAX_DRAWS)
PATIENCE = 20_000


@pytest.fixture
def worker(qapp):
    made = Worker(threads=2)
    made.start()
    yield made
    made.stop()
    assert made.isFinished()


@pytest.fixture
def taken(worker):
    """Results, as they come."""
    results = []
    worker.ready.connect(lambda: results.append(worker.take()))
    return results


@pytest.fixture
def work(worker, taken, qtbot):
    """Return a function that submits jobs at once and waits for all draws of the last one."""

    def done(*all_parameters, plots=PLOTS):
        for parameters in all_parameters:
            worker.submit(Job(parameters, plots))

        def finished():
            return bool(taken) and taken[-1].complete and taken[-1].parameters == all_parameters[-1]

        qtbot.waitUntil(finished, timeout=PATIENCE)
        return taken[-1]

    return done


@pytest.fixture
def plant(monkeypatch):
    """Return a function that puts kinds of plots, made of functions of a chunk, in place of all."""

    def planted(**functions):
        def kind(name, function):
            parts = {
                "summarise": staticmethod(function),
                "cache_key": lambda parameters: (name, parameters),
                "prepare": lambda *_: None,
                "sampled": True,
            }
            return type(name, (), parts)

        kinds = {name: kind(name, function) for name, function in functions.items()}
        monkeypatch.setattr(module, "plot_type", kinds.__getitem__)
        return tuple(kinds)

    return planted


def directly(parameters):
    with Engine(1) as engine:
        return engine.summarise(parameters, {n: plot_types()[n].summarise for n in PLOTS})


def assert_same(one, other):
    """Fail unless summaries, by name, are the same to the last digit."""
    assert list(one) == list(other)
    for name in one:
        assert_equal(astuple(one[name]), astuple(other[name]), name)


def assert_equal(one, other, name):
    assert type(one) is type(other), name
    if isinstance(one, tuple):
        for mine, theirs in zip(one, other, strict=True):
            assert_equal(mine, theirs, name)
    else:
        np.testing.assert_array_equal(one, other, err_msg=name)


@pytest.mark.parametrize(
    "parameters", [FEW, MANY, replace(FEW, draws=1), replace(FEW, draws=CHUNK)]
)
def test_a_result_is_what_the_engine_computes(work, parameters):
    result = work(parameters)
    assert result.done == parameters.draws
    assert set(result.counts.values()) == {parameters.draws}
    assert_same(result.summaries, directly(parameters))


def test_only_the_plots_of_the_job_in_their_order(work):
    assert list(work(FEW, plots=PLOTS[::-1][:2]).summaries) == [*PLOTS[::-1][:2]]


def test_the_latest_of_many_jobs_wins(work, taken):
    work(*(replace(MANY, seed=seed) for seed in range(60)))
    seeds = [result.parameters.seed for result in taken]
    assert seeds == sorted(seeds)
    assert seeds[-1] == 59
    assert len(set(seeds)) < 60  # those in between were never worth the while


def test_results_never_go_backwards(work, taken, monkeypatch):
    monkeypatch.setattr(module, "REPORT_SECONDS", 0)
    for seed in range(5):
        work(replace(MANY, seed=seed))
    progress = [(result.parameters.seed, result.done) for result in taken]
    assert progress == sorted(progress)
    assert len(set(progress)) == len(progress)


def test_a_long_job_is_overtaken(worker, work, taken, qtbot):
    """Else this would wait for an hour."""
    worker.submit(Job(ENDLESS, PLOTS))
    qtbot.waitUntil(lambda: bool(taken), timeout=PATIENCE)
    work(FEW)
    assert all(result.parameters in (ENDLESS, FEW) for result in taken)


def test_a_long_job_is_stopped_between_two_chunks(qapp, qtbot, plant):
    drawn, begun = [], threading.Event()

    def summarise(chunk):
        drawn.append(chunk.index)
        begun.set()
        return chunk.count

    worker = Worker(threads=2)
    worker.start()
    worker.submit(Job(ENDLESS, plant(counted=summarise)))
    assert begun.wait(20)
    worker.stop()
    assert worker.isFinished()
    count = len(drawn)
    assert sorted(drawn) == list(range(count))
    qapp.processEvents()
    assert len(drawn) == count


def test_nothing_is_drawn_after_stop(worker, work, taken, qapp):
    work(FEW)
    worker.stop()
    worker.submit(Job(MANY, PLOTS))
    worker.stop()
    qapp.processEvents()
    assert len(taken) == 1


def test_a_worker_that_never_started_can_be_stopped(qapp):
    Worker().stop()


def test_what_does_not_depend_on_t_is_not_computed_again(work):
    first, second = work(FEW), work(replace(FEW, temperature=2.0))
    free = {n for n in PLOTS if "temperature" not in plot_types()[n].depends}
    assert free
    assert free != set(PLOTS)
    for name in PLOTS:
        assert (first.summaries[name] is second.summaries[name]) == (name in free)


@pytest.mark.parametrize("change", [{"seed": 2}, {"draws": 2001}, {"probabilities": (1, 1, 1, 1)}])
def test_everything_else_is_computed_again(work, change):
    first, second = work(FEW), work(replace(FEW, **change))
    for name in PLOTS:
        assert first.summaries[name] is not second.summaries[name]
    assert_same(second.summaries, directly(second.parameters))


def test_the_same_again_is_the_same(work):
    first = work(FEW)
    again = work(replace(FEW, temperature=9), FEW)
    assert_same(again.summaries, first.summaries)


@pytest.fixture
def gate(plant):
    """A plot whose second chunk waits until the gate opens, and the names of the plots."""
    opened = threading.Event()

    def summarise(chunk):
        assert chunk.index == 0 or opened.wait(20)
        return chunk.count

    opened.plots = plant(counted=summarise)
    yield opened
    opened.set()


@pytest.mark.parametrize("seconds", [0, 1e9])
def test_many_draws_show_their_first_chunk_before_all(
    worker, work, taken, qtbot, monkeypatch, gate, seconds
):
    monkeypatch.setattr(module, "PREVIEW_SECONDS", seconds)
    monkeypatch.setattr(module, "REPORT_SECONDS", 1e9)
    worker.submit(Job(MANY, gate.plots))
    if seconds == 0:
        qtbot.waitUntil(lambda: bool(taken), timeout=PATIENCE)
        assert not taken[0].complete
        assert taken[0].done == taken[0].summaries["counted"] == CHUNK
    gate.set()
    work(MANY, plots=gate.plots)
    assert len({result.done for result in taken}) == (2 if seconds == 0 else 1)


def test_a_long_job_reports_again_and_again(worker, taken, qtbot, monkeypatch):
    monkeypatch.setattr(module, "REPORT_SECONDS", 0)
    worker.submit(Job(ENDLESS, PLOTS))
    qtbot.waitUntil(lambda: len(taken) >= 3, timeout=PATIENCE)
    for result in taken[:3]:
        assert result.done % CHUNK == 0
        assert not result.complete
    assert_same(taken[0].summaries, directly(replace(ENDLESS, draws=taken[0].done)))


@pytest.fixture
def later(monkeypatch):
    """Hold back all but the first chunk of a plot until this is set."""
    opened = threading.Event()
    slow = plot_types()[PLOTS[-1]]
    whole = slow.summarise

    def wait(chunk):
        assert chunk.index == 0 or opened.wait(20)
        return whole(chunk)

    monkeypatch.setattr(module, "PREVIEW_SECONDS", 0)
    monkeypatch.setattr(slow, "summarise", staticmethod(wait))
    yield opened
    opened.set()


def test_a_preview_leaves_what_t_does_not_touch_as_it_is(worker, work, taken, qtbot, later):
    """Each plot has its number of draws, which an exported figure must name."""
    later.set()
    whole = work(MANY).summaries
    later.clear()
    free = {n for n in PLOTS if "temperature" not in plot_types()[n].depends}
    before = len(taken)
    other = replace(MANY, temperature=3.0)
    worker.submit(Job(other, PLOTS))
    qtbot.waitUntil(lambda: len(taken) > before, timeout=PATIENCE)
    preview = taken[before]
    assert preview.running
    assert preview.done == CHUNK
    assert preview.counts == {n: MANY.draws if n in free else CHUNK for n in PLOTS}
    assert list(preview.summaries) == list(PLOTS)
    for name in free:
        assert preview.summaries[name] is whole[name]
    first = directly(replace(other, draws=CHUNK))
    few = [name for name in PLOTS if name not in free]
    assert_same({n: preview.summaries[n] for n in few}, {n: first[n] for n in few})


def test_what_is_cancelled_is_shown_and_can_be_gone_on_with(
    worker, taken, qtbot, monkeypatch, plant
):
    monkeypatch.setattr(module, "PREVIEW_SECONDS", 0)
    plots = plant(order=lambda chunk: (chunk.index,))
    worker.submit(Job(ENDLESS, plots))
    qtbot.waitUntil(lambda: bool(taken), timeout=PATIENCE)
    worker.cancel()
    qtbot.waitUntil(lambda: not taken[-1].running, timeout=PATIENCE)
    left = taken[-1]
    assert left.done < ENDLESS.draws
    assert left.summaries["order"] == tuple(range(left.done // CHUNK))
    before = len(taken)
    worker.submit(Job(replace(ENDLESS, draws=left.done + 3 * CHUNK), plots))
    qtbot.waitUntil(lambda: taken[-1].complete, timeout=PATIENCE)
    assert min(result.done for result in taken[before:]) >= left.done
    assert taken[-1].summaries["order"] == tuple(range(left.done // CHUNK + 3))


@pytest.mark.parametrize(
    "change", [{"temperature": 3.0}, {"seed": 2}, {"probabilities": (1, 2)}, {"draws": CHUNK}]
)
def test_other_draws_do_not_go_on_from_what_was_cancelled(worker, taken, qtbot, work, change):
    worker.submit(Job(ENDLESS, PLOTS))
    qtbot.waitUntil(lambda: bool(taken) and taken[-1].done > 2 * CHUNK, timeout=PATIENCE)
    worker.cancel()
    qtbot.waitUntil(lambda: not taken[-1].running, timeout=PATIENCE)
    parameters = replace(ENDLESS, **{"draws": MANY.draws, **change})
    assert_same(work(parameters).summaries, directly(parameters))


def test_a_job_that_is_cancelled_before_it_begins_ends_too(worker, taken, qtbot, gate):
    """As when a button is clicked twice: first to keep drawing, then to stop."""
    worker.submit(Job(MANY, gate.plots))  # its second chunk waits at the gate
    worker.submit(Job(ENDLESS, gate.plots))
    worker.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(taken) and not taken[-1].running, timeout=PATIENCE)
    assert taken[-1].parameters == ENDLESS
    assert CHUNK <= taken[-1].done < ENDLESS.draws


def test_cancelling_what_is_not_there_changes_nothing(worker, work):
    worker.cancel()
    assert work(MANY).complete


def test_less_memory_gives_the_same(worker, work):
    before = work(MANY)
    worker.set_budget(0)
    work(replace(MANY, seed=2))
    assert_same(work(MANY).summaries, before.summaries)
    assert worker._engine.store._bytes == 0


@pytest.mark.qt_no_exception_capture  # errors are handed to the hook
def test_an_error_is_told_and_the_worker_lives_on(worker, work, plant, qtbot):
    def summarise(chunk):
        if chunk.parameters.seed == 13:
            raise ZeroDivisionError("thirteen")
        return chunk.count

    plots = plant(counted=summarise)
    with qtbot.waitSignal(worker.failed, timeout=PATIENCE) as failed:
        worker.submit(Job(replace(FEW, seed=13), plots))
    assert failed.args == ["Something went wrong: ZeroDivisionError: thirteen"]
    assert work(FEW, plots=plots).summaries == {"counted": FEW.draws}


@pytest.mark.qt_no_exception_capture  # errors are handed to the hook
def test_an_error_in_a_later_chunk_is_told_too(worker, work, plant, qtbot):
    plots = plant(counted=lambda chunk: 1 // (2 - chunk.index))
    with qtbot.waitSignal(worker.failed, timeout=PATIENCE) as failed:
        worker.submit(Job(MANY, plots))
    assert "ZeroDivisionError" in failed.args[0]
    work(FEW, plots=plots)


def test_take_gives_each_result_once(worker, qtbot):
    assert worker.take() is None
    with qtbot.waitSignal(worker.ready, timeout=PATIENCE):
        worker.submit(Job(FEW, PLOTS))
    assert worker.take().parameters == FEW
    assert worker.take() is None


def test_a_slow_window_is_told_once_and_finds_the_latest(worker, plant, qtbot, qapp):
    third = threading.Event()

    def summarise(chunk):
        if chunk.parameters.seed == 3:
            third.set()
        return chunk.count

    plots, told = plant(counted=summarise), []
    worker.ready.connect(lambda: told.append(True))
    worker.submit(Job(replace(FEW, seed=1), plots))
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)  # which is not taken
    worker.submit(Job(replace(FEW, seed=3), plots))
    assert third.wait(20)
    worker.submit(Job(replace(FEW, seed=4), plots))
    worker.stop()
    qapp.processEvents()
    assert told == [True]
    assert worker.take().parameters.seed >= 3


def test_nothing_is_computed_on_the_gui_thread(work, plant):
    threads = set()

    def summarise(chunk):
        threads.add(threading.get_ident())
        return chunk.count

    work(MANY, plots=plant(counted=summarise))
    assert threads
    assert threading.get_ident() not in threads


def test_where_a_chunk_takes_long_fewer_draws_are_shown_first(work, taken, monkeypatch):
    work(MANY)  # which tells how long it takes
    monkeypatch.setattr(module, "FIRST_SECONDS", 0)
    before, other = len(taken), replace(MANY, seed=2, selected=MANY.draws)
    result = work(other)
    assert taken[before].running
    assert taken[before].done == module.FEWEST
    assert_same(taken[before].summaries, directly(replace(other, draws=module.FEWEST, selected=0)))
    assert_same(result.summaries, directly(other))


def test_a_job_that_is_overtaken_after_its_first_picture_draws_nothing_more(
    worker, work, taken, qtbot, plant, monkeypatch
):
    counts = []
    plots = plant(counted=lambda chunk: counts.append(chunk.count) or chunk.count)
    work(MANY, plots=plots)
    counts.clear()
    monkeypatch.setattr(module, "FIRST_SECONDS", 0)
    monkeypatch.setattr(module, "PAINT_SECONDS", PATIENCE)
    last = replace(MANY, seed=3)
    submit_last = lambda: worker.submit(Job(last, plots))  # noqa: E731
    following = {2: submit_last, 3: worker.note_painted}
    worker.ready.connect(lambda: following.pop(taken[-1].parameters.seed, lambda: None)())
    worker.submit(Job(replace(MANY, seed=2), plots))
    qtbot.waitUntil(lambda: taken[-1].complete and taken[-1].parameters == last, timeout=PATIENCE)
    assert counts[:2] == [module.FEWEST] * 2
    assert counts[2:].count(CHUNK) == MANY.draws // CHUNK


def test_a_job_without_preview_goes_on_before_anything_is_painted(
    worker, taken, qtbot, monkeypatch
):
    """Such as the first one, which is drawn while the window is built."""
    monkeypatch.setattr(module, "PREVIEW_SECONDS", 0)
    monkeypatch.setattr(module, "PAINT_SECONDS", 3600)
    worker.submit(Job(MANY, PLOTS, preview=False))
    qtbot.waitUntil(lambda: bool(taken) and taken[-1].complete, timeout=PATIENCE)
    assert_same(taken[-1].summaries, directly(MANY))


def test_a_plot_that_changes_catches_up_and_the_others_keep_their_draws(
    worker, taken, qtbot, monkeypatch
):
    """A parameter of one plot must not discard what the others have drawn."""
    monkeypatch.setattr(module, "REPORT_SECONDS", 0)
    plots = ("class_frequencies", "top_k", "noise_histogram")
    before, after = replace(ENDLESS, top=1), replace(ENDLESS, top=2)

    def drawn(parameters, least):
        def enough():
            return bool(taken) and taken[-1].parameters == parameters and taken[-1].done > least

        qtbot.waitUntil(enough, timeout=PATIENCE)
        return taken[-1].done

    worker.submit(Job(before, plots))
    done = drawn(before, 4 * CHUNK)
    worker.submit(Job(after, plots))
    drawn(after, done + 2 * CHUNK)
    worker.cancel()
    qtbot.waitUntil(lambda: not taken[-1].running, timeout=PATIENCE)
    later = [result for result in taken if result.parameters == after]
    for result in later:
        assert result.counts["class_frequencies"] >= done - CHUNK
        assert result.counts["noise_histogram"] >= done - CHUNK
        for name, count in result.counts.items():
            counts = getattr(result.summaries[name], "draws", None)
            assert counts is None or counts == count, name
    last = later[-1]
    assert_same(last.summaries, {n: directly_of(replace(after, draws=last.done), n) for n in plots})


def directly_of(parameters, name):
    with Engine(1) as engine:
        return engine.summarise(parameters, {name: plot_types()[name].summarise})[name]


@pytest.fixture
def two_plots(plant):
    """Two plots; the second one's second chunk waits at a gate, which is returned as well."""
    gate = threading.Event()

    def late(chunk):
        assert chunk.index == 0 or gate.wait(20)
        return chunk.count

    yield plant(counted=lambda chunk: chunk.count, late=late), gate
    gate.set()


def test_a_plot_catches_up_and_then_all_go_on(worker, taken, qtbot, two_plots):
    plots, gate = two_plots
    worker.submit(Job(ENDLESS, plots[:1]))
    qtbot.waitUntil(lambda: bool(taken) and taken[-1].done > 2 * CHUNK, timeout=PATIENCE)
    done, before = taken[-1].done, len(taken)
    worker.submit(Job(ENDLESS, plots))
    qtbot.waitUntil(lambda: len(taken) > before and len(taken[-1].counts) == 2, timeout=PATIENCE)
    first = taken[-1]
    assert first.running
    assert first.counts["late"] == first.summaries["late"] == first.done == CHUNK
    assert first.counts["counted"] == first.summaries["counted"] >= done
    gate.set()
    qtbot.waitUntil(lambda: taken[-1].done > first.counts["counted"], timeout=PATIENCE)
    assert set(taken[-1].counts.values()) == set(taken[-1].summaries.values()) == {taken[-1].done}


def test_a_job_that_is_cancelled_while_a_plot_catches_up_ends_too(qapp, qtbot, two_plots):
    plots, gate = two_plots
    gate.set()
    worker, results = Worker(threads=1), []
    publish = worker._publish

    def note(result):
        results.append(result)
        publish(result)
        if len(result.counts) == 2 or result.done > 5 * CHUNK:
            worker.cancel()  # at once: no other chunk is drawn

    worker._publish = note
    worker.start()
    try:
        worker.submit(Job(ENDLESS, plots[:1]))
        qtbot.waitUntil(lambda: bool(results) and not results[-1].running, timeout=PATIENCE)
        done = results[-1].done
        worker.submit(Job(ENDLESS, plots))
        qtbot.waitUntil(
            lambda: len(results[-1].counts) == 2 and not results[-1].running, timeout=PATIENCE
        )
    finally:
        worker.stop()
    assert results[-1].counts == {"counted": done, "late": results[-1].done}
    assert CHUNK <= results[-1].done < done


def test_a_plot_that_catches_up_goes_on_from_where_it_was_overtaken(
    worker, taken, qtbot, monkeypatch
):
    """Such as while a descent plays: each of its steps overtakes the job of the one before."""
    drawn, kinds = {"counted": [], "late": []}, {}
    for name, chunks in drawn.items():

        def summarise(chunk, chunks=chunks):
            chunks.append(chunk.index)
            return chunk.count

        parts = {
            "summarise": staticmethod(summarise),
            "cache_key": lambda p, name=name: (name, replace(p, steps=0)),
            "prepare": lambda *_: None,
            "sampled": True,
        }
        kinds[name] = type(name, (), parts)
    monkeypatch.setattr(module, "plot_type", kinds.__getitem__)
    monkeypatch.setattr(module, "REPORT_SECONDS", 0)

    def until(condition):
        qtbot.waitUntil(lambda: bool(taken) and condition(taken[-1]), timeout=PATIENCE)

    worker.submit(Job(replace(ENDLESS, steps=0), ("counted",)))
    until(lambda result: result.done > 8 * CHUNK)
    done = 0
    for step in range(1, 100):
        worker.submit(Job(replace(ENDLESS, steps=step), tuple(kinds)))
        until(lambda result, step=step: result.parameters.steps == step)
        counts = taken[-1].counts
        assert counts["late"] >= done  # and it is shown at once
        done = counts["late"]
        if done == counts["counted"]:
            break
    assert done == counts["counted"] > 8 * CHUNK
    assert len(drawn["late"]) - len({*drawn["late"]}) <= 2 * step  # those in flight


def test_once_something_is_shown_a_newer_job_need_not_wait_for_the_first_chunk(
    worker, taken, qtbot, plant, monkeypatch
):
    """A chunk is left between two of its plots."""
    calls = []
    newer = Job(replace(MANY, seed=4), ("quick", "slow"))

    def quick(chunk):
        if chunk.parameters.seed == 3 and chunk.count == CHUNK:
            worker.submit(newer)
        return chunk.count

    plots = plant(quick=quick, slow=lambda chunk: calls.append(chunk) or chunk.count)
    monkeypatch.setattr(module, "FIRST_SECONDS", 0)
    worker.ready.connect(worker.note_painted)
    worker.submit(Job(replace(MANY, seed=3), plots))
    qtbot.waitUntil(
        lambda: bool(taken) and taken[-1].complete and taken[-1].parameters == newer.parameters,
        timeout=PATIENCE,
    )
    assert [chunk.count for chunk in calls if chunk.parameters.seed == 3] == [module.FEWEST]


def test_a_newer_job_waits_for_the_slow_numbers_of_a_first_result_alone(
    worker, taken, qtbot, plant, monkeypatch
):
    prepared = []
    newer = Job(replace(MANY, seed=4), ("some", "slow"))

    def prepare_some(_, parameters):
        prepared.append(("some", parameters.seed))
        if (
            parameters.seed == 3 and prepared.count(("some", 3)) == 2
        ):  # of all draws, after those of the first ones
            worker.submit(newer)

    plots = plant(some=lambda chunk: chunk.count, slow=lambda chunk: chunk.count)
    module.plot_type("some").prepare = staticmethod(prepare_some)
    module.plot_type("slow").prepare = lambda _, parameters: prepared.append(parameters.seed)
    monkeypatch.setattr(module, "FIRST_SECONDS", 0)  # fewer draws are shown before all
    worker.ready.connect(worker.note_painted)
    worker.submit(Job(replace(MANY, seed=3), plots))
    qtbot.waitUntil(
        lambda: bool(taken) and taken[-1].complete and taken[-1].parameters == newer.parameters,
        timeout=PATIENCE,
    )
    assert prepared.count(3) == 1
    assert prepared.count(4) >= 1


def test_draws_that_end_within_a_chunk_of_the_next_job_are_drawn_again(
    worker, taken, qtbot, plant, monkeypatch
):
    """Chunks of many classes are smaller."""
    plots = plant(counted=lambda chunk: chunk.count)
    module.plot_type(plots[0]).cache_key = lambda _: "the same for any number of classes"
    many = replace(ENDLESS, probabilities=(1,) * 64)
    monkeypatch.setattr(module, "PAINT_SECONDS", 3600)
    worker.ready.connect(worker.cancel)  # while it waits until the first chunk is painted
    worker.submit(Job(many, plots))
    qtbot.waitUntil(lambda: bool(taken) and not taken[-1].running, timeout=PATIENCE)
    assert 0 < taken[-1].done < CHUNK
    worker.ready.disconnect(worker.cancel)
    worker.submit(Job(MANY, plots, preview=False))
    qtbot.waitUntil(lambda: taken[-1].parameters == MANY, timeout=PATIENCE)
    qtbot.waitUntil(lambda: taken[-1].complete, timeout=PATIENCE)
    assert taken[-1].summaries == {"counted": MANY.draws}
