"""The program in somebody's hands: real keys and a real pointer on a screen, and what a screen reader finds of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support import processes
from tests.support.program import Run, running
from tests.support.screen_reader import Node, Reader, screen_reader
from tests.support.session_bus import session_bus
from tests.support.xvfb import Screen, virtual_screen

SIZE = 1280, 800
LIMIT_S = 30.0
"""A tree is read node by node, which a busy machine takes its time for."""


@dataclass(frozen=True)
class Hands:
    """The program on a screen, and a reader of it."""

    run: Run
    screen: Screen
    reader: Reader

    @property
    def root(self) -> Node:
        """The program, once it is on the accessibility bus."""

        def there() -> bool:
            program = self.reader.program()
            return program is not None and bool(program.children)

        processes.wait_until(there, "the program on the accessibility bus")
        found = self.reader.program()
        assert found is not None
        return found

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by xdotool's names."""
        self.screen.touch("key", "--clearmodifiers", *keys)

    def write(self, text: str) -> None:
        """Type a text."""
        self.screen.touch("type", "--", text)

    def point(self, node: Node, x: float = 0.5, y: float = 0.5) -> None:
        """Point at a part of what there is."""
        left, top, width, height = node.place
        self.screen.touch("mousemove", str(round(left + x * width)), str(round(top + y * height)))

    def click(self, node: Node, x: float = 0.5, y: float = 0.5, *, button: int = 1, times: int = 1) -> None:
        """Point there and click; button 3 is the right one, 4 turns the wheel away from the hand."""
        self.point(node, x, y)
        self.screen.touch("click", "--repeat", str(times), "--delay", "30", str(button))

    def click_menu(self, node: Node, x: float = 0.5, y: float = 0.5) -> None:
        """Click there with the right button, and then on the first choice of the menu that comes.

        Qt has such a menu in no tree: readers hear of its choices as the keyboard or the pointer comes to them.
        """
        with self._menu():
            self.click(node, x, y, button=3)
        self.screen.touch("mousemove_relative", "30", "18")
        self.screen.touch("click", "1")

    def press_menu(self, key: str) -> None:
        """Have a menu by a key, and take its first choice."""
        before = len(self.reader.events)
        with self._menu():
            self.press(key)
        focused = ("StateChanged", "focused")
        until(lambda: focused in [event[:2] for event in self.reader.events[before:]], "the menu to have the keyboard")
        self.press("Return")

    @contextmanager
    def _menu(self) -> Iterator[None]:
        """What is done in the block brings up a menu."""
        before = len(self.screen.windows())
        yield
        until(lambda: len(self.screen.windows()) > before, "a menu")

    def all(self, role: str = "", name: str = "") -> list[Node]:
        """Everything to be seen whose role is a pattern's, and whose name matches another."""
        return [
            node
            for node in self.root.below()
            if (not role or re.fullmatch(role, node.role)) and (not name or re.search(name, node.name))
        ]

    def find(self, role: str, name: str) -> Node:
        """The first of a role and a name, once it is there."""
        found: list[Node] = []

        def come() -> bool:
            found[:] = self.all(role, name)
            return bool(found)

        until(come, f"a {role} named {name}")
        return found[0]

    def focused(self, role: str) -> Node:
        """What of a role has the keyboard; raises LookupError where none has."""
        found = next((node for node in self.all(role) if "focused" in node.states), None)
        if found is None:
            raise LookupError(f"no {role} has the keyboard")
        return found

    def gone(self, role: str, name: str) -> None:
        """Wait until there is none such."""
        until(lambda: not self.all(role, name), f"no {role} named {name}")

    def walk_to(self, role: str, name: str) -> Node:
        """Walk by Tab to what has a role and a name."""
        for _ in range(60):
            found = [node for node in self.all(role, name) if "focused" in node.states]
            if found:
                return found[0]
            self.press("Tab")
        raise AssertionError(f"no Tab leads to {role} {name}")

    @property
    def said(self) -> list[str]:
        """What a reader was asked to say."""
        return [str(text) for kind, _, text in self.reader.events if kind == "Announcement"]

    def hear(self, pattern: str) -> None:
        """Wait until a reader has been asked to say something that matches."""
        until(lambda: any(re.search(pattern, text) for text in self.said), f"{pattern} in {self.said}")

    @contextmanager
    def locates(self) -> Iterator[list[int]]:
        """What is done in the block locates; the list has the place in microseconds at its end."""
        before, places = len(self.run.events("locate")), list[int]()
        yield places
        until(lambda: len(self.run.events("locate")) > before, "a locate")
        places.append(self.run.events("locate")[-1]["position_us"])

    @contextmanager
    def traced(self, event: str) -> Iterator[None]:
        """What is done in the block brings an event into the trace."""
        before = len(self.run.events(event))
        yield
        until(lambda: len(self.run.events(event)) > before, event)


def until(condition: Callable[[], bool], what: str) -> None:
    """Wait for a condition; what changes while it is read is asked again."""

    def holds() -> bool:
        try:
            return condition()
        except LookupError:
            return False

    processes.wait_until(holds, what, LIMIT_S)


@contextmanager
def hands(folder: Path, *words: str | Path, **env: str) -> Iterator[Hands]:
    """Run the program with its files in `folder` until the block ends."""
    with ExitStack() as stack:
        screen = stack.enter_context(virtual_screen(*SIZE))
        bus = stack.enter_context(session_bus())
        reader = stack.enter_context(screen_reader(bus.env["DBUS_SESSION_BUS_ADDRESS"], screen.env))
        place = ("--geometry", "{}x{}+0+0".format(*SIZE), "--sound", "null")
        run = stack.enter_context(running(folder, *words, *place, **screen.env, **bus.env, **env))
        yield Hands(run, screen, reader)
        if run.process.poll() is None:
            run.process.terminate()
        run.end()
