"""A sound device whose clock runs fast or slow: PulseAudio's pipe sink, and the reader that drains it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.pulse import RATE, Ear, Pulse, server


@dataclass(frozen=True)
class PacedPulse(Pulse):
    """What plays on it is drained through a `pipe` at a pace that is `ppm` millionths fast, while it is recorded."""

    pipe: Path
    ppm: float

    @property
    def ear(self) -> Ear:
        """The device itself, which keeps what it has drained."""
        return Ear("tests.support.pipe_recorder", (str(self.pipe), str(self.ppm)), self.env)


@contextmanager
def paced_sink(ppm: float) -> Iterator[PacedPulse]:
    """Run the server until the block ends; its sink stands still whenever it is not recorded."""
    with tempfile.TemporaryDirectory(prefix="visualalbum-pipe-") as folder:
        pipe = Path(folder) / "device"
        module = f"module-pipe-sink sink_name=paced file={pipe} format=s16le rate={RATE} channels=2"
        with server("paced", module) as pulse:
            yield PacedPulse(pulse.sink, pulse.server, pulse.pid, pulse.env, pipe, ppm)
