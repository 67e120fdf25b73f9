"""Worker: what an error leaves, and what happens where memory runs out."""

import threading
from dataclasses import replace

import numpy as np
import pytest

from gumbel_gui.core import stages
from gumbel_gui.core.draws import CHUNK
from gumbel_gui.core.parameters import MAX_DRAWS, Parameters
from gumbel_gui.gui.worker import worker as module
from gumbel_gui.gui.worker.worker import Job, Worker

FEW = Parameters((1, 2, 3), temperature=0.5, draws=2000, seed=1)
MANY = replace(FEW, draws=3 * CHUNK + 5)
ENDLESS = replace(FEW, draws=MAX_DRAWS)
PATIENCE = 20_000
pytestmark = pytest.mark.qt_no_exception_capture  # errors are handed to the hook


@pytest.fixture
def worker(qapp):
    made = Worker(threads=2)
    made.results, made.errors = [], []
    made.ready.connect(lambda: made.results.append(made.take()))
    made.failed.connect(made.errors.append)
    made.start()
    yield made
    made.stop()
    assert made.isFinished()


@pytest.fixture
def plot(monkeypatch):
    """The only plot: it counts draws. Tests replace what it does with a chunk or a summary."""

    class Counted:
        sampled = True
        summarise = staticmethod(lambda chunk: chunk.count)
        prepare = staticmethod(lambda *_: None)
        cache_key = staticmethod(lambda parameters: replace(parameters, selected=0))

    monkeypatch.setattr(module, "plot_type", {"counted": Counted}.__getitem__)
    return Counted


def job(parameters):
    return Job(parameters, ("counted",))


def failed(worker, qtbot):
    qtbot.waitUntil(lambda: bool(worker.errors), timeout=PATIENCE)
    return worker.errors.pop()


def complete(worker, qtbot):
    qtbot.waitUntil(lambda: bool(worker.results) and worker.results[-1].complete, timeout=PATIENCE)
    return worker.results.pop()


class Odd(BaseException):
    """An error whose text is an error."""

    def __str__(self):
        raise ValueError


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ZeroDivisionError("x"), "ZeroDivisionError: x"),
        (KeyboardInterrupt(), "KeyboardInterrupt"),
        (SystemExit(3), "SystemExit: 3"),
        (GeneratorExit(), "GeneratorExit"),
        (StopIteration(), "StopIteration"),
        (Odd(), "Odd: <exception str() failed>"),
    ],
)
@pytest.mark.parametrize("index", [0, 2])
def test_an_error_of_any_class_is_told_and_the_worker_lives_on(
    worker, plot, qtbot, error, words, index
):
    def summarise(chunk):
        if chunk.index == index:
            raise error
        return chunk.count

    plot.summarise = staticmethod(summarise)
    worker.submit(job(MANY))
    assert words in failed(worker, qtbot)
    plot.summarise = staticmethod(lambda chunk: chunk.count)
    worker.submit(job(MANY))
    assert complete(worker, qtbot).summaries == {"counted": MANY.draws}


def test_after_an_error_nothing_is_taken_from_what_was_kept(worker, plot, qtbot):
    """It may be the cause, as a summary is that cannot be shown."""
    counts = iter([-1000, 0])
    plot.summarise = staticmethod(lambda chunk: chunk.count + next(counts))

    def prepare(summary, _):
        if summary < 0:
            raise ValueError("fewer than none")

    plot.prepare = staticmethod(prepare)
    bad = replace(FEW, draws=500)
    worker.submit(job(bad))
    assert "fewer than none" in failed(worker, qtbot)
    worker.submit(job(bad))
    assert complete(worker, qtbot).summaries == {"counted": 500}


def test_after_an_error_nothing_goes_on_from_what_was_left_unfinished(worker, plot, qtbot):
    seen, shown = [], []

    def prepare(summary, _):
        shown.append(summary)
        worker.cancel()  # so that the next summary is that of what was left
        if len(shown) > 1:
            raise ValueError("cannot be shown")

    plot.prepare = staticmethod(prepare)
    plot.summarise = staticmethod(lambda chunk: seen.append(chunk.index) or chunk.count)
    worker.submit(job(ENDLESS))
    assert "cannot be shown" in failed(worker, qtbot)
    plot.prepare = staticmethod(lambda *_: None)
    seen.clear()
    many = replace(FEW, draws=100 * CHUNK)
    worker.submit(job(many))
    assert complete(worker, qtbot).summaries == {"counted": many.draws}
    assert sorted(seen) == list(range(100))


