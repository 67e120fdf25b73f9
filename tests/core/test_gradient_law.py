"""What draws are worth for a variance, against enumeration and simulation in double precision."""

from functools import lru_cache

import numpy as np
import pytest
import scipy.integrate
import scipy.stats

from gumbel_gui.core.class_law import class_law, drawable
from gumbel_gui.core.gradient_law import (
    RelaxedLaw,
    relaxed_spreads,
    table_concentration,
    table_inequality,
)
from gumbel_gui.core.gradient_stats import Spread, bias_and_deviation
from gumbel_gui.core.gradient_sums import GradientSums, reinforce_sums
from gumbel_gui.core.gradients import (
    class_losses,
    exact_gradient,
    expected_loss,
    pull_back,
    reinforce_table,
    slope,
)
from gumbel_gui.core.losses import Loss, default_weights
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.sampling import relax
from tests.statistical import checks

NOTE = tuple(np.array(NOTE_PROBABILITIES) / sum(NOTE_PROBABILITIES))
PAYS, RARELY = [1000.0, 0, 1], np.array([1e-4, 0.5, 0.4999])
"""Costs, and probabilities: a rare class makes up a sixth of the expected cost."""


def worth(table, p, counts):
    kappa = table_inequality(np.array(table), np.array(p))
    return bias_and_deviation(reinforce_sums(table, counts), np.zeros(len(p)), Spread(kappa))


def test_draws_that_happened_to_be_alike_are_not_enough():
    """A class of probability 0.001 is not among 100 draws in 90 %: they tell nothing of it."""
    p, losses = np.array([0.001, 0.999]), class_losses(Loss.DISTANCE, [1 / 3, 1])
    for baseline in (0.0, expected_loss(p, losses)):
        table = reinforce_table(p, losses, baseline)
        for n in (1, 7, 100, 999):
            stat = worth(table, p, [0, n])
            assert (stat.deviation, stat.enough) == (0, False)


def test_a_rare_class_that_makes_a_difference_is_waited_for():
    """The others scatter, and only they are seen: a bias is shown that is none."""
    table = reinforce_table(RARELY, np.array(PAYS), expected_loss(RARELY, PAYS))
    stat = bias_and_deviation(reinforce_sums(table, [0, 5000, 5000]), exact_gradient(RARELY, PAYS))
    assert stat.bias_low > 0.05  # what the draws alone would say
    assert worth(table, RARELY, [0, 5000, 5000]).effective_size == pytest.approx(1, rel=0.05)
    assert worth(table, RARELY, [100, 500_000, 499_900]).enough
    # Where the rare class makes no difference it is not waited for.
    cheap = reinforce_table(RARELY, np.array([2.0, 0.3, 1]))
    assert worth(cheap, RARELY, [0, 5000, 5000]).effective_size > 5000
    unseen = reinforce_table([0.3, 0, 0.7], np.array([1.0, 5, 1]))
    assert table_inequality(0 * unseen, np.array([0.3, 0, 0.7])) == np.inf


def test_50_draws_of_equal_weight_are_enough():
    """The intervals were found to cover from there on, see tests/margins/gradients/GRADIENTS.md."""
    for size, enough in ((49.9, False), (50.0, True)):
        sums = GradientSums(1000, np.zeros(2), 1.0, 1.0)
        stat = bias_and_deviation(sums, [0, 0], Spread(1000 / size))
        assert stat.effective_size == pytest.approx(size)
        assert stat.enough is enough


@pytest.mark.parametrize("mistake", Mistake)
def test_classes_and_ties_are_drawn_as_the_law_says(mistake, engine):
    """Ties: the two largest scores within 0.1, whose number is right to a few percent."""
    p = (0.4, 0.15, 0.37, 0, 0.08)
    chunk = engine.chunk(Parameters(p, draws=60_000, mistake=mistake), 0)
    law = class_law(mistake, p)
    checks.happens(np.bincount(chunk.classes, minlength=5), 60_000, law.chosen)
    assert law.chosen.sum() == pytest.approx(1, abs=1e-12)
    assert (np.diag(law.ties) == 0).all()
    np.testing.assert_allclose(law.ties, law.ties.T, atol=1e-12)
    top = np.sort(chunk.shifted_scores, axis=0)[-2]
    near, ties = float((top > -0.1).mean()), 0.1 * law.ties.sum()
    if mistake is not Mistake.NO_NOISE:
        error = np.sqrt(ties / 60_000)
        checks.means(near, ties, error, slack=0.05 * ties, what="share of ties")


