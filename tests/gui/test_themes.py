"""Themes of the window: chosen in the menu, by the system, or stored."""

from types import SimpleNamespace

import pytest
from PyQt6.QtCore import QEvent, Qt
from PyQt6.QtGui import QFont, QPalette
from PyQt6.QtWidgets import QApplication

from gumbel_gui.core.parameters import Parameters
from gumbel_gui.gui.controls.class_row import Dot
from gumbel_gui.gui.state.state import LabState
from gumbel_gui.gui.system import theme
from gumbel_gui.gui.window import THEME_CHANGE
from gumbel_gui.plots.look.style import CONTRAST, DARK, LIGHT

SMALL = LabState(
    Parameters((0.2, 0.3, 0.5), temperature=0.5, draws=3000, seed=5),
    ("sun", "rain", "snow"),
    (False, True, False),
    frozenset({"noise_histogram.cdf"}),
)


def action(lab, text):
    found = [a for m in lab.window.menuBar().actions() for a in m.menu().actions()]
    (one,) = (each for each in found if each.text().replace("&", "") == text)
    return one


def test_a_theme_restyles_everything(open_lab, qtbot):
    lab = open_lab(SMALL)
    captions = [card.caption for card in lab.window.cards.values()]
    before = lab.window.grab().toImage()
    action(lab, "Dark").trigger()
    window_colour = QApplication.palette().color(QPalette.ColorRole.Window)
    assert window_colour.name() == DARK.window
    assert [card.plot.style for card in lab.window.cards.values()] == [DARK] * len(captions)
    assert [card.caption for card in lab.window.cards.values()] == captions
    shown = lab.window.grab().toImage()
    dark = sum(
        shown.pixelColor(x, y).lightness() < 80
        for x in range(0, shown.width(), 20)
        for y in range(0, shown.height(), 20)
    )
    assert dark > 0.8 * (shown.width() // 20) * (shown.height() // 20)
    action(lab, "Light").trigger()
    qtbot.waitUntil(lambda: lab.window.grab().toImage() == before)
    assert lab.store.history.count() == 0


def test_a_theme_restyles_the_rows_too(open_lab, settle):
    lab = open_lab(SMALL)
    settle(lab, lambda: lab.store.edit("v", lambda s: s.with_vector((1,) * 8)))
    assert LIGHT.class_colour(7) != DARK.class_colour(7)
    for name, style in (("Dark", DARK), ("Light", LIGHT)):
        action(lab, name).trigger()
        dot = lab.window.probabilities.findChildren(Dot)[7]
        assert dot.grab().toImage().pixelColor(6, 6).name() == style.class_colour(7).lower()


def test_the_system_decides_where_it_is_asked_to(open_lab, monkeypatch):
    lab = open_lab(SMALL, "")
    assert action(lab, "As the system").isChecked()
    monkeypatch.setattr(theme, "style_for", lambda name: DARK if name == "system" else LIGHT)
    hints = QApplication.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert next(iter(lab.window.cards.values())).plot.style == DARK
    action(lab, "Light").trigger()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert next(iter(lab.window.cards.values())).plot.style == LIGHT


def test_a_closed_window_follows_the_system_no_more(open_lab):
    lab, restyled = open_lab(SMALL, ""), []
    lab.appearance.restyled.connect(lambda: restyled.append(1))
    lab.close()
    lab.close()
    QApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert restyled == []


def test_it_is_asked_for_high_contrast_too(open_lab, monkeypatch):
    lab = open_lab(SMALL, "")

    def looks_otherwise(hints):
        monkeypatch.setattr(theme.QGuiApplication, "styleHints", lambda: hints)
        QApplication.sendEvent(lab.window, QEvent(QEvent.Type(THEME_CHANGE)))
        return next(iter(lab.window.cards.values())).plot.style

    light, high = Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast
    wanted = SimpleNamespace(contrastPreference=lambda: high)
    hints = SimpleNamespace(colorScheme=lambda: light, accessibility=lambda: wanted)
    assert looks_otherwise(hints) == CONTRAST
    wanted.contrastPreference = lambda: Qt.ContrastPreference.NoPreference
    assert looks_otherwise(hints) == LIGHT
    assert looks_otherwise(SimpleNamespace(colorScheme=lambda: light)) == LIGHT  # before Qt 6.10
    assert looks_otherwise(None) == LIGHT


@pytest.mark.parametrize("name", ["neon", "", "DARK", "x" * 1000])
def test_an_unknown_theme_is_the_systems(open_lab, stored, name):
    stored.put(theme=name)
    assert action(open_lab(SMALL, ""), "As the system").isChecked()


def axis_widths(lab):
    return {card.plot.frame.axis("left").pen().widthF() for card in lab.window.cards.values()}


def test_lines_of_plots_grow_with_the_scale_of_the_screen(open_lab, monkeypatch):
    lab = open_lab()
    assert axis_widths(lab) == {1.0}
    monkeypatch.setattr(lab.window, "devicePixelRatioF", lambda: 2.0)
    QApplication.sendEvent(lab.window, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert axis_widths(lab) == {2.0}
    lab.appearance.set_theme("dark")
    assert axis_widths(lab) == {2.0}


def test_text_is_as_large_as_the_desktop_s(qapp):
    before = qapp.font()
    try:
        for points, pixels in ((9, 12), (14, 19), (200, theme.LARGEST)):
            qapp.setFont(QFont(before.family(), points))
            assert theme.style_for("light").text_size == pixels
    finally:
        qapp.setFont(before)
    assert theme.style_for("light") == LIGHT
