"""Showing: the cards of a result one after another, so that the window answers in between."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PyQt6.QtCore import QObject, QTimer

from gumbel_gui.gui.cards.card import Card
from gumbel_gui.gui.worker.jobs import Result


class Showing(QObject):
    """Shows what is drawn, further draws of what is shown already card by card.

    Nobody waits for these as for the first picture of a drag, and all cards at once would block
    the window for the time of a frame or two, ten times a second.

    Args:
        cards: returns the cards there are, by plot.
        rest: shows all of a result; cards that show it already need no time.
    """

    def __init__(
        self,
        cards: Callable[[], Mapping[str, Card]],
        rest: Callable[[Result], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._cards, self._rest = cards, rest
        self._result: Result | None = None
        self._names: list[str] = []
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._go_on)

    def show(self, result: Result, *, by_cards: bool) -> None:
        """Show a result at once, or a card in each turn of the event loop, then the rest.

        One that comes meanwhile goes on where the one before was, so that there is an end.
        """
        self._result = result
        if not by_cards:
            self.stop()
            self._rest(result)
        elif not self._turn.isActive():
            self._names = [*result.summaries]
            self._turn.start(0)

    def show_card(self, result: Result, name: str) -> None:
        """Show a result on the card of a plot."""
        summary = result.summaries[name]
        self._cards()[name].show_summary(summary, result.parameters, result.selection)

    def stop(self) -> None:
        """Leave what is not shown yet."""
        self._turn.stop()

    def _go_on(self) -> None:
        assert self._result is not None
        if self._names:
            self.show_card(self._result, self._names.pop(0))
        else:
            self.stop()
            self._rest(self._result)