def test_how_little_draws_are_worth_is_unknown_where_the_pilot_cannot_tell():
    """Of the wrong sign a class of 1e-3 is too rare; in half precision scores are on a grid."""
    for p, mistake, t, known in (
        ((0.5, 0.5 - 1e-3, 1e-3), Mistake.WRONG_SIGN, 1.0, False),
        (NOTE, Mistake.HALF, 1.0, True),
        (NOTE, Mistake.HALF, 0.05, False),
        ((0.3, 0.3, 0.4), Mistake.WRONG_SIGN, 0.05, True),
        ((0.3, 0.3, 0.4), Mistake.NOISE_AFTER_T, 0.05, True),
    ):
        law = RelaxedLaw(p, Loss.DISTANCE, default_weights(Loss.DISTANCE, len(p)), mistake)
        for spread in relaxed_spreads(law, t):
            assert np.isfinite(spread.inequality) == known


@pytest.mark.parametrize("mistake", [Mistake.UNIFORM, Mistake.NORMAL])
@pytest.mark.parametrize("p", [NOTE, (0.4, 0.15, 0.37, 0, 0.08), (0.5, 0.4, 0.1), (0.25,) * 4])
def test_other_noise_chooses_classes_as_adaptive_quadrature_says(mistake, p):
    noise = {Mistake.UNIFORM: scipy.stats.uniform, Mistake.NORMAL: scipy.stats.norm}[mistake]()
    logits = np.log([share for share in p if share > 0])
    top, reach = logits.max(), 9 if mistake is Mistake.NORMAL else 0
    ends = top - reach, top + max(reach, 1)
    breaks = [each for each in (*logits, *(logits + 1)) if ends[0] < each < ends[1]]

    def wins(x, k):
        others = np.delete(logits, k)
        return noise.pdf(x - logits[k]) * noise.cdf(x - others).prod()

    chosen = np.zeros(len(p))
    chosen[np.array(p) > 0] = [
        scipy.integrate.quad(wins, *ends, (k,), epsabs=1e-13, epsrel=0, points=breaks or None)[0]
        for k in range(len(logits))
    ]
    np.testing.assert_allclose(class_law(mistake, p).chosen, chosen, atol=1e-12)


@lru_cache(maxsize=1)
def scores_of(p, n):
    with np.errstate(divide="ignore"):
        return np.log(p)[:, None] + np.random.default_rng(14).gumbel(size=(len(p), n))


def simulated(p, loss, t, n=300_000):
    """κ of both estimates, of n draws in double precision."""
    g, w = scores_of(p, n), default_weights(loss, len(p))
    s, y = relax(g, t), np.eye(len(p))[g.argmax(axis=0)].T
    for at in (s, y):
        each = pull_back(s, slope(loss, w, at), t)
        q = ((each - each.mean(axis=1, keepdims=True)) ** 2).sum(axis=0)
        yield float((q**2).mean() / q.mean() ** 2)


@pytest.mark.parametrize("loss", Loss)
@pytest.mark.parametrize("t", [0.03, 0.09, 0.11, 0.5, 2.0, 10.0, 1e4])
@pytest.mark.parametrize("p", [(0.3, 0.7), NOTE, (0.3, 0.3, 0.398, 0.001, 0.001)])
def test_what_draws_are_worth_is_that_of_a_large_simulation(p, t, loss):
    """To half of it, where it is about 40: it has heavy tails, and the pilot 4,096 draws."""
    law = RelaxedLaw(p, loss, default_weights(loss, len(p)), Mistake.NONE)
    for spread, kappa in zip(relaxed_spreads(law, t), simulated(p, loss, t), strict=True):
        assert spread.inequality == pytest.approx(kappa, rel=0.3 if t < 1 else 0.5)


