"""Annealing: a temperature that falls from step to step, t(i) = max(t_min, t₀·exp(−r·i)).

The schedule is the one of E. Jang, S. Gu and B. Poole, Categorical Reparameterization with
Gumbel-Softmax (2017), section 4. Written as (t₀, r, t_min): 0.01 ≤ t_min ≤ t₀ ≤ 100 and
0.0001 ≤ r ≤ 10 (checked by ``Parameters``).
"""

from __future__ import annotations

import math

LOWEST, HIGHEST = 0.01, 100.0
SMALLEST_RATE, LARGEST_RATE = 0.0001, 10.0
MAX_LENGTH = 100_000
"""More steps than any allowed schedule takes: ln(100 / 0.01) / 0.0001 is 92,104."""

Schedule = tuple[float, float, float]
"""t₀, r and t_min."""


def schedule_temperature(schedule: Schedule, step: int) -> float:
    """Return t(i) at step i ≥ 0."""
    start, rate, end = schedule
    return max(end, start * math.exp(-rate * step))


def schedule_length(schedule: Schedule) -> int:
    """Return the first step i ≥ 1 at which t(i) has reached t_min, at most 100,000."""
    start, rate, end = schedule
    length = min(max(math.ceil(math.log(start / end) / rate), 1), MAX_LENGTH)
    # The logarithm is rounded: where it is a whole number of steps, it may be one too few or many.
    if schedule_temperature(schedule, length) > end:
        return min(length + 1, MAX_LENGTH)
    if length > 1 and schedule_temperature(schedule, length - 1) <= end:
        return length - 1
    return length
