"""The numbers in the lessons, computed with the program from what each lesson sets up.

A number is right if it is the computed one, rounded, up to 4 standard errors of 100,000 draws.
"""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

import gumbel_gui
from gumbel_gui.core.class_estimators import ClassEstimators
from gumbel_gui.core.class_law import class_law
from gumbel_gui.core.decoding import decoded
from gumbel_gui.core.descent import StepRule, descend
from gumbel_gui.core.estimates import proportion_intervals
from gumbel_gui.core.evaluations import evaluations
from gumbel_gui.core.gradient_stats import bias_and_deviation
from gumbel_gui.core.gradient_sums import estimate
from gumbel_gui.core.gradients import (
    class_losses,
    exact_gradient,
    expected_loss,
    jacobian,
    reinforce_table,
)
from gumbel_gui.core.losses import Estimator, Loss, default_weights
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_LOGITS, Parameters
from gumbel_gui.core.probabilities import softmax
from gumbel_gui.core.sampling import relax
from gumbel_gui.core.theory import tempered
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.gui.guide.lessons import COUNT, LANGUAGES, lesson
from gumbel_gui.gui.guide.steps import LADDER, STEPS
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.language import translations
from gumbel_gui.plots.gradients.descent_run import BATCH

ROOT = Path(gumbel_gui.__file__).parents[1]
PARTS = ("text", "look", "attempt", "seen", "questions")
NUMBER = r"\d+(?:\.\d+)?"


def words(number, language, part):
    text = getattr(lesson(number, language), part)
    text = text if isinstance(text, str) else " ".join(text)
    return re.sub(r"(?<=\d)[ \u00a0](?=\d{3}\b)", "", text)


def preset(number):
    """The parameters that a lesson sets up."""
    return STEPS[number - 1].prepare(LabState()).parameters


def scores(parameters, n=100_000):
    noise = np.random.default_rng(1).gumbel(size=(parameters.classes, n))
    return np.log(parameters.p)[:, None] + noise


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("number", range(1, COUNT + 1))
def test_all_languages_have_the_same_numbers(number, part):
    found = [sorted(re.findall(NUMBER, words(number, each, part))) for each in LANGUAGES]
    assert found.count(found[0]) == len(found)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("number", range(1, COUNT + 1))
def test_digits_are_grouped_by_spaces(number, language):
    text = "".join(str(getattr(lesson(number, language), part)) for part in PARTS)
    assert not re.search(r"\d,\d{3}", text)
    assert not re.search(r"\d{5}", text)


def test_chinese_has_one_word_for_the_guide():
    said = [*translations("zh").values(), (ROOT / ".github" / "README.zh.md").read_text("utf-8")]
    assert translations("zh")["Guide"] == "教程"
    assert [text for text in said if "导览" in text] == []


def test_chinese_has_one_word_for_sampling_and_none_in_english_for_the_jacobian():
    text = "".join(words(i, "zh", part) for i in range(1, COUNT + 1) for part in PARTS)
    assert "采样" not in text.replace("逆变换采样", "")
    assert "Jacobian 矩阵" not in text
    assert "逆变换。" not in text


@pytest.fixture(params=LANGUAGES)
def says(request):
    """Return a check that a lesson's words have these numbers, as they are written."""

    def check(number, part, *written):
        found = re.findall(NUMBER, words(number, request.param, part))
        assert not set(written) - set(found)

    return check


def rounded(value, places, error=0.0):
    """Return the texts that a value may have if it is off by an error."""
    ends = np.linspace(value - error, value + error, 9)
    return {f"{each:.{places}f}" for each in ends}


def test_lessons_1_and_2_have_p_and_softmax_of_p(says):
    p = preset(1).p
    says(1, "text", *(f"{each:.3f}" for each in p), f"{100 * p[3]:.0f}")
    wrong = np.array(softmax(preset(2).probabilities))
    says(2, "text", *(f"{each:.3f}" for each in wrong))
    assert preset(2).mistake is Mistake.NOISE_ON_P
    assert wrong[3] / p[3] == pytest.approx(1 / 2, abs=0.02)
    assert 5 < wrong[0] / p[0] < 6
    np.testing.assert_allclose(softmax(NOTE_LOGITS), p, atol=1e-7)


