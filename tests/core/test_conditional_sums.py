"""Gumbel-Rao and REBAR against complex steps, straight-through, and what the papers say of them.

The slopes are those of the complex step: Im f(θ + ih) / h has no rounding but that of f itself.
"""

from functools import cache

import numpy as np
import pytest

from gumbel_gui.core.conditional import fresh_noise
from gumbel_gui.core.conditional_sums import Drawn, rao_sums, rebar_sums
from gumbel_gui.core.gradients import class_losses, exact_gradient, pull_back, slope
from gumbel_gui.core.losses import Loss, default_weights
from gumbel_gui.core.parameters import NOTE_PROBABILITIES
from gumbel_gui.core.probabilities import Distribution, softmax
from gumbel_gui.core.sampling import relax
from gumbel_gui.core.workspace import Workspace
from tests.statistical import checks

NOTE = tuple(np.array(NOTE_PROBABILITIES) / sum(NOTE_PROBABILITIES))
VECTORS = {
    "2": (0.3, 0.7),
    "5": NOTE,
    "64": tuple(np.arange(1.0, 65) / (32 * 65)),
    "tiny": (0.6, 0.4, 1e-300, 0.0),
}
TEMPERATURES = (0.05, 0.5, 1, 5, 20, 40)
N, SEED = 300, 7
each_loss = pytest.mark.parametrize("loss", Loss)
each_vector = pytest.mark.parametrize("name", VECTORS)


def weights_of(loss, classes):
    rng = np.random.default_rng(classes)
    return rng.normal(size=classes) if loss is Loss.COST else rng.dirichlet(np.ones(classes))


def drawn_of(p, loss, weights, n=N, start=0, inner=False, seed=1):
    """Draws of p, made by NumPy's own Gumbel noise."""
    logits = np.array(p) if inner else np.array(Distribution(p).logs)
    rng = np.random.default_rng([seed, start])
    g = (logits[:, None] + rng.gumbel(size=(len(p), n))).astype(np.float32)
    log_q = logits - np.log(np.exp(logits - logits.max()).sum()) - logits.max()
    shifted, classes = g - g.max(axis=0), g.argmax(axis=0).astype(np.uint8)
    given = np.array(p) if inner else None
    return Drawn(shifted, classes, log_q, np.array(p), loss, np.array(weights), given, SEED, start)


def fresh(drawn, copy):
    """The fresh noise of a copy, in double precision."""
    noise = np.empty(drawn.shifted.shape, np.float32)
    fresh_noise(SEED, copy, drawn.start, noise)
    return noise.astype(np.float64)


def scores_given(drawn, noise, theta):
    """g̃ (K, n) as the formulas say, of logits θ (K,), which may be complex."""
    place = drawn.classes.astype(int)[None]
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        top = np.log(np.exp(theta).sum()) + np.take_along_axis(noise, place, axis=0)
        each = -np.log(np.exp(-top) + np.exp(-(theta[:, None] + noise)))
    each[np.isneginf(theta.real)] = -np.inf
    each = np.array(each, np.result_type(theta, np.float64))
    np.put_along_axis(each, place, top, axis=0)
    return each


def soft(scores, t):
    """softmax(g / t), also of complex g."""
    with np.errstate(invalid="ignore", under="ignore"):
        z = np.exp((scores - scores.real.max(axis=0)) / t)
    z[np.isneginf(scores.real)] = 0
    return z / z.sum(axis=0)


def f_of(loss, weights, y):
    w = np.array(weights)[:, None]
    return (w * y).sum(axis=0) if loss is Loss.COST else ((y - w) ** 2).sum(axis=0)


def by_complex_step(function, theta):
    """∂/∂θ_l of function(θ) (n,), for all l: (K, n)."""
    columns = []
    for k in range(len(theta)):
        moved = theta.astype(complex)
        if np.isfinite(theta[k]):
            moved[k] += 1e-30j
        columns.append(function(moved).imag / 1e-30)
    return np.array(columns)


def rao_reference(drawn, t, m, theta):
    y = np.eye(len(theta))[drawn.classes].T
    a = slope(drawn.loss, drawn.weights, y)
    fixed = [scores_given(drawn, fresh(drawn, copy), theta) for copy in range(m)]
    # The noise is held fixed: only ln p moves, by which g moves alike.
    with np.errstate(invalid="ignore"):
        each = [pull_back(relax(g, t), a, t) for g in fixed]
    return np.mean(each, axis=0)


def rebar_reference(drawn, t, eta, theta):
    loss, w, noise = drawn.loss, drawn.weights, fresh(drawn, 0)
    own = drawn.shifted.astype(np.float64)
    start = np.where(np.isfinite(theta), theta, 0)

    def of_own(moved):
        return f_of(loss, w, soft(own + (moved - start)[:, None], t))

    def of_fresh(moved):
        return f_of(loss, w, soft(scores_given(drawn, noise, moved), t))

    y = np.eye(len(theta))[drawn.classes].T
    advantage = f_of(loss, w, y) - eta * f_of(loss, w, soft(scores_given(drawn, noise, theta), t))
    score = y - np.array(drawn.p)[:, None]
    return advantage * score + eta * (
        by_complex_step(of_own, theta) - by_complex_step(of_fresh, theta)
    )


