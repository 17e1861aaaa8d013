"""Where an album comes from: what a person gave, and the manifest that is read for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from visualalbum.manifest import Loaded, load
from visualalbum.problems import Place, Problem


@dataclass(frozen=True)
class Source:
    """`given` is what people know the album by, a manifest or a bundle; it is also what is remembered of it.

    A bundle is unpacked in the folder `root`; one that was refused has none, and `problems` say why. `problems` of one
    that was not are of single files in it.
    """

    given: Path
    manifest: Path
    root: Path | None = None
    problems: tuple[Problem, ...] = ()

    def load(self, *, files: bool = True) -> Loaded:
        """Read the manifest, and with `files` look whether those it names are there; never raises, whatever it is."""
        if self.root is None and self.problems:
            return Loaded(self.given, None, self.problems)
        loaded = load(self.manifest, files=files, bundled=self.root is not None)
        return replace(loaded, problems=(*self.problems, *loaded.problems))

    def known_as(self, path: Path) -> Path:
        """A file as people know it: one of a bundle is `ALBUM.zip/film/a.mp4`, not where it was unpacked."""
        if self.root is not None and path.is_relative_to(self.root):
            return self.given / path.relative_to(self.root)
        return path

    def told(self, problem: Problem) -> Problem:
        """A problem at its place as people know it."""
        if self.root is None:
            return problem
        place = problem.place
        return replace(problem, place=Place(str(self.known_as(Path(place.file))), place.line, place.column))
