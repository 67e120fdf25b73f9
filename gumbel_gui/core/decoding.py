"""Decoding as language models do it: temperature T, top-k, top-p and min-p, in a chosen order.

Each step is what the logits warper of its kind does in the library ``transformers``
(``generation/logits_process.py``), but in double precision: a threshold that a vector meets exactly
is met. A sample of what is left, q, is argmax(ln q + ε) with Gumbel noise ε.

Sources:
    Fan, Lewis & Dauphin (2018), Hierarchical Neural Story Generation: top-k.
    Holtzman, Buys, Du, Forbes & Choi (2020), The Curious Case of Neural Text Degeneration: top-p.
    Nguyen et al. (2024), Turning Up the Heat: Min-p Sampling: min-p.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache, partial

import numpy as np

from gumbel_gui.core.arrays import Booleans, Floats
from gumbel_gui.core.parameters import Parameters
from gumbel_gui.core.probabilities import LARGEST_GAP, Distribution, log_sum

ROUNDING = 1e-14
"""How far a sum of shares or a ratio may be off its threshold and still meet it."""


@dataclass(frozen=True)
class Decoded:
    """What decoding leaves of p.

    Attributes:
        law: q, the K probabilities that are sampled.
        cut_by: the step that cut each class away, "" for those that are kept or have p = 0, (K,).
    """

    law: Distribution
    cut_by: tuple[str, ...]

    @property
    def kept(self) -> Booleans:
        """Which classes are left, (K,)."""
        return np.array(self.law.logs) > -np.inf


def decoded(parameters: Parameters) -> Decoded:
    """Return what decoding leaves of the parameters' p (cached)."""
    return decode(
        Distribution(parameters.probabilities),
        parameters.decoding_temperature,
        parameters.keep_top,
        parameters.keep_mass,
        parameters.keep_ratio,
        parameters.filter_order,
    )


@lru_cache(maxsize=8)
def sampled_after(parameters: Parameters) -> Parameters:
    """Return the same parameters, mistake and all, with q in place of p."""
    return replace(parameters, probabilities=decoded(parameters).law)


@lru_cache(maxsize=8)
def decode(
    p: Distribution,
    temperature: float = 1.0,
    top: int = 0,
    mass: float = 1.0,
    ratio: float = 0.0,
    order: tuple[str, ...] = ("T", "top-k", "top-p", "min-p"),
) -> Decoded:
    """Return what is left of p after four steps, each of what the step before it has left.

    Args:
        p: (K,).
        temperature: T ≥ 0; q ∝ p^(1/T), and 0 leaves the first of the most probable classes.
        top: k ≥ 0; leaves the k most probable classes, and those as probable as the last of them.
            0 leaves all.
        mass: of top-p, 0 … 1; leaves the fewest classes that have this share together, the most
            probable ones, at least one. Of equal ones the later are left, as by ``transformers``.
        ratio: of min-p, 0 … 1; leaves the classes with at least this share of the largest p.
        order: of "T", "top-k", "top-p" and "min-p", each once.
    """
    steps: dict[str, Callable[[Floats], Floats]] = {
        "T": partial(_tempered, temperature=temperature),
        "top-k": partial(_largest, top=top),
        "top-p": partial(_mass, mass=mass),
        "min-p": partial(_ratio, ratio=ratio),
    }
    logs = np.array(p.logs)
    cut_by = [""] * len(logs)
    for name in order:
        before, logs = logs, steps[name](logs)
        for k in np.flatnonzero((before > -np.inf) & (logs == -np.inf)).tolist():
            cut_by[k] = name
    # Where nothing has changed, q is p to the bit: no draw is of another class then.
    same = np.array_equal(logs, p.logs)
    return Decoded(p if same else Distribution.from_logits(logs.tolist()), tuple(cut_by))


def _tempered(logs: Floats, temperature: float) -> Floats:
    if temperature == 1:
        return logs
    behind = logs - logs.max()
    if temperature == 0:
        return _only(logs, np.arange(len(logs)) == behind.argmax())
    with np.errstate(over="ignore"):
        return np.where(behind > -np.inf, np.maximum(behind / temperature, -LARGEST_GAP), -np.inf)


def _largest(logs: Floats, top: int) -> Floats:
    return _only(logs, logs >= np.sort(logs)[-top]) if 0 < top < len(logs) else logs


def _mass(logs: Floats, mass: float) -> Floats:
    if mass == 1:
        return logs
    order = np.argsort(logs, kind="stable")
    shares = np.exp(logs[order] - log_sum(logs))
    cut = order[:-1][np.cumsum(shares)[:-1] <= 1 - mass + ROUNDING]
    return _only(logs, ~np.isin(np.arange(len(logs)), cut))


def _ratio(logs: Floats, ratio: float) -> Floats:
    if ratio == 0:
        return logs
    return _only(logs, logs - logs.max() >= math.log(ratio) - ROUNDING)


def _only(logs: Floats, kept: Booleans) -> Floats:
    return np.where(kept, logs, -np.inf)
