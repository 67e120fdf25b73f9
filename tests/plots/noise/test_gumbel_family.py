import re
from itertools import combinations, product

import numpy as np
import pytest
import scipy.stats
from PyQt6.QtCore import QRect, QRectF

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.plots.look.style import DARK, LIGHT, PRINT
from gumbel_gui.plots.noise.gumbel_family import GumbelFamily, x_range

SLIDERS = list(product((-3, -1.7, 0, 0.4, 3), (0.2, 0.36, 0.5, 1, 1.7, 3)))
ALLOWED = list(product((-100, -99.97, -3, 0, 1e-9, 1, 45.5, 100), (0.01, 0.1, 0.2, 1, 3, 17, 100)))
WIDE = [(7, 0.2), (-7.5, 0.2), (13, 0.5), (-15, 0.5), (35, 1.1), (-37, 1.1), (60, 2.1)]
"""Far out on an axis around 0, if it can be on it."""
SEAM = 2
"""Pixels around the letters of a name."""


def of(location, scale):
    """Return parameters with this location and scale."""
    return Parameters((1, 2), draws=10, location=location, scale=scale)


def distributions(location, scale):
    """Return SciPy's distributions of maxima and of minima."""
    return (
        scipy.stats.gumbel_r(location, scale),
        scipy.stats.gumbel_l(location, scale),
    )


@pytest.fixture
def family(show):
    """Return a function that draws the plot of a location and a scale."""

    def drawn(location, scale, style=LIGHT):
        return show("gumbel_family", of(location, scale), style)

    return drawn


@pytest.mark.parametrize(("location", "scale"), ALLOWED)
def test_curves_are_those_of_scipy(location, scale, family):
    plot = family(location, scale)
    low, high = plot.frame.vb.viewRange()[0]
    for each, gumbel, standard in zip(
        plot._both, distributions(location, scale), distributions(0, 1), strict=True
    ):
        for curve, exact in (
            (each.pdf, gumbel.pdf),
            (each.cdf, gumbel.cdf),
            (each.standard, standard.pdf),
        ):
            x, y = curve.getData()
            assert (x[0], x[-1]) == (low, high)
            assert (np.diff(x) >= 0).all()
            with np.errstate(over="ignore"):  # far beyond the standard distribution
                np.testing.assert_allclose(y, exact(x), rtol=1e-7, atol=1e-12)


@pytest.mark.parametrize(("location", "scale"), ALLOWED)
def test_straight_lines_between_the_points_are_as_good_as_the_curve(location, scale, family):
    plot = family(location, scale)
    low, high = plot.frame.vb.viewRange()[0]
    between = np.concatenate(
        [np.linspace(low, high, 3001), location + scale * np.linspace(-9, 9, 3001)]
    )
    between = between[(low <= between) & (between <= high)]
    for each, gumbel in zip(plot._both, distributions(location, scale), strict=True):
        for curve, exact in ((each.pdf, gumbel.pdf), (each.cdf, gumbel.cdf)):
            y = np.interp(between, *curve.getData())
            assert np.abs(y - exact(between)).max() < 0.002 * exact(curve.getData()[0]).max()


@pytest.mark.parametrize(("location", "scale"), ALLOWED)
def test_mode_and_means_are_marked_where_they_are(location, scale, family):
    plot = family(location, scale)
    maxima, minima = distributions(location, scale)
    x, y = plot._mode.getData()
    np.testing.assert_array_equal(x, [location, location])
    np.testing.assert_allclose(y, [0, maxima.pdf(location)])
    # It is the mode of both: nowhere is either density higher.
    grid = location + scale * np.linspace(-5, 5, 4001)
    assert max(maxima.pdf(grid).max(), minima.pdf(grid).max()) <= y[1] * (1 + 1e-9)
    for each, gumbel in zip(plot._both, (maxima, minima), strict=True):
        x, y = each.mean.getData()
        np.testing.assert_allclose(x, [gumbel.mean()] * 2)
        np.testing.assert_allclose(y, [0, gumbel.pdf(gumbel.mean())])
    dots = np.array(plot._dots.getData())
    means = [maxima.mean(), minima.mean()]
    np.testing.assert_allclose(dots, [means, [maxima.pdf(means[0]), minima.pdf(means[1])]])


