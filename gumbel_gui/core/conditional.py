"""Given the winner: laws of the noise, and fresh draws of it, given which class was sampled.

With ε Gumbel noise and g = ln p + ε, e^−g_k is exponential with rate p_k: class k arrives at the
time e^−g_k, and the first to arrive wins. That time W ~ Exp(1) does not depend on who is first;
from it on the others have still to wait as long as ever: X_j / p_j with X_j ~ Exp(1). Hence, given
that class i won, with fresh W and X_j,

    e^−ε_i = p_i W,    e^−ε_j = p_j W + X_j  for j ≠ i,

where nothing cancels, overflows or is divided, however small p is. Any constant may be added to
ln p for scores: then it is in g, and ε is what it was.

Sources:
    Maddison, Tarlow & Minka (2014), A* Sampling: top-down sampling, truncated Gumbels.
    Oberst & Sontag (2019), Counterfactual Off-Policy Evaluation with Gumbel-Max Structural Causal
    Models: the noise given what was seen.
"""

from __future__ import annotations

import numpy as np

from gumbel_gui.core.arrays import Bytes, Floats, Indices, Singles
from gumbel_gui.core.generator import fill_gumbel, fill_uniform
from gumbel_gui.core.gumbel import EULER_GAMMA, Gumbel

_FRESH = 3
"""The first of the keys (k, i) that no other noise of class k uses."""
_LOWEST = -1e300
"""Stands for ln 0 where −∞ would meet −∞: all that depends on it has come to its limit."""


def fresh_exponentials(seed: int, copy: int, start: int, out: Floats) -> None:
    """Fill ``out`` (K, n) with X ~ Exp(1), from draw ``start`` on: the ``copy``-th fresh ones.

    As with the noise, draw i is the i-th number of each class and copy. All are > 0.
    """
    for k, row in enumerate(out):
        fill_uniform(seed, k, _FRESH + copy, start=start, out=row)
    np.negative(np.log(out, out=out), out=out)


def noise_given_winner(log_p: Floats, winners: Bytes | Indices, exponentials: Floats) -> Floats:
    """Return Gumbel noise ε (K, n), drawn given which classes won.

    Args:
        log_p: ln p (K,), Σ p = 1; −∞ for a class that cannot win.
        winners: the classes (n,), each with p > 0.
        exponentials: W and X_j ~ Exp(1), (K, n), > 0; the winner's entry is taken as W.

    Returns:
        finite numbers in double precision; argmax(ln p + ε) is the winner to within rounding.
    """
    place = np.asarray(winners, np.intp)[None]
    first = np.take_along_axis(exponentials, place, axis=0)
    with np.errstate(under="ignore"):
        noise = np.exp(log_p)[:, None] * first
        noise += exponentials
    np.put_along_axis(noise, place, first, axis=0)
    np.negative(np.log(noise, out=noise), out=noise)
    won = np.take_along_axis(noise, place, axis=0) - log_p[place]
    np.put_along_axis(noise, place, won, axis=0)
    return noise


def fresh_noise(seed: int, copy: int, start: int, out: Singles) -> None:
    """Fill ``out`` (K, n) with Gumbel noise −ln X of the X of ``fresh_exponentials``."""
    for k, row in enumerate(out):
        fill_gumbel(seed, k, _FRESH + copy, start=start, out=row)


def gaps_given_winner(log_p: Floats, winners: Bytes | Indices, noise: Singles) -> None:
    """Turn fresh Gumbel noise (K, n) into gaps g − max g, drawn given which classes won.

    The winner's entry stands for the largest score G. The others are Gumbel noise truncated at it:
    g_j = −ln(e^−G + e^−(ln p_j + ε_j)), so that g_j − G = −ln(1 + e^(G − ln p_j − ε_j)).

    Args:
        log_p: ln p (K,), Σ p = 1; −∞ for a class that cannot win, whose gap is −∞.
        winners: the classes (n,), each with p > 0.
        noise: is overwritten; the largest gap of each draw is 0, and the winner's.
    """
    place = np.asarray(winners, np.intp)[None]
    noise -= np.take_along_axis(noise, place, axis=0)
    noise += np.asarray(log_p, np.float32)[:, None]
    rest = np.abs(noise)
    with np.errstate(under="ignore"):
        np.exp(np.negative(rest, out=rest), out=rest)
        np.log(np.add(rest, 1, out=rest), out=rest)
    np.minimum(noise, 0, out=noise)
    noise -= rest
    np.put_along_axis(noise, place, np.float32(0), axis=0)


