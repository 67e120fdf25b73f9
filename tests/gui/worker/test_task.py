"""Work in a thread of its own: what it tells, how it ends, and how it is cancelled."""

import sys
import threading

import pytest
from PyQt6.QtCore import QThread

from gumbel_gui.figures.errors import CancelledError
from gumbel_gui.gui.worker.task import Task

pytestmark = pytest.mark.qt_no_exception_capture  # errors are handed to the hook


def run(qtbot, work):
    """Do some work in a task; return the task, and what it has told."""
    task, told = Task(work), []
    task.advanced.connect(told.append)
    with qtbot.waitSignal(task.finished):
        task.start()
    task.wait()
    return task, told


def test_work_is_done_in_another_thread_and_tells_how_far_it_is(qtbot):
    threads = []

    def work(proceed):
        threads.append(QThread.currentThread())
        assert proceed(0.25)
        assert proceed(1.0)

    task, told = run(qtbot, work)
    assert threads == [task]
    assert task.error is None
    assert told == [0.25, 1.0]


@pytest.mark.parametrize("error", [ValueError("x"), MemoryError(), KeyboardInterrupt()])
def test_an_error_ends_the_work_and_is_kept(qtbot, error):
    def work(_):
        raise error

    assert run(qtbot, work)[0].error is error


def test_work_that_is_cancelled_is_told_not_to_go_on(qtbot):
    going, answers = threading.Event(), []

    def work(proceed):
        while proceed(0.5):
            going.set()
        answers.append("stopped")
        raise CancelledError

    task = Task(work)
    task.start()
    assert going.wait(60)
    task.cancel()
    assert task.wait(60_000)
    assert answers == ["stopped"]
    assert isinstance(task.error, CancelledError)


def test_what_is_cancelled_before_it_begins_does_nothing(qtbot):
    task = Task(lambda _: pytest.fail("it was begun"))
    task.cancel()
    task.start()
    assert task.wait(60_000)
    assert isinstance(task.error, CancelledError)


@pytest.mark.parametrize("error", [ValueError("x"), CancelledError(), MemoryError()])
def test_what_nobody_expects_is_handed_to_the_hook_with_its_traceback(qtbot, monkeypatch, error):
    told = []
    monkeypatch.setattr(sys, "excepthook", lambda *of: told.append(of))

    def fail(_):
        raise error

    run(qtbot, fail)
    assert [(each, trace is not None) for _, each, trace in told] == (
        [(error, True)] if isinstance(error, ValueError) else []
    )