def test_lesson_4_has_the_widths_of_intervals(says):
    assert preset(4).draws == 100
    for n, text, part in ((100, "0.10", "text"), (1000, "0.03", "text"), (10**5, "0.003", "seen")):
        low, high = proportion_intervals([round(preset(4).p[3] * n)], n)
        assert float((high - low)[0] / 2) == pytest.approx(float(text), rel=0.06)
        says(4, part, text)
    says(4, "seen", f"{1000**0.5:.0f}")


def test_lesson_6_has_what_other_noise_samples(says):
    p = preset(6).probabilities
    assert class_law(Mistake.UNIFORM, p).chosen[3] == pytest.approx(1, abs=1e-12)
    says(6, "text", f"{class_law(Mistake.NORMAL, p).chosen[3]:.2f}")
    says(6, "text", f"{tempered(np.array(p), preset(6).noise_scale)[3]:.2f}")
    two = np.argsort(-scores(preset(6)), axis=0)[:2]
    among = float((two == 3).any(axis=0).mean())
    (text,) = rounded(among, 2, 0.001)
    says(6, "questions", text, f"{2 * p[3]:.2f}")


def test_lessons_7_and_8_have_means_of_s(says):
    """The mean of 100,000 draws is right to 0.001."""
    g = scores(preset(8))
    for t, text in ((0.1, "0.590"), (1.0, "0.475"), (10.0, "0.233")):
        s = relax(g, t)
        assert s[3].mean() == pytest.approx(float(text), abs=0.005 if t < 1 else 0.003)
        says(8, "text", text)
        if t < 10:
            mean = {0.1: "0.96", 1.0: "0.63"}[t]
            assert mean in rounded(s.max(axis=0).mean(), 2, 0.004)
            says(7, "seen", mean)
        if t == 0.1:
            assert (s.max(axis=0) > 0.99).mean() > 0.7  # "most of them"


def test_lesson_9_has_how_many_jacobians_are_next_to_nothing():
    s = relax(scores(preset(9)), 0.1)
    assert (np.abs(jacobian(s, 0.1)).max(axis=(0, 1)) < 0.1).mean() == pytest.approx(0.75, abs=0.01)


def deviations(p, loss, t):
    """Return the standard deviations of Gumbel-softmax and of REINFORCE with a baseline."""
    p, w = np.asarray(p), default_weights(loss, len(p))
    g = (np.log(p)[:, None] + np.random.default_rng(2).gumbel(size=(len(p), 60_000))).astype("f4")
    shifted, codes = g - g.max(axis=0), g.argmax(axis=0).astype(np.uint8)
    relaxed = estimate(shifted, codes, t, loss, w, Workspace())[0]
    losses = class_losses(loss, w)
    exact = exact_gradient(p, losses)
    rows = reinforce_table(p, losses, expected_loss(p, losses))
    return bias_and_deviation(relaxed, exact).deviation, (
        p @ ((rows - exact) ** 2).sum(axis=1)
    ) ** 0.5


def test_lesson_10_has_which_estimator_scatters_less(says):
    """60,000 draws give a ratio right to 1 %."""
    p, t = preset(10).probabilities, preset(10).temperature
    cases = [
        (p, Loss.COST, "0.64"),
        (p, Loss.DISTANCE, "3.0"),
        ([1 / 64] * 64, Loss.DISTANCE, "21"),
    ]
    for each, loss, text in cases:
        ours, other = deviations(each, loss, t)
        assert ours / other == pytest.approx(float(text), rel=0.025)
        says(10, "questions", text)


def descent_ends(loss, estimators, runs):
    """Return p at the end of the descent of lesson 10, (runs, estimators, K)."""
    set_up, rule = preset(10), StepRule(loss, default_weights(loss, 5))
    t, ends = [set_up.temperature] * 300, []
    for seed in range(runs):
        noise = np.random.default_rng(seed).gumbel(size=(5, 300 * BATCH))
        start, rate = set_up.probabilities, set_up.learning_rate
        ends.append(descend(noise, start, rule, t, rate, BATCH, estimators).p[:, -1])
    return np.array(ends)


def test_lesson_10_has_where_descent_ends():
    """100 runs: two of three is 67, with a standard error of 5."""
    scattered = descent_ends(Loss.DISTANCE, (Estimator.REINFORCE, Estimator.BASELINE), 100)
    best = (scattered.argmax(axis=2) == 4).mean(axis=0)
    assert ((best > 0.55) & (best < 0.8)).all()
    relaxed = (Estimator.GUMBEL_SOFTMAX,)
    assert descent_ends(Loss.DISTANCE, relaxed, 20).max() < 0.95
    assert (descent_ends(Loss.COST, relaxed, 20)[..., 0] > 0.95).all()


