"""dissolve-too-long: a dissolve that lasts longer than the segment it brings in."""

from __future__ import annotations

from collections.abc import Iterator

from visualalbum.manifest.loaded import Loaded
from visualalbum.manifest.rules.lengths import literal_length
from visualalbum.model import Album
from visualalbum.problems import Problem
from visualalbum.said import say

ID = "dissolve-too-long"


def check(loaded: Loaded, album: Album) -> Iterator[Problem]:
    """Report every one whose in- and out-point say how long the segment is."""
    for t, track in enumerate(album.tracks):
        for s, segment in enumerate(track.segments):
            dissolve, length = segment.join.dissolve, literal_length(segment.in_, segment.out)
            if dissolve and length is not None and dissolve.seconds > length > 0:
                sentence = say(
                    "the dissolve of {dissolve} is longer than its segment of {seconds} s",
                    dissolve=str(dissolve),
                    seconds=f"{float(length):g}",
                )
                yield loaded.error(("tracks", t, "segments", s, "join"), ID, sentence, say("shorten it"))
