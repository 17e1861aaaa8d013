"""One reading of an album by a worker: what it is now, or why it could not be read. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from visualalbum.interchange.refusal import problem
from visualalbum.interchange.shelf import Shelf
from visualalbum.interchange.source import Source
from visualalbum.jobs import Job, JobError, JobQueue
from visualalbum.media.facts import MediaFacts
from visualalbum.said import NOTHING, say
from visualalbum.timeline.mode import Mode
from visualalbum.ui.edition import Edition, Stamp, read_edition

LIMIT_S = 20.0
"""A manifest that takes longer comes from a disk that hangs."""

UNPACK_LIMIT_S = 3600.0
"""Nobody knows how slow a disk is, and a person can give it up."""

SMALL_BYTES = 50_000_000
"""A bundle up to this size takes a fraction of a second, less than the process for long work takes to start."""

Probed = Mapping[tuple[Path, Stamp], MediaFacts]


class AlbumReading:
    """Reads an album, the bundles among them after they are unpacked; nothing here blocks, `poll` is for every tick.

    `edition` is there once it is `done`, unless it failed; `part` tells how much of a bundle is unpacked, 0 to 1.
    """

    def __init__(self, jobs: JobQueue, given: Path, way: Mode | Mapping[Path, Mode], probed: Probed) -> None:
        self.given = given
        self.edition: Edition | None = None
        self.part: float | None = None
        self.failure = NOTHING
        self.done = False
        self._jobs = jobs
        self._words = (given, way, probed)
        self._job: Job[Edition] = jobs.submit(read_edition, *self._words, False, first=True, limit_s=LIMIT_S)

    def poll(self) -> None:
        """Take what the worker has found out."""
        if self.done:
            return
        if self.part is not None:
            self.part = self._job.progress
        if not self._job.done:
            return
        try:
            edition = self._job.result()
        except JobError as error:
            self.failure, self.done = error.sentence, True
            return
        if edition.packed_bytes:
            self._unpack(edition)
        else:
            self.edition, self.part, self.done = edition, None, True

    def cancel(self) -> None:
        """Give it up: who reads gets a moment to end, and what is half unpacked is taken away."""
        if self.done:
            return
        self.done = True
        if self.part is None:
            self._job.drop()
        else:
            self._job.cancel()
            self._jobs.submit(sweep)

    def _unpack(self, edition: Edition) -> None:
        self.part = 0.0
        self.given = edition.source.given
        long = edition.packed_bytes > SMALL_BYTES
        words = (*self._words, True)
        self._job = self._jobs.submit(read_edition, *words, long=long, limit_s=UNPACK_LIMIT_S, reports=True)


def failed(reading: AlbumReading) -> Edition:
    """What is known of an album that could not be read: that, where, and what to do."""
    given = reading.given
    if reading.part is None:
        rule, sentence = "not-read", say("this album could not be read: {reason}", reason=reading.failure)
    else:
        rule, sentence = "not-unpacked", say("this bundle could not be unpacked: {reason}", reason=reading.failure)
    told = problem(given, rule, sentence, say("see whether its drive answers, and open it again"))
    return Edition(Source(given, given), problems=(told,), stamps={given: None})


def sweep() -> None:
    """Take away what was left half unpacked. Runs in a worker."""
    with closing(Shelf()) as shelf:
        shelf.trim()
