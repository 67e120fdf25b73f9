"""Lines of equal height, against heights that are known."""

import numpy as np

from gumbel_gui.plots.items.level_lines import crossings, level_lines


def test_a_height_crosses_the_two_sides_of_a_triangle_whose_ends_it_lies_between():
    values, triangle = np.array([0.0, 1.0, 4.0]), np.array([[2], [0], [1]])
    heights = np.array([-1.0, 0.5, 2.0, 5.0])
    a, b, share, level = crossings(values, triangle, heights)
    np.testing.assert_allclose(values[a] + share * (values[b] - values[a]), heights[level])
    met = {(round(float(v), 9), frozenset(ends)) for v, ends in _met(values, a, b, share)}
    assert met == {
        (0.5, frozenset({0, 1})),
        (0.5, frozenset({0, 2})),
        (2.0, frozenset({0, 2})),
        (2.0, frozenset({1, 2})),
    }


def _met(values, a, b, share):
    return zip(
        values[a] + share * (values[b] - values[a]),
        zip(a.tolist(), b.tolist(), strict=True),
        strict=True,
    )


def test_lines_over_a_grid_follow_the_surface():
    x, y = np.meshgrid(np.linspace(0, 3, 61), np.linspace(0, 2, 41), indexing="ij")
    ends, level = level_lines(x + 2 * y, [1.0, 2.5, 9.0])
    height = 0.05 * ends[0] + 0.1 * ends[1]
    np.testing.assert_allclose(height, np.repeat(np.array([1.0, 2.5, 9.0])[level], 2))
    assert set(level.tolist()) == {0, 1}
    # Of each line the pieces are as long as it is, from edge to edge.
    long = np.hypot(*np.diff(ends.reshape(2, -1, 2) * 0.05)[..., 0])
    np.testing.assert_allclose(long[level == 0].sum(), 5**0.5 / 2)


def test_a_flat_surface_has_no_lines():
    ends, level = level_lines(np.ones((3, 3)), [0.5, 1.0, 2.0])
    assert ends.shape == (2, 0)
    assert len(level) == 0
