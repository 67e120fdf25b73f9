"""Fixtures for the window: stores, widgets that are shown, laboratories, mouse and keys."""

from contextlib import contextmanager
from pathlib import Path

import pytest
from PyQt6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PyQt6.QtGui import QKeyEvent, QWheelEvent
from PyQt6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionSlider,
    QToolButton,
    QWidget,
)

from gumbel_gui.core.engine import Engine
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.figures.figure import Content
from gumbel_gui.gui.app import Lab
from gumbel_gui.gui.controls.class_row import ClassRow
from gumbel_gui.gui.dialogs.export_dialog import ALL, ExportDialog
from gumbel_gui.gui.state.playback import annealing_of, descent_of
from gumbel_gui.gui.state.records import read_record, write_record
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.system import theme
from gumbel_gui.gui.widgets.labels import ErrorLabel
from gumbel_gui.gui.widgets.number_box import LabelEdit
from gumbel_gui.gui.widgets.number_slider import NumberSlider
from gumbel_gui.gui.worker import worker
from gumbel_gui.plots import plots_of
from gumbel_gui.plots.look.style import LIGHT
from gumbel_gui.plots.words.text import default_labels

STRANGE = [
    *(None, True, False, 0, -1, 1.5, 10**400, 1e308, "", "x", "\0", "../..", "~nobody", "\ud800"),
    *("x" * 5_000, [], [1], ["png"], {}, {"a": 1}, [[["deep"]]]),
]
"""What may stand in a record that is damaged, or was edited by hand."""
PATIENCE = 60_000
"""Milliseconds after which a result that does not come is a failure, on a busy machine too."""


def pytest_collection_modifyitems(items):
    """Ignore the warning of the offscreen platform that it has no window manager."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(
                pytest.mark.qt_log_ignore("does not support (raise|propagateSizeHints)")
            )


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """Let a whole chunk be shown first, however slow this machine is."""
    monkeypatch.setattr(worker, "FIRST_SECONDS", 1e9)


@pytest.fixture
def strange():
    return STRANGE


@pytest.fixture
def make_store(qapp):
    """Return a function that gives a store with so many equal classes, or with these p."""

    def make(p=5, **others):
        p = (1.0,) * p if isinstance(p, int) else p
        labels, locks = default_labels(len(p)), (False,) * len(p)
        return Store(LabState(Parameters(p, **others), labels, locks))

    return make


@pytest.fixture
def plain_look(qapp):
    """Take the style sheet and the palette off the application again, and all widgets down."""
    palette = qapp.palette()
    yield
    qapp.setStyleSheet("")
    qapp.setPalette(palette)
    for _ in range(2):  # widgets first, then what PyQt keeps of the functions they called
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()


@pytest.fixture
def show(qtbot, qapp, plain_look):
    """Return a function that shows a widget in the window's look, active."""
    kept = []  # qtbot does not keep them alive

    def shown(widget, width=360, height=0):
        theme.apply(LIGHT)
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.resize(width, height or widget.sizeHint().height())
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()
        return widget

    yield shown
    kept.clear()


@pytest.fixture
def sentence():
    """Return a function that gives the one error that is seen in a widget's window."""

    def say(widget):
        window = widget.window()
        labels = (x for x in window.findChildren(ErrorLabel) if x.property("role") != "hint")
        seen = [x for x in labels if x.isVisibleTo(window)]
        assert len(seen) <= 1
        return seen[0].accessibleName() if seen else ""

    return say


@pytest.fixture
def enter(qtbot):
    """Return a function that types a text over a box's own and presses Return."""

    def typed(box, text, key=Qt.Key.Key_Return):
        box.setFocus()
        box.selectAll()
        for character in text:
            if character.isascii():
                qtbot.keyClick(box, character)
            else:  # QTest aborts on these
                event = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier(0), character)
                QApplication.sendEvent(box, event)
        if key is not None:
            qtbot.keyClick(box, key)

    return typed


