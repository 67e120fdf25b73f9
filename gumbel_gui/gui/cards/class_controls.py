"""Lists of classes, each different from the others, that sit on a plot's card."""

from __future__ import annotations

from PyQt6.QtCore import QSignalBlocker, QSize
from PyQt6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.gui.widgets.wrapping_row import WrappingRow
from gumbel_gui.plots.words.text import elided

LONGEST = 24
NOBODY = "–"
"""Stands for a corner of the triangle that has no class."""


class ClassesControl(QWidget):
    """A list of classes for each of several places; choosing another's class swaps them.

    Args:
        name: the parameter, a tuple of class indices.
        places: a sign to be seen and words to be spoken, for each.
    """

    def __init__(self, store: Store, name: str, places: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._store, self._name = store, name
        self._labels: tuple[str, ...] = ()
        self._choices = tuple(Choice(words) for _, words in places)
        pairs = []
        for place, (choice, (sign, _)) in enumerate(zip(self._choices, places, strict=True)):
            choice.setMinimumContentsLength(6)
            choice.setIconSize(QSize(0, 0))  # for which there would be room otherwise
            choice.setSizeAdjustPolicy(
                Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.activated.connect(lambda k, place=place: self._choose(place, k))
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(6)
            row.addWidget(QLabel(sign))
            row.addWidget(choice, 1)
            pairs.append(pair)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(WrappingRow(pairs, gap=6))
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the classes there are, and which ones are chosen."""
        state = self._store.state
        missing = len(self._choices) - len(state.labels)
        labels = (*state.labels, *[NOBODY] * missing)
        for choice, k in zip(self._choices, self._chosen(), strict=True):
            with QSignalBlocker(choice):
                if labels != self._labels:
                    choice.clear()
                    choice.addItems([elided(label, LONGEST) for label in labels])
                choice.setCurrentIndex(k)
        self._labels = labels

    def _chosen(self) -> tuple[int, ...]:
        chosen: tuple[int, ...] = getattr(self._store.state.parameters, self._name)
        return chosen

    def _choose(self, place: int, k: int) -> None:
        chosen = list(self._chosen())
        if k in chosen:
            chosen[chosen.index(k)] = chosen[place]
        chosen[place] = k
        text = self.tr("Choose classes")
        self._store.edit(text, lambda s: s.with_parameter(self._name, tuple(chosen)))
