"""The texts that a plot paints, as a paint device hears of them, and what is wrong with them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations

from PyQt6.QtCore import QPointF, QRectF
from PyQt6.QtGui import (
    QFontMetricsF,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QTextItem,
)
from PyQt6.QtWidgets import QGraphicsItem, QGraphicsView

from gumbel_gui.figures.svg import SvgPage

SLACK = 1.0
"""Pixels that antialiased letters may share."""
EDGE = 2.0
"""Pixels by which the box of a letter may stick out: it is in whole pixels, and has blank edges."""


ELIDED = re.compile(r"…|^\+ \d+$")
"""What stands for what has no room; the latter for entries of a key."""


@dataclass(frozen=True)
class Text:
    """A text and the box of its letters, in pixels of its view."""

    words: str
    box: QRectF


class _Engine(QPaintEngine):
    """Keeps texts and passes over all else; the public methods are Qt's."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.texts: list[Text] = []

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def begin(self, _: QPaintDevice | None) -> bool:
        return True

    def end(self) -> bool:
        return True

    def updateState(self, state: QPaintEngineState) -> None: ...  # noqa: N802

    def drawPath(self, *_: object) -> None: ...  # noqa: N802

    def drawEllipse(self, *_: object) -> None: ...  # noqa: N802

    def drawRects(self, *_: object) -> None: ...  # noqa: N802

    def drawLines(self, *_: object) -> None: ...  # noqa: N802

    def drawPolygon(self, *_: object) -> None: ...  # noqa: N802

    def drawPixmap(self, *_: object) -> None: ...  # noqa: N802

    def drawImage(self, *_: object) -> None: ...  # noqa: N802

    def drawTextItem(self, place: QPointF, item: QTextItem) -> None:  # noqa: N802
        painter = self.painter()
        if painter is None or not item.text().strip():
            return
        box = QFontMetricsF(item.font(), self.paintDevice()).tightBoundingRect(item.text())
        shown = painter.deviceTransform().mapRect(box.translated(place))
        self.texts.append(Text(item.text(), shown))


class _Page(SvgPage):
    """A page of the size of a view, of which the engine keeps the texts."""

    def __init__(self, view: QGraphicsView) -> None:
        port = view.viewport()
        assert port is not None
        super().__init__(port.width(), port.height())
        self.heard = _Engine()

    def paintEngine(self) -> QPaintEngine:  # noqa: N802
        return self.heard


def painted(view: QGraphicsView) -> list[Text]:
    """Return all texts that a view paints, each once."""
    scene = view.scene()
    assert scene is not None
    cached = [(item, item.cacheMode()) for item in scene.items()]
    for item, _ in cached:
        item.setCacheMode(QGraphicsItem.CacheMode.NoCache)  # else some words would be pixmaps
    page = _Page(view)
    painter = QPainter(page)
    view.render(painter)
    painter.end()
    for item, mode in cached:
        item.setCacheMode(mode)
    found: dict[tuple[str, int, int], Text] = {}
    for text in page.heard.texts:
        found[text.words, round(text.box.x()), round(text.box.y())] = text
    return list(found.values())


def faults(view: QGraphicsView, shortened: bool = False) -> list[str]:
    """Return what is wrong with the texts of a view: outside, over one another, or elided.

    Args:
        view: of a plot.
        shortened: whether names may be elided, and left out.
    """
    texts, room = painted(view), QRectF(view.viewport().rect())  # type: ignore[union-attr]
    room.adjust(-EDGE, -EDGE, EDGE, EDGE)
    found = [f"{each.words!r} sticks out" for each in texts if not room.contains(each.box)]
    if not shortened:
        found += [f"{each.words!r} is elided" for each in texts if ELIDED.search(each.words)]
    for one, other in combinations(texts, 2):
        shared = one.box & other.box
        if min(shared.width(), shared.height()) > SLACK:
            found.append(f"{one.words!r} and {other.words!r} overlap")
    return found
