"""A film that a telephone took on its side is seen upright, wherever the stage shows it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.gui.conftest import InlineJobs, colour_at, save_still
from tests.gui.fakes import FakePictures
from tests.gui.test_stage import BLACK, Painted, deck, stage_of, still
from visualalbum.timeline.cues import Fit
from visualalbum.ui.stage import Stage
from visualalbum.ui.stills import Stills

RED, GREEN, BLUE, YELLOW = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0)
UPRIGHT = [RED, GREEN, BLUE, YELLOW]
"""The colours in the corners of a picture, by rows."""


@pytest.fixture
def stage(qtbot: QtBot, decks: FakePictures, stills: Stills) -> Stage:
    stage = Stage(decks, stills)
    qtbot.addWidget(stage)
    stage.resize(320, 180)
    stage.show()
    qtbot.waitExposed(stage)
    return stage


def deliver(decks: FakePictures, quarters: int, size: tuple[int, int]) -> None:
    """Deliver what is seen at a size with four colours once it is turned, stored as a telephone stores it."""
    width, height = size
    seen = np.zeros((height, width, 4), np.uint8)
    for corner, (red, green, blue) in enumerate(UPRIGHT):
        rows = slice(height // 2, None) if corner // 2 else slice(None, height // 2)
        columns = slice(width // 2, None) if corner % 2 else slice(None, width // 2)
        seen[rows, columns, :3] = blue, green, red
    decks.deliver("a", np.rot90(seen, quarters), quarters=quarters)


def corners(image: QImage, place: QRect) -> list[tuple[int, int, int]]:
    """The colours just within the corners of a place, by rows."""
    inner = place.adjusted(3, 3, -3, -3)
    points = (inner.topLeft(), inner.topRight(), inner.bottomLeft(), inner.bottomRight())
    return [image.pixelColor(point).getRgb()[:3] for point in points]  # type: ignore[misc]


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
@pytest.mark.parametrize(
    ("size", "place"),
    [
        pytest.param((100, 180), QRect(110, 0, 100, 180), id="as large as it is shown"),
        pytest.param((50, 90), QRect(110, 0, 100, 180), id="scaled up"),
        pytest.param((200, 360), QRect(110, 0, 100, 180), id="scaled down"),
        pytest.param((320, 180), QRect(0, 0, 320, 180), id="wide"),
        pytest.param((320, 100), QRect(0, 40, 320, 100), id="with bars above and below"),
    ],
)
def test_every_corner_is_where_it_belongs_and_the_bars_are_black(
    stage: Stage, decks: FakePictures, quarters: int, size: tuple[int, int], place: QRect
) -> None:
    deliver(decks, quarters, size)
    stage.show_stage(stage_of(deck("a")), None)
    assert stage.picture_place == place
    image = stage.grab().toImage()
    assert corners(image, place) == UPRIGHT
    outside = [(place.left() - 1, 90), (place.right() + 1, 90), (160, place.top() - 1), (160, place.bottom() + 1)]
    bars = [point for point in outside if image.rect().contains(*point)]
    assert {image.pixelColor(*point).getRgb()[:3] for point in bars} <= {BLACK}


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_a_turned_picture_is_the_stored_one_to_the_pixel(stage: Stage, decks: FakePictures, quarters: int) -> None:
    seen = np.random.default_rng(7).integers(0, 256, (180, 100, 4), np.uint8)
    decks.deliver("a", np.rot90(seen, quarters), quarters=quarters)
    stage.show_stage(stage_of(deck("a")), None)
    image = stage.grab().toImage().copy(110, 0, 100, 180).convertToFormat(QImage.Format.Format_RGB32)
    painted = np.frombuffer(image.constBits(), np.uint8).reshape(180, 100, 4)
    assert (painted[:, :, :3] == seen[:, :, :3]).all()


def test_a_new_turned_picture_paints_its_own_place_and_not_the_bars(stage: Stage, decks: FakePictures) -> None:
    deliver(decks, 1, (100, 180))
    stage.show_stage(stage_of(deck("a")), None)
    painted = Painted(stage)
    deliver(decks, 1, (100, 180))
    stage.on_picture("a")
    assert painted.parts == [QRect(110, 0, 100, 180)]


def test_what_is_drawn_over_a_turned_picture_lies_as_before(
    stage: Stage, decks: FakePictures, stills: Stills, jobs: InlineJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    deliver(decks, 1, (100, 180))
    path = save_still(tmp_path / "s.png", "#ffffff")
    stage.show_stage(stage_of(deck("a"), still(path, Fit.INSET)), None)
    with qtbot.waitSignal(stills.ready):
        jobs.run()
    assert colour_at(stage, 0.5, 0.5) == (255, 255, 255)
    assert corners(stage.grab().toImage(), QRect(110, 0, 100, 180)) == UPRIGHT


@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_the_saved_picture_of_the_stage_is_upright(stage: Stage, decks: FakePictures, quarters: int) -> None:
    deliver(decks, quarters, (100, 180))
    stage.show_stage(stage_of(deck("a")), None)
    pixels = stage.picture()
    assert pixels is not None
    assert (pixels.width, pixels.height) == (100, 180)
    image = QImage(pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format(pixels.format))
    assert corners(image, image.rect()) == UPRIGHT
