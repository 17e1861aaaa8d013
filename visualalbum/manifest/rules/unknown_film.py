"""unknown-film: a film that is neither an id under films nor a file."""

from __future__ import annotations

from collections.abc import Iterator

from visualalbum.manifest.loaded import Loaded
from visualalbum.manifest.nearest import GUESSES, remedy
from visualalbum.manifest.nodes import Path
from visualalbum.model import Album
from visualalbum.problems import Problem
from visualalbum.said import say
from visualalbum.timecode import shown

ID = "unknown-film"


def check(loaded: Loaded, album: Album) -> Iterator[Problem]:
    """Report every film that cannot be found, and every segment that leaves open which of several it is of."""
    declared = loaded.names_written("films")
    known, told = frozenset(declared), 0
    for path, name in _named(album):
        if name is None and len(declared) != 1:
            sentence = say("this segment does not say which film it is of")
            yield loaded.error(path, ID, sentence, say("write film: and its id or file"))
        elif name is not None and name not in known and album.film(name) is None:
            sentence = say("there is no film {name}", name=shown(name))
            told += 1
            cure = remedy(name, declared if told <= GUESSES else (), say("write it under films, or its file's path"))
            yield loaded.error(path, ID, sentence, cure)


def _named(album: Album) -> Iterator[tuple[Path, str | None]]:
    for t, track in enumerate(album.tracks):
        if track.film is not None:
            yield ("tracks", t, "film"), track.film
        for s, segment in enumerate(track.segments):
            if segment.film is not None or track.film is None:
                yield ("tracks", t, "segments", s, "film"), segment.film
    for p, item in enumerate(album.programme):
        if item.film is not None:
            yield ("programme", p, "film"), item.film
