"""Losses and estimators in words, and the colours of estimators, for window and figures alike."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt6.QtGui import QPen

from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.plots.canvas.key import SPACING, Entry, Key
from gumbel_gui.plots.look.colours import mixed
from gumbel_gui.plots.look.style import Style
from gumbel_gui.plots.words.text import axis_names, tr

CLOSE = 5.0
"""Pixels between the entries of a key where there is little room."""
_LOSSES = {
    Loss.COST: "cost per class",
    Loss.DISTANCE: "distance to a target",
}
_ESTIMATORS = {
    Estimator.GUMBEL_SOFTMAX: "Gumbel-softmax",
    Estimator.STRAIGHT_THROUGH: "straight-through",
    Estimator.REINFORCE: "REINFORCE",
    Estimator.BASELINE: "with baseline",
}
_PHRASES = {**_ESTIMATORS, Estimator.BASELINE: "REINFORCE with baseline"}
_SHORT = {
    Estimator.GUMBEL_SOFTMAX: "GS",
    Estimator.STRAIGHT_THROUGH: "ST",
    Estimator.REINFORCE: "REINFORCE",
    Estimator.BASELINE: "+ baseline",
}
_SHORTEST = {**_SHORT, Estimator.REINFORCE: "R", Estimator.BASELINE: "R−b"}
_DASHED = frozenset({Estimator.STRAIGHT_THROUGH, Estimator.BASELINE})
"""Those whose lines are dashed: colour is never all."""


def loss_name(loss: Loss) -> str:
    """Return a loss in a few words."""
    return tr(_LOSSES[loss])


def estimator_name(estimator: Estimator) -> str:
    """Return an estimator in a word or two, as a key that has all four names them."""
    return tr(_ESTIMATORS[estimator])


def estimator_phrase(estimator: Estimator) -> str:
    """Return an estimator as it is named by itself in the middle of a sentence."""
    return tr(_PHRASES[estimator])


def estimator_short(estimator: Estimator) -> str:
    """Return an estimator in a few letters."""
    return tr(_SHORT[estimator])


def estimator_shortest(estimator: Estimator) -> str:
    """Return an estimator in as few letters as can be."""
    return tr(_SHORTEST[estimator])


def estimator_dashed(estimator: Estimator) -> bool:
    """Return whether an estimator's line is dashed."""
    return estimator in _DASHED


def estimator_colour(style: Style, estimator: Estimator) -> str:
    """Return an estimator's colour in a look; it is none of a class, which may be beside it."""
    colours = {
        Estimator.GUMBEL_SOFTMAX: style.accent,
        Estimator.STRAIGHT_THROUGH: mixed(style.accent, style.error, 0.55),
        Estimator.REINFORCE: style.text,
        Estimator.BASELINE: mixed(style.muted, style.surface, 0.15),
    }
    return colours[estimator]


def estimator_pen(style: Style, estimator: Estimator) -> QPen:
    """Return the pen of an estimator's curve."""
    dashed = estimator_dashed(estimator)
    return style.pen(estimator_colour(style, estimator), style.line, dashed=dashed)


class EstimatorKey(Key):
    """A key of the four estimators, and of classes after them.

    Where there is no room for all of that, estimators go by their short names.
    """

    def __init__(self, style: Style) -> None:
        super().__init__(style)
        self._names = tuple(
            tuple(
                Entry(
                    "dashes" if estimator_dashed(each) else "line",
                    estimator_colour(style, each),
                    name(each),
                )
                for each in Estimator
            )
            for name in (estimator_name, estimator_short, estimator_shortest)
        )
        self.set_classes(())

    def set_classes(self, labels: Sequence[str], most: int | None = None) -> None:
        """Show these classes, too: as many as may be named, or all."""
        self._full = tuple(labels)
        self.set_entries(self._names[0], labels, most)

    def shown(self, width: float) -> tuple[list[Entry], int]:
        """Return the entries that fit into a width, and how many are left out."""
        self._labels, self._spacing = self._full, SPACING
        for names in self._names:
            self._marks = names
            row = super().shown(width)
            if not row[1]:
                return row
        self._labels, self._spacing = axis_names(self._full), CLOSE  # "0" for "class 0"
        return super().shown(width)