@pytest.fixture
def click(qtbot):
    """Return a function that clicks the button with a text, or a button, in a widget."""

    def clicked(widget, text=""):
        if text:
            (widget,) = (b for b in widget.findChildren(QAbstractButton) if b.text() == text)
        qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    return clicked


@pytest.fixture
def reveal():
    """Return a function that scrolls a widget into sight, as is done before it is clicked."""

    def revealed(widget):
        around = widget
        while around := around.parentWidget():
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(widget)

    return revealed


@pytest.fixture
def drag(qtbot):
    """Return a context: a slider's handle, held by the mouse; the function moves it by pixels."""

    @contextmanager
    def held(slider):
        option = QStyleOptionSlider()
        slider.initStyleOption(option)
        part, control = QStyle.SubControl.SC_SliderHandle, QStyle.ComplexControl.CC_Slider
        start = slider.style().subControlRect(control, option, part, slider).center()
        qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
        assert slider.isSliderDown()
        yield lambda pixels: qtbot.mouseMove(slider, start + QPoint(pixels, 0))
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=start)

    return held


@pytest.fixture
def content():
    """Summaries of all plots of a few draws."""
    parameters = Parameters((1, 2, 3), temperature=0.5, draws=500, seed=4)
    with Engine(1) as engine:
        kinds = {name: kind.summarise for name, kind in plots_of("sample").items()}
        return Content(parameters, engine.summarise(parameters, kinds))


class SettingsFile:
    """The file in which the first window of a test stores what it shows."""

    def __init__(self, folder):
        self.folder, self.path = folder, folder / "window-1.json"

    def values(self):
        values, whole = read_record(self.path.read_bytes())
        assert whole
        return values

    def put(self, **values):
        """Set some values; the others stay."""
        self.folder.mkdir(exist_ok=True)
        before = self.values() if self.path.exists() else {}
        self.path.write_bytes(write_record(before | values))


@pytest.fixture
def stored(tmp_path):
    """The file of settings, in a folder of the test's own."""
    return SettingsFile(tmp_path / "settings")


@pytest.fixture
def open_lab(qtbot, stored, plain_look):
    """Return a function that starts a laboratory and waits until it shows all draws."""
    labs = []

    def opened(state=None, theme_name="light", size=None, folder=stored.folder):
        settings = Settings(folder)
        if state:
            settings.state = state
        lab = Lab(settings, theme_name)
        labs.append(lab)
        if size:
            lab.window.resize(*size)
        with qtbot.waitSignal(lab.updated, timeout=PATIENCE):
            lab.start()
        lab.window.activateWindow()
        qtbot.waitUntil(lab.window.isActiveWindow)
        return lab

    yield opened
    for lab in labs:
        lab.filing.end()  # as by a signal, so that no question waits for an answer
        lab.close()
        QApplication.processEvents()  # a last result may wait, for which the window must be there
        # The window of now, which may not be that of the start. Left to the garbage, its parts
        # would lose what they know before Qt tells them that they are hidden.
        lab.window.close()
        lab.window.deleteLater()
    labs.clear()
    QApplication.clipboard().clear()


@pytest.fixture
def settle(qtbot):
    """Return a function that does something and waits until a laboratory shows what follows.

    It is laid out then: a caption may have another height than before.
    """

    def wait(lab, act):
        updates = []
        lab.updated.connect(note := lambda: updates.append(lab.result.context.parameters))
        act()
        # The first update may be that of an earlier job, or of the view before.
        qtbot.waitUntil(
            lambda: updates[-1:] == [lab.store.state.parameters] and lab.content() is not None,
            timeout=PATIENCE,
        )
        lab.updated.disconnect(note)
        QApplication.processEvents()

    return wait


