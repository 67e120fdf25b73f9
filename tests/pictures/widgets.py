"""What is wrong with the widgets of a window: sticking out, over one another, or too long."""

from __future__ import annotations

import itertools

from PyQt6.QtCore import Qt
from PyQt6.QtWidgets import (
    QAbstractButton,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QTabBar,
    QWidget,
)

from gumbel_gui.gui.cards.card import Card
from gumbel_gui.gui.widgets.labels import ElidedLabel
from gumbel_gui.gui.widgets.number_box import NumberBox

ELIDES = 1024
"""Width of a window up to which labels may be elided: their tooltips have the whole."""


def faults(window: QWidget) -> list[str]:
    """Return a line for each fault."""
    return sticking_out(window) + overlapping(window) + too_long(window)


def cards(window: QWidget) -> list[Card]:
    """Return the cards that can be seen."""
    return [card for card in window.findChildren(Card) if card.isVisible()]


def ours(window):
    """Return all widgets to be seen but those that Qt and pyqtgraph put into others."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QGraphicsView | QTabBar)
        and not isinstance(widget, QMenu)
    ]


def name_of(widget):
    text = widget.accessibleName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} {text!r}"


def scrolls(widget):
    """Say whether a widget is what a scroll area moves about."""
    area = widget.parent().parent() if widget.parent() else None
    return isinstance(area, QScrollArea) and area.widget() is widget


def sticking_out(window):
    """Return what is not wholly inside its parent (in a scroll area: not in its width)."""
    out = []
    for widget in ours(window):
        room, place = widget.parentWidget().rect(), widget.geometry()
        if scrolls(widget):
            room.setHeight(place.height())
            place.moveTop(0)
        if not room.contains(place):
            out.append(f"{name_of(widget)} {place} in {room}")
    return out


def overlapping(window):
    families = {}
    for widget in ours(window):
        families.setdefault(widget.parentWidget(), []).append(widget)
    return [
        f"{name_of(one)} over {name_of(other)}"
        for family in families.values()
        for one, other in itertools.combinations(family, 2)
        if one.geometry().intersects(other.geometry())
    ]


def too_wide(widget):
    """Return by how many pixels a text is too long, or an empty sum."""

    def text_width(text):
        return widget.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width()

    if isinstance(widget, QPushButton):
        option = QStyleOptionButton()
        option.initFrom(widget)  # initStyleOption is closed for buttons that Qt makes
        part = QStyle.SubElement.SE_PushButtonContents
        room = widget.style().subElementRect(part, option, widget).width()
        return max(text_width(widget.text()) - room, 0)
    if isinstance(widget, QAbstractButton):
        return max(text_width(widget.text()) - widget.contentsRect().width(), 0)
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            return max(widget.heightForWidth(widget.width()) - widget.height(), 0)
        return max(text_width(widget.text()) - widget.contentsRect().width(), 0)
    if isinstance(widget, NumberBox) and ", " not in widget.text():  # a vector scrolls
        edit = widget.findChild(QLineEdit)
        return max(text_width(widget.text()) + 2 - edit.contentsRect().width(), 0)
    return 0


def too_long(window):
    elided = ElidedLabel if window.width() <= ELIDES else ()  # its tooltip has the whole
    texts = [each for each in ours(window) if not isinstance(each, elided)]
    return [f"{name_of(each)}: {too_wide(each)} px" for each in texts if too_wide(each)]
