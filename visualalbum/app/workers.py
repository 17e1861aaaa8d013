"""The worker processes of a window: one reads the album while Qt is imported, the others come with the window."""

from __future__ import annotations

from visualalbum.jobs import JobQueue

EARLY = ("visualalbum.ui.edition",)
PRELOAD = (
    *EARLY,
    "visualalbum.media.conformer",
    "visualalbum.media.preview",
    "visualalbum.ui.still_reading",
    "visualalbum.ui.picture_writing",
)
"""What workers import before their first job; named, so that nothing of it is imported here."""


def queue_of_workers() -> JobQueue:
    """A queue that starts one worker for the first job, and the others when it is warmed; closed by whoever has it."""
    return JobQueue(preload=PRELOAD, early=EARLY)
