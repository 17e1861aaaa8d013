"""Draws a picture pixel for pixel where it has the size it is seen at, whatever the screen's pixel ratio."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from visualalbum.ui.geometry import SAME_SIZE_PX


def draw_sharp(painter: QPainter, box: QRectF, image: QImage, part: QRect | None = None) -> None:
    """Draw an image, or a part of it, into a box of the painter's own pixels.

    At a ratio such as 1.5 the box begins and ends between the device's pixels, and at any ratio where a picture stands
    in a middle: drawn there it would be smeared over its neighbours, so it is moved by as much as half a pixel.
    """
    ratio = painter.device().devicePixelRatioF()
    part = image.rect() if part is None else part
    place = device_rect(box, ratio)
    painter.save()
    painter.scale(1 / ratio, 1 / ratio)
    if _near(part, place):
        painter.drawImage(place.topLeft(), image, part)
    else:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, image, part)
    painter.restore()


def device_rect(box: QRectF, ratio: float) -> QRect:
    """The pixels of the device that a box takes, each one of its edges moved to the nearest."""
    corner = QPoint(round(box.left() * ratio), round(box.top() * ratio))
    last = QPoint(round(box.right() * ratio) - 1, round(box.bottom() * ratio) - 1)
    return QRect(corner, last)


def _near(part: QRect, place: QRect) -> bool:
    across, down = abs(part.width() - place.width()), abs(part.height() - place.height())
    return across <= SAME_SIZE_PX and down <= SAME_SIZE_PX
