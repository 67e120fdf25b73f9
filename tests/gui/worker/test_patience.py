"""Patience: the disk is waited for on another thread, while the window lives and takes no input."""

import threading

import pytest
from PyQt6.QtCore import QTimer
from PyQt6.QtTest import QTest
from PyQt6.QtWidgets import QLineEdit

from gumbel_gui.figures import targets
from gumbel_gui.gui.worker.patience import patiently


def test_what_work_returns_or_raises_is_passed_on(qapp):
    assert patiently(lambda: 3) == 3
    with pytest.raises(KeyError, match="x"):
        patiently(lambda: {}["x"])


def test_while_work_takes_long_timers_run_and_keys_wait(qapp, qtbot):
    line, free, seen = QLineEdit(), threading.Event(), []
    qtbot.addWidget(line)
    line.show()

    def meanwhile():
        seen.append(line.text())
        free.set()

    QTimer.singleShot(0, meanwhile)

    def work():
        assert free.wait(60)
        return threading.current_thread()

    assert patiently(work) is not threading.main_thread()
    assert seen == [""]
    QTest.keyClicks(line, "a")
    assert line.text() == "a"


@pytest.fixture
def slow(monkeypatch):
    """A disk that answers once the event loop of the window has run."""
    whole, threads = targets.whole_file, []

    def slowly(path):
        free = threading.Event()
        timers.put(free.set)
        threads.append(threading.current_thread())
        assert free.wait(60)
        return whole(path)

    class Timers:
        def put(self, act):
            self.act = act

    timers = Timers()
    timer = QTimer()
    timer.timeout.connect(lambda: getattr(timers, "act", bool)())
    timer.start(1)
    monkeypatch.setattr(targets, "whole_file", slowly)
    yield threads
    timer.stop()


def test_an_experiment_is_saved_as_it_was_when_that_was_asked(open_lab, slow, tmp_path):
    lab = open_lab()
    path = tmp_path / "a.gumbel.json"
    before = lab.store.state
    QTimer.singleShot(0, lambda: lab.store.set("temperature", 3))  # as playback does
    assert lab.filing._save(path)
    assert threading.main_thread() not in slow
    assert lab.store.value("temperature") == 3
    assert lab.window.isWindowModified()
    lab.filing.document.discard()
    assert lab.store.state == before


@pytest.mark.parametrize("plots", ["all", "each"])
def test_figures_are_written_while_the_window_lives(open_dialog, written, slow, plots):
    hands = open_dialog()
    hands.choose("Plots", plots)
    hands.type(width="200", height="180", dpi="40")
    with hands.qtbot.waitSignal(hands.dialog.accepted, timeout=60_000):
        hands.press("Save")
    assert written()
    assert slow
    assert threading.main_thread() not in slow


def test_the_window_is_gone_before_the_last_time_that_is_stored(open_lab, monkeypatch):
    lab, seen = open_lab(), []
    store = lab._settings.store
    monkeypatch.setattr(
        lab._settings, "store", lambda data: (seen.append(lab.window.isVisible()), store(data))[1]
    )
    geometry = lab.window.saveGeometry()
    lab.window.close()
    assert seen == [False]
    assert lab._settings.geometry == geometry
