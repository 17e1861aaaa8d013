"""Readings through shared memory: the output's callback writes them, the engine reads them, neither waits."""

from __future__ import annotations

import mmap
import os
import struct
import tempfile
from pathlib import Path
from typing import NamedTuple

from visualalbum.engine.ports import Reading

SLOTS = 256
"""Readings kept: 2.5 s of blocks of 10 ms. A window frozen for longer loses the older ones only."""

_STATE = struct.Struct("=5q")
"""Readings written so far, the serial that rolls (-1: none), underruns, latency and what is decoded ahead in us."""

_SLOT = struct.Struct("=5q")
"""Number of the reading, serial, programme time in us, instant in ns, and all four combined by exclusive or: a slot
that is read while it is written does not add up, on any processor."""

SIZE = _STATE.size + SLOTS * _SLOT.size


def create() -> Path:
    """Make the file that is shared, in memory where the system has a place for that."""
    memory = Path("/dev/shm")
    folder = memory if os.access(memory, os.W_OK) else None
    handle, name = tempfile.mkstemp(prefix="visualalbum-sound-", dir=folder)
    with os.fdopen(handle, "wb") as file:
        file.write(_STATE.pack(0, -1, 0, 0, 0).ljust(SIZE, b"\0"))
    return Path(name)


class State(NamedTuple):
    """The serial that rolls (-1: none), underruns so far, latency and what is decoded ahead in microseconds."""

    serial: int
    underruns: int
    latency_us: int
    ahead_us: int


class Readings:
    """One end of the shared memory. One process writes; any number may read."""

    def __init__(self, path: Path) -> None:
        with path.open("r+b") as file:
            self._memory = mmap.mmap(file.fileno(), SIZE)
        self._count, *state = _STATE.unpack_from(self._memory)
        self._serial, self._underruns, self._latency_us, self._ahead_us = state

    def close(self) -> None:
        """Let go of the memory."""
        self._memory.close()

    def add(self, serial: int, time_us: int, instant_ns: int) -> None:
        """Write a reading. Called by the output's thread."""
        number = self._count
        values = (number, serial, time_us, instant_ns, number ^ serial ^ time_us ^ instant_ns)
        _SLOT.pack_into(self._memory, _STATE.size + number % SLOTS * _SLOT.size, *values)
        self._count = number + 1
        self._publish()

    def set_rolling(self, serial: int) -> None:
        """Tell which serial is heard, -1 for none."""
        self._serial = serial
        self._publish()

    def count_underrun(self) -> None:
        """One block was not there in time. Called by the output's thread."""
        self._underruns += 1

    def set_latency(self, latency_us: int) -> None:
        """Tell how long a sample takes from here to the ear."""
        self._latency_us = latency_us

    def set_ahead(self, ahead_us: int) -> None:
        """Tell how much is decoded of what is heard next. Called by the output's thread."""
        self._ahead_us = ahead_us

    def fetch(self, since: int) -> tuple[int, tuple[Reading, ...]]:
        """The readings from number `since` on that are still there, and the number of the next one."""
        count = _STATE.unpack_from(self._memory)[0]
        found = []
        for number in range(max(since, count - SLOTS), count):
            slot = _SLOT.unpack_from(self._memory, _STATE.size + number % SLOTS * _SLOT.size)
            own, serial, time_us, instant_ns, check = slot
            if own == number and check == own ^ serial ^ time_us ^ instant_ns:
                found.append(Reading(serial, time_us, instant_ns))
        return count, tuple(found)

    def state(self) -> State:
        """How the output stands."""
        return State(*_STATE.unpack_from(self._memory)[1:])

    def _publish(self) -> None:
        state = self._serial, self._underruns, self._latency_us, self._ahead_us
        _STATE.pack_into(self._memory, 0, self._count, *state)
