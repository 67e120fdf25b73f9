"""Names beside the ends of lines: where they are, and when the key has them instead."""

import numpy as np
import pytest

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.plots.canvas.in_view import Curve
from gumbel_gui.plots.items.end_labels import EndLabels, spread

LADDER = Parameters(tuple(range(1, 6)), 0.7, 3000, 5)
NAMED = ["convergence", "expectation_by_temperature", "annealing", "gradient_estimators", "descent"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ([10, 50, 90], [10, 50, 90]),
        ([50, 50], [45, 55]),
        ([60, 50, 40], [60, 50, 40]),
        ([50, 53, 80], [46.5, 56.5, 80]),
        ([0, 1], [2, 12]),
        ([99, 100, 98], [88, 98, 78]),
        ([], []),
    ],
)
def test_places_are_apart_in_order_and_near_to_what_is_wanted(wanted, expected):
    np.testing.assert_allclose(spread(wanted, 10, (2, 98)), expected)


def labels_of(plot):
    """Return the end labels of a plot."""
    return [item for item in plot.frame.childItems() if isinstance(item, EndLabels)]


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize("size", [(600, 400), (420, 300)])
def test_names_are_beside_their_pane_and_do_not_overlap(name, size, show, pixels):
    plot = show(name, LADDER)
    plot.frame.getViewWidget().resize(*size)
    pixels(plot)
    seen = 0
    for each in labels_of(plot):
        room, inside = each.boundingRect(), plot.frame.boundingRect()
        boxes = [box for _, _, box in each.places()]
        seen += len(boxes)
        for i, box in enumerate(boxes):
            assert room.contains(box)
            assert inside.contains(box)
            assert not any(box.intersects(other) for other in boxes[:i])
    assert seen


@pytest.mark.parametrize("name", NAMED)
def test_the_key_has_the_names_that_are_not_beside_the_lines(name, show, pixels):
    def texts(plot):
        return {entry.text for entry in plot.key.shown(5000)[0]}

    plot = show(name, LADDER)
    view = plot.frame.getViewWidget()
    view.resize(700, 420)
    pixels(plot)
    shown = [{entry.text for entry, _, _ in each.places()} for each in labels_of(plot)]
    assert all(shown)
    assert not texts(plot) & set().union(*shown)
    view.resize(190, 110)
    pixels(plot)
    assert not any(each.shown for each in labels_of(plot))
    assert texts(plot)
    view.resize(700, 420)
    pixels(plot)
    assert [{entry.text for entry, _, _ in each.places()} for each in labels_of(plot)] == shown


def test_a_name_has_the_colour_of_its_line_and_is_level_with_its_end(show, pixels):
    plot = show("expectation_by_temperature", LADDER)
    plot.frame.getViewWidget().resize(700, 700)
    pixels(plot)
    (labels,) = labels_of(plot)
    low, high = plot.frame.vb.viewRange()[1]
    view = labels._view()
    for (entry, end, box), (curve, k) in zip(labels.places(), plot._curves, strict=True):
        assert entry.text == str(k)
        assert entry.colour == plot.style.class_colour(k)
        y = view.bottom() - (curve.getData()[1][0] - low) / (high - low) * view.height()
        assert end.y() == pytest.approx(y, abs=0.6)
        assert box.center().y() == pytest.approx(y, abs=2 * box.height())


@pytest.mark.parametrize("name", NAMED)
def test_a_name_is_joined_to_where_its_line_ends(name, show, pixels):
    plot = show(name, LADDER)
    plot.frame.getViewWidget().resize(700, 700)
    pixels(plot)
    for each in labels_of(plot):
        vb, last = each._pane.vb, 0 if each._left else -1
        lines = [item.getData() for item in each._pane.items if isinstance(item, Curve)]
        drawn = np.array([(x[last], y[last]) for x, y in lines if y is not None and len(y)])
        for _, end, _ in each.places():
            place = vb.mapToView(vb.mapFromParent(end))
            assert np.isclose(drawn, [place.x(), place.y()], 1e-4, 1e-4).all(axis=1).any()


@pytest.mark.parametrize("name", ["gradient_estimators", "estimator_costs"])
@pytest.mark.parametrize(("width", "known"), [(900, "straight-through"), (480, "ST")])
def test_names_are_full_where_there_is_room(name, width, known, show, pixels):
    plot = show(name, LADDER)
    plot.frame.getViewWidget().resize(width, 420)
    pixels(plot)
    for each in labels_of(plot):
        assert known in {entry.text for entry, _, _ in each.places()}
