"""Errors that nobody expects: each is told once and noted, and the program goes on."""

import subprocess
import sys
import threading
from functools import partial

import pytest
from PyQt6.QtCore import QEvent, QObject, Qt, QTimer
from PyQt6.QtWidgets import (
    QApplication,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QWidget,
)

from gumbel_gui import __version__
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui import app
from gumbel_gui.gui.dialogs.fault_dialog import FaultDialog
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.system.faults import Log
from gumbel_gui.gui.system.hooks import Errors
from gumbel_gui.gui.worker.task import Task
from gumbel_gui.plots import plot_types

SMALL = LabState(
    Parameters((0.2, 0.3, 0.5), temperature=0.5, draws=3000, seed=5),
    ("sun", "rain", "snow"),
    (False, True, False),
    frozenset({"noise_histogram.cdf"}),
)
PATIENCE = 20_000
pytestmark = pytest.mark.qt_no_exception_capture


def status(lab):
    return lab.window.statusBar().findChild(QLabel).text()


@pytest.fixture
def log(tmp_path):
    made = Log(tmp_path / "log" / "errors.log")
    yield made
    made.close()


@pytest.fixture
def errors(monkeypatch, log):
    """The hooks, installed; the old ones come back."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    made = Errors(log)
    made.install()
    return made


@pytest.fixture
def told(qtbot, errors, log):
    """Return a function that lets a laboratory tell errors, as the program does."""

    def connected(lab):
        say = partial(app.tell, lab, log.path)
        errors.caught.connect(say, type=Qt.ConnectionType.QueuedConnection)
        return lab

    return connected


def dialog_of(lab):
    (dialog,) = lab.window.findChildren(FaultDialog)
    return dialog


def details(dialog):
    return dialog.findChild(QPlainTextEdit).toPlainText()


def fail(error):
    """Give an error to the hook, as PyQt does with one of a slot."""
    try:
        raise error
    except BaseException as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


def other(error):
    """Fail at another place."""
    try:
        raise error
    except BaseException as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


def test_an_unexpected_error_is_told_in_the_status_line_and_in_a_dialog(open_lab, told, qtbot):
    lab = told(open_lab(SMALL))
    fail(TypeError("<lambda>() takes 1 positional argument"))
    qtbot.waitUntil(lambda: lab.window.findChild(FaultDialog) is not None)
    sentence = "Something went wrong: TypeError: <lambda>() takes 1 positional argument"
    assert status(lab) == sentence
    dialog = dialog_of(lab)
    assert dialog.isVisible()
    assert not dialog.isModal()
    labels = list(dialog.findChildren(QLabel))
    assert sentence in [each.text().replace("\u200b", "") for each in labels]
    shown = [*labels, lab.window.statusBar().findChild(QLabel)]
    assert {each.textFormat() for each in shown} == {Qt.TextFormat.PlainText}


def test_copy_details_copies_traceback_and_versions(open_lab, told, qtbot, click):
    lab = told(open_lab(SMALL))
    fail(KeyError("x"))
    qtbot.waitUntil(lambda: lab.window.findChild(FaultDialog) is not None)
    click(dialog_of(lab), "&Copy details")
    copied = QApplication.clipboard().text()
    assert "test_errors.py" in copied
    assert "KeyError: 'x'" in copied
    assert f"Gumbel GUI {__version__}, Python " in copied


def test_there_is_one_dialog_and_no_second_one_for_the_same(open_lab, told, qtbot, click):
    lab = told(open_lab(SMALL))
    for number in range(3):
        fail(ValueError(number))
    qtbot.waitUntil(lambda: status(lab).endswith("ValueError: 2"))
    assert details(dialog_of(lab)).count("Traceback") == 1
    other(ValueError("another place"))
    qtbot.waitUntil(lambda: status(lab).endswith("another place"))
    assert details(dialog_of(lab)).count("Traceback") == 2
    click(dialog_of(lab), "C&lose")
    qtbot.waitUntil(lambda: lab.window.findChild(FaultDialog) is None)
    fail(ValueError("again"))
    qtbot.waitUntil(lambda: status(lab).endswith("ValueError: again"))
    assert lab.window.findChild(FaultDialog) is None


def test_in_front_of_a_modal_dialog_it_can_be_used(open_lab, told, qtbot, click):
    lab = told(open_lab(SMALL))
    question = QMessageBox(parent=lab.window)
    question.open()
    fail(ValueError("meanwhile"))
    qtbot.waitUntil(lambda: lab.window.findChild(FaultDialog) is not None)
    click(dialog_of(lab), "C&lose")
    qtbot.waitUntil(lambda: lab.window.findChild(FaultDialog) is None)
    question.close()
    question.deleteLater()


def in_slot(lab, error):
    timer = QTimer(lab.window)
    timer.setSingleShot(True)
    timer.timeout.connect(lambda: raised(error))
    timer.start(0)


def raised(error):
    raise error


def in_filter(lab, error):
    class Filter(QObject):
        def eventFilter(self, _, event):
            if event.type() == QEvent.Type.User:
                raise error
            return False

    lab.filter = Filter(lab.window)
    lab.window.installEventFilter(lab.filter)
    QApplication.postEvent(lab.window, QEvent(QEvent.Type.User))


def in_paint_event(lab, error):
    class Painted(QWidget):
        def paintEvent(self, _):
            raise error

    lab.painted = Painted(lab.window)
    lab.painted.resize(30, 30)
    lab.painted.show()


def in_thread(lab, error):
    thread = threading.Thread(target=raised, args=(error,))
    thread.start()
    thread.join()


def in_qt_thread(lab, error):
    task = Task(lambda _: raised(error), lab.window)
    task.start()
    task.wait()


def in_pool(lab, error):
    def store(_):
        raise error

    lab._settings._slot.write = store
    lab.store.edit("t", lambda s: s.with_parameter("temperature", 3))
    lab._autosave._save()


def in_del(lab, error):
    class Deleted:
        def __del__(self):
            raise error

    Deleted()


PLACES = [in_slot, in_filter, in_paint_event, in_thread, in_qt_thread, in_pool, in_del]


@pytest.mark.parametrize("place", PLACES)
def test_wherever_an_error_is_raised_it_is_told_once_noted_and_the_window_works_on(
    open_lab, told, settle, qtbot, log, place
):
    lab = told(open_lab(SMALL))
    place(lab, ValueError("not expected"))
    qtbot.waitUntil(lambda: lab.window.findChild(FaultDialog) is not None, timeout=PATIENCE)
    assert "ValueError: not expected" in status(lab)
    log.close()
    noted = log.path.read_text("utf-8")
    assert "ValueError: not expected\n" in noted
    assert noted.startswith(details(dialog_of(lab))[:10])
    if place is in_paint_event:
        assert "paintEvent" in noted
        lab.painted.repaint()
        lab.painted.hide()
        QApplication.processEvents()
        assert details(dialog_of(lab)).count("Traceback") == 1
    settle(lab, lambda: lab.store.edit("t", lambda s: s.with_parameter("temperature", 4)))
    assert "draws · seed 5" in status(lab)


def test_where_memory_is_short_one_sentence_says_so(open_lab, told, qtbot):
    lab = told(open_lab(SMALL))
    in_slot(lab, MemoryError())
    said = "There is not enough memory for this: close other programs."
    qtbot.waitUntil(lambda: status(lab) == said)


def test_an_error_of_telling_an_error_is_not_told_without_end(open_lab, told, qtbot, monkeypatch):
    told(open_lab(SMALL))
    calls = []

    def broken(*_):
        calls.append(1)
        raise ValueError("no dialog either")

    monkeypatch.setattr(app, "show_fault", broken)
    fail(KeyError("x"))
    qtbot.waitUntil(lambda: bool(calls))
    QApplication.processEvents()
    assert calls == [1]


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
        QTimer.singleShot(0, end)
    def end():
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
    (log,) = own_home.rglob("errors.log")
    assert "ValueError: in a slot" in log.read_text("utf-8")
    (file,) = own_home.rglob("window-1.json")
    assert '"temperature": 7.0' in file.read_text()
