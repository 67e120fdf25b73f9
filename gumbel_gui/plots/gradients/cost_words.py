"""The price list in words: which estimator has the least error, and the table of all."""

from __future__ import annotations

import math

import numpy as np

from gumbel_gui.core.arrays import Whole
from gumbel_gui.core.estimates import Estimate, certain
from gumbel_gui.core.evaluations import evaluations
from gumbel_gui.core.losses import Estimator
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.language import listed, tr
from gumbel_gui.plots.gradients.cost_numbers import CostNumbers, Error, Price
from gumbel_gui.plots.gradients.estimator_key import estimator_phrase
from gumbel_gui.plots.table import Column, Quantity, Table, stacked
from gumbel_gui.plots.words.estimates import estimated
from gumbel_gui.plots.words.mistakes import exactness
from gumbel_gui.plots.words.text import count, sentences

MOST = 3
"""Estimators that are named where they cannot be told apart; of more, it is said how many."""
NUMBERS = ("bias", "bias_low", "bias_high", "deviation", "deviation_low", "deviation_high")


def cost_caption(numbers: CostNumbers, parameters: Parameters) -> str:
    """Return which estimator has the least error for N evaluations, if that can be told."""
    n, chosen = parameters.evaluations, parameters.estimator
    errors, best = numbers.errors(n), numbers.best(n)
    told = {e: _written(each, parameters) for e, each in errors.items()}
    same, own, unknown = _equal(best, errors), "", ""
    if chosen in told and chosen not in (best if same else best[:1]):
        words = {"name": estimator_phrase(chosen), "error": told[chosen]}
        own = tr("The chosen one, {name}, has {error}.", **words)
    if numbers.unknown:
        names = listed(estimator_phrase(each) for each in numbers.unknown)
        unknown = tr("Too little is known of {names}.", names=names)
    return sentences(_least(best, told, n, same=same), own, unknown)


def _equal(best: tuple[Estimator, ...], errors: dict[Estimator, Error]) -> bool:
    """Return whether the least errors are exact, and so equal."""
    return all(errors[each].exact for each in best)


def _least(best: tuple[Estimator, ...], told: dict[Estimator, str], n: int, *, same: bool) -> str:
    """Return which estimators have the least error, or which of them may have it."""
    words = {"n": count(n)}
    if not best:
        return tr("N = {n} evaluations of f and f′ pay for no draw whose error is known.", **words)
    names, rest = [estimator_phrase(each) for each in best], len(best) - 1
    words |= {"name": names[0], "error": told[best[0]]}
    if not rest:
        return tr(
            "For N = {n} evaluations of f and f′, {name} has the least error of those shown: "
            "{error}.",
            **words,
        )
    if same:
        some = tr("{name} and {rest} others", name=names[0], rest=rest)
        words["names"] = listed(names) if len(best) <= MOST else some
        return tr(
            "For N = {n} evaluations of f and f′, the least error of those shown is {error}, that "
            "of {names}.",
            **words,
        )
    if len(best) <= MOST:
        each = (tr("{name} {value}", name=estimator_phrase(e), value=told[e]) for e in best)
        return tr(
            "For N = {n} evaluations of f and f′, the least error is that of one of these, which "
            "cannot be told apart: {names}.",
            n=words["n"],
            names=listed(each),
        )
    return tr(
        "For N = {n} evaluations of f and f′, {name} with {error} cannot be told from {rest} "
        "others.",
        rest=rest,
        **words,
    )


def _written(error: Error, parameters: Parameters) -> str:
    """Return an error with its interval, or as exact."""
    if error.exact:
        value, exact = estimated(certain(error.value)), exactness(parameters.mistake)
        return tr("{value} ({exact})", value=value, exact=exact)
    return estimated(Estimate(error.value, error.low, error.high))


def cost_table(numbers: CostNumbers, draws: int, parameters: Parameters, budgets: Whole) -> Table:
    """Return a row for each shown estimator at N, and then one for each at other N."""
    shown, n = parameters.shown_estimators, parameters.evaluations
    rows = [(each, n) for each in shown]
    rows += [(each, budget) for budget in budgets.tolist() for each in numbers.prices]
    best = {budget: numbers.best(budget) for budget in {n, *budgets.tolist()}}
    errors = {budget: numbers.errors(budget) for budget in best}
    words = {"bias": tr("bias"), "deviation": tr("SD"), "error": tr("RMSE")}
    for name in tuple(words):
        words[f"{name}_low"] = tr("{name}, low", name=words[name])
        words[f"{name}_high"] = tr("{name}, high", name=words[name])
    return Table(
        stacked(
            (
                *_error_columns(rows[: len(shown)], errors, best, words),
                *_listed(numbers, parameters, words),
            ),
            _error_columns(rows[len(shown) :], errors, best, words),
        ),
        (
            Quantity("evaluations", n, words=tr("evaluations N")),
            Quantity("draws", draws),
            Quantity("others", max(len(best[n]) - 1, 0), words=tr("not told from the best")),
            *(
                Quantity(
                    f"error_{each.value.replace('-', '_')}",
                    *(error.value, error.low, error.high),
                    words=tr("RMSE, {name}", name=estimator_phrase(each)),
                )
                for each, error in errors[n].items()
            ),
        ),
    )


def _listed(
    numbers: CostNumbers, parameters: Parameters, words: dict[str, str]
) -> tuple[Column, ...]:
    """Return what each shown estimator costs, and its numbers."""
    shown = parameters.shown_estimators
    prices = [numbers.prices.get(each) for each in shown]
    costs = [evaluations(each, parameters.samples) for each in shown]
    return (
        Column("losses", np.array([each.losses for each in costs]), tr("evaluations of f")),
        Column("slopes", np.array([each.slopes for each in costs]), tr("evaluations of f′")),
        *(
            Column(
                name,
                np.array([getattr(p.stats, name) if p else math.nan for p in prices]),
                words[name],
            )
            for name in NUMBERS
        ),
        Column(
            "known",
            tuple(_known(p, parameters) for p in prices),
            tr("how known"),
        ),
    )


def _known(price: Price | None, parameters: Parameters) -> str:
    if price is None:
        return tr("unknown")
    return exactness(parameters.mistake) if price.stats.exact else tr("from draws")


def _error_columns(
    rows: list[tuple[Estimator, int]],
    errors: dict[int, dict[Estimator, Error]],
    best: dict[int, tuple[Estimator, ...]],
    words: dict[str, str],
) -> tuple[Column, ...]:
    """Return the error of estimators for numbers of evaluations, NaN where there is none."""
    found = [errors[n].get(each) for each, n in rows]
    sure = {n: len(names) == 1 or _equal(names, errors[n]) for n, names in best.items()}
    ranks = [
        (tr("best") if sure[n] else tr("perhaps best")) if each in best[n] else ""
        for each, n in rows
    ]
    return (
        Column("estimator", tuple(estimator_phrase(each) for each, _ in rows), tr("estimator")),
        Column("evaluations", np.array([n for _, n in rows], np.int64), tr("evaluations N")),
        *(
            Column(
                f"error{end}",
                np.array([getattr(e, name) if e else math.nan for e in found]),
                words[f"error{end}"],
            )
            for end, name in (("", "value"), ("_low", "low"), ("_high", "high"))
        ),
        Column("best", tuple(ranks), tr("least error")),
    )
