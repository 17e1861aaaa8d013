"""The shape of a film's picture, and the size it is asked for at: as large as the stage shows it, no larger."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

LARGEST = 8192
"""No buffer is wider or higher than this, whatever a stage asks or a broken header claims (8K is 7680 wide)."""


@dataclass(frozen=True)
class Shape:
    """A picture as stored: visible pixels, and the shape of one pixel."""

    width: int
    height: int
    sample_aspect: Fraction = Fraction(1)

    @property
    def aspect(self) -> Fraction:
        """Width to height as it is to be seen, before any turning."""
        return Fraction(max(1, self.width), max(1, self.height)) * self.sample_aspect


def fit(aspect: Fraction, box: tuple[int, int]) -> tuple[int, int]:
    """The largest size in pixels that has an aspect and lies inside a box; at least 1 by 1."""
    width, height = (max(1, min(LARGEST, side)) for side in box)
    if aspect * height <= width:
        return max(1, round(aspect * height)), height
    return width, max(1, round(width / aspect))
