"""out-before-in: an out-point that is not after its in-point."""

from __future__ import annotations

from collections.abc import Iterator

from visualalbum.manifest.loaded import Loaded
from visualalbum.manifest.nodes import Path
from visualalbum.manifest.rules.lengths import is_backwards
from visualalbum.model import Album, ProgrammeItem, Segment
from visualalbum.problems import Problem
from visualalbum.said import say

ID = "out-before-in"


def check(loaded: Loaded, album: Album) -> Iterator[Problem]:
    """Report every one that the text alone tells: both in seconds, or both in frames."""
    stretches: list[tuple[Path, Segment | ProgrammeItem]] = [
        (("tracks", t, "segments", s), segment)
        for t, track in enumerate(album.tracks)
        for s, segment in enumerate(track.segments)
    ]
    stretches += [(("programme", p), item) for p, item in enumerate(album.programme)]
    for path, stretch in stretches:
        if stretch.out is not None and is_backwards(stretch.in_, stretch.out):
            sentence = say(
                "the out-point {out} is not after the in-point {start}",
                out=str(stretch.out),
                start=str(stretch.in_ or "0"),
            )
            yield loaded.error((*path, "out"), ID, sentence, say("exchange them, or mend one"))
