"""The watch on the devices: told by a server while there is one, by a process that lists them when somebody looks."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator

import pytest

from visualalbum.engine.ports import Device
from visualalbum.sound import watch
from visualalbum.sound.events import Devices, Event
from visualalbum.sound.outputs.sinks import NoServerError
from visualalbum.sound.watch import Watch

HALL, BALCONY = Device("hall", "The hall"), Device("balcony", "The balcony")


class Over(Exception):
    """Ends the watch, which by itself has no end."""


class Server:
    """A server that is read so many times, with these sinks each time, and then goes."""

    def __init__(self, *readings: tuple[Device, ...]) -> None:
        self._readings = list(readings)

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None: ...

    def read(self) -> tuple[Device, ...]:
        return self._readings.pop(0)

    def wait(self) -> None:
        if not self._readings:
            raise NoServerError


@pytest.fixture
def follow(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[Event]]:
    """Watch while there is one server after the other, None for none, and return what was told."""

    def followed(*servers: Server | None, look: bool = False, said: str = "") -> list[Event]:
        coming: Iterator[Server | None] = iter(servers)

        def connect() -> Server:
            try:
                server = next(coming)
            except StopIteration:
                raise Over from None
            if server is None:
                raise NoServerError
            return server

        def run(command: list[str], **options: object) -> subprocess.CompletedProcess[bytes]:
            return subprocess.CompletedProcess(command, 0, said.encode())

        monkeypatch.setattr(watch, "Sinks", connect)
        monkeypatch.setattr(watch, "AGAIN_S", 0.001)
        monkeypatch.setattr(watch.subprocess, "run", run)
        told: list[Event] = []
        woken: list[None] = []
        it = Watch(told.append, lambda: woken.append(None))
        if look:
            it.look()
        with pytest.raises(Over):
            it.run()
        assert len(woken) == len(told)
        return told

    return followed


def test_a_server_is_listened_to_and_only_what_differs_is_told(follow: Callable[..., list[Event]]) -> None:
    told = follow(Server((HALL,), (HALL,), (HALL, BALCONY)), None, None)
    assert told == [Devices((HALL,), True), Devices((HALL, BALCONY), True), Devices()]


def test_a_server_that_comes_later_is_found(follow: Callable[..., list[Event]]) -> None:
    assert follow(None, None, Server((HALL,)))[0] == Devices((HALL,), True)


def test_without_a_server_devices_are_listed_when_somebody_looks(follow: Callable[..., list[Event]]) -> None:
    said = json.dumps({"devices": [{"name": "hw:0", "title": "hw:0"}]})
    assert follow(None, None, look=True, said=f"a word of PortAudio's\n{said}\n") == [
        Devices((Device("hw:0", "hw:0"),))
    ]
    assert follow(None, None, said=said) == [], "nobody looked"


@pytest.mark.parametrize("said", ["", "PortAudio failed"])
def test_a_listing_that_fails_is_an_empty_one(follow: Callable[..., list[Event]], said: str) -> None:
    assert follow(None, None, look=True, said=said) == []
