"""Autosave: what has changed is on the disk soon, without the window having waited for it."""

import errno
import os
import threading

import pytest
from PyQt6.QtCore import QTimer
from PyQt6.QtWidgets import QWidget

from gumbel_gui.gui.state.autosave import DELAY_MS, Autosave
from gumbel_gui.gui.state.records import read_record
from gumbel_gui.gui.state.settings import Settings

PATIENCE = 20_000


@pytest.fixture
def settings(tmp_path):
    made = Settings(tmp_path)
    yield made
    made.close()


@pytest.fixture
def autosave(qapp, settings):
    """Autosave of the views that are in its list ``seen``, the latest of them."""
    seen = ["a"]
    made = Autosave(settings)
    made.storing.connect(lambda: settings.set_text("view", seen[-1]))
    made.seen = seen
    yield made
    made.close()


@pytest.fixture
def wait_for(qtbot, tmp_path):
    """Return a function that waits until a view is stored."""
    file = tmp_path / "window-1.json"

    def waited(view):
        qtbot.waitUntil(
            lambda: file.exists() and read_record(file.read_bytes())[0]["view"] == view,
            timeout=PATIENCE,
        )

    return waited


def timer_of(autosave):
    return autosave.findChild(QTimer)


def test_a_change_is_stored_within_two_seconds(autosave, wait_for):
    assert DELAY_MS <= 1000
    autosave.note()
    assert timer_of(autosave).isSingleShot()
    assert timer_of(autosave).interval() == DELAY_MS
    wait_for("a")


def test_ever_more_changes_do_not_put_it_off(autosave, qapp):
    autosave.note()
    timer, left = timer_of(autosave), timer_of(autosave).remainingTime()
    while timer.remainingTime() == left:
        autosave.note()
    assert timer.remainingTime() < left


def test_nothing_is_written_while_nothing_changes(autosave, wait_for, settings, monkeypatch):
    autosave._save()
    wait_for("a")
    monkeypatch.setattr(settings, "store", lambda _: pytest.fail("written again"))
    autosave._save()
    assert not timer_of(autosave).isActive()
    monkeypatch.undo()
    autosave.seen.append("b")
    autosave._save()
    wait_for("b")


def test_the_disk_is_waited_for_on_another_thread(autosave, wait_for, settings, monkeypatch, qtbot):
    threads, free = [], threading.Event()
    store = settings.store

    def slowly(data):
        threads.append(threading.current_thread())
        assert free.wait(PATIENCE)
        return store(data)

    monkeypatch.setattr(settings, "store", slowly)
    autosave._save()
    autosave.seen.append("b")
    autosave._save()  # while the first is being written
    assert timer_of(autosave).isActive()
    free.set()
    wait_for("b")
    assert threading.main_thread() not in threads
    assert len(threads) == 2


def test_moves_and_sizes_of_the_window_are_changes(autosave, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    autosave.watch(window)
    window.show()
    for change in (lambda: window.resize(300, 200), lambda: window.move(40, 50)):
        timer_of(autosave).stop()
        change()
        qtbot.waitUntil(timer_of(autosave).isActive)


def test_closing_stores_at_once_and_ends_it(autosave, settings, tmp_path):
    autosave.note()
    autosave.seen.append("last")
    assert autosave.close() == ""
    assert read_record((tmp_path / "window-1.json").read_bytes())[0]["view"] == "last"
    autosave.note()
    assert not timer_of(autosave).isActive()
    again = Settings(tmp_path)
    assert again.text("view") == "last"
    again.close()


def test_a_failure_is_told_once_and_its_end_too(autosave, qtbot, monkeypatch, wait_for, tmp_path):
    told = []
    autosave.told.connect(told.append)

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        for _ in range(3):
            autosave._save()
            qtbot.waitUntil(autosave._written.done, timeout=PATIENCE)
    autosave._save()
    wait_for("a")
    qtbot.waitUntil(lambda: len(told) == 2, timeout=PATIENCE)
    assert told == [
        "What is changed here is not stored, and will be gone at the next start: the folder "
        f"{tmp_path} cannot be written to (no space left on device).",
        "",
    ]


def test_without_memory_for_a_thread_it_is_stored_all_the_same(autosave, monkeypatch, wait_for):
    def refuse(*_):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(autosave._thread, "submit", refuse)
    autosave._save()
    wait_for("a")
