"""CardEdits: edits on cards: a draw is picked, a mark dragged, an option switched."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from gumbel_gui.core.parameters import ParameterError
from gumbel_gui.gui.cards.card import Card
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.sentences import sentence_of
from gumbel_gui.language import mark, tr


class CardEdits:
    """Takes what cards ask for to the store.

    Args:
        store: the state.
        say: is given one sentence on what cannot be done.
    """

    def __init__(self, store: Store, say: Callable[[str], None]) -> None:
        self._store, self._say = store, say

    def wire(self, card: Card) -> None:
        """Follow a card."""
        card.option_switched.connect(self._switch_option)
        card.draw_picked.connect(self._select)
        card.drag_begun.connect(self._store.begin_gesture)
        card.dragged.connect(self._drag_p)
        card.drag_ended.connect(self._store.end_gesture)

    def _select(self, number: int) -> None:
        if number > self._store.state.parameters.draws:  # there are more while they are added
            self._say(tr("Draw more to select this one"))
            return
        self._store.set("selected", number, text=mark("Select a draw"), run="select")

    def _drag_p(self, shares: Mapping[int, float]) -> None:
        try:
            self._store.edit(mark("Drag p"), lambda s: s.with_shares(shares), run="pull")
        except ParameterError as error:
            self._say(sentence_of(error))

    def _switch_option(self, option: str, on: bool) -> None:
        self._store.edit(mark("Change what is shown"), lambda s: s.with_option(option, on))
