"""All that the window says is in one language: all widgets, menus, dialogs, tables and views."""

import re
from collections.abc import Iterator

import pytest
from PyQt6.QtCore import QAbstractListModel, QObject, Qt, QTimer
from PyQt6.QtGui import QAction
from PyQt6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QGraphicsScene,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabBar,
    QTextEdit,
)

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.gui.guide.explanation_dialog import ExplanationDialog
from gumbel_gui.gui.guide.lessons import COUNT
from gumbel_gui.gui.system.languages import use_language
from gumbel_gui.gui.widgets.error_bubble import ErrorBubble
from gumbel_gui.language import language, languages, own_name, tr
from gumbel_gui.plots import plot_types, plots_of
from gumbel_gui.plots.base import VIEWS

NAMES = """
    Gumbel GUI softmax logits Logits REINFORCE argmax soft max top choice multinomial stop gradient
    NumPy PyTorch JAX TensorFlow PNG SVG PDF CSV GIF APNG NPZ TIFF JSON csv json png svg pdf gumbel
    dpi mm MiB Ctrl Shift Alt Tab Page Up Down Left Right Esc Return GNU GPL ln exp min pdf cdf
    float Yellott English Zipf Probability Sans DejaVu inf tmin npz Python PyQt pyqtgraph
    Rao REBAR ReinMax bfloat logit argmaxk hot diag
"""
"""Words that are the same in every language: names, symbols, formats and keys."""
WORD = re.compile(r"[A-Za-z]{3,}|\b(?:is|of|to|in|at|by|or|on|as|it|no|an)\b")
PATH = re.compile(r"/[\w./-]+|gumbel-[\w.-]+")
HAN = re.compile(r"[\u3000-\u9fff\uff00-\uffef]+")


def texts(root) -> Iterator[str]:
    """Yield all that a user can read or hear in a window: also what is hidden now."""
    for each in (root, *root.findChildren(object)):
        if isinstance(QObject.parent(each), QGraphicsScene):  # a model's own parent is another
            continue  # actions of pyqtgraph, which no menu has
        if isinstance(each, QAction):
            yield from (each.text(), each.toolTip())
        for name in ("toolTip", "accessibleName", "accessibleDescription", "windowTitle"):
            if hasattr(each, name):
                yield getattr(each, name)()
        if isinstance(each, QLabel | QAbstractButton):
            yield each.text()
        elif isinstance(each, QLineEdit):
            yield from (each.text(), each.placeholderText())
        elif isinstance(each, QComboBox):
            yield from (each.itemText(i) for i in range(each.count()))
        elif isinstance(each, QTabBar):
            yield from (each.tabText(i) for i in range(each.count()))
        elif isinstance(each, QGroupBox | QMenu):
            yield each.title()
        elif isinstance(each, QTextEdit):
            yield each.toPlainText()
        elif isinstance(each, QAbstractSpinBox):
            yield each.text()
        elif isinstance(each, QAbstractItemView) and each.model() is not None:
            yield from _cells(each.model())


def _cells(model) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    sides = (
        (Qt.Orientation.Horizontal, columns),
        (Qt.Orientation.Vertical, model.rowCount()),
    )
    display, tip = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole
    for side, count in sides:  # the tip of a column is its name in a file
        yield from (str(model.headerData(i, side, display) or "") for i in range(count))
    for row in range(min(model.rowCount(), 60)):
        for column in range(columns):
            yield from (str(model.data(model.index(row, column), r) or "") for r in (display, tip))


def strange(said: set[str], spoken: str) -> set[str]:
    """Return what is not of a language."""
    if spoken == "en":
        return {text for text in said if HAN.search(text.replace(own_name("zh"), ""))}
    known = set(NAMES.split())
    return {text for text in said if set(WORD.findall(PATH.sub("", text))) - known}


@pytest.fixture(params=languages())
def lab(request, open_lab, stored):
    stored.put(language=request.param)
    yield open_lab()
    use_language("en")


def in_dialog(act, said):
    """Do what opens a dialog, keep what that says, and close it."""

    def look():
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(10, look)
            return
        try:
            said.update(texts(dialog))
        finally:  # or it would wait for an answer for ever
            dialog.reject()

    QTimer.singleShot(0, look)
    act()


def test_the_window_and_its_views_speak_one_language(lab, qtbot):
    said = set()
    for view in VIEWS:
        lab.set_view(view)
        shown = set(plots_of(view))
        qtbot.waitUntil(lambda shown=shown: shown == set(lab.result.summaries), timeout=60_000)
        said |= set(texts(lab.window))
    assert strange(said, language()) == set()


def test_the_guide_speaks_it(lab):
    said = set()
    lab.guide.open("sample")
    for number in range(1, COUNT + 1):
        lab.guide.progress.go(number)
        lab.guide.progress._tried.add(number)
        lab.guide.panel.refresh()
        said |= set(texts(lab.guide.panel))
    lab.guide.toggle()
    said |= set(texts(lab.guide.way_back))
    assert strange(said, language()) == set()


def test_dialogs_speak_it(lab, monkeypatch):
    said, menus = set(), lab.window.menus
    lab.finding.presets.keep("p", lab.store.state)  # or there would be none to edit
    for action in (
        *(menus.export, menus.animate, menus.vector, menus.preferences, menus.about),
        *(menus.find_command, menus.shortcuts, menus.presets.keep, menus.presets.edit),
        *(menus.open, menus.save_as, menus.save_draws),
    ):
        in_dialog(action.trigger, said)
    assert strange(said, language()) == set()


@pytest.mark.long
def test_tables_speak_it(lab, qtbot):
    said = set()
    for view in VIEWS:
        lab.set_view(view)
        shown = set(plots_of(view))
        qtbot.waitUntil(lambda shown=shown: shown == set(lab.result.summaries), timeout=60_000)
        for plot in shown:
            lab.window.cards[plot].table_wanted.emit(plot)
    for dialog in lab.window.findChildren(QDialog):
        said |= set(texts(dialog))
    assert strange(said, language()) == set()


@pytest.mark.long
def test_what_each_plot_shows_is_told_in_it(show):
    for code in languages():
        use_language(code)
        for kind in plot_types().values():
            text = show(ExplanationDialog(kind)).view.toPlainText()
            told = text.rpartition(tr("Source"))[0]  # sources have names
            assert told
            assert strange({told}, code) == set()
    use_language("en")


def test_what_is_wrong_is_said_in_it(lab, enter):
    said, window = set(), lab.window
    for mistake in Mistake:
        lab.store.set("mistake", mistake)
        said |= {label.text() for label in window.findChildren(QLabel)}
    window.menus.copy.trigger()
    boxes = window.findChildren(QAbstractSpinBox)
    for box in boxes:
        if box.isVisible() and box.isEnabled():
            for typed in ("-7", "x", "1e999", ""):
                enter(box, typed)
                said |= {bubble.accessibleName() for bubble in window.findChildren(ErrorBubble)}
    assert len(said) > 20
    assert strange(said, language()) == set()


def test_the_history_is_told_in_it(lab):
    said, history = set(), lab.store.history
    for name in ("temperature", "draws", "seed"):
        lab.store.set(name, 7)
    for button in lab.window.probabilities.findChildren(QAbstractButton):
        asks = button.text().endswith("…") or button is lab.window.probabilities.presets
        if button.isVisible() and button.isEnabled() and not asks:
            button.click()
    lab.guide.open("sample")
    said |= {history.text(i) for i in range(history.count())}
    assert len(said) > 6
    assert strange(said, language()) == set()
    assert tr("Change {what}", what=tr("temperature")) in said
