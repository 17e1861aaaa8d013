"""Reading a recording back: what was seen until when, and the sink's clock under drift and late arrivals."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from tests.support.recorder import RATE, Recording

START_NS = 10**15


def test_the_sink_s_clock_is_read_through_late_blocks_and_drift(tmp_path: Path) -> None:
    late_ms = np.abs(np.random.default_rng(1).normal(0, 4, 4000))
    late_ms[::37] = 0
    frames = np.arange(1, 4001) * 240
    true_ns = START_NS + frames * (1e9 / RATE) * 1.0001
    lines = [f"{round(at + late * 1e6)} {count}" for at, late, count in zip(true_ns, late_ms, frames, strict=True)]
    (tmp_path / "arrivals.txt").write_text("\n".join(lines))
    recording = Recording(tmp_path)
    wrong_ms = (recording.instant_ns(frames) - true_ns)[200:-200] / 1e6
    assert np.abs(wrong_ms).max() < 0.15
    assert recording.sound_clock_jump_ms < 0.3


def test_a_sight_lasts_until_the_next_and_came_between_two_readings(tmp_path: Path) -> None:
    lines = [
        {"kind": "black", "film": 0, "number": 0, "before_ns": None, "first_ns": 100},
        {"kind": "gap", "before_ns": 110, "first_ns": 140},
        {"kind": "frame", "film": 1, "number": 7, "before_ns": 140, "first_ns": 150},
        {"kind": "end", "first_ns": 200, "readings": 11},
    ]
    (tmp_path / "screen.jsonl").write_text("\n".join(map(json.dumps, lines)))
    recording = Recording(tmp_path)
    black, frame = recording.sights
    assert (black.instant_ns, black.gone_instant_ns, frame.instant_ns, frame.gone_ns) == (100, 145, 145, 200)
    assert recording.gaps == [(110, 140)]
    assert recording.readings_a_second == pytest.approx(1e8)


def test_a_recording_without_any_sound_arrived_says_so(tmp_path: Path) -> None:
    (tmp_path / "arrivals.txt").write_text("")
    (tmp_path / "log").write_text("Connection refused")
    with pytest.warns(UserWarning, match="no data"), pytest.raises(ValueError, match="Connection refused"):
        Recording(tmp_path).instant_ns(0)
