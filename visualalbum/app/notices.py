"""Notices that files of the open album may have been saved: the system tells, and all are looked at now and then."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from visualalbum.jobs import Job, JobError, JobQueue
from visualalbum.ui.edition import Stamp, stamps_of
from visualalbum.ui.watch import Watch

QUIET_MS = 25
"""A save is a few notices in a row, some of them of a file that is half written: told of when so long none came."""

MOST_QUIET_S = 0.1
"""Where notices do not end, told of all the same."""

SLOW_MS = 2_000
"""How often all files are looked at: drives in a network give no notices, and few files are watched by themselves."""

MOST_LOOKED_AT = 200
"""Files looked at each time, others the next: a thousand each time took 2 % of a core from a program that rests."""

LIMIT_S = 20.0
"""A look that takes longer is at a disk that hangs."""


class Notices(QObject):
    """`saved` tells that something may have been saved; `seen` are the stamps that were known last, by file.

    `poll` is for every tick.
    """

    saved = Signal()

    def __init__(self, jobs: JobQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seen: dict[Path, Stamp | None] = {}
        self.watch = Watch(self)
        self.watch.stirred.connect(self._on_stirred)
        self._jobs = jobs
        self._manifest: Path | None = None
        self._looking: Job[dict[Path, Stamp | None]] | None = None
        self._looked_at = 0
        self._stirred_s = 0.0
        self._quiet, self.slow = QTimer(self), QTimer(self)
        self._quiet.setObjectName("quiet")
        self._quiet.setInterval(QUIET_MS)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self.saved)
        self.slow.setObjectName("slow")
        self.slow.setInterval(SLOW_MS)
        self.slow.timeout.connect(self._look)

    def begin(self, manifest: Path, seen: Mapping[Path, Stamp | None]) -> None:
        """Begin with what was known when it was read, and look whether it still holds."""
        self._manifest, self.seen = manifest, dict(seen)
        self.slow.start()
        self._look()

    def follow(self, texts: Iterable[Path], files: Iterable[Path]) -> None:
        """Watch some files that are written to, and the folders of others, which are put in each other's place."""
        self.watch.follow(texts, dict.fromkeys(path.parent for path in files))

    def end(self) -> None:
        """Notice nothing more."""
        self.seen, self._looking, self._manifest = {}, None, None
        self._quiet.stop()
        self.slow.stop()
        self.watch.follow((), ())

    def poll(self) -> None:
        """Take what a worker has seen."""
        if self._looking is not None and self._looking.done:
            self._compare(self._looking)

    @Slot()
    def _on_stirred(self) -> None:
        now_s = time.monotonic()
        if not self._quiet.isActive():
            self._stirred_s = now_s
        if now_s - self._stirred_s < MOST_QUIET_S:
            self._quiet.start()

    @Slot()
    def _look(self) -> None:
        """Look at the stamps of the manifest and some files, in a worker: a drive that hangs holds up nobody here."""
        if self._looking is None and self._manifest is not None:
            files = list(self.seen)
            first = self._looked_at if self._looked_at < len(files) else 0
            self._looked_at = first + MOST_LOOKED_AT
            some = dict.fromkeys([self._manifest, *files[first : self._looked_at]])
            self._looking = self._jobs.submit(stamps_of, list(some), limit_s=LIMIT_S)

    def _compare(self, looking: Job[dict[Path, Stamp | None]]) -> None:
        self._looking = None
        try:
            found = looking.result()
        except JobError:
            return
        if any(found.get(path, stamp) != stamp for path, stamp in self.seen.items()):
            self.saved.emit()
