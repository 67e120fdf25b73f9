"""Looking: plots enlarged, classes set off, sizes of the text, presenting, the first line."""

from types import SimpleNamespace

import pytest
from PyQt6.QtCore import QRect, Qt
from PyQt6.QtGui import QFontInfo, QGuiApplication
from PyQt6.QtWidgets import QLabel, QSlider, QToolButton

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.controls.class_row import Dot
from gumbel_gui.gui.state.settings import Settings
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.system.appearance import Appearance
from gumbel_gui.plots import plots_of
from gumbel_gui.plots.look.style import LIGHT

SMALL = LabState().with_parameter("draws", 2000)
SAMPLE = tuple(plots_of("sample"))


@pytest.fixture
def lab(open_lab):
    return open_lab(SMALL, size=(1000, 700))


def visible(lab):
    return tuple(name for name, card in lab.window.cards.items() if card.isVisible())


# Enlarging.


@pytest.mark.parametrize("back", [Qt.Key.Key_F, Qt.Key.Key_Escape])
def test_f_gives_a_plot_all_the_view_and_keeps_the_focus(lab, settle, qtbot, back):
    card = lab.window.cards["noise_histogram"]
    card.setFocus()
    settle(lab, lambda: qtbot.keyClick(card, Qt.Key.Key_F))
    assert visible(lab) == ("noise_histogram",)
    assert card.hasFocus()
    assert lab.content().summaries.keys() == {"noise_histogram"}
    settle(lab, lambda: qtbot.keyClick(card, back))
    assert visible(lab) == SAMPLE
    assert card.hasFocus()
    assert lab.store.history.count() == 0


def test_without_a_focused_plot_the_one_that_is_read_first_is_enlarged(lab, settle, qtbot):
    slider = lab.window.temperature.findChild(QSlider)
    slider.setFocus()
    settle(lab, lambda: qtbot.keyClick(slider, Qt.Key.Key_F))
    assert visible(lab) == ("relaxed_vectors",)
    assert slider.hasFocus()
    assert slider.isVisible()


def test_f_is_typed_where_a_text_is_typed(lab, qtbot):
    label = lab.window.probabilities.findChildren(Dot)[0].parent()._label
    label.setFocus()
    label.selectAll()
    qtbot.keyClick(label, Qt.Key.Key_F)
    assert label.text() == "f"
    assert visible(lab) == SAMPLE


def test_a_double_click_enlarges_and_another_view_ends_it(lab, settle, qtbot):
    card = lab.window.cards["class_frequencies"]
    settle(lab, lambda: qtbot.mouseDClick(card, Qt.MouseButton.LeftButton))
    assert visible(lab) == ("class_frequencies",)
    settle(lab, lambda: lab.set_view("noise"))
    settle(lab, lambda: lab.set_view("sample"))
    assert visible(lab) == SAMPLE
    settle(lab, lambda: qtbot.mouseDClick(card, Qt.MouseButton.LeftButton))
    assert visible(lab) == ("class_frequencies",)


def test_what_a_step_of_the_guide_shows_comes_back(lab, settle, qtbot):
    two = ("relaxed_vectors", "relaxed_density")
    settle(lab, lambda: lab.set_view("sample", two))
    settle(lab, lambda: lab.window.cards[two[0]].enlarge_wanted.emit(two[0]))
    assert visible(lab) == two[:1]
    settle(lab, lambda: qtbot.keyClick(lab.window, Qt.Key.Key_Escape))
    assert visible(lab) == two


# A class that is set off.


def test_a_class_is_set_off_everywhere_and_in_no_figure(lab, qtbot):
    window = lab.window
    window.cards["class_frequencies"].class_clicked.emit(2)
    for card in window.cards.values():
        style = card.plot.style
        assert style.class_colour(2) == LIGHT.class_colour(2)
        assert style.class_colour(0) != LIGHT.class_colour(0)
    dots = window.probabilities.findChildren(Dot)
    assert [dot._colour == LIGHT.class_colour(k) for k, dot in enumerate(dots)] == [
        k == 2 for k in range(5)
    ]
    assert lab.store.history.count() == 0
    assert not hasattr(lab.content(), "set_off")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.cards["relaxed_vectors"].plot.style == LIGHT


def test_the_dot_of_a_class_sets_it_off_and_a_second_click_ends_it(lab, qtbot):
    dots = lab.window.probabilities.findChildren(Dot)
    assert dots[1].accessibleName() == "Set class 1 off in all plots, or no longer"
    for expected in (1, None):
        qtbot.mouseClick(dots[1], Qt.MouseButton.LeftButton)
        assert lab.appearance.set_off == expected
    dots[1].setFocus()
    qtbot.keyClick(dots[1], Qt.Key.Key_Space)
    assert lab.appearance.set_off == 1


def test_escape_ends_one_thing_at_a_time(lab, settle, qtbot):
    settle(lab, lambda: qtbot.keyClick(lab.window, Qt.Key.Key_F))
    lab.appearance.set_class_off(1)
    qtbot.keyClick(lab.window, Qt.Key.Key_Escape)
    assert lab.appearance.set_off is None
    assert visible(lab) == ("relaxed_vectors",)
    settle(lab, lambda: qtbot.keyClick(lab.window, Qt.Key.Key_Escape))
    assert visible(lab) == SAMPLE


