import math
import re
from dataclasses import replace

import numpy as np
import pytest

from gumbel_gui.core.draws import Chunk
from gumbel_gui.core.losses import FIRST_FOUR, Estimator
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.stages import Stages
from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.gradients.estimator_key import estimator_phrase
from gumbel_gui.plots.gradients.estimator_sums import GradientProblem
from gumbel_gui.plots.gradients.estimator_words import EstimatorCaption
from gumbel_gui.plots.gradients.gradient_estimators import GradientEstimators, numbers_of
from gumbel_gui.plots.words.text import number

NOTE = Parameters(NOTE_PROBABILITIES, 0.5, 30_000, 3)
DOTTED = " Dotted: length of the exact gradient ∇F."
GS, _, REINFORCE, BASELINE = FIRST_FOUR
each_loss = pytest.mark.parametrize("loss", ["cost", "distance"])


def summarise(parameters):
    part = Chunk(parameters, 0, parameters.draws, Stages(), Workspace())
    return GradientEstimators.summarise(part)


def numbers_at(parameters):
    """Return bias and deviation of the estimators."""
    return numbers_of(summarise(parameters), parameters)


def stats_at(parameters):
    return dict(numbers_at(parameters).stats)


def caption(parameters):
    """Return the caption without its head, which names t, and without its last sentence."""
    words = GradientEstimators().caption(summarise(parameters), parameters)
    return inner(words, parameters.temperature).replace("\u00a0", "").replace("−", "-")


def inner(words, t):
    """Return a caption without its first and last words, which are the same for all."""
    if words.startswith("The gradient is 0"):
        return words
    head = f"At t = {number(t)}, "
    assert words.startswith(head)
    assert words.endswith(DOTTED)
    return words.removeprefix(head).removesuffix(DOTTED)


def numbers(words):
    return [float(text) for text in re.findall(r"\d+\.?\d*", words)]


def test_the_caption_has_the_numbers():
    stats, words = stats_at(NOTE), caption(NOTE)
    stat, other = stats[GS], stats[BASELINE]
    bias, _, bound, deviation, half, least, larger, exact = numbers(words)
    assert bound == 95
    assert bias == pytest.approx(stat.bias, rel=5e-3)
    assert deviation == pytest.approx(stat.deviation, rel=5e-4)
    assert half == pytest.approx((stat.deviation_high - stat.deviation_low) / 2, rel=0.06)
    assert least <= stat.deviation / other.deviation <= larger
    assert larger == pytest.approx(stat.deviation_high / other.deviation_low, rel=0.06)
    assert "times wider than REINFORCE with baseline" in words
    assert exact == stats[REINFORCE].bias == 0
    assert "narrower" in caption(replace(NOTE, temperature=5))


@pytest.mark.sweep(26)
@each_loss
@pytest.mark.parametrize("mistake", Mistake)
@pytest.mark.parametrize("seed", range(4))
def test_the_caption_has_the_interval_of_rebar_and_theory_but_no_verdict(loss, mistake, seed):
    chosen = {"estimators": (GS, "rebar", REINFORCE), "estimator": "rebar"}
    parameters = replace(NOTE, draws=20_000, mistake=mistake, seed=seed, loss=loss, **chosen)
    stat, words = stats_at(parameters)[Estimator.REBAR], caption(parameters)
    if not stat.enough:  # of some mistakes it is unknown what draws are worth
        assert words.startswith("REBAR: with this noise its bias has no known interval.")
        return
    text = words.removeprefix("REBAR: bias ").partition(", SD ")[0]
    assert ("in theory 0" in text) == (mistake in (Mistake.NONE, Mistake.T_OUTSIDE))
    assert ("in theory nearly 0" in text) == (mistake is Mistake.FLOAT32)
    assert text.startswith("≤") == (stat.bias_low == 0)
    assert "not 0" not in words
    assert "chance" not in words
    if mistake in (Mistake.NORMAL, Mistake.NOISE_ON_P, Mistake.UNIFORM, Mistake.NO_NOISE):
        assert stat.bias_low > 0


@pytest.mark.parametrize(
    ("bias", "low", "high", "words"),
    [
        (0.0877, 0.0855, 0.0899, "0.0877 ± 0.0022 (at least 95 %)"),
        (0.303, 0.302978, 0.303022, "0.303000 ± 0.000022 (at least 95 %)"),
        (0.05, 0.004, 0.12, "0.004 to 0.12 (at least 95 %)"),
        (0.0, 0.0, 0.0047, "≤ 0.0047 (at least 95 %)"),
        (0.03, 0.0, 0.08, "≤ 0.08 (at least 95 %)"),
        (0.05, 0.026, 0.074, "0.050 ± 0.024 (at least 95 %)"),
        (0.05, 0.024, 0.076, "0.024 to 0.076 (at least 95 %)"),
        (0.0433, 0.0433, 0.0433, "0.0433"),
        (0.0, 0.0, 0.0, "0"),
    ],
)
def test_a_bias_has_its_interval_in_the_caption(bias, low, high, words):
    stats = stats_at(NOTE)
    stats[GS] = replace(stats[GS], bias=bias, bias_low=low, bias_high=high)
    ends = {"bias_low": low, "bias_high": high, "effective_size": 99.0}
    stats[REINFORCE] = replace(stats[REINFORCE], bias=bias, **ends)
    known = GradientProblem.of(replace(NOTE, mistake="normal-noise"))
    text = inner(EstimatorCaption(stats, 0.1, known, 0.5, 100, GS).text(), 0.5)
    assert text.startswith(f"Gumbel-softmax: bias {words}, SD ")
    assert text.endswith(f"REINFORCE: bias {words}.")


