"""What has the focus has a ring: 2 px wide, and 3 to 1 from what it is on, in every look."""

import pytest
from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import (
    QCheckBox,
    QGraphicsView,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionSlider,
    QTableView,
    QTableWidget,
    QTextBrowser,
    QToolButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.cards.card import Card
from gumbel_gui.gui.controls.class_row import BarSlider, Dot
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.system import theme
from gumbel_gui.gui.widgets.choice import Choice, CountBox
from gumbel_gui.gui.widgets.number_box import LabelEdit, NumberBox
from gumbel_gui.gui.widgets.number_slider import NumberSlider, linear_scale
from gumbel_gui.gui.widgets.tabs import Tabs
from gumbel_gui.plots.look.colours import contrast
from gumbel_gui.plots.sample.noise_histogram import NoiseHistogram

LEAST = 3.0
"""WCAG 2.2, 1.4.11 and 2.4.13."""


def button(name="", **words):
    made = QToolButton()
    made.setObjectName(name)
    made.setText("Copy")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def default_button():
    made = QPushButton("Save")
    made.setDefault(True)
    return made


def named(widget, name):
    widget.setObjectName(name)
    return widget


def card():
    state = LabState(Parameters((0.3, 0.7)), ("a", "b"), (False, False))
    return Card(NoiseHistogram, theme.LOOKS["light"], state)


KINDS = {
    "number box": lambda: NumberBox("p", float, int),
    "count box": CountBox,
    "line of text": lambda: QLineEdit("text"),
    "label": lambda: named(LabelEdit("rain"), "label"),
    "text": QPlainTextEdit,
    "lesson": lambda: named(QTextBrowser(), "lesson"),
    "list to choose from": lambda: Choice("loss", [(1, "one"), (2, "two")]),
    "slider": lambda: NumberSlider("t", linear_scale(0, 1, 100)),
    "slider of t": lambda: named(NumberSlider("t", linear_scale(0, 1, 100)), "temperature"),
    "bar": BarSlider,
    "button": lambda: QPushButton("Anneal"),
    "default button": default_button,
    "tool button": button,
    "small button": lambda: button("small"),
    "tick": lambda: button("tick"),
    "dot": Dot,
    "check box": lambda: QCheckBox("Lock"),
    "radio button": lambda: QRadioButton("Logits"),
    "tabs": lambda: Tabs("Views", ["One", "Two"]),
    "table": lambda: QTableWidget(3, 2),
    "list": QListWidget,
    "tree": QTreeWidget,
    "card": card,
}


def place_of_ring(widget):
    """Return where the ring is: around the widget, the tab that is shown, or the handle."""
    if isinstance(widget, Tabs):
        return widget.tabRect(widget.currentIndex())
    if isinstance(widget, NumberSlider) and not isinstance(widget, BarSlider):
        option = QStyleOptionSlider()
        widget.initStyleOption(option)
        part = QStyle.ComplexControl.CC_Slider, option, QStyle.SubControl.SC_SliderHandle
        return widget.style().subControlRect(*part, widget)
    return widget.rect()


def edges(picture, place):
    """Return the two outermost colours at the middle of each side of a place."""
    x, y = place.center().x(), place.center().y()
    left, right, top, bottom = place.left(), place.right(), place.top(), place.bottom()
    spots = [(left, y), (left + 1, y), (right, y), (right - 1, y)]
    spots += [(x, top), (x, top + 1), (x, bottom), (x, bottom - 1)]
    return [picture.pixelColor(*spot).name() for spot in spots]


@pytest.mark.parametrize("look", theme.LOOKS)
def test_each_kind_of_control_has_a_ring(show, qapp, look):
    style = theme.LOOKS[look]
    window = QWidget()
    window.setObjectName("central")
    layout = QVBoxLayout(window)
    first = QLineEdit()
    layout.addWidget(first)
    made = {name: make() for name, make in KINDS.items()}
    for widget in made.values():
        layout.addWidget(widget)
    made["bar"].show_colour("#0072b2", style)
    show(window, 360, 1800)
    theme.apply(style)
    qapp.processEvents()
    for name, widget in made.items():
        first.setFocus()
        size, before = widget.size(), edges(widget.grab().toImage(), place_of_ring(widget))
        widget.setFocus()
        assert widget.hasFocus(), name
        after = edges(widget.grab().toImage(), place_of_ring(widget))
        assert widget.size() == size, name
        assert len(set(after)) == 1, (name, after)
        assert set(after) <= {style.accent, style.text}, (name, after)
        assert min(contrast(after[0], each) for each in (style.surface, style.window)) >= LEAST
        assert before.count(after[0]) <= 2, name  # the tab that is shown has a line already


def test_every_kind_of_control_in_the_window_is_among_these(open_lab):
    known = QTableView, *(type(make()) for make in KINDS.values())
    window = open_lab().window
    tab = Qt.FocusPolicy.TabFocus.value
    strangers = {
        type(each).__name__
        for each in window.findChildren(QWidget)
        if each.focusPolicy().value & tab
        and each.isVisible()
        and not isinstance(each, known)
        and not isinstance(each.parent(), (*known, QGraphicsView))
    }
    assert strangers == set()
