"""The sinks of PulseAudio, or of PipeWire in its place: what people mean by devices, of which PortAudio sees one."""

from __future__ import annotations

from types import TracebackType
from typing import Any

from visualalbum.engine.ports import Device
from visualalbum.said import NOTHING, Said, say

CLIENT = "visualalbum"


class NoServerError(Exception):
    """No sound server answers, or the one that did has gone."""


class Sinks:
    """A connection to the sound server, for one thread. Raises NoServerError where there is none, and once it is gone.

    It waits for as long as the server takes to answer.
    """

    def __init__(self) -> None:
        try:
            import pulsectl
        except (ImportError, OSError):  # OSError: without libpulse, as on every system but Linux
            raise NoServerError from None
        self._pulsectl = pulsectl
        self._lost = (pulsectl.PulseError, pulsectl.PulseDisconnected)  # neither is the other's kind
        self._pulse: Any = None
        self._changed = False
        try:
            self._pulse = pulsectl.Pulse(CLIENT, connect=False)
            self._pulse.connect()
            self._pulse.event_mask_set("sink")
            self._pulse.event_callback_set(self._on_event)
        except Exception as error:
            # Not all errors of libpulse that pulsectl lets through have a class that can be named.
            self.close()
            raise NoServerError from error

    def __enter__(self) -> Sinks:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self) -> tuple[Device, ...]:
        """The sinks there are, in the server's order."""
        self._changed = False
        try:
            found = [Device(sink.name, sink.description or sink.name) for sink in self._pulse.sink_list()]
        except self._lost as error:
            raise NoServerError from error
        if not self._pulse.connected:
            raise NoServerError
        return tuple(found)

    def sources(self) -> tuple[str, ...]:
        """The names of what can be recorded: microphones, and for each sink a monitor of what it plays."""
        try:
            return tuple(source.name for source in self._pulse.source_list())
        except self._lost as error:
            raise NoServerError from error

    def usual(self) -> str:
        """The name of the sink that the system has chosen."""
        try:
            name: str = self._pulse.server_info().default_sink_name or ""
        except self._lost as error:
            raise NoServerError from error
        return name

    def wait(self) -> None:
        """Wait until they are others than those read last."""
        try:
            while not self._changed:
                self._pulse.event_listen()
        except self._lost as error:
            raise NoServerError from error

    def close(self) -> None:
        """Leave the server."""
        if self._pulse is not None:
            self._pulse.close()

    def _on_event(self, event: Any) -> None:
        """Called by pulsectl in whatever we ask of it; other changes are those of volumes, many a second."""
        if event.t in ("new", "remove"):
            self._changed = True
            raise self._pulsectl.PulseLoopStop


def absent(name: str) -> Said:
    """Why nothing can be played on a sink of that name; empty where it can, or no server says.

    PipeWire plays on its usual sink instead, and does not say so.
    """
    try:
        with Sinks() as sinks:
            there = [device.name for device in sinks.read()]
    except NoServerError:
        return NOTHING
    if name in there or name.startswith("@"):  # @DEFAULT_SINK@ is a name for whichever it is
        return NOTHING
    return say("no device has that name; there are {names}", names=", ".join(there) or say("none"))