@pytest.mark.parametrize(
    ("own", "other", "words"),
    [
        (2.0, 1.0, "2.0 times wider than REINFORCE with baseline"),
        (1.0, 546.0, "540 to 550 times narrower than REINFORCE with baseline"),
        (1.0, 4e6, "more than 1000 times narrower than REINFORCE with baseline"),
        (1.04, 1.0, "a little wider than REINFORCE with baseline"),
        (1.0, 1.06, "1.1 times narrower than REINFORCE with baseline"),
        (1.0, 1.0, "like REINFORCE with baseline, within error"),
        (0.0, 0.0, "like REINFORCE with baseline"),
        (0.0, 1.0, "beside 1.0000 ± 0.0010 of REINFORCE with baseline"),
    ],
)
def test_deviations_are_compared_in_two_digits(own, other, words):
    stats = stats_at(NOTE)
    for each, value in ((GS, own), (BASELINE, other)):
        ends = {"deviation_low": 0.999 * value, "deviation_high": 1.001 * value}
        stats[each] = replace(stats[each], deviation=value, **ends)
    text = (
        EstimatorCaption(stats, 0.1, GradientProblem.of(NOTE), 0.5, 100, GS)
        .text()
        .replace("\u00a0", "")
    )
    assert f", {words}. REINFORCE: " in text


def test_where_there_can_be_no_gradient_the_bias_is_all_of_it():
    norm = np.linalg.norm(GradientProblem.of(NOTE).exact)
    for few, t in ((1, 0), (30_000, 0), (30_000, 1e300)):
        words = caption(replace(NOTE, temperature=t, draws=few))
        assert words.startswith(
            f"Gumbel-softmax: no gradient, so the bias is all of it, {norm:.3g}."
        )
    words = caption(replace(NOTE, temperature=0.001, mistake="no-noise"))
    assert f"no gradient, so the bias is all of it, {norm:.3g}." in words
    words = caption(replace(NOTE, probabilities=(0, 1, 0)))
    assert words == "The gradient is 0, and so is every estimate of it in 30000 draws."
    words = caption(replace(NOTE, loss="cost", weights=(3, 3, 3, 3, 3)))
    assert words.startswith("Gumbel-softmax = straight-through: no gradient, as there is none.")


@pytest.mark.parametrize(("off", "whole"), [(0, True), (5e-10, True), (-5e-9, False)])
def test_a_bias_is_all_of_the_gradient_up_to_rounding(off, whole):
    stats, bias = stats_at(NOTE), 0.1 * (1 + off)
    for each in (GS, BASELINE):
        ends = {"bias": bias, "bias_low": bias, "bias_high": bias}
        stats[each] = replace(stats[each], **ends, deviation=0, deviation_low=0, deviation_high=0)
    words = inner(EstimatorCaption(stats, 0.1, GradientProblem.of(NOTE), 0.5, 100, GS).text(), 0.5)
    beginning = "no gradient, so the bias is all of it, 0.1." if whole else "bias 0.1, SD 0, like "
    assert words.startswith(f"Gumbel-softmax: {beginning}")


@pytest.mark.parametrize(("t", "small"), [(0.02, True), (0.1, True), (0.11, False)])
def test_the_limit_of_small_t_is_mentioned_at_small_t(t, small):
    words = caption(replace(NOTE, temperature=t, draws=30))
    limit = ", which tends to 0 as t → 0." if small else ". REINFORCE"
    assert f"30 draws are too few to tell its bias{limit}" in words


@pytest.mark.parametrize("t", [1e-300, 1e-5])
def test_at_small_t_that_draws_show_no_gradient_does_not_mean_that_there_is_none(t):
    """E f(s) → F as t → 0, and its gradient with it; with a mistake, to something else."""
    few = replace(NOTE, temperature=t, draws=1000)
    words = caption(few)
    unknown = "1000 draws are too few to tell its bias"
    assert words.startswith(f"Gumbel-softmax: {unknown}, which tends to 0 as t → 0. REINFORCE")
    words = caption(replace(few, mistake="normal-noise"))
    assert words.startswith(f"Gumbel-softmax: {unknown}. REINFORCE")
    assert not stats_at(few)[GS].enough
    # With t outside the exponential, t makes no difference.
    assert caption(replace(few, mistake="t-outside")).startswith("Gumbel-softmax: bias 0.0")


