"""Exact laws of class-only gradient estimators, against enumeration of what can be drawn."""

import itertools

import numpy as np
import pytest
import scipy.special

from gumbel_gui.core.class_estimators import ClassEstimators
from gumbel_gui.core.losses import Estimator, Loss, default_weights
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.probabilities import Distribution

NOTE = tuple(np.array(NOTE_PROBABILITIES) / sum(NOTE_PROBABILITIES))
MANY = tuple(np.random.default_rng(15).dirichlet(np.full(64, 0.7)).tolist())
CASES = [(0.3, 0.7), NOTE, (0.5, 0.0, 0.2, 0.3), MANY]

each_p = pytest.mark.parametrize("p", CASES, ids=len)
each_loss = pytest.mark.parametrize("loss", Loss)
each_temperature = pytest.mark.parametrize("t", [0.05, 0.4, 1.0, 3.0, 20.0])


def weights_of(loss, classes):
    ramp = np.array(default_weights(loss, classes))
    return tuple((ramp + 0.3 * np.cos(np.arange(classes))).tolist())


def problem(p, loss, mistake=Mistake.NONE):
    return ClassEstimators(Distribution(p), loss, weights_of(loss, len(p)), mistake)


def value(loss, w, y):
    """f(y), written out."""
    return y @ w if loss is Loss.COST else ((y - w) ** 2).sum()


def slope(loss, w, y):
    return w if loss is Loss.COST else 2 * (y - w)


def soften(p, t):
    """softmax(ln p / t), and its derivatives by θ [i, j]."""
    with np.errstate(divide="ignore"):
        v = scipy.special.softmax(np.log(p) / t)
    return v, (np.diag(v) - np.outer(v, v)) / t


def gradient(p, loss, w):
    """∇F by complex steps: F is analytic in θ."""
    f = [value(loss, w, y) for y in np.eye(len(p))]
    found = []
    for k in range(len(p)):
        grown = np.array(p, complex)
        grown[k] *= np.exp(1e-30j)
        found.append((grown @ f / grown.sum()).imag * 1e30)
    return np.array(found)


def enumerated(rows, q, exact):
    """Bias and variance of estimates with these probabilities."""
    rows, q = np.array(rows), np.array(q)
    mean = q @ rows
    variance = sum(share * ((row - mean) ** 2).sum() for row, share in zip(rows, q, strict=True))
    return np.linalg.norm(mean - exact), variance


def check(law, rows, q, exact):
    bias, variance = enumerated(rows, q, exact)
    size = max(np.abs(rows).max(), 1.0)
    assert law.bias == pytest.approx(bias, rel=1e-12, abs=1e-12 * size)
    assert law.variance == pytest.approx(variance, rel=1e-12, abs=1e-12 * size**2)
    assert law.deviation == law.variance**0.5
    np.testing.assert_allclose(law.mean, q @ np.array(rows), atol=1e-13 * size)


@each_loss
@each_p
def test_straight_through_has_the_law_of_its_enumeration(p, loss):
    w = np.array(weights_of(loss, len(p)))
    _, slopes = soften(p, 1)
    rows = [slopes @ slope(loss, w, y) for y in np.eye(len(p))]
    check(problem(p, loss).softmax_straight_through(), rows, p, gradient(p, loss, w))


@each_temperature
@each_loss
@each_p
def test_decoupled_has_the_law_of_its_enumeration(p, loss, t):
    w, forward = np.array(weights_of(loss, len(p))), (0.05, 0.7, 1.0, 20.0)
    _, slopes = soften(p, t)
    rows = [slopes @ slope(loss, w, y) for y in np.eye(len(p))]
    for each in forward:
        law = problem(p, loss).decoupled(each, t)
        check(law, rows, soften(p, each)[0], gradient(p, loss, w))
    biases = problem(p, loss).decoupled_biases(np.array(forward)[:, None], np.array([t, 2 * t]))
    assert biases.shape == (4, 2)
    expected = [problem(p, loss).decoupled(each, t).bias for each in forward]
    np.testing.assert_allclose(biases[:, 0], expected, rtol=1e-9, atol=1e-10)


