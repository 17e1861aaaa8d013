"""The bundles of this run: held while they are read, known by names."""

from __future__ import annotations

from pathlib import Path

from visualalbum.interchange.shelf import Shelf
from visualalbum.interchange.source import Source
from visualalbum.problems import Problem


class Bundles:
    """The sources of the last albums that were read."""

    def __init__(self) -> None:
        self._shelf = Shelf()
        self._sources: tuple[Source, ...] = ()

    def hold(self, source: Source) -> None:
        """Keep the files of a source that is read from now on, and those of the one before."""
        self._shelf.hold(source)
        if source not in self._sources:
            self._sources = (*self._sources[-1:], source)

    def known_as(self, path: Path) -> Path:
        """A file as it is remembered: one in a bundle by the bundle's own path."""
        return next((known for source in self._sources if (known := source.known_as(path)) != path), path).absolute()

    def told(self, problem: Problem) -> Problem:
        """A problem at its place as people know it."""
        return next((told for source in self._sources if (told := source.told(problem)) != problem), problem)

    def close(self) -> None:
        """Let go of all of them; a worker that still unpacks ends with the queue."""
        self._shelf.close()
