"""The same four plots, as a good notebook with Matplotlib and NumPy would have them.

Artists are made once and given new data; what does not depend on a change is not computed again.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from child import Order

from gumbel_gui.core.estimates import proportion_intervals
from gumbel_gui.core.gumbel import Gumbel
from gumbel_gui.plots.look.style import LIGHT
from gumbel_gui.plots.sample.noise_histogram import BINS as NOISE_BINS
from gumbel_gui.plots.sample.noise_histogram import HIGH, LOW
from gumbel_gui.plots.sample.relaxed_density import BINS
from gumbel_gui.plots.sample.relaxed_vectors import COLUMNS

DPI = 100


class Numbers:
    """What NumPy computes; (K, n) throughout, which is its best layout, in float32."""

    def __init__(self, noise: np.ndarray, p: np.ndarray, t: float) -> None:
        self.noise = noise
        self.noise_counts, self.noise_edges = np.histogram(noise, NOISE_BINS, (LOW, HIGH))
        self.set_p(p, t)

    def set_p(self, p: np.ndarray, t: float) -> None:
        self.p = p
        g = np.log(p).astype(np.float32)[:, None] + self.noise
        self.classes = g.argmax(axis=0)
        self.class_counts = np.bincount(self.classes, minlength=len(p))
        self.shifted_scores = g - g.max(axis=0)
        self.set_t(t)

    def set_t(self, t: float) -> None:
        self.t = t
        s = np.exp(self.shifted_scores / np.float32(t))
        s /= s.sum(axis=0)
        self.density_counts = np.stack([np.histogram(row, BINS, (0, 1))[0] for row in s])
        self.means = s.mean(axis=1)
        self.largest = float(s.max(axis=0).mean())
        self.vectors = s[:, :COLUMNS].copy()


class FourPlots:
    """A figure of four axes that shows numbers."""

    def __init__(self, order: Order, numbers: Numbers, size: tuple[float, float]) -> None:
        """Build everything; ``size`` is in inches."""
        order.peer("matplotlib")
        from matplotlib.figure import Figure

        self.figure = Figure(figsize=size, dpi=DPI)
        axes = self.figure.subplots(2, 2)
        self.figure.subplots_adjust(0.07, 0.07, 0.99, 0.95, 0.15, 0.25)
        self._colours = [LIGHT.class_colour(k) for k in range(len(numbers.p))]
        self._noise(axes[0, 0], numbers)
        self._frequencies(axes[0, 1], numbers)
        self._vectors(axes[1, 0], numbers)
        self._density(axes[1, 1], numbers)
        self.show_p(numbers)

    def show_p(self, numbers: Numbers) -> None:
        """Show what depends on p or t."""
        n, k = numbers.class_counts.sum(), np.arange(len(numbers.p))
        share = numbers.class_counts / n
        lower, upper = proportion_intervals(numbers.class_counts, n)
        for bar, height in zip(self._bars, share, strict=True):
            bar.set_height(height)
        self._intervals.set_segments(np.stack([np.c_[k, lower], np.c_[k, upper]], axis=1))
        ends = np.stack([np.c_[k - 0.4, numbers.p], np.c_[k + 0.4, numbers.p]], axis=1)
        self._exact.set_segments(ends)
        self._expected.set_xdata([k @ numbers.p] * 2)
        self._observed.set_data([k @ share], [0.9 * self._top])
        self._p_title.set_text(f"Sampled classes, mean index {k @ share:.4f}")
        self.show_t(numbers)

    def show_t(self, numbers: Numbers) -> None:
        """Show what depends on t."""
        tops = np.cumsum(numbers.vectors, axis=0)
        bottoms = tops - numbers.vectors
        columns = tops.shape[1]
        left, right = np.arange(columns) + 0.58, np.arange(columns) + 1.42
        for part, low, high in zip(self._parts, bottoms, tops, strict=True):
            corners = [[left, low], [right, low], [right, high], [left, high]]
            part.set_verts(np.array(corners).transpose(2, 0, 1))
        first = numbers.classes[:columns]
        middle = (bottoms + tops)[first, np.arange(columns)] / 2
        self._winners.set_data(np.arange(1, columns + 1), middle)
        self._t_title.set_text(f"t = {numbers.t:.4g}, mean largest entry {numbers.largest:.3f}")
        heights = np.sqrt(numbers.density_counts * (BINS / numbers.class_counts.sum()))
        for curve, height in zip(self._curves, heights, strict=True):
            curve.set_data(height)
        rows = self._rows
        pairs = np.stack([np.c_[numbers.means, rows], np.c_[numbers.p, rows]], axis=1)
        self._links.set_segments(pairs)
        self._means.set_offsets(pairs[:, 0])
        self._ticks.set_data(numbers.p, rows)
        self._s_title.set_text(f"Density of s at t = {numbers.t:.4g}")

    def _noise(self, ax: Any, numbers: Numbers) -> None:
        width = (HIGH - LOW) / NOISE_BINS
        density = numbers.noise_counts / (numbers.noise.size * width)
        ax.stairs(density, numbers.noise_edges, fill=True, color=LIGHT.fill, label="draws")
        x = np.linspace(LOW, HIGH, 601)
        ax.plot(x, Gumbel().pdf(x), color=LIGHT.accent, linewidth=1, label="exact pdf")
        ax.set(xlim=(LOW, HIGH), ylim=(0, 0.42), xlabel="ε", ylabel="density", title="Gumbel noise")
        ax.legend(loc="upper right", fontsize=8)

    def _frequencies(self, ax: Any, numbers: Numbers) -> None:
        classes = len(numbers.p)
        self._bars = ax.bar(np.arange(classes), numbers.p, 0.62, color=self._colours)
        self._intervals = ax.vlines(np.arange(classes), 0, numbers.p, LIGHT.muted, label="95 %")
        self._exact = ax.hlines(numbers.p, -0.4, 0.4, LIGHT.mark, label="p")
        self._top = 1.2 * float(numbers.p.max())
        self._expected = ax.axvline(0, color=LIGHT.muted, linestyle="--", label="E(X)")
        (self._observed,) = ax.plot([0], [0], "d", color=LIGHT.accent, label="mean index")
        self._p_title = ax.set_title("")
        ax.set(xlim=(-0.6, classes - 0.4), ylim=(0, self._top), xlabel="class", ylabel="frequency")
        ax.legend(loc="upper left", fontsize=8)

    def _vectors(self, ax: Any, numbers: Numbers) -> None:
        from matplotlib.collections import PolyCollection

        self._parts = [
            ax.add_collection(PolyCollection([], facecolors=colour, label=f"class {k}"))
            for k, colour in enumerate(self._colours)
        ]
        (self._winners,) = ax.plot([], [], "o", markersize=4, color="white", markeredgecolor="k")
        self._t_title = ax.set_title("")
        ax.set(xlim=(0, COLUMNS + 1), ylim=(0, 1), xlabel="draw", ylabel="s")
        if len(numbers.p) <= 8:
            ax.legend(loc="upper right", fontsize=8)

    def _density(self, ax: Any, numbers: Numbers) -> None:
        edges, zeros = np.linspace(0, 1, BINS + 1), np.zeros(BINS)
        self._curves = [ax.stairs(zeros, edges, color=colour) for colour in self._colours]
        self._rows = -3 * (np.arange(len(numbers.p)) + 0.7) / (len(numbers.p) + 0.4)
        self._links = ax.hlines(self._rows, 0, numbers.p, self._colours)
        self._means = ax.scatter(numbers.p, self._rows, s=30, c=self._colours, zorder=3)
        (self._ticks,) = ax.plot(numbers.p, self._rows, "|", color=LIGHT.mark, zorder=4)
        self._s_title = ax.set_title("")
        ax.set(xlim=(-0.02, 1.02), ylim=(-3, 7.2), xlabel="s", ylabel="density (√)")
        ax.axhline(0, color=LIGHT.axis, linewidth=1)
