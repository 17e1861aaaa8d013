"""Whether a sink of some name is there."""

from __future__ import annotations

import pulsectl
import pytest

from visualalbum.engine.ports import Device
from visualalbum.sound.outputs import sinks
from visualalbum.sound.outputs.sinks import NoServerError, absent


class Server:
    """Stands for a connection to a server with two sinks."""

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None: ...

    def read(self) -> tuple[Device, ...]:
        return Device("hall", "The hall"), Device("balcony", "The balcony")


def test_a_sink_that_is_on_the_list_or_named_by_its_part_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sinks, "Sinks", Server)
    assert absent("hall") == absent("@DEFAULT_SINK@") == ""


def test_one_that_is_not_is_told_with_those_that_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sinks, "Sinks", Server)
    assert absent("cellar") == "no device has that name; there are hall, balcony"


def test_without_a_server_nothing_is_known_to_be_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> None:
        raise NoServerError

    monkeypatch.setattr(sinks, "Sinks", none)
    assert absent("hall") == ""


@pytest.mark.parametrize("error", ["PulseError", "PulseDisconnected"])
def test_a_server_that_goes_while_it_is_listened_to_is_one_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch, error: str
) -> None:
    class Leaving:
        """A connection that ends as soon as it is used."""

        def __init__(self, *_: object, **__: object) -> None: ...

        def __getattr__(self, _name: str) -> object:
            return lambda *_: None

        def event_listen(self) -> None:
            raise getattr(pulsectl, error)

        sink_list = server_info = event_listen

    monkeypatch.setattr(pulsectl, "Pulse", Leaving)
    with sinks.Sinks() as there:
        for ask in (there.wait, there.read, there.usual):
            with pytest.raises(NoServerError):
                ask()
