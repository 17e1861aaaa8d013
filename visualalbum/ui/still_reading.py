"""Reads one still, upright and at the size it is shown: runs in a worker process, QtGui without an application."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader

from visualalbum.said import Said, as_it_is
from visualalbum.timeline.cues import Fit
from visualalbum.ui.geometry import place

ALLOCATION_MB = 512
"""A still of 134 million pixels; beyond it is a bomb. Qt's own limit of 256 MB refuses some cameras."""


ENLARGED_PX = 16_000_000
"""Pixels that a still is enlarged to at most, 64 MB: one seen from near on a fine screen would take four times that,
and has no more to show than its own pixels, which are then enlarged while they are painted."""


class UnreadableStillError(Exception):
    """A still that cannot be shown; its text is the reason, in Qt's words."""

    def __init__(self, sentence: Said) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True)
class Pixels:
    """A picture as rows of `stride` bytes in Qt's format number `format`; picklable."""

    data: bytes | bytearray
    width: int
    height: int
    stride: int
    format: int


def read_still(path: str, fit: Fit, stage: tuple[int, int]) -> Pixels:
    """Read a still at the size it has on a stage of so many device pixels; raises UnreadableStillError."""
    QImageReader.setAllocationLimit(ALLOCATION_MB)
    reader = QImageReader(path)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isEmpty():
        # Readers scale before they turn, and JPEG's throws away what is not needed while it decodes.
        turned = bool(reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90)
        upright = size.transposed() if turned else size
        wanted = _size(fit, upright, stage)
        reader.setScaledSize(wanted.transposed() if turned else wanted)
    image = reader.read()
    if image.isNull():
        raise UnreadableStillError(as_it_is(reader.errorString()))
    opaque = not image.hasAlphaChannel()
    image = image.convertToFormat(QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32_Premultiplied)
    data = bytes(image.constBits())
    return Pixels(data, image.width(), image.height(), image.bytesPerLine(), image.format().value)


def _size(fit: Fit, picture: QSize, stage: tuple[int, int]) -> QSize:
    box = place(fit, (picture.width(), picture.height()), stage)
    enlarged = box.width * box.height > max(ENLARGED_PX, picture.width() * picture.height())
    return picture if enlarged else QSize(box.width, box.height)
