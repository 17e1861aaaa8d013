"""Reads lyrics and essays in worker processes, and keeps those of the album that is open."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from visualalbum.jobs import Job, JobError, JobQueue
from visualalbum.problems import Problem
from visualalbum.ui.errands import Errands
from visualalbum.words import Lyrics, essay
from visualalbum.words import load as load_lyrics
from visualalbum.words.essay import Block

Key = tuple[str, Path]
"""What a file is read as, "lyrics" or "blocks", and the file."""


class Texts(QObject):
    """What has been read so far; `ready` tells that another text is there."""

    ready = Signal()

    def __init__(self, jobs: JobQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lyrics: dict[Path, Lyrics | None] = {}
        self._blocks: dict[Path, tuple[Block, ...]] = {}
        self._problems: dict[Path, list[Problem]] = {}
        self._errands = Errands(jobs, "texts", self)
        self._errands.done.connect(self._take)

    def lyrics(self, path: Path) -> Lyrics | None:
        """The lyrics of a file; None while they are being read, and where they cannot be."""
        if path not in self._lyrics:
            self._ask("lyrics", path)
        return self._lyrics.get(path)

    def blocks(self, path: Path) -> tuple[Block, ...]:
        """The blocks of an essay; none while it is being read, and where it cannot be."""
        if path not in self._blocks:
            self._ask("blocks", path)
        return self._blocks.get(path, ())

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with those that were read."""
        return tuple(problem for found in self._problems.values() for problem in found)

    def renew(self, changed: Collection[Path]) -> None:
        """Read again those that have changed on the disk; what they were is given until then."""
        for kind, known in (("lyrics", self._lyrics), ("blocks", self._blocks)):
            for path in changed:
                if (kind, path) in self._errands.under_way or path in known:
                    self._errands.call_back([(kind, path)])  # it may have been read before the change
                    self._ask(kind, path)

    def forget(self) -> None:
        """Drop everything: another album, or the same one edited."""
        self._errands.call_back(self._errands.under_way)
        self._lyrics.clear()
        self._blocks.clear()
        self._problems.clear()

    def _ask(self, kind: str, path: Path) -> None:
        self._errands.send((kind, path), load_lyrics if kind == "lyrics" else essay.load, path, urgent=True)

    @Slot(object, object)
    def _take(self, key: Key, job: Job[Any]) -> None:
        kind, path = key
        try:
            found, self._problems[path] = job.result()
        except JobError:
            found = None
        if kind == "lyrics":
            self._lyrics[path] = found
        else:
            self._blocks[path] = found or ()
        self.ready.emit()
