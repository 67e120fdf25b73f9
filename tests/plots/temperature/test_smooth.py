import numpy as np
import pytest
import scipy.interpolate

from gumbel_gui.plots.temperature.smooth import STEPS, finer, smooth

NODES = np.array([-2.0, -1.5, -1.2, -0.4, 0.0, 0.3, 1.0])


def test_finer_places_ascend_and_hold_the_places():
    x = finer(NODES)
    assert x.shape == (STEPS * 6 + 1,)
    assert (np.diff(x) > 0).all()
    np.testing.assert_array_equal(x[::STEPS], NODES)


@pytest.mark.parametrize("shape", [(7,), (7, 3), (7, 0)])
def test_shares_lie_on_the_curve_exactly(shape):
    shares = np.random.default_rng(1).random(shape)
    curve = smooth(NODES, shares)
    assert curve.shape == (STEPS * 6 + 1, *shape[1:])
    np.testing.assert_array_equal(curve[::STEPS], shares)
    assert ((curve >= 0) & (curve <= 1)).all()


def test_a_parabola_is_met_everywhere():
    x = finer(NODES)
    np.testing.assert_allclose(smooth(NODES, 0.1 * NODES**2 + 0.2), 0.1 * x**2 + 0.2, atol=1e-14)


def test_it_is_hermite_s_cubic_with_the_slopes_of_parabolas():
    shares = 0.3 + 0.4 * np.random.default_rng(2).random(7)
    slopes = np.array(
        [
            np.polyval(np.polyder(np.polyfit(NODES[j : j + 3], shares[j : j + 3], 2)), NODES[i])
            for i, j in enumerate([0, 0, 1, 2, 3, 4, 4])
        ]
    )
    expected = scipy.interpolate.CubicHermiteSpline(NODES, shares, slopes)(finer(NODES))
    np.testing.assert_allclose(smooth(NODES, shares), np.clip(expected, 0, 1), atol=1e-12)


def test_it_never_leaves_what_a_share_can_be():
    curve = smooth(NODES, np.array([0.0, 0, 0, 1, 1, 1, 0]))
    assert (curve.min(), curve.max()) == (0, 1)
