"""silent-track."""

from __future__ import annotations

import pytest

from tests.unit.manifest.reading import only, told


def test_a_track_with_neither_song_nor_film_is_told() -> None:
    assert only("visualalbum: 1\ntracks:\n- ▸title: x\n").rule == "silent-track"


@pytest.mark.parametrize("track", ["{audio: a}", "{film: f.mp4}", "{segments: [{film: f.mp4}]}", "{live: true}"])
def test_a_song_a_film_or_people_are_enough(track: str) -> None:
    assert told(f"visualalbum: 1\ntracks: [{track}]\n") == []
