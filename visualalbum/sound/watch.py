"""Which sound devices there are, followed as they come and go."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable

from visualalbum.engine.ports import Device
from visualalbum.sound.events import Devices, Event
from visualalbum.sound.outputs.sinks import NoServerError, Sinks

AGAIN_S = 5.0
"""How often a sound server is looked for where there is none; that is an attempt to open a socket."""

PATIENCE_S = 10.0
"""A system that takes longer to list its devices hangs."""


class Watch(threading.Thread):
    """Tells of the devices, and wakes, whenever they are others; `found` has them.

    A sound server says itself when they change. Where there is none, they are listed when somebody looks, by a process
    of its own: PortAudio lists devices only when it starts, which in this process would end what plays.
    """

    def __init__(self, tell: Callable[[Event], None], wake: Callable[[], None]) -> None:
        super().__init__(name="devices", daemon=True)
        self.found = Devices()
        self._tell = tell
        self._wake = wake
        self._asked = threading.Event()

    def look(self) -> None:
        """See which there are now, where no server tells. Any thread may ask."""
        self._asked.set()

    def run(self) -> None:
        """Follow the devices for as long as the process lives."""
        while True:
            try:
                self._follow_server()
            except NoServerError:
                if self.found.served:
                    self._show(Devices())
            if self._asked.wait(AGAIN_S):
                self._asked.clear()
                self._show(Devices(self._listed()))

    def _follow_server(self) -> None:
        with Sinks() as sinks:
            while True:
                self._show(Devices(sinks.read(), served=True))
                sinks.wait()

    def _show(self, found: Devices) -> None:
        if found != self.found:
            self.found = found
            self._tell(found)
            self._wake()

    def _listed(self) -> tuple[Device, ...]:
        command = [sys.executable, "-m", "visualalbum.sound.outputs.about"]
        try:
            answer = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE_S)
            facts = json.loads(answer.stdout.splitlines()[-1])
        except (OSError, subprocess.SubprocessError, ValueError, IndexError):
            return ()
        return tuple(Device(device["name"], device["title"]) for device in facts["devices"])
