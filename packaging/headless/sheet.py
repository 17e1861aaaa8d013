"""The contact sheet: the pictures taken from the screen, each with its cue's name and its time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

COLUMNS = 3
TILE_WIDTH = 400
MARGIN = 24
TEXT_HEIGHT = 44
TITLE_HEIGHT = 64
GROUND, EMPTY, TEXT, QUIET = QColor("#161619"), QColor("#242429"), QColor("#f2f0ec"), QColor("#9b9aa3")


@dataclass(frozen=True)
class Tile:
    """One cue on the sheet; `pixels` is height x width x 3, red first, None where no picture was taken."""

    name: str
    time: str
    pixels: NDArray[np.uint8] | None


def draw(title: str, tiles: Sequence[Tile], path: Path) -> None:
    """Draw the sheet and write it as a PNG, making the folder; raises OSError where it cannot be written."""
    application = QGuiApplication.instance() or QGuiApplication([])
    shape = next((tile.pixels.shape for tile in tiles if tile.pixels is not None), (9, 16, 3))
    tile_height = TILE_WIDTH * shape[0] // shape[1]
    rows = -(-len(tiles) // COLUMNS)
    width = MARGIN + COLUMNS * (TILE_WIDTH + MARGIN)
    image = QImage(
        width, TITLE_HEIGHT + MARGIN + rows * (tile_height + TEXT_HEIGHT + MARGIN), QImage.Format.Format_RGB32
    )
    image.fill(GROUND)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    heading, label = QFont(), QFont()
    heading.setPixelSize(24)
    label.setPixelSize(16)
    painter.setFont(heading)
    painter.setPen(TEXT)
    painter.drawText(MARGIN, 0, width - 2 * MARGIN, TITLE_HEIGHT + MARGIN, Qt.AlignmentFlag.AlignVCenter, title)
    painter.setFont(label)
    for index, tile in enumerate(tiles):
        row, column = divmod(index, COLUMNS)
        left = MARGIN + column * (TILE_WIDTH + MARGIN)
        top = TITLE_HEIGHT + MARGIN + row * (tile_height + TEXT_HEIGHT + MARGIN)
        _draw_tile(painter, tile, QRect(left, top, TILE_WIDTH, tile_height))
    painter.end()
    path.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(path)):
        raise OSError(f"the contact sheet cannot be written to {path}")
    del application


def _draw_tile(painter: QPainter, tile: Tile, place: QRect) -> None:
    painter.fillRect(place, EMPTY)
    painter.setPen(QUIET)
    if tile.pixels is None:
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "no picture was taken")
    else:
        pixels = np.ascontiguousarray(tile.pixels)
        height, width = pixels.shape[:2]
        painter.drawImage(place, QImage(pixels.data, width, height, width * 3, QImage.Format.Format_RGB888))
    below = QRect(place.left(), place.bottom() + 1, place.width(), TEXT_HEIGHT)
    time = painter.boundingRect(below, Qt.AlignmentFlag.AlignRight, tile.time).width()
    painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, tile.time)
    room = below.width() - time - MARGIN // 2
    name = painter.fontMetrics().elidedText(tile.name, Qt.TextElideMode.ElideMiddle, room)
    painter.setPen(TEXT)
    painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
