"""Text over a picture: drawn once, with a dark edge around its letters, so that it can be read on every picture.

A film under it paints what it covers again with each of its pictures: then the drawn text is copied and no more.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPixmap, QTextLayout
from PySide6.QtWidgets import QLabel, QWidget

PLAIN = QColor("#f7f4ee")
QUIET = QColor(247, 244, 238, 185)

DARK = QColor(6, 7, 9)

EDGE = 0.05
"""How far the dark edge reaches from the letters, and the soft shadow from the edge, in parts of the type's size."""
SHADOW = 0.28
STRONGER = 3

ROUND = tuple((math.cos(turn * math.pi / 4), math.sin(turn * math.pi / 4)) for turn in range(8))
"""The edge is the text itself in eight places around: strokes around outlines take twenty times as long."""

PORTRAIT = 0.72
"""On a stage that is higher than this part of it is wide, type goes by its width."""


@dataclass(frozen=True)
class Part:
    """A text in its place, and its colour."""

    layout: QTextLayout
    colour: QColor


def type_px(stage: QSize, share: float, smallest_px: int) -> int:
    """The size of type that is a share of a stage's height."""
    return max(smallest_px, round(share * min(stage.height(), PORTRAIT * stage.width())))


class PictureText(QLabel):
    """Text with a place of its own over the stage; a screen reader finds it as it finds a label.

    `resized` tells that it takes another place, or none.
    """

    resized = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.stage_size = QSize()
        self._drawn = QPixmap()
        self._lit = QPixmap()
        self._box = QRect()
        self.hide()

    def fit(self, stage: QSize) -> None:
        """Take the size of type that goes with a stage."""
        if stage != self.stage_size:
            self.stage_size = stage
            self.lay_out()

    def lay_out(self) -> None:
        """Draw what there is to read anew; for those who derive from this."""

    def sizeHint(self) -> QSize:
        return self._drawn.deviceIndependentSize().toSize()

    @property
    def aside_px(self) -> int:
        """How far to the right of the stage's middle it stands."""
        return 0

    def type_of(self, px: int) -> QFont:
        """The window's own type, bold and in a size of pixels."""
        font = QFont(self.font())
        font.setPointSizeF(px * 72 / self.logicalDpiY())
        font.setBold(True)
        return font

    def draw(self, parts: Sequence[Part], spoken: str, *, lit: Sequence[Part] = ()) -> None:
        """Draw texts in their places and be as large as they are; `lit` are the same in other colours, for later."""
        box = self._box = taken(parts)
        edged = edges(parts, box, self.devicePixelRatioF()) if parts else QImage()
        self._drawn = written(edged, parts, box) if parts else QPixmap()
        self._lit = written(edged, lit, box) if lit else QPixmap()
        self.setText(spoken)
        self.update()
        self.resized.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self.lay_out()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._drawn.isNull():
            QPainter(self).drawPixmap(0, 0, self._drawn)


def taken(parts: Iterable[Part]) -> QRect:
    """The room that texts take in their places, with their edges."""
    box = QRectF()
    for part in parts:
        edge = _type_px(part.layout) * (EDGE + SHADOW)
        for number in range(part.layout.lineCount()):
            line = part.layout.lineAt(number).naturalTextRect().translated(part.layout.position())
            box |= line.adjusted(-edge, -edge / 2, edge, edge / 2)
    return box.toAlignedRect()


def edges(parts: Iterable[Part], box: QRect, ratio: float) -> QImage:
    """The shadows and the edges of texts that lie in a box, each as opaque as its text's colour."""
    image = _canvas(box.size(), ratio)
    painter = QPainter(image)
    for part in parts:
        own, size_px = taken([part]), _type_px(part.layout)
        letters = _canvas(own.size(), ratio)
        _write(letters, [Part(part.layout, DARK)], own)
        place = QPointF(own.topLeft() - box.topLeft())
        painter.setOpacity(part.colour.alphaF())
        painter.drawImage(place, _blurred(letters, size_px * ratio))
        for across, down in ROUND:
            painter.drawImage(place + QPointF(across, down) * EDGE * size_px, letters)
    painter.end()
    return image


def written(edged: QImage, parts: Iterable[Part], box: QRect) -> QPixmap:
    """Texts on their edges."""
    image = QImage(edged)
    _write(image, parts, box)
    return QPixmap.fromImage(image)


def _blurred(letters: QImage, type_px: float) -> QImage:
    """A soft shadow: what is made small and large again has lost its sharpness, for the price of two copies."""
    smaller, smooth = max(2, round(SHADOW * type_px / 2)), Qt.TransformationMode.SmoothTransformation
    size = QSize(max(1, letters.width() // smaller), max(1, letters.height() // smaller))
    small = letters.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    small.setDevicePixelRatio(1.0)
    again = QImage(small)
    painter = QPainter(small)
    for _ in range(STRONGER):
        painter.drawImage(0, 0, again)
    painter.end()
    shadow = small.scaled(letters.size(), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    shadow.setDevicePixelRatio(letters.devicePixelRatio())
    return shadow


def _canvas(size: QSize, ratio: float) -> QImage:
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _write(image: QImage, parts: Iterable[Part], box: QRect) -> None:
    painter = QPainter(image)
    for part in parts:
        painter.setPen(part.colour)
        part.layout.draw(painter, -QPointF(box.topLeft()))
    painter.end()


def _type_px(layout: QTextLayout) -> float:
    """The size of a text's type in pixels, whatever it was given in."""
    return layout.lineAt(0).height() * 0.82 if layout.lineCount() else 0.0
