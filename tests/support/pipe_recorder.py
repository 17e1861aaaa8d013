"""A sound device that runs fast or slow, a process of its own: it drains a pipe at its own pace and keeps what it had.

Usage: python -m tests.support.pipe_recorder PIPE PPM PCM ARRIVALS; ends on SIGTERM. The pipe carries 48 kHz, two
channels of 16 bits, and is drained PPM millionths faster than that. PCM is what was drained, ARRIVALS text, a line for
every block: its end's instant in ns and frames so far. What did not come in time is silence, as on any device.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import sys
import time
from pathlib import Path

from tests.support.sound_recorder import CHANNELS, RATE, WIDTH

BLOCK = RATE // 500
"""Frames drained at a time: 2 ms, since a sound server takes what is in the pipe for its delay."""

HELD_BYTES = 32768
"""What the pipe holds: 170 ms, in pages enough that the server can write while some of them are full."""


def main(pipe: str, ppm: str, pcm: str, arrivals: str) -> None:
    """Drain until SIGTERM; the words are those of the command line."""
    with contextlib.suppress(PermissionError):  # only root may
        os.nice(-15)
    ending: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, frame: ending.append(number))
    source = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    fcntl.fcntl(source, fcntl.F_SETPIPE_SZ, HELD_BYTES)
    rate = RATE * (1 + float(ppm) / 1e6)
    start_ns, received = time.monotonic_ns(), 0
    with Path(pcm).open("wb") as samples, Path(arrivals).open("w") as instants:
        while not ending:
            due_ns = start_ns + round((received + BLOCK) * 1e9 / rate)
            time.sleep(max(0, due_ns - time.monotonic_ns()) / 1e9)
            samples.write(_drained(source, BLOCK * CHANNELS * WIDTH))
            received += BLOCK
            print(due_ns, received, file=instants, flush=received == BLOCK)
    os.close(source)


def _drained(source: int, size: int) -> bytes:
    """So many bytes of a pipe, silence where they are not there; a writer that is gone has none either."""
    try:
        block = os.read(source, size)
    except BlockingIOError:
        block = b""
    return block.ljust(size, b"\0")


if __name__ == "__main__":
    main(*sys.argv[1:])
