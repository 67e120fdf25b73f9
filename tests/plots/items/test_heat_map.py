"""Heat maps: the scale, the shades, and what is painted, in the one plot that has them."""

import re
from dataclasses import replace
from itertools import combinations, cycle, product

import numpy as np
import pytest
from PyQt6.QtCore import QRectF, Qt
from PyQt6.QtGui import QFontMetricsF, QImage, QPainter

from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.core.parameters import NOTE_PROBABILITIES, Parameters
from gumbel_gui.plots.gradients.jacobian_sums import least_decided
from gumbel_gui.plots.items.heat_map import TALLEST, HeatMap, _column_width
from gumbel_gui.plots.items.heat_scale import INKS, Shades, coarse_scale, unit_of, written
from gumbel_gui.plots.items.heat_words import Texts, column_places
from gumbel_gui.plots.look.style import DARK, LIGHT, PRINT

NOTE = Parameters(NOTE_PROBABILITIES, 0.7, 500, 5)
LADDER = tuple(range(1, 65))
STYLES = LIGHT, DARK, PRINT
each_style = pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)


class Recorder(QPainter):
    """Paints, and notes down the texts, where, in which size of letters, and on which side."""

    def __init__(self, image):
        super().__init__(image)
        self.texts = []
        self.lines = 0

    def drawText(self, place, flags, text):  # noqa: N802 (Qt's)
        self.texts.append((text, QRectF(place), self.font(), flags))
        super().drawText(place, flags, text)

    def drawLine(self, *ends):  # noqa: N802 (Qt's)
        self.lines += 1
        super().drawLine(*ends)


def box_of(text, place, font, flags):
    """Return where the letters of a text are: in the middle of its place, or on its right."""
    width, height = QFontMetricsF(font).horizontalAdvance(text), 0.8 * font.pixelSize()
    right = flags & Qt.AlignmentFlag.AlignRight
    left = place.right() - width if right else place.center().x() - width / 2
    return QRectF(left, place.center().y() - height / 2, width, height)


def painted(plot, size):
    """Return the texts of the three panes of a plot in a card of this size."""
    view = plot.frame.getViewWidget()
    view.resize(*size)
    view.grab()
    found = []
    for cells in plot._maps:
        image = QImage(*size, QImage.Format.Format_RGB32)
        painter = Recorder(image)
        cells.paint(painter)
        painter.end()
        found.append((cells.getViewBox(), painter.texts, painter.lines))
    return found


@pytest.mark.parametrize("value", [0, 5e-324, 1e-310, 1e-100, 0.001, 0.0999, 0.1, 1, 3, 500, 2e299])
def test_scales_are_coarse_and_hold_the_value(value):
    scale = coarse_scale(value)
    unit = unit_of(scale)
    assert scale >= value
    assert re.fullmatch(r"[125]e[+-]\d+", f"{scale:.0e}")
    assert float(f"{scale:.0e}") == scale
    assert value == 0 or value < 1e-307 or scale <= 2.5000001 * value
    assert unit > 0
    assert 0.01 <= scale / unit <= 500


def test_numbers_of_a_matrix_are_written_alike():
    values = np.array([0, 1, 0.123, -0.126, -0.001, 2.5, -2.5, 10.04])
    full = ["0.00", "1.00", "0.12", "−0.13", "0.00", "2.50", "−2.50", "10.04"]
    assert written(values, 2) == full
    assert written(values, 1) == ["0.0", "1.0", "0.1", "−0.1", "0.0", "2.5", "−2.5", "10.0"]
    short = [".00", "1.00", ".12", "−.13", ".00", "2.50", "−2.50", "10.04"]
    assert written(values, 2, short=True) == short
    assert written(np.array([-0.126, 0.999]), 0, short=True) == ["0", "1"]
    for short in (False, True):  # argmax's slopes, and one-hot vectors
        assert written(np.array([0, 1.0, -0.0]), 2, short=short) == ["0", "1", "0"]


