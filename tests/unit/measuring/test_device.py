"""What is made of a device that went and came back: when the song was heard again, where, and how the film was."""

from __future__ import annotations

from pathlib import Path

import pytest

from measuring import device
from measuring.bench import Figures
from tests.unit.measuring.made_up import START_NS, Heard, recorded

BEFORE = Heard(0.5, 0, 5)
GONE_NS, PLUGGED_NS = START_NS + round(5.4e9), START_NS + round(8.4e9)


def found_in(folder: Path, *heard: Heard, late_ms: float = 0.0) -> Figures:
    return device.came_back(recorded(folder, heard, lambda _: late_ms), GONE_NS, PLUGGED_NS, 0.0)


def missed(figures: Figures) -> list[str]:
    return [row.what for row in device.rows(figures) if not row.kept]


def test_a_song_that_is_back_at_its_place_keeps_every_bound(tmp_path: Path) -> None:
    found = found_in(tmp_path, BEFORE, Heard(9.1, 8.6, 14))
    assert found["back_ms"] == pytest.approx(700, abs=3)
    assert found["place_ms"] == pytest.approx(0, abs=0.1)
    assert missed(found) == []


def test_each_fault_misses_its_own_bound(tmp_path: Path) -> None:
    assert missed(found_in(tmp_path / "late", BEFORE, Heard(9.6, 9.1, 14))) == ["sound after the device came back"]
    moved = found_in(tmp_path / "moved", BEFORE, Heard(9.1, 8.57, 14))
    assert moved["place_ms"] == pytest.approx(30, abs=0.1)
    assert missed(moved) == ["the song then off where it would have been"]
    broken = found_in(tmp_path / "broken", BEFORE, Heard(9.1, 8.6, 12), Heard(12.6, 12.1, 14))
    assert missed(broken) == ["breaks of the song after that"]
    late = found_in(tmp_path / "film", BEFORE, Heard(9.1, 8.6, 14), late_ms=20)
    assert missed(late) == ["picture to song from 1 s after the device came back"]


def test_a_song_that_never_comes_back_misses_all_there_is(tmp_path: Path) -> None:
    assert len(missed(found_in(tmp_path, BEFORE))) == 3