@pytest.fixture
def scarce(monkeypatch):
    """Let at most so many chunks of noise be had, as a machine with little memory does.

    What is given back can be had again, as arrays are that nothing refers to any more.
    """

    class Scarce:
        most = 4

        def __init__(self):
            self.had, self.lock = [], threading.Lock()

    scarce, fill = Scarce(), stages.reuse

    def reuse(buffers, name, shape, dtype):
        import sys

        with scarce.lock:
            # One reference each: of this list, of the loop, and the argument of this call.
            scarce.had = [each for each in scarce.had if sys.getrefcount(each) > 3]
            if name == "noise" and name not in buffers:
                if len(scarce.had) >= scarce.most:
                    raise MemoryError("Unable to allocate 4.00 MiB for an array")
                array = fill(buffers, name, shape, dtype)
                scarce.had.append(buffers[name])
                return array
        return fill(buffers, name, shape, dtype)

    monkeypatch.setattr(stages, "reuse", reuse)
    return scarce


def test_where_memory_runs_out_what_is_kept_is_given_back_and_drawing_goes_on(
    worker, plot, qtbot, scarce
):
    plot.summarise = staticmethod(lambda chunk: int(chunk.noise.shape[1]))
    worker.set_budget(2**40)
    parameters = replace(FEW, draws=40 * CHUNK)
    worker.submit(job(parameters))
    assert complete(worker, qtbot).summaries == {"counted": parameters.draws}
    assert worker.errors == []
    assert worker._engine.store.budget < 2**40


def test_where_that_does_not_help_one_sentence_says_what_how_much_and_what_to_do(
    worker, plot, qtbot, scarce
):
    plot.summarise = staticmethod(lambda chunk: int(chunk.noise.shape[1]))
    scarce.most = 0
    worker.submit(job(MANY))
    assert failed(worker, qtbot) == (
        "There is not enough memory to draw 3 classes (unable to allocate 4.00 MiB for an array): "
        "choose fewer classes or plots, or close other programs."
    )
    scarce.most = 4
    worker.submit(job(MANY))
    assert complete(worker, qtbot).summaries == {"counted": MANY.draws}


def test_memory_that_runs_out_beside_the_chunks_is_given_back_too(worker, plot, qtbot):
    shortages = iter([MemoryError(), MemoryError()])

    def prepare(*_):
        if error := next(shortages, None):
            raise error

    plot.prepare = staticmethod(prepare)
    plot.summarise = staticmethod(lambda chunk: int(chunk.noise.shape[1]))
    worker.set_budget(2**30)
    worker.submit(job(MANY))
    assert complete(worker, qtbot).summaries == {"counted": MANY.draws}
    assert worker.errors == []
    assert worker._engine.store.budget == 2**28


def test_a_chunk_that_failed_half_way_leaves_nothing_behind(worker, plot, qtbot, monkeypatch):
    """Noise of which some rows are not drawn yet would pass for the noise of the next draws."""
    plot.summarise = staticmethod(lambda chunk: chunk.noise.astype(float).sum(axis=1).tolist())
    plot.cache_key = staticmethod(lambda parameters: parameters)
    worker.submit(job(FEW))
    complete(worker, qtbot)
    four = replace(FEW, probabilities=(1, 2, 3, 4))
    fill = stages.fill_noise

    def fails(*_):
        raise ArithmeticError("half way")

    with monkeypatch.context() as patch:
        patch.setattr(stages, "fill_noise", fails)
        worker.submit(job(four))
        assert "half way" in failed(worker, qtbot)
    assert stages.fill_noise is fill
    worker.submit(job(four))
    found = complete(worker, qtbot).summaries["counted"]
    fresh = Worker(threads=1)
    chunk = fresh._engine.chunk(four, 0)
    np.testing.assert_allclose(found, chunk.noise.astype(float).sum(axis=1))
    fresh.stop()
