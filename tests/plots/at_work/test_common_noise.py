"""Two vectors and one noise: the joint table, its exact law, and how often the same class wins."""

from dataclasses import replace

import numpy as np
import pytest
import scipy.special
import scipy.stats

from gumbel_gui.core.draws import CHUNK
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.plots.at_work.common_law import common_law
from gumbel_gui.plots.at_work.common_noise import CommonNoise, agreement
from tests.statistical import checks

NOTE = Parameters(NOTE_PROBABILITIES, draws=4000, seed=2)
TURNED = replace(NOTE, other=NOTE_PROBABILITIES[::-1])
CASES = {
    "equal shares": NOTE,
    "turned round": TURNED,
    "zeros in both": replace(NOTE, probabilities=(0, 0.4, 0.6), other=(0.5, 0.5, 0)),
    "tiny entries": replace(NOTE, probabilities=(1e-300, 1, 5e-324), other=(1, 1e-300, 1)),
    "64 classes": replace(NOTE, probabilities=tuple(range(1, 65)), draws=900),
    "noise on p": replace(TURNED, mistake=Mistake.NOISE_ON_P),
    "normal noise": replace(TURNED, mistake=Mistake.NORMAL),
    "no noise": replace(TURNED, mistake=Mistake.NO_NOISE),
    "noise after t": replace(TURNED, mistake=Mistake.NOISE_AFTER_T, temperature=0.5),
    "half precision": replace(TURNED, mistake=Mistake.HALF),
}
each_case = pytest.mark.parametrize("parameters", CASES.values(), ids=CASES)


def told(plot, parameters, chunk):
    """Return the quantities of a plot, by name."""
    table = plot.table(CommonNoise.summarise(chunk(parameters)), parameters)
    return {each.name: each for each in table.quantities}


@each_case
def test_pairs_are_those_of_the_same_noise(parameters, chunk):
    draws, mistake = chunk(parameters), parameters.mistake
    number = np.float16 if mistake is Mistake.HALF else np.float64
    with np.errstate(divide="ignore", over="ignore"):
        shifts = [np.log(w) for w in (parameters.p, parameters.q)]
    if mistake is Mistake.NOISE_ON_P:
        shifts = [parameters.p, parameters.q]
    if mistake is Mistake.NOISE_AFTER_T:
        shifts = [each / parameters.temperature for each in shifts]
    with np.errstate(over="ignore"):
        i, j = (
            (each.astype(number)[:, None] + draws.noise.astype(number)).argmax(axis=0)
            for each in shifts
        )
    counts = np.zeros((parameters.classes,) * 2, int)
    np.add.at(counts, (i, j), 1)
    summary = CommonNoise.summarise(draws)
    np.testing.assert_array_equal(summary.counts, counts)
    assert (summary.draws, summary.same) == (parameters.draws, (i == j).sum())


@pytest.mark.parametrize(
    "case", ["equal shares", "turned round", "noise on p", "no noise", "noise after t"]
)
def test_the_exact_law_is_sampled(case, chunk):
    parameters = replace(CASES[case], draws=CHUNK)
    summary, law = CommonNoise.summarise(chunk(parameters)), common_law(parameters)
    counts, exact = summary.counts.ravel(), law.joint.ravel()
    assert counts[exact == 0].sum() == 0
    cells = exact * CHUNK > 5
    if cells.sum() > 1:
        checks.counts(counts[cells], CHUNK * exact[cells], freedom=int(cells.sum()))
    checks.happens(summary.same, CHUNK, law.same)


def test_the_caption_of_the_note(show, chunk):
    """0.5309, 1.90 and 0.459 are those of the issue."""
    plot = show("common_noise", NOTE)
    text = plot.caption(CommonNoise.summarise(chunk(NOTE)), NOTE)
    assert (
        "P(same class) = 0.531, between the bounds 0.418 and 0.59; with noise of their own" in text
    )
    assert "would be 0.2. q: equal shares. KL(p ‖ q) is 0.4587, and 1.901 for" in text
    assert told(plot, NOTE, chunk)["same"].exact == pytest.approx(0.5309, abs=5e-5)


