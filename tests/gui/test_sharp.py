"""On a screen of any pixel ratio a picture that is read for its place is copied there, pixel for pixel."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from tests.gui.stripes import ROOT, striped_image
from visualalbum.ui.sharp import draw_sharp


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_every_place_that_shows_pictures_shows_their_pixels(tmp_path: Path, ratio: float) -> None:
    command = [sys.executable, "-m", "tests.gui.stripes", str(tmp_path)]
    env = {**os.environ, "QT_SCALE_FACTOR": str(ratio), "PYTHONPATH": str(ROOT)}
    said = subprocess.run(command, env=env, capture_output=True, text=True, timeout=60, check=True)
    assert json.loads(said.stdout) == {"stage": 0, "gallery": 0, "plate": 0, "card": 0}


def drawn(image: QImage, box: QRectF, ratio: float, part: QRect | None = None) -> QImage:
    canvas = QImage(200, 100, QImage.Format.Format_RGB32)
    canvas.setDevicePixelRatio(ratio)
    canvas.fill(0)
    painter = QPainter(canvas)
    draw_sharp(painter, box, image, part)
    painter.end()
    return canvas


@pytest.mark.parametrize(
    ("ratio", "box"), [(1.0, (10.5, 3.5, 60, 40)), (1.5, (7, 3, 40, 26.7)), (2.0, (5.3, 2, 30, 20))]
)
def test_a_picture_between_pixels_is_moved_to_the_nearest_and_not_smeared(
    ratio: float, box: tuple[float, float, float, float]
) -> None:
    canvas = drawn(striped_image(60, 40), QRectF(*box), ratio)
    left, top = round(box[0] * ratio), round(box[1] * ratio)
    assert canvas.copy(left, top, 60, 40) == striped_image(60, 40)


def test_a_picture_of_another_size_fills_its_box() -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(0xFFFF0000)
    canvas = drawn(image, QRectF(10, 10, 40, 20), 2.0)
    assert {canvas.pixel(x, y) for x, y in ((20, 20), (99, 20), (20, 59), (99, 59))} == {0xFFFF0000}
    assert {canvas.pixel(x, y) for x, y in ((19, 20), (100, 20), (20, 19), (20, 60))} == {0xFF000000}


def test_a_part_of_a_picture_is_copied_too() -> None:
    canvas = drawn(striped_image(100, 60), QRectF(0, 0, 30, 20), 2.0, QRect(21, 10, 60, 40))
    assert canvas.copy(0, 0, 60, 40) == striped_image(100, 60).copy(21, 10, 60, 40)
