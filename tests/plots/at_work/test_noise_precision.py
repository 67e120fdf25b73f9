"""The precision of the noise: rounded draws, their law, and what is said of both."""

from dataclasses import replace

import numpy as np
import pytest

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.core.precision import Grid, exact_law
from gumbel_gui.plots.at_work.noise_precision import NoisePrecision
from gumbel_gui.plots.at_work.precision_law import ALL_BITS, distances, rounded_law

NOTE = Parameters(NOTE_PROBABILITIES, draws=4000, seed=2)
RARE = replace(NOTE, probabilities=(0.9, 0.09, 0.009, 0.0009, 0.0001))
CASES = {
    "note": NOTE,
    "rare": RARE,
    "four bits": replace(RARE, bits=4),
    "24 bits": replace(RARE, bits=24),
    "float16": replace(NOTE, noise_format="float16"),
    "float32": replace(NOTE, noise_format="float32"),
    "zero entries": replace(NOTE, probabilities=(0, 0.5, 0, 0.5), noise_format="bfloat16"),
    "noise on p": replace(NOTE, mistake=Mistake.NOISE_ON_P),
}


def said(plot, parameters, chunk):
    """Return the caption, and the quantities by name."""
    summary = NoisePrecision.summarise(chunk(parameters))
    table = plot.table(summary, parameters)
    return plot.caption(summary, parameters), {each.name: each for each in table.quantities}


@pytest.mark.parametrize("parameters", CASES.values(), ids=CASES)
def test_draws_are_those_of_rounded_x(parameters, chunk):
    grid = Grid.of(parameters.noise_format, parameters.bits)
    draws = chunk(parameters)
    x = (np.floor(draws.exact_uniform * grid.points) + grid.offset) / grid.points
    with np.errstate(divide="ignore"):
        shift = parameters.p if parameters.mistake is Mistake.NOISE_ON_P else parameters.log_p
        winners = (shift[:, None] - np.log(-np.log(x))).argmax(axis=0)
    counts = NoisePrecision.summarise(draws).counts
    np.testing.assert_array_equal(counts, np.bincount(winners, minlength=parameters.classes))


def test_other_noise_is_left_as_it_is(show, chunk):
    parameters = replace(NOTE, mistake=Mistake.NORMAL)
    summary = NoisePrecision.summarise(chunk(parameters))
    classes = chunk(parameters).classes
    np.testing.assert_array_equal(summary.counts, np.bincount(classes, minlength=5))
    text, quantities = said(show("noise_precision", parameters), parameters, chunk)
    assert "the noise is not exactly Gumbel noise, so x is not rounded to so many bits" in text
    assert NoisePrecision().heading(summary, parameters) == "Precision of the noise"
    assert [*quantities] == ["draws"]


def test_a_rare_class_is_lost(show, chunk):
    """With 2⁸ midpoints p = 0.0001 never wins; with bfloat16 in 4·10⁻⁷ of the draws."""
    plot = show("noise_precision", RARE)
    text, quantities = said(plot, RARE, chunk)
    assert "with x = (j + ½)/2⁸ the law of the classes is 0.000619 from that of" in text
    assert text.endswith("Never drawn: class 4 with p = 0.0001.")
    assert quantities["never_drawn"].value == 1
    halves = replace(RARE, noise_format="bfloat16")
    text, quantities = said(plot, halves, chunk)
    assert "with bfloat16 x = j/2⁸ the law" in text
    assert "Farthest off is class 4: 4.139·10⁻⁷, not 0.0001." in text
    assert quantities["never_drawn"].value == 0


@pytest.mark.parametrize(
    ("probabilities", "bits", "words"),
    [
        ((1, 1e-3, 1e-4, 1e-5), 6, "Never drawn: 3 classes, the most probable of them class 1"),
        ((1, 1, 2), 20, "the law of the classes is at most 0.00000"),
        ((1, 0, 0), 8, "the law of the classes is 0 from that of unrounded x"),
    ],
)
def test_what_the_caption_says(probabilities, bits, words, show, chunk):
    parameters = replace(NOTE, probabilities=probabilities, bits=bits)
    assert words in said(show("noise_precision", parameters), parameters, chunk)[0]


def test_an_impossible_first_class_is_told(show, chunk):
    text, _ = said(show("noise_precision", NOTE), CASES["zero entries"], chunk)
    assert "Where every x is 0 all scores are −∞, and argmax gives class 0: 0.0000153." in text


@pytest.mark.parametrize("parameters", [NOTE, RARE, CASES["noise on p"]])
def test_the_curves_are_the_distances_of_the_exact_laws(parameters):
    found, exact = distances(parameters)
    shift = parameters.p if parameters.mistake is Mistake.NOISE_ON_P else parameters.log_p
    p = np.exp(shift) / np.exp(shift).sum()
    for row, offset in zip(found, (0.5, 0.0), strict=True):
        for bits in (4, 8, 11):
            law = exact_law(shift, Grid(bits, offset))
            i = int(np.flatnonzero(bits == ALL_BITS)[0])
            assert row[i] == pytest.approx(np.abs(law - p).sum() / 2, rel=1e-9)
            assert exact[i]
    assert not exact[-1]


def test_what_is_at_most_so_far_is_no_less(chunk):
    """Where the curve has a bound, for time's sake, the law that is chosen is summed exactly."""
    parameters = replace(RARE, bits=16)
    found, exact = distances(parameters)
    i = int(np.flatnonzero(ALL_BITS == 16)[0])
    assert not exact[i]
    known = rounded_law(parameters)
    assert not known.off.any()
    assert 0 < known.distance < found[0, i]
