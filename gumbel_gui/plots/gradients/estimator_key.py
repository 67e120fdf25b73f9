"""Estimators in figures: phrases, short names, colours, dashes, and the key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PyQt6.QtGui import QPen

from gumbel_gui.core.losses import Estimator
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.canvas.key import Entry, Key
from gumbel_gui.plots.look.style import Line, Style
from gumbel_gui.plots.words.text import axis_names

_PHRASES = {
    Estimator.BASELINE: mark("REINFORCE with baseline"),
    Estimator.DECOUPLED: mark("decoupled straight-through"),
    Estimator.LEAVE_ONE_OUT: mark("leave-one-out REINFORCE"),
}
"""Names in the middle of a sentence, where they are not the labels."""
_SHORT = {
    Estimator.GUMBEL_SOFTMAX: "GS",
    Estimator.STRAIGHT_THROUGH: "ST",
    Estimator.SOFTMAX_STRAIGHT_THROUGH: mark("softmax ST"),
    Estimator.DECOUPLED: mark("decoupled"),
    Estimator.REINMAX: "ReinMax",
    Estimator.GUMBEL_RAO: "Rao",
    Estimator.REINFORCE: "REINFORCE",
    Estimator.BASELINE: mark("+ baseline"),
    Estimator.LEAVE_ONE_OUT: "RLOO",
    Estimator.REBAR: "REBAR",
}
_FULL = {
    **_SHORT,
    Estimator.GUMBEL_SOFTMAX: mark("Gumbel-softmax"),
    Estimator.STRAIGHT_THROUGH: mark("straight-through"),
    Estimator.GUMBEL_RAO: "Gumbel-Rao",
    Estimator.LEAVE_ONE_OUT: mark("leave-one-out"),
}
"""Names beside lines where there is much room."""
_SHORTEST = {
    **_SHORT,
    Estimator.SOFTMAX_STRAIGHT_THROUGH: "sST",
    Estimator.DECOUPLED: "dST",
    Estimator.REINMAX: "RM",
    Estimator.REINFORCE: "R",
    Estimator.BASELINE: "R−b",
    Estimator.LEAVE_ONE_OUT: "LOO",
}
_LINES: dict[Estimator, Line] = {
    Estimator.GUMBEL_SOFTMAX: "line",
    Estimator.STRAIGHT_THROUGH: "dashes",
    Estimator.SOFTMAX_STRAIGHT_THROUGH: "line",
    Estimator.DECOUPLED: "dashes",
    Estimator.REINMAX: "dots",
    Estimator.GUMBEL_RAO: "dots",
    Estimator.REINFORCE: "line",
    Estimator.BASELINE: "dashes",
    Estimator.LEAVE_ONE_OUT: "dots",
    Estimator.REBAR: "dash-dots",
}
"""Of each colour every line is another one."""


def estimator_phrase(estimator: Estimator) -> str:
    """Return the name of an estimator for the middle of a sentence."""
    return tr(_PHRASES.get(estimator, estimator.label))


def estimator_short(estimator: Estimator) -> str:
    """Return the short name of an estimator."""
    return tr(_SHORT[estimator])


def estimator_colour(style: Style, estimator: Estimator) -> str:
    """Return an estimator's colour in a style: unbiased, else relaxed, else of the class alone."""
    below, above = style.kinds
    if estimator.is_unbiased:
        return below
    return above if estimator.is_relaxed else style.third_kind


def estimator_line(estimator: Estimator) -> Line:
    """Return what an estimator's curve is made of."""
    return _LINES[estimator]


def estimator_pen(style: Style, estimator: Estimator) -> QPen:
    """Return the pen of an estimator's curve."""
    return style.pen(estimator_colour(style, estimator), style.line, line=_LINES[estimator])


def estimator_entries(
    style: Style, estimators: Iterable[Estimator], *, full: bool = False
) -> tuple[Entry, ...]:
    """Return the short or the full name and the look of some estimators."""
    return _entries(style, _FULL if full else _SHORT, estimators)


def _entries(
    style: Style, names: Mapping[Estimator, str], estimators: Iterable[Estimator]
) -> tuple[Entry, ...]:
    return tuple(
        Entry(_LINES[each], estimator_colour(style, each), tr(names[each])) for each in estimators
    )


class EstimatorKey(Key):
    """A key of estimators and, after them, of classes.

    If there is no room for all, estimators have short names.
    """

    def __init__(self, style: Style) -> None:
        super().__init__(style)
        self._ways: list[tuple[Entry, ...]] = [()]
        self.set_names((), ())

    def set_names(
        self, estimators: Sequence[Estimator], labels: Sequence[str], most: int | None = None
    ) -> None:
        """Show estimators, and classes, at most ``most`` of them, or all."""
        self._full = tuple(labels)
        words = {each: each.label for each in estimators}
        self._ways = [
            _entries(self._style, names, estimators) for names in (words, _SHORT, _SHORTEST)
        ]
        self.set_entries(*self._ways[0], labels=labels, most=most)

    def shown(self, width: float) -> tuple[list[Entry], int]:
        """Return the entries that fit into a width, and how many are left out."""
        self._labels = self._full
        for names in self._ways:
            self._marks = names
            row = super().shown(width)
            if not row[1]:
                return row
        self._labels = axis_names(self._full)  # "0" for "class 0"
        return super().shown(width)
