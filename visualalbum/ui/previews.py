"""Small pictures of what the stage shows at any time, read in worker processes, the newest that is wanted first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage

from visualalbum.jobs import Job, JobError, JobQueue
from visualalbum.media.media_error import MediaError
from visualalbum.media.small_picture import SmallPicture, small_picture
from visualalbum.timeline.cues import FilmCue, Fit
from visualalbum.timeline.stage import FilmShown, Shown
from visualalbum.ui.errands import Errands
from visualalbum.ui.stills import Stills
from visualalbum.ui.upright import upright

BOX_PX = 208, 117
"""The room for a picture; 16:9 fills it."""

STEP_US = 250_000
"""Pictures nearer to each other than this count as one, within a segment."""

KEPT_BYTES = 16_000_000
"""Memory for pictures of films: 170 of them, 40 at a pixel ratio of 2."""

Key = tuple[Path, int, int, tuple[int, int]]


class Previews(QObject):
    """`ready` tells that another one is there. One film picture is under way at a time: what was wanted is dropped."""

    ready = Signal()

    def __init__(self, jobs: JobQueue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._box = BOX_PX
        self._kept: OrderedDict[Key, tuple[QImage, SmallPicture | None]] = OrderedDict()
        self._errands = Errands(jobs, "previews", self, at_a_time=1)
        self._errands.done.connect(self._take)
        self._stills = Stills(jobs, self)
        self._stills.ready.connect(self.ready)

    def set_scale(self, ratio: float) -> None:
        """Read for a screen of so many device pixels a pixel."""
        self._box = round(BOX_PX[0] * ratio), round(BOX_PX[1] * ratio)
        self._stills.set_stage(*self._box)

    def image(self, shown: Shown, programme_us: int) -> QImage | None:
        """A picture of what is shown at a programme time; None while it is being read, null where it cannot be."""
        if not isinstance(shown, FilmShown):
            return QImage() if self._stills.broken(shown.path) else self._stills.image(shown.path, Fit.CONTAIN)
        key = (shown.cue.path, shown.cue.stream, film_step_us(shown.cue, programme_us), self._box)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key][0]
        # A picture takes some 40 ms, a worker that is ended mid-way half a second to come back.
        self._errands.send(key, small_picture, *key, urgent=True)
        self._errands.wait_only_for([key])
        return None

    def renew(self, changed: Collection[Path]) -> None:
        """Read again what has changed on the disk, when it is next wanted."""
        self._errands.call_back(key for key in self._errands.under_way if key[0] in changed)
        for key in [key for key in self._kept if key[0] in changed]:
            del self._kept[key]
        self._stills.renew(changed)

    def forget(self) -> None:
        """Drop everything: another album, or the same one mended."""
        self._errands.call_back(self._errands.under_way)
        self._kept.clear()
        self._stills.forget()

    @Slot(object, object)
    def _take(self, key: Key, job: Job[SmallPicture]) -> None:
        try:
            small = job.result()
            # The image only points at the bytes, so both are kept together.
            image = QImage(small.data, small.width, small.height, small.stride, QImage.Format.Format_RGB32)
            self._kept[key] = upright(image, small.quarters), small
        except (MediaError, JobError):
            self._kept[key] = QImage(), None
        while len(self._kept) > 1 and sum(image.sizeInBytes() for image, _ in self._kept.values()) > KEPT_BYTES:
            self._kept.popitem(last=False)
        self.ready.emit()


def film_step_us(cue: FilmCue, programme_us: int) -> int:
    """The film time whose picture stands for a programme time: never one of before or after the segment."""
    within_us = min(programme_us, cue.end_us - 1) - cue.start_us
    return cue.in_us + max(0, within_us) // STEP_US * STEP_US
