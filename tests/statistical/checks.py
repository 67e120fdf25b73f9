"""Statistical checks: each of one false-alarm rate, and what it catches in 90 % of cases.

A test that compares random draws with a law calls these functions. They compute for themselves how
often they alarm though all is right, and the smallest bias that they catch in 90 % of cases, and
``STATISTICS.md`` lists that for every test: see ``table.py``. ``Check.of`` collects them meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.optimize
import scipy.stats

LEVEL = 1e-7
"""How often a single check alarms though all is right: small enough for some thousands of them."""
POWER = 0.9
Z_POWER = float(scipy.stats.norm.ppf(POWER))


@dataclass(frozen=True)
class Check:
    """What was checked at once.

    Attributes:
        what: the kind of check.
        rate: how often it alarms though all is right.
        bias: the smallest that is caught in 90 % of cases, in the unit of the kind.
    """

    what: str
    rate: float
    bias: float


made: list[Check] = []
"""All checks of this process, in their order; ``table.py`` takes those of a test."""


def means(
    values: Any,
    exact: Any,
    errors: Any,
    *,
    slack: Any = 0.0,
    what: str = "mean",
    freedom: Any = None,
) -> None:
    """Compare means with what they are to be, by their standard errors.

    Args:
        values, exact, errors: of any shape that broadcasts; where an error is 0 nothing scatters.
        slack: by how much they may differ for other reasons than chance, such as rounding.
        what: the quantity, for the table.
        freedom: degrees of freedom, if errors are those of few draws; else they count as known.
    """
    values, exact, errors, slack = np.broadcast_arrays(values, exact, errors, slack)
    law = scipy.stats.norm if freedom is None else scipy.stats.t(freedom)
    limit = float(law.isf(LEVEL / 2))
    random = errors > 0
    bias = (limit + Z_POWER) * errors + slack
    made.append(Check(what, int(random.sum()) * LEVEL, float(bias.max(initial=0))))
    apart = np.abs(np.subtract(values, exact))
    wrong = ~(apart <= limit * errors + slack)
    assert not wrong.any(), (
        f"{wrong.sum()} of {wrong.size} are off by more than {limit:.2f} standard errors: "
        f"{values[wrong][:5]}, not {exact[wrong][:5]}, with errors of {errors[wrong][:5]}"
    )


def correlations(values: Any, n: int) -> None:
    """Check that correlations of so many independent pairs are 0."""
    means(values, 0.0, n**-0.5, what="correlation")


def follows(values: Any, law: str | Callable[..., Any]) -> None:
    """Check by Kolmogorov & Smirnov that values have a distribution function."""
    values = np.asarray(values, np.float64).ravel()
    found = scipy.stats.kstest(values, law)
    # At the place of the largest distance the share scatters by at most 1 / (2 √n).
    limit = scipy.stats.kstwo.isf(LEVEL, len(values))
    made.append(Check("cdf", LEVEL, min(float(limit + Z_POWER / 2 / len(values) ** 0.5), 1.0)))
    assert found.pvalue > LEVEL, f"their law is another: {found}"


def counts(found: Any, expected: Any, *, freedom: int | None = None) -> None:
    """Compare counts of cells with what is expected, by Pearson's chi-square.

    The bias is √(Σ (q − p)² / p), of shares q instead of p.

    Args:
        found, expected: of each cell; cells that expect few have to be pooled before.
        freedom: one less than there are cells, if the expected are not of all draws.
    """
    found, expected = np.asarray(found, np.float64), np.asarray(expected, np.float64)
    freedom = len(found) - 1 if freedom is None else freedom
    statistic = float(((found - expected) ** 2 / expected).sum())
    p_value = float(scipy.stats.chi2.sf(statistic, freedom))
    made.append(Check("shares, by chi-square", LEVEL, _distance(freedom) / expected.sum() ** 0.5))
    assert p_value > LEVEL, f"p-value {p_value}: {found}, not {expected}"


def _distance(freedom: int) -> float:
    """Return the root of the noncentrality that chi-square catches."""
    limit = scipy.stats.chi2.isf(LEVEL, freedom)

    def lacks(root: float) -> float:
        return float(scipy.stats.ncx2.sf(limit, freedom, root**2)) - POWER

    return float(scipy.optimize.brentq(lacks, 1e-3, 5 * limit**0.5))


def happens(found: Any, n: int, chance: Any) -> None:
    """Compare how often something happened in n trials with its probability, exactly."""
    for k, p in np.broadcast(found, np.minimum(chance, 1.0)):
        low, high = _allowed(n, float(p), LEVEL / 2)
        made.append(Check("share", LEVEL * (0 < p < 1), _caught(n, float(p), low, high)))
        assert low <= k <= high, f"{k} of {n}, allowed are {low} to {high} for {p}"


def at_least(found: int, n: int, chance: float, what: str = "coverage") -> None:
    """Check that something happens with this probability or more."""
    if n == 0:
        return
    low, _ = _allowed(n, chance, LEVEL)
    bias = chance - float(scipy.stats.beta.ppf(1 - POWER, low, n - low + 1)) if low else chance
    made.append(Check(what, LEVEL, bias))
    assert found >= low, f"{found} of {n}, {low} or more are expected for {chance}"


def at_most(found: int, n: int, chance: float, what: str = "coverage") -> None:
    """Check that something happens with this probability or less."""
    at_least(n - found, n, 1 - chance, what)


def _allowed(n: int, p: float, level: float) -> tuple[int, int]:
    """Return the fewest and the most of n that are not an alarm, at this level on each side."""
    if p in (0.0, 1.0):
        return int(n * p), int(n * p)
    law = scipy.stats.binom(n, p)
    return int(law.ppf(level)), int(law.isf(level))


def _caught(n: int, p: float, low: int, high: int) -> float:
    """Return by how much a probability has to be off, to either side, where that is possible."""
    # More than high in 90 %, or fewer than low: quantiles of beta laws.
    above = float(scipy.stats.beta.ppf(POWER, high + 1, n - high)) if high < n else 1.0
    below = float(scipy.stats.beta.ppf(1 - POWER, low, n - low + 1)) if low > 0 else 0.0
    return max((above - p) * (high < n), (p - below) * (low > 0))
