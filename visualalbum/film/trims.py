"""Small rate changes as libVLC can do them: it keeps a rate as 1000/N with a whole N."""

from __future__ import annotations

from dataclasses import dataclass

LEAST_PARTS, MOST_PARTS = 800, 1250
"""N of the fastest and the slowest trim: a quarter faster, a fifth slower. No sync needs more, eyes see less."""


@dataclass(frozen=True)
class Trim:
    """A rate libVLC can do, for as long as gives the wanted shift. `asked` is the number to hand to libVLC."""

    rate: float
    asked: float
    duration_ns: int


def trim(percent: float, duration_ns: int) -> Trim | None:
    """The trim nearest to a percentage that shifts the picture as far as was asked; None where it shifts nothing."""
    shift_ns = percent / 100 * duration_ns
    parts = min(MOST_PARTS, max(LEAST_PARTS, round(1000 / (1 + percent / 100)))) if percent > -100 else MOST_PARTS
    if parts == 1000 and abs(percent) > 0:
        parts = 999 if percent > 0 else 1001
    rate = 1000 / parts
    if not percent or round(shift_ns / (rate - 1)) <= 0:
        return None
    # libVLC cuts 1000/rate off to a whole number: aim at the middle of the one that is meant.
    return Trim(rate, 1000 / (parts + 0.5), round(shift_ns / (rate - 1)))