def assert_sums_of(found, estimates, rtol):
    q = ((estimates - estimates.mean(axis=1, keepdims=True)) ** 2).sum(axis=0)
    scale = np.abs(estimates).sum(axis=1).max() + 1e-300
    assert found.count == estimates.shape[1]
    np.testing.assert_allclose(found.total, estimates.sum(axis=1), atol=rtol * scale)
    assert found.scatter == pytest.approx(q.sum(), rel=10 * rtol, abs=1e-12 * scale**2)
    assert found.fourth == pytest.approx((q**2).sum(), rel=20 * rtol, abs=1e-12 * scale**4)


@each_vector
@each_loss
def test_gumbel_rao_is_the_mean_over_fresh_draws_of_straight_through(name, loss):
    p = VECTORS[name]
    drawn = drawn_of(p, loss, weights_of(loss, len(p)))
    theta = np.array(Distribution(p).logs)
    for m in (1, 3):
        for t, found in zip(
            TEMPERATURES, rao_sums(drawn, TEMPERATURES, m, Workspace()), strict=True
        ):
            assert_sums_of(found, rao_reference(drawn, t, m, theta), 2e-6 * max(1, 1 / t))


@pytest.mark.sweep(8)
@each_vector
@each_loss
@pytest.mark.parametrize("eta", [1.0, 0.0, 0.4, 3.0])
def test_rebar_is_what_complex_steps_of_both_terms_give(name, loss, eta):
    p = VECTORS[name]
    drawn = drawn_of(p, loss, weights_of(loss, len(p)))
    theta = np.array(Distribution(p).logs)
    for t, found in zip(
        TEMPERATURES, rebar_sums(drawn, TEMPERATURES, eta, Workspace()), strict=True
    ):
        assert_sums_of(found, rebar_reference(drawn, t, eta, theta), 3e-6 * max(1, 1 / t))


@each_loss
@pytest.mark.parametrize("t", [0.3, 2])
def test_with_noise_on_p_slopes_go_through_p(loss, t):
    """What is differentiated is softmax(θ), added to noise; p itself is what ∇ln p is of."""
    drawn, theta = drawn_of(NOTE, loss, weights_of(loss, 5), inner=True), np.log(NOTE)

    def through(gradients):
        p = np.array(NOTE)[:, None]
        return p * (gradients - (p * gradients).sum(axis=0))

    rao = rao_sums(drawn, [t], 2, Workspace())[0]
    assert_sums_of(rao, through(rao_reference(drawn, t, 2, np.array(NOTE))), 1e-5)
    all_of_it = rebar_reference(drawn, t, 1.0, np.array(NOTE))
    alone = rebar_reference(drawn, 1e9, 0.0, np.array(NOTE))
    noise = fresh(drawn, 0)
    f = f_of(loss, drawn.weights, soft(scores_given(drawn, noise, np.array(NOTE)), t))
    y = np.eye(5)[drawn.classes].T
    by_class = alone - f * (y - np.array(NOTE)[:, None])
    expected = by_class + through(all_of_it - by_class)
    assert_sums_of(rebar_sums(drawn, [t], 1.0, Workspace())[0], expected, 1e-5)
    assert softmax(NOTE) == pytest.approx(np.exp(drawn.log_q))
    assert theta.shape == (5,)


def test_fresh_noise_does_not_depend_on_how_draws_are_cut():
    loss, p = Loss.DISTANCE, NOTE
    w = default_weights(loss, 5)
    whole = drawn_of(p, loss, w, n=1000)
    rows = [slice(0, 1), slice(1, 700), slice(700, 1000)]
    parts = [
        Drawn(
            *(whole.shifted[:, row], whole.classes[row], whole.log_q, whole.p, loss),
            *(whole.weights, None, SEED, row.start),
        )
        for row in rows
    ]
    for sums in (
        lambda d: rao_sums(d, [0.5], 3, Workspace()),
        lambda d: rebar_sums(d, [0.5], 1.0, Workspace()),
    ):
        one, *others = (sums(part)[0] for part in parts)
        added, expected = sum(others, one), sums(whole)[0]
        np.testing.assert_allclose(added.total, expected.total, rtol=1e-5)
        assert added.scatter == pytest.approx(expected.scatter, rel=1e-5)


