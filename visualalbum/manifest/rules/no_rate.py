"""no-rate: frames counted where there is no film to give their rate."""

from __future__ import annotations

from collections.abc import Iterator

from visualalbum.manifest.loaded import Loaded
from visualalbum.model import Album
from visualalbum.problems import Problem
from visualalbum.said import say
from visualalbum.timecode import FrameTime

ID = "no-rate"


def check(loaded: Loaded, album: Album) -> Iterator[Problem]:
    """Report every still whose place on the song is written in frames."""
    for t, track in enumerate(album.tracks):
        for s, still in enumerate(track.stills):
            if isinstance(still.at, FrameTime):
                sentence = say("{time} counts frames, and a still has no film to give their rate", time=str(still.at))
                yield loaded.error(
                    ("tracks", t, "stills", s, "at"), ID, sentence, say("write seconds, M:SS or bar N beat M")
                )
