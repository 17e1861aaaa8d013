"""Four panels that tell the film's story by themselves, in the order of a four-panel strip: begin, go on, turn, end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from look_back import shots
from look_back.curves import box
from look_back.sheet import Sheet

FRAMES = (120, 398, 584, 946)
"""The frames of the film that the panels are taken from."""
SIZE, MARGIN = (1000, 590), 22


def panel(frame: int) -> QImage:
    """A frame of the film on smooth paper, within a panel's border."""
    scene = shots.drawn(frame).done()
    sheet = Sheet(0, *SIZE)
    inside = QRectF(MARGIN, MARGIN, SIZE[0] - 2 * MARGIN, SIZE[1] - 2 * MARGIN)
    high = scene.width() * inside.height() / inside.width()
    sheet.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    sheet.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    sheet.painter.drawImage(inside, scene, QRectF(0, (scene.height() - high) / 2, scene.width(), high))
    corners = box(inside.left(), inside.top(), inside.right(), inside.bottom())
    for start, end in pairwise(corners):
        sheet.line([start, (start + end) / 2, end], 5, 0.95, taper=0.05)
    seen = np.ascontiguousarray(sheet.picture(smooth_paper=True) & 0xFC)
    return QImage(seen.data, *SIZE, 3 * SIZE[0], QImage.Format.Format_RGB888).copy()


def make(folder: Path) -> Iterator[Path]:
    """Write the four panels."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, frame in enumerate(FRAMES, start=1):
        path = folder / f"panel-{number}.png"
        assert panel(frame).save(str(path), "PNG", 0)
        yield path