# The size of the text.


def sizes(lab):
    """Return the sizes of the text of plots, captions and controls."""
    card = lab.window.cards["relaxed_vectors"]
    return (
        card.plot.style.text_size,
        *(QFontInfo(each.font()).pixelSize() for each in (card._caption, lab.window.draws)),
    )


def test_keys_change_the_size_of_all_text_and_it_is_stored(lab, open_lab, qtbot):
    window, control = lab.window, Qt.KeyboardModifier.ControlModifier
    first, column = sizes(lab), window._side.width()
    assert len(set(first)) == 1
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_Plus, control)
    larger = sizes(lab)
    assert set(larger) == {round(1.1**3 * first[0])}
    assert window._side.width() > column
    qtbot.keyClick(window, Qt.Key.Key_Minus, control)
    assert set(sizes(lab)) == {round(1.1**2 * first[0])}
    lab.close()
    again = open_lab()
    assert sizes(again) == sizes(lab)
    qtbot.keyClick(again.window, Qt.Key.Key_0, control)
    assert sizes(again) == first


def test_words_of_buttons_and_ticks_keep_room_at_any_size(lab, qtbot):
    for _ in range(5):
        lab.window.menus.larger.trigger()
    lab.window.resize(1600, 1000)
    lab.window.grab()
    for button in lab.window.findChildren(QToolButton):
        if button.isVisible() and button.text():
            assert button.width() >= button.fontMetrics().horizontalAdvance(button.text())
    slider, editor = lab.window.temperature.findChild(QSlider), lab.window.temperature
    (tick,) = (each for each in editor.findChildren(QToolButton) if each.text() == "1")
    assert abs(tick.geometry().center().x() - slider.x_of(1)) <= 1.5


# Controls that are folded away.


def test_the_side_column_is_folded_away_and_that_is_stored(lab, open_lab, qtbot):
    window = lab.window
    assert window.probabilities.isVisible()
    wide = window.cards["relaxed_vectors"].width()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert not window.probabilities.isVisible()
    assert window.temperature.isVisible()
    qtbot.waitUntil(lambda: window.cards["relaxed_vectors"].width() > wide + 200)
    lab.close()
    again = open_lab().window
    assert not again.probabilities.isVisible()
    qtbot.mouseClick(again._fold, Qt.MouseButton.LeftButton)
    assert again.probabilities.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_F11, Qt.Key.Key_Escape])
def test_presenting_leaves_t_and_the_plots(lab, qtbot, key):
    window, before = lab.window, sizes(lab)
    geometry = window.geometry()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    hidden = window.menuBar(), window.status, window.probabilities, window._guide
    assert not any(each.isVisible() for each in hidden)
    assert window.temperature.isVisible()
    assert set(sizes(lab)) == {round(1.4 * before[0])}
    for number, view in ((Qt.Key.Key_2, "noise"), (Qt.Key.Key_1, "sample")):
        qtbot.keyClick(window, number, Qt.KeyboardModifier.ControlModifier)
        assert window.view == view  # the menus' keys count
    qtbot.keyClick(window, key)
    assert not window.isFullScreen()
    assert all(each.isVisible() for each in hidden)
    assert sizes(lab) == before
    qtbot.waitUntil(lambda: window.geometry() == geometry)


# The line at the first start.


def line(lab):
    (found,) = (
        x for x in lab.window.temperature.findChildren(QLabel) if x.property("role") == "line"
    )
    return found.text() if found.isVisible() else ""


def test_a_line_at_the_first_start_goes_with_the_first_move_of_t(open_lab, settle):
    lab = open_lab()
    assert line(lab).startswith("Drag t: ")
    lab.close()
    again = open_lab()  # t was not moved yet
    assert line(again)
    settle(again, lambda: again.store.set("temperature", 0.2))
    assert not line(again)
    again.close()
    assert not line(open_lab())


def test_who_has_used_the_program_before_is_told_nothing(open_lab, stored):
    stored.put(temperature=0.5)
    assert not line(open_lab())


def test_the_parameters_alone_make_the_experiment(lab):
    before = lab.store.state
    lab.appearance.set_class_off(1)
    lab.appearance.enlarge_text(2)
    lab.appearance.fold()
    assert lab.store.state == before
    assert lab.content().parameters == before.parameters
    assert isinstance(before.parameters, Parameters)


@pytest.mark.parametrize(("height", "factor"), [(600, 1.4), (800, 1.4), (1440, 2.52)])
def test_presented_text_is_as_high_a_part_of_any_screen(qapp, monkeypatch, height, factor):
    screen = SimpleNamespace(geometry=lambda: QRect(0, 0, 1000, height))
    monkeypatch.setattr(QGuiApplication, "primaryScreen", lambda: screen)
    appearance = Appearance(Settings(), "light")
    before = appearance.style().text_size
    appearance.present()
    assert appearance.style().text_size == round(before * factor)