@each_temperature
@each_loss
@each_p
def test_reinmax_has_the_law_of_its_enumeration(p, loss, t):
    w = np.array(weights_of(loss, len(p)))
    rows = []
    for y in np.eye(len(p)):
        a, middle = slope(loss, w, y), (soften(p, t)[0] + y) / 2
        inner = np.diag(middle) - np.outer(middle, middle)
        rows.append(2 * inner @ a - soften(p, 1)[1] @ a / 2)
    check(problem(p, loss).reinmax(t), rows, p, gradient(p, loss, w))


@each_loss
@each_p
def test_reinforce_has_the_law_of_its_enumeration(p, loss):
    w, classes = np.array(weights_of(loss, len(p))), np.eye(len(p))
    f = np.array([value(loss, w, y) for y in classes])
    for baseline, b in ((False, 0.0), (True, np.array(p) @ f)):
        rows = [(f_k - b) * (y - p) for f_k, y in zip(f, classes, strict=True)]
        law = problem(p, loss).reinforce(baseline=baseline)
        check(law, rows, p, gradient(p, loss, w))
        assert law.bias == 0


@each_loss
@pytest.mark.parametrize(
    ("p", "m"),
    [
        *(((0.3, 0.7), 2), ((0.3, 0.7), 7), ((0.5, 0.5), 2), ((0.5, 0.5, 0.0), 5)),
        *((NOTE, 2), (NOTE, 4), ((0.5, 0.0, 0.2, 0.3), 5), (MANY, 2)),
    ],
)
def test_leave_one_out_has_the_law_of_all_tuples_of_m_draws(p, m, loss):
    """Each REINFORCE has the mean loss of the m − 1 others as its baseline, as it is defined.

    Of two equal shares all variance is that of pairs: the mean over one of them is always the same.
    """
    w, classes = np.array(weights_of(loss, len(p))), np.eye(len(p))
    f = np.array([value(loss, w, y) for y in classes])
    rows, q = [], []
    for drawn in itertools.product(range(len(p)), repeat=m):
        losses = f[list(drawn)]
        baselines = (losses.sum() - losses) / (m - 1)
        rows.append(((losses - baselines)[:, None] * (classes[list(drawn)] - p)).mean(axis=0))
        q.append(np.prod(np.array(p)[list(drawn)]))
    law = problem(p, loss).leave_one_out(m)
    check(law, rows, q, gradient(p, loss, w))
    assert law.bias == 0


def test_the_numbers_of_the_note_are_those_that_are_known():
    """Default target, t = 1; ReinMax is unbiased there."""
    w = default_weights(Loss.DISTANCE, 5)
    note = ClassEstimators(NOTE, Loss.DISTANCE, w)
    straight = note.softmax_straight_through()
    assert (round(straight.bias, 4), round(straight.variance, 4)) == (0.2428, 0.1758)
    assert (note.reinmax(1).bias, round(note.reinmax(1).variance, 4)) == (0, 0.6186)
    assert round(note.reinforce().variance, 4) == 0.3966
    assert round(note.reinforce(baseline=True).variance, 4) == 0.0128
    same = note.decoupled(1, 1)
    assert (same.bias, same.variance) == pytest.approx((straight.bias, straight.variance))


@each_p
def test_known_cases_without_bias_have_none(p):
    """Costs have one f'; drawn in equal shares, f'(D) is on average right but for a constant."""
    for t in (0.05, 1, 20):
        assert problem(p, Loss.COST).decoupled(t, 1).bias == 0
    assert problem(p, Loss.COST).softmax_straight_through().bias == 0
    if min(p) > 0:
        assert problem(p, Loss.DISTANCE).decoupled(1e300, 1).bias == 0
    assert problem(p, Loss.DISTANCE).reinmax(1).bias == 0
    assert problem(p, Loss.DISTANCE).reinmax(2).bias > 0


@pytest.mark.parametrize("mistake", Mistake)
def test_mistakes_change_what_is_drawn_and_nothing_else(mistake):
    """The right law of what is drawn is that of ``class_law``, see test_gradient_law."""
    p, loss = (0.4, 0.15, 0.37, 0.08), Loss.DISTANCE
    w, classes = np.array(weights_of(loss, 4)), np.eye(4)
    wrong, exact = problem(p, loss, mistake), gradient(p, loss, w)
    q, f = wrong.chosen, np.array([value(loss, w, y) for y in classes])
    check(wrong.reinforce(), [f_k * (y - p) for f_k, y in zip(f, classes, strict=True)], q, exact)
    rows = [soften(p, 1)[1] @ slope(loss, w, y) for y in classes]
    check(wrong.softmax_straight_through(), rows, q, exact)
    np.testing.assert_allclose(wrong.leave_one_out(3).mean, q * (f - q @ f), atol=1e-13)
    if mistake is Mistake.NO_NOISE:
        assert wrong.leave_one_out(3).deviation == wrong.reinforce().deviation == 0


