"""ViewPage: the cards of one view, in one or two columns."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PyQt6.QtCore import QSize
from PyQt6.QtGui import QResizeEvent
from PyQt6.QtWidgets import QGridLayout, QWidget

from gumbel_gui.gui.cards.card import Card
from gumbel_gui.gui.widgets.scrolling import Scrolling

TWO_COLUMNS = 600
"""Pixels from which on two cards fit beside each other."""
WIDE, SHAPE = 900, 4 / 3
"""Two cards alone are beside each other from this width on, or where the page has this shape; else
they are below each other, since beside each other they would be tall and narrow."""
LEAST_HEIGHT = 250
"""Pixels that a card needs to be read; where there are fewer for each, the page scrolls."""
GAP = 10


class ViewPage(Scrolling):
    """Cards in one or two columns; the last of an odd number is as wide as both.

    Attributes:
        cards: all of them, in the order in which they are shown.
    """

    def __init__(self, cards: Sequence[Card]) -> None:
        inside = QWidget()
        super().__init__(inside)
        self.cards = tuple(cards)
        self._shown = self.cards
        self._arranged: tuple[tuple[Card, ...], int] = ((), 0)
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        for card in self.cards:  # before any is shown: as a window of its own it takes the focus
            card.setParent(inside)
        self._arrange()

    def show_only(self, names: Collection[str] = ()) -> None:
        """Show the cards of these plots, or all where none is named."""
        chosen = tuple(card for card in self.cards if card.kind.name in names)
        self._shown = chosen or self.cards
        self._arrange()

    def order_tabs(self, after: QWidget) -> None:
        """Let Tab go from a widget through the cards in turn, and then on as before."""
        for widget in (each for card in self.cards for each in card.focus_order()):
            QWidget.setTabOrder(after, widget)
            after = widget

    @property
    def shown(self) -> tuple[str, ...]:
        """The names of the plots that can be seen."""
        return tuple(card.kind.name for card in self._shown)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Arrange the cards anew where one more column fits, or one fewer (Qt calls this)."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the widest card (Qt asks this): a page does not scroll sideways."""
        widest = max(card.minimumSizeHint().width() for card in self._shown)
        bar = self.verticalScrollBar()
        assert bar is not None
        return QSize(widest + bar.sizeHint().width(), super().minimumSizeHint().height())

    def _columns(self) -> int:
        """Return how many cards are beside each other."""
        width, cards = self.width(), len(self._shown)
        if cards == 1 or width < max(TWO_COLUMNS, 2 * self.minimumSizeHint().width() + GAP):
            return 1
        if cards == 2 and width < WIDE and width < SHAPE * self.height():
            return 1
        return 2

    def _arrange(self) -> None:
        shown = self._shown
        columns = self._columns()
        if self._arranged == (shown, columns):
            return
        self._arranged = shown, columns
        self.updateGeometry()
        for card in self.cards:
            self._grid.removeWidget(card)
            card.setVisible(card in shown)
        rows = -(-len(shown) // columns)
        for i, card in enumerate(shown):
            last = i == len(shown) - 1
            span = columns - i % columns if last else 1
            self._grid.addWidget(card, i // columns, i % columns, 1, span)
        for row in range(len(self.cards)):
            used = row < rows
            self._grid.setRowStretch(row, int(used))
            self._grid.setRowMinimumHeight(row, LEAST_HEIGHT if used and rows > 2 else 0)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))
