"""Fonts: the families in which all texts are written, and what they cannot write."""

from __future__ import annotations

from collections.abc import Iterable

from PyQt6.QtGui import QFont, QFontMetrics

FAMILIES = ["DejaVu Sans", "Segoe UI", "Helvetica Neue", "Arial"]
"""The first that is there; not the desktop's font, or the same command would draw two figures."""
CHINESE_FAMILIES = [
    *("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN"),
    *("Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Hiragino Sans GB"),
    *("WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Droid Sans Fallback", "SimSun"),
]
"""Fonts with simplified Chinese on Linux, Windows and macOS; SimSun is on every Windows."""


def without_glyph(texts: Iterable[str], font: QFont) -> str:
    """Return the characters, each once, that no font has.

    Args:
        texts: to be shown.
        font: its families are tried in turn, then those of the system.
    """
    metrics = QFontMetrics(font)
    characters = {each for text in texts for each in text if not each.isspace()}
    return "".join(each for each in sorted(characters) if not metrics.inFontUcs4(ord(each)))