def test_what_cannot_vary_has_no_deviation_and_rounding_is_no_bias():
    same = ClassEstimators(NOTE, Loss.COST, (0.1,) * 5)
    for law in (same.reinforce(baseline=True), same.leave_one_out(2), same.reinmax(1)):
        assert (law.bias, law.deviation) == (0, 0)
    assert same.reinforce().deviation > 0
    sure = ClassEstimators((0.0, 1.0), Loss.DISTANCE, (0.3, 0.1))
    for law in (sure.reinforce(), sure.reinmax(0), sure.decoupled(0, 0.01), sure.leave_one_out(64)):
        assert (law.bias, law.deviation) == (0, 0)


def test_tiny_and_large_values_are_finite():
    p = Distribution((1e-300, 0.0, 0.4, 0.6))
    for t in (0, 1e-320, 1e-3, 1e6, 1.7e308):
        odd = ClassEstimators(p, Loss.COST, (1000.0, -1000.0, 0.0, 1.0))
        laws = [odd.reinmax(t), odd.decoupled(t, 0.01), odd.decoupled(t, 100)]
        for law in [*laws, odd.leave_one_out(2), odd.reinforce()]:
            assert np.isfinite([law.bias, law.variance, *law.mean]).all()
    tie = ClassEstimators((0.4, 0.4, 0.2), Loss.COST, (1, 2, 3)).chosen_at(0)
    np.testing.assert_array_equal(tie, [0.5, 0.5, 0])
    # All of the variance is that of a class that is next to never drawn.
    rare = ClassEstimators((1e-300, 1.0), Loss.COST, (1.0, 0.0)).reinforce(baseline=True)
    assert rare.variance == pytest.approx(2e-300)


@pytest.mark.parametrize("mistake", [Mistake.NONE, Mistake.T_OUTSIDE])
def test_parameters_say_which_law_it_is(mistake):
    """With t outside the exponential, t cancels wherever there is one."""
    parameters = Parameters(
        NOTE, temperature=0.4, backward_temperature=3, samples=5, mistake=mistake
    )
    found = ClassEstimators.of(parameters)
    t, backward = (0.4, 3) if mistake is Mistake.NONE else (1, 1)
    expected = {
        Estimator.SOFTMAX_STRAIGHT_THROUGH: found.softmax_straight_through(),
        Estimator.DECOUPLED: found.decoupled(t, backward),
        Estimator.REINMAX: found.reinmax(t),
        Estimator.REINFORCE: found.reinforce(),
        Estimator.BASELINE: found.reinforce(baseline=True),
        Estimator.LEAVE_ONE_OUT: found.leave_one_out(5),
    }
    assert expected.keys() == {each for each in Estimator if not each.is_relaxed}
    for estimator, same in expected.items():
        law = found.law(estimator, 0.4, 3, 5)
        assert (law.bias, law.variance) == (same.bias, same.variance)
    for estimator in Estimator:
        if estimator.is_relaxed:
            with pytest.raises(ValueError, match="does not depend on the class alone"):
                found.law(estimator, 0.4, 3, 5)


def test_reinmax_of_its_authors_gives_the_same():
    """PyPI ``reinmax`` 0.1.0 draws its own classes: each row is what a draw of that class gave."""
    torch, reinmax = pytest.importorskip("torch"), pytest.importorskip("reinmax")
    w = torch.tensor(weights_of(Loss.DISTANCE, 5), dtype=torch.float64)
    rows = {}
    torch.manual_seed(0)
    for _ in range(2000):
        theta = torch.tensor(np.log(NOTE), requires_grad=True)
        y, _ = reinmax.reinmax(theta[None], 2.0)
        ((y[0] - w) ** 2).sum().backward()
        rows.setdefault(int(y.argmax()), theta.grad.numpy())
    assert len(rows) == 5
    table = np.array([rows[k] for k in range(5)])
    exact = gradient(NOTE, Loss.DISTANCE, w.numpy())
    check(problem(NOTE, Loss.DISTANCE).reinmax(2.0), table, NOTE, exact)
