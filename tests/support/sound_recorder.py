"""The sound recorder, a process of its own: all samples of a sink's monitor, with the instants they arrived.

Usage: python -m tests.support.sound_recorder MONITOR PCM ARRIVALS; ends on SIGTERM. PCM is 48 kHz, two channels of
16 bits; ARRIVALS is text, a line for every block: instant in ns and frames received so far.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

RATE, CHANNELS, WIDTH = 48000, 2, 2
LATENCY_MS = 5
COMMAND = ("parec", "--raw", f"--rate={RATE}", f"--channels={CHANNELS}", "--format=s16le", "--no-remix", "--no-remap")


def main(monitor: str, pcm: str, arrivals: str) -> None:
    """Record until SIGTERM; the words are those of the command line."""
    with contextlib.suppress(PermissionError):  # only root may; the low envelope of arrivals forgives late ones
        os.nice(-5)
    command = [*COMMAND, f"--device={monitor}", f"--latency-msec={LATENCY_MS}"]
    source = subprocess.Popen(["setpriv", "--pdeathsig", "KILL", "--", *command], stdout=subprocess.PIPE)
    assert source.stdout is not None
    signal.signal(signal.SIGTERM, lambda number, frame: source.terminate())  # the pipe then ends, and so does the loop
    received = 0
    with Path(pcm).open("wb") as samples, Path(arrivals).open("w") as instants:
        while block := os.read(source.stdout.fileno(), 65536):
            now = time.monotonic_ns()
            received += len(block)
            samples.write(block)
            print(now, received // (CHANNELS * WIDTH), file=instants, flush=True)
    source.wait()


if __name__ == "__main__":
    main(*sys.argv[1:])
