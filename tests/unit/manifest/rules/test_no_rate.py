"""no-rate."""

from __future__ import annotations

from tests.unit.manifest.reading import only, told


def test_frames_at_a_still_are_told() -> None:
    assert only("visualalbum: 1\ntracks:\n- {audio: a, stills: [{image: b, at: ▸00:00:01:00}]}\n").rule == "no-rate"


def test_frames_in_a_film_are_right() -> None:
    cues = "segments: [{in: 00:00:01:00}], stills: [{image: b, at: 1}]"
    assert told(f"visualalbum: 1\ntracks:\n- {{audio: a, film: f.mp4, {cues}}}\n") == []
