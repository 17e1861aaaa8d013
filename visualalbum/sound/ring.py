"""Samples decoded ahead: a feeder writes them, the output's callback takes them, and neither ever waits."""

from __future__ import annotations

from visualalbum.sound.resample import RATE
from visualalbum.sound.stereo import Samples, silence

SIZE = 4 * RATE
"""Samples held: a disk may stall for more than three seconds unheard."""

BEHIND = RATE // 2
"""Samples kept behind the one taken last, for an output that begins again a little earlier."""


class Ring:
    """Samples of the programme by their number. One thread writes, one takes; what is not there is silence.

    No lock: each number below is changed by one thread only, and the interpreter changes it as a whole. `written` and
    `begin` belong to the writer, `taken` to the taker.
    """

    def __init__(self, first: int) -> None:
        self._data = silence(SIZE)
        self.begin = first
        self.written = first
        self.taken = first

    @property
    def room(self) -> int:
        """How many samples may be written without touching those that may still be taken."""
        return max(self.begin, self.taken) + SIZE - BEHIND - self.written

    def write(self, samples: Samples) -> None:
        """Add samples at the end; there must be room for them."""
        at = self.written % SIZE
        head = min(len(samples), SIZE - at)
        self._data[at : at + head] = samples[:head]
        self._data[: len(samples) - head] = samples[head:]
        self.written += len(samples)

    def skip_to(self, sample: int) -> None:
        """Go on writing at a later sample; those in between, and before, are gone."""
        self.begin = sample
        self.written = sample

    def take(self, first: int, block: Samples) -> int:
        """Fill a block with the samples from `first` on; returns how many of them were there."""
        block[:] = 0
        end = min(self.written, first + len(block))
        begin = max(first, self.begin, self.written - SIZE)
        self.taken = first + len(block)
        if end <= begin:
            return 0
        at = begin % SIZE
        head = min(end - begin, SIZE - at)
        block[begin - first :][:head] = self._data[at : at + head]
        block[begin - first + head : end - first] = self._data[: end - begin - head]
        return end - begin
