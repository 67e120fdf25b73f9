"""Counterfactual: who would win under q, with the noise of draws that a class won under p."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from gumbel_gui.core.arrays import Booleans, Floats, Singles, Whole
from gumbel_gui.core.counting import count_codes
from gumbel_gui.core.coupling import joint_winners
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.estimates import Estimate, certain, proportion, proportion_intervals
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.samplers import sampled_law
from gumbel_gui.core.sampling import half_scores, score
from gumbel_gui.core.selection import Selection
from gumbel_gui.language import mark, tr
from gumbel_gui.plots.base import Plot
from gumbel_gui.plots.canvas.dots import Dots
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.canvas.key import Entry, Glyph
from gumbel_gui.plots.given_winner.winner_sums import theta
from gumbel_gui.plots.items.class_bars import MANY, ClassBars
from gumbel_gui.plots.reading import Spots
from gumbel_gui.plots.sums import FirstDraws, Sums
from gumbel_gui.plots.table import Column, Quantity, Table
from gumbel_gui.plots.words.estimates import beside, estimated
from gumbel_gui.plots.words.text import axis_names, count, draws, elided, sentences
from gumbel_gui.plots.words.vectors import second_vector

LOW, HIGH = -8.0, 8.0
"""Ends of the axis of scores; what is beyond is shown at them."""
TOP = 1.04
"""End of the axis of shares, of which one is often next to 1."""
BESIDE = 0.8
"""Width of the pane of one draw, beside that of all."""
ALIKE = 1e-12
"""Differences of logarithms below this are rounding."""
PER_CENT = "\N{NO-BREAK SPACE}%"


@dataclass(frozen=True)
class CounterfactualSummary(Sums):
    """Which classes win under q where the given one wins under p.

    Attributes:
        counts: how many of these draws each class wins under q, (K,).
        draws: of all.
        noise: ε of the first draw, (K, 1).
    """

    counts: Whole
    draws: int
    noise: FirstDraws

    @property
    def wins(self) -> int:
        """How many draws the given class wins under p."""
        return int(self.counts.sum())


class Counterfactual(Plot):
    """p changed, noise kept."""

    name = "counterfactual"
    title = mark("p becomes q, the noise stays: who wins now?")
    about = mark(
        "Which classes win under q, with the noise of the draws that one class won under p, and "
        "the scores of one draw under both"
    )
    order = 550
    least_height = 170
    depends = frozenset({"probabilities", "given", "other"})
    controls = ("other",)

    @staticmethod
    def summarise(chunk: Chunk) -> CounterfactualSummary:
        """Count who wins under q in the draws that the given class won."""
        parameters = chunk.parameters
        own = np.flatnonzero(chunk.classes == parameters.given[0])
        under_q = chunk.classes_of(parameters.under_q)
        return CounterfactualSummary(
            count_codes(under_q[own], parameters.classes),
            chunk.count,
            FirstDraws.of(chunk.noise, chunk.start, 1),
        )

    @staticmethod
    def prepare(summary: CounterfactualSummary, parameters: Parameters) -> None:
        """Compute and cache the exact law."""
        exact_shares(parameters)

    def build_items(self) -> None:
        """Build the bars of all draws, and beside them the scores of one."""
        style, frame = self.style, self.frame
        self._pane = frame.pane(0, 1, BESIDE)
        self._bars = ClassBars(frame, style, self.labels, 1.0, ())
        self._bars.top, self._bars.held = TOP, True
        self._ways = Curve(connect="pairs", pen=style.pen(style.muted))
        edge = style.pen(style.surface)
        self._scores = [Dots(symbol=symbol, pen=edge) for symbol in ("o", "d")]
        self._rings = Dots(size=16 * style.unit, pen=style.pen(style.text, 2), brush=None)
        self._winners = Dots(
            size=3 * style.unit, pen=style.pen("#1b1f24"), brush=style.brush("#ffffff")
        )
        self._pane.add(self._ways, *self._scores, self._rings, self._winners)
        self.key.set_entries(
            Entry("tick", style.mark, tr("exact")),
            Entry("interval", style.muted, "95 %"),
            Entry("dot", style.muted, tr("g under p")),
            Entry("diamond", style.muted, tr("g under q")),
        )
        self._selection: Selection | None = None

    def draw(self, summary: CounterfactualSummary, parameters: Parameters) -> None:
        """Show the shares, and the first draw."""
        self._summary, self._parameters, self._selection = summary, parameters, None
        exact, known = exact_shares(parameters), bool(summary.wins)
        marks = np.zeros(parameters.classes) if exact is None else exact
        self._bars.show(summary.counts, max(summary.wins, 1), marks)
        self._bars.marks.setVisible(exact is not None)
        self._bars.intervals.setVisible(known)
        self.frame.name_axes(tr("class under q"), tr("share"))
        k = parameters.classes
        self._pane.set_ranges((-0.6, k - 0.4), (LOW, HIGH))
        self._pane.axis("bottom").set_names(axis_names(self.labels(k)))
        self._show()

    def follow(self, selection: Selection | None) -> None:
        """Show the selected draw, or the first."""
        if selection is not self._selection:
            self._selection = selection
            self._show()

    def mark(self, selection: Selection | None) -> Glyph | None:
        """Put rings around the scores that win."""
        places = ([], []) if selection is None else self._winners.getData()
        self._rings.setData(*places)
        return None if selection is None else "ring"

    def heading(self, summary: CounterfactualSummary, parameters: Parameters) -> str:
        """Return the title with the class."""
        return tr("If {label} won under p, who wins under q?", label=self._label(parameters))

    def caption(self, summary: CounterfactualSummary, parameters: Parameters) -> str:
        """Return how many of its draws the class keeps, and to which classes it may lose any."""
        words = {"label": self._label(parameters), "n": draws(summary.draws)}
        if not summary.wins:
            return sentences(
                tr("Of {n}, {label} won none under p.", **words), self._rivals(parameters)
            )
        kept, exact = share_kept(summary, parameters).times(100), exact_shares(parameters)
        words["wins"] = count(summary.wins)
        if exact is None:
            words["kept"] = estimated(kept, PER_CENT)
        else:
            words["kept"] = beside(kept, tr("P(kept)"), 100 * exact[parameters.given[0]], PER_CENT)
        text = tr("Of {n}, {label} won {wins} under p; of these it keeps under q {kept}.", **words)
        return sentences(text, self._rivals(parameters), second_vector(parameters.q))

    @staticmethod
    def _rivals(parameters: Parameters) -> str:
        """Return how many classes can take draws over."""
        if not parameters.mistake.noise_is_gumbel:
            return tr("The exact law needs Gumbel noise, which this is not.")
        gain = "q − p" if theta(parameters.mistake) == "p" else "q/p"
        number = int(np.count_nonzero(rivals(parameters)))
        if number == 0:
            return tr("No class has a larger {gain}, so none can take over.", gain=gain)
        return tr(
            "Only classes with a larger {gain} can take over: {m} of {classes}.",
            gain=gain,
            m=number,
            classes=parameters.classes,
        )

    def spots(self, table: Table, parameters: Parameters) -> tuple[Spots, ...]:
        """Return the bars, and the two scores of each class."""
        columns = {column.name: np.asarray(column.values) for column in table.columns}
        told = ("label", "class", "p", "q", "frequency", "low", "high", "exact", "count")
        of_draw, k = ("label", "class", "score_p", "score_q"), np.arange(parameters.classes)
        found = [*self._bars.spots(told)]
        for name in ("score_p", "score_q"):
            y = np.where(columns[name] == -np.inf, np.nan, np.clip(columns[name], LOW, HIGH))
            found.append(Spots.points(of_draw, k, k, y, pane=1))
        return tuple(found)

    def table(
        self,
        summary: CounterfactualSummary,
        parameters: Parameters,
        selection: Selection | None = None,
    ) -> Table:
        """Return a row per class: how often it wins under q, and its scores in one draw."""
        wins, exact = summary.wins, exact_shares(parameters)
        number, before, after = both_scores(summary, parameters, selection)
        shares = np.full((3, parameters.classes), np.nan)
        if wins:
            shares[:] = summary.counts / wins, *proportion_intervals(summary.counts, wins)
        n = count(number)
        quantities = [Quantity("draws", summary.draws), Quantity("wins", wins)]
        if wins:
            kept = share_kept(summary, parameters)
            reference = None if exact is None else float(exact[parameters.given[0]])
            quantities.append(Quantity.of("share_kept", kept, reference))
        quantities.append(Quantity("rivals", int(np.count_nonzero(rivals(parameters)))))
        quantities.append(Quantity("classes", parameters.classes))
        return Table(
            (
                *self.class_columns(parameters.classes),
                Column("p", parameters.p),
                Column("q", parameters.q),
                Column("count", summary.counts),
                Column("frequency", shares[0]),
                Column("low", shares[1], tr("95 % from")),
                Column("high", shares[2], tr("95 % to")),
                *(() if exact is None else (Column("exact", exact),)),
                Column("score_p", before, tr("g under p, draw {n}", n=n)),
                Column("score_q", after, tr("g under q, draw {n}", n=n)),
            ),
            tuple(quantities),
        )

    def _label(self, parameters: Parameters) -> str:
        return elided(self.labels(parameters.classes)[parameters.given[0]], 16)

    def _show(self) -> None:
        """Show the scores of the draw that is chosen."""
        number, *scores = both_scores(self._summary, self._parameters, self._selection)
        k = np.arange(self._parameters.classes)
        both = np.clip(np.stack(scores), LOW, HIGH)
        possible = [np.isfinite(each) for each in scores]
        joined = possible[0] & possible[1]
        self._ways.setData(np.repeat(k[joined], 2), both[:, joined].T.ravel())
        brushes = self.style.class_brushes(k.tolist())
        size = self.style.unit * (9 if len(k) <= MANY else 5)
        for item, y, seen in zip(self._scores, both, possible, strict=True):
            brush = [brushes[i] for i in np.flatnonzero(seen)]
            item.setData(x=k[seen], y=y[seen], size=size, brush=brush)
        won = [int(each.argmax()) for each in scores]
        self._winners.setData(x=won, y=[both[side, i] for side, i in enumerate(won)])
        self._pane.name_axes(tr("draw {n}", n=count(number)), "g")


def both_scores(
    summary: CounterfactualSummary, parameters: Parameters, selection: Selection | None
) -> tuple[int, Singles, Singles]:
    """Return the number of the draw that is shown, and its scores (K,) under p and under q."""
    number, noise = summary.noise.start + 1, summary.noise.values[:, 0]
    if selection is not None:
        number, noise = selection.number, selection.noise
    before, after = (scores_of(each, noise) for each in (parameters, parameters.under_q))
    return number, before, after


def scores_of(parameters: Parameters, noise: Singles) -> Singles:
    """Return the scores (K, ...) of noise (K, ...)."""
    scores = np.empty(noise.shape, np.float32)
    fill = half_scores if parameters.mistake.in_half_precision else score
    fill(parameters.logits, noise, scores)
    return scores


def rivals(parameters: Parameters) -> Booleans:
    """Return which classes (K,) can win under q where the given one wins under p.

    If i wins under p and j under q with the same noise, then j gains more than i by going from one
    to the other: the noise drops out of the sum of the two inequalities.

    Source: Oberst & Sontag (2019), counterfactual stability.
    """
    before, after = parameters.logits, parameters.under_q.logits
    possible, i = after > -np.inf, parameters.given[0]
    gain = np.full(len(before), np.inf)  # of what could not win before
    np.subtract(after, before, out=gain, where=before > -np.inf)
    return np.asarray(possible & (gain > gain[i] + ALIKE) & (np.arange(len(before)) != i))


def exact_shares(parameters: Parameters) -> Floats | None:
    """Return P(k wins under q | the given class wins under p), (K,), where that is known."""
    laws = [sampled_law(each) for each in (parameters, parameters.under_q)]
    if not parameters.mistake.noise_is_gumbel or any(law is None for law in laws):
        return None
    p, q = (tuple(law.tolist()) for law in laws if law is not None)
    return _shares(p, q, parameters.given[0])


@lru_cache(maxsize=16)
def _shares(p: tuple[float, ...], q: tuple[float, ...], given: int) -> Floats | None:
    row = joint_winners(p, q)[given]
    return row / row.sum() if row.sum() > 0 else None


def share_kept(summary: CounterfactualSummary, parameters: Parameters) -> Estimate:
    """Return the share of its draws, which are some, that the given class keeps under q."""
    i = parameters.given[0]
    kept, exact = int(summary.counts[i]), exact_shares(parameters)
    if parameters.mistake.noise_is_gumbel and not rivals(parameters).any():
        return certain(kept / summary.wins)
    if exact is not None and exact[i] == 0:
        return certain(kept / summary.wins)
    return proportion(kept, summary.wins)
