"""The connection to the session bus, as long as it lasts: MPRIS told there, and a file manager asked."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable
from pathlib import Path

from dbus_fast import BusType, Message, MessageType, NameFlag, RequestNameReply
from dbus_fast.aio import MessageBus

from visualalbum.remote.mpris import NAME, PATH, Give, Player, Root
from visualalbum.remote.orders import ShowFolder
from visualalbum.remote.standing import Seen

CONNECT_S = 5.0
"""A bus that does not answer within this time is none."""

LEAVE_S = 1.0
"""Leaving takes one turn of the loop; a bus that hangs is left all the same."""

ANSWER_S = 8.0
"""The bus may have to start a file manager first."""

# What it warns of, a bus that goes away under a message, is no news to those who use the program.
logging.getLogger("dbus_fast").setLevel(logging.ERROR)


class Link:
    """Lives in one event loop; `live` from beginning to end."""

    def __init__(self, give: Give, latest: Callable[[], Seen]) -> None:
        self._give = give
        self._latest = latest
        self._bus: MessageBus | None = None
        self._player = Player(give, latest)

    async def live(self) -> None:
        """Connect, take a name and serve until the bus goes or this is cancelled. Raises what the bus raises."""
        bus = await asyncio.wait_for(MessageBus(bus_type=BusType.SESSION).connect(), CONNECT_S)
        gone = asyncio.ensure_future(bus.wait_for_disconnect())
        try:
            bus.export(PATH, Root(self._give))
            bus.export(PATH, self._player)
            reply = await bus.request_name(NAME, NameFlag.DO_NOT_QUEUE)
            if reply is not RequestNameReply.PRIMARY_OWNER:
                # As the specification has it for a second instance.
                await bus.request_name(f"{NAME}.instance{os.getpid()}", NameFlag.DO_NOT_QUEUE)
            self._bus = bus
            self._player.show(self._latest())
            await asyncio.shield(gone)  # its cancellation would leave the socket open
        finally:
            self._bus = None
            bus.disconnect()
            await asyncio.wait([gone], timeout=LEAVE_S)

    def show(self, seen: Seen) -> None:
        """Tell of a moment that differs from the one told before."""
        if self._bus is not None:
            self._player.show(seen)

    async def show_file(self, file: Path) -> None:
        """Have a file manager show a folder with a file of it selected; where none does, order other means."""
        try:
            if not await asyncio.wait_for(self._ask_file_manager(file), ANSWER_S):
                self._give(ShowFolder(file.parent))
        except Exception:  # whatever becomes of the bus meanwhile, the folder is wanted
            self._give(ShowFolder(file.parent))

    async def _ask_file_manager(self, file: Path) -> bool:
        if self._bus is None:
            return False
        message = Message(
            destination="org.freedesktop.FileManager1",
            path="/org/freedesktop/FileManager1",
            interface="org.freedesktop.FileManager1",
            member="ShowItems",
            signature="ass",
            body=[[file.absolute().as_uri()], ""],
        )
        reply = await self._bus.call(message)
        return reply is not None and reply.message_type is MessageType.METHOD_RETURN
