"""Winner uniform: the distribution function of x of the class that won, with its law u^(1/p)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gumbel_gui.core.arrays import Floats, Singles
from gumbel_gui.core.conditional import winner_uniform_cdf
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import Estimate, mean_of_known_law, unresolved
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry, Glyph
from gumbel_gui.plots.given_winner.winner_sums import (
    WinnerSummary,
    bins_of,
    by_winner,
    chance,
    given_first,
    normalised,
    of_winners,
)
from gumbel_gui.plots.items.class_curves import ClassCurves
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.table import Column, Quantity, Table, stacked
from gumbel_gui.plots.words.estimates import beside, estimated
from gumbel_gui.plots.words.text import count, draws, elided, sentences

BINS = 250
EDGES = np.linspace(0, 1, BINS + 1)
INNER = EDGES[1:-1]
STARTS = (0.9, 0.8, 0.6, 0.4, 0.2, 0.0)
"""Where the horizontal axis may begin."""
POINTS = np.linspace(0.05, 0.95, 10)
"""P(x ≤ u) of points that show a law."""
ROOM = 0.02
"""At either end of the horizontal axis, of its length."""
SMALL = 0.01
"""Of no class more than this share is left of the axis."""


class WinnerUniform(Plot):
    """x of the class that won."""

    name = "winner_uniform"
    title = mark("The winner's x: P(x ≤ u) = u^(1/p)")
    about = mark("The distribution function of the x of each class that won, with its law u^(1/p)")
    order = 530
    least_height = 170
    depends = frozenset({"probabilities"})
    shows = frozenset({"given"})

    @staticmethod
    def summarise(chunk: Chunk) -> WinnerSummary:
        """Count and add the x of the winners, class by class."""
        x = winning_uniform(chunk)
        return by_winner(chunk, x, bins_of(x, 0, BINS, BINS), BINS)

    def build_items(self) -> None:
        """Build the square with its diagonal; the curves follow the number of classes."""
        style, frame = self.style, self.frame
        frame.name_axes("u", "P(x ≤ u)")
        self._diagonal = Curve(pen=style.pen(style.faint))
        frame.add(self._diagonal)
        self._curves = ClassCurves(frame.panes[0], style, antialias=True)
        self._exact = Dots(size=4 * style.unit, pen=None, brush=style.brush(style.mark))
        self._ring = Dots(size=13 * style.unit, pen=style.pen(style.text, 2), brush=None)
        for z, item in enumerate((self._exact, self._ring)):
            item.setZValue(z + 1)
            frame.add(item)

    def draw(self, summary: WinnerSummary, parameters: Parameters) -> None:
        """Show a curve for each class."""
        curves = self._curves
        curves.fit(parameters.classes)
        curves.choose(given_first(parameters), ascending=True)
        cdf, exact = shares(summary), laws(parameters)
        # Of the first draws that are shown, none may be won by the class that won the selected one.
        self._along = exact if len(exact) else np.nan_to_num(cdf)
        start = 1 - self.frame.extent("width", 1 - start_of(self._along))
        room = ROOM * (1 - start)
        self.frame.set_ranges((start - room, 1 + room), (0, 1))
        self._first = first = round(start * BINS)
        u = EDGES[first:]
        self._diagonal.setData([start, 1], [start, 1])
        for curve, k in curves:
            curve.setData(*(u, cdf[k, first:]) if summary.wins[k] else ([], []))
        rest = np.setdiff1d(np.flatnonzero(summary.wins), curves.shown)
        curves.others.set_rows(u, cdf[rest, first:])
        x, y = exact_points(parameters, curves.shown)
        self._exact.setData(x[x >= start], y[x >= start])
        self._fit_key(parameters)

    def _fit_key(self, parameters: Parameters) -> None:
        """Name the classes and the marks that there are."""
        style, entries = self.style, []
        if len(laws(parameters)):
            entries.append(Entry("dot", style.mark, tr("exact")))
        entries.append(Entry("line", style.faint, tr("any x")))
        classes, _ = self._curves.entries(self.labels(parameters.classes))
        self.key.set_entries(*entries, *classes)

    def mark(self, selection: Selection | None) -> Glyph | None:
        """Put a ring around the x of the selected draw, on the curve of the class that won it."""
        if selection is None:
            self._ring.setData([], [])
            return None
        x = max(float(selection.x[selection.winner]), float(EDGES[self._first]))
        self._ring.setData([x], [np.interp(x, EDGES, self._along[selection.winner])])
        return "ring"

    def heading(self, summary: WinnerSummary, parameters: Parameters) -> str:
        """Return the title with the law, where it is known."""
        if not parameters.mistake.noise_is_gumbel:
            return tr("The winner's x")
        return tr("The winner's x: P(x ≤ u) = u^(1/{p})", p=chance(parameters.mistake))

    def caption(self, summary: WinnerSummary, parameters: Parameters) -> str:
        """Return the mean x of the given class beside its law."""
        k = parameters.given[0]
        words = {
            "label": elided(self.labels(parameters.classes)[k], 16),
            "wins": count(int(summary.wins[k])),
            "n": draws(summary.draws),
        }
        known = bool(len(laws(parameters)))
        note = "" if known else tr("The exact law needs Gumbel noise, which this is not.")
        if not summary.wins[k]:
            return sentences(tr("Of {n}, {label} won none.", **words), note)
        estimate = mean_of_x(summary, parameters)
        if known:
            name = f"1/(1 + {chance(parameters.mistake)})"
            shown = beside(estimate, name, exact_means(parameters)[k])
        else:
            shown = estimated(estimate)
        words["mean"] = shown
        text = tr("Of {n}, {label} won {wins}; mean of its x in these: {mean}.", **words)
        return sentences(text, note or tr("That of an x that is not chosen by winning is ½."))

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the points of the curves."""
        told_, found = ("label", "class", "u", "share", "exact"), []
        cdf = np.asarray(next(each.values for each in table.columns if each.name == "share"))
        for k in (
            *np.setdiff1d(range(parameters.classes), self._curves.shown),
            *self._curves.shown,
        ):
            rows = parameters.classes + len(EDGES) * k + np.arange(self._first, len(EDGES))
            found.append(Spots.curve(told_, rows, EDGES[self._first :], cdf[rows]))
        return tuple(found)

    def table(
        self, summary: WinnerSummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return a row per class, and then a row per point of each curve."""
        classes, exact, k = parameters.classes, laws(parameters), parameters.given[0]
        known = bool(len(exact))
        rows = (
            *self.class_columns(classes),
            Column("wins", summary.wins, tr("draws that it won")),
            Column("mean", summary.means, tr("mean of x")),
            *([Column("exact_mean", exact_means(parameters), tr("exact mean"))] if known else []),
            *(() if selection is None else (Column("x", selection.x),)),
        )
        points = (
            *(each.repeated(len(EDGES)) for each in self.class_columns(classes)),
            Column("u", np.tile(EDGES, classes)),
            Column("share", shares(summary).ravel(), tr("share of x ≤ u")),
            *(
                [Column("exact", exact.ravel(), f"u^(1/{chance(parameters.mistake)})")]
                if known
                else []
            ),
        )
        quantities = [Quantity("draws", summary.draws), Quantity("wins", int(summary.wins[k]))]
        if summary.wins[k]:
            reference = float(exact_means(parameters)[k]) if known else None
            quantities.append(Quantity.of("mean_of_x", mean_of_x(summary, parameters), reference))
        return Table(stacked(rows, points), tuple(quantities))


def winning_uniform(chunk: Chunk) -> Singles:
    """Return x of the class that won each draw, (n,)."""
    if chunk.parameters.mistake.noise_is_gumbel:
        return np.asarray(np.exp(-np.exp(-of_winners(chunk, chunk.noise))))
    return of_winners(chunk, chunk.uniform)


def shares(summary: WinnerSummary) -> Floats:
    """Return the shares of x ≤ u at the edges, (K, 251); NaN for a class that won no draw."""
    below = np.cumsum(summary.counts[:, :-1], axis=1)
    below[:, -1] += summary.counts[:, -1]  # x = 1, to which a number may be rounded
    wins = np.where(summary.wins > 0, summary.wins, np.nan)
    return np.asarray(below / wins[:, None])


def laws(parameters: Parameters) -> Floats:
    """Return the exact shares at the edges, (K, 251), or (0, 251) where none are known."""
    if not parameters.mistake.noise_is_gumbel:
        return np.zeros((0, len(EDGES)))
    exact = np.zeros((parameters.classes, len(EDGES)))
    exact[:, -1] = 1
    exact[:, 1:-1] = winner_uniform_cdf(INNER, normalised(parameters))
    return exact


def start_of(curves: Floats) -> float:
    """Return where the horizontal axis begins for these curves (K, 251)."""
    highest = curves.max(axis=0)
    return next(u for u in STARTS if np.interp(u, EDGES, highest) <= SMALL)


def exact_points(parameters: Parameters, shown: Sequence[int]) -> tuple[Floats, Floats]:
    """Return u and P(x ≤ u) of points on the laws of some classes, (n,) each, if they are known."""
    if not parameters.mistake.noise_is_gumbel:
        return np.zeros(0), np.zeros(0)
    p = np.exp(normalised(parameters)[list(shown)])
    p = p[p > 0]
    return (POINTS ** p[:, None]).ravel(), np.tile(POINTS, len(p))


def exact_means(parameters: Parameters) -> Floats:
    """Return E[x | k won] = 1 / (1 + p_k), (K,)."""
    return np.asarray(1 / (1 + np.exp(normalised(parameters))))


def mean_of_x(summary: WinnerSummary, parameters: Parameters) -> Estimate:
    """Return the mean x of the given class, which has won some draws.

    Its law, u^(1/p), is a beta law with 1/p and 1.
    """
    k = parameters.given[0]
    value, wins = float(summary.means[k]), int(summary.wins[k])
    if not parameters.mistake.noise_is_gumbel:
        return Estimate(value)
    p = float(np.exp(normalised(parameters)[k]))
    variance = p**2 / ((1 + p) ** 2 * (1 + 2 * p))
    skew = 4 * (1 - p) ** 2 * (1 + 2 * p) / (1 + 3 * p) ** 2
    known = mean_of_known_law(value, wins, variance, skew)
    return unresolved(value, variance**0.5) or known
