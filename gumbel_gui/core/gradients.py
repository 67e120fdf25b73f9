"""Gradients: of the expected loss exactly, and as estimated from single draws.

The K logits θ_j are free, and p = softmax(θ). A draw has the scores g = ln p + ε, the one-hot
vector y of argmax g, and the relaxed one s = softmax(g / t). A loss f of w gives the expected loss
F = Σ p_k f(e_k). All gradients are with respect to θ, also if a mistake is made.

ln p_j = θ_j − ln Σ exp θ_k differs from θ_j by a constant for all classes, which softmax does not
depend on: through s, the slope by θ_j is that by ln p_j alone. So θ_j is called ln p_j where
it is shown. With noise on p, g = p + ε, each θ_j moves every p_m, by
∂p_m/∂θ_j = p_m (δ_mj − p_j). Functions that need this take p as ``inner``.

Sources:
    Jang, Gu & Poole (2017), Categorical Reparameterization with Gumbel-Softmax, and
    Maddison, Mnih & Teh (2017), The Concrete Distribution: the gradient through s.
    Bengio, Léonard & Courville (2013), Estimating or Propagating Gradients Through Stochastic
    Neurons for Conditional Computation: the straight-through estimator.
    Williams (1992), Simple Statistical Gradient-Following Algorithms for Connectionist
    Reinforcement Learning: REINFORCE and its baseline.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from gumbel_gui.core.arrays import Floats
from gumbel_gui.core.losses import Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.probabilities import Distribution

LEAST_TEMPERATURE = 1e-300
"""A smaller t counts as this one, so that 1/t and moderate multiples of it are finite."""


def divisor(temperature: float, dtype: type[np.floating[Any]] = np.float64) -> float:
    """Return t > 0 limited to what numbers of a type can be divided by without ∞ or NaN."""
    limits: Any = np.finfo(dtype)
    return min(max(temperature, float(limits.tiny), LEAST_TEMPERATURE), float(limits.max))


def inner_p(mistake: Mistake, p: ArrayLike) -> Floats | None:
    """Return p (K,) if the noise is added to it, else None: then slopes have a factor ∂p_m/∂θ_j."""
    return np.array(p, np.float64) if mistake.adds_to_p else None


def through_p(gradients: ArrayLike, p: ArrayLike) -> Floats:
    """Return Σ_m a_m ∂p_m/∂θ_j = p_j (a_j − Σ_m p_m a_m): gradients by θ of gradients a by p.

    A constant in a makes no difference. That of the most probable class is made 0: for any other
    one, p is at most 1/2, so that no digits are lost where p is nearly one-hot.

    Args:
        gradients: a, (K, ...).
        p: (K,).

    Returns:
        (K, ...), summing to 0 over the first axis.
    """
    a, probabilities = np.asarray(gradients, np.float64), np.asarray(p, np.float64)
    a = a - a[probabilities.argmax()]
    shares = column(probabilities, a.ndim)
    return np.asarray(shares * (a - (shares * a).sum(axis=0)))


def jacobian(relaxed: ArrayLike, temperature: float, inner: ArrayLike | None = None) -> Floats:
    """Return ∂s_i/∂θ_j = s_i (δ_ij − s_j) / t, or with ``inner`` its product with that of p.

    The diagonal is minus the sum of the rest of its row: 1 − s_i would lose its digits where s_i
    is nearly 1, which shows at small t.

    Args:
        relaxed: s, (K, ...).
        temperature: t, finite, ≥ 0. At t = 0 all is exactly 0: argmax is constant almost
            everywhere.
        inner: p (K,) if the noise is added to it, see ``inner_p``.

    Returns:
        (K, K, ...), [i, j]; finite; rows, over j, sum to 0.
    """
    s = np.asarray(relaxed, np.float64)
    if temperature == 0:
        return np.zeros((len(s), *s.shape))
    with np.errstate(under="ignore"):
        slopes: Floats = -s[:, None] * s[None, :]
        diagonal = np.arange(len(s))
        slopes[diagonal, diagonal] = 0
        slopes[diagonal, diagonal] = -slopes.sum(axis=1)
        slopes /= divisor(temperature)
        return slopes if inner is None else through_p(slopes.swapaxes(0, 1), inner).swapaxes(0, 1)


def class_losses(loss: Loss, weights: ArrayLike) -> Floats:
    """Return the loss of each class, f(e_k), (K,)."""
    w = np.array(weights, np.float64)
    if loss is Loss.COST:
        return w
    return np.asarray(((np.eye(len(w)) - w[:, None]) ** 2).sum(axis=0))


def slope(loss: Loss, weights: ArrayLike, y: ArrayLike) -> Floats:
    """Return ∂f/∂y_k (K, ...) at a vector y (K, ...)."""
    at = np.asarray(y, np.float64)
    w = column(weights, at.ndim)
    if loss is Loss.COST:
        return np.broadcast_to(w, at.shape).copy()
    return 2 * (at - w)


def expected_loss(p: ArrayLike, losses: ArrayLike) -> float:
    """Return F = Σ p_k f_k of probabilities p (K,) and the losses f (K,) of the classes."""
    return float((np.asarray(p, np.float64) * np.asarray(losses, np.float64)).sum())


def best_loss(p: ArrayLike, losses: ArrayLike) -> float:
    """Return the smallest of the losses (K,) with p (K,) > 0, the infimum of the expected loss.

    p are weights or a distribution, whose p > 0 may be too small for a float.
    """
    return float(np.asarray(losses, np.float64)[np.isfinite(Distribution(p).logs)].min())


def exact_gradient(p: ArrayLike, losses: ArrayLike) -> Floats:
    """Return ∂F/∂θ_j (K,) by enumeration of the classes: p_j (f_j − F)."""
    probabilities, f = np.asarray(p, np.float64), np.asarray(losses, np.float64)
    return np.asarray(probabilities * (f - expected_loss(probabilities, f)))


def pull_back(
    relaxed: ArrayLike, slopes: ArrayLike, temperature: float, inner: ArrayLike | None = None
) -> Floats:
    """Return each draw's gradient Σ_i a_i ∂s_i/∂θ_j = s_j (a_j − Σ_i a_i s_i) / t.

    With ``inner``, this is the gradient by g, and goes on through p.

    With a = f'(s) this is the Gumbel-softmax estimate, the gradient of f(s): unbiased for E[f(s)],
    but biased for F. With a = f'(y) it is the straight-through estimate, which computes f at y
    and differentiates as if y were s. For costs per class f' is the same everywhere, and so
    are the two.

    Args:
        relaxed: s, (K, ...).
        slopes: a, (K, ...).
        temperature: t, finite, ≥ 0; at 0 there is no gradient, it is exactly 0.
        inner: p (K,) if the noise is added to it, see ``inner_p``.

    Returns:
        (K, ...); finite.
    """
    s, a = np.asarray(relaxed, np.float64), np.asarray(slopes, np.float64)
    if temperature == 0:
        return np.zeros(s.shape)
    with np.errstate(under="ignore"):
        gradients: Floats = s * (a - (a * s).sum(axis=0)) / divisor(temperature)
        return gradients if inner is None else through_p(gradients, inner)


def reinforce_table(p: ArrayLike, losses: ArrayLike, baseline: float = 0.0) -> Floats:
    """Return REINFORCE's estimate (f_k − b)(e_k − p) for each class k that can be drawn.

    e_k − p is the gradient of ln p_k by θ. The estimate depends on the class alone. It is unbiased
    for any baseline b that does not depend on the draw, such as b = F, as E[y − p] = 0.

    Args:
        p: (K,).
        losses: f, (K,).
        baseline: b.

    Returns:
        (K, K): row k is the estimate of a draw of class k.
    """
    probabilities = np.asarray(p, np.float64)
    advantages = np.asarray(losses, np.float64) - baseline
    return np.asarray(advantages[:, None] * (np.eye(len(probabilities)) - probabilities))


def column(values: ArrayLike, ndim: int) -> Floats:
    """Return K numbers as an array with ``ndim`` axes, along the first one."""
    return np.asarray(values, np.float64).reshape(-1, *[1] * (ndim - 1))
