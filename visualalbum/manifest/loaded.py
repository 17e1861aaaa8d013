"""A manifest that was read: the album, what is wrong with it, and where everything stands in the text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from visualalbum.manifest.ignored import Ignored
from visualalbum.manifest.nodes import Group, Items, Node, child, place_at
from visualalbum.model import Album
from visualalbum.model.uses import path_of, uses
from visualalbum.problems import Place, Problem, Severity
from visualalbum.said import NOTHING, Said


@dataclass(frozen=True)
class Loaded:
    """`album` holds all that could be read, and is None where nothing could; `problems` says what is missing from it.

    `file` is the manifest's path as it was given. Indices of places count on `album`, which leaves out broken items.
    """

    file: Path
    album: Album | None
    problems: tuple[Problem, ...] = ()
    written: Node | None = field(default=None, repr=False)
    """The whole text, broken parts too."""
    read: Node | None = field(default=None, repr=False)
    """What the album was made of."""
    ignored: Ignored = frozenset()
    """What its comments ask not to be told."""

    @property
    def folder(self) -> Path:
        """What paths in the manifest are relative to."""
        return self.file.parent

    def path(self, name: str) -> Path:
        """The path of a file that the manifest names."""
        return path_of(self.folder, name)

    def places(self) -> dict[Path, Place]:
        """Where each file that the album names is named first."""
        found: dict[Path, Place] = {}
        for use in uses(self.album) if self.album else ():
            found.setdefault(self.path(use.name), self.place(use.path))
        return found

    def place(self, path: Sequence[str | int], *, key: bool = False) -> Place:
        """Where a value (with `key`, its key) stands, such as `("tracks", 0, "segments", 2, "in")`.

        Keys are written as in the manifest. What is not written there is placed at the nearest thing around it.
        """
        return place_at(self.read, path, key=key) if self.read else Place(str(self.file))

    def error(self, path: Sequence[str | int], rule: str, sentence: Said, remedy: Said = NOTHING) -> Problem:
        """An error at the value that a path names."""
        return Problem(self.place(path), Severity.ERROR, rule, sentence, remedy)

    def warning(self, path: Sequence[str | int], rule: str, sentence: Said, remedy: Said = NOTHING) -> Problem:
        """A warning at the value that a path names."""
        return Problem(self.place(path), Severity.WARNING, rule, sentence, remedy)

    def heard(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """Those that the manifest's comments do not ask to be left out."""
        file = str(self.file)
        return tuple(
            problem
            for problem in problems
            if problem.place.file != file or (problem.place.line, problem.rule) not in self.ignored
        )

    def names_written(self, key: str) -> tuple[str, ...]:
        """The names in a group at the top of the text, broken ones too: nothing that is there is called unknown."""
        group = child(self.written, key) if self.written else None
        return tuple(group.entries) if isinstance(group, Group) else ()

    def length_written(self, key: str) -> int:
        """How many items or names stand at a key at the top of the text, broken ones too."""
        node = child(self.written, key) if self.written else None
        return len(node.items) if isinstance(node, Items) else len(node.entries) if isinstance(node, Group) else 0
