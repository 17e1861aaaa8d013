"""unknown-track: an item of the programme that names no track."""

from __future__ import annotations

from collections.abc import Iterator

from visualalbum.manifest.loaded import Loaded
from visualalbum.manifest.nearest import GUESSES, remedy
from visualalbum.model import Album
from visualalbum.problems import Problem
from visualalbum.said import say
from visualalbum.timecode import shown

ID = "unknown-track"


def check(loaded: Loaded, album: Album) -> Iterator[Problem]:
    """Report every one; an album with broken tracks is not asked, for one of them may be meant."""
    ids = album.track_ids
    if loaded.length_written("tracks") != len(album.tracks):
        return
    known, told = frozenset(ids), 0
    for p, item in enumerate(album.programme):
        if item.track is not None and item.track not in known:
            told += 1
            sentence = say("there is no track {name}", name=shown(item.track))
            otherwise = say("the first tracks are {ids}", ids=", ".join(ids[:8]))
            cure = remedy(item.track, ids if told <= GUESSES else (), otherwise)
            yield loaded.error(("programme", p), ID, sentence, cure)
