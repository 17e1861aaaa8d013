"""What can be told of a stretch of film from its in-point and out-point alone."""

from __future__ import annotations

from fractions import Fraction

from visualalbum.timecode import ClockTime, FrameTime


def literal_length(in_: ClockTime | FrameTime | None, out: ClockTime | FrameTime | None) -> Fraction | None:
    """Seconds from one to the other (negative if the wrong way round); None where a film's rate is needed to tell."""
    start = in_ or ClockTime(Fraction(0))
    if isinstance(start, ClockTime) and isinstance(out, ClockTime):
        return out.seconds - start.seconds
    return None


def is_backwards(in_: ClockTime | FrameTime | None, out: ClockTime | FrameTime | None) -> bool:
    """Whether the out-point is not after the in-point, as far as that can be told without the film's rate."""
    if isinstance(in_, FrameTime) and isinstance(out, FrameTime):
        return (out.hours, out.minutes, out.seconds, out.frames) <= (in_.hours, in_.minutes, in_.seconds, in_.frames)
    length = literal_length(in_, out)
    return length is not None and length <= 0
