"""A conformed clip: a stretch of a film, losslessly copied into a Matroska file that a deck can prime exactly."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path


@dataclass(frozen=True)
class Clip:
    """One video stream in `path`, made from `source`; shows film time `start_us` to `end_us`.

    `frames_us` are the film times of its pictures in order of presentation, `frames_ms` the times they carry in the
    file (Matroska counts in milliseconds). Both start at the key picture the decoder needs, at or before `start_us`.
    """

    path: Path
    source: Path
    start_us: int
    end_us: int
    frames_us: tuple[int, ...]
    frames_ms: tuple[int, ...]
    in_order: bool = False
    """Whether the file has its pictures in the order they are shown in (no B-frames); False also where unknown."""
    sample_aspect: Fraction | None = None
    """The shape of a pixel, which the copy's header may not tell; None where unknown."""
    quarters: int = 0
    """How many quarters, clockwise, its pictures are turned by to be upright; the copy does not tell."""

    def frame_at(self, film_us: int) -> int:
        """Index of the first picture at or after a film time (within 1 ms of it), the last one past the end."""
        return min(bisect_left(self.frames_us, film_us - 1000), len(self.frames_us) - 1)
