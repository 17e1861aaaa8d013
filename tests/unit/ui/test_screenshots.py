"""Names of saved pictures, and the files they become."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from visualalbum.engine.snapshot import Snapshot
from visualalbum.timeline.cues import Timeline, TrackCue
from visualalbum.ui.picture_writing import UnwritablePictureError, write_picture
from visualalbum.ui.screenshots import picture_name
from visualalbum.ui.still_reading import Pixels

RED = Pixels(bytes((0, 0, 255, 255)) * 8, 4, 2, 16, QImage.Format.Format_RGB32.value)
S = 1_000_000


def name(album: str, track: str, position_us: int = 0) -> str:
    timeline = Timeline(album, tracks=(TrackCue("id", track, "", 0, 999 * S),))
    return picture_name(timeline, Snapshot(track=0, track_position_us=position_us))


@pytest.mark.parametrize(
    ("album", "track", "expected"),
    [
        ("Backstage", "Before the Bell", "Backstage - Before the Bell - 1m02s"),
        ("", "Before the Bell", "Before the Bell - 1m02s"),
        ("Same", "Same", "Same - 1m02s"),
        ("AC/DC: live?", "a\\b\n*c*", "ACDC live - ab c - 1m02s"),
        ("..", "...and so on...", "and so on - 1m02s"),
        ("屋上", "雨", "屋上 - 雨 - 1m02s"),
    ],
)
def test_a_name_tells_album_track_and_time_and_is_a_file_name_everywhere(album: str, track: str, expected: str) -> None:
    assert name(album, track, 62_900_000) == expected


def test_a_long_name_is_cut_between_letters_and_fits_every_file_system() -> None:
    found = name("屋" * 500, "a" * 500)
    assert len(f"{found} (999).png".encode()) < 255
    assert "�" not in found


def test_files_are_numbered_and_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_text("mine")
    assert write_picture(RED, tmp_path, "x") == tmp_path / "x (2).png"
    assert write_picture(RED, tmp_path, "x") == tmp_path / "x (3).png"
    assert (tmp_path / "x.png").read_text() == "mine"
    image = QImage(str(tmp_path / "x (2).png"))
    assert (image.width(), image.height(), image.pixelColor(3, 1).getRgb()[:3]) == (4, 2, (255, 0, 0))


def test_a_folder_that_is_not_there_is_made(tmp_path: Path) -> None:
    assert write_picture(RED, tmp_path / "a" / "b", "x").is_file()


def test_a_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritablePictureError, match="file exists"):
        write_picture(RED, tmp_path / "file", "x")


def test_a_disk_that_is_full_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("visualalbum.store.atomic.os.fsync", full)
    with pytest.raises(UnwritablePictureError, match="no space left on device"):
        write_picture(RED, tmp_path, "x")
    assert list(tmp_path.iterdir()) == []