class EditorRows:
    """The rows of a probability editor, and the controls in them."""

    def __init__(self, editor, qtbot):
        self.widget, self.qtbot = editor, qtbot

    @property
    def rows(self):
        QApplication.processEvents()  # a new row is shown by its layout
        return [row for row in self.widget.findChildren(ClassRow) if not row.isHidden()]

    def box(self, k):
        return self.rows[k].box

    def boxes(self):
        return [float(row.box.text()) for row in self.rows]

    def label(self, k):
        return self.rows[k].findChild(LabelEdit)

    def slider(self, k):
        return self.rows[k].findChild(NumberSlider)

    def press(self, k, what):
        buttons = self.rows[k].findChildren(QToolButton)
        (button,) = (each for each in buttons if each.accessibleName().startswith(what))
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def button(self, text):
        (found,) = (b for b in self.widget.findChildren(QPushButton) if b.text() == text)
        return found


@pytest.fixture
def rows_of(qtbot):
    """Return a function that gives the rows of a probability editor."""
    return lambda editor: EditorRows(editor, qtbot)


FIELDS = {"width": "Width in mm", "height": "Height in mm", "dpi": "Resolution in dpi"}


@pytest.fixture
def answer(qtbot):
    """Return a function that answers the next question, by a key or the text of a button.

    It gives a list, of the question's text once it was asked.
    """

    def answered(by):
        texts = []

        def look():
            box = QApplication.activeModalWidget()
            if not isinstance(box, QMessageBox):
                QTimer.singleShot(10, look)
                return
            texts.append(box.text().replace("\u200b", ""))
            if isinstance(by, str):
                (button,) = (each for each in box.buttons() if each.text() == by)
                qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
            else:
                qtbot.keyClick(box.focusWidget(), by)

        QTimer.singleShot(0, look)
        return texts

    return answered


class ExportFields:
    """The fields of an export dialog, by their accessible names."""

    def __init__(self, dialog, qtbot):
        self.dialog, self.qtbot = dialog, qtbot

    def field(self, name):
        name = FIELDS.get(name, name[0].upper() + name[1:])
        (found,) = (w for w in self.dialog.findChildren(QWidget) if w.accessibleName() == name)
        return found

    def type(self, **texts):
        for name, text in texts.items():
            self.field(name).selectAll()
            self.field(name).insert(text)

    def choose(self, name, data):
        self.field(name).setCurrentIndex(self.field(name).findData(data))

    def press(self, name):
        box = self.dialog.findChild(QDialogButtonBox)
        button = box.button(getattr(QDialogButtonBox.StandardButton, name))
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def note(self):
        """Return the hint, once the preview has caught up."""
        self.qtbot.waitUntil(lambda: not self.dialog._later.isActive())
        (label,) = (x for x in self.dialog.findChildren(QLabel) if x.property("role") == "hint")
        return label.text()


@pytest.fixture
def open_dialog(show, qtbot, content, tmp_path):
    """Return a function that opens a dialog and gives its fields."""
    (tmp_path / "figures").mkdir()

    def opened(plot=ALL, **remembered):
        dialog = ExportDialog(content, plot, remembered, tmp_path / "figures")
        return ExportFields(show(dialog, 760), qtbot)

    return opened


@pytest.fixture
def written(tmp_path):
    return lambda: sorted(file.name for file in (tmp_path / "figures").iterdir())


@pytest.fixture
def turn():
    """Return a function that turns the wheel over a widget, down by default.

    It returns whether the widget accepted the event; if not, what is around it may scroll.
    """

    def turned(widget, angle=-120):
        event = QWheelEvent(
            QPointF(5, 5),
            QPointF(widget.mapToGlobal(QPoint(5, 5))),
            QPoint(),
            QPoint(0, angle),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)
        return event.isAccepted()

    return turned


@pytest.fixture
def playbacks_of():
    """Return a function that gives the playbacks of a store; the test makes their ticks."""
    kept = []

    def made(store):
        playbacks = {"schedule": annealing_of(store), "steps": descent_of(store)}
        for playback in playbacks.values():
            playback.findChild(QTimer).setInterval(10**8)
            kept.append(playback)
        return playbacks

    yield made
    for playback in kept:
        playback.pause()
