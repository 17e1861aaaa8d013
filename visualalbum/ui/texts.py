"""Reads lyrics and essays in worker processes, and keeps those of the album that is open."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from visualalbum.jobs import Job, JobError, JobQueue
from visualalbum.problems import Problem
from visualalbum.words import Lyrics, essay
from visualalbum.words import load as load_lyrics
from visualalbum.words.essay import Block

POLL_MS = 15
"""How often finished work is looked for; only while there is some."""

LIMIT_S = 20.0
"""A text that takes longer comes from a disk that hangs."""


class Texts(QObject):
    """What has been read so far; `ready` tells that another text is there."""

    ready = Signal()

    def __init__(self, jobs: JobQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._lyrics: dict[Path, Lyrics | None] = {}
        self._blocks: dict[Path, tuple[Block, ...]] = {}
        self._problems: dict[Path, list[Problem]] = {}
        self._running: dict[tuple[str, Path], Job[Any]] = {}
        self._poll = QTimer(self)
        self._poll.setObjectName("texts")
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._take_results)

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
                before = self._running.pop((kind, path), None)
                if before is not None or path in known:
                    self._ask(kind, path)

    def forget(self) -> None:
        """Drop everything: another album, or the same one edited."""
        for job in self._running.values():
            job.cancel()
        self._running.clear()
        self._lyrics.clear()
        self._blocks.clear()
        self._problems.clear()
        self._poll.stop()

    def _ask(self, kind: str, path: Path) -> None:
        if (kind, path) in self._running:
            return
        read = load_lyrics if kind == "lyrics" else essay.load
        self._running[kind, path] = self._jobs.submit(read, path, urgent=True, limit_s=LIMIT_S)
        if not self._poll.isActive():
            self._poll.start()

    @Slot()
    def _take_results(self) -> None:
        finished = [key for key, job in self._running.items() if job.done]
        for kind, path in finished:
            job = self._running.pop((kind, path))
            try:
                found, self._problems[path] = job.result()
            except JobError:
                found = None
            if kind == "lyrics":
                self._lyrics[path] = found
            else:
                self._blocks[path] = found or ()
        if not self._running:
            self._poll.stop()
        if finished:
            self.ready.emit()
