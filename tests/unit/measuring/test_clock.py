"""What is made of a device that is fast or slow: every minute counts by itself, and the device's pace is read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from measuring import clock
from tests.support import clips
from tests.unit.measuring.made_up import Heard, recorded

SONG = Heard(0.5, 0, 70)


@pytest.mark.parametrize("ppm", [200, -200, 0])
def test_the_pace_of_the_device_is_read_back(ppm: int, tmp_path: Path) -> None:
    found = clock.followed(recorded(tmp_path, [SONG], ppm=ppm), 0.0)
    assert found["ppm"] == pytest.approx(ppm, abs=3)
    assert (len(found["minutes"]), found["breaks"]) == (2, 0)
    assert found["whole"]["within_ms"] < 1


def test_a_picture_that_goes_its_own_way_is_late_where_it_is(tmp_path: Path) -> None:
    found = clock.followed(recorded(tmp_path, [SONG], lambda time_s: 0.2 * time_s, ppm=200), 0.0)
    first, second = found["minutes"]
    assert (first["within_ms"], second["within_ms"]) == (pytest.approx(12, abs=0.5), pytest.approx(14, abs=0.5))
    assert next(row.what for row in clock.rows({"fast": found, "slow": found}) if not row.kept).startswith("picture")


def test_a_stop_of_the_song_is_a_break(tmp_path: Path) -> None:
    found = clock.followed(recorded(tmp_path, [Heard(0.5, 0, 4), Heard(5, 4, 9)]), 0.0)
    assert found["breaks"] == 1


def test_the_album_is_cut_all_through_and_its_song_goes_on_in_itself(tmp_path: Path) -> None:
    album = clock.cut_album(tmp_path, clips.Film(frames=400), 12, 3)
    assert album.plan.length == 36
    assert [float(part.start) for part in album.plan.segments] == [4.0 * number for number in range(9)]
    assert all(part.frames[-1] < 400 for part in album.plan.segments)
