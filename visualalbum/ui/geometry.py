"""Sizes and places of windows and pictures, in whole pixels: no Qt, only arithmetic."""

from __future__ import annotations

import re
from dataclasses import dataclass

from visualalbum.timeline.cues import Fit

LARGEST_SIDE = 32767
"""X11 counts the sides and places of windows in 16 bits with a sign."""

INSET_SHARE = 0.62
"""Part of the stage's sides an inset may fill: big enough to read a design sheet, small enough to see the film."""

SAME_SIZE_PX = 2
"""A picture this close to its place is drawn as it is: decks round to even sides, and scaling by 1 px only blurs."""

STAGE_SHAPE = 16 / 9
"""The stage's sides, where it may choose them: most films have these, or wider ones that want height least."""

ALBUM_PX = 344, 560
"""How wide the album beside the stage is at least, for its songs and leaves; and at most, for lines that are read."""

MOST_ABOVE = 0.45
"""Part of the height that a stage above the album may take; below it words and essays have to be read."""


@dataclass(frozen=True)
class Geometry:
    """A window's size and, where one was given, the place of its top left corner on the screen."""

    width: int
    height: int
    x: int | None = None
    y: int | None = None


def parse_geometry(text: str) -> Geometry:
    """Read `WxH` or `WxH+X+Y` in pixels; raises ValueError with a sentence for anything else."""
    match = re.fullmatch(r"([0-9]{1,9})x([0-9]{1,9})(?:\+([0-9]{1,9})\+([0-9]{1,9}))?", text.strip())
    if match is None:
        raise ValueError(f"{text!r} is not a geometry: write WxH or WxH+X+Y in pixels, as in 1280x720+40+40")
    numbers = [None if part is None else int(part) for part in match.groups()]
    width, height, x, y = numbers
    if not width or not height:
        raise ValueError(f"{text!r} is a window without an area: both sides have to be at least 1")
    if any(number is not None and number > LARGEST_SIDE for number in numbers):
        raise ValueError(f"{text!r} is larger than any screen: no number may be over {LARGEST_SIDE}")
    return Geometry(width, height, x, y)


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels of the device."""

    x: int
    y: int
    width: int
    height: int


def place(fit: Fit, picture: tuple[int, int], stage: tuple[int, int]) -> Box:
    """Where a picture of a size lies on a stage of a size; for `COVER` the box may reach past the stage.

    A picture within `SAME_SIZE_PX` of that size keeps its own, so that it is copied and not scaled.
    """
    width, height = picture
    stage_width, stage_height = stage
    across, down = stage_width / width, stage_height / height
    scale = max(across, down) if fit is Fit.COVER else min(across, down)
    if fit is Fit.INSET:
        scale *= INSET_SHARE
    wanted = max(1, round(width * scale)), max(1, round(height * scale))
    if abs(wanted[0] - width) <= SAME_SIZE_PX and abs(wanted[1] - height) <= SAME_SIZE_PX:
        wanted = width, height
    return Box((stage_width - wanted[0]) // 2, (stage_height - wanted[1]) // 2, *wanted)


def divide(width: int, height: int) -> tuple[int, int]:
    """The stage's sides in a place that it shares with the album, in pixels.

    The album stands beside the stage (which then is as high as the place) or below it (then as wide), whichever has
    the larger picture; it gets what the picture has no use for.
    """
    narrowest, widest = ALBUM_PX
    beside = min(width - narrowest, round(height * STAGE_SHAPE))
    above = min(width, round(height * MOST_ABOVE * STAGE_SHAPE))
    if beside > above:
        return width - min(widest, width - beside), height
    return width, round(above / STAGE_SHAPE)