def test_what_is_exact_says_so():
    """Uniform noise, 0 … 1, never makes up for ln 0.999 − ln 0.001: the bias is that of a class."""
    rare = Parameters((0.001, 0.999), 0.5, 100, 1, loss="cost", mistake="uniform-noise")
    assert stats_at(rare)[REINFORCE].exact
    assert caption(rare).endswith(" REINFORCE: bias 0.000001414 (exact).")
    assert caption(replace(rare, mistake="none")).endswith(" REINFORCE: bias 0 (exact).")
    nearly = replace(rare, mistake="float32-uniform")
    assert caption(nearly).endswith(" REINFORCE: bias 0 (exact for Gumbel noise).")


@pytest.mark.parametrize("estimator", Estimator)
def test_any_estimator_can_be_told_alone(estimator):
    alone = replace(NOTE, estimators=(estimator,), estimator=estimator, temperature=1.0)
    words, stat = caption(alone), stats_at(alone)[estimator]
    assert words.startswith(f"{estimator_phrase(estimator)}: bias ")
    assert ("(exact)" in words) == stat.exact == (not estimator.is_relaxed)
    assert re.search(r", SD [^,]*\.$", words)


def test_without_noise_all_draws_must_be_alike():
    still = replace(NOTE, mistake="no-noise", draws=3)
    stats, words = stats_at(still), caption(still)
    assert all(stat.effective_size == math.inf for stat in stats.values())
    bias = stats[REINFORCE].bias
    assert words.endswith(
        f"SD 0, like REINFORCE with baseline. REINFORCE: bias {bias:.4g} (exact)."
    )


@pytest.mark.parametrize("mistake", Mistake)
def test_rounding_is_0(mistake):
    """p (f − F) is 0.16 (1, −1), and so are both of REINFORCE's estimates: 0.2·0.8 and 0.8·0.2."""
    alike = Parameters((0.2, 0.8), 5.0, 3000, 1, loss="cost", weights=(0.2, -0.8), mistake=mistake)
    stat = stats_at(alike)[REINFORCE]
    assert (stat.bias, stat.bias_low, stat.bias_high, stat.deviation) == (0, 0, 0, 0)
    gumbel = " for Gumbel noise" if mistake is Mistake.FLOAT32 else ""
    assert caption(alike).endswith(f"REINFORCE: bias 0 (exact{gumbel}).")
    still = mistake is Mistake.NO_NOISE
    for t in (0.3, 5, 1e15):
        # With that t in the logarithms all noise is −34.5 to the last digit.
        alone = still or (mistake is Mistake.T_IN_LOGARITHMS and t == 1e15)
        assert (stats_at(replace(alike, temperature=t))[GS].deviation == 0) == alone
    # An impossible class makes no difference; float32 must not make one.
    equal = replace(alike, probabilities=(0.2, 0.8, 0), weights=(1, 1, 5), temperature=0.5)
    if mistake is not Mistake.NOISE_ON_P:
        assert stats_at(equal)[GS].deviation == 0


@pytest.mark.parametrize("scale", [1e-14, 1e-9, 1e-3, 1e3])
def test_small_losses_are_not_rounding(scale):
    """All that a cost is multiplied with, its gradients are; in float32 up to 1e-5."""
    cost = Parameters((0.2, 0.3, 0.5), 0.5, 3000, 1, loss="cost", weights=(0.3, 1.0, 0.1))
    whole = stats_at(cost)
    small = stats_at(replace(cost, weights=tuple(scale * w for w in cost.weights)))
    for each in FIRST_FOUR if scale > 1e-10 else (REINFORCE, BASELINE):  # fourth powers in float32
        wanted = scale * whole[each].deviation
        assert small[each].deviation == pytest.approx(wanted, rel=1e-5, abs=0)
        wanted = scale * whole[each].bias_high
        assert small[each].bias_high == pytest.approx(wanted, rel=1e-5, abs=0)


@pytest.mark.parametrize("estimator", FIRST_FOUR)
@each_loss
def test_the_caption_tells_the_chosen_estimator(estimator, loss):
    """Its bias and deviation in full, and the bias of one of the other kind."""
    chosen = replace(NOTE, estimator=estimator, loss=loss)
    words, stat = caption(chosen), stats_at(chosen)[estimator]
    relaxed = estimator in (GS, Estimator.STRAIGHT_THROUGH)
    name = {BASELINE: "REINFORCE with baseline"}.get(estimator, estimator.label)
    if relaxed and loss == "cost":
        name = "Gumbel-softmax = straight-through"
    assert words.startswith(f"{name}: bias ")
    told = re.search(r" SD ([\d.]+)", words.replace("\u00a0", " "))[1]
    assert float(told) == pytest.approx(stat.deviation, rel=0.005)
    other = "REINFORCE: bias " if relaxed else "Gumbel-softmax"
    assert f". {other}" in words


@pytest.mark.parametrize("draws", [100, 250])
def test_whether_an_interval_is_shown_does_not_depend_on_the_draws(draws):
    """Samples without large values would be chosen, whose deviations are too small."""
    known = [
        {each: stat.enough for each, stat in stats_at(replace(NOTE, draws=draws, seed=i)).items()}
        for i in range(40)
    ]
    assert all(each == known[0] for each in known)
