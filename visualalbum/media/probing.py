"""Probing many files at once, in worker processes: what is remembered of them, or found out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from visualalbum.jobs import Job, JobError, JobQueue
from visualalbum.media.facts import MediaFacts
from visualalbum.media.remembered import probe_cached
from visualalbum.said import say

LIMIT_S = 20.0
"""A file that takes longer to probe comes from a disk that hangs; it counts as unusable."""

PRELOAD = ("visualalbum.media.remembered", "visualalbum.media.probe")
"""What a job queue's workers should import before their first file."""


class Probing:
    """Facts about files, complete once `done`; only `wait` blocks."""

    def __init__(self, paths: Iterable[Path], jobs: JobQueue) -> None:
        self.facts: dict[Path, MediaFacts] = {}
        self._running: dict[Path, Job[MediaFacts]] = {}
        for path in dict.fromkeys(paths):
            self._running[path] = jobs.submit(probe_cached, path, limit_s=LIMIT_S)

    @property
    def left(self) -> int:
        """How many files are not known yet."""
        return len(self._running)

    @property
    def done(self) -> bool:
        """Whether nothing is left to find out."""
        return not self._running

    def poll(self) -> bool:
        """Take what was found out since the last call; tells whether that was anything."""
        found = [path for path, job in self._running.items() if job.done]
        for path in found:
            self.facts[path] = _result(path, self._running.pop(path))
        return bool(found)

    def wait(self) -> None:
        """Block until everything is found out, for commands without a window."""
        for job in self._running.values():
            job.wait(LIMIT_S * (len(self._running) + 1))
        self.poll()

    def cancel(self) -> None:
        """Give up what is still being found out."""
        for job in self._running.values():
            job.cancel()
        self._running.clear()


def is_there(path: Path) -> bool:
    """Whether there is anything to probe; what is missing, empty or no file is told by the manifest's own rule."""
    try:
        return path.is_file() and path.stat().st_size > 0
    except (OSError, ValueError):  # ValueError: a name that cannot be
        return False


def _result(path: Path, job: Job[MediaFacts]) -> MediaFacts:
    try:
        return job.result()
    except JobError as error:
        fault = say("{file} cannot be probed: {reason}", file=path.name, reason=error.sentence)
        return MediaFacts(path, fault=fault, remedy=say("copy it to another disk, or make it again"))
