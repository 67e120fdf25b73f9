"""Signals close the window; a second one is as before, and one that is ignored stays ignored."""

import os
import signal
import sys

import pytest
from PyQt6.QtWidgets import QFileDialog, QLineEdit, QMessageBox, QWidget

from gumbel_gui.gui.system.hooks import Errors, Signals

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there os.kill ends the process")
KINDS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP] if sys.platform != "win32" else []


@pytest.fixture
def signals(qapp):
    """Return a function that makes the object; the handlers are what they were afterwards."""
    # ``nohup`` ignores one of them for all that it starts.
    before, made = {each: signal.signal(each, signal.SIG_DFL) for each in KINDS}, []

    def make():
        made.append(Signals())
        return made[-1]

    yield make
    for each in made:
        each.release()
    for each, handler in before.items():
        signal.signal(each, handler)


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_closes_all_windows_and_the_second_is_as_before(signals, qtbot, kind):
    before = [signal.getsignal(each) for each in KINDS]
    signals()
    windows = [QWidget(), QLineEdit()]
    for window in windows:
        qtbot.addWidget(window)
        window.show()
    os.kill(os.getpid(), kind)
    qtbot.waitUntil(lambda: not any(window.isVisible() for window in windows), timeout=60_000)
    assert [signal.getsignal(each) for each in KINDS] == before


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_ignored_stays_ignored(signals, kind):
    signal.signal(kind, signal.SIG_IGN)
    made = signals()
    assert signal.getsignal(kind) == signal.SIG_IGN
    made.release()
    assert signal.getsignal(kind) == signal.SIG_IGN


@pytest.mark.parametrize("kind", ["question", "file"])
def test_a_dialog_that_waits_for_an_answer_is_closed_too(signals, qtbot, kind):
    signals()
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    if kind == "question":
        dialog = QMessageBox(window)
        dialog.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No)
    else:
        dialog = QFileDialog(window)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.open()
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: not (dialog.isVisible() or window.isVisible()), timeout=60_000)


@pytest.mark.parametrize("stream", ["full", None])
def test_an_error_is_told_where_there_is_no_stderr_or_it_is_full(qtbot, monkeypatch, stream):
    class Full:
        def write(self, _):
            raise OSError(28, "No space left on device")

    errors = Errors()
    monkeypatch.setattr(sys, "stderr", stream and Full())
    with qtbot.waitSignal(errors.caught) as caught:
        errors._hook(KeyError, KeyError("x"), None)
    assert caught.args[0].what == "KeyError: 'x'"


def test_an_error_of_each_paint_event_is_printed_and_noted_ever_more_rarely(qapp, capsys):
    notes, told = [], []

    class Log:
        note = staticmethod(notes.append)

    errors = Errors(Log())
    errors.caught.connect(lambda fault: told.append(fault.times))
    for _ in range(100):
        errors._hook(KeyError, KeyError("x"), None)
    assert told == list(range(1, 101))
    assert len(notes) == 7
    assert ", 64 times: Gumbel GUI " in notes[-1]
    assert capsys.readouterr().err.count("KeyError") == 7