@pytest.mark.parametrize(("location", "scale"), [*SLIDERS, *ALLOWED])
def test_the_sentence_is_true(location, scale):
    words = GumbelFamily().caption(None, of(location, scale)).replace("−", "-")
    maxima, minima = distributions(location, scale)
    mode = float(re.search(r"mode at μ = (-?[\d.]+(?:·10⁻⁹)?) ", words)[1].replace("·10⁻⁹", "e-9"))
    assert mode == pytest.approx(location, rel=1e-5)
    digits = 2e-3 * scale
    assert float(re.search(r"πβ/√6 = ([\d.]+)\. ", words)[1]) == pytest.approx(
        maxima.std(), abs=digits
    )
    assert minima.std() == pytest.approx(maxima.std())
    for pattern, gumbel in (
        (r"max: μ \+ γβ = (-?[\d.]+);", maxima),
        (r"min: μ - γβ = (-?[\d.]+)\.$", minima),
    ):
        shown = float(re.search(pattern, words)[1])
        assert shown == pytest.approx(gumbel.mean(), abs=digits)


def test_means_near_zero_have_no_sign():
    gamma = float(np.euler_gamma)
    words = GumbelFamily().caption(None, of(-gamma, 1.0 + 1e-9))
    assert "γβ = 0.000;" in words
    assert "−0.000" not in GumbelFamily().caption(None, of(gamma - 1e-9, 1.0))


def test_the_heading_names_location_and_scale():
    heading = GumbelFamily().heading(None, of(-1.25, 0.5))
    assert heading == "Gumbel(μ = −1.25, β = 0.5)"


def test_both_distributions_are_well_in_view(family):
    plot = family(0, 1)
    for location, scale in [*SLIDERS, *ALLOWED]:
        plot.draw(None, of(location, scale))
        above, below = (pane.vb.viewRange() for pane in plot.frame.panes)
        (low, high), (bottom, top) = above
        for gumbel in distributions(location, scale):
            ends = gumbel.cdf([low, high])
            assert ends[0] < 0.014, (location, scale)
            assert ends[1] > 0.986, (location, scale)
            assert gumbel.pdf([low, high]).max() < gumbel.pdf(location) / 25
        # Neither needles nor mere tops of hills.
        assert 1 / 80 <= scale / (high - low) <= 0.12, (location, scale)
        peak = distributions(location, scale)[0].pdf(location)
        assert bottom == 0
        assert 0.59 * top < peak <= 0.8 * top, (location, scale)
        # Both cdfs rise from 0 to 1 below, on the same x axis.
        assert below == [[low, high], [0, 1.04]]


@pytest.mark.parametrize(("location", "scale"), SLIDERS)
def test_sliders_keep_the_standard_distributions_in_view(location, scale):
    assert x_range(location, scale) in {(-8, 8), (-16, 16)}


def test_while_a_slider_moves_the_axes_hardly_ever_do(family, monkeypatch):
    plot, moved, ticked = family(0, 0.2), [], []
    plot.frame.vb.sigRangeChanged.connect(lambda *_: moved.append(1))
    axis = plot.frame.panes[1].axis("bottom")
    set_ticks = axis.setTicks
    monkeypatch.setattr(axis, "setTicks", lambda ticks: (ticked.append(1), set_ticks(ticks)))
    for scale in np.linspace(0.2, 3, 281):
        plot.draw(None, of(0, float(scale)))
    # Of 281 times: once for the width, and for the height once per round number.
    assert len(moved) <= 18
    moved.clear()
    for location in np.linspace(-3, 3, 301):
        plot.draw(None, of(float(location), 1))
    assert len(moved) == 1
    assert len(ticked) == 2  # with the width alone


@pytest.mark.parametrize("size", [(310, 200), (520, 330)], ids=str)
def test_ticks_say_where_they_are_and_fit(size, family):
    plot = family(0, 1)
    view = plot.frame.getViewWidget()
    view.resize(*size)
    for location, scale in [*SLIDERS, *ALLOWED]:
        plot.draw(None, of(location, scale))
        view.grab()
        below = plot.frame.panes[1]
        for side, ends in zip(("bottom", "left"), below.vb.viewRange(), strict=True):
            axis = below.axis(side)
            (ticks,) = axis._tickLevels
            assert len(ticks) >= 3
            for place, text in ticks:
                assert ends[0] <= place <= ends[1]
                assert float(text.replace("−", "-")) == pytest.approx(place, abs=1e-9)
        ticks, ends = below.axis("bottom")._tickLevels[0], below.vb.viewRange()[0]
        each = plot.frame.vb.width() / (ends[1] - ends[0])
        edges = [0.0]
        for place, text in ticks:
            half = below.axis("bottom")._metrics.horizontalAdvance(text) / 2
            centre = (place - ends[0]) * each
            assert centre - half >= edges[-1], (location, scale, text)
            edges.append(centre + half + 3)
        assert edges[-1] <= plot.frame.vb.width() + 3


