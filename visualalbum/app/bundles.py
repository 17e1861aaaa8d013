"""The bundles of this run: unpacked by a worker while what plays plays on, held while they are read, known by names."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from visualalbum.interchange.refusal import refuse
from visualalbum.interchange.shelf import Shelf
from visualalbum.interchange.source import Source
from visualalbum.jobs import Job, JobError, JobQueue
from visualalbum.problems import Problem
from visualalbum.said import say
from visualalbum.ui.unpacking import Unpacking

UNPACK_LIMIT_S = 3600.0
"""Nobody knows how slow a disk is, and a person can give it up."""

SMALL_BYTES = 50_000_000
"""A bundle up to this size takes a fraction of a second, less than the process for long work takes to start."""


class Bundles(QObject):
    """Finds the source of an album, whatever it is; `settled` carries it, at once where nothing is to be unpacked.

    `poll` is for every tick, of which more come after `stir`.
    """

    settled = Signal(object)

    def __init__(
        self, jobs: JobQueue, unpacking: Unpacking, stir: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._unpacking = unpacking
        self._stir = stir
        self._shelf = Shelf()
        self._given = Path()
        self._job: Job[Source] | None = None
        self._sources: tuple[Source, ...] = ()
        unpacking.given_up.connect(self.give_up)

    def open(self, given: Path) -> None:
        """Find the source of an album; what was looked for before is given up."""
        self.give_up()
        source = self._shelf.find(given)
        if source is not None:
            self._settle(source)
            return
        self._given = given
        self._job = self._jobs.submit(settle, given, long=_is_large(given), limit_s=UNPACK_LIMIT_S, reports=True)
        self._unpacking.show_part(given.name, 0.0)
        self._stir()

    @Slot()
    def give_up(self) -> None:
        """Unpack nothing more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._unpacking.clear()
            self._jobs.submit(sweep)

    def poll(self) -> None:
        """Show how much is unpacked, and take what is."""
        if self._job is None:
            return
        self._stir()
        if not self._job.done:
            self._unpacking.show_part(self._given.name, self._job.progress)
            return
        job, self._job = self._job, None
        self._unpacking.clear()
        self._settle(_result(job, self._given))

    def ready(self, given: Path) -> bool:
        """Whether nothing is to be unpacked."""
        return self._shelf.find(given) is not None

    def hold(self, source: Source) -> None:
        """Keep the files of a source that is read from now on, and those of the one before."""
        self._shelf.find(source.given)
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

    def _settle(self, source: Source) -> None:
        self.hold(source)
        self.settled.emit(source)


def settle(given: Path, report: Callable[[float], None] = lambda _: None) -> Source:
    """Unpack a bundle onto the shelf. Runs in a worker."""
    with closing(Shelf()) as shelf:
        return shelf.settle(given, report)


def sweep() -> None:
    """Take away what was left half unpacked. Runs in a worker."""
    with closing(Shelf()) as shelf:
        shelf.trim()


def _is_large(given: Path) -> bool:
    try:
        return given.stat().st_size > SMALL_BYTES
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return False


def _result(job: Job[Source], given: Path) -> Source:
    try:
        return job.result()
    except JobError as error:
        sentence = say("this bundle could not be unpacked: {reason}", reason=error.sentence)
        problems = refuse(given, "not-unpacked", sentence, say("open it again")).problems
        return Source(given, given, problems=problems)
