"""SvgPage: a paint device that writes SVG which every renderer reads alike.

All coordinates are those of the page, a shape has a clip only where the clip cuts it, and text is
text. ``QSvgGenerator`` does not write such files: a clip outlives the item that it was for, and
strokes are in the coordinates of the data, kept thin by ``vector-effect``, which librsvg 2.54 does
not know.
"""

from __future__ import annotations

import math
from base64 import b64encode
from itertools import groupby
from zlib import crc32

from PyQt6.QtCore import QBuffer, QPointF, QRectF, Qt
from PyQt6.QtGui import (
    QFontMetricsF,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPixmap,
    QPolygonF,
    QTextItem,
    QTransform,
)

from gumbel_gui.figures.svg_elements import (
    Values,
    attributes,
    box_of,
    element,
    is_even,
    paint,
    rectangle,
    scale,
    stroke,
    written,
    xml_text,
)
from gumbel_gui.language import mark
from gumbel_gui.plots.look.outlines import outline

DPI = 96
NEAR = (-0.01, -0.01, 0.01, 0.01)
"""Pixels by which a shape may be beyond its clip before it is cut."""
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' version="1.1" width="{width:g}mm" height="{height:g}mm" viewBox="0 0 {across:.3f} {down:.3f}"'
    ' text-rendering="geometricPrecision">\n'
    "<title>{title}</title>\n<desc>{description}</desc>\n<metadata>{metadata}</metadata>\n"
)


class SvgPage(QPaintDevice):
    """A page of ``width`` × ``height`` pixels at 96 dpi to paint on, text as text or as paths."""

    def __init__(self, width: int, height: int, *, paths: bool = False) -> None:
        super().__init__()
        self._size = width, height
        self._engine = _Engine(paths=paths)

    def document(
        self, width: float, height: float, title: str, description: str, metadata: str
    ) -> bytes:
        """Return what was painted as a file of ``width`` × ``height`` mm.

        These may be a fraction of a pixel less than the page, of which the rest is cut off: then
        the ground reaches to all edges, and nothing is scaled. The metadata are XML.

        Raises:
            ValueError: if anything was painted that this device has no words for.
        """
        if self._engine.unknown:
            raise ValueError(", ".join(sorted(self._engine.unknown)))
        across, down = width / 25.4 * DPI, height / 25.4 * DPI
        words = {"title": xml_text(title), "description": xml_text(description)}
        words["metadata"] = metadata
        head = HEAD.format(width=width, height=height, across=across, down=down, **words)
        return f"{head}{self._engine.body()}\n</svg>\n".encode()

    def paintEngine(self) -> QPaintEngine:  # noqa: N802 (Qt's)
        """Return what writes (Qt calls this)."""
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        """Return a size or a resolution (Qt calls this)."""
        name = metric.name
        if name in ("PdmWidth", "PdmHeight"):
            return self._size[name == "PdmHeight"]
        if name in ("PdmWidthMM", "PdmHeightMM"):
            return round(self._size[name == "PdmHeightMM"] / DPI * 25.4)
        if "Dpi" in name:
            return DPI
        if name == "PdmDepth":
            return 32
        if name == "PdmDevicePixelRatio":  # which Qt 6.7 does not know by itself
            return 1
        if name == "PdmDevicePixelRatioScaled":
            return int(self.devicePixelRatioFScale())
        return super().metric(metric)