@pytest.mark.parametrize("t", [0.2, 1.0, 2.0, 1000.0])
@pytest.mark.parametrize(
    "p", [(1 - 2e-3, 1e-3, 1e-3), (1 - 63 * 2e-4, *(2e-4,) * 63), (1 / 64,) * 64], ids=len
)
def test_what_draws_with_rare_classes_are_worth_is_that_of_a_large_simulation(p, t):
    """To a quarter: classes that the pilot sees now and then are not counted twice, or for more."""
    law = RelaxedLaw(p, Loss.DISTANCE, default_weights(Loss.DISTANCE, len(p)), Mistake.NONE)
    kappas = simulated(p, Loss.DISTANCE, t, 600_000 if len(p) == 3 else 100_000)
    for spread, kappa in zip(relaxed_spreads(law, t), kappas, strict=True):
        assert spread.inequality == pytest.approx(kappa, rel=0.25)


def test_draws_of_equal_classes_are_equal_but_for_s():
    """At large t, straight-through gives 63 directions of one length: κ = 1 and ρ = 1/63."""
    for classes in (2, 64):
        weights = default_weights(Loss.DISTANCE, classes)
        law = RelaxedLaw((1 / classes,) * classes, Loss.DISTANCE, weights, Mistake.NONE)
        _, hard = relaxed_spreads(law, 1000.0)
        assert hard.inequality == pytest.approx(1, abs=1e-5)
        assert hard.concentration == pytest.approx(1 / (classes - 1), rel=0.03)


@pytest.mark.parametrize("t", [0.05, 0.2, 1.0])
def test_ties_of_a_class_that_no_pilot_draws_are_counted(t):
    """p = 10⁻⁶ with a cost 1000 times as high: draws are worth as many as it has near ties."""
    p, costs = (0.5, 0.5 - 1e-6, 1e-6), (0.0, 1.0, 1000.0)
    plain = RelaxedLaw(p, Loss.COST, (0.0, 1.0, 1.0), Mistake.NONE)
    rare = RelaxedLaw(p, Loss.COST, costs, Mistake.NONE)
    assert relaxed_spreads(plain, t)[0].inequality < 30
    assert relaxed_spreads(rare, t)[0].inequality > 10_000


def test_without_noise_nothing_is_known_to_contribute():
    law = RelaxedLaw(NOTE, Loss.DISTANCE, default_weights(Loss.DISTANCE, 5), Mistake.NO_NOISE)
    assert [each.inequality for each in relaxed_spreads(law, 0.05)] == [np.inf, np.inf]


def test_uniform_noise_makes_up_for_nearly_a_factor_of_e():
    for share, possible in ((1 + 1e-9, True), (1 - 1e-9, False)):
        assert drawable(Mistake.UNIFORM, [1, share / np.e]).tolist() == [True, possible]


@pytest.mark.parametrize("mistake", Mistake)
def test_classes_are_drawable_if_they_are_drawn(mistake, engine):
    """60,000 draws; of classes that may come up, the rarest (normal noise) does 260 times."""
    p = (0.4, 0.2, 0.37, 0, 0.03)
    classes = engine.chunk(Parameters(p, draws=60_000, mistake=mistake), 0).classes
    counts = np.bincount(classes, minlength=5)
    np.testing.assert_array_equal(drawable(mistake, p), counts > 0)


def test_estimates_in_one_direction_are_concentrated_and_in_all_are_not():
    two = reinforce_table([0.3, 0.7], [1.0, 5])
    assert table_concentration(two, np.array([0.3, 0.7])) == pytest.approx(1)
    assert table_concentration(np.eye(8), np.full(8, 1 / 8)) == pytest.approx(1 / 7)
    assert table_concentration(np.zeros((3, 3)), np.full(3, 1 / 3)) == 1
