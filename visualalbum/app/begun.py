"""What is begun before Qt is imported: worker processes, and the album that was asked for, which one of them reads."""

from __future__ import annotations

from pathlib import Path

from visualalbum.jobs import JobQueue
from visualalbum.store import habits
from visualalbum.store.habits import Habits
from visualalbum.timeline.mode import Mode
from visualalbum.ui.opening import Opening


def begin(jobs: JobQueue, given: Path, way: Mode | None) -> Opening:
    """Open an album `way`, or as it was played last."""
    return Opening(jobs, given, way or ways(habits.load()))


def ways(kept: Habits) -> dict[Path, Mode]:
    """The way in which each album was played last."""
    return {left.manifest: Mode(left.mode) for left in kept.albums if left.mode in list(Mode)}
