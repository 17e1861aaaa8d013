"""silent-track: a track with nothing to give it a length."""

from __future__ import annotations

from collections.abc import Iterator

from visualalbum.manifest.loaded import Loaded
from visualalbum.model import Album
from visualalbum.problems import Problem
from visualalbum.said import say

ID = "silent-track"


def check(loaded: Loaded, album: Album) -> Iterator[Problem]:
    """Report every track that has no song, no film and nobody who plays it."""
    for t, track in enumerate(album.tracks):
        if track.audio is None and not track.live and not album.segments(track):
            remedy = say("write audio: and the song's file, or live: true")
            yield loaded.error(("tracks", t), ID, say("this track has neither a song nor a film"), remedy)
