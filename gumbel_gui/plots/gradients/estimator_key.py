"""Estimators in figures: phrases, short names, colours, dashes, and the key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PyQt6.QtGui import QPen

from gumbel_gui.core.losses import Estimator
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.canvas.key import Entry, Key
from gumbel_gui.plots.look.style import Style
from gumbel_gui.plots.words.text import axis_names

_PHRASES = {Estimator.BASELINE: mark("REINFORCE with baseline")}
"""Names in the middle of a sentence, where they are not the labels."""
_SHORT = {
    Estimator.GUMBEL_SOFTMAX: "GS",
    Estimator.STRAIGHT_THROUGH: "ST",
    Estimator.REINFORCE: "REINFORCE",
    Estimator.BASELINE: mark("+ baseline"),
}
_SHORTEST = {**_SHORT, Estimator.REINFORCE: "R", Estimator.BASELINE: "R−b"}
DASHED = frozenset({Estimator.STRAIGHT_THROUGH, Estimator.BASELINE})
"""Of each kind the one with dashed lines."""


def estimator_phrase(estimator: Estimator) -> str:
    """Return the name of an estimator for the middle of a sentence."""
    return tr(_PHRASES.get(estimator, estimator.label))


def estimator_short(estimator: Estimator) -> str:
    """Return the short name of an estimator."""
    return tr(_SHORT[estimator])


def estimator_colour(style: Style, estimator: Estimator) -> str:
    """Return an estimator's colour in a style: of one kind are those that relax, see ``DASHED``."""
    relaxes = estimator in (Estimator.GUMBEL_SOFTMAX, Estimator.STRAIGHT_THROUGH)
    return style.kinds[relaxes]


def estimator_pen(style: Style, estimator: Estimator) -> QPen:
    """Return the pen of an estimator's curve."""
    return style.pen(estimator_colour(style, estimator), style.line, dashed=estimator in DASHED)


def estimator_entries(style: Style) -> tuple[Entry, ...]:
    """Return the short name and the look of each estimator."""
    return _entries(style, _SHORT)


def _entries(style: Style, names: Mapping[Estimator, str]) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            "dashes" if each in DASHED else "line", estimator_colour(style, each), tr(names[each])
        )
        for each in Estimator
    )


class EstimatorKey(Key):
    """A key of the four estimators and, after them, of classes.

    If there is no room for all, estimators have short names.
    """

    def __init__(self, style: Style) -> None:
        super().__init__(style)
        labels = {each: each.label for each in Estimator}
        self._ways = [_entries(style, names) for names in (labels, _SHORT, _SHORTEST)]
        self._names = self._ways
        self.set_classes(())

    def set_classes(
        self, labels: Sequence[str], most: int | None = None, *, estimators: bool = True
    ) -> None:
        """Show classes, at most ``most`` of them, or all; and the estimators, or not."""
        self._full = tuple(labels)
        self._names = self._ways if estimators else [()]
        self.set_entries(*self._names[0], labels=labels, most=most)

    def shown(self, width: float) -> tuple[list[Entry], int]:
        """Return the entries that fit into a width, and how many are left out."""
        self._labels = self._full
        for names in self._names:
            self._marks = names
            row = super().shown(width)
            if not row[1]:
                return row
        self._labels = axis_names(self._full)  # "0" for "class 0"
        return super().shown(width)
