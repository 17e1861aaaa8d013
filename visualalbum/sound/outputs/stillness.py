"""When the delay that a device tells after it was opened may be believed: once it stands still."""

from __future__ import annotations

from visualalbum.sound.resample import RATE

STEADY_S = 0.5
"""How long it has to stand still; before that it may be told 1.2 s wrong. In blocks asked for, not in time: a sink that
sleeps tells a delay that stands perfectly still."""

FILLED_S = 0.25
"""The same once the device has taken all it holds. That it takes at once, 0.13 s of a null sink and 0.32 of a tunnel
that lies 0.25 s away, at a delay that stands still and is wrong; two gulps of that tunnel later it did so for 0.06 s
(measured)."""

STEADY_NS = 1_000_000
"""How still: within a millisecond."""


class Stillness:
    """Looked at every few hundredths of a second while silence plays."""

    def __init__(self) -> None:
        self._since, self._told_ns = 0, 0

    def reached(self, played: int, told_ns: int, filled: int | None) -> bool:
        """Whether what the device tells, now that it has asked for `played` samples, stands still.

        `filled` is how many it had asked for when it first paused, None before that.
        """
        if abs(told_ns - self._told_ns) > STEADY_NS:
            self._since, self._told_ns = played, told_ns
        if filled is None:
            return played - self._since >= STEADY_S * RATE
        return played - max(self._since, filled) >= FILLED_S * RATE
