"""The sync figures in words: everything named, and whether to trust this machine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from visualalbum.engine.snapshot import Snapshot, SyncFigures
from visualalbum.ui.sync_rows import sync_rows, trust

GOOD = Snapshot(
    sync=SyncFigures(0.94, -0.2, 2.44, 14, 1, 5, -0.3, 2.1, 2_900_000, pictures=2211, late=3, lost=2),
    end_us=60_000_000,
    output="portaudio",
    device="Speakers",
    latency_us=23_400,
    sound_ahead_us=3_520_000,
)


def test_sync_figures_name_everything() -> None:
    assert dict(sync_rows(replace(GOOD, underruns=2))) == {
        "This machine": "does not keep up: the sound ran dry",
        "Picture to song, now": "+0.9 ms",
        "Median": "−0.2 ms",
        "99 % within": "2.4 ms",
        "Last take, worst take": "−0.3 ms, +2.1 ms",
        "Trims, relocates, takes": "14, 1, 5",
        "Pictures shown, late, lost": "2211, 3, 2",
        "Ready ahead: sound, next film": "3.5 s, 2.9 s",
        "Sound": "portaudio · Speakers · 23 ms",
        "Sound ran dry": "2 times",
    }


def test_an_offset_that_holds_is_told_and_none_is_not() -> None:
    assert dict(sync_rows(replace(GOOD, offset_us=80_000)))["Calibrated"] == "+80.0 ms"
    assert "Calibrated" not in dict(sync_rows(GOOD))


def test_sync_figures_without_readings_are_dashes() -> None:
    values = [value for _, value in sync_rows(Snapshot())]
    assert values == ["–", "–", "–", "–", "–, –", "0, 0, 0", "0, 0, 0", "–, –", "–", "never"]


@pytest.mark.parametrize(
    ("sync", "more", "said"),
    [
        ({}, {}, "keeps up"),
        ({"p99_ms": 12.1}, {}, "strained: pictures are off"),
        ({"p99_ms": 41.0}, {}, "does not keep up: pictures are a frame off"),
        ({"late": 20, "lost": 3}, {}, "strained: pictures come late"),
        ({}, {"sound_ahead_us": 900_000}, "strained: the disk is slow"),
        ({}, {"sound_ahead_us": 900_000, "position_us": 59_000_000}, "keeps up"),
        ({}, {"underruns": 1}, "does not keep up: the sound ran dry"),
    ],
)
def test_what_is_said_of_a_machine_follows_from_its_figures(
    sync: dict[str, float], more: dict[str, int], said: str
) -> None:
    assert trust(replace(GOOD, sync=replace(GOOD.sync, **sync), **more)) == said  # type: ignore[arg-type]
