"""How a film says that it has to be turned to be seen upright: a telephone that is held upright stores it lying."""

from __future__ import annotations

import struct

from av.sidedata.sidedata import SideData
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

QUARTERS = {(1, 0, 0, 1): 0, (0, 1, -1, 0): 1, (-1, 0, 0, -1): 2, (0, -1, 1, 0): 3}
"""Display matrices, without scale, by the quarters they turn clockwise."""

NEAR = 0.01
"""A matrix of whole quarters, but for what its maker rounded."""

LONGEST = 8
"""Letters of a tag that are read: a number of degrees has four."""


def quarters(stream: VideoStream, frame: VideoFrame) -> int:
    """By how many quarters, clockwise, a film's pictures are turned to be upright: 0 to 3.

    0 also for what is no whole number of quarters, mirrored or broken: such a film is shown as it is stored. Where
    there is no matrix a tag may tell: copies of a telephone's film into Matroska have only that.
    """
    matrix = frame.side_data.get("DISPLAYMATRIX")
    if not isinstance(matrix, SideData):
        return _of_degrees(next((text for key, text in stream.metadata.items() if key.lower() == "rotate"), ""))
    across_x, across_y, _, down_x, down_y, *_ = struct.unpack("=9i", bytes(matrix))
    sides = across_x, across_y, down_x, down_y
    largest = max(map(abs, sides))
    if largest == 0 or any(min(abs(side), largest - abs(side)) > NEAR * largest for side in sides):
        return 0
    return QUARTERS.get(tuple(round(side / largest) for side in sides), 0)


def _of_degrees(text: str) -> int:
    """A tag's degrees, which count clockwise."""
    try:
        count, rest = divmod(int(text[:LONGEST]), 90)
    except ValueError:
        return 0
    return 0 if rest else count % 4
