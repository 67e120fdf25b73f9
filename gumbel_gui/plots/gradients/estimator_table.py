"""Gradient estimators as columns of a table: bias, deviation and error at several t, and costs."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import fields

import numpy as np

from gumbel_gui.core.evaluations import evaluations
from gumbel_gui.core.gradient_stats import EstimatorStats
from gumbel_gui.core.losses import Estimator
from gumbel_gui.language import tr
from gumbel_gui.plots.gradients.estimator_key import estimator_phrase
from gumbel_gui.plots.table import Column


def estimator_columns(
    paths: Mapping[Estimator, Mapping[float, EstimatorStats]],
    stats: Mapping[Estimator, EstimatorStats],
    temperatures: Sequence[float],
    samples: int,
) -> tuple[Column, ...]:
    """Return the columns, with NaN where too few draws contribute.

    Args:
        paths: of the estimators that depend on t, by t, where enough draws contribute.
        stats: of all estimators at the present t.
        temperatures: of the rows of each estimator that depends on t; others have one, with t NaN.
        samples: m, on which the cost of leave-one-out depends.
    """
    rows: list[tuple[Estimator, float, EstimatorStats | None]] = []
    for each, stat in stats.items():
        if each in paths:
            rows += [(each, t, paths[each].get(t)) for t in temperatures]
        else:
            rows.append((each, math.nan, stat if stat.enough else None))
    words = {"bias": tr("bias"), "deviation": tr("SD"), "error": tr("RMSE")}
    for name in ("bias", "deviation", "error"):
        words[f"{name}_low"] = tr("{name}, low", name=words[name])
        words[f"{name}_high"] = tr("{name}, high", name=words[name])
    words["effective_size"] = tr("worth in draws")
    costs = [evaluations(each, samples) for each, _, _ in rows]
    return (
        Column("estimator", tuple(estimator_phrase(each) for each, _, _ in rows), tr("estimator")),
        Column("temperature", np.array([t for _, t, _ in rows]), tr("temperature t")),
        *(
            Column(
                each.name,
                np.array([getattr(stat, each.name) if stat else math.nan for *_, stat in rows]),
                words[each.name],
            )
            for each in fields(EstimatorStats)
        ),
        Column("losses", np.array([each.losses for each in costs]), tr("evaluations of f")),
        Column("slopes", np.array([each.slopes for each in costs]), tr("evaluations of f′")),
    )
