"""A change of the album under the rolling song that is heard: asked of the sound, and not yet come."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from pathlib import Path

from visualalbum.engine.ports import Reading
from visualalbum.timeline.cues import Timeline

Place = Callable[[Timeline, int, Timeline], int]
"""Tells the place in another version for a position in this one, in microseconds."""


@dataclass
class Crossing:
    """The sound goes over into `timeline`, where now is `by_us` later; `readings` are those from there, by `serial`."""

    serial: int
    timeline: Timeline
    changed: Collection[Path]
    by_us: int
    since_ns: int
    readings: list[Reading] = field(default_factory=list)

    def heard_by(self, now_ns: int) -> bool:
        """Whether the first sample of the other version has left the device."""
        return bool(self.readings) and now_ns >= self.readings[0].instant_ns