@each_style
def test_numbers_are_read_on_every_shade(style):
    def luminance(colour):
        linear = [
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
            for c in colour.getRgbF()[:3]
        ]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    shades = Shades(style)
    grounds = [*shades.slopes, *shades.shares]
    inks = [*shades.inks, *shades.share_inks]
    assert {ink.name() for ink in inks} <= set(INKS)
    for ground, ink in zip(grounds, inks, strict=True):
        low, high = sorted((luminance(ground.color()), luminance(ink)))
        assert (high + 0.05) / (low + 0.05) >= 4.0
    middle = len(shades.slopes) // 2
    assert shades.slopes[middle].color().name() == shades.shares[0].color().name() == style.surface


@pytest.mark.parametrize(
    ("style", "size", "p", "labels"),
    [
        (style, *each)
        for style, each in zip(
            cycle(STYLES),
            product(
                [(320, 170), (420, 300), (700, 340), (1400, 500)],
                [(0.3, 0.7), NOTE_PROBABILITIES, LADDER[:12], LADDER],
                [(), ("a very long name of a class", "B") * 32],
            ),
            strict=False,
        )
    ],
)
def test_words_and_numbers_fit(p, size, style, labels, show):
    for option, t in (((), 0.5), (("mean",), 10), ((), 1e-3)):
        parameters = replace(NOTE, probabilities=p, temperature=t)
        plot = show("jacobian", parameters, style, labels, frozenset(option))
        assert plot.key.shown(270)[1] == 0
        for view, texts, _ in painted(plot, size):
            inside = QRectF(view.rect()).adjusted(-1, -1, 1, 2)
            cells = len(p) * (len(p) + 1)
            numbers = texts[:cells] if len(texts) > cells else []
            for text, place, font, _ in numbers:
                metrics = QFontMetricsF(font)
                assert metrics.horizontalAdvance(text) + 1.5 <= place.width()
                assert 0.8 * font.pixelSize() <= place.height()
                assert inside.contains(place)
            words = [box_of(*each) for each in texts[len(numbers) :] if each[0]]
            assert words  # the title at least
            assert all(inside.contains(box) for box in words)
            assert not any(one.intersects(other) for one, other in combinations(words, 2))
            matrix = [place for _, place, *_ in numbers]
            assert not any(box.intersects(place) for box in words for place in matrix)


def test_the_numbers_are_those_of_the_matrix(show):
    plot = show("jacobian", NOTE)
    for (_, texts, _), cells in zip(painted(plot, (1400, 500)), plot._maps, strict=True):
        words = [text for text, *_ in texts][: 5 * 5 + 5]
        values = [float(text.replace("−", "-")) for text in words]
        assert len({len(text.partition(".")[2]) for text in words[:25]}) == 1
        np.testing.assert_allclose(values[:25], cells._cells.matrix.ravel(), atol=0.0051)
        np.testing.assert_allclose(values[25:], cells._cells.column, atol=0.0051)


def test_words_above_the_matrices_say_what_they_are(show):
    plot = show("jacobian", NOTE)
    heads = ("0 almost everywhere", "y"), ("sᵢ(δᵢⱼ − sⱼ)/t", "s"), ("those of softmax", "y")
    draw = f"softmax, draw {1 + least_decided(plot._summary)}"
    titles = "argmax", draw, "straight-through"
    for (_, texts, _), title, head in zip(painted(plot, (1400, 500)), titles, heads, strict=True):
        assert [text for text, *_ in texts][30:33] == [title, *head]
    for mistake, formula in (
        (Mistake.NOISE_ON_P, "Σₘ sᵢ(δᵢₘ − sₘ)pₘ(δₘⱼ − pⱼ)/t"),
        (Mistake.T_OUTSIDE, "sᵢ(δᵢⱼ − sⱼ)"),
    ):
        plot = show("jacobian", replace(NOTE, mistake=mistake))
        assert plot._maps[1]._head.choices[0] == formula
    low = [text for text, *_ in painted(plot, (700, 140))[1][1]]
    assert draw in low
    assert "s" not in low  # there is no room for a second line


