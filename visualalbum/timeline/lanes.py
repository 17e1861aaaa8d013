"""Looking up cues by time: what is on at an instant, and when that next changes. Binary search, no scans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar


class Spanned(Protocol):
    """Anything that lasts from `start_us` to `end_us` of the programme."""

    @property
    def start_us(self) -> int: ...

    @property
    def end_us(self) -> int: ...


C = TypeVar("C", bound=Spanned)


class Lane(Generic[C]):
    """A row of cues in order of start that do not overlap."""

    def __init__(self, cues: Sequence[C]) -> None:
        self.cues = tuple(cues)
        self._starts = [cue.start_us for cue in self.cues]

    def before(self, time_us: int) -> int:
        """Index of the last cue that starts at or before a time, -1 where there is none."""
        return bisect_right(self._starts, time_us) - 1

    def at(self, time_us: int) -> C | None:
        """The cue that is on at a time; its end is no longer part of it."""
        index = self.before(time_us)
        if index >= 0 and time_us < self.cues[index].end_us:
            return self.cues[index]
        return None

    def next_change(self, time_us: int) -> int | None:
        """The first start or end after a time, None where nothing changes any more."""
        index = self.before(time_us)
        if index >= 0 and time_us < self.cues[index].end_us:
            return self.cues[index].end_us
        return self._starts[index + 1] if index + 1 < len(self._starts) else None
