"""Layouts: rows and columns without margins."""

from __future__ import annotations

from PyQt6.QtWidgets import QBoxLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

Part = QWidget | QLayout


def row(
    *parts: Part, within: QWidget | None = None, gap: int = -1, wide: Part | None = None
) -> QHBoxLayout:
    """Return a row.

    Args:
        parts: from left to right.
        within: the widget that is laid out, for a row that is not part of another layout.
        gap: pixels between the parts; −1 for those of the style.
        wide: the part that takes the room that is left.
    """
    layout = QHBoxLayout(within)
    _fill(layout, parts, gap, wide)
    return layout


def column(
    *parts: Part, within: QWidget | None = None, gap: int = -1, wide: Part | None = None
) -> QVBoxLayout:
    """Return a column, from the top down; arguments as for ``row``."""
    layout = QVBoxLayout(within)
    _fill(layout, parts, gap, wide)
    return layout


def _fill(layout: QBoxLayout, parts: tuple[Part, ...], gap: int, wide: Part | None) -> None:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    for part in parts:
        if isinstance(part, QLayout):
            layout.addLayout(part, int(part is wide))
        else:
            layout.addWidget(part, int(part is wide))
