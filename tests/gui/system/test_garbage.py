"""Garbage is collected in the thread of the window, and in no other."""

import gc
import threading
import weakref

import pytest

from gumbel_gui.gui.system.garbage import GarbageCollector


class Cycle:
    """Needs the collector to go away."""

    def __init__(self):
        self.itself = self


@pytest.fixture
def low():
    before = gc.get_threshold()
    gc.set_threshold(5, 1, 1)
    yield
    gc.set_threshold(*before)


def test_drawing_threads_collect_none(open_lab, settle, low):
    threads = set()

    def note(*_):
        threads.add(threading.current_thread())

    gc.callbacks.append(note)
    try:
        lab = open_lab()
        threads.clear()  # before it was there
        for seed in range(1, 4):
            edit = lambda s, seed=seed: s.with_parameter("seed", seed)  # noqa: E731
            settle(lab, lambda edit=edit: lab.store.edit("", edit))
        assert threads <= {threading.main_thread()}
        assert not gc.isenabled()
        lab.close()
        assert gc.isenabled()
    finally:
        gc.callbacks.remove(note)


def test_what_is_due_is_collected_in_time(qtbot, low, monkeypatch):
    monkeypatch.setattr("gumbel_gui.gui.system.garbage.INTERVAL", 1)
    collector = GarbageCollector()
    try:
        gone = weakref.ref(Cycle())
        kept = [[] for _ in range(100)]
        qtbot.waitUntil(lambda: gone() is None)
        assert len(kept) == 100
    finally:
        collector.stop()