def test_too_many_classes_have_no_numbers(show):
    plot = show("jacobian", replace(NOTE, probabilities=LADDER))
    for _, texts, lines in painted(plot, (700, 340)):
        assert len(texts) < 3 + 64
        assert lines == 0  # which would hide small cells
    for _, _, lines in painted(show("jacobian", NOTE), (700, 340)):
        assert lines == 4 * 3


def test_one_name_of_a_column_alone_is_not_shown():
    names, metrics = [str(k) for k in range(64)], QFontMetricsF(LIGHT.font())
    assert column_places(names, metrics, 12, QRectF(40, 0, 12, 50)) == []
    assert len(column_places(names, metrics, 12, QRectF(40, 0, 60, 50))) > 1


def test_what_does_not_fit_is_written_shorter_or_not_at_all():
    metrics = QFontMetricsF(LIGHT.font())
    texts = Texts(("straight-through", "ST"))
    assert texts.fitting(metrics, 500) == "straight-through"
    assert texts.fitting(metrics, 30) == "ST"
    assert texts.fitting(metrics, 3) == ""


@pytest.mark.parametrize(("classes", "share"), [(2, 0.1), (5, 0.1), (64, 0.17)])
def test_the_axis_is_as_wide_as_the_cells_and_names_of_rows(classes, share):
    beside = max(0.08 * classes, 1) * 1.2
    for named, wide in ((True, 1 + share), (False, 1)):
        cells = HeatMap(LIGHT, rows_named=named)
        cells.set_names([str(k) for k in range(classes)], "ln p_j")
        low, high = cells.x_range()
        assert high == classes - 0.5
        assert high - low == pytest.approx(wide * (classes + beside), abs=1e-5)


def test_p_of_few_classes_has_as_many_digits_as_the_cells(show):
    """0.15 is not written as 0.1 or 0.2 beside shares of two digits."""
    plot = show("common_noise", replace(NOTE, probabilities=(0.15, 0.15, 0.2, 0.3, 0.2)))
    _, texts, beside = plot._maps[1]._written(30.0, 30.0, 30.0 * _column_width(5))
    assert beside[:2] == [".15", ".15"]
    assert {len(each) for each in texts} == {3}


@pytest.mark.parametrize("p", [(0.3, 0.7), NOTE_PROBABILITIES, LADDER[:12], LADDER], ids=len)
@pytest.mark.parametrize("size", [(320, 170), (340, 290), (365, 700), (520, 330), (1050, 330)])
def test_cells_are_no_strips_and_in_the_middle(p, size, show):
    plot = show("jacobian", replace(NOTE, probabilities=p))
    view = plot.frame.getViewWidget()
    view.resize(*size)
    view.grab()
    for pane, cells in zip(plot._panes, plot._maps, strict=True):
        width, height = pane.vb.width(), pane.vb.height()
        low, high = pane.vb.viewRange()[0]
        left = (-0.5 - low) / (high - low) * width
        matrix, column = cells._boxes(width, height, left)
        assert matrix.height() <= TALLEST * matrix.width() + 1e-6
        above, below = matrix.top(), height - matrix.bottom()
        assert above == pytest.approx(below, abs=1.1)
        assert matrix.right() == pytest.approx(width)
        assert -0.1 <= column.left() < column.right() < matrix.left()
        assert column.top() == matrix.top()


@pytest.mark.parametrize("style", [LIGHT, DARK], ids=lambda style: style.name)
@pytest.mark.parametrize("size", [(320, 170), (340, 290), (365, 700), (420, 300)], ids=str)
def test_five_classes_have_numbers_in_narrow_cards(size, style, show):
    for option, t in (((), 0.5), (("mean",), 1.0), ((), 0.1)):
        plot = show("jacobian", replace(NOTE, temperature=t), style, (), frozenset(option))
        texts = [text for text, *_ in painted(plot, size)[1][1]]
        numbers = [text for text in texts[:25] if re.fullmatch(r"−?\d*\.?\d+", text)]
        assert len(numbers) == 25
        assert len({len(text.partition(".")[2]) for text in numbers}) == 1