def test_lesson_11_has_what_decoding_samples(says):
    """A share of 100,000 draws is right to 0.006 at 4 standard errors."""
    p = np.array(preset(11).probabilities)
    laws = {T: p ** (1 / T) / (p ** (1 / T)).sum() for T in (0.5, 1, 2)}
    says(11, "text", *(f"{law[3]:.3f}" for law in laws.values()))
    cold = laws[0.5]
    noise = np.random.default_rng(1).gumbel(size=(5, 100_000))
    one, other = ((np.log(law)[:, None] + noise).argmax(axis=0) for law in (p, cold))
    flips = float((one != other).mean())
    assert flips == pytest.approx(0.27, abs=0.005 + 0.006)
    says(11, "seen", f"{cold[3]:.3f}", "0.27")
    assert cold[3] > 0.8 > p[3]  # a top-p of 0.8 keeps class 3 alone, or one more
    assert p[3] + p[2] > 0.8
    says(11, "questions", "0.8", f"{cold[3]:.3f}", "0.12")
    both = cold[2] / (cold[2] + cold[3])
    assert f"{both:.2f}" == "0.12"
    for order in (("T", "top-p"), ("top-p", "T")):
        cut = replace(
            preset(11),
            decoding_temperature=0.5,
            keep_mass=0.8,
            filter_order=(*order, "top-k", "min-p"),
        )
        expected = [0, 0, 0, 1, 0] if order[0] == "T" else [0, 0, both, 1 - both, 0]
        np.testing.assert_allclose(decoded(cut).law, expected, atol=1e-12)


def test_lesson_12_has_the_prices(says):
    """60,000 draws give a variance of Gumbel-Rao right to 2 %."""
    laws = ClassEstimators.of(preset(12))
    plain, reinmax = laws.softmax_straight_through(), laws.reinmax(1.0)
    says(12, "text", f"{plain.bias:.3f}", f"{plain.deviation:.2f}", f"{reinmax.deviation:.2f}")
    says(12, "text", *(f"{laws.reinforce(baseline=b).deviation:.2f}" for b in (False, True)))
    assert max(reinmax.bias, laws.reinforce().bias) < 1e-12
    says(12, "seen", f"{laws.reinmax(0.5).bias:.3f}")
    p, w = np.array(preset(12).probabilities), default_weights(Loss.DISTANCE, 5)
    rng, n = np.random.default_rng(3), 60_000
    winner = (np.log(p)[:, None] + rng.gumbel(size=(5, n))).argmax(axis=0)
    slope = 2 * (np.eye(5)[:, winner] - np.array(w)[:, None])

    def given_the_winner():
        top, fresh = rng.gumbel(size=n), np.log(p)[:, None] + rng.gumbel(size=(5, n))
        g = -np.logaddexp(-top, -fresh)
        g[winner, np.arange(n)] = top
        s = relax(g, 0.5)
        return s * (slope - (s * slope).sum(axis=0)) / 0.5

    draws = [given_the_winner() for _ in range(8)]
    for m, text in ((1, "0.631"), (2, "0.495"), (4, "0.424"), (8, "0.390")):
        mean = np.mean(draws[:m], axis=0)
        assert mean.var(axis=1).sum() == pytest.approx(float(text), rel=0.02)
        says(12, "questions", text)
    for each in (Estimator.LEAVE_ONE_OUT, Estimator.GUMBEL_RAO, Estimator.REBAR):
        counts = evaluations(each, 7)
        expected = {Estimator.LEAVE_ONE_OUT: (7, 0), Estimator.REBAR: (2, 2)}.get(each, (0, 1))
        assert (counts.losses, counts.slopes) == expected


