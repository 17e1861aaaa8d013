"""nothing-to-play."""

from __future__ import annotations

import pytest

from tests.unit.manifest.reading import only, told


def test_an_album_without_tracks_and_films_is_told() -> None:
    assert only("▸visualalbum: 1\ntitle: x\n").rule == "nothing-to-play"


@pytest.mark.parametrize("rest", ["films: {f: f.mp4}", "tracks: [{audio: a}]"])
def test_one_film_or_one_track_is_enough(rest: str) -> None:
    assert told(f"visualalbum: 1\n{rest}\n") == []


def test_broken_tracks_are_not_called_none() -> None:
    assert told("visualalbum: 1\ntracks: [x]\n") == ["wrong-kind"]
