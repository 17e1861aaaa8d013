"""When a delivered picture is seen: as much later as the window takes to paint one, learned while it does."""

from __future__ import annotations

from collections import deque
from statistics import median

FIRST_SEEN_NS = 1_200_000
"""From a delivery, which is the picture's due instant on libVLC's clock within 0.2 ms, to the instant that counts as
seen, before anything is learned: a window of 960x540 has painted 1.3 ms after a delivery, one of 1440x900 1.6, one of
1080p 2.1, without a GPU; words and figures over the picture cost 1.2 ms more (medians, measured)."""

BEHIND_NS = 100_000
"""How much sooner than painted a picture counts as seen. By a recording the zero, mpv, is 0.6 ms behind what our own
window needs; half a millisecond less than that, since half of all deliveries are so much later than the lower quartile,
by which the follower steers (medians, measured at 960x540)."""

LEAST_SEEN_NS, MOST_SEEN_NS = 300_000, 12_000_000
"""Nothing learned lies outside of these: the upper one is a picture of 4K on a slow processor."""

PAINTS = 25
"""A second of film: a stall, a panel that opens or a menu make single paints late and move no median."""


class Seen:
    """The learned time from a delivery to the instant that counts as seen; `ns` is read by the decks' threads."""

    def __init__(self) -> None:
        self.ns = FIRST_SEEN_NS
        self._paints: deque[int] = deque(maxlen=PAINTS)

    def painted(self, after_ns: int) -> None:
        """A picture stood on the screen so long after its delivery."""
        self._paints.append(after_ns)
        if len(self._paints) == PAINTS:
            self.ns = round(min(MOST_SEEN_NS, max(LEAST_SEEN_NS, median(self._paints) - BEHIND_NS)))
