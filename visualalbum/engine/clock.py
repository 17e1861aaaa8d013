"""The master clock: which moment of the programme is heard at an instant, from the sound's own readings."""

from __future__ import annotations

from collections import deque
from statistics import median

from visualalbum.engine.ports import Reading

WINDOW = 40
"""Readings kept: 0.4 s of 10 ms blocks. A device 200 ppm fast moves 0.04 ms in half of that."""
ENOUGH = 8
"""Readings before the clock is believed; PortAudio asks for that many blocks at once when it starts."""
JUMP_READINGS = 6
JUMP_NS = 5_000_000
"""When this many readings in a row sit this far from the median, the device has corrected itself: start afresh."""


class SongClock:
    """Maps programme time to monotonic instants; knows nothing until enough readings of its serial came in.

    `later_ns` is how much later than the readings say all is heard; it may change at any time. `jumps` counts how often
    the device has corrected itself: what was read by the clock before one is not what it says now.
    """

    def __init__(self) -> None:
        self.serial = -1
        self.later_ns = 0
        self.jumps = 0
        self._offsets_ns: deque[int] = deque(maxlen=WINDOW)
        self._offset_ns = 0

    def restart(self, serial: int) -> None:
        """Forget everything; only readings with this serial count from now on."""
        self.serial = serial
        self._offsets_ns.clear()

    def carry_over(self, serial: int, by_us: int) -> None:
        """Go on where the same sound counts as another serial and its times are `by_us` later."""
        self.serial = serial
        self._offsets_ns = deque((offset - by_us * 1000 for offset in self._offsets_ns), maxlen=WINDOW)
        self._offset_ns -= by_us * 1000

    def add(self, reading: Reading) -> None:
        """Take a reading; one from before the last locate is dropped."""
        if reading.serial != self.serial:
            return
        self._offsets_ns.append(reading.instant_ns - reading.time_us * 1000)
        latest = list(self._offsets_ns)[-JUMP_READINGS:]
        if len(self._offsets_ns) > JUMP_READINGS:
            middle = median(self._offsets_ns)
            jumped = all(offset - middle > JUMP_NS for offset in latest)
            if jumped or all(middle - offset > JUMP_NS for offset in latest):
                self._offsets_ns.clear()
                self._offsets_ns.extend(latest)
                self.jumps += 1
        self._offset_ns = round(median(self._offsets_ns))

    @property
    def known(self) -> bool:
        """Whether enough readings have come in."""
        return len(self._offsets_ns) >= ENOUGH

    def time_us(self, instant_ns: int) -> int:
        """The programme time heard at an instant."""
        return (instant_ns - self._offset_ns - self.later_ns) // 1000

    def instant_ns(self, time_us: int) -> int:
        """The instant at which a programme time is heard."""
        return self.told_ns(time_us) + self.later_ns

    def told_ns(self, time_us: int) -> int:
        """The same as the readings have it."""
        return self._offset_ns + time_us * 1000
