"""The contact sheet as a picture."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QGuiApplication, QImage

from headless import sheet

RED = np.full((90, 160, 3), (200, 30, 20), dtype=np.uint8)


@pytest.mark.usefixtures("qapp")
def test_every_cue_has_its_tile_and_a_missing_picture_stays_empty(tmp_path: Path) -> None:
    path = tmp_path / "not" / "there" / "sheet.png"
    sheet.draw("舞台裏 – S-1", [sheet.Tile("一", "0:01.000", RED), sheet.Tile("two", "0:02.000", None)], path)
    image = QImage(str(path))
    middle = sheet.TITLE_HEIGHT + sheet.MARGIN + 20
    first, second = sheet.MARGIN + 20, 2 * sheet.MARGIN + sheet.TILE_WIDTH + 20
    assert image.pixelColor(first, middle) == QColor(200, 30, 20)
    assert image.pixelColor(second, middle) == sheet.EMPTY


@pytest.mark.usefixtures("qapp")
def test_an_album_without_cues_still_gets_its_title(tmp_path: Path) -> None:
    sheet.draw("Silence", [], tmp_path / "sheet.png")
    assert not QImage(str(tmp_path / "sheet.png")).isNull()


@pytest.mark.usefixtures("qapp")
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "sheet.png").mkdir()
    with pytest.raises(OSError, match="cannot be written"):
        sheet.draw("Silence", [], tmp_path / "sheet.png")
    assert QGuiApplication.instance() is not None
