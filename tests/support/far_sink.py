"""A sink in the next room: a PulseAudio server that sends all it plays to another one, where it is heard later."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from tests.support.pulse import RATE, Ear, Pulse, null_sink, server

FAR_MS = 250
"""What a tunnel is told to hold at most; what it really holds is told by the sink (`Pulse.latency_ms`)."""


@dataclass(frozen=True)
class FarPulse(Pulse):
    """The server that programs play on; what they play is heard at the `far` one. `module` makes the sink."""

    far: Pulse
    module: str

    @property
    def ear(self) -> Ear:
        """What records what is heard of it, there."""
        return self.far.ear

    def plug(self) -> None:
        """Bring the sink back."""
        self.pactl("load-module", *self.module.split())

    def unplug(self) -> None:
        """Take the sink away, as when a device is pulled out."""
        self.pactl("unload-module", self.module.split()[0])


@contextmanager
def far_sink(latency_ms: int = FAR_MS) -> Iterator[FarPulse]:
    """Run both servers until the block ends."""
    with null_sink("hall") as far:
        module = f"module-tunnel-sink server={far.server} sink={far.sink} sink_name=far rate={RATE}"
        module += f" latency_msec={latency_ms}"
        with server("far", module) as near:
            yield FarPulse(near.sink, near.server, near.pid, near.env, far, module)