@pytest.mark.parametrize("style", [LIGHT, PRINT], ids=lambda style: style.name)
@pytest.mark.parametrize("size", [(310, 200), (520, 330)], ids=str)
def test_names_are_whole_and_do_not_overlap(size, style, family):
    plot = family(0, 1, style)
    view = plot.frame.getViewWidget()
    view.resize(*size)
    names = [*(each.name for each in plot._both), plot._mode_name]
    dense = product(np.linspace(-3, 3, 7), np.linspace(0.2, 3, 57))
    for location, scale in [*dense, *ALLOWED, *WIDE]:
        plot.draw(None, of(float(location), float(scale)))
        view.grab(QRect(0, 0, 1, 1))  # names are placed before anything is painted
        places = [name.mapRectToScene(name._seam.boundingRect()) for name in names]
        places = [place.adjusted(SEAM, SEAM, -SEAM, -SEAM) for place in places]
        inside = plot.frame.vb.sceneBoundingRect()
        assert all(inside.contains(place) for place in places), (location, scale)
        assert not any(a.intersects(b) for a, b in combinations(places, 2)), (location, scale)


@pytest.mark.parametrize("style", [LIGHT, DARK, PRINT], ids=lambda style: style.name)
def test_the_key_fits_and_has_the_colours_of_the_curves(style, family):
    plot = family(1, 2, style)
    entries, left_out = plot.key.shown(300)
    assert left_out == 0
    assert [entry.text for entry in entries] == ["max", "min", "μ = 0, β = 1"]
    for entry, each in zip(entries, plot._both, strict=False):
        for curve in (each.pdf, each.cdf, each.mean):
            assert curve.opts["pen"].color().name() == entry.colour
        assert each.name.color.name() == entry.colour
        assert each.standard.opts["pen"].color().name() == entries[-1].colour


def test_the_seam_around_a_word_lies_around_its_letters(family, pixels):
    plot = family(0, 1)
    name = plot._both[0].name
    for item in plot.frame.items:
        item.setVisible(item is name)
    with_name = pixels(plot)
    name.setVisible(False)
    rows, columns = np.nonzero(with_name != pixels(plot))
    ink = QRectF(columns.min(), rows.min(), np.ptp(columns) + 1, np.ptp(rows) + 1).toAlignedRect()
    ground = plot.frame.getViewWidget().backgroundBrush().color().name()
    assert ground == "#000000"  # so that the light seam of the light look is seen on it
    seam = name.mapRectToScene(name._seam.boundingRect())
    assert abs(seam.left() - ink.left()) <= 1.5
    assert abs(seam.right() - ink.right()) <= 1.5
    letters = with_name[rows.min() : rows.max(), columns.min() : columns.max()]
    coloured = (letters & 0xFF) > (letters >> 16) + 60  # the accent is blue, the seam is white
    assert coloured.any()
    # Above and below, left and right of the letters there is as much of the seam.
    where = np.nonzero(coloured)
    shifted = [
        where[0].min(),
        letters.shape[0] - where[0].max(),
        where[1].min(),
        letters.shape[1] - where[1].max(),
    ]
    assert max(shifted) - min(shifted) <= 2


def test_draws_do_not_matter():
    here = of(2, 0.5)
    there = Parameters((3, 2, 1), draws=99, seed=4, mistake="no-noise", location=2, scale=0.5)
    assert GumbelFamily.cache_key(here) == GumbelFamily.cache_key(there)
    assert GumbelFamily.cache_key(here) == GumbelFamily.cache_key(of(1, 3))
    for words in (GumbelFamily().caption, GumbelFamily().heading):
        assert words(None, here) == words(None, there) != words(None, of(1, 3))
    with pytest.raises(TypeError, match="needs no draws"):
        GumbelFamily.summarise(here)
