"""The simplex as a table: the shares of what is in the triangle, and the mean that is told."""

from __future__ import annotations

import numpy as np

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.estimates import Estimate
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.relaxed_means import mean_of_entry, told_class
from gumbel_gui.core.sampling import relax_shifted
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import tr
from gumbel_gui.plots.table import Column, Quantity, Table, stacked
from gumbel_gui.plots.temperature.contours import Contours
from gumbel_gui.plots.temperature.simplex_sums import (
    SimplexSummary,
    contour_levels,
    contours,
    corner_logits,
    corner_shares,
    put_shifted,
)
from gumbel_gui.plots.temperature.triangle import cell_places, shares_at


def simplex_table(
    summary: SimplexSummary, parameters: Parameters, selection: Selection | None, *, density: bool
) -> Table:
    """Return the shares of draws or of cells, of the selected draw, p, the mean of s and contours.

    Contours are the last rows: two for the ends of each straight piece of them.
    """
    parts = []
    if not summary.empty:
        parts.append((_cell_rows if density else _draw_rows)(summary, parameters))
        if selection is not None:
            parts.append(_selected_row(selection, parameters))
    p = corner_shares(parameters)
    if p is not None:
        parts.append(_rows("p", p[:, None], parameters))
    if not summary.empty:
        parts.append(_rows(tr("mean of s"), summary.mean[:, None], parameters))
    if (exact := contours(parameters)).shares:
        parts.append(_contour_rows(exact, parameters))
    columns = stacked(*parts) or _rows("", np.zeros((3, 0)), parameters)
    return Table(columns, _quantities(summary, parameters))


def told_mean(
    summary: SimplexSummary, parameters: Parameters, shares: Floats
) -> tuple[int, Estimate]:
    """Return a corner, and the mean of its s, which is told beside its share of p (3,)."""
    logits = corner_logits(parameters)
    k = told_class(shares, logits)
    total, squares = float(summary.total[k]), float(summary.squares[k])
    return k, mean_of_entry(total, squares, summary.draws, k, logits, parameters)


def prime_of(classes: int) -> str:
    """Return the prime of s and p of the corners: renormalised where there are other classes."""
    return "" if classes <= 3 else "′"


def _cell_rows(summary: SimplexSummary, parameters: Parameters) -> tuple[Column, ...]:
    row, column, middles = cell_places()
    cells = _rows(tr("middle of a cell"), shares_at(*middles), parameters)
    return (*cells, Column("draws", summary.cells[row, column], tr("draws")))


def _draw_rows(summary: SimplexSummary, parameters: Parameters) -> tuple[Column, ...]:
    points, start = summary.places.values.astype(np.float64), summary.places.start
    numbers = np.arange(start, start + points.shape[1]) + 1
    drawn = _rows("s", shares_at(*points), parameters)
    return (*drawn, Column("draw", numbers, tr("draw")))


def _contour_rows(exact: Contours, parameters: Parameters) -> tuple[Column, ...]:
    ends = _rows(tr("contour"), shares_at(*exact.ends), parameters)
    enclosed = Column("enclosed", exact.enclosed, tr("exact share inside"))
    piece = Column("piece", np.arange(len(exact.enclosed)) + 1, tr("piece of the contour"))
    return (*ends, enclosed.repeated(2), piece.repeated(2))


def _selected_row(selection: Selection, parameters: Parameters) -> tuple[Column, ...]:
    s = np.zeros((3, 1), np.float32)
    put_shifted(selection.scores[:, None], parameters.trio, s)
    relax_shifted(s, parameters.effective_temperature, out=s)
    selected = _rows(tr("selected s"), s.astype(np.float64), parameters)
    return (*selected, Column("draw", np.array([selection.number]), tr("draw")))


def _rows(mark: str, shares: Floats, parameters: Parameters) -> tuple[Column, ...]:
    """Return the columns that say what marks are, and their shares (3, n)."""
    prime = prime_of(parameters.classes)
    corners = zip(parameters.trio, shares, strict=True)
    return (
        Column("mark", (mark,) * shares.shape[1], tr("mark")),
        *(
            Column(f"share_{k}", s, tr("share{prime} of class {k}", prime=prime, k=k))
            for k, s in corners
            if k < parameters.classes
        ),
    )


def _quantities(summary: SimplexSummary, parameters: Parameters) -> tuple[Quantity, ...]:
    shares = corner_shares(parameters)
    counts = (
        Quantity("draws", summary.draws),
        Quantity("shown", summary.places.values.shape[1]),
        Quantity("classes", parameters.classes),
        *(
            Quantity(f"corner_{i}", k, words=tr("class of corner {i}", i=i + 1))
            for i, k in enumerate(parameters.trio)
            if k < parameters.classes
        ),
    )
    if summary.empty or shares is None:
        return counts
    heights = contour_levels(parameters).items()
    densities = (
        Quantity(
            f"log_density_at_{100 * q:.0f}_percent",
            level,
            words=tr("log-density around {share} %", share=f"{100 * q:.0f}"),
        )
        for q, level in heights
    )
    k, mean = told_mean(summary, parameters, shares)
    told = Quantity("class", parameters.trio[k])
    return (*counts, *densities, told, Quantity.of("mean", mean, float(shares[k])))
