"""too-short."""

from __future__ import annotations

import pytest

from tests.unit.manifest.reading import only, told

TEXT = "visualalbum: 1\ntracks:\n- {audio: a, film: f.mp4, segments: [▸{in: 0:10, out: %s}]}\n"


def test_a_segment_under_250_ms_is_told() -> None:
    problem = only(TEXT % "0:10.24")
    assert (problem.rule, problem.sentence) == ("too-short", "the segment lasts 240 ms, and the shortest is 250 ms")


@pytest.mark.parametrize("out", ["0:10.25", "0:30", "00:00:10:01"])
def test_a_segment_of_250_ms_is_right_and_frames_cannot_be_told(out: str) -> None:
    assert told(TEXT % out) == []
