"""The programs that are measured: mpv as the zero, a plain libVLC player as a peer, and visualalbum itself."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support import processes
from tests.support.pulse import Pulse
from tests.support.xvfb import Screen

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Playing:
    """A running player: started at `started_ns`, its own words in `log`."""

    process: subprocess.Popen[bytes]
    screen: Screen
    started_ns: int
    log: Path

    def press(self, key: str) -> int:
        """Press a key (xdotool's name for it) and return the instant just before; raises where that fails."""
        pressed = time.monotonic_ns()
        self.screen.touch("key", "--clearmodifiers", key)
        return pressed

    def wait(self, limit_s: float) -> int:
        """Wait until it ends by itself and return its exit status; raises TimeoutExpired with its log beside it."""
        return self.process.wait(limit_s)


@contextmanager
def playing(
    command: Sequence[str | Path], screen: Screen, pulse: Pulse, log: Path, own: Mapping[str, str] | None = None
) -> Iterator[Playing]:
    """Run a player on a screen and a sink until the block ends; it remembers nothing of a run before.

    `own` are variables of its environment, such as a place where it does remember.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    fresh = tempfile.mkdtemp(prefix="state-", dir=log.parent)
    state = {"XDG_STATE_HOME": fresh, "XDG_CONFIG_HOME": fresh}
    # A Python that may not keep its bytecode compiles all of the program at every start; nobody's is told so.
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env: Mapping[str, str] = {**inherited, **screen.env, **pulse.env, **state, "PYTHONPATH": str(ROOT)}
    env = {**env, **(own or {})}
    log.unlink(missing_ok=True)
    started = time.monotonic_ns()
    process = processes.start(command, env, log)
    try:
        yield Playing(process, screen, started, log)
    finally:
        processes.end(process)


def mpv(file: Path, screen: Screen, *words: str) -> list[str | Path]:
    """mpv with its plain X11 output over the whole screen; nothing of a person's configuration is read.

    It asks PulseAudio for the sound's delay each time: where it lets PulseAudio guess between two answers, as it does
    by itself, its own zero wanders by 4 ms either way from run to run; so it is within 0.4 ms (measured).
    """
    options = ["--no-config", "--vo=x11", "--ao=pulse", "--hwdec=no", "--no-border", "--osd-level=0", "--no-terminal"]
    options += ["--pulse-latency-hacks=yes"]
    options += [f"--geometry={screen.width}x{screen.height}+0+0", "--no-osc", "--force-window=no"]
    return ["mpv", *options, *words, file]


def peer(file: Path, screen: Screen, *words: str) -> list[str | Path]:
    """The plain libVLC player of `peer_vlc`; it takes Space, Left, Right and q."""
    return [sys.executable, "-m", "tests.support.peer_vlc", str(screen.width), str(screen.height), file, *words]


def visualalbum(album: Path, *words: str | Path, sound: str = "portaudio", window: str = "") -> list[str | Path]:
    """The program of this project, full screen or in a window of a geometry."""
    place = ["--geometry", window] if window else ["--fullscreen"]
    return [sys.executable, "-m", "visualalbum", "play", album, *place, "--sound", sound, *words]
