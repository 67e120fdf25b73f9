"""ViewPage: the cards of one view, in columns; a card that leads is above them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PyQt6.QtCore import QEvent, QSize
from PyQt6.QtGui import QFontInfo, QResizeEvent
from PyQt6.QtWidgets import QGridLayout, QWidget

from gumbel_gui.gui.cards.card import Card
from gumbel_gui.gui.widgets.scrolling import Scrolling
from gumbel_gui.plots.look.style import TEXT_SIZE

TWO_COLUMNS = 600
"""Pixels from which on two cards fit beside each other."""
WIDE, SHAPE = 900, 4 / 3
"""Two cards alone are beside each other from this width on, or where the page has this shape; else
they are below each other, since beside each other they would be tall and narrow."""
LEAST_HEIGHT = 250
"""Pixels that a card needs to be read; where there are fewer for each, the page scrolls."""
LEAD, OTHERS, LOW = 8, 7, 680
"""Heights of a card that leads and of others, one to the other; on a page that is lower than
``LOW``, where the others have little room for more words, the other way round."""
GAP = 8


class ViewPage(Scrolling):
    """Cards in one or two columns; the last of an odd number is as wide as both.

    A card whose plot leads is above the others and as wide as all of them, which are in one row
    where they fit.

    Attributes:
        cards: all of them, in the order of the plots.
    """

    def __init__(self, cards: Sequence[Card]) -> None:
        inside = QWidget()
        self._shown: tuple[Card, ...] = ()
        super().__init__(inside)
        self.cards = tuple(cards)
        self._shown = self.cards
        self._arranged: tuple[tuple[Card, ...], int, int, int] = ((), 0, 0, 0)
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
        for widget in (each for card in _read(self.cards) for each in card.focus_order()):
            QWidget.setTabOrder(after, widget)
            after = widget

    @property
    def shown(self) -> tuple[str, ...]:
        """The names of the plots that can be seen."""
        return tuple(card.kind.name for card in self._shown)

    @property
    def first(self) -> str:
        """The name of the plot that is read first."""
        return _read(self._shown)[0].kind.name

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Arrange the cards anew where one more column fits, or one fewer (Qt calls this)."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent | None) -> None:
        """Arrange the cards anew for text of another size (Qt calls this)."""
        super().changeEvent(event)
        if event and event.type() == QEvent.Type.FontChange and self._shown:
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the widest card (Qt asks this): a page does not scroll sideways."""
        widest = max(card.minimumSizeHint().width() for card in self._shown)
        bar = self.verticalScrollBar()
        assert bar is not None
        return QSize(widest + bar.sizeHint().width(), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """Ask for no more than is needed (Qt asks this): a small window would scroll as a whole."""
        return self.minimumSizeHint()

    @property
    def _unit(self) -> float:
        """What sizes in pixels are multiplied with: larger text needs more room."""
        return QFontInfo(self.font()).pixelSize() / TEXT_SIZE

    def _columns(self, cards: int, lead: bool) -> int:
        """Return how many cards are beside each other, below a lead if there is one."""
        width, least = self.width(), self.minimumSizeHint().width()
        most = min(int(width * 2 / TWO_COLUMNS / self._unit), (width + GAP) // (least + GAP), cards)
        alone = cards == 2 and not lead
        if alone and width < WIDE * self._unit and width < SHAPE * self.height():
            return 1
        return max(min(most, cards if lead else 2), 1)

    def _arrange(self) -> None:
        shown = _read(self._shown)
        lead = shown[0].kind.leads
        places = shown[lead:]
        columns = self._columns(len(places), lead)
        least = round(LEAST_HEIGHT * self._unit)
        lead_share, share = (LEAD, OTHERS)[:: -1 if self.height() < LOW * self._unit else 1]
        if self._arranged == (arranged := (shown, columns, least, share)):
            return
        self._arranged = arranged
        self.updateGeometry()
        for card in self.cards:
            self._grid.removeWidget(card)
            card.setVisible(card in shown)
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
            self._grid.setRowMinimumHeight(row, 0)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        if lead:
            self._grid.addWidget(shown[0], 0, 0, 1, columns)
        for i, card in enumerate(places):
            last = i == len(places) - 1
            span = columns - i % columns if last else 1
            self._grid.addWidget(card, lead + i // columns, i % columns, 1, span)
        rows = lead - (-len(places) // columns)
        for row in range(rows):
            own = lead_share if lead and row == 0 else share
            self._grid.setRowStretch(row, own)
            self._grid.setRowMinimumHeight(row, least * own // OTHERS if rows > 2 else 0)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)


def _read(cards: Sequence[Card]) -> tuple[Card, ...]:
    """Return cards in the order in which they are read."""
    return tuple(sorted(cards, key=lambda card: not card.kind.leads))
