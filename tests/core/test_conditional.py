import numpy as np
import pytest
import scipy.stats

from gumbel_gui.core import conditional
from gumbel_gui.core.parameters import NOTE_PROBABILITIES
from gumbel_gui.core.probabilities import Distribution
from tests.statistical import checks

NOTE = tuple(NOTE_PROBABILITIES)
CASES = (NOTE, (0.5, 0.5), (1 - 1e-9, 1e-9), (1.0, 1e-300), (0.3, 0.0, 0.7), (1e-20, 0.2, 0.8))
Z = np.array([-2.5, -1.0, -0.2, 0.0, 0.6, 2.0, 5.0, 12.0])
gumbel = scipy.stats.gumbel_r


def logs(p):
    return np.array(Distribution(p).logs)


def fresh(classes, n, seed=1):
    return np.random.default_rng(seed).exponential(size=(classes, n))


def integral(f, low, high):
    """Integrate by Gauss & Legendre with 20 points in each of many parts, at most 1 wide."""
    points, weights = np.polynomial.legendre.leggauss(20)
    edges = np.linspace(low, high, int(2 * (high - low)) + 2)
    half, middle = np.diff(edges) / 2, (edges[1:] + edges[:-1]) / 2
    return float((half[:, None] * weights * f(middle[:, None] + half[:, None] * points)).sum())


def by_quadrature(p, k, z, *, wins):
    """Integrate the density of ε_k where k wins, or loses, over its law and that of the others."""
    others = [q for j, q in enumerate(p) if j != k and q > 0]

    def density(e):
        beaten = np.sum([-np.exp(-e - np.log(p[k]) + np.log(q)) for q in others], axis=0)
        if p[k] == 0:
            beaten = -np.inf
        return np.exp(-e - np.exp(-e)) * (np.exp(beaten) if wins else -np.expm1(beaten))

    return integral(density, -7, z)  # below, e^−e^7 is 0 as a float


@np.errstate(divide="ignore")
@pytest.mark.parametrize("p", CASES)
def test_the_laws_of_winner_and_loser_are_those_of_quadrature(p):
    p = np.array(Distribution(p))
    rest = [sum(q for j, q in enumerate(p) if j != k) for k in range(len(p))]
    lost, won = (f(Z, logs(p)) for f in (conditional.loser_noise_cdf, conditional.winner_noise_cdf))
    for k in range(len(p)):
        expected = [by_quadrature(p, k, z, wins=False) / rest[k] for z in Z]
        np.testing.assert_allclose(lost[k], expected, rtol=1e-11, atol=1e-15)
        if p[k] > 1e-9:
            expected = [by_quadrature(p, k, z, wins=True) / p[k] for z in Z]
            np.testing.assert_allclose(won[k], expected, rtol=1e-10, atol=1e-15)


@pytest.mark.parametrize("p", CASES)
@pytest.mark.parametrize("law", ["loser_noise", "winner_noise", "loser_score", "winner_uniform"])
def test_each_density_is_the_slope_of_its_distribution_function(p, law):
    points = np.array([0.05, 0.3, 0.7, 0.98]) if law == "winner_uniform" else Z
    pdf, cdf = (getattr(conditional, f"{law}_{what}") for what in ("pdf", "cdf"))
    h = 1e-4
    ends = [cdf(points + step * h, logs(p)) for step in (-2, -1, 1, 2)]
    slope = (ends[0] - 8 * ends[1] + 8 * ends[2] - ends[3]) / (12 * h)
    np.testing.assert_allclose(pdf(points, logs(p)), slope, rtol=1e-7, atol=1e-10)


def test_the_score_of_a_loser_has_the_law_that_is_written_down():
    p, x = np.array(NOTE)[:, None], Z
    formula = (np.exp(-p * np.exp(-x)) - p * np.exp(-np.exp(-x))) / (1 - p)
    np.testing.assert_allclose(conditional.loser_score_cdf(x, logs(NOTE)), formula, rtol=1e-6)


@pytest.mark.parametrize("p", CASES)
def test_the_means_are_those_of_quadrature(p):
    lost, won = conditional.loser_noise_mean(logs(p)), conditional.winner_noise_mean(logs(p))
    assert won[np.array(p) == 0].tolist() == [np.inf] * p.count(0)
    for k in np.flatnonzero(p):
        for cdf, mean in ((conditional.loser_noise_cdf, lost), (conditional.winner_noise_cdf, won)):

            def below(z, k=k, cdf=cdf):
                return cdf(z.ravel(), logs(p))[k].reshape(z.shape)

            # The mean is ∫ 1 − F above 0 less ∫ F below.
            found = integral(lambda z, f=below: 1 - f(z), 0, 760) - integral(below, -8, 0)
            assert mean[k] == pytest.approx(found, rel=1e-10)


