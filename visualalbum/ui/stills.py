"""Keeps the stills the stage shows or is about to show, at the stage's size, read in a worker process."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from visualalbum.engine.ports import Fault
from visualalbum.jobs import Job, JobError, JobQueue
from visualalbum.timeline.cues import Fit
from visualalbum.ui.still_reading import Pixels, UnreadableStillError, read_still

KEPT_BYTES = 64_000_000
"""Memory for stills; seven of them on a screen of 1920x1080, one on one of 3840x2160."""

LEAST_KEPT = 4
"""Stills kept at any size: the two of a dissolve and those ahead."""

AHEAD = 2
"""Stills read ahead: the next one, and one more for a locate by a track or a quick succession."""

POLL_MS = 15
"""How often finished work is looked for; only while there is some."""

SETTLE_MS = 150
"""A window is dragged to its size in many steps; stills are read again for the last one."""

LIMIT_S = 20.0
"""A still that takes longer comes from a disk that hangs."""

Key = tuple[Path, Fit]


@dataclass(frozen=True)
class _Kept:
    image: QImage
    stage: tuple[int, int]
    pixels: Pixels


class Stills(QObject):
    """A bounded store of stills; `ready` tells that one can be shown or has failed, `faulted` that faults changed."""

    ready = Signal()
    faulted = Signal()

    def __init__(self, jobs: JobQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._stage = (0, 0)
        self._kept: dict[Key, _Kept] = {}
        self._running: dict[Key, tuple[Job[Pixels], tuple[int, int]]] = {}
        self._broken: dict[Path, Fault] = {}
        self._poll = QTimer(self)
        self._poll.setObjectName("stills")
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._take_results)
        self._settle = QTimer(self)
        self._settle.setObjectName("stills-settle")
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._read_again)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """One for every still that could not be read."""
        return tuple(self._broken.values())

    def broken(self, path: Path) -> bool:
        """Tell whether a still has been tried and cannot be read."""
        return path in self._broken

    def image(self, path: Path, fit: Fit) -> QImage | None:
        """The still, perhaps at the size of a moment ago; None while it is being read, or where it is broken."""
        key = (path, fit)
        kept = self._kept.pop(key, None)
        if kept is None:
            self._ask(key, urgent=True)
            return None
        self._kept[key] = kept  # back at the young end of the line
        return kept.image

    def want(self, keys: Iterable[Key]) -> None:
        """Read what will be shown soon."""
        for path, fit in list(keys)[:AHEAD]:
            if (path, fit) not in self._kept:
                self._ask((path, fit), urgent=False)

    def set_stage(self, width: int, height: int) -> None:
        """Read for a stage of another size, in device pixels, once it has stood still."""
        if (width, height) != self._stage:
            first = self._stage == (0, 0)
            self._stage = (width, height)
            if not first:
                self._settle.start()

    def renew(self, changed: Collection[Path]) -> None:
        """Read again those that have changed on the disk; what they were is given until then."""
        mended = [path for path in changed if self._broken.pop(path, None) is not None]
        for key in [key for key in (*self._running, *self._kept) if key[0] in changed]:
            self._running.pop(key, None)  # it may have been read before the change
            self._ask(key, urgent=True)
        if mended:
            self.faulted.emit()
            self.ready.emit()  # whoever shows it asks for it again

    def forget(self) -> None:
        """Drop everything, faults too: another album, or the same one mended."""
        for job, _ in self._running.values():
            job.cancel()
        self._running.clear()
        self._kept.clear()
        self._poll.stop()
        self._settle.stop()
        if self._broken:
            self._broken.clear()
            self.faulted.emit()

    def _bytes(self) -> int:
        return sum(len(kept.pixels.data) for kept in self._kept.values())

    def _ask(self, key: Key, *, urgent: bool) -> None:
        if self._stage == (0, 0) or key[0] in self._broken or key in self._running:
            return
        job = self._jobs.submit(read_still, str(key[0]), key[1], self._stage, urgent=urgent, limit_s=LIMIT_S)
        self._running[key] = (job, self._stage)
        if not self._poll.isActive():
            self._poll.start()

    @Slot()
    def _read_again(self) -> None:
        for key, kept in self._kept.items():
            if kept.stage != self._stage:
                self._ask(key, urgent=True)

    @Slot()
    def _take_results(self) -> None:
        finished = [(key, job, stage) for key, (job, stage) in self._running.items() if job.done]
        for key, job, stage in finished:
            del self._running[key]
            self._take(key, job, stage)
        if not self._running:
            self._poll.stop()
        if finished:
            self.ready.emit()

    def _take(self, key: Key, job: Job[Pixels], stage: tuple[int, int]) -> None:
        path = key[0]
        try:
            pixels = job.result()
        except (UnreadableStillError, JobError) as error:
            sentence = f"The still {path.name} cannot be read ({error}); another picture stands in for it"
            self._broken[path] = Fault("still-unreadable", str(path), sentence)
            self._kept.pop(key, None)
            self.faulted.emit()
            return
        # The image only points at the bytes, so both are kept together.
        image = QImage(pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format(pixels.format))
        self._kept.pop(key, None)
        self._kept[key] = _Kept(image, stage, pixels)
        while self._bytes() > KEPT_BYTES and len(self._kept) > LEAST_KEPT:
            del self._kept[next(iter(self._kept))]
        if stage != self._stage and not self._settle.isActive():
            self._settle.start()
