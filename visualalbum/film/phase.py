"""Where a rolling deck stands: which picture of the clip a delivery was, and what film time is seen at an instant."""

from __future__ import annotations

from visualalbum.engine.ports import Reading
from visualalbum.film.seen import Seen
from visualalbum.media.clip import Clip

LATE_NS = 8_000_000
"""A delivery this far from its due instant is late: it says nothing about the clock. A waking thread is within 1 ms."""

FOLLOW = 0.2
"""How much of a delivery's distance from the model is taken over: 5 pictures smooth the waking of threads."""

LOST_NS = 30_000_000
"""libVLC's own clock and the model differ by this: one of them is wrong. It reports its clock within 2 ms, but a report
that had to wait for the interpreter lock comes late by as long."""

AGREE_NS = 5_000_000
APART_NS = 150_000_000
"""The model is wrong only where a second report, that did not wait together with the first one, says the same. libVLC
reports every 250 to 290 ms."""


SETTLE_NS = 450_000_000
"""After a change of rate pictures that were decoded before it still come as if it had not been: 0.37 s of them at 24
and 25 pictures a second, less at 60, then the rest follows at once. libVLC's clock itself changes at the call."""


class Phase:
    """A model of one deck's clock since it was released: media time runs at a rate from an anchor on."""

    def __init__(self, clip: Clip, serial: int, index: int, due_ns: int, seen: Seen) -> None:
        self._clip, self._serial, self._seen = clip, serial, seen
        self._primed = self._first = index
        self._rate = 1.0
        self.off_ns: float | None = None
        """How far the last delivery that gave a reading was from its due instant."""
        self._anchor_ns, self._anchor_ms = float(due_ns), float(clip.frames_ms[index])
        self._settled_ns = 0
        self._doubt: tuple[int, float] | None = None
        self.late = 0

    def set_rate(self, rate: float, instant_ns: int) -> None:
        """The clock runs at another rate from an instant on."""
        self._anchor_ms = self._media_ms(instant_ns)
        self._anchor_ns = float(instant_ns)
        self._rate = rate
        self._settled_ns = instant_ns + SETTLE_NS

    def delivered(self, instant_ns: int) -> Reading | None:
        """A picture was delivered; what film time was seen when, where the delivery tells."""
        index = self.index_at(instant_ns)
        if index == self._primed or instant_ns < self._settled_ns:
            return None  # libVLC delivers the held picture again whenever it likes to
        off_ns = instant_ns - self._due_ns(index)
        if abs(off_ns) > LATE_NS:
            self.late += 1
            return None
        self._anchor_ns += FOLLOW * off_ns
        self.off_ns = off_ns
        return self._reading(self._clip.frames_ms[index], instant_ns)

    def reported(self, media_ms: int, instant_ns: int) -> Reading | None:
        """libVLC told its clock: a reading where it shows for the second time that the model is wrong, and mends it."""
        off_ns = instant_ns - self._due_at(media_ms)
        if abs(off_ns) < LOST_NS:
            self._doubt = None
            return None
        doubt, self._doubt = self._doubt, (instant_ns, off_ns)
        if doubt is None or abs(off_ns - doubt[1]) > AGREE_NS or instant_ns - doubt[0] < APART_NS:
            return None
        self._doubt = None
        self._anchor_ns += off_ns
        return self._reading(media_ms, instant_ns)

    def index_at(self, instant_ns: int) -> int:
        """The picture whose due instant is the nearest, never one before the first."""
        media_ms, frames = self._media_ms(instant_ns), self._clip.frames_ms
        after = next((i for i in range(self._first, len(frames)) if frames[i] >= media_ms), len(frames) - 1)
        before = max(self._first, after - 1)
        self._first = before
        return before if media_ms - frames[before] < frames[after] - media_ms else after

    def shown_at(self, instant_ns: int) -> int:
        """The picture on show at an instant: the last one that was due by then."""
        index = self.index_at(instant_ns)
        return index - 1 if index > self._primed and self._due_ns(index) > instant_ns else index

    def _reading(self, media_ms: int, instant_ns: int) -> Reading:
        origin_us = self._clip.frames_us[0] - self._clip.frames_ms[0] * 1000
        return Reading(self._serial, origin_us + media_ms * 1000, instant_ns + self._seen.ns)

    def _media_ms(self, instant_ns: int) -> float:
        return self._anchor_ms + (instant_ns - self._anchor_ns) * self._rate / 1e6

    def _due_at(self, media_ms: float) -> float:
        return self._anchor_ns + (media_ms - self._anchor_ms) * 1e6 / self._rate

    def _due_ns(self, index: int) -> float:
        return self._due_at(self._clip.frames_ms[index])