@each_vector
@each_loss
def test_nothing_overflows_at_any_temperature(name, loss):
    p = VECTORS[name]
    for w in (weights_of(loss, len(p)), np.linspace(-1000, 1000, len(p)), np.zeros(len(p))):
        drawn = drawn_of(p, loss, w)
        temperatures = (0.0, 1e-300, 1e-30, 1e-6, 29.9, 30, 1e6, 1e7, 1e300)
        every = rao_sums(drawn, temperatures, 2, Workspace())
        for eta in (0.0, 1.0, 10.0):
            every += rebar_sums(drawn, temperatures, eta, Workspace())
        for sums in every:
            assert np.isfinite([*sums.total, sums.scatter, sums.fourth]).all()
            assert sums.total.sum() == pytest.approx(
                0, abs=1e-4 * np.abs(sums.total).sum() + 1e-300
            )


@each_loss
def test_at_zero_one_has_no_slope_and_the_other_is_a_share_of_reinforce(loss):
    drawn = drawn_of(NOTE, loss, weights_of(loss, 5))
    assert not rao_sums(drawn, [0.0], 4, Workspace())[0].total.any()
    y = np.eye(5)[drawn.classes].T
    plain = f_of(loss, drawn.weights, y) * (y - np.array(NOTE)[:, None])
    for eta in (0.0, 0.3, 1.0):
        assert_sums_of(rebar_sums(drawn, [0.0], eta, Workspace())[0], (1 - eta) * plain, 1e-6)


def test_a_small_deviation_keeps_its_digits_at_large_t():
    """For costs per class it is in proportion to 1/t², where 1/t of the mean is the same in all."""
    drawn = drawn_of(NOTE, Loss.COST, weights_of(Loss.COST, 5))
    temperatures = (1e4, 1e5, 1e6, 1e8, 1e12)
    found = rao_sums(drawn, temperatures, 2, Workspace())
    scaled = [sums.scatter * t**4 for t, sums in zip(temperatures, found, strict=True)]
    assert scaled == pytest.approx([scaled[0]] * 5, rel=1e-3)


# What is known of them.


@cache
def note_sums(t, samples, chunks=8):
    """The sums of ST-GS, Gumbel-Rao for each m, and REBAR, of 2¹⁹ draws of the note's p."""
    w, found = default_weights(Loss.DISTANCE, 5), []
    for i in range(chunks):
        drawn = drawn_of(NOTE, Loss.DISTANCE, w, n=65_536, start=i * 65_536)
        each = [rao_sums(drawn, [t], m, Workspace())[0] for m in samples]
        found.append([*each, rebar_sums(drawn, [t], 1.0, Workspace())[0]])
    return [sum(column[1:], column[0]) for column in zip(*found, strict=True)]


def test_the_variance_of_gumbel_rao_is_that_of_the_note():
    """2¹⁹ draws: a variance has the standard error 0.2 %; the note rounds to three digits."""
    *rao, rebar = note_sums(0.5, (1, 2, 4, 8))
    variances = [sums.scatter / sums.count for sums in rao]
    variances.append(rebar.scatter / rebar.count)
    noted = np.array([0.631, 0.495, 0.424, 0.390, 0.3136])
    checks.means(variances, noted, 0.002 * noted, slack=0.0005, what="variance")
    # A + B / m: of m = 1 and 8 follow the others.
    b = (variances[0] - variances[3]) * 8 / 7
    expected = [variances[0] - b / 2, variances[0] - b * 3 / 4]
    checks.means(variances[1:3], expected, 0.003 * np.array(expected), what="variance")


def test_the_mean_of_gumbel_rao_is_that_of_straight_through():
    *rao, _ = note_sums(0.5, (1, 2, 4, 8))
    w, total, square = default_weights(Loss.DISTANCE, 5), 0.0, 0.0
    for i in range(8):
        drawn = drawn_of(NOTE, Loss.DISTANCE, w, n=65_536, start=i * 65_536, seed=2)
        y = np.eye(5)[drawn.classes].T
        each = pull_back(relax(drawn.shifted.astype(float), 0.5), slope(Loss.DISTANCE, w, y), 0.5)
        total, square = total + each.sum(axis=1), square + (each**2).sum(axis=1)
    n = 8 * 65_536
    variance = square / n - (total / n) ** 2
    for sums in rao:
        checks.means(sums.total / n, total / n, np.sqrt(2 * variance / n))


@each_loss
@pytest.mark.parametrize("t", [0.1, 0.5, 2.0])
@pytest.mark.parametrize("eta", [0.5, 1.0])
def test_rebar_is_unbiased(loss, t, eta):
    """2¹⁸ draws; 10⁷ draws each: ``python tests/campaigns/unbiased.py``."""
    w, parts = default_weights(loss, 5), []
    for i in range(4):
        drawn = drawn_of(NOTE, loss, w, n=65_536, start=i * 65_536, seed=3)
        parts.append(rebar_sums(drawn, [t], eta, Workspace())[0])
    sums = sum(parts[1:], parts[0])
    exact = exact_gradient(NOTE, class_losses(loss, w))
    # The length of the error is at most that of one direction with all of the scatter.
    apart = np.linalg.norm(sums.total / sums.count - exact)
    checks.means(apart, 0, np.sqrt(sums.scatter) / sums.count)
