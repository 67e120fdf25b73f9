"""Plot: relaxed vectors of three classes as points of a triangle, with their exact density."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.sampling import relax_shifted
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import listed, mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry, Glyph
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.table import Table
from gumbel_gui.plots.temperature.cell_image import CellImage
from gumbel_gui.plots.temperature.corners import Corners
from gumbel_gui.plots.temperature.simplex_sums import (
    POINTS,
    SimplexSummary,
    contours,
    corner_logits,
    corner_shares,
    put_shifted,
    summarise,
)
from gumbel_gui.plots.temperature.simplex_table import prime_of, simplex_table, told_mean
from gumbel_gui.plots.temperature.triangle import (
    CORNERS,
    ROWS,
    nearest,
    place,
)
from gumbel_gui.plots.words.estimates import beside
from gumbel_gui.plots.words.text import axis_names, draws, elided, number, sentences


class Simplex(Plot):
    """Where relaxed vectors are, between corner and middle, as t changes."""

    name = "simplex"
    title = mark("Relaxed vectors s in the simplex")
    live_title = mark("Simplex at t = {temperature}")
    about = mark(
        "Relaxed vectors of three classes in a triangle, with their exact density, p and mean"
    )
    order = 330
    depends = frozenset({"probabilities", "temperature", "trio"})
    controls = ("trio",)
    option_names: ClassVar = {"density": mark("density of all draws instead of points")}

    summarise = staticmethod(summarise)

    @staticmethod
    def prepare(summary: SimplexSummary, parameters: Parameters) -> None:
        """Compute and cache the contours, and the law of the entry that the caption is about."""
        contours(parameters)
        if (shares := corner_shares(parameters)) is not None:
            told_mean(summary, parameters, shares)

    def build_items(self) -> None:
        """Build the triangle, what is in it, and the names of its corners."""
        style = self.style
        pane = self.frame.pane(0, 0, axes=())
        self._corners = Corners(pane, style)
        self._image = CellImage(style)
        outline = Curve(*CORNERS[:, [0, 1, 2, 0]], pen=style.pen(style.axis), antialias=True)
        self._points = [Dots(size=5 * style.unit, pen=None) for _ in range(3)]
        pen = style.pen(style.mark, style.line)
        self._contours = Curve(connect="pairs", pen=pen, antialias=True)
        ring = style.pen(style.surface, 2)
        self._mean = Dots(size=11 * style.unit, symbol="d", pen=ring, brush=style.brush(style.mark))
        # A ring: the mean may lie in it.
        self._p = Dots(size=16 * style.unit, pen=style.pen(style.accent, 3.5), brush=None)
        self._chosen = Dots(size=12 * style.unit, pen=style.pen(style.text, 2))
        self.frame.add(self._image, outline, *self._points, self._contours)
        self.frame.add(self._p, self._mean, self._chosen)
        self._fitted, self._t = ((0, 1, 2), 0), 1.0  # trio and K; the t of the softmax
        self._shares: Floats | None = None
        self._real: tuple[int, ...] = ()
        self._numbers = np.zeros(0, np.intp)
        self._places = np.zeros((2, 0))

    def draw(self, summary: SimplexSummary, parameters: Parameters) -> None:
        """Show the draws, p, the mean of s and the exact density."""
        self._fit(parameters.trio, parameters.classes)
        self._t = parameters.effective_temperature
        self._corners.set_values(_values(parameters))
        if "density" in self.options:
            full = self.frame.extent("cells", float(summary.cells.max()))
            self._image.show_counts(summary.cells, full)
        else:
            self._draw_points(summary)
        exact = contours(parameters)
        self._contours.setData(*exact.ends)
        self._shares = corner_shares(parameters)
        self._p.setData(*_one(self._shares))
        self._mean.setData(*_one(None if summary.empty else summary.mean))
        self._chosen.setData([], [])
        self._fit_key(exact.shares, mean=not summary.empty)

    def mark(self, selection: Selection | None) -> Glyph | None:
        """Outline the selected draw, whether it is among the points or not."""
        self._chosen.setData([], [])
        if selection is None:
            return None
        trio, scores = self._fitted[0], selection.scores[:, None]
        if not any(scores[k] > -np.inf for k in trio if k < len(scores)):
            return None
        s = np.zeros((3, 1), np.float32)
        put_shifted(scores, trio, s)
        colour = self.style.class_colour(trio[int(s[:, 0].argmax())])
        relax_shifted(s, self._t, out=s)
        self._chosen.setData(*place(s), brush=self.style.brush(colour))
        return "ring"

    def pick(self, x: float, y: float, reach: tuple[float, float]) -> int | None:
        """Return the number of the nearest draw that is shown there, of several the topmost."""
        if not len(self._numbers):
            return None
        distance = np.hypot(*((self._places.T - (x, y)) / reach).T)[::-1]
        found = int(distance.argmin())
        return int(self._numbers[::-1][found]) + 1 if distance[found] <= 1 else None

    def can_drag(self, x: float, y: float, reach: tuple[float, float]) -> bool:
        """Return whether the mark of p is there."""
        if self._shares is None:
            return False
        return bool(np.hypot(*((place(self._shares) - (x, y)) / reach)) <= 1)

    def marks(self) -> ArrayLike:
        """Return the place of the mark of p."""
        return () if self._shares is None else place(self._shares)

    def drag_to(self, x: float, y: float) -> dict[int, float] | None:
        """Return the shares of the point of the triangle that is nearest."""
        if self._shares is None:
            return None
        shares = nearest(x, y, self._real)
        return {self._fitted[0][corner]: float(shares[corner]) for corner in self._real}

    def caption(self, summary: SimplexSummary, parameters: Parameters) -> str:
        """Return what is shown of which classes, and the mean of s beside p."""
        if summary.empty:
            return tr(
                "All three ({trio}) have p = 0: their s is 0 in every draw, so none can be shown.",
                trio=self._three(parameters),
            )
        parts = (
            self._classes_in_words(summary, parameters),
            self._never_in_words(parameters),
            self._mean_in_words(summary, parameters),
        )
        return sentences(*parts)

    def table(
        self, summary: SimplexSummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return the shares of what is shown: draws or cells, the selected draw, p and the mean."""
        return simplex_table(summary, parameters, selection, density="density" in self.options)

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the places of the marks, those of contours below all, p and the mean on top.

        A cell is as large as it is.
        """
        columns = {column.name: column.values for column in table.columns}
        missing = np.zeros(table.rows)
        shares = [np.asarray(columns.get(f"share_{k}", missing)) for k in parameters.trio]
        x, y = place(np.array(shares))
        rows, half = np.arange(table.rows), np.zeros(table.rows)
        if "draws" in columns:
            half[np.isfinite(columns["draws"])] = 0.25 / ROWS
        names = *(f"share_{k}" for k in parameters.trio), "enclosed"
        told, first = ("mark", "draw", "draws", *names), table.rows
        first -= contours(parameters).ends.shape[1]
        return tuple(
            Spots.boxes(
                told, rows[i], (x[i] - half[i], x[i] + half[i]), (y[i] - half[i], y[i] + half[i])
            )
            for i in (slice(first, None), slice(first))
        )

    def _classes_in_words(self, summary: SimplexSummary, parameters: Parameters) -> str:
        """Return which draws are shown, and of which classes."""
        shown, classes = draws(summary.draws), parameters.classes
        if "density" in self.options:
            shown = tr("density of {n} (log scale)", n=shown)
        elif summary.draws > POINTS:
            shown = tr("{points} of {n}", points=POINTS, n=shown)
        if classes > 3:
            return tr(
                "Three of {classes} classes, renormalised (s′, p′; {trio}); {shown}.",
                classes=classes,
                trio=self._three(parameters),
                shown=shown,
            )
        shown = shown[0].upper() + shown[1:]
        if classes == 2:
            return tr("{shown}, all on one edge, as there are only two classes.", shown=shown)
        return tr("{shown}.", shown=shown)

    def _never_in_words(self, parameters: Parameters) -> str:
        """Return which of the classes have score −∞, and what follows."""
        never = np.flatnonzero(np.isneginf(corner_logits(parameters)))
        if not len(never) or parameters.classes < 3:
            return ""
        if len(never) == 1:
            label = self._label(parameters, int(never[0]))
            return tr("As p = 0 for {label}, all lie on the opposite edge.", label=label)
        return tr("Two have p = 0, so all lie in the other corner.")

    def _mean_in_words(self, summary: SimplexSummary, parameters: Parameters) -> str:
        """Return the mean of s of one corner beside its p."""
        shares = corner_shares(parameters)
        if shares is None:
            return tr("p = 0 for all three.")
        k, estimate = told_mean(summary, parameters, shares)
        prime = prime_of(parameters.classes)
        return tr(
            "The mean of {s} for {label} is {comparison}.",
            s=f"s{prime}",
            label=self._label(parameters, k),
            comparison=beside(estimate, f"p{prime}", float(shares[k])),
        )

    def _label(self, parameters: Parameters, corner: int) -> str:
        k, classes = parameters.trio[corner], parameters.classes
        return elided(self.labels(classes)[k], 16) if k < classes else ""

    def _three(self, parameters: Parameters) -> str:
        """Return the classes at the corners, unnamed ones by their numbers."""
        names = axis_names(self.labels(parameters.classes))
        return listed(elided(names[k], 12) for k in parameters.trio if k < len(names))

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
            points.set_look(brush=self.style.brush(self.style.class_colour(k)))

    def _draw_points(self, summary: SimplexSummary) -> None:
        """Show the first draws, corner by corner: those of the last are on top."""
        places, corners = summary.places.values, summary.corners.values
        each = [np.flatnonzero(corners == corner) for corner in range(3)]
        for points, numbers in zip(self._points, each, strict=True):
            points.setData(*places[:, numbers])
        self._numbers = np.concatenate(each)
        self._places = places[:, self._numbers].astype(np.float64)

    def _fit_key(self, lines: tuple[float, ...], *, mean: bool) -> None:
        """Set the entries of the key."""
        style, prime = self.style, prime_of(self._fitted[1])
        entries = []
        if lines:
            shares = ", ".join(f"{100 * share:.0f}" for share in lines)
            entries.append(Entry("line", style.mark, tr("exact: {shares} %", shares=shares)))
        if self._shares is not None:
            entries.append(Entry("dot", style.accent, f"p{prime}"))
        if mean:
            entries.append(Entry("diamond", style.mark, tr("mean of s{prime}", prime=prime)))
        self.key.set_entries(*entries)


def _values(parameters: Parameters) -> list[str]:
    """Return the p of each corner in a few letters, renormalised as the mark of p lies."""
    shares = corner_shares(parameters)
    texts = [
        f"{p:.3f}" if 5e-4 <= p < 1 else number(p, 1)
        for p in (np.zeros(3) if shares is None else shares).tolist()
    ]
    corners = zip(parameters.trio, texts, strict=True)
    symbol, classes = f"p{prime_of(parameters.classes)}", parameters.classes
    return [f"{symbol} = {text}" if k < classes else "" for k, text in corners]


def _one(shares: Floats | None) -> tuple[Floats, Floats]:
    """Return x and y of a point, (1,) each, or of none."""
    if shares is None:
        return np.zeros(0), np.zeros(0)
    x, y = place(shares)
    return np.array([x]), np.array([y])
