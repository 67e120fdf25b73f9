"""Layouts: rows and columns without margins."""

import pytest
from PyQt6.QtWidgets import QLabel, QWidget

from gumbel_gui.gui.widgets.layouts import column, row


@pytest.mark.parametrize("make", [row, column])
def test_parts_fill_the_widget_in_their_order(show, make):
    whole, parts = QWidget(), [QLabel("a"), QLabel("b")]
    wide = QLabel()
    make(*parts, wide, within=whole, gap=7, wide=wide)
    show(whole, 300, 200)
    across = make is row
    assert parts[0].pos() == whole.rect().topLeft()
    for before, after in ((parts[0], parts[1]), (parts[1], wide)):
        end = before.geometry().right() if across else before.geometry().bottom()
        assert (after.x() if across else after.y()) == end + 7 + 1
    assert wide.geometry().bottomRight() == whole.rect().bottomRight()
    hint = parts[1].sizeHint()
    assert (parts[1].width() == hint.width()) if across else (parts[1].height() == hint.height())


def test_layouts_are_parts_too(show):
    whole, inner = QWidget(), [QLabel("a"), QLabel("b")]
    below = QLabel("c")
    column(row(*inner, gap=5), below, within=whole, gap=0)
    show(whole, 200, 100)
    assert inner[0].y() == inner[1].y() < below.y()
    assert inner[1].x() == inner[0].geometry().right() + 6
