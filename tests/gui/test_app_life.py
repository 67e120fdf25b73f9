"""A laboratory from start to close and back: its look, its memory, and errors nobody expected."""

import subprocess
import sys
import threading

import pytest
from PyQt6.QtCore import Qt, QTimer
from PyQt6.QtGui import QPalette
from PyQt6.QtWidgets import QApplication, QLabel, QMessageBox

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.controls.class_row import Dot
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.system import theme
from gumbel_gui.gui.system.hooks import Errors
from gumbel_gui.plots import plot_types
from gumbel_gui.plots.look.style import DARK, LIGHT

SMALL = LabState(
    Parameters((0.2, 0.3, 0.5), temperature=0.5, draws=3000, seed=5),
    ("sun", "rain", "snow"),
    (False, True, False),
    frozenset({"noise_histogram.cdf"}),
)


def status(lab):
    return lab.window.statusBar().findChild(QLabel).text()


def action(lab, text):
    found = [a for m in lab.window.menuBar().actions() for a in m.menu().actions()]
    (one,) = (each for each in found if each.text().replace("&", "") == text)
    return one


def test_a_theme_restyles_everything(open_lab, qtbot):
    lab = open_lab(SMALL)
    captions = [card.caption for card in lab.window.cards.values()]
    before = lab.window.grab().toImage()
    action(lab, "Dark").trigger()
    window_colour = QApplication.palette().color(QPalette.ColorRole.Window)
    assert window_colour.name() == DARK.window
    assert [card.plot.style for card in lab.window.cards.values()] == [DARK] * len(captions)
    assert [card.caption for card in lab.window.cards.values()] == captions
    shown = lab.window.grab().toImage()
    dark = sum(
        shown.pixelColor(x, y).lightness() < 80
        for x in range(0, shown.width(), 20)
        for y in range(0, shown.height(), 20)
    )
    assert dark > 0.8 * (shown.width() // 20) * (shown.height() // 20)
    action(lab, "Light").trigger()
    qtbot.waitUntil(lambda: lab.window.grab().toImage() == before)
    assert lab.store.history.count() == 0


def test_a_theme_restyles_the_rows_too(open_lab, settle):
    lab = open_lab(SMALL)
    settle(lab, lambda: lab.store.edit("v", lambda s: s.with_vector((1,) * 8)))
    assert LIGHT.class_colour(7) != DARK.class_colour(7)
    for name, style in (("Dark", DARK), ("Light", LIGHT)):
        action(lab, name).trigger()
        dot = lab.window.probabilities.findChildren(Dot)[7]
        assert dot.grab().toImage().pixelColor(6, 6).name() == style.class_colour(7).lower()


def test_the_system_decides_where_it_is_asked_to(open_lab, monkeypatch):
    lab = open_lab(SMALL, "")
    assert action(lab, "As the system").isChecked()
    monkeypatch.setattr(theme, "style_for", lambda name: DARK if name == "system" else LIGHT)
    hints = QApplication.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert next(iter(lab.window.cards.values())).plot.style == DARK
    action(lab, "Light").trigger()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert next(iter(lab.window.cards.values())).plot.style == LIGHT


@pytest.mark.parametrize("stored", ["neon", "", "DARK", "x" * 1000])
def test_an_unknown_theme_is_the_systems(open_lab, ini, stored):
    Settings(ini).set_text("theme", stored)
    assert action(open_lab(SMALL, ""), "As the system").isChecked()


def test_close_ends_the_thread_and_the_next_start_goes_on(open_lab, ini, settle, qtbot):
    lab = open_lab(SMALL, size=(1100, 710))
    action(lab, "Dark").trigger()
    settle(lab, lambda: lab.store.edit("t", lambda s: s.with_parameter("temperature", 2)))
    lab.window.closing.connect(lab.close)
    last = lab.store.state
    lab.window.close()
    assert lab.worker.isFinished()
    ini.sync()
    again = open_lab(None, "")
    assert again.store.state == last
    assert again.store.state.options == {"noise_histogram.cdf"}
    assert again.window.height() == 710  # the offscreen screen is too narrow for any width
    assert action(again, "Dark").isChecked()
    assert again.store.history.count() == 0
    for name, card in again.window.cards.items():
        assert card.caption == lab.window.cards[name].caption


def test_closing_does_not_wait_for_a_long_job(open_lab, qtbot):
    lab = open_lab(SMALL)
    first, updates = lab.result, []
    lab.updated.connect(lambda: updates.append(True))
    lab.store.edit("draws", lambda s: s.with_parameter("draws", 10**9))
    qtbot.waitUntil(lambda: lab.result is not first, timeout=10_000)
    assert not lab.result.complete
    assert updates == []
    assert 0 < lab.content().parameters.draws == lab.result.done < 10**9
    assert " of 1\u00a0000\u00a0000\u00a0000 draws" in status(lab)
    lab.close()
    assert lab.worker.isFinished()


def test_what_plays_ends_with_the_window(open_lab):
    lab = open_lab(SMALL)
    for playback in lab.playbacks.values():
        playback.toggle()
    assert [playback.running for playback in lab.playbacks.values()] == [
        False,
        True,
    ]  # one at a time
    lab.window.closing.connect(lab.close)
    lab.window.close()
    assert [playback.running for playback in lab.playbacks.values()] == [False, False]


def test_what_plays_is_followed_by_the_plots_and_undone_in_one_step(open_lab, settle):
    lab = open_lab(SMALL)
    annealing = lab.playbacks["schedule"]
    timer = annealing.findChild(QTimer)
    timer.setInterval(10**8)
    settle(lab, lambda: (annealing.toggle(), timer.timeout.emit()))
    for _ in range(3):
        settle(lab, timer.timeout.emit)
        assert lab.result.parameters.temperature == lab.store.state.parameters.temperature < 0.5
    settle(lab, lab.store.history.undo)
    assert not annealing.running
    assert lab.store.state == SMALL


def test_closing_twice_is_closing(open_lab):
    lab = open_lab(SMALL)
    lab.close()
    lab.close()
    assert lab.worker.isFinished()


def test_damaged_settings_start_as_the_first_time(open_lab, ini):
    for key in ("state", "geometry", "export", "theme"):
        ini.setValue(key, '{"probabilities": [1, NaN], "draws": "' + "9" * 50_000)
    ini.setValue("geometry", "01d9d0cb")  # Qt takes this for a window of one pixel
    lab = open_lab(None, "")
    assert lab.store.state == LabState()
    assert lab.window.height() >= 600


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
        raise ZeroDivisionError("nobody expected that")

    with monkeypatch.context() as patch:
        patch.setattr(kind, "summarise", staticmethod(fail))
        with qtbot.waitSignal(lab.worker.failed):
            lab.store.edit("t", lambda s: s.with_parameter("temperature", 3))
        assert "ZeroDivisionError: nobody expected that" in status(lab)
    settle(lab, lambda: lab.store.edit("t", lambda s: s.with_parameter("temperature", 4)))
    assert "draws · seed 5" in status(lab)


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


def test_about_names_version_and_licence(open_lab, monkeypatch):
    lab, said = open_lab(SMALL), []
    monkeypatch.setattr(QMessageBox, "about", lambda *words: said.extend(words[1:]))
    action(lab, "About Gumbel GUI").trigger()
    assert "GPL" in said[1]


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
        print(lab.window._message.text())
        lab.store.edit("t", lambda s: s.with_parameter("temperature", 7))
        lab.window.close()
    lab.updated.connect(fail)
    lab.updated.connect(leave)

app.Lab.start = start
sys.exit(app.run())
"""


def test_the_program_survives_an_error_in_a_slot_and_keeps_its_state(own_home):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert "ValueError: in a slot" in done.stdout
    assert "Traceback" in done.stderr
    (file,) = own_home.rglob("gumbel-gui.ini")
    assert '\\"temperature\\": 7.0' in file.read_text()
