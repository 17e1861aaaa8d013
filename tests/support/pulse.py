"""A PulseAudio server of our own with a null sink: what a program plays there can be recorded at its monitor."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support import processes

RATE = 48000


@dataclass(frozen=True)
class Ear:
    """A recorder of what is heard: a module of ours and its words, before the files it writes, in an environment."""

    module: str
    words: tuple[str, ...]
    env: Mapping[str, str]


@dataclass(frozen=True)
class Pulse:
    """A running server: `env` is what its clients need to find it, `pid` its process."""

    sink: str
    server: str
    pid: int
    env: dict[str, str]

    @property
    def monitor(self) -> str:
        """The source that carries what the sink plays."""
        return f"{self.sink}.monitor"

    @property
    def ear(self) -> Ear:
        """What records what is heard of it."""
        return Ear("tests.support.sound_recorder", (self.monitor,), self.env)

    def pactl(self, *words: str) -> str:
        """Run pactl on this server and return what it prints; raises CalledProcessError where it fails."""
        command = ["pactl", *words]
        result = subprocess.run(command, env={**os.environ, **self.env}, check=True, capture_output=True, text=True)
        return result.stdout

    @property
    def latency_ms(self) -> float:
        """What the sink tells of its own delay."""
        told = self.pactl("list", "sinks").partition(f"Name: {self.sink}\n")[2]
        return float(told.partition("Latency: ")[2].split()[0]) / 1000

    def add_sink(self, name: str, title: str = "") -> int:
        """Add another null sink and return the number of its module, which `remove` takes away again."""
        titled = [f"sink_properties='device.description=\"{title}\"'"] if title else []
        return int(self.pactl("load-module", "module-null-sink", f"sink_name={name}", f"rate={RATE}", *titled))

    def played_on(self) -> set[str]:
        """The sinks that something plays on now."""
        inputs = [line.split("\t") for line in self.pactl("list", "short", "sink-inputs").splitlines()]
        sinks = dict(line.split("\t")[:2] for line in self.pactl("list", "short", "sinks").splitlines())
        return {sinks[words[1]] for words in inputs}

    def remove(self, module: int) -> None:
        """Take a sink away, as when a device is unplugged."""
        self.pactl("unload-module", str(module))


@contextmanager
def null_sink(name: str = "house") -> Iterator[Pulse]:
    """Run PulseAudio with one null sink at 48 kHz until the block ends; needs no user session and works as root."""
    with server(name, f"module-null-sink sink_name={name} rate={RATE}") as pulse:
        yield pulse


@contextmanager
def server(sink: str, module: str) -> Iterator[Pulse]:
    """Run PulseAudio with a module that makes a sink until the block ends, for clients that play on that sink."""
    missing = [tool for tool in ("pulseaudio", "pactl") if shutil.which(tool) is None]
    if missing:
        raise RuntimeError(f"not installed: {', '.join(missing)}")
    folder = Path(tempfile.mkdtemp(prefix="visualalbum-pulse-"))
    socket = folder / "native"
    # The state and cookie of a person's own server must not be touched: HOME and both pulse folders are ours.
    own = {"HOME": str(folder), "PULSE_RUNTIME_PATH": str(folder), "PULSE_STATE_PATH": str(folder)}
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("PULSE_")}
    command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes"]
    command += ["-L", module]
    command += ["-L", f"module-native-protocol-unix auth-anonymous=1 socket={socket}"]
    process = processes.start(command, {**inherited, **own}, folder / "log")
    try:
        processes.wait_until(lambda: socket.exists() or process.poll() is not None, "PulseAudio")
        if process.poll() is not None:
            raise RuntimeError(f"PulseAudio did not start: {(folder / 'log').read_text(errors='replace')}")
        env = {"PULSE_SERVER": f"unix:{socket}", "PULSE_SINK": sink, "PULSE_RUNTIME_PATH": str(folder)}
        yield Pulse(sink, env["PULSE_SERVER"], process.pid, env)
    finally:
        processes.end(process)
        shutil.rmtree(folder, ignore_errors=True)
