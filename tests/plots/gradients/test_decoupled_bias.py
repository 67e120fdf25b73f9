"""The map of the decoupled estimator's bias, against its law and against a minimiser of SciPy."""

import re
from dataclasses import replace

import numpy as np
import pytest
import scipy.optimize

from gumbel_gui.core.class_estimators import ClassEstimators
from gumbel_gui.core.losses import Loss
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.plots.gradients.bias_map import END, bias_map
from gumbel_gui.plots.gradients.decoupled_bias import DecoupledBias

NOTE = Parameters(NOTE_PROBABILITIES, 0.5, backward_temperature=2.0)
TWO = Parameters((0.3, 0.7))
INSIDE = Parameters((0.211, 0.009, 0.78), weights=(1.96, 0.22, -0.42))
"""Its least bias lies within the map."""
CASES = [
    NOTE,
    TWO,
    INSIDE,
    replace(NOTE, loss=Loss.COST),
    replace(NOTE, mistake=Mistake.NORMAL),
    replace(NOTE, mistake=Mistake.NOISE_ON_P),
    Parameters(tuple(range(1, 20))),
]


def caption(parameters):
    return DecoupledBias().caption(None, parameters)


@pytest.mark.parametrize("parameters", CASES)
def test_the_map_has_the_bias_of_each_pair_of_temperatures(parameters):
    found, law = bias_map(parameters), ClassEstimators.of(parameters)
    assert len(found.places) == len(found.biases) == (53 if parameters.classes > 16 else 105)
    assert (10 ** found.places[[0, -1]]).tolist() == pytest.approx([0.05, 20])
    assert 10 ** found.places[len(found.places) // 2] == 1
    for i, j in ((0, 0), (7, 40), (30, 11), (52, 26), (-1, -1)):
        t_f, t_b = 10 ** found.places[[i, j]]
        bias = law.decoupled(float(t_f), float(t_b)).bias
        assert found.biases[i, j] == pytest.approx(bias, rel=1e-9, abs=1e-10)


@pytest.mark.parametrize("parameters", CASES)
def test_the_best_point_is_the_best_that_a_minimiser_finds(parameters):
    found, law = bias_map(parameters), ClassEstimators.of(parameters)

    def bias(at):
        return law.decoupled(*(float(10**x) for x in at)).bias

    assert bias(found.best) == pytest.approx(found.least, rel=1e-6, abs=1e-8)
    assert found.least <= found.biases.min()
    i, j = np.unravel_index(found.biases.argmin(), found.biases.shape)
    for start in (found.best, found.places[[i, j]]):
        best = scipy.optimize.minimize(
            bias, start, method="Nelder-Mead", bounds=[(-END, END)] * 2, options={"xatol": 1e-9}
        )
        assert best.fun >= found.least - 1e-8


def test_an_inner_point_is_found_between_those_of_the_grid():
    found = bias_map(INSIDE)
    assert max(map(abs, found.best)) < END - 0.1
    assert 0 < found.least < 0.9 * found.biases.min()


def test_of_two_classes_there_is_no_bias_along_a_line():
    """The gradient is one number, whose sign changes from one side of it to the other."""
    found = bias_map(TWO)
    assert found.least == 0
    assert found.several
    assert "is 0, for instance at" in caption(TWO)


def test_costs_are_without_bias_wherever_the_slope_is_that_of_p():
    found = bias_map(replace(NOTE, loss=Loss.COST))
    assert (found.biases[:, 52] == 0).all()
    assert found.several
    assert found.best == (0, 0)
    assert (np.ptp(found.biases, axis=0) < 1e-12).all()


def test_what_cannot_move_is_said_to_be_everywhere_the_same():
    same = [
        (replace(NOTE, mistake=Mistake.T_OUTSIDE), "The bias is 0.2428 (exact) at any t and t_b."),
        (replace(NOTE, probabilities=(0, 1)), "The bias is 0 (exact) at any t and t_b."),
        (replace(NOTE, loss=Loss.COST, weights=(3,) * 5), "The bias is 0 (exact) at any t"),
    ]
    for parameters, words in same:
        assert words in caption(parameters)


def test_the_caption_says_the_bias_here_and_the_least():
    words = caption(NOTE)
    bias = ClassEstimators.of(NOTE).decoupled(0.5, 2).bias
    assert f"At t = 0.5 and t_b = 2 the bias is {bias:.4f} (exact)" in words
    rounded = replace(NOTE, mistake=Mistake.FLOAT32)
    assert f"the bias is {bias:.4f} (exact for Gumbel noise)" in caption(rounded)
    table = DecoupledBias().table(None, rounded)
    assert table.columns[2].heading == "bias, exact for Gumbel noise"
    found = bias_map(NOTE)
    least, best = re.search(r"is ([\d.]+), at t = 20 and t_b = ([\d.]+)\.", words).groups()
    assert float(least) == pytest.approx(found.least, rel=1e-3)
    assert float(best) == pytest.approx(10 ** found.best[1], rel=1e-3)
    norm = np.linalg.norm(ClassEstimators.of(NOTE).exact)
    assert f"‖∇F‖ = {norm:.4g}." in words


def test_the_picture_is_the_map(show):
    plot = show("decoupled_bias", NOTE)
    image = plot._image.image.astype(float).sum(axis=2)
    biases = bias_map(NOTE).biases
    order = np.argsort(biases.T, axis=None)
    assert (np.diff(image.ravel()[order]) <= 0).all()  # in a light look the larger the darker
    box = plot._image.mapRectToParent(plot._image.boundingRect())
    assert (box.left(), box.bottom()) == pytest.approx((-END, END))
    x, y = plot._lines.getData()
    levels = np.exp(np.round(np.log(_at(biases, x, y)) / np.log(10) * 2) / 2 * np.log(10))
    assert np.abs(np.log(_at(biases, x, y) / levels)).max() < 0.12  # 1 and 3 in each decade
    assert plot._now.getData()[0].tolist() == pytest.approx([np.log10(0.5)])
    assert plot._now.getData()[1].tolist() == pytest.approx([np.log10(2)])
    assert (plot._best.getData()[0][0], plot._best.getData()[1][0]) == bias_map(NOTE).best
    shown = [word for word in plot._words if word.isVisible()]
    assert len(shown) >= 2
    for word in shown:
        at = np.array([[word.pos().x()], [word.pos().y()]])
        assert float(word.toPlainText()) == pytest.approx(_at(biases, *at)[0], rel=0.02)


def _at(biases, x, y):
    """The map at places, linear in between."""
    n = len(biases) - 1
    i, j = ((at / END + 1) / 2 * n for at in (x, y))
    low = np.minimum(np.floor(i).astype(int), n - 1), np.minimum(np.floor(j).astype(int), n - 1)
    u, v = i - low[0], j - low[1]
    corners = (biases[low[0] + a, low[1] + b] for a in (0, 1) for b in (0, 1))
    shares = ((1 - u) * (1 - v), (1 - u) * v, u * (1 - v), u * v)
    return sum(c * share for c, share in zip(corners, shares, strict=True))


def test_marks_are_where_they_can_be(show):
    outside = show("decoupled_bias", replace(NOTE, temperature=0))
    assert len(outside._now.getData()[0]) == 0
    assert [entry.text for entry in outside.key.shown(1000)[0]] == ["least"]
    flat = show("decoupled_bias", replace(NOTE, mistake=Mistake.T_OUTSIDE))
    assert len(flat._best.getData()[0]) == 0
    assert [entry.text for entry in flat.key.shown(1000)[0]] == ["now"]
    assert len(flat._lines.getData()[0]) == 0


def test_words_have_room(show, pixels):
    for parameters in CASES:
        plot = show("decoupled_bias", parameters)
        pixels(plot)  # words get their sizes when they are painted
        boxes = [word.mapRectToScene(word.boundingRect()) for word in plot._words]
        boxes = [box for box, word in zip(boxes, plot._words, strict=True) if word.isVisible()]
        view = plot.frame.vb.mapRectToScene(plot.frame.vb.boundingRect())
        for k, box in enumerate(boxes):
            assert view.contains(box)
            assert not any(box.intersects(other) for other in boxes[:k])
