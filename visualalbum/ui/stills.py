"""Keeps stills at the size they are shown at, those of late and those that come next, read in worker processes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImage

from visualalbum.engine.ports import Fault
from visualalbum.jobs import Job, JobError, JobQueue
from visualalbum.said import say
from visualalbum.timeline.cues import Fit
from visualalbum.ui.errands import MANY, Errands
from visualalbum.ui.still_reading import Pixels, UnreadableStillError, read_still

AHEAD = 2
"""Stills read ahead: the next one, and one more for a locate by a track or a quick succession."""

SETTLE_MS = 150
"""A window is dragged to its size in many steps; stills are read again for the last one."""

Key = tuple[Path, Fit]
Size = tuple[int, int]


@dataclass(frozen=True)
class Room:
    """Memory for stills, in bytes, and how many are kept at any size; `at_a_time` are read."""

    kept_bytes: int = 64_000_000
    least_kept: int = 4
    at_a_time: int = MANY


STAGE = Room()
"""Seven stills on a screen of 1920x1080, one on one of 3840x2160; always the two of a dissolve and those ahead."""

THUMBNAILS = Room(kept_bytes=32_000_000, least_kept=40, at_a_time=2)
"""300 small pictures, 75 at a pixel ratio of 2; a screenful is at most some 40. Two workers read pictures."""

PLATE = Room(kept_bytes=64_000_000, least_kept=1, at_a_time=1)
"""Five pictures over 1920x1080, looked at one after the other; a single one where it is seen from near."""


@dataclass(frozen=True)
class _Kept:
    image: QImage
    stage: Size
    pixels: Pixels


class Stills(QObject):
    """A bounded store of stills; `ready` tells that one can be shown or has failed, `faulted` that faults changed.

    `bytes` is what it holds now.
    """

    ready = Signal()
    faulted = Signal()

    def __init__(self, jobs: JobQueue, parent: QObject | None = None, room: Room = STAGE) -> None:
        super().__init__(parent)
        self._room = room
        self._stage = (0, 0)
        self._kept: dict[Key, _Kept] = {}
        self.bytes = 0
        self._soon: tuple[Key, ...] = ()
        self._broken: dict[Path, Fault] = {}
        self._errands = Errands(jobs, "stills", self, at_a_time=room.at_a_time)
        self._errands.done.connect(self._take)
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
        self._ask(key, urgent=True)
        kept = self._kept.pop(key, None)
        if kept is None:
            return None
        self._kept[key] = kept  # back at the young end of the line
        return kept.image

    def want(self, keys: Iterable[Key]) -> None:
        """Read what will be shown soon."""
        self._soon = tuple(keys)[:AHEAD]
        for key in self._soon:
            self._ask(key, urgent=False)

    def look_at(self, seen: Collection[Key], ahead: Collection[Key] = ()) -> None:
        """Read what is in view, then what may be soon; what waited for another view is given up."""
        for keys in (seen, ahead):
            for key in keys:
                self._ask(key, urgent=keys is seen)
        self._errands.wait_only_for([(*key, self._stage) for key in (*seen, *ahead)])

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
        sent = [errand for errand in self._errands.under_way if errand[0] in changed]
        self._errands.call_back(sent)  # they may have been read before the change
        for key in dict.fromkeys([*(errand[:2] for errand in sent), *self._kept]):
            if key[0] in changed:
                self._send(key, urgent=True)
        if mended:
            self.faulted.emit()
            self.ready.emit()  # whoever shows it asks for it again

    def forget(self) -> None:
        """Drop everything, faults too: another album, or the same one mended."""
        self._errands.call_back(self._errands.under_way)
        self._kept.clear()
        self.bytes = 0
        self._soon = ()
        self._settle.stop()
        if self._broken:
            self._broken.clear()
            self.faulted.emit()

    def _ask(self, key: Key, *, urgent: bool) -> None:
        """Have a still read that is not there at the size of the stage, once that stands still."""
        kept = self._kept.get(key)
        there = kept is not None and (kept.stage == self._stage or self._settle.isActive())
        if not there and self._stage != (0, 0) and key[0] not in self._broken:
            self._send(key, urgent=urgent)

    def _send(self, key: Key, *, urgent: bool) -> None:
        path, fit = key
        self._errands.send((path, fit, self._stage), read_still, str(path), fit, self._stage, urgent=urgent)

    @Slot()
    def _read_again(self) -> None:
        for key in self._soon:
            self._ask(key, urgent=False)
        self.ready.emit()  # whoever shows one asks for it again

    @Slot(object, object)
    def _take(self, errand: tuple[Path, Fit, Size], job: Job[Pixels]) -> None:
        path, fit, stage = errand
        try:
            pixels = job.result()
        except (UnreadableStillError, JobError) as error:
            sentence = say(
                "The still {file} cannot be read ({reason}); another picture stands in for it",
                file=path.name,
                reason=error.sentence,
            )
            self._broken[path] = Fault("still-unreadable", str(path), sentence)
            self._drop((path, fit))
            self.faulted.emit()
        else:
            self._keep((path, fit), pixels, stage)
        self.ready.emit()

    def _keep(self, key: Key, pixels: Pixels, stage: Size) -> None:
        # The image only points at the bytes, so both are kept together.
        image = QImage(pixels.data, pixels.width, pixels.height, pixels.stride, QImage.Format(pixels.format))
        self._drop(key)
        self._kept[key] = _Kept(image, stage, pixels)
        self.bytes += len(pixels.data)
        while self.bytes > self._room.kept_bytes and len(self._kept) > self._room.least_kept:
            self._drop(next(iter(self._kept)))

    def _drop(self, key: Key) -> None:
        kept = self._kept.pop(key, None)
        self.bytes -= len(kept.pixels.data) if kept else 0
