"""too-short: a segment too short to be shown."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from visualalbum.manifest.loaded import Loaded
from visualalbum.manifest.rules.lengths import literal_length
from visualalbum.model import Album
from visualalbum.problems import Problem
from visualalbum.said import say

ID = "too-short"
SHORTEST = Fraction(1, 4)  # the time in which a standby deck is certain to be primed for the next one


def check(loaded: Loaded, album: Album) -> Iterator[Problem]:
    """Report every segment whose in- and out-point make it shorter than 250 ms."""
    for t, track in enumerate(album.tracks):
        for s, segment in enumerate(track.segments):
            length = literal_length(segment.in_, segment.out)
            if length is not None and 0 < length < SHORTEST:
                ms = f"{float(length * 1000):g}"
                sentence = say("the segment lasts {ms} ms, and the shortest is {least} ms", ms=ms, least=250)
                yield loaded.error(("tracks", t, "segments", s), ID, sentence, say("move its in- or out-point"))
