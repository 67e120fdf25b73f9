"""Plot: class shares of seven samplers, a bar each, with a test against p beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PyQt6.QtGui import QFontMetricsF

from gumbel_gui.core.arrays import Floats, Whole
from gumbel_gui.core.counting import count_codes
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.samplers import LEVEL, FitTest, Sampler, fit_test, samplers
from gumbel_gui.core.selection import Selection
from gumbel_gui.core.statistics import unnoticed_distance
from gumbel_gui.language import all_of, mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.fitting_ticks import FittingTicks
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry, most_probable
from gumbel_gui.plots.items.columns import Stacks
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.samplers.fit_table import HEADER, PLACES, ROWS, FitTable, results
from gumbel_gui.plots.sums import Sums
from gumbel_gui.plots.table import Column, Quantity, Table, stacked
from gumbel_gui.plots.words.text import NO_BREAK_SPACE, draws, number, sentences

BAR_HEIGHT = 0.62
REACH = 0.44
"""Half the height of a boundary in a single row."""
OVERLAP = 0.01
"""Width by which parts of a bar overlap: two antialiased edges that touch show a seam."""
MANY = 20
"""There are boundaries for up to so many classes; those of more would hide the bars."""


@dataclass(frozen=True)
class SamplerSummary(Sums):
    """How often each sampler gave each class, (7, K)."""

    counts: Whole

    @property
    def draws(self) -> int:
        """The number of draws of each."""
        return int(self.counts[0].sum())


@dataclass(frozen=True)
class Comparison:
    """The samplers beside p: what each samples, (K,), if that is known, and its test."""

    own: tuple[Floats | None, ...]
    fits: tuple[FitTest, ...]


def comparison(summary: SamplerSummary, parameters: Parameters) -> Comparison:
    """Return what follows from the counts (cached: tests of many classes are slow)."""
    p, b = parameters.probabilities, parameters.noise_scale
    return _comparison(summary.counts.tobytes(), p, b, ways(parameters))


def ways(parameters: Parameters) -> tuple[Sampler, ...]:
    """Return the samplers, as the mistake makes them."""
    mistake = parameters.mistake
    return samplers(mistake, parameters.temperature if mistake.scores_depend_on_t else 1.0)


@lru_cache(maxsize=8)
def _comparison(
    counts: bytes, p: tuple[float, ...], b: float, used: tuple[Sampler, ...]
) -> Comparison:
    weights, rows = np.array(p), np.frombuffer(counts, np.int64).reshape(ROWS, -1)
    own = tuple(sampler.probabilities(p, b) for sampler in used)
    fits = (fit_test(row, weights, each) for row, each in zip(rows, own, strict=True))
    return Comparison(own, tuple(fits))


class StackedBars(Stacks):
    """A horizontal bar for each sampler."""

    _ends = np.zeros((0, ROWS))

    def set_shares(self, shares: Floats) -> None:
        """Show shares (7, K), of as many classes as have colours."""
        self._ends = ends = np.clip(np.cumsum(shares, axis=1), 0, 1).T
        starts = np.maximum(ends - shares.T - OVERLAP, 0)
        numbers = self.parts(*ends.shape)
        numbers[..., 0] = starts
        numbers[..., 1] = PLACES - BAR_HEIGHT / 2
        numbers[..., 2] = np.where(shares.T > 0, ends - starts, 0)
        numbers[..., 3] = BAR_HEIGHT

    def getData(self) -> tuple[Floats, Floats]:  # noqa: N802
        """Return the right end of each part, and its row, by the name other items have."""
        return self._ends.ravel(), np.tile(PLACES, len(self._ends))


def _boundaries(p: Floats) -> Floats:
    """Return where the parts of a bar meet, each twice, for both ends of a line."""
    return np.repeat(np.clip(np.cumsum(p)[:-1], 0, 1), 2)


class SamplerComparison(Plot):
    """Class shares of seven samplers, tested against p."""

    name = "sampler_comparison"
    title = mark("Ways to sample p")
    live_title = mark("Ways to sample p, b = {noise_scale}")
    about = mark(
        "Class shares of argmax p, NumPy's choice, and argmax of p or ln p with noise added "
        "(ε Gumbel, u uniform, z normal), each with its total variation distance from p and a χ² "
        "test; dashes where it samples a known law instead"
    )
    order = 210
    least_height = 185
    depends = frozenset({"probabilities", "noise_scale"})
    controls = ("noise_scale",)

    @staticmethod
    def summarise(chunk: Chunk) -> SamplerSummary:
        """Return the counts of the classes of each sampler."""
        classes, b = chunk.parameters.classes, chunk.parameters.noise_scale
        counts = [
            count_codes(sampler.sample(chunk, b).astype(np.uint8, copy=False), classes)
            for sampler in ways(chunk.parameters)
        ]
        return SamplerSummary(np.stack(counts))

    @staticmethod
    def prepare(summary: SamplerSummary, parameters: Parameters) -> None:
        """Compute and cache the tests."""
        comparison(summary, parameters)

    def build_items(self) -> None:
        """Build bars, boundaries and the table."""
        style, frame = self.style, self.frame
        frame.set_ranges((0, 1), (-0.5, ROWS - 0.5 + HEADER))
        # The name of the axis is between its numbers: rows need the height of a line of its own.
        frame.axis("bottom").setHeight(style.text_size + 12)
        names = tr("share of the draws"), tr("share"), number(0.5)
        ticks = [[(0, number(0)), (0.5, name), (1, number(1))] for name in names]
        FittingTicks(frame.panes[0], "bottom", style).set_choices(*ticks)
        self._bars = StackedBars(style)
        self._p = Curve(connect="pairs", pen=style.pen(style.mark))
        self._own = Curve(connect="pairs", pen=style.pen(style.mark, 1, dashed=True))
        frame.add(self._bars, self._p, self._own)
        self._table = FitTable(frame, style)
        # The key may be as wide as all that is below it now.
        frame.layout.removeItem(self.key)
        frame.layout.addItem(self.key, 0, 0, 1, 3)
        self._names: tuple[str, ...] = ()

    def draw(self, summary: SamplerSummary, parameters: Parameters) -> None:
        """Show shares, boundaries and tests."""
        p, used, compared = parameters.p, ways(parameters), comparison(summary, parameters)
        if self._bars.set_classes(len(p)):
            self._fit_key(len(p))
        self._name_rows(used)
        self.key.rank(most_probable(p))
        self._bars.set_shares(summary.counts / summary.draws)
        few = len(p) <= MANY
        x = _boundaries(p) if few else np.zeros(0)
        self._p.setData(x, np.tile([-0.5, ROWS - 0.5 + HEADER / 2], len(x) // 2))
        x, y = np.zeros(0), np.zeros(0)
        for place, sampler, own in zip(PLACES, used, compared.own, strict=True):
            law = sampler.distribution
            if few and own is not None and law is not None and law.is_another:
                x = np.append(x, _boundaries(own))
                y = np.append(y, np.tile([place - REACH, place + REACH], len(own) - 1))
        self._own.setData(x, y)
        self._table.set_rows(compared.fits)

    def caption(self, summary: SamplerSummary, parameters: Parameters) -> str:
        """Return of which samplers p is not rejected, of which another law, and of which p is."""
        n = draws(summary.draws)
        names: dict[bool | None, list[str]] = {True: [], False: [], None: []}
        instead: dict[str, list[str]] = {}
        fits = comparison(summary, parameters).fits
        for sampler, fit in zip(ways(parameters), fits, strict=True):
            name, own = sampler.name.replace(" ", NO_BREAK_SPACE), sampler.distribution
            names[fit.rejected].append(name)
            if own and own.is_another and fit.rejected and fit.own_rejected is False:
                instead.setdefault(tr(own.name), []).append(name)
        level, rejected = number(LEVEL), all_of(names[True])
        if names[None]:
            text = tr("{n}: too few to test by χ² which of these ways sample p.", n=n)
        elif kept := all_of(names[False]):
            far = unnoticed_distance(summary.draws, parameters.p, LEVEL)
            words = {"n": n, "level": level, "names": kept}
            text = tr("{n}: χ² does not reject p (threshold {level}) for {names}.", **words)
            if far < 1:  # of one possible class it misses none
                text = tr(
                    "{n}: χ² does not reject p (threshold {level}) for {names}; a law {far} away "
                    "is missed every second time.",
                    far=number(far, 2),
                    **words,
                )
        else:
            text = tr("{n}: χ² rejects p (threshold {level}) for all.", n=n, level=level)
            rejected = ""
        if not rejected:
            return text
        if not instead:
            return sentences(text, tr("It rejects {names}.", names=rejected))
        others = all_of(
            tr("{own} for {names}", own=own, names=all_of(them)) for own, them in instead.items()
        )
        kept = tr("It rejects {names}, but not {others}.", names=rejected, others=others)
        return sentences(text, kept)

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the rows of the tests beside the bars, and the parts of the bars."""
        columns = {column.name: np.asarray(column.values) for column in table.columns}
        rows = ROWS + np.arange(ROWS * parameters.classes).reshape(ROWS, -1)
        shares = columns["share"][rows]
        ends, half = shares.cumsum(axis=1), BAR_HEIGHT / 2
        y = PLACES[:, None] - half, PLACES[:, None] + half
        told = "sampler", "label", "class", "share", "p", "own_law"
        test = "sampler", "p_is", "p_value", "distance"
        tests = (1.01, 9), (PLACES - 0.5, PLACES + 0.5)  # they are to the right of the axis
        return (
            Spots.boxes(test, np.arange(ROWS), *tests),
            Spots.boxes(told, rows, (ends - shares, ends), y),
        )

    def table(
        self, summary: SamplerSummary, parameters: Parameters, selection: Selection | None = None
    ) -> Table:
        """Return a row per sampler with its test, and then a row per class of each sampler."""
        compared = comparison(summary, parameters)
        names, k = tuple(each.name for each in ways(parameters)), parameters.classes
        unknown = np.full(k, np.nan)
        far = unnoticed_distance(summary.draws, parameters.p, LEVEL)
        tests = (
            Column("sampler", names),
            Column("distance", np.array([each.distance for each in compared.fits])),
            Column("p_value", np.array([each.p_value for each in compared.fits]), tr("p-value")),
            Column("p_is", tuple(results()[each.rejected] for each in compared.fits)),
        )
        shares = (
            Column("sampler", names).repeated(k),
            *(each.tiled(ROWS) for each in self.class_columns(k)),
            Column("p", np.tile(parameters.p, ROWS)),
            Column("count", summary.counts.ravel()),
            Column("share", summary.counts.ravel() / summary.draws),
            Column("own_law", np.concatenate([unknown if o is None else o for o in compared.own])),
        )
        return Table(
            stacked(tests, shares),
            (
                Quantity("draws", summary.draws),
                Quantity("b", parameters.noise_scale),
                Quantity("threshold", LEVEL),
                Quantity("missed_every_second_time", far),
            ),
        )

    def _fit_key(self, classes: int) -> None:
        mark = self.style.mark
        marks = [Entry("line", mark, "p"), Entry("dashes", mark, tr("own law"))]
        self.key.set_entries(*marks if classes <= MANY else (), labels=self.labels(classes))

    def _name_rows(self, used: tuple[Sampler, ...]) -> None:
        names = tuple(sampler.name for sampler in used)
        if names != self._names:
            self._names = names
            axis = self.frame.axis("left")
            axis.setTicks([list(zip(PLACES.tolist(), names, strict=True))])
            widest = max(map(QFontMetricsF(self.style.font()).horizontalAdvance, names))
            axis.setWidth(widest + 12)
