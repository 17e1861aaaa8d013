"""The worker processes of a window: the first comes up while Qt is imported, the others once it plays."""

from __future__ import annotations

from visualalbum.jobs import JobQueue

PRELOAD = (
    "visualalbum.ui.edition",
    "visualalbum.media.conformer",
    "visualalbum.media.preview",
    "visualalbum.ui.still_reading",
    "visualalbum.ui.picture_writing",
)
"""In the order of need: an album is read, then its clips are made. Named, so that nothing of it is imported here."""


def start_first_worker() -> JobQueue:
    """A queue whose first worker is on its way up; it is closed by whoever has it."""
    jobs = JobQueue(preload=PRELOAD)
    jobs.warm(1)
    return jobs
