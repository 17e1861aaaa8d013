"""dissolve-too-long."""

from __future__ import annotations

import pytest

from tests.unit.manifest.reading import only, told

TEXT = "visualalbum: 1\ntracks:\n- {audio: a, film: f.mp4, segments: [{in: 0:10, out: %s, join: ▸dissolve 2}]}\n"


def test_a_dissolve_longer_than_its_segment_is_told() -> None:
    problem = only(TEXT % "0:11.5")
    assert (problem.rule, problem.sentence) == (
        "dissolve-too-long",
        "the dissolve of 2 is longer than its segment of 1.5 s",
    )


@pytest.mark.parametrize("out", ["0:12", "0:30", "00:00:11:00"])
def test_a_dissolve_as_long_as_its_segment_is_right_and_frames_cannot_be_told(out: str) -> None:
    assert told(TEXT % out) == []
