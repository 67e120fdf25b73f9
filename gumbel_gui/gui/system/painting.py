"""PaintedAtOnce: a window that is composed once for all that changes in it together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from PyQt6.QtCore import QCoreApplication, QEvent, QObject


class PaintedAtOnce:
    """Mixin of a top-level widget.

    A graphics scene that finds a change in itself has its window painted at once: with several of
    them, the window would be composed and sent to the screen for each.
    """

    _holding = False

    @contextmanager
    def painted_at_once(self) -> Iterator[None]:
        """Paint all that changes within afterwards, in one go."""
        self._holding = True
        try:
            yield
        finally:
            self._holding = False
            window = cast(QObject, self)
            QCoreApplication.postEvent(window, QEvent(QEvent.Type.UpdateRequest))

    def event(self, event: QEvent | None) -> bool:
        """Do not paint yet what is to be painted in one go (Qt calls this)."""
        if self._holding and event and event.type() == QEvent.Type.UpdateRequest:
            return True
        return bool(cast(Any, super()).event(event))
