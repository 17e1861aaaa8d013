"""The film's pictures in their order: which shot a frame is in, and what is drawn on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from look_back import bedroom, desk, night, road, timeline, wall
from look_back.sheet import Sheet

SHOTS: dict[str, Callable[[int, int], Sheet]] = {
    "sheet one": desk.sheet_one, "alone": night.alone, "window": night.window, "wall": wall.wall, "tired": night.tired,
    "together": night.together, "last sheet": desk.last_sheet, "flip": desk.flip, "road": road.road,
    "futon": bedroom.futon,
}  # fmt: skip
ON_TWOS = 2
"""Frames that a drawing of something that moves is held."""
BOIL_FRAMES = 4
"""Frames after which a line that stands still is replaced by its other drawing."""
FADE = 14
"""Frames in which the film goes back to white paper at its end, and comes from it at its start."""


def shot_at(frame: int) -> str:
    """The name of the shot that a frame belongs to."""
    return [name for name, start in timeline.SHOTS.items() if start <= frame][-1]


def drawn(frame: int) -> Sheet:
    """The drawing for a frame."""
    held = frame - frame % ON_TWOS
    return SHOTS[shot_at(frame)](held, frame // BOIL_FRAMES % 2)


def pictures() -> Iterator[NDArray[np.uint8]]:
    """All frames of the film."""
    last: NDArray[np.uint8] | None = None
    for frame in range(timeline.FRAMES):
        if last is None or frame % ON_TWOS == 0:
            there = min(1.0, (frame + 2) / FADE, (timeline.FRAMES - frame) / FADE)
            last = drawn(frame).picture(there)
        yield last.copy()
