"""duplicate-id: two tracks, or two segments of a track, with one id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from visualalbum.manifest.loaded import Loaded
from visualalbum.manifest.nodes import Path
from visualalbum.model import Album
from visualalbum.problems import Problem
from visualalbum.said import say
from visualalbum.timecode import shown

ID = "duplicate-id"


def check(loaded: Loaded, album: Album) -> Iterator[Problem]:
    """Report the second and every later one."""
    yield from _twice(loaded, ((track.id, ("tracks", t, "id")) for t, track in enumerate(album.tracks)))
    for t, track in enumerate(album.tracks):
        ids = ((segment.id, ("tracks", t, "segments", s, "id")) for s, segment in enumerate(track.segments))
        yield from _twice(loaded, ids)


def _twice(loaded: Loaded, ids: Iterable[tuple[str | None, Path]]) -> Iterator[Problem]:
    first: dict[str, Path] = {}
    for name, path in ids:
        if name is not None and first.setdefault(name, path) != path:
            sentence = say("the id {id} is taken on line {line}", id=shown(name), line=loaded.place(first[name]).line)
            yield loaded.error(path, ID, sentence, say("give one of them another"))
