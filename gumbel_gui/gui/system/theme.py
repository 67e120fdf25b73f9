"""The look of the window's own controls, made from the same styles as the plots."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PyQt6.QtCore import QByteArray, QRectF, Qt
from PyQt6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PyQt6.QtSvg import QSvgRenderer
from PyQt6.QtWidgets import QApplication

from gumbel_gui.plots.look.style import DARK, LIGHT, Style

THEMES = ("system", "light", "dark")

_SHEET = """
* {{ font-size: {size}px; }}
QMainWindow, QDialog, QWidget#central, QScrollArea, QScrollArea > QWidget > QWidget {{
    background: {window}; color: {text};
}}
QScrollArea {{ border: none; }}
QLabel {{ color: {text}; background: transparent; }}
QLabel[role="section"] {{ color: {muted}; font-weight: bold; letter-spacing: 1px;
    font-size: {small}px; }}
QLabel[role="title"] {{ font-weight: bold; font-size: {title}px; }}
QLabel[role="caption"], QLabel[role="hint"], QStatusBar, QStatusBar QLabel {{ color: {muted}; }}
QLabel[role="error"] {{ color: {error}; }}
QLabel[role="preview"] {{ border: 1px solid {border}; }}
QFrame#card {{ background: {surface}; border: 1px solid {border}; border-radius: 8px; }}
QFrame#card:focus {{ border: 1px solid {accent}; }}
QAbstractSpinBox, QLineEdit, QPlainTextEdit {{
    background: {surface}; color: {text}; border: 1px solid {border}; border-radius: 4px;
    padding: 2px 5px; selection-background-color: {accent}; selection-color: {on_accent};
}}
QAbstractSpinBox:focus, QLineEdit:focus, QPlainTextEdit:focus {{
    border: 1px solid {accent};
}}
QAbstractSpinBox[wrong="true"] {{ border: 1px solid {error}; color: {error}; }}
QAbstractSpinBox:disabled, QLineEdit:disabled {{ color: {muted}; }}
QLineEdit#label {{ background: transparent; border: 1px solid transparent; padding: 2px; }}
QLineEdit#label:hover {{ border: 1px solid {border}; }}
QLineEdit#label:focus {{ border: 1px solid {accent}; background: {surface}; }}
QComboBox QAbstractItemView {{ background: {surface}; color: {text}; border: 1px solid {border};
    selection-background-color: {accent}; selection-color: {on_accent}; }}
QPushButton {{ background: {surface}; color: {text}; border: 1px solid {border};
    border-radius: 4px; padding: 4px 8px; }}
QPushButton:hover {{ border-color: {accent}; }}
QPushButton:focus {{ border: 1px solid {accent}; }}
QPushButton:pressed, QPushButton:default {{ background: {accent}; color: {on_accent};
    border-color: {accent}; }}
QPushButton:disabled {{ color: {muted}; background: transparent; }}
QToolButton {{ background: transparent; color: {muted}; border: 1px solid transparent;
    border-radius: 4px; padding: 3px 1px; }}
QToolButton:hover {{ color: {text}; border-color: {border}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton#small {{ padding: 1px; }}
QToolButton::menu-indicator {{ image: none; }}
QWidget#banner {{ background: {surface}; border: 1px solid {error}; border-radius: 6px; }}
QFrame#guide {{ background: {surface}; border: 1px solid {border}; border-radius: 8px; }}
QTextBrowser#lesson {{ background: transparent; color: {text}; border: 1px solid transparent;
    border-radius: 4px; }}
QTextBrowser#lesson:focus {{ border: 1px solid {accent}; }}
QPushButton:checked {{ border-color: {accent}; color: {accent}; }}
QCheckBox {{ color: {text}; spacing: 6px; }}
QCheckBox::indicator {{ width: 12px; height: 12px; border: 1px solid {axis}; border-radius: 3px;
    background: {surface}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent};
    image: url("{check}"); }}
QCheckBox:focus {{ color: {accent}; }}
QTabBar::tab {{ background: transparent; color: {muted}; padding: 6px 14px; border: none;
    border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {text}; font-weight: bold; border-bottom: 2px solid {accent}; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:focus {{ color: {accent}; }}
QTableView {{ background: {surface}; color: {text}; border: 1px solid {border};
    border-radius: 4px; }}
QTableView::item {{ padding: 0; }}
QTableCornerButton::section {{ background: {surface}; border: none; }}
QHeaderView {{ background: {surface}; }}
QHeaderView::section {{ background: {surface}; color: {muted}; border: none;
    padding: 0 3px; }}
QSlider::groove:horizontal {{ height: 4px; background: {border}; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {accent}; width: 14px; height: 14px; margin: -5px 0;
    border-radius: 7px; }}
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus {{ background: {accent};
    border: 2px solid {text}; width: 10px; height: 10px; }}
QSlider::handle:horizontal:disabled {{ background: {axis}; }}
QMenuBar {{ background: {window}; color: {text}; }}
QMenuBar::item {{ padding: 3px 9px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {border}; }}
QMenu {{ background: {surface}; color: {text}; border: 1px solid {border}; padding: 4px; }}
QMenu::item {{ padding: 4px 22px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent}; color: {on_accent}; }}
QMenu::item:disabled {{ color: {axis}; background: transparent; }}
QMenu::separator {{ height: 1px; background: {border}; margin: 4px 8px; }}
QStatusBar {{ background: {window}; }}
QStatusBar QLabel {{ padding-left: 12px; }}
QStatusBar::item {{ border: none; }}
QToolTip {{ background: {surface}; color: {text}; border: 1px solid {border}; padding: 3px; }}
QScrollBar:vertical {{ background: transparent; width: 9px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {axis}; border-radius: 4px; min-height: 24px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def style_for(theme: str) -> Style:
    """Return the style of a theme, asking the system where the theme says so."""
    if theme == "system":
        hints = QGuiApplication.styleHints()
        dark = hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if theme == "dark" else LIGHT


def apply(application: QApplication, style: Style) -> None:
    """Dress all widgets of the application."""
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
    application.setStyleSheet(
        _SHEET.format(
            size=style.text_size,
            small=style.text_size - 1,
            title=style.text_size + 1,
            on_accent=style.surface,
            check=files("gumbel_gui.resources").joinpath("check.svg"),
            **{
                name: getattr(style, name)
                for name in (
                    *("window", "surface", "border", "text", "muted", "axis", "accent", "error"),
                )
            },
        )
    )


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