@pytest.mark.parametrize(
    ("p", "q", "words"),
    [
        ((1, 1, 0), (1, 1, 1), "KL(p ‖ q) is 0.4055, and ∞ for the relaxed vectors: a class has"),
        ((1, 1, 1), (1, 1, 0), "KL(p ‖ q) is ∞, and ∞ for the relaxed vectors: a class has"),
        ((1, 2, 0), (2, 1, 0), "KL(p ‖ q) is 0.231, and 0.3105 for the relaxed vectors, at any t"),
    ],
)
def test_an_infinite_divergence_is_said_so(p, q, words, show, chunk):
    """The last: of two classes, logistic laws δ = ln 4 apart, δ coth(δ/2) − 2."""
    parameters = replace(NOTE, probabilities=p, other=q)
    plot = show("common_noise", parameters)
    assert words in plot.caption(CommonNoise.summarise(chunk(parameters)), parameters)
    assert ("kl_relaxed" in told(plot, parameters, chunk)) == ("∞" not in words)


@pytest.mark.parametrize("mistake", [Mistake.NONE, Mistake.UNIFORM])
@pytest.mark.parametrize(
    ("p", "q", "share"), [((1, 2, 3), (1, 2, 3), 1), ((1, 0, 0), (0, 1, 1), 0)]
)
def test_what_is_certain_has_no_margin(p, q, share, mistake, chunk):
    parameters = replace(NOTE, probabilities=p, other=q, mistake=mistake)
    same = agreement(CommonNoise.summarise(chunk(parameters)), parameters)
    assert (same.low, same.value, same.high) == (share, share, share)


def test_the_divergence_is_that_of_the_classes_that_are_drawn(chunk):
    """Of softmax(p) and softmax(q), or p^(1/t) and q^(1/t): then that is no KL(p ‖ q)."""
    parameters = CASES["noise on p"]
    found = told(CommonNoise(), parameters, chunk)["kl_classes"]
    laws = scipy.special.softmax([parameters.p, parameters.q], axis=1)
    assert found.value == pytest.approx(scipy.stats.entropy(*laws))
    text = CommonNoise().caption(CommonNoise.summarise(chunk(parameters)), parameters)
    assert found.heading == "KL of the classes"
    assert "KL of the classes is" in text
    assert "KL(p ‖ q)" not in text


def test_what_is_too_small_for_a_float_is_not_0():
    """9^(−1/t) is 1e-954: of two classes, logistic laws δ = 1000 ln 9 apart, δ coth(δ/2) − 2."""
    parameters = replace(NOTE, probabilities=(0.9, 0.1), other=(1, 1), temperature=1e-3)
    law = common_law(replace(parameters, mistake=Mistake.NOISE_AFTER_T))
    assert law.relaxed == pytest.approx(1000 * np.log(9) - 2)


def test_no_law_is_claimed_of_other_noise(show, chunk):
    parameters = CASES["normal noise"]
    plot, summary = show("common_noise", parameters), CommonNoise.summarise(chunk(parameters))
    assert "the exact law of this noise is not known" in plot.caption(summary, parameters)
    table = plot.table(summary, parameters)
    assert np.isnan(next(each.values for each in table.columns if each.name == "exact")).all()
    known = {"same_with_own_noise", "kl_classes"}  # which depend on the two laws alone
    assert {each.name for each in table.quantities} == {"draws", "same", *known}


def test_where_one_class_is_certain_any_noise_has_a_known_law(chunk):
    parameters = replace(NOTE, mistake=Mistake.NO_NOISE, other=(0, 0, 0, 0, 1))
    law = common_law(parameters)
    np.testing.assert_allclose(law.joint, np.outer(np.eye(5)[3], np.eye(5)[4]))
    assert (law.same, law.high) == (0, 0)
    assert np.isnan(law.relaxed)


def test_where_t_changes_the_classes_it_is_said_so(show, chunk):
    parameters = CASES["noise after t"]
    plot = show("common_noise", parameters)
    text = plot.caption(CommonNoise.summarise(chunk(parameters)), parameters)
    assert "for the relaxed vectors, at this t." in text


def test_classes_too_rare_for_a_float_have_a_finite_divergence():
    parameters = Parameters.from_logits((0, -1000, 0), other=(1, 1, 1))
    assert parameters.p[1] == 0
    assert common_law(parameters).relaxed == pytest.approx(2000, rel=0.01)