def test_a_class_that_never_loses_or_never_wins_has_the_limit_or_nothing():
    log_p = logs((1.0, 0.0))
    np.testing.assert_array_equal(conditional.winner_noise_pdf(Z, log_p)[1], 0)
    np.testing.assert_allclose(conditional.winner_noise_pdf(Z, log_p)[0], gumbel.pdf(Z), rtol=1e-13)
    # p next to 1: the density of the second largest of two standard ones, and its mean γ − 1.
    near = logs((1.0, 1e-13))
    for law in (conditional.loser_noise_pdf, conditional.loser_noise_cdf):
        np.testing.assert_allclose(law(Z, log_p)[0], law(Z, near)[0], rtol=1e-9)
    assert conditional.loser_noise_mean(log_p).tolist() == [np.euler_gamma - 1, np.euler_gamma]
    np.testing.assert_array_equal(conditional.loser_score_cdf(Z, log_p)[1], 1)
    np.testing.assert_array_equal(conditional.loser_score_pdf(Z, log_p)[1], 0)
    np.testing.assert_array_equal(conditional.winner_uniform_cdf(np.array([0.1, 0.9]), log_p)[1], 0)
    np.testing.assert_array_equal(conditional.winner_uniform_pdf(np.array([0.1, 0.9]), log_p)[1], 0)


@pytest.mark.parametrize("p", [NOTE, (0.5, 0.5), (0.9, 0.1, 0.0)])
def test_noise_drawn_again_given_its_winner_is_standard_gumbel_noise(p):
    n, classes = 400_000, len(p)
    rng = np.random.default_rng(7)
    winners = (logs(p)[:, None] + rng.gumbel(size=(classes, n))).argmax(axis=0)
    noise = conditional.noise_given_winner(logs(p), winners, fresh(classes, n))
    assert ((logs(p)[:, None] + noise).argmax(axis=0) == winners).all()
    for row in noise:
        checks.follows(row, gumbel.cdf)
    # Two of them are independent: their difference is logistic.
    checks.follows(noise[0] - noise[1], scipy.stats.logistic.cdf)
    largest = (logs(p)[:, None] + noise).max(axis=0)
    for i in range(classes):
        if p[i] > 0:
            checks.follows(largest[winners == i], gumbel.cdf)


@pytest.mark.parametrize("winner", [0, 1, 2])
def test_drawn_noise_has_the_exact_laws(winner):
    p = logs((0.6, 0.3, 0.1, 1e-300, 0.0))
    noise = conditional.noise_given_winner(p, np.full(100_000, winner), fresh(5, 100_000, winner))
    for k, row in enumerate(noise):
        law = conditional.winner_noise_cdf if k == winner else conditional.loser_noise_cdf
        checks.follows(row, lambda z, k=k, law=law: law(z, p)[k])


def test_given_a_winner_that_hardly_ever_wins_all_stays_finite():
    log_p = np.array([0.0, -700.0, -1e6, -1e30, -np.inf])
    for winner in range(4):
        noise = conditional.noise_given_winner(log_p, np.full(1000, winner), fresh(5, 1000))
        assert np.isfinite(noise).all()
        scores = log_p[:, None] + noise
        if winner < 3:
            assert (scores.argmax(axis=0) == winner).all()
        # The largest score is Gumbel(0, 1), whoever won.
        rounding = abs(log_p[winner]) * 4e-16
        np.testing.assert_allclose(
            scores[winner], -np.log(fresh(5, 1000)[winner]), atol=rounding + 1e-14
        )


def test_fresh_exponentials_do_not_depend_on_how_draws_are_cut_and_copies_differ():
    whole, part = np.empty((3, 100_000)), np.empty((3, 40))
    conditional.fresh_exponentials(5, 0, 0, whole)
    conditional.fresh_exponentials(5, 0, 1000, part)
    np.testing.assert_array_equal(part, whole[:, 1000:1040])
    assert (whole > 0).all()
    for row in whole:
        checks.follows(row, "expon")
    conditional.fresh_exponentials(5, 1, 1000, part)
    assert (part != whole[:, 1000:1040]).all()


@pytest.mark.parametrize("p", CASES)
def test_gaps_are_those_of_the_scores_given_the_winner(p):
    """Fresh noise is −ln X of the same X, in single precision."""
    n = 2000
    can = np.flatnonzero(np.array(Distribution(p)) > 0)
    winners = can[np.arange(n) % len(can)]
    exponentials, noise = np.empty((len(p), n)), np.empty((len(p), n), np.float32)
    conditional.fresh_exponentials(5, 2, 40, exponentials)
    conditional.fresh_noise(5, 2, 40, noise)
    np.testing.assert_allclose(noise, -np.log(exponentials), rtol=1e-5, atol=1e-6)
    with np.errstate(invalid="ignore"):
        scores = logs(p)[:, None] + conditional.noise_given_winner(logs(p), winners, exponentials)
    conditional.gaps_given_winner(logs(p), winners, noise)
    np.testing.assert_allclose(noise, scores - scores.max(axis=0), rtol=1e-5, atol=2e-6)
    assert (noise.argmax(axis=0) == winners).mean() > 0.999  # others may tie with it
    assert (noise.max(axis=0) == 0).all()
