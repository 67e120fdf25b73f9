"""Relaxed vectors of three classes as points of a triangle, with their exact density, and p."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
import pyqtgraph as pg

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.sampling import relax_shifted
from gumbel_gui.core.selection import Selection
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.frame import Curve
from gumbel_gui.plots.canvas.key import Entry
from gumbel_gui.plots.temperature.cell_image import CellImage
from gumbel_gui.plots.temperature.corners import Corners
from gumbel_gui.plots.temperature.simplex_sums import POINTS, SimplexSummary, put_shifted, summarise
from gumbel_gui.plots.temperature.triangle import CORNERS, nearest, place
from gumbel_gui.plots.words.text import axis_names, draws, elided, measured, number, tr

EQUAL = 1e-6
"""A gap below this is rounding."""


class Simplex(Plot):
    """Where relaxed vectors are, between corner and middle, as t changes."""

    name = "simplex"
    title = "Relaxed vectors s in the simplex"
    about = "Relaxed vectors of three classes in a triangle, with their exact density, p and mean"
    order = 330
    depends = frozenset({"probabilities", "temperature", "trio"})
    controls = ("trio",)
    option_names: ClassVar = {"density": "density of all draws instead of points"}

    @staticmethod
    def summarise(chunk: Chunk) -> SimplexSummary:
        """Relax the scores of the three classes."""
        return summarise(chunk)

    def build_items(self) -> None:
        """Build the triangle, what is in it, and the names of its corners."""
        style = self.style
        pane = self.frame.pane(0, 0, axes=())
        self._corners = Corners(pane, style)
        self._image = CellImage(style)
        outline = Curve(*CORNERS[:, [0, 1, 2, 0]], pen=style.pen(style.axis), antialias=True)
        self._points = [pg.ScatterPlotItem(size=5, pen=None) for _ in range(3)]
        pen = style.pen(style.mark, style.line)
        self._contours = Curve(connect="pairs", pen=pen, antialias=True)
        ring = style.pen(style.surface, 2)
        self._mean = pg.ScatterPlotItem(
            size=11, symbol="d", pen=ring, brush=style.brush(style.mark)
        )
        # A ring, so that the mean can be seen where it is near.
        self._p = pg.ScatterPlotItem(size=16, pen=style.pen(style.accent, 3.5), brush=None)
        self._chosen = pg.ScatterPlotItem(size=12, pen=style.pen(style.text, 2))
        self.frame.add(self._image, outline, *self._points, self._contours)
        self.frame.add(self._p, self._mean, self._chosen)
        self._fitted, self._t = ((0, 1, 2), 0), 1.0
        self._shares: Floats | None = None
        self._said: tuple[object, ...] = ()
        self._real: tuple[int, ...] = ()
        self._numbers = np.zeros(0, np.intp)
        self._places = np.zeros((2, 0))

    def draw(self, summary: SimplexSummary) -> None:
        """Show the draws, p, the mean of s and the exact density."""
        self._fit(summary.trio, len(summary.p))
        self._t = summary.t
        self._corners.set_values([self._value(summary, i) for i in range(3)])
        if "density" in self.options:
            self._image.show_counts(summary.cells)
        else:
            self._draw_points(summary)
        contours = summary.contours()
        self._contours.setData(*contours.ends)
        self._shares = summary.shares
        self._p.setData(*_one(self._shares))
        self._mean.setData(*_one(None if summary.empty else summary.mean))
        self._chosen.setData([], [])
        self._explain(contours.shares, mean=not summary.empty)

    def mark(self, selection: Selection | None) -> None:
        """Outline the selected draw, whether it is among the points or not."""
        self._chosen.setData([], [])
        if selection is None:
            return
        behind = np.zeros((3, 1), np.float32)
        trio = self._fitted[0]
        scores = selection.scores[:, None]
        if not any(scores[k] > -np.inf for k in trio if k < len(scores)):
            return
        put_shifted(scores, trio, behind)
        corner = int(behind[:, 0].argmax())
        relax_shifted(behind, self._t, out=behind)
        brush = self.style.brush(self.style.class_colour(trio[corner]))
        self._chosen.setData(*place(behind), brush=brush)

    def pick(self, x: float, y: float, reach: tuple[float, float]) -> int | None:
        """Return the number of the nearest draw that is shown there, of several the topmost."""
        if not len(self._numbers):
            return None
        distance = np.hypot(*((self._places.T - (x, y)) / reach).T)[::-1]
        found = int(distance.argmin())
        return int(self._numbers[::-1][found]) + 1 if distance[found] <= 1 else None

    def can_drag(self, x: float, y: float, reach: tuple[float, float]) -> bool:
        """Whether the mark of p is there."""
        if self._shares is None:
            return False
        return bool(np.hypot(*((place(self._shares) - (x, y)) / reach)) <= 1)

    def drag_to(self, x: float, y: float) -> dict[int, float] | None:
        """Return the shares of the point of the triangle that is nearest."""
        if self._shares is None:
            return None
        shares = nearest(x, y, self._real)
        return {self._fitted[0][corner]: float(shares[corner]) for corner in self._real}

    def caption(self, summary: SimplexSummary) -> str:
        """Say what is shown of which classes, and compare the mean of s with p."""
        if summary.empty:
            return tr(
                "All three ({trio}) have p = 0: their s is 0 in every draw, so none can be shown.",
                trio=self._three(summary),
            )
        parts = (
            self._classes_in_words(summary),
            self._never_in_words(summary),
            self._mean_in_words(summary),
        )
        return " ".join(filter(None, parts))

    def heading(self, summary: SimplexSummary) -> str:
        """Name t."""
        return tr("Simplex at t = {t}", t=number(summary.temperature))

    def _classes_in_words(self, summary: SimplexSummary) -> str:
        """Say which draws are shown, and of which classes."""
        shown = draws(summary.draws)
        if "density" in self.options:
            shown = tr("density of {n} (log scale)", n=shown)
        elif summary.draws > POINTS:
            shown = tr("{points} of {n}", points=POINTS, n=shown)
        classes = len(summary.p)
        if classes > 3:
            return tr(
                "Three of {classes} classes, renormalised (p′; {trio}); {shown}.",
                classes=classes,
                trio=self._three(summary),
                shown=shown,
            )
        shown = shown[0].upper() + shown[1:]
        if classes == 2:
            return tr("{shown}, all on one edge, as there are only two classes.", shown=shown)
        return tr("{shown}.", shown=shown)

    def _never_in_words(self, summary: SimplexSummary) -> str:
        """Say which of the classes have score −∞, and what follows."""
        never = np.flatnonzero(summary.weights == 0)
        if not len(never) or len(summary.p) < 3:
            return ""
        if len(never) == 1:
            label = self._label(summary, int(never[0]))
            return tr("As p = 0 for {label}, all lie on the opposite edge.", label=label)
        return tr("Two have p = 0, so all lie in the other corner.")

    def _mean_in_words(self, summary: SimplexSummary) -> str:
        """Compare the mean of s with p where they differ most."""
        shares, mean = summary.shares, summary.mean
        if shares is None:
            return tr("p = 0 for all three.")
        gap = np.abs(mean - shares)
        k = int(gap.argmax())
        if gap[k] < EQUAL:
            return tr("The mean of s is {q}.", q="p" if len(summary.p) <= 3 else "p′")
        values = {
            "label": self._label(summary, k),
            "mean": measured(float(mean[k]), float(summary.margin[k])),
            "p": f"{shares[k]:.4f}",
            "q": "p" if len(summary.p) <= 3 else "p′",
        }
        if (gap <= summary.margin).all():
            return tr(
                "The mean of s is {q} within 95 % margins; farthest at {label}: {mean}, where {q} "
                "is {p}.",
                **values,
            )
        return tr(
            "The mean of s is farthest from {q} at {label}: {mean}, where {q} is {p}.", **values
        )

    def _label(self, summary: SimplexSummary, corner: int) -> str:
        k, classes = summary.trio[corner], len(summary.p)
        return elided(self.labels(classes)[k], 16) if k < classes else ""

    def _three(self, summary: SimplexSummary) -> str:
        """Name the classes at the corners, unnamed ones by their numbers."""
        names = axis_names(self.labels(len(summary.p)))
        return ", ".join(elided(names[k], 12) for k in summary.trio if k < len(names))

    def _value(self, summary: SimplexSummary, corner: int) -> str:
        """Return the share of p that a corner's class has, in a few letters.

        Renormalised, p′, where there are others: as the mark of p lies.
        """
        if summary.trio[corner] >= len(summary.p):
            return ""
        shares = summary.own if summary.shares is None else summary.shares
        p = float(shares[corner])
        text = f"{p:.3f}" if 5e-4 <= p < 1 else number(p, 1)
        return f"p = {text}" if len(summary.p) <= 3 else f"p′ = {text}"

    def _fit(self, trio: tuple[int, int, int], classes: int) -> None:
        """Name and colour the corners."""
        if self._fitted == (trio, classes):
            return
        self._fitted = trio, classes
        self._real = tuple(i for i in range(3) if trio[i] < classes)
        labels = self.labels(classes)
        names = [elided(labels[k], 24) if k < classes else tr("no class") for k in trio]
        self._corners.set_names(names)
        for points, k in zip(self._points, trio, strict=True):
            points.setBrush(self.style.brush(self.style.class_colour(k)))

    def _draw_points(self, summary: SimplexSummary) -> None:
        """Show the first draws, corner by corner: those of the last are on top."""
        each = [np.flatnonzero(summary.classes == corner + 1) for corner in range(3)]
        for points, numbers in zip(self._points, each, strict=True):
            points.setData(*summary.places[:, numbers])
        self._numbers = np.concatenate(each)
        self._places = summary.places[:, self._numbers].astype(np.float64)

    def _explain(self, lines: tuple[float, ...], *, mean: bool) -> None:
        """Say what the marks are, and which lines there are, if they are others than before."""
        said = lines, self._shares is not None, mean
        if said == self._said:
            return
        self._said, style = said, self.style
        entries = []
        if lines:
            shares = ", ".join(f"{100 * share:.0f}" for share in lines)
            entries.append(Entry("line", style.mark, tr("exact: {shares} %", shares=shares)))
        if self._shares is not None:
            entries.append(Entry("dot", style.accent, "p"))
        if mean:
            entries.append(Entry("diamond", style.mark, tr("mean of s")))
        self.key.set_entries(entries)


def _one(shares: Floats | None) -> tuple[Floats, Floats]:
    """Return x and y of a point, (1,) each, or of none."""
    if shares is None:
        return np.zeros(0), np.zeros(0)
    x, y = place(shares)
    return np.array([x]), np.array([y])
