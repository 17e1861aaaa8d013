"""no-tempo: a bar that the track's tempo does not have."""

from __future__ import annotations

from collections.abc import Iterator

from visualalbum.manifest.loaded import Loaded
from visualalbum.model import Album
from visualalbum.problems import Problem
from visualalbum.timecode import BeatTime, TimeError

ID = "no-tempo"


def check(loaded: Loaded, album: Album) -> Iterator[Problem]:
    """Report every place in bars on a track without a tempo, and every beat past its bar's last."""
    for t, track in enumerate(album.tracks):
        tempo = track.tempo.map if track.tempo else None
        places = [(("tracks", t, "segments", s, "at"), segment.at) for s, segment in enumerate(track.segments)]
        places += [(("tracks", t, "stills", s, "at"), still.at) for s, still in enumerate(track.stills)]
        for path, at in places:
            if isinstance(at, BeatTime):
                try:
                    at.exact(tempo=tempo)
                except TimeError as error:
                    yield loaded.error(path, ID, error.sentence, error.remedy)
