"""Losses and estimators in words, and the colours of estimators, for window and figures alike."""

from __future__ import annotations

from PyQt6.QtGui import QPen

from gumbel_gui.core.losses import Estimator, Loss
from gumbel_gui.plots.key import Entry, Key
from gumbel_gui.plots.style import Style
from gumbel_gui.plots.text import tr

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
_SHORT = {
    Estimator.GUMBEL_SOFTMAX: "GS",
    Estimator.STRAIGHT_THROUGH: "ST",
    Estimator.REINFORCE: "REINFORCE",
    Estimator.BASELINE: "+ baseline",
}
_COLOURS = {
    Estimator.GUMBEL_SOFTMAX: (0, False),
    Estimator.STRAIGHT_THROUGH: (3, True),
    Estimator.REINFORCE: (2, False),
    Estimator.BASELINE: (4, True),
}
"""Of the palette of the classes, and whether the line is dashed: colour is never all."""


def loss_name(loss: Loss) -> str:
    """Return a loss in a few words."""
    return tr(_LOSSES[loss])


def loss_formula(loss: Loss) -> str:
    """Return what a loss is."""
    return "Σ w_k·y_k" if loss is Loss.COST else "Σ (y_k − w_k)²"


def estimator_name(estimator: Estimator) -> str:
    """Return an estimator in a word or two."""
    return tr(_ESTIMATORS[estimator])


def estimator_look(estimator: Estimator) -> tuple[int, bool]:
    """Return the place of its colour in the palette, and whether its line is dashed."""
    return _COLOURS[estimator]


def estimator_colour(style: Style, estimator: Estimator) -> str:
    """Return an estimator's colour in a look."""
    return style.class_colour(estimator_look(estimator)[0])


def estimator_pen(style: Style, estimator: Estimator) -> QPen:
    """Return the pen of an estimator's curve."""
    dashed = estimator_look(estimator)[1]
    return style.pen(estimator_colour(style, estimator), style.line, dashed=dashed)


class EstimatorKey(Key):
    """A key of the four estimators, by short names where there is no room for the usual ones."""

    def __init__(self, style: Style) -> None:
        super().__init__(style)
        self._long, self._short = (
            tuple(
                Entry(
                    "dashes" if estimator_look(each)[1] else "line",
                    estimator_colour(style, each),
                    tr(names[each]),
                )
                for each in Estimator
            )
            for names in (_ESTIMATORS, _SHORT)
        )
        self.set_entries(self._long)

    def shown(self, width: float) -> tuple[list[Entry], int]:
        """Return the entries that fit into a width, and how many are left out."""
        self._marks = self._long
        shown = super().shown(width)
        if shown[1]:
            self._marks = self._short
            shown = super().shown(width)
        return shown
