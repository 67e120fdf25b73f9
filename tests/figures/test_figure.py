import gc
from contextlib import closing

import pyqtgraph as pg
import pytest
from PyQt6.QtCore import QCoreApplication, QEvent, QLocale
from PyQt6.QtGui import QColor, QFont, QGuiApplication, QImage, QPalette
from PyQt6.QtWidgets import QApplication

from gumbel_gui.core.checks import ParameterError
from gumbel_gui.core.mistakes import Mistake
from gumbel_gui.figures import figure as module
from gumbel_gui.figures.errors import ExportError
from gumbel_gui.figures.figure import SPACING, Content, Figure, grid, options_of
from gumbel_gui.figures.formats import FORMATS, clipboard_data, image, svg
from gumbel_gui.figures.layout import LARGEST_MM, Layout, Theme
from gumbel_gui.figures.presets import PRESETS, Purpose
from gumbel_gui.plots import plot_types, plots_of
from gumbel_gui.plots.base import VIEWS, Plot

SMALL = Layout(127, 110)
each_format = pytest.mark.parametrize("kind", ["png", "svg"])


@pytest.fixture
def strange_surroundings(qtbot, monkeypatch):
    """A dark window of an odd size with a style sheet, and other defaults of pyqtgraph."""
    app = QApplication.instance()
    old = app.palette(), app.styleSheet()
    window = pg.PlotWidget(background="#123456")
    qtbot.addWidget(window)
    window.resize(337, 211)
    window.show()
    palette = QPalette(QColor("#300030"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#00ff00"))
    app.setPalette(palette)
    app.setStyleSheet("QWidget { color: red; background: blue; font-size: 31px; border: 3px }")
    for option, value in (("background", "r"), ("foreground", "g"), ("antialias", False)):
        monkeypatch.setitem(pg.CONFIG_OPTIONS, option, value)
    yield window
    app.setPalette(old[0])
    app.setStyleSheet(old[1])


@pytest.fixture(scope="module")
def calm(note):
    """The files of a figure that were made with nothing around."""
    layout = Layout(150, 120, Theme.DARK)
    return layout, {name: FORMATS[name].encode(note, layout, 96) for name in ("png", "svg")}


@each_format
def test_a_figure_does_not_depend_on_what_is_around_it(kind, calm, note, strange_surroundings):
    layout, files = calm
    assert FORMATS[kind].encode(note, layout, 96) == files[kind]
    assert strange_surroundings.size().width() == 337


@each_format
def test_a_figure_does_not_depend_on_the_font_of_the_desktop(kind, calm, note):
    """Else the command in the file draws another figure than the window did."""
    layout, files = calm
    old = QApplication.font()
    QApplication.setFont(QFont("DejaVu Serif", 17))
    try:
        assert FORMATS[kind].encode(note, layout, 96) == files[kind]
    finally:
        QApplication.setFont(old)


@each_format
def test_a_figure_in_another_locale_has_the_same_numbers(kind, calm, note):
    layout, files = calm
    old = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        assert FORMATS[kind].encode(note, layout, 96) == files[kind]
    finally:
        QLocale.setDefault(old)


@pytest.mark.parametrize("kind", FORMATS)
def test_no_widget_stays(kind, note):
    gc.collect()
    gc.disable()  # what a figure leaves to the collector, a worker thread might have to delete
    try:
        before = {id(widget): widget for widget in QApplication.allWidgets()}
        FORMATS[kind].encode(note, SMALL, 96)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        left = [type(each) for each in QApplication.allWidgets() if id(each) not in before]
    finally:
        gc.enable()
    assert not left


def test_no_widget_stays_after_a_figure_that_fails(note):
    before = set(QApplication.topLevelWidgets())
    with pytest.raises(ExportError, match="must be larger"):
        image(note, Layout(30, 30), 96)
    with pytest.raises(ZeroDivisionError), closing(Figure(note, SMALL)):
        raise ZeroDivisionError
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert set(QApplication.topLevelWidgets()) <= before


def test_a_figure_is_never_seen(note):
    before = {window for window in QGuiApplication.allWindows() if window.isVisible()}
    with closing(Figure(note, SMALL)):
        visible = {window for window in QGuiApplication.allWindows() if window.isVisible()}
        assert visible == before


def test_the_clipboard_holds_an_image_and_a_drawing(note):
    data = clipboard_data(note, SMALL, 192)
    assert data.hasImage()
    picture = QImage(data.imageData())
    assert (picture.width(), picture.height()) == (960, 831)  # at 192 dpi
    assert picture.devicePixelRatio() == 1
    assert bytes(data.data("image/svg+xml")) == svg(note, SMALL)


@pytest.mark.parametrize(
    ("size", "named"),
    [
        ((29.9, 100), "width is 29.9 mm"),
        ((1000.1, 100), "width is 1000.1 mm"),
        ((100, 0), "height is 0 mm"),
        ((100, -5), "height is -5 mm"),
        ((100, float("nan")), "height is nan mm"),
        ((float("inf"), 100), "width is inf mm"),
        ((100, 1e9), r"height is 1e\+09 mm"),
    ],
)
def test_sizes_out_of_range_are_refused(size, named):
    with pytest.raises(ParameterError, match=named + ", but must be from 30 to 1000 mm"):
        Layout(*size)


@pytest.mark.parametrize(
    ("plots", "width", "height", "expected"),
    [
        (1, 180, 120, (1, 1)),
        (2, 180, 80, (1, 2)),
        (2, 80, 180, (2, 1)),
        (3, 400, 100, (1, 3)),
        (3, 60, 180, (3, 1)),
        (4, 180, 120, (2, 2)),
        (4, 600, 100, (1, 4)),
        (6, 180, 100, (2, 3)),
        # A cell that stays empty counts as much as cells that are 1.35 times too wide or too high.
        (3, 240, 120, (1, 3)),
        (3, 120, 120, (2, 2)),
        (5, 100, 200, (5, 1)),
        (7, 120, 120, (4, 2)),
    ],
)
def test_plots_fill_a_grid_of_cells_near_to_4_to_3(plots, width, height, expected):
    assert grid(plots, width, height) == expected


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_fits_into_what_is_proposed_for_a_purpose(view, purpose, draw):
    plots = tuple(plots_of(view))
    content = draw(t=0.5, plots=plots, mistake=Mistake.T_OUTSIDE)
    Figure(content, PRESETS[purpose].layout_of(len(plots))).close()


@pytest.mark.parametrize("purpose", [each for each in Purpose if PRESETS[each].row])
def test_all_plots_fit_into_one_figure_that_is_not_higher_than_can_be(purpose, draw):
    plots = tuple(plot_types())
    layout = PRESETS[purpose].layout_of(len(plots))
    assert layout.height <= LARGEST_MM
    Figure(draw(plots=plots, draws=500), layout).close()


def test_words_can_be_left_out(note, read_svg, words_of):
    whole = read_svg(svg(note, Layout())).words
    bare = read_svg(svg(note, Layout(titles=False, captions=False))).words
    for name in plots_of("sample"):
        for text in words_of(note, name):
            assert text in whole
            assert text not in bare


def test_options_reach_their_plot_and_no_other():
    kind = plot_types()["noise_histogram"]
    chosen = frozenset({"noise_histogram.cdf", "class_frequencies.x", "noise_histogram2.y"})
    assert options_of(kind, chosen) == {"cdf"}


def test_plots_stand_in_the_order_that_was_asked_for(draw, read_svg):
    names = ["relaxed_density", "noise_histogram", "class_frequencies"]
    words = read_svg(svg(draw(plots=names), Layout(300, 90))).words
    titles = ["Densityofs", "Gumbelnoise", "Sampledclasses"]
    assert sorted(titles, key=words.index) == titles


def paned(places, name="t"):
    """Return a kind of plot with a pane at each of these places; the last one has these names."""

    class Paned(Plot):
        name = title = about = "paned"

        @staticmethod
        def summarise(chunk):
            return chunk.count

        def build_items(self):
            for place in places:
                last = self.frame.pane(*place)
            last.name_axes(name, name)

        def draw(self, summary, parameters):
            pass

        def caption(self, summary, _parameters):
            return f"{summary} draws."

    return Paned


BESIDE = [(0, 0), (0, 1)]
BELOW = [(0, 0), (1, 0)]


@pytest.fixture
def plant(monkeypatch):
    """Return a function that puts a plot in place of all, and gives a content with it."""

    def planted(parameters, places, name="t"):
        monkeypatch.setattr(module, "plot_type", {"paned": paned(places, name)}.__getitem__)
        return Content(parameters, {"paned": 500})

    return planted


@pytest.mark.parametrize(
    ("places", "name", "size", "fits"),
    [
        ([(0, 0)], "t", (60, 40), True),
        ([(0, 0)], "t", (45, 40), False),  # narrower than 110 pixels, wider than 60
        (BESIDE, "t", (68, 40), True),  # each of the two so, too, but beside another
        (BESIDE, "t", (65, 40), False),
        (BELOW, "t", (45, 60), False),
        (BELOW, "t", (60, 60), True),
        (BELOW, "t", (60, 36), False),
        (BESIDE, "a long name of an axis", (65, 60), False),
        (BESIDE, "a long name of an axis", (140, 60), True),
        ([(0, 0, 1, ()), (0, 1, 1, ()), (0, 2, 1, ())], "t", (70, 30), True),
        ([(0, 0, 1, ()), (0, 1, 1, ()), (0, 2, 1, ())], "t", (65, 30), False),
    ],
)
def test_every_pane_must_have_room(places, name, size, fits, note, plant):
    content = plant(note.parameters, places, name)
    layout = Layout(*size, titles=False, captions=False)
    if fits:
        with closing(Figure(content, layout)) as built:
            panes = built._frames[0].panes
            assert len(panes) == len(places)
    else:
        with pytest.raises(ExportError, match="must be larger"):
            Figure(content, layout)


@pytest.mark.parametrize(("height", "fits"), [(39, True), (38, False)])
def test_words_leave_a_pane_at_least_40_pixels(height, fits, note, plant):
    content = plant(note.parameters, [(0, 0)])
    if fits:
        Figure(content, Layout(60, height)).close()
    else:
        with pytest.raises(ExportError, match="must be larger"):
            Figure(content, Layout(60, height))


def test_plots_that_reach_beyond_the_page_are_refused(note, plant, monkeypatch):
    """Their panes have room, but not on the page."""
    content = plant(note.parameters, [(0, 0)])
    kind = module.plot_type("paned")
    build = kind.build_items

    def build_wide(self):
        build(self)
        self.frame.panes[0].vb.setMinimumWidth(400)

    monkeypatch.setattr(kind, "build_items", build_wide)
    Figure(content, Layout(140, 60)).close()
    with pytest.raises(
        ExportError, match="100 × 60 mm, but must be larger to hold a plot with its words"
    ):
        Figure(content, Layout(100, 60))


def test_columns_are_equally_wide_and_rows_apart(draw):
    content = draw(plots=plots_of("samplers"), draws=200)
    with closing(Figure(content, Layout())) as built:
        boxes = [frame.mapRectToScene(frame.boundingRect()) for frame in built._frames]
        assert {round(box.width()) for box in boxes} == {round(boxes[0].width())}
        assert boxes[1].left() - boxes[0].right() == pytest.approx(SPACING, abs=1)
    with closing(Figure(content, Layout(180, 160, titles=False, captions=False))) as built:
        boxes = [frame.mapRectToScene(frame.boundingRect()) for frame in built._frames]
        assert boxes[2].top() - boxes[0].bottom() == pytest.approx(SPACING, abs=1)
