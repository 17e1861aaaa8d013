"""Wakepy's way to keep the screen awake, made fit for a process with a window. Blocks: not for the window's thread."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from typing import Any

from wakepy import keep
from wakepy.core import DBusAdapter

# It tells every way that it tried, also where the first one did.
logging.getLogger("wakepy").setLevel(logging.ERROR)


@contextmanager
def presenting(why: str) -> Iterator[bool]:
    """Keep the screen awake while the block runs, and gives whether anything does so; desktops show `why`."""
    words = {"wakepy": "Visual Album", "wakelock active": why}
    with ExitStack() as connections, keep.presenting(on_fail="pass", dbus_adapter=_adapter(connections, words)) as mode:
        yield bool(mode.active)


def _adapter(connections: ExitStack, words: Mapping[str, str]) -> type[DBusAdapter] | None:
    """Wakepy's own adapter, but for some words, and for how its connections are closed: by `connections`.

    It would leave them open where nothing keeps the screen awake; where something does it would run the garbage
    collector, which holds the interpreter's lock, and with it the window and the decks, for tens of milliseconds.
    """
    if sys.platform != "linux":
        return None
    from wakepy.core import BusType, DBusMethodCall
    from wakepy.dbus_adapters.jeepney import JeepneyDBusAdapter

    class Adapter(JeepneyDBusAdapter):
        def process(self, call: DBusMethodCall) -> object:
            call.args = tuple(words.get(word, word) if isinstance(word, str) else word for word in call.args)
            return super().process(call)

        def _create_new_connection(self, bus: BusType | str | None = BusType.SESSION) -> Any:
            return connections.enter_context(super()._create_new_connection(bus))

        def close_connections(self) -> None:
            pass

    return Adapter
