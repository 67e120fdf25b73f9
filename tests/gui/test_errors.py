"""Errors that are not expected: they reach the status line, and the program goes on."""

import subprocess
import sys
import threading

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import QLabel, QProgressBar, QPushButton

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.system.hooks import Errors
from gumbel_gui.plots import plot_types

SMALL = LabState(
    Parameters((0.2, 0.3, 0.5), temperature=0.5, draws=3000, seed=5),
    ("sun", "rain", "snow"),
    (False, True, False),
    frozenset({"noise_histogram.cdf"}),
)
PATIENCE = 20_000


def status(lab):
    return lab.window.statusBar().findChild(QLabel).text()


def test_an_unexpected_error_is_told_in_the_status_line(open_lab):
    lab = open_lab(SMALL)
    lab.report("KeyError: 'x'")
    assert status(lab) == "Something went wrong: KeyError: 'x'"


def test_the_status_line_shows_markup_as_it_is(open_lab):
    lab = open_lab(SMALL)
    lab.report("TypeError: <lambda>() takes 1 positional argument")
    label = lab.window.statusBar().findChild(QLabel)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_an_error_while_drawing_is_told_and_drawing_goes_on(open_lab, settle, monkeypatch, qtbot):
    lab = open_lab(SMALL)
    kind = plot_types()["relaxed_density"]

    def fail(_):
        raise ZeroDivisionError("not expected")

    with monkeypatch.context() as patch:
        patch.setattr(kind, "summarise", staticmethod(fail))
        with qtbot.waitSignal(lab.worker.failed):
            lab.store.edit("t", lambda s: s.with_parameter("temperature", 3))
        assert "ZeroDivisionError: not expected" in status(lab)
    settle(lab, lambda: lab.store.edit("t", lambda s: s.with_parameter("temperature", 4)))
    assert "draws · seed 5" in status(lab)


@pytest.mark.parametrize("error", [MemoryError(), ZeroDivisionError("x"), KeyboardInterrupt()])
def test_an_error_in_a_long_job_takes_its_bar_away_and_keys_and_edits_draw_again(
    open_lab, settle, monkeypatch, qtbot, error
):
    lab = open_lab(SMALL)
    monkeypatch.setattr("gumbel_gui.gui.lab.LONG_SECONDS", 0)
    kind = plot_types()["relaxed_density"]
    summarise = kind.summarise
    bar = lab.window.statusBar().findChild(QProgressBar)
    keep = lab.window.menus.keep

    def fail(chunk):
        # Once the bar is seen; the window shows no less than the first chunk.
        if bar.isVisible() and chunk.index > 0:
            raise error
        return summarise(chunk)

    with monkeypatch.context() as patch:
        patch.setattr(kind, "summarise", staticmethod(fail))
        with qtbot.waitSignal(lab.worker.failed, timeout=PATIENCE):
            lab.store.edit("n", lambda s: s.with_parameter("draws", 10**9))
        assert not bar.isVisible()
        assert "Keep drawing" in [b.text() for b in lab.window.draws.findChildren(QPushButton)]
        assert "draws · seed" not in status(lab)
    keep.trigger()
    result = lab.result
    qtbot.waitUntil(lambda: lab.result is not result and lab.result.done > 3000, timeout=PATIENCE)
    keep.trigger()
    qtbot.waitUntil(lambda: not lab.result.running, timeout=PATIENCE)
    settle(lab, lambda: lab.store.edit("n", lambda s: s.with_parameter("draws", 5000)))


def test_after_an_error_an_edit_back_to_what_failed_is_drawn(open_lab, settle, monkeypatch, qtbot):
    lab = open_lab(SMALL)
    kind = plot_types()["relaxed_density"]

    def fail(_):
        raise ZeroDivisionError("once")

    with monkeypatch.context() as patch:
        patch.setattr(kind, "summarise", staticmethod(fail))
        with qtbot.waitSignal(lab.worker.failed, timeout=PATIENCE):
            lab.store.edit("t", lambda s: s.with_parameter("temperature", 3))
    settle(lab, lambda: lab.store.edit("name", lambda s: s.with_label(0, "moon")))
    assert lab.result.parameters.temperature == 3


@pytest.fixture
def errors(monkeypatch):
    """The hooks, installed; the old ones come back."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    made = Errors()
    made.install()
    return made


def test_an_error_on_another_thread_ends_in_the_status_line(open_lab, errors, qtbot, capsys):
    lab = open_lab(SMALL)
    told = []
    errors.caught.connect(lab.report)
    errors.caught.connect(lambda _: told.append(threading.current_thread()))

    def fail():
        raise ValueError("from afar")

    thread = threading.Thread(target=fail)
    with qtbot.waitSignal(errors.caught):
        thread.start()
    thread.join()
    assert status(lab) == "Something went wrong: ValueError: from afar"
    assert "from afar" in capsys.readouterr().err


def test_an_error_on_the_gui_thread_ends_there_too(open_lab, errors, capsys):
    lab = open_lab(SMALL)
    errors.caught.connect(lab.report)
    try:
        raise ValueError("here")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    assert status(lab) == "Something went wrong: ValueError: here"
    assert "Traceback" in capsys.readouterr().err


def test_without_a_console_errors_still_reach_the_window(errors, monkeypatch, qtbot):
    monkeypatch.setattr(sys, "stderr", None)  # as under pythonw
    with qtbot.waitSignal(errors.caught) as caught:
        sys.excepthook(KeyError, KeyError("x"), None)
    assert caught.args == ["KeyError: 'x'"]


PROGRAM = """
import sys
from PyQt6.QtCore import QTimer
from gumbel_gui.gui import app

whole = app.Lab.start

def start(lab):
    whole(lab)
    def fail():
        raise ValueError("in a slot")
    def leave():
        print(lab.window.status.text)
        lab.store.edit("t", lambda s: s.with_parameter("temperature", 7))
        lab.window.close()
    lab.updated.connect(fail)
    lab.updated.connect(leave)

app.Lab.start = start
sys.exit(app.run())
"""


def test_the_program_survives_an_error_in_a_slot_and_keeps_its_state(own_home):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=180
    )
    assert done.returncode == 0, done.stderr
    assert "ValueError: in a slot" in done.stdout
    assert "Traceback" in done.stderr
    (file,) = own_home.rglob("window-1.json")
    assert '"temperature": 7.0' in file.read_text()