class _Engine(QPaintEngine):
    """Writes what is painted, as Qt asks for it: the public methods are Qt's."""

    def __init__(self, *, paths: bool) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self._paths = paths
        self.unknown: set[str] = set()
        self._clip: QPainterPath | None = None
        self._clips: dict[str, str] = {}
        # Each element, and the attributes that those after it may have in common with it.
        self._elements: list[tuple[str, str]] = []

    def body(self) -> str:
        """Return clips and elements, those that look alike in groups."""
        clips = (f'<clipPath id="{name}">{path}</clipPath>' for path, name in self._clips.items())
        lines = ["<defs>", *clips, "</defs>"] if self._clips else []
        for look, group in groupby(self._elements, key=lambda each: each[0]):
            lines += [f"<g{look}>", *(each for _, each in group), "</g>"]
        return "\n".join(lines)

    def type(self) -> QPaintEngine.Type:
        """Return that this is none of Qt's own engines."""
        return QPaintEngine.Type.User

    def begin(self, _: QPaintDevice | None) -> bool:
        """Start."""
        return True

    def end(self) -> bool:
        """End."""
        return True

    def updateState(self, state: QPaintEngineState) -> None:  # noqa: N802
        """Follow the clip; the painter tells the rest when something is drawn.

        The painter's own ``clipPath`` is in whole numbers of the coordinates of the data.
        """
        flags, dirty = state.state(), QPaintEngine.DirtyFlag
        if not flags & (dirty.DirtyClipPath | dirty.DirtyClipRegion):
            return
        path = QPainterPath()
        if flags & dirty.DirtyClipPath:
            path = state.clipPath()
        else:
            path.addRegion(state.clipRegion())
        path, how = state.transform().map(path), state.clipOperation()
        if how is Qt.ClipOperation.NoClip:
            self._clip = None
        elif how is Qt.ClipOperation.IntersectClip and self._clip is not None:
            self._clip = self._clip.intersected(path)
            self._clip.closeSubpath()  # which Qt leaves open
        else:
            self._clip = path

    def drawPath(self, path: QPainterPath) -> None:  # noqa: N802
        """Write a path."""
        self._shape(path)

    def drawEllipse(self, box: QRectF) -> None:  # type: ignore[override]  # noqa: N802
        """Write an ellipse."""
        path = QPainterPath()
        path.addEllipse(QRectF(box))
        self._shape(path)

    def drawPolygon(  # type: ignore[override]  # noqa: N802
        self, points: tuple[QPointF, ...], mode: QPaintEngine.PolygonDrawMode
    ) -> None:
        """Write a polygon, or lines from point to point."""
        path, kinds = QPainterPath(), QPaintEngine.PolygonDrawMode
        path.addPolygon(QPolygonF(QPointF(each) for each in points))
        if mode is kinds.WindingMode:
            path.setFillRule(Qt.FillRule.WindingFill)
        if mode is not kinds.PolylineMode:
            path.closeSubpath()
        self._shape(path, filled=mode is not kinds.PolylineMode)

    def drawTextItem(self, place: QPointF, item: QTextItem) -> None:  # noqa: N802
        """Write a text of one font and script."""
        painter, font, text = self._painter(), item.font(), item.text()
        if not text.strip() or painter.pen().style() is Qt.PenStyle.NoPen:
            return
        turn = painter.deviceTransform()
        pixels = font.pixelSize() if font.pixelSize() > 0 else font.pointSizeF() * DPI / 72
        if self._paths:
            letters = outline(place, font, pixels, text)
            self._path(turn.map(letters), paint("fill", painter.pen().color(), painter.opacity()))
            return
        # A blank at the start has no room in Chromium, which no longer knows xml:space.
        bare, width = text.lstrip(), item.width()
        if bare != text:
            width = QFontMetricsF(font).horizontalAdvance(bare)
            place = QPointF(place.x() + item.width() - width, place.y())
        size, at = pixels * scale(turn), turn.map(place)
        families = [f"'{name}'" if " " in name else name for name in font.families()]
        look: Values = {
            "font-family": ", ".join([*families, "sans-serif"]),
            "font-size": size,
            "font-weight": None if font.weight() == 400 else font.weight(),
            "font-style": "italic" if font.italic() else None,
            **paint("fill", painter.pen().color(), painter.opacity()),
        }
        own: Values = {"x": at.x(), "y": at.y()}
        if angle := round(math.degrees(math.atan2(turn.m12(), turn.m11())), 2):
            own["transform"] = f"rotate({written(angle)} {written(at.x())} {written(at.y())})"
        # From the top of the capitals to the foot of a comma.
        box = QRectF(place.x(), place.y() - 0.73 * pixels, width, 0.85 * pixels)
        self._add(turn.mapRect(box), look, f"<text{attributes(own)}>{xml_text(bare)}</text>")

    def drawPixmap(self, target: QRectF, pixmap: QPixmap, source: QRectF) -> None:  # noqa: N802
        """Write a part of a pixmap."""
        self.drawImage(target, pixmap.toImage(), source)

    def drawImage(  # noqa: N802
        self, target: QRectF, image: QImage, source: QRectF, *_: Qt.ImageConversionFlag
    ) -> None:
        """Write a part of an image, pixel by pixel."""
        painter, buffer = self._painter(), QBuffer()
        turn = painter.deviceTransform()
        if turn.isRotating():
            self.unknown.add(mark("a turned image"))
        box = turn.mapRect(target)
        flip = QTransform.fromScale(math.copysign(1, turn.m11()), math.copysign(1, turn.m22()))
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        image.copy(source.toRect()).transformed(flip).save(buffer, "PNG")
        own: Values = {
            **box_of(box),
            "opacity": None if painter.opacity() == 1 else painter.opacity(),
            "preserveAspectRatio": "none",
            # What browsers know, and what SVG 1.1 has; neither smears one pixel into the next.
            "style": "image-rendering:pixelated",
            "image-rendering": "optimizeSpeed",
            "xlink:href": "data:image/png;base64," + b64encode(buffer.data().data()).decode(),
        }
        self._add(box, {}, f"<image{attributes(own)}/>")

    def _shape(self, path: QPainterPath, *, filled: bool = True) -> None:
        """Add a path in the painter's coordinates, with its pen and brush."""
        painter = self._painter()
        pen, brush, turn = painter.pen(), painter.brush(), painter.deviceTransform()
        filled &= brush.style() is not Qt.BrushStyle.NoBrush
        if filled and brush.style() is not Qt.BrushStyle.SolidPattern:
            self.unknown.add(mark("a brush that is not of one colour"))
        fill = paint("fill", brush.color() if filled else None, painter.opacity())
        if filled and path.fillRule() is Qt.FillRule.OddEvenFill:
            fill["fill-rule"] = "evenodd"
        if pen.style() is Qt.PenStyle.NoPen:
            if filled:
                self._path(turn.map(path), fill)
            return
        if pen.brush().style() is not Qt.BrushStyle.SolidPattern:
            self.unknown.add(mark("a pen that is not of one colour"))
        cosmetic = pen.isCosmetic() or not pen.widthF()
        if cosmetic or is_even(turn):
            width = (pen.widthF() or 1.0) * (1.0 if cosmetic else scale(turn))
            self._path(turn.map(path), fill | stroke(pen, width, painter.opacity()), width)
            return
        # A pen that the painter's coordinates distort: what it leaves is an area.
        if filled:
            self._path(turn.map(path), fill)
        ink = QPainterPathStroker(pen).createStroke(path)
        self._path(turn.map(ink), paint("fill", pen.color(), painter.opacity()))

    def _path(self, page: QPainterPath, look: Values, width: float = 0.0) -> None:
        """Add a path in pixels of the page, whose outline has a width."""
        # The corners of an outline reach further than its sides.
        reach = width * (0.5 if page.elementCount() <= 2 else 2)
        box = page.boundingRect().adjusted(-reach, -reach, reach, reach)
        self._add(box, look, element(page))

    def _add(self, box: QRectF, look: Values, drawn: str) -> None:
        """Add an element that fills a box of the page, if it is seen, and clipped if it must be."""
        modes = QPainter.CompositionMode
        if self._painter().compositionMode() is not modes.CompositionMode_SourceOver:
            self.unknown.add(mark("a mode of composition"))
        clip = ""
        if self._painter().hasClipping() and self._clip is not None:
            bounds = self._clip.boundingRect()
            if not bounds.intersects(box):
                return
            if not (rectangle(self._clip) and bounds.adjusted(*NEAR).contains(box)):
                path = element(self._clip)
                # By its shape: in a page of several drawings, one name is one clip, too.
                name = self._clips.setdefault(path, f"clip-{crc32(path.encode()):08x}")
                clip = f' clip-path="url(#{name})"'
        self._elements.append((clip + attributes(look), drawn))

    def _painter(self) -> QPainter:
        painter = self.painter()
        assert painter is not None
        return painter
