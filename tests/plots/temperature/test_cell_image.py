import numpy as np
import pytest

from gumbel_gui.plots.look.style import DARK, LIGHT
from gumbel_gui.plots.temperature.cell_image import CellImage
from gumbel_gui.plots.temperature.triangle import HEIGHT


@pytest.mark.parametrize("style", [LIGHT, DARK], ids=lambda style: style.name)
def test_the_more_draws_a_cell_holds_the_farther_it_is_from_the_ground(style, qapp):
    row, column = np.array([(r, c) for r in range(64) for c in range(r, 127 - r)]).T
    cells = np.zeros((64, 127), np.int64)
    cells[row, column] = np.random.default_rng(0).geometric(0.01, len(row)) // 40
    image = CellImage(style)
    image.show_counts(cells, cells.max())
    counts, pixels = cells[row, column], image.image
    height, width = pixels.shape[:2]
    middle = (column + 1) / 128, (row + np.where((column - row) % 2, 2, 1) / 3) / 64
    shade = pixels[(middle[1] * height).astype(int), (middle[0] * width).astype(int)].astype(int)
    np.testing.assert_array_equal(shade[:, 3], np.where(counts > 0, 255, 0))
    ground = np.array([int(style.surface[i : i + 2], 16) for i in (1, 3, 5)])
    strength = np.abs(shade[:, :3] - ground).sum(axis=1)
    by_count = [set(strength[counts == n].tolist()) for n in np.unique(counts)]
    assert all(len(same) == 1 for same in by_count)
    ordered = [same.pop() for same in by_count]
    assert ordered == sorted(set(ordered))
    assert ordered[1] > 0
    assert (pixels[[-1, -1, -9], [0, -1, 1], 3] == 0).all()  # outside the triangle


def test_the_picture_fills_the_triangle_and_may_be_empty(qapp):
    image = CellImage(LIGHT)
    image.show_counts(np.zeros((64, 127), np.int64), 0)
    assert not image.image[..., 3].any()
    box = image.mapRectToParent(image.boundingRect())
    assert (box.left(), box.top()) == (0, 0)
    assert (box.right(), box.bottom()) == pytest.approx((1, HEIGHT))
