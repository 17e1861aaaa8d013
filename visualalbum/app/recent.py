"""Albums of late, offered where they are still there; a worker looks, since any may be on a drive that hangs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from visualalbum.jobs import Job, JobError, JobQueue
from visualalbum.reach import is_file

LIMIT_S = 2.0
"""So long the first worker is kept from other work where a drive hangs."""

Albums = Sequence[tuple[str, Path]]


class Recent:
    """Gives `show` albums by title and manifest; `poll` is for every tick."""

    def __init__(self, jobs: JobQueue, show: Callable[[Albums], None]) -> None:
        self._jobs, self._show = jobs, show
        self._albums: Albums = ()
        self._looking: Job[list[Path]] | None = None

    def offer(self, albums: Albums) -> None:
        """Offer those that are there, as soon as that is known."""
        self._albums = albums
        if albums:
            self._looking = self._jobs.submit(those_there, [manifest for _, manifest in albums], limit_s=LIMIT_S)

    def poll(self) -> None:
        """Take what a worker has seen; where nobody can say, all are offered."""
        looking = self._looking
        if looking is None or not looking.done:
            return
        self._looking = None
        try:
            there = looking.result()
        except JobError:
            there = [manifest for _, manifest in self._albums]
        self._show([(title, manifest) for title, manifest in self._albums if manifest in there])


def those_there(paths: list[Path]) -> list[Path]:
    """Those of some files that are there. Picklable."""
    return list(filter(is_file, paths))
