"""What a draw's vector tells of ln p: nothing as argmax's one-hot, slopes as a relaxed one."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.sampling import score
from gumbel_gui.core.selection import Selection
from gumbel_gui.core.stages import shift_of
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.gradients.jacobian_sums import JacobianSummary, products
from gumbel_gui.plots.heat_map import Cells, HeatMap, Texts
from gumbel_gui.plots.heat_scale import coarse_scale, scale_colours, share_colour
from gumbel_gui.plots.key import Entry, most_probable
from gumbel_gui.plots.text import axis_names, count, default_labels, draws, elided, number, tr

Floats = NDArray[np.float64]

TOTAL = 3.9
"""Width of all, where that of the outer matrices is 1: the middle one is larger, for its numbers.

At 85 mm the outer ones are as narrow as a figure allows.
"""
NUMBERS_SHARE, NAMES_SHARE = 0.3, 0.5
"""Width for names of rows beside that of the cells, where classes go by numbers or by names."""
LEAST_SCALE = 0.01
"""Slopes far below this have no colour: at small t, or at very large t, they vanish."""


class Jacobian(Plot):
    """∂s_i/∂ln p_j of a draw, between argmax and straight-through."""

    name = "jacobian"
    title = "Jacobian"
    about = (
        "Slopes ∂s_i/∂ln p_j of the selected draw, beside argmax's and what straight-through uses"
    )
    order = 410
    option_names: ClassVar = {"mean": "Mean over all draws instead of one draw"}

    _marked: Selection | None = None

    @staticmethod
    def summarise(chunk: Chunk) -> JacobianSummary:
        """Keep the scores of the first draw, and add up products of s."""
        parameters = chunk.parameters
        first = np.empty((parameters.classes, 1), np.float32)
        score(shift_of(parameters), chunk.noise[:, :1], first)
        return JacobianSummary(
            parameters.p,
            parameters.temperature,
            parameters.mistake,
            chunk.start,
            first[:, 0],
            chunk.count,
            np.bincount(chunk.classes, minlength=parameters.classes),
            products(chunk.relaxed, chunk.work),
        )

    def build_items(self) -> None:
        """Build three matrices side by side."""
        unnamed = self.labels(64) == default_labels(64)
        share = NUMBERS_SHARE if unnamed else NAMES_SHARE
        first = self.frame.pane(0, 0, axes=("bottom",))
        middle = self.frame.pane(0, 1, (TOTAL - 2 - share) / (1 + share), axes=("bottom",))
        last = self.frame.pane(0, 2, 1 / (1 + share), axes=("bottom",))
        self._panes = first, middle, last
        self._maps = tuple(HeatMap(self.style, part) for part in (share, 0.0, 0.0))
        for pane, cells in zip(self._panes, self._maps, strict=True):
            pane.add(cells)
            pane.axis("bottom").setPen(None)  # the cells have lines of their own
            pane.axis("bottom").setTickPen(None)
            pane.name_axes("ln p_j")
        self._classes = 0
        self._scale = (0.0, 0.0)

    def draw(self, summary: JacobianSummary) -> None:
        """Show the first draw, or the mean."""
        self._summary, self._marked = summary, None
        self._fit_classes(len(summary.p))
        order = most_probable(summary.p)
        for pane in self._panes:
            pane.axis("bottom").set_names(axis_names(self.labels(len(order))), order)
        self._show()

    def mark(self, selection: Selection | None) -> None:
        """Show the selected draw, with an outline; the mean stays as it is."""
        if "mean" not in self.options and selection is not self._marked:
            self._marked = selection
            self._show()

    def heading(self, summary: JacobianSummary) -> str:
        """Name t."""
        return tr("Jacobian ∂s_i/∂ln p_j at t = {t}", t=number(summary.temperature))

    def caption(self, summary: JacobianSummary) -> str:
        """Name the draw and its steepest slope, and say what the rows sum to."""
        slopes = self._slopes(summary)
        who = self._who(summary)
        if not slopes.any():
            return f"{who}: {_nothing(summary)}."
        i, j = np.unravel_index(int(np.abs(slopes).argmax()), slopes.shape)
        names = [elided(label, 16) for label in self.labels(len(slopes))]
        value = number(float(slopes[i, j]), 3)
        if i == j:
            steepest = tr(
                "steepest slope {value}, s of {i} by its own ln\N{NO-BREAK SPACE}p",
                value=value,
                i=names[i],
            )
        else:
            steepest = tr(
                "steepest slope {value}, s of {i} by ln\N{NO-BREAK SPACE}p of {j}",
                value=value,
                i=names[i],
                j=names[j],
            )
        return f"{who}: {steepest}. {_sums(summary)}"

    def _slopes(self, summary: JacobianSummary) -> Floats:
        """Return the matrix that is shown, (K, K)."""
        if "mean" in self.options:
            return summary.mean_slopes()
        return summary.slopes(self._marked.scores if self._marked else summary.scores)

    def _who(self, summary: JacobianSummary) -> str:
        """Say of what the matrix is."""
        if "mean" in self.options:
            return tr("Mean of {n}", n=draws(summary.draws))
        scores = self._marked.scores if self._marked else summary.scores
        winner = elided(self.labels(len(scores))[int(scores.argmax())], 16)
        return tr("Draw {n} ({label})", n=count(self._number(summary)), label=winner)

    def _number(self, summary: JacobianSummary) -> int:
        return self._marked.number if self._marked else summary.first + 1

    def _show(self) -> None:
        """Show the matrices of the draw that is looked at, or of all."""
        summary = self._summary
        slopes = self._slopes(summary)
        if "mean" in self.options:
            soft = summary.products.sum(axis=1) / summary.draws
            hard = summary.counts / summary.draws
            which: tuple[str, ...] = (tr("mean of {n}", n=draws(summary.draws)), tr("mean"))
        else:
            scores = self._marked.scores if self._marked else summary.scores
            soft = summary.vector(scores)
            hard = np.zeros(len(scores))
            hard[int(scores.argmax())] = 1
            which = (tr("draw {n}", n=count(self._number(summary))),)
        scale, unit = coarse_scale(max(float(np.abs(slopes).max()), LEAST_SCALE))
        self._fit_scale(scale, unit)
        nothing = np.zeros(slopes.shape)
        first, middle, last = self._maps
        first.set_cells(Cells(nothing, hard, scale, unit))
        middle.set_cells(Cells(slopes, np.clip(soft, 0, 1), scale, unit))
        last.set_cells(Cells(slopes, hard, scale, unit))
        middle.set_outlined(self._marked is not None)
        self._name(which, _formulas(summary))

    def _name(self, which: tuple[str, ...], formulas: tuple[str, ...]) -> None:
        """Write above the matrices what they are."""
        first, middle, last = self._maps
        nothing = Texts((tr("0 almost everywhere"), tr("0 but at jumps"), tr("all 0"), "0"))
        first.set_words(Texts(("argmax",)), nothing, "y")
        softmax = Texts((*(f"softmax, {words}" for words in which), "softmax"))
        middle.set_words(softmax, Texts(formulas), "s")
        names = (tr("straight-through"), "hard (ST)", "ST")
        last.set_words(Texts(names), Texts((tr("those of softmax"), tr("as softmax"))), "y")

    def _fit_classes(self, classes: int) -> None:
        """Make room for these many classes."""
        if self._classes == classes:
            return
        self._classes = classes
        self._maps[0].set_names(axis_names(self.labels(classes)))
        for pane, cells in zip(self._panes, self._maps, strict=True):
            pane.set_ranges(cells.x_range(classes), (0, 1))

    def _fit_scale(self, scale: float, unit: float) -> None:
        """Say what the full colours mean, and what the numbers in the cells are multiples of."""
        if self._scale == (scale, unit):
            return
        self._scale = scale, unit
        style, end = self.style, number(scale)
        below, above = scale_colours(style)
        power = number(unit).removeprefix("1·")
        high = end if unit == 1 else tr("{end}, cells × {unit}", end=end, unit=power)
        self.key.set_entries(
            [
                Entry("square", below, f"−{end}"),
                Entry("square", above, high),
                Entry("square", share_colour(style), tr("forward")),
            ]
        )


def _formulas(summary: JacobianSummary) -> tuple[str, ...]:
    """Return the slopes as a formula, in full and short."""
    by_t = "" if summary.mistake is Mistake.T_OUTSIDE else "/t"
    if summary.mistake is Mistake.NOISE_ON_P:
        return f"Σ_m s_i(δ_im − s_m)p_m(δ_mj − p_j){by_t}", f"s(δ − s)·p(δ − p){by_t}"
    return f"s_i(δ_ij − s_j){by_t}", f"s(δ − s){by_t}"


def _nothing(summary: JacobianSummary) -> str:
    """Say why all slopes are 0."""
    if summary.effective_temperature == 0:
        return tr(
            "at t = 0 the relaxed vector is one-hot and its gradient is 0 almost everywhere, "
            "as argmax's"
        )
    if summary.mistake is Mistake.NOISE_ON_P and summary.p.max() == 1:
        return tr("p is one-hot to the last digit, and so its own slopes are 0, and those of s")
    return tr("s is one-hot to the last digit, and its slopes are 0, as argmax's")


def _sums(summary: JacobianSummary) -> str:
    """Say what the rows sum to, and what argmax passes on."""
    if summary.mistake is Mistake.NOISE_ON_P:
        return tr(
            "Noise on p brings in the slopes of p itself; "
            "rows sum to 0, and argmax passes nothing on."
        )
    return tr(
        "Rows sum to 0, as a constant added to all ln\N{NO-BREAK SPACE}p changes nothing; "
        "argmax passes nothing on."
    )
