"""Sums of the estimators that are shown and need draws; those of the class alone need none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from gumbel_gui.core.conditional_sums import Drawn, FreshGaps, rao_sums, rebar_sums
from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.gradient_stats import EstimatorStats
from gumbel_gui.core.gradients import inner_p
from gumbel_gui.core.losses import Estimator
from gumbel_gui.core.parameters import PARAMETERS, Parameters, effective_temperature
from gumbel_gui.plots.gradients.estimator_sums import Estimates, GradientProblem, estimates_at
from gumbel_gui.plots.sums import Sums

PAIR = frozenset({Estimator.GUMBEL_SOFTMAX, Estimator.STRAIGHT_THROUGH})
"""Estimators that are computed together, from the same s."""
MOST_KEPT = 2**23
"""Bytes of the fresh draws of a chunk that are kept while t is dragged."""


@dataclass(frozen=True)
class ShownSums(Sums):
    """Sums at one t or several, empty for what is not shown; equal as ``Estimates`` are.

    Attributes:
        pair: two for each t, of Gumbel-softmax and of straight-through.
        rao: one for each t, of Gumbel-Rao.
        rebar: one for each t, of REBAR.
    """

    pair: Estimates
    rao: Estimates
    rebar: Estimates

    def stats(
        self, problem: GradientProblem, parameters: Parameters, t: float, which: int
    ) -> Mapping[Estimator, EstimatorStats]:
        """Return bias and deviation of each estimator at the t ≥ 0 of a place among all."""
        found: dict[Estimator, EstimatorStats] = {}
        if self.pair.sums:
            soft, hard = problem.relaxed_stats(self.pair.pair(which), t)
            both = {Estimator.GUMBEL_SOFTMAX: soft, Estimator.STRAIGHT_THROUGH: hard}
            found |= {e: stat for e, stat in both.items() if e in parameters.shown_estimators}
        if self.rao.sums:
            sums, m = self.rao.sums[which], parameters.samples
            found[Estimator.GUMBEL_RAO] = problem.rao_stats(sums, t, m)
        if self.rebar.sums:
            sums = self.rebar.sums[which]
            found[Estimator.REBAR] = problem.rebar_stats(sums, t, parameters.eta)
        return found


@lru_cache(maxsize=8)  # asked for with each chunk
def as_drawn(parameters: Parameters) -> Parameters:
    """Return parameters in which only what the sums depend on makes a difference.

    Of the estimators that are those that need draws, and their m and η.
    """
    shown = parameters.shown_estimators
    drawn = {e for e in shown if e.is_relaxed} or {Estimator.REINFORCE}
    plain = {
        name: PARAMETERS[name].default
        for name, e in (("samples", Estimator.GUMBEL_RAO), ("eta", Estimator.REBAR))
        if e not in shown
    }
    estimators = tuple(drawn | (PAIR if PAIR & drawn else set()))
    first = next(e for e in Estimator if e in estimators)
    return replace(parameters, estimators=estimators, estimator=first, **plain)


def shown_sums(chunk: Chunk, at: tuple[float, ...]) -> ShownSums:
    """Return the sums at temperatures ≥ 0; those of a chunk are computed once for all plots."""
    drawn = as_drawn(chunk.parameters)
    shown, loss = drawn.shown_estimators, (drawn.loss, drawn.loss_weights)
    none = Estimates(())

    def rao() -> Estimates:
        return _conditional(chunk, at, Estimator.GUMBEL_RAO)

    def rebar() -> Estimates:
        return _conditional(chunk, at, Estimator.REBAR)

    return ShownSums(
        chunk.cached(("pair", loss, at), lambda: estimates_at(chunk, at))
        if PAIR & {*shown}
        else none,
        chunk.cached(("rao", loss, at, drawn.samples), rao)
        if Estimator.GUMBEL_RAO in shown
        else none,
        chunk.cached(("rebar", loss, at, drawn.eta), rebar) if Estimator.REBAR in shown else none,
    )


def _conditional(chunk: Chunk, at: tuple[float, ...], estimator: Estimator) -> Estimates:
    """Return the sums of Gumbel-Rao or of REBAR."""
    now = chunk.parameters
    drawn = Drawn(
        chunk.shifted_scores,
        chunk.classes,
        normalised_logits(now),
        now.p,
        now.loss,
        np.array(now.loss_weights),
        inner_p(now.mistake, now.p),
        now.seed,
        chunk.start,
    )
    # The gaps do not depend on t: a drag of t draws none of them again.
    copies = now.samples if estimator is Estimator.GUMBEL_RAO else 1
    if copies * chunk.shifted_scores.nbytes <= MOST_KEPT and not now.mistake.scores_depend_on_t:

        def fresh() -> FreshGaps:
            return FreshGaps(tuple(drawn.gaps(copy, chunk.work).copy() for copy in range(copies)))

        drawn = replace(drawn, kept=chunk.cached(("fresh_gaps", copies), fresh))
    effective = [effective_temperature(now.mistake, t) for t in at]
    distinct = [*dict.fromkeys(effective)]
    if estimator is Estimator.REBAR:
        sums = rebar_sums(drawn, distinct, now.eta, chunk.work)
    else:
        sums = rao_sums(drawn, distinct, now.samples, chunk.work)
    return Estimates(tuple(sums[distinct.index(t)] for t in effective))


def normalised_logits(parameters: Parameters) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return the logits of the fresh noise (K,): those that noise is added to, Σ exp = 1."""
    logits = parameters.logits
    top = logits.max()
    return np.asarray(logits - top - np.log(np.exp(logits - top).sum()))
