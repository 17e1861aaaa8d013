"""unknown-track: an item of the programme that names no track."""

from __future__ import annotations

from collections.abc import Iterator

from visualalbum.manifest.loaded import Loaded
from visualalbum.manifest.nearest import remedy
from visualalbum.model import Album
from visualalbum.problems import Problem
from visualalbum.timecode import shown

ID = "unknown-track"


def check(loaded: Loaded, album: Album) -> Iterator[Problem]:
    """Report every one; an album with broken tracks is not asked, for one of them may be meant."""
    ids = album.track_ids
    if loaded.length_written("tracks") != len(album.tracks):
        return
    for p, item in enumerate(album.programme):
        if item.track is not None and item.track not in ids:
            sentence = f"there is no track {shown(item.track)}"
            cure = remedy(item.track, ids, f"the tracks are {', '.join(ids[:8])}" if ids else "write tracks:")
            yield loaded.error(("programme", p), ID, sentence, cure)
