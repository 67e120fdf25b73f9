"""Widgets that share a row where there is room, and have rows of their own where there is none."""

import pytest
from PyQt6.QtCore import QSize
from PyQt6.QtWidgets import QWidget

from gumbel_gui.gui.widgets.layouts import column
from gumbel_gui.gui.widgets.wrapping_row import WrappingRow


class Block(QWidget):
    """A widget that would be so wide, and can be narrower."""

    def __init__(self, wanted, least):
        super().__init__()
        self.wanted, self.least = wanted, least

    def sizeHint(self):
        return QSize(self.wanted, 20)

    def minimumSizeHint(self):
        return QSize(self.least, 20)


@pytest.fixture
def rows(show):
    """Return a function that shows blocks at a width, in a layout as on a card."""

    def shown(width, *blocks):
        holder = QWidget()
        made = WrappingRow(blocks, gap=10)
        column(made, within=holder).addStretch(1)
        show(holder, width, 300)
        return made

    return shown


def lines(blocks):
    """Return the blocks by the row they are in."""
    found = {}
    for i, block in enumerate(blocks):
        assert block.isVisible()
        found.setdefault(block.mapTo(block.window(), block.rect().topLeft()).y(), []).append(i)
    return [found[y] for y in sorted(found)]


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (320, [[0, 1, 2]]),
        (319, [[0, 1], [2]]),
        (210, [[0, 1], [2]]),
        (209, [[0], [1], [2]]),
        (80, [[0], [1], [2]]),
    ],
)
def test_as_many_as_fit_are_in_a_row(rows, width, expected):
    blocks = [Block(100, 50) for _ in range(3)]
    made = rows(width, *blocks)
    assert lines(blocks) == expected
    assert made.height() == 20 * len(expected) + 3 * (len(expected) - 1)
    for row in expected:
        assert blocks[row[-1]].mapTo(made, blocks[row[-1]].rect().topRight()).x() == width - 1


def test_they_follow_the_width_both_ways(rows, qtbot):
    blocks = [Block(100, 50) for _ in range(3)]
    made = rows(320, *blocks)
    for width, expected in ((90, [[0], [1], [2]]), (250, [[0, 1], [2]]), (400, [[0, 1, 2]])):
        made.window().resize(width, 300)
        qtbot.waitUntil(lambda expected=expected: lines(blocks) == expected)
        assert made.height() == 20 * len(expected) + 3 * (len(expected) - 1)


def test_no_more_width_is_asked_for_than_the_widest_needs(rows):
    made = rows(400, Block(100, 50), Block(150, 70), Block(90, 60))
    assert made.minimumSizeHint().width() == 70
    assert made.sizeHint().width() == 100 + 150 + 90 + 2 * 10


def test_one_alone_is_content(rows):
    block = Block(500, 50)
    rows(120, block)
    assert block.width() == 120


def test_a_row_is_shared_in_proportion(rows):
    """A box to tick needs less than a slider."""
    blocks = Block(50, 20), Block(150, 20), Block(100, 20)
    rows(620, *blocks)
    assert [block.width() for block in blocks] == [100, 300, 200]


def test_what_is_hidden_leaves_no_gap_and_comes_back_in_its_place(rows):
    blocks = [Block(100, 50) for _ in range(3)]
    made = rows(210, *blocks)
    assert lines(blocks) == [[0, 1], [2]]
    made.show_only([blocks[2], blocks[0]])
    made.window().layout().activate()
    assert not blocks[1].isVisible()
    assert lines([blocks[0], blocks[2]]) == [[0, 1]]
    assert made.sizeHint().width() == 210
    made.show_only(blocks)
    made.window().layout().activate()
    assert lines(blocks) == [[0, 1], [2]]
