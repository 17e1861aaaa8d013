"""The worker processes of a window, which come up while Qt is imported."""

from __future__ import annotations

from visualalbum.jobs import JobQueue

PRELOAD = (
    "visualalbum.ui.edition",
    "visualalbum.media.conformer",
    "visualalbum.media.preview",
    "visualalbum.ui.still_reading",
    "visualalbum.ui.picture_writing",
)
"""The first of them reads an album, which is the first work; named, so that nothing of it is imported here."""


def start_workers() -> JobQueue:
    """A queue whose workers are on their way up; it is closed by whoever has it."""
    jobs = JobQueue(preload=PRELOAD)
    jobs.warm()
    return jobs
