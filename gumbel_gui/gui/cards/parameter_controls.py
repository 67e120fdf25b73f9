"""make_control: the control of a declared parameter, by its kind, for the cards of plots."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PyQt6.QtCore import QSignalBlocker, QSize
from PyQt6.QtWidgets import QCheckBox, QLabel, QWidget

from gumbel_gui.core import kinds
from gumbel_gui.core.parameters import PARAMETERS
from gumbel_gui.gui.cards.number_control import NumberControl
from gumbel_gui.gui.cards.vector_controls import (
    OrderControl,
    ScheduleControl,
    SharesControl,
    WeightsControl,
)
from gumbel_gui.gui.controls.choice_control import ChoiceControl
from gumbel_gui.gui.controls.members_control import MembersControl
from gumbel_gui.gui.controls.playback_control import PlaybackControl
from gumbel_gui.gui.state.playback import Playback
from gumbel_gui.gui.state.store import Store
from gumbel_gui.gui.widgets.choice import Choice
from gumbel_gui.gui.widgets.layouts import column, row
from gumbel_gui.gui.widgets.wrapping_row import WrappingRow
from gumbel_gui.language import tr
from gumbel_gui.plots.words.text import elided

LONGEST = 24
NO_CLASS = "–"
"""Stands for a place that has no class."""


def make_control(name: str, store: Store, playbacks: Mapping[str, Playback]) -> QWidget:
    """Return the control of a declared parameter.

    Args:
        name: of the parameter.
        store: where it is set.
        playbacks: by the name of the parameter that they play through.
    """
    kind = PARAMETERS[name].kind
    if isinstance(kind, kinds.Schedule):
        return ScheduleControl(store, name, playbacks.get(name))
    if name in playbacks:
        return PlaybackControl(store, playbacks[name])
    controls: dict[type[kinds.Kind], Callable[[Store, str], QWidget]] = {
        kinds.Number: NumberControl,
        kinds.Whole: NumberControl,
        kinds.Choice: ChoiceControl,
        kinds.Flag: FlagControl,
        kinds.Members: MembersControl,
        kinds.Classes: ClassesControl,
        kinds.Order: OrderControl,
        kinds.Weights: WeightsControl,
        kinds.Shares: SharesControl,
    }
    return controls[type(kind)](store, name)


class FlagControl(QCheckBox):
    """A check box."""

    def __init__(self, store: Store, name: str) -> None:
        declared = PARAMETERS[name]
        super().__init__(tr(declared.symbol or declared.words))
        self._store, self._name = store, name
        self.setToolTip(tr(declared.note or declared.words))
        self.setAccessibleName(tr(declared.words))
        self.toggled.connect(lambda on: store.set(name, on))
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the present value."""
        with QSignalBlocker(self):
            self.setChecked(self._store.value(self._name))


class ClassesControl(QWidget):
    """A list of classes for each place; choosing the class of another place swaps the two."""

    def __init__(self, store: Store, name: str) -> None:
        super().__init__()
        kind = PARAMETERS[name].kind
        assert isinstance(kind, kinds.Classes)
        self._store, self._name = store, name
        self._labels: tuple[str, ...] = ()
        self._choices = tuple(Choice(tr(words)) for _, words in kind.places)
        pairs = []
        for place, (choice, (sign, _)) in enumerate(zip(self._choices, kind.places, strict=True)):
            choice.setMinimumContentsLength(6)
            choice.setIconSize(QSize(0, 0))  # for which there would be room otherwise
            choice.setSizeAdjustPolicy(
                Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.activated.connect(lambda k, place=place: self._choose(place, k))
            pair = QWidget()
            row(QLabel(sign), choice, within=pair, gap=6, wide=choice)
            pairs.append(pair)
        column(WrappingRow(pairs, gap=6), within=self)
        store.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the labels of the classes, and which ones are chosen."""
        labels = self._store.state.shown_labels
        labels = (*labels, *[NO_CLASS] * (len(self._choices) - len(labels)))
        for choice, k in zip(self._choices, self._store.value(self._name), strict=True):
            with QSignalBlocker(choice):
                if labels != self._labels:
                    choice.clear()
                    choice.addItems([elided(label, LONGEST) for label in labels])
                choice.setCurrentIndex(k)
        self._labels = labels

    def _choose(self, place: int, k: int) -> None:
        chosen = list(self._store.value(self._name))
        if k in chosen:
            chosen[chosen.index(k)] = chosen[place]
        chosen[place] = k
        self._store.set(self._name, tuple(chosen))
