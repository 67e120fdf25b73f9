import numpy as np
import pyqtgraph as pg
import pytest

from gumbel_gui.plots.canvas.frame import Frame
from gumbel_gui.plots.items.ridges import TOGETHER, Ridges, coarse_density
from gumbel_gui.plots.look.style import LIGHT

EDGES = np.arange(61) / 10
COUNTS = np.random.default_rng(1).multinomial(10**6, np.full(60, 1 / 60), size=2)


@pytest.fixture
def ridges(qtbot):
    view = pg.GraphicsLayoutWidget(size=(480, 360))
    qtbot.addWidget(view)
    frame = Frame(LIGHT)
    view.addItem(frame)
    made = Ridges(frame, LIGHT)
    made.view = view  # which lives as long
    return made


def test_the_area_of_a_density_is_the_share_inside():
    for wins in (10**6, 2 * 10**6):
        density = coarse_density(COUNTS, np.array([wins, wins]), 0.1, 1.0)
        np.testing.assert_allclose(density.sum(axis=1) * 0.1, 10**6 / wins)


@pytest.mark.parametrize(("wins", "together"), [(1, 30), (50, 6), (1000, 3), (10**6, 1)])
def test_the_fewer_values_the_wider_the_bins(wins, together):
    """Scott: 3.5 σ n^(−1/3), at most that, of what divides all numbers of bins."""
    assert together <= max(3.5 * wins ** (-1 / 3) / 0.1, 1)
    counts = np.zeros((1, 60), int)
    counts[0, 31] = wins
    density = coarse_density(counts, np.array([wins]), 0.1, 1.0)[0]
    assert np.count_nonzero(density) == together
    assert density.max() == pytest.approx(1 / (0.1 * together))
    assert all(60 % each == 0 for each in TOGETHER)


def test_a_class_without_values_is_flat():
    assert not coarse_density(np.zeros((1, 60), int), np.array([0]), 0.1, 1.0).any()


def test_a_row_holds_its_density_and_its_law(ridges):
    ridges.fit(("a", "b"), (0, 1), (0.0, 6.0))
    density = coarse_density(COUNTS, COUNTS.sum(axis=1), 0.1, 1.0)
    x = np.linspace(0, 6, 7)
    top = ridges.show(EDGES, density, x, np.full((2, 7), 0.4))
    assert top == 0.5
    for (curve, _), base in zip(ridges._curves, (-0.88, -1.88), strict=True):
        along, y = curve.getData()
        np.testing.assert_allclose(along, np.repeat(EDGES, 2)[1:-1])
        np.testing.assert_allclose((y - base) * top / 0.8, np.repeat(density[0], 2), atol=0.02)
    law = ridges._exact.getData()[1].reshape(2, 7)
    np.testing.assert_allclose(law, [[-0.88 + 0.64] * 7, [-1.88 + 0.64] * 7])


def test_means_and_marks_beyond_the_axis_are_left_out(ridges):
    ridges.fit(("a", "b", "c"), (0, 1, 2), (0.0, 6.0))
    ridges.show_means(np.array([1.0, np.nan, 9.0]), np.array([700.0, 2.0, np.nan]))
    assert ridges._means.getData()[0].tolist() == [1]
    assert ridges._marks[1].getData()[0].tolist() == [2, 2]


def test_of_many_classes_the_first_have_rows_and_the_others_one(ridges):
    labels = tuple(f"class {k}" for k in range(20))
    ridges.fit(labels, (17, *range(17), 18, 19), (0.0, 6.0))
    assert ridges.shown == (*range(7), 17)
    density = np.full((20, 60), 0.1)
    ridges.show(EDGES, density, EDGES, np.zeros((0, 61)))
    assert len(ridges._curves.others.getData()[0]) == 12 * 120
    ridges.pin({17: 1.0, 19: 99.0}, 19)  # that has no row, and lies beyond the axis
    x, y = ridges._heads.getData()
    assert x.tolist() == [1, 6]
    assert (-y // 1).tolist() == [7, 8]


def test_spots_are_the_bins_and_the_means_of_the_rows(ridges):
    ridges.fit(("a", "b"), (0, 1), (0.0, 6.0))
    ridges.show(EDGES, np.full((2, 60), 0.1), EDGES, np.zeros((0, 61)))
    bins, means = ridges.spots(("count",), ("mean",), EDGES, np.array([1.0, 2.0]), 2)
    assert bins.nearest(0.35, -1.5, (0.01, 0.01)) == (0, 2 + 60 + 3)
    assert means.nearest(2.0, -1.66, (0.01, 0.01))[1] == 1
