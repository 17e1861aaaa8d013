"""A small picture out of a film, as those who show it know it; those who make it need FFmpeg."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class SmallPicture:
    """A picture: rows of `stride` bytes, four a pixel, blue first (Qt's RGB32).

    To be seen upright it has to be turned by some quarters, clockwise: a telephone that was held upright says so.
    """

    data: bytes
    width: int
    height: int
    stride: int
    quarters: int = 0


def small_picture(path: Path, stream: int, film_us: int, box: tuple[int, int]) -> SmallPicture:
    """As `media.preview.film_picture`, for a worker. Raises MediaError."""
    from visualalbum.media.preview import film_picture  # FFmpeg, which the window's process has no need of

    return film_picture(path, stream, film_us, box)
