"""Theme: the look of the window, from the same styles as the plots."""

from __future__ import annotations

from dataclasses import asdict, replace
from functools import cache
from importlib.resources import files
from string import Template

from PyQt6.QtCore import QByteArray, QRectF, Qt
from PyQt6.QtGui import (
    QColor,
    QFontInfo,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PyQt6.QtSvg import QSvgRenderer
from PyQt6.QtWidgets import QApplication

from gumbel_gui.plots.look.style import CONTRAST, DARK, LIGHT, Style

LOOKS = {style.name: style for style in (LIGHT, DARK, CONTRAST)}
THEMES = ("system", *LOOKS)
SMALLEST, LARGEST = 9, 36
"""Sizes of text in pixels: outside, nothing could be read, or would fit."""


def style_for(theme: str) -> Style:
    """Return the style of a theme, with text as large as the desktop's; "system" follows that."""
    size = QFontInfo(QGuiApplication.font()).pixelSize()
    return replace(LOOKS.get(theme) or _system(), text_size=min(max(size, SMALLEST), LARGEST))


def _system() -> Style:
    """Return the style that the desktop asks for."""
    hints = QGuiApplication.styleHints()
    if hints is None:
        return LIGHT
    if hasattr(hints, "accessibility"):  # since Qt 6.10
        wanted = hints.accessibility().contrastPreference()  # type: ignore[union-attr]
        if wanted == Qt.ContrastPreference.HighContrast:
            return CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def apply(style: Style) -> None:
    """Set palette and style sheet of the application that there is."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    palette = QPalette()
    for role, colour in {
        QPalette.ColorRole.Window: style.window,
        QPalette.ColorRole.Base: style.surface,
        QPalette.ColorRole.AlternateBase: style.window,
        QPalette.ColorRole.Button: style.surface,
        QPalette.ColorRole.WindowText: style.text,
        QPalette.ColorRole.Text: style.text,
        QPalette.ColorRole.ButtonText: style.text,
        QPalette.ColorRole.ToolTipBase: style.surface,
        QPalette.ColorRole.ToolTipText: style.text,
        QPalette.ColorRole.PlaceholderText: style.muted,
        QPalette.ColorRole.Highlight: style.accent,
        QPalette.ColorRole.HighlightedText: style.surface,
    }.items():
        palette.setColor(role, QColor(colour))
    application.setPalette(palette)
    resources = files("gumbel_gui.resources")
    sheet = Template(resources.joinpath("window.qss").read_text("utf-8"))
    more = {"on_accent": style.surface, "small": style.text_size - 1, "large": style.text_size + 1}
    check = resources.joinpath("check_dark.svg" if style.dark else "check.svg")
    arrow = resources.joinpath("arrow.svg")
    application.setStyleSheet(sheet.substitute(asdict(style), **more, check=check, arrow=arrow))


@cache
def icon(name: str, colour: str) -> QIcon:
    """Return an icon of the resources in a colour."""
    source = files("gumbel_gui.resources").joinpath(f"{name}.svg").read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("#000000", colour).encode()))
    pixmap = QPixmap(64, 64)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, 64, 64))
    painter.end()
    return QIcon(pixmap)
