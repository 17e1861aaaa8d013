"""Opening an album: read by a worker, its files probed by workers, and read again with what they found. No Qt here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from visualalbum.jobs import JobQueue
from visualalbum.media.facts import MediaFacts
from visualalbum.media.probing import Probing
from visualalbum.said import NOTHING
from visualalbum.timeline.mode import Mode
from visualalbum.ui.album_reading import AlbumReading, failed
from visualalbum.ui.edition import Edition, Stamp

MOST_ROUNDS = 3
"""Files that are still being written are others each time they are probed; saves of them are followed afterwards."""


class Opening:
    """An album on its way in. Nothing here blocks; `poll` is for every tick.

    `edition` has the names as soon as the manifest is read, and the times when `done`; where it could not be read, why.
    """

    def __init__(self, jobs: JobQueue, given: Path, way: Mode | Mapping[Path, Mode]) -> None:
        self.given = given
        self.edition: Edition | None = None
        self.done = False
        self._jobs = jobs
        self._rounds = 0
        self._probed: dict[tuple[Path, Stamp], MediaFacts] = {}
        self._probing: Probing | None = None
        self._reading = AlbumReading(jobs, given, way, self._probed)

    @property
    def unpacked(self) -> float | None:
        """How much of its bundle is unpacked, 0 to 1; None while nothing is being unpacked."""
        return None if self._reading.done else self._reading.part

    @property
    def total(self) -> int:
        """How many songs and films it names, as far as is known."""
        return self.edition.files if self.edition else 0

    @property
    def probed(self) -> int:
        """How many of them are known."""
        return self.total - (self._probing.left if self._probing else 0)

    def poll(self) -> bool:
        """Take what was found out since the last call; tells whether that was anything."""
        if self.done:
            return False
        if self._probing is not None:
            return self._take_facts(self._probing)
        before = self._reading.part
        self._reading.poll()
        if self._reading.done:
            self._take(self._reading.edition or failed(self._reading))
        return self._reading.done or self._reading.part != before

    def cancel(self) -> None:
        """Give it up."""
        self._reading.cancel()
        if self._probing is not None:
            self._probing.cancel()

    def _take(self, edition: Edition) -> None:
        told = edition.told or (self.edition.told if self.edition else NOTHING)
        self.edition = replace(edition, told=told)
        if edition.unknown and self._rounds < MOST_ROUNDS:
            self._rounds += 1
            self._probing = Probing(edition.unknown, self._jobs)
        else:
            self.done = True

    def _take_facts(self, probing: Probing) -> bool:
        found = probing.poll()
        if probing.done and self.edition is not None:
            self._probing = None
            self._probed |= self.edition.with_stamps(probing.facts)
            self._reading = AlbumReading(self._jobs, self.edition.source.given, self.edition.mode, self._probed)
        return found
