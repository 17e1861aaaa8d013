"""The sound's own process: `python -m visualalbum.sound.process OUTPUT READINGS`, commands in, events out.

The first command chooses the device: while its parent finds out which, all that is needed to open one is read.
Nothing here shares an interpreter lock with a window. It ends by itself, fading, when its parent is gone.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import queue
import signal
import sys
import threading
from pathlib import Path
from typing import BinaryIO

from visualalbum.sound.desk import Desk
from visualalbum.sound.events import (
    Choose,
    Close,
    Command,
    Cross,
    Event,
    Inject,
    Load,
    Look,
    Park,
    Prepare,
    Rejoin,
    Revise,
    Roll,
    Volume,
)
from visualalbum.sound.readings import Readings
from visualalbum.sound.watch import Watch

TICK_S = 0.02
"""How often the desk looks at what has come to pass by itself."""

REST_S = 0.2
"""The same while it waits for a command; whether the parent is still there is looked at no more often."""

SWITCH_S = 0.0005
"""The output's callback gets the interpreter lock within 0.7 ms instead of 5 beside the feeder's Python (measured)."""

NICE = -11
"""What sound servers ask for themselves; refused to most users, and not needed."""


class Pipe:
    """The way back to the engine. Any thread may tell; a parent that is gone is no concern of theirs."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._lock = threading.Lock()

    def tell(self, event: Event) -> None:
        """Send an event."""
        with self._lock, contextlib.suppress(OSError, ValueError):
            pickle.dump(event, self._out)
            self._out.flush()


def main(output: str, readings: Path) -> None:
    """Serve commands until told to close, or until nobody is left to tell."""
    parent = os.getppid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.setswitchinterval(SWITCH_S)
    with contextlib.suppress(OSError, AttributeError):
        os.nice(NICE)
    events = _hush()
    commands: queue.SimpleQueue[Command | None] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(commands,), name="commands", daemon=True).start()
    pipe = Pipe(events)
    memory = _taken(readings)
    first = commands.get()
    if not isinstance(first, Choose):
        return
    watch = Watch(pipe.tell, lambda: commands.put(None))
    desk = Desk(output, first.device, memory, pipe.tell, lambda: commands.put(None), watch)
    if output != "null":
        watch.start()  # what it imports is read while the output settles
    gc.freeze()  # everything loaded so far stays; the collector need not look at it again
    while os.getppid() == parent:
        try:
            command = commands.get(timeout=REST_S if desk.idle else TICK_S)
        except queue.Empty:
            command = None
        if isinstance(command, Close):
            break
        if command is not None:
            _obey(desk, command)
        desk.tick()
    desk.close()


def _taken(path: Path) -> Readings:
    """The shared memory, whose name goes now that both ends have it: whoever is killed leaves nothing behind."""
    memory = Readings(path)
    with contextlib.suppress(OSError):  # Windows keeps the name until both have ended
        path.unlink()
    return memory


def _hush() -> BinaryIO:
    """Keep what C libraries print from the terminal (PortAudio: a dozen lines for each device that is not there) and
    from between the events, whose pipe is returned; Python's own errors are still seen."""
    events, errors = os.fdopen(os.dup(1), "wb"), os.fdopen(os.dup(2), "w", buffering=1)
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    sys.stderr = errors
    return events


def _listen(commands: queue.SimpleQueue[Command | None]) -> None:
    """Read commands until the pipe ends. Runs in a thread of its own."""
    with contextlib.suppress(EOFError, OSError, pickle.UnpicklingError):
        while True:
            commands.put(pickle.load(sys.stdin.buffer))
    commands.put(Close())


def _obey(desk: Desk, command: Command) -> None:
    match command:
        case Load(plan):
            desk.load(plan)
        case Revise(plan):
            desk.revise(plan)
        case Cross(serial, plan, by_us):
            desk.cross(serial, plan, by_us)
        case Prepare(serial, position_us):
            desk.prepare(serial, position_us)
        case Rejoin(serial, position_us, instant_ns):
            desk.rejoin(serial, position_us, instant_ns)
        case Roll(serial, lead_in_us):
            desk.roll(serial, lead_in_us)
        case Park():
            desk.park()
        case Volume(volume):
            desk.set_volume(volume)
        case Choose(device):
            desk.choose(device)
        case Look():
            desk.look()
        case Inject(kind, seconds):
            desk.inject(kind, seconds)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
    # Libraries' threads may still be at work; the interpreter's own end would wait for them.
    os._exit(0)
