"""Ends of axes."""

import numpy as np
import pytest

from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.plots.canvas.ranges import round_end


@pytest.mark.parametrize(
    ("highest", "end"), [(1, 1), (1.01, 1.2), (0.54, 0.6), (0.37, 0.4), (9.5, 10), (0.0062, 0.007)]
)
def test_an_end_is_the_least_round_number_that_is_not_below(highest, end):
    assert round_end(highest) == pytest.approx(end, rel=1e-12)


def test_an_axis_is_nearly_full_and_stays_between_two_ends():
    values = np.geomspace(1e-9, 1e9, 20_000)
    ends = np.array([round_end(value) for value in values.tolist()])
    assert (ends >= values * (1 - 1e-9)).all()
    assert (values / ends).min() > 0.79
    assert len(set(ends.tolist())) == 18 * 14 + 1


@pytest.mark.parametrize("name", ["noise_histogram", "class_frequencies", "top_k"])
@pytest.mark.parametrize("draws", [100, 3000])
def test_bars_fill_their_axis(name, draws, show):
    """500 values of the noise, with a peak of 0.54, were on an axis to 1."""
    plot = show(name, Parameters(NOTE_PROBABILITIES, 0.5, draws, 5))
    _, top = plot.frame.vb.viewRange()[1]
    item = plot.frame.items[0]
    heights = item.getData()[1] if hasattr(item, "getData") else item.opts["height"]
    assert max(heights) > 0.7 * top


def test_the_lines_of_a_descent_fill_their_axes(show):
    """They ran to 0.77 on an axis to 0.93."""
    plot = show("descent", Parameters(NOTE_PROBABILITIES, 0.5, 3000, 5))
    for pane, curves in zip(
        plot.frame.panes, (plot._losses.values(), [c for c, _ in plot._paths]), strict=True
    ):
        low, high = pane.vb.viewRange()[1]
        heights = [curve.getData()[1] for curve in curves]
        highest = max(max(each) for each in heights if len(each))  # not all are shown
        assert low < highest < high
        assert (highest - low) / (high - low) > 0.75