def test_lesson_13_has_what_the_winner_had(says):
    """Of the rarest class 3,000 of 100,000 draws win: its mean is right to 0.1, x to 0.003."""
    p = np.array(preset(13).probabilities)
    g = scores(preset(13))
    noise, winner = g - np.log(p)[:, None], g.argmax(axis=0)
    x = np.exp(-np.exp(-noise))
    says(13, "text", f"{np.euler_gamma:.3f}")
    for k in (3, 0):
        won = winner == k
        assert noise[k, won].mean() == pytest.approx(np.euler_gamma - np.log(p[k]), abs=0.1)
        assert x[k, won].mean() == pytest.approx(1 / (1 + p[k]), abs=0.005)
        assert noise[k, ~won].mean() < np.euler_gamma
        assert g.max(axis=0)[won].mean() == pytest.approx(np.euler_gamma, abs=0.1)
        says(13, "text", f"{np.euler_gamma - np.log(p[k]):.2f}")
        says(13, "seen", f"{1 / (1 + p[k]):.2f}")


def shares(p, x):
    """Return what argmax(ln p + ε) samples if each x is any of these, ascending (m,)."""
    with np.errstate(divide="ignore"):
        g = np.log(p)[:, None] - np.log(-np.log(x))
    below = [[np.searchsorted(h, f, "left" if j < k else "right") for j, h in enumerate(g)]
             for k, f in enumerate(g)]  # fmt: skip
    others = [[b / len(x) for j, b in enumerate(row) if j != k] for k, row in enumerate(below)]
    return np.array([np.prod(row, axis=0).mean() for row in others])


def test_lesson_14_has_what_few_bits_sample(says):
    """Exact: ties go to the first class."""
    p = np.array(LADDER)
    assert p.sum() == pytest.approx(1, abs=1e-12)
    says(14, "text", *(f"{each:g}" for each in p))
    ends = {b: -np.log(-np.log((np.array([0, 2**b - 1]) + 0.5) / 2**b)) for b in (8, 24)}
    says(14, "text", *(f"{abs(end):.2f}" for end in ends[8]), f"{ends[24][1]:.1f}")
    assert np.log(p[0]) + ends[8][1] < np.log(p[4]) + ends[8][0]
    says(14, "questions", f"{ends[24][1]:.1f}", f"{20 - ends[24][1]:.1f}")
    ratios = {b: shares(p, (np.arange(2**b) + 0.5) / 2**b) / p for b in (8, 10, 12, 16)}
    assert ratios[8][0] == 0
    says(14, "seen", f"{ratios[16][0]:.3f}", f"{ratios[12][0]:.2f}", f"{ratios[10][0]:.2f}")
    says(14, "seen", f"{ratios[8][1]:.2f}")
    assert (np.abs(ratios[8] - 1) @ p) / 2 < 1e-3  # "hardly shows any of this"
    says(14, "questions", f"{shares(p, np.arange(2**11) / 2**11)[0] / p[0]:.2f}")


def test_lesson_15_has_how_two_vectors_go_together(says):
    """200,000 draws: a share is right to 0.0045, a share given that class 3 won to 0.006."""
    p, q = np.array(preset(15).probabilities), np.full(5, 0.2)
    noise = np.random.default_rng(1).gumbel(size=(5, 200_000))
    one, other = ((np.log(law)[:, None] + noise).argmax(axis=0) for law in (p, q))
    same, tv = (one == other).mean(), np.abs(p - q).sum() / 2
    exact = sum(1 / np.maximum(p / p[k], q / q[k]).sum() for k in range(5))
    assert exact == pytest.approx(same, abs=0.0045)
    says(15, "text", f"{exact:.3f}", f"{p @ q:.1f}", f"{1 - tv:.3f}", f"{(1 - tv) / (1 + tv):.3f}")
    assert set(other[one == 0]) == {0}
    for k, text in ((3, "0.34"), (0, "0.22")):
        share = (other[one == 3] == k).mean()
        assert share == pytest.approx(float(text), abs=0.005 + 0.006)
        says(15, "questions", text)
    says(15, "questions", f"{np.sum(p * np.log(p / q)):.3f}")
    # KL of the vectors, with u uniform on the simplex: 200,000 values are right to 0.03.
    u = np.exp(-noise) / np.exp(-noise).sum(axis=0)
    divergence = np.log(p / q).sum() + 5 * np.log((q / p) @ u).mean()
    assert divergence == pytest.approx(1.90, abs=0.005 + 0.03)
    says(15, "questions", "1.90")


def test_lesson_8_is_right_about_when_s_is_unbiased():
    for p in ((0.5, 0, 0.5), (0, 1, 0), (0.25,) * 4):
        parameters = Parameters(p)
        with np.errstate(divide="ignore"):
            s = relax(scores(parameters), 1.0)
        np.testing.assert_allclose(s.mean(axis=1), p, atol=0.005)
