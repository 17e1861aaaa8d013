"""Somebody else on a session bus: a client that calls and listens, and services of a desktop that write down calls."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

LIMIT_S = 10.0
MPRIS = ("path", "/org/mpris/MediaPlayer2")
DBUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")


class Desktop:
    """A connection with a thread of its own; `signals` are members with bodies, `calls` those of the services.

    It listens to what has `header`: a path or an interface.
    """

    def __init__(self, address: str, header: tuple[str, str], answers: dict[str, tuple[str, list[Any]]]) -> None:
        self.signals: list[tuple[str, list[Any]]] = []
        self.calls: list[tuple[str, list[Any]]] = []
        self._header = header
        self._answers = answers
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="desktop")
        self._thread.start()
        self._bus: MessageBus = self._wait(self._connect(address))

    def own(self, name: str) -> None:
        """Be a service by this name; every call to it is answered as its member's answer says."""
        self._wait(self._bus.request_name(name))

    def call(self, target: tuple[str, str, str], member: str, signature: str = "", *body: Any) -> Message:
        """Call a method of (name, path, interface) and return the answer, which may be an error."""
        name, path, interface = target
        message = Message(
            destination=name, path=path, interface=interface, member=member, signature=signature, body=list(body)
        )
        reply: Message = self._wait(self._bus.call(message))
        return reply

    def names(self) -> list[str]:
        """The names that are owned, but for those of connections."""
        return [name for name in self.call(DBUS, "ListNames").body[0] if not name.startswith(":")]

    def members(self) -> list[str]:
        """The signals that have come, in order, by name."""
        return [member for member, _ in self.signals]

    def close(self) -> None:
        """Leave the bus."""
        self._wait(self._leave())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(LIMIT_S)
        self._loop.close()

    def _wait(self, coroutine: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(LIMIT_S)

    async def _connect(self, address: str) -> MessageBus:
        bus = await MessageBus(bus_address=address).connect()
        bus.add_message_handler(self._on_message)
        rule = "type='signal',{}='{}'".format(*self._header)
        name, path, interface = DBUS
        await bus.call(Message(name, path, interface, "AddMatch", signature="s", body=[rule]))
        return bus

    async def _leave(self) -> None:
        gone = asyncio.ensure_future(self._bus.wait_for_disconnect())
        self._bus.disconnect()
        await asyncio.wait([gone], timeout=LIMIT_S)

    def _on_message(self, message: Message) -> Message | None:
        kind, value = self._header
        if message.message_type is MessageType.SIGNAL and getattr(message, kind) == value:
            self.signals.append((message.member or "", message.body))
        elif message.message_type is MessageType.METHOD_CALL and message.member in self._answers:
            self.calls.append((message.member, message.body))
            signature, body = self._answers[message.member]
            return Message.new_method_return(message, signature, body)
        return None


@contextmanager
def desktop(address: str, header: tuple[str, str] = MPRIS, **answers: tuple[str, list[Any]]) -> Iterator[Desktop]:
    """Be on a bus until the block ends; `answers` are signature and values by the member that is called."""
    here = Desktop(address, header, answers)
    try:
        yield here
    finally:
        here.close()
