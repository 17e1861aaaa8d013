"""Run with QT_SCALE_FACTOR: shows pictures of stripes, one device pixel wide, wherever the window shows pictures.

Prints for every such place, as JSON, the part of its pixels that is neither black nor white: none where a picture is
copied, much where it is stretched or lies between pixels.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEventLoop, QPoint, QRect, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.gui.conftest import InlineJobs
from tests.gui.fakes import FakePictures
from visualalbum.engine.snapshot import Layer, Source, StagePicture
from visualalbum.model import Picture
from visualalbum.timeline.booklet import Plate
from visualalbum.ui.gallery import Gallery
from visualalbum.ui.plate import PlateView
from visualalbum.ui.preview_card import EDGE_PX, PICTURE_RADIUS_PX, PreviewCard
from visualalbum.ui.previews import BOX_PX
from visualalbum.ui.sharp import device_rect
from visualalbum.ui.stage import Stage
from visualalbum.ui.stills import Stills

ROOT = Path(__file__).parents[2]

ODD_PLACE = QPoint(17, 29)
"""No whole number of device pixels at a ratio such as 1.5."""


def stripes(width: int, height: int) -> np.ndarray:
    pixels = np.zeros((height, width, 4), np.uint8)
    pixels[:, ::2] = 255
    return pixels


def striped_image(width: int, height: int) -> QImage:
    pixels = stripes(width, height)
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def greys(window: QWidget, place: QRect) -> float:
    """The part of a place of the window, in its own pixels, that is neither black nor white."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    box = device_rect(place.toRectF().adjusted(2, 2, -2, -2), window.devicePixelRatioF())
    seen = rows[box.top() : box.bottom() + 1, box.left() : box.right() + 1, :3]
    return float(((seen > 20) & (seen < 235)).mean())


class House:
    """A window with one widget in it, and stills that are read at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.jobs = InlineJobs()
        self.stills = Stills(self.jobs)  # type: ignore[arg-type]
        self.window = QWidget()
        self.window.resize(700, 500)

    def show(self, widget: QWidget, size: QSize) -> None:
        widget.setParent(self.window)
        widget.setGeometry(QRect(ODD_PLACE, size))
        self.window.show()
        widget.show()
        QApplication.processEvents()

    def plate(self, width: int, height: int) -> Plate:
        path = self.folder / f"{width}x{height}.png"
        assert striped_image(width, height).save(str(path))
        return Plate(path, Picture(image=path.name))

    def read(self) -> None:
        """Have what is asked for read."""
        self.window.grab()
        while self.stills._errands.under_way:
            self.jobs.run()
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def stage(house: House) -> float:
    decks = FakePictures()
    made = Stage(decks, house.stills)
    house.show(made, QSize(321, 181))
    width, height = made.device_size()
    decks.deliver("a", stripes(width, height))
    made.show_stage(StagePicture((Layer(Source.DECK, deck="a"),)), None)
    return greys(house.window, made.geometry())


def gallery(house: House) -> float:
    made = Gallery(house.stills)
    house.show(made, QSize(411, 301))
    for _ in range(2):  # the first pictures bring the scroll bar, which makes all of them smaller
        size = made._delegate.picture_size()
        made.show_plates(tuple(house.plate(size.width(), size.height()) for _ in range(8)))
        house.read()
    cell = made.visualRect(made.plates.index(3)).translated(made.viewport().mapTo(house.window, QPoint()))
    return greys(house.window, cell.adjusted(6, 6, -6, -8 - made._delegate._caption_px()))


def plate(house: House) -> float:
    made = PlateView(house.stills)
    house.show(made, QSize(331, 241))
    ratio = made.devicePixelRatioF()
    made.show_plate(house.plate(round(331 * ratio) // 2 * 2 - 20, round(241 * ratio)))
    house.read()
    return greys(house.window, made.geometry().adjusted(20, 0, -20, 0))


def card(house: House) -> float:
    made = PreviewCard(house.window)
    ratio = house.window.devicePixelRatioF()
    made.show_image(striped_image(round(BOX_PX[0] * ratio) - 9, round(BOX_PX[1] * ratio)), expected=True)
    house.show(made, made.sizeHint())
    inner, round_px = QRect(ODD_PLACE + QPoint(EDGE_PX, EDGE_PX), QSize(*BOX_PX)), PICTURE_RADIUS_PX
    return greys(house.window, inner.adjusted(round_px + 9, round_px, -round_px - 9, -round_px))


PLACES: dict[str, Callable[[House], Any]] = {"stage": stage, "gallery": gallery, "plate": plate, "card": card}

if __name__ == "__main__":
    application = QApplication([])
    sys.stdout.write(json.dumps({name: look(House(Path(sys.argv[1]))) for name, look in PLACES.items()}))
