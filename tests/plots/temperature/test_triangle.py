import numpy as np
import pytest
from scipy.spatial import cKDTree

from gumbel_gui.core.workspace import Workspace
from gumbel_gui.plots.temperature.triangle import (
    COLUMNS,
    CORNERS,
    HEIGHT,
    ROWS,
    cell_picture,
    count_cells,
    nearest,
    place,
)

ROW, COLUMN = np.mgrid[:ROWS, :COLUMNS].reshape(2, -1)
CELLS = np.flatnonzero((COLUMN >= ROW) & (COLUMN < COLUMNS - ROW))
"""Numbers of the ROWS² cells, row by row, among all places of the table."""


def middles():
    """Return the middles of the cells, (cells, 2): those that point up and down take turns."""
    row, column = ROW[CELLS], COLUMN[CELLS]
    third = np.where((column - row) % 2, 2, 1) / 3
    return np.stack([(column + 1) / (2 * ROWS), HEIGHT * (row + third) / ROWS], axis=1)


def cells_of(points):
    """Return the numbers of the cells that points (2, n) are in, by what these are.

    The middles of triangles that fill the plane are the vertices of a honeycomb, and what is
    nearer to one of these than to any other is its triangle.
    """
    return CELLS[cKDTree(middles()).query(np.asarray(points).T)[1]]


def dirichlet(n, alpha=(1.0, 1.0, 1.0), seed=0):
    return np.random.default_rng(seed).dirichlet(alpha, n).T


def test_corners_are_where_one_share_is_all():
    np.testing.assert_allclose(place(np.eye(3)), CORNERS)
    sides = CORNERS - np.roll(CORNERS, 1, axis=1)
    np.testing.assert_allclose(np.hypot(*sides), 1)
    assert place(np.eye(3, dtype=np.float32)).dtype == np.float32


@pytest.mark.parametrize("corners", [(0, 1, 2), (0, 1), (1, 2), (0, 2), (2, 0)])
def test_the_nearest_point_is_nearer_than_any_other(corners):
    others = np.zeros((3, 200_000))
    others[list(corners)] = dirichlet(200_000, (0.5,) * len(corners))
    xy = place(others)
    places = np.random.default_rng(1).uniform(-1, 2, (2, 100))
    for x, y in [*places.T, (0.5, 0.3), (-1e9, 3.0), (5e8, 1e9)]:
        shares = nearest(x, y, corners)
        assert shares.min() >= 0
        assert shares.sum() == pytest.approx(1, abs=1e-9)
        assert not shares[[i for i in range(3) if i not in corners]].any()
        own = np.hypot(*(place(shares) - (x, y)))
        least = np.hypot(xy[0] - x, xy[1] - y).min()
        assert own <= least * (1 + 1e-12)
        assert own == pytest.approx(least, rel=1e-9, abs=0.005)  # it is not only on its side


def test_a_place_within_is_its_own_nearest_point():
    shares = dirichlet(50)
    for x, y, *own in np.concatenate([place(shares), shares]).T:
        np.testing.assert_allclose(nearest(x, y), own, atol=1e-12)


@pytest.mark.parametrize("alpha", [(1, 1, 1), (0.1, 0.1, 0.1), (50, 50, 50), (5, 0.2, 1)])
def test_points_are_counted_in_the_cell_they_are_in(alpha):
    shares = dirichlet(40_000, alpha).astype(np.float32)
    counted = count_cells(shares, Workspace())
    assert counted.shape == (ROWS, COLUMNS)
    assert counted.sum() == 40_000
    expected = np.bincount(cells_of(place(shares.astype(np.float64))), minlength=ROWS * COLUMNS)
    # Points nearer to a side than rounding and the guard against it may be counted beyond it: one
    # in some ten thousand is.
    assert np.abs(counted.ravel() - expected).sum() <= 2 * 40
    assert not np.delete(counted.ravel(), CELLS).any()


def test_whatever_is_on_an_edge_or_in_a_corner_is_counted_within_the_triangle():
    along = np.linspace(0, 1, 3 * ROWS + 1, dtype=np.float32)
    for edge in range(3):
        shares = np.roll(np.stack([along, 1 - along, 0 * along]), edge, axis=0)
        counted = count_cells(np.ascontiguousarray(shares), Workspace())
        assert counted.sum() == len(along)
        assert not np.delete(counted.ravel(), CELLS).any()
        assert np.count_nonzero(counted) >= ROWS
    corners = count_cells(np.eye(3, dtype=np.float32), Workspace())
    assert corners[0, 0] == corners[0, -1] == corners[-1, ROWS - 1] == 1


def test_cells_are_equal_parts_of_the_triangle():
    """Of 10⁶ even draws, each of the 4096 cells has 244 ± 15.6.

    χ² with 4095 degrees of freedom is below 4640 but for one seed in 10⁸; a tenth of the cells
    that is 5 % larger than the others (and these smaller) would be seen: it adds 230 on average.
    """
    even = dirichlet(1_000_000, seed=3).astype(np.float32)
    counts = count_cells(even, Workspace()).ravel()[CELLS]
    mean = 1_000_000 / len(CELLS)
    assert len(CELLS) == ROWS**2
    assert ((counts - mean) ** 2).sum() / mean < 4640


def test_pixels_are_in_the_cells_they_show():
    picture = cell_picture(300, 256)  # of no pixel the middle is on a side
    assert picture.shape == (256, 300)
    row, column = np.nonzero(picture >= 0)
    xy = np.stack([(column + 0.5) / 300, HEIGHT * (row + 0.5) / 256])
    np.testing.assert_array_equal(picture[row, column], cells_of(xy))
    assert set(picture[row, column]) == set(CELLS)
    assert len(row) / picture.size == pytest.approx(0.5, abs=0.005)
    shares = np.stack([1 - xy[0] - xy[1] / HEIGHT / 2, xy[1] / HEIGHT])
    assert shares.min() >= -1e-12
