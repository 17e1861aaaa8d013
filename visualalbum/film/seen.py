"""When a delivered picture is seen: as much later as the window takes to paint one, learned while it does."""

from __future__ import annotations

from collections import deque

FIRST_SEEN_NS = 1_200_000
"""From a delivery, which is the picture's due instant on libVLC's clock within 0.2 ms, to the instant that counts as
seen, before anything is learned: a window of 960x540 has painted 1.3 ms after a delivery, one of 1440x900 1.6 to 2, one
of 1080p 2.1, without a GPU; words and figures over the picture cost 0.6 to 1.2 ms more (medians, measured)."""

PAINTS = 100
"""Four seconds of film, of which the lower quartile counts: both processors busy make half of all paints late by twice
and three times what they take, and following that moved the picture by 4 ms to and fro (measured)."""

LATER_NS = 300_000
"""How much later than that quartile a picture counts as seen. Half of all paints are 0.4 ms later than it; by a
recording the zero, mpv, is 0.6 ms behind what our own window needs; and half of all deliveries are 0.5 ms later than
their lower quartile, by which the follower steers (medians, measured at 960x540 and 1440x900)."""

LEAST_SEEN_NS, MOST_SEEN_NS = 300_000, 12_000_000
"""Nothing learned lies outside of these: the upper one is a picture of 4K on a slow processor."""

STEP_NS = 20_000
"""One paint moves what is learned by so much: a panel that opens is learned in a second or two, a stall is not."""


class Seen:
    """The learned time from a delivery to the instant that counts as seen; `ns` is read by the decks' threads."""

    def __init__(self) -> None:
        self.ns = FIRST_SEEN_NS
        self._paints: deque[int] = deque(maxlen=PAINTS)

    def painted(self, after_ns: int) -> None:
        """A picture stood on the screen so long after its delivery."""
        self._paints.append(after_ns)
        quartile_ns = sorted(self._paints)[len(self._paints) // 4]
        wanted_ns = min(MOST_SEEN_NS, max(LEAST_SEEN_NS, quartile_ns + LATER_NS))
        self.ns += max(-STEP_NS, min(STEP_NS, wanted_ns - self.ns))
