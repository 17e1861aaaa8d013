"""Screenshots of the stage: named after the moment, encoded and written by a worker process."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from visualalbum.engine.snapshot import Snapshot
from visualalbum.jobs import Job, JobError, JobQueue
from visualalbum.timeline.cues import Timeline
from visualalbum.ui.picture_writing import UnwritablePictureError, write_picture
from visualalbum.ui.presenters import one_line, track_of, track_title
from visualalbum.ui.still_reading import Pixels
from visualalbum.ui.tongue import tr

LIMIT_S = 20.0
"""A disk that takes longer hangs."""

LONGEST_BYTES = 80
"""Of each part of a name: file systems take 255 bytes for the whole, and a letter of Japanese is three."""

FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
"""What Windows and its file systems on sticks refuse, which people carry pictures on."""


class Screenshots:
    """Saves pictures; `told` gives a sentence for each that has been saved, or could not be."""

    def __init__(self, jobs: JobQueue, folder: Path) -> None:
        self._jobs = jobs
        self._folder = folder
        self._running: list[Job[Path]] = []

    def save(self, pixels: Pixels, name: str) -> None:
        """Save a picture under a name without an ending."""
        self._running.append(self._jobs.submit(write_picture, pixels, self._folder, name, urgent=True, limit_s=LIMIT_S))

    def told(self) -> Iterator[str]:
        """What has become of those that are done since the last call."""
        for job in [job for job in self._running if job.done]:
            self._running.remove(job)
            yield self._sentence(job)

    def _sentence(self, job: Job[Path]) -> str:
        try:
            path = job.result()
        except (UnwritablePictureError, JobError) as error:
            return tr("The picture cannot be saved in {folder}: {reason}.", folder=self._folder, reason=error)
        return tr("Saved in {folder}: {file}", folder=path.parent.name, file=path.name)


def picture_name(timeline: Timeline, snapshot: Snapshot) -> str:
    """`Backstage - Before the Bell - 0m42s`: album, track and time, as every file system takes it."""
    seconds = max(0, snapshot.track_position_us) // 1_000_000
    parts = [one_line(timeline.title), track_title(track_of(timeline, snapshot))]
    named = [name for part in dict.fromkeys(parts) if (name := _file_name(part))]
    return " - ".join([*named, f"{seconds // 60}m{seconds % 60:02}s"])


def _file_name(text: str) -> str:
    """A part of a file's name; never empty through dots, which hide a file or end it."""
    short = FORBIDDEN.sub("", text).encode()[:LONGEST_BYTES].decode(errors="ignore")
    return " ".join(short.split()).strip(". ")
