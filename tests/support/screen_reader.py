"""The accessibility bus and a reader on it: what a screen reader finds of a program, and what it can press."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dbus_fast import Variant

from tests.support import processes
from tests.support.desktop import Desktop, desktop

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
BUS = ("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus")
REGISTRY = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
PROPERTIES = "org.freedesktop.DBus.Properties"
ATSPI = "org.a11y.atspi."

STATES = {
    1: "active", 4: "checked", 7: "editable", 8: "enabled", 11: "focusable", 12: "focused", 20: "pressed",
    22: "selectable", 23: "selected", 24: "sensitive", 25: "showing", 30: "visible", 41: "checkable", 42: "has popup",
}  # fmt: skip
"""Those of AtspiStateType that are looked at, by their numbers in at-spi's atspi-constants.h."""


@dataclass(frozen=True)
class Node:
    """One thing that a reader finds: the program's name on the bus, and its path there."""

    reader: Reader
    name_on_bus: str
    path: str

    def call(self, interface: str, member: str, signature: str = "", *body: Any) -> Any:
        """What a method answers, its first value. Raises LookupError where there is none such."""
        reply = self.reader.bus.call((self.name_on_bus, self.path, ATSPI + interface), member, signature, *body)
        if reply.error_name:
            raise LookupError(f"{member} of {self.path}: {reply.error_name}: {reply.body}")
        return reply.body[0] if reply.body else None

    def get(self, interface: str, prop: str) -> Any:
        """A property's value. Raises LookupError where there is none such."""
        target = (self.name_on_bus, self.path, PROPERTIES)
        reply = self.reader.bus.call(target, "Get", "ss", ATSPI + interface, prop)
        if reply.error_name:
            raise LookupError(f"{prop} of {self.path}: {reply.error_name}: {reply.body}")
        return reply.body[0].value

    @property
    def name(self) -> str:
        return str(self.get("Accessible", "Name"))

    @property
    def description(self) -> str:
        return str(self.get("Accessible", "Description"))

    @property
    def role(self) -> str:
        return str(self.call("Accessible", "GetRoleName"))

    @property
    def states(self) -> frozenset[str]:
        low, high = self.call("Accessible", "GetState")
        bits = low | high << 32
        return frozenset(name for number, name in STATES.items() if bits >> number & 1)

    @property
    def interfaces(self) -> frozenset[str]:
        return frozenset(name.removeprefix(ATSPI) for name in self.call("Accessible", "GetInterfaces"))

    @property
    def children(self) -> list[Node]:
        return [Node(self.reader, *child) for child in self.call("Accessible", "GetChildren")]

    @property
    def text(self) -> str:
        """What its text interface gives."""
        return str(self.call("Text", "GetText", "ii", 0, int(self.get("Text", "CharacterCount"))))

    @property
    def value(self) -> float:
        return float(self.get("Value", "CurrentValue"))

    @property
    def place(self) -> tuple[int, int, int, int]:
        """Where it lies on the screen: left, top, width, height."""
        left, top, width, height = self.call("Component", "GetExtents", "u", 0)
        return left, top, width, height

    @property
    def actions(self) -> list[str]:
        return [str(action[0]) for action in self.call("Action", "GetActions")]

    def do(self, action: str) -> None:
        """Do one of its actions."""
        self.call("Action", "DoAction", "i", self.actions.index(action))

    def below(self) -> Iterator[Node]:
        """Everything below it that is to be seen."""
        for child in self.children:
            if "showing" in child.states:
                yield child
                yield from child.below()


@dataclass(frozen=True)
class Reader:
    """A connection to the accessibility bus."""

    bus: Desktop

    def program(self) -> Node | None:
        """The program that is there; None while none is."""
        root = Node(self, *REGISTRY)
        return next(iter(root.children), None)

    @property
    def events(self) -> list[tuple[str, str, object]]:
        """What programs have told by themselves: the kind, its detail, and the value."""
        return [(member, body[0], body[3].value) for member, body in list(self.bus.signals)]


@contextmanager
def screen_reader(session: str, env: dict[str, str]) -> Iterator[Reader]:
    """Run an accessibility bus on a session bus, tell programs that a reader is there, and be that reader."""
    launcher = next((path for path in LAUNCHERS if Path(path).exists()), None)
    if launcher is None:
        raise RuntimeError("not installed: at-spi2-core")
    folder = Path(tempfile.mkdtemp(prefix="visualalbum-a11y-"))
    own = {**os.environ, **env, "DBUS_SESSION_BUS_ADDRESS": session, "XDG_RUNTIME_DIR": str(folder)}
    own["GSETTINGS_BACKEND"] = "memory"  # a desktop's own settings say that there is no reader
    process = processes.start([launcher, "--launch-immediately"], own, folder / "log")
    try:
        with desktop(session) as here:
            processes.wait_until(lambda: BUS[0] in here.names(), "the accessibility bus")
            address = here.call(BUS, "GetAddress").body[0]
            status = (BUS[0], BUS[1], PROPERTIES)
            for prop in ("IsEnabled", "ScreenReaderEnabled"):
                here.call(status, "Set", "ssv", "org.a11y.Status", prop, Variant("b", True))
            with desktop(address, ("interface", f"{ATSPI}Event.Object")) as bus:
                # Programs tell what somebody has asked for.
                registry = (REGISTRY[0], "/org/a11y/atspi/registry", REGISTRY[0])
                bus.call(registry, "RegisterEvent", "sass", "object:", [], "")
                yield Reader(bus)
    finally:
        processes.end(process)
        shutil.rmtree(folder, ignore_errors=True)