def rest_of(log_p: Floats) -> Floats:
    """Return 1 − p (K,) of ln p (K,), with all its digits where p is next to 1."""
    p = np.exp(log_p)
    return np.asarray(np.where(np.eye(len(p), dtype=bool), 0, p).sum(axis=1))


def winner_noise_pdf(z: Floats, log_p: Floats) -> Floats:
    """Return the density (K, m) at z (m,) of the noise of each class given that it won.

    It is Gumbel(−ln p_i, 1). Where p is 0 the class never wins, and 0 is returned.
    """
    return np.asarray(Gumbel().pdf(z + log_p[:, None]))


def winner_noise_cdf(z: Floats, log_p: Floats) -> Floats:
    """Return P(ε_i ≤ z | i won), (K, m), of each class at z (m,): exp(−e^−z / p_i)."""
    return np.asarray(Gumbel().cdf(z + log_p[:, None]))


def winner_noise_mean(log_p: Floats) -> Floats:
    """Return E[ε_i | i won] = γ − ln p_i, (K,)."""
    return EULER_GAMMA - log_p


def loser_noise_pdf(z: Floats, log_p: Floats) -> Floats:
    """Return the density (K, m) at z (m,) of the noise of each class given that it lost.

    Whichever other class won, it is e^(−z − e^−z) (1 − e^(−(1 − p_j) e^−z / p_j)) / (1 − p_j).
    For a class with p = 1, which never loses, this is its limit.
    """
    return np.asarray(Gumbel().pdf(z) * _waiting(z, log_p))


def loser_noise_cdf(z: Floats, log_p: Floats) -> Floats:
    """Return P(ε_j ≤ z | j lost), (K, m), of each class at z (m,).

    It is [e^(−y) − p_j e^(−y / p_j)] / (1 − p_j) with y = e^−z, without its cancellation.
    """
    with np.errstate(under="ignore"):
        return np.asarray(Gumbel().cdf(z) * (1 + np.exp(log_p)[:, None] * _waiting(z, log_p)))


def loser_noise_mean(log_p: Floats) -> Floats:
    """Return E[ε_j | j lost] = γ + p_j ln p_j / (1 − p_j), (K,); its limit γ − 1 at p_j = 1."""
    rest, p = rest_of(log_p), np.exp(log_p)
    logs = np.where(rest < 0.5, np.log1p(-np.minimum(rest, 0.5)), log_p)  # of all its digits
    product = np.multiply(p, logs, out=np.zeros(len(p)), where=p > 0)
    limit = np.full(len(p), -1.0)
    return np.asarray(EULER_GAMMA + np.divide(product, rest, out=limit, where=rest > 0))


def loser_score_pdf(x: Floats, log_p: Floats) -> Floats:
    """Return the density (K, m) at x (m,) of each class's score g_j given that it lost.

    0 for a class with p = 0, whose score is −∞.
    """
    low = np.maximum(log_p, _LOWEST)
    return loser_noise_pdf(x - low[:, None], low)


def loser_score_cdf(x: Floats, log_p: Floats) -> Floats:
    """Return P(g_j ≤ x | j lost), (K, m): [e^(−p_j e^−x) − p_j e^(−e^−x)] / (1 − p_j)."""
    low = np.maximum(log_p, _LOWEST)
    return loser_noise_cdf(x - low[:, None], low)


def winner_uniform_pdf(u: Floats, log_p: Floats) -> Floats:
    """Return the density u^(1/p_i − 1) / p_i, (K, m), at u (m,) in (0, 1), see below."""
    low = np.maximum(log_p, _LOWEST)[:, None]
    with np.errstate(over="ignore", under="ignore"):
        return np.asarray(np.exp(np.log(u) * np.expm1(-low) - low))


def winner_uniform_cdf(u: Floats, log_p: Floats) -> Floats:
    """Return P(x_i ≤ u | i won) = u^(1/p_i), (K, m), at u (m,) in (0, 1); ε = −ln(−ln x)."""
    with np.errstate(over="ignore", under="ignore"):
        return np.asarray(np.exp(np.log(u) * np.exp(-log_p)[:, None]))


def _waiting(z: Floats, log_p: Floats) -> Floats:
    """Return (1 − e^(−(1 − p) y)) / (1 − p) with y = e^−z / p, (K, m): its limit y at p = 1."""
    rest = rest_of(log_p)[:, None]
    with np.errstate(over="ignore", under="ignore"):
        y = np.exp(np.minimum(-z - log_p[:, None], 709.0))
        return np.divide(-np.expm1(-rest * y), rest, out=y, where=rest > 0)
