"""no-tempo."""

from __future__ import annotations

import pytest

from tests.unit.manifest.reading import only, told

TEXT = "visualalbum: 1\ntracks:\n- {audio: a, film: f.mp4, tempo: {bpm: 96, beats_per_bar: 3}, %s}\n"


@pytest.mark.parametrize("cue", ["segments: [{at: ▸bar 17}]", "stills: [{image: b, at: ▸bar 17}]"])
def test_bars_without_a_tempo_are_told(cue: str) -> None:
    problem = only(f"visualalbum: 1\ntracks:\n- {{audio: a, film: f.mp4, {cue}}}\n")
    assert problem.rule == "no-tempo"
    assert problem.remedy == "write tempo: {bpm: ...} at the track"


def test_a_beat_past_the_bar_is_told() -> None:
    assert only(TEXT % "segments: [{at: ▸bar 2 beat 4}]").sentence == "bar 2 beat 4 is past the bar's 3 beats"


def test_bars_with_a_tempo_are_right() -> None:
    assert told(TEXT % "segments: [{at: bar 2 beat 3.5}], stills: [{image: b, at: bar 3}]") == []
