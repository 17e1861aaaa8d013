"""Which of PortAudio's devices a source is recorded by, and what is said where there is none."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from visualalbum.sound import microphone
from visualalbum.sound.outputs.port import OutputError
from visualalbum.sound.outputs.sinks import NoServerError

DEVICES = [
    {"index": 0, "name": "Speakers", "max_input_channels": 0},
    {"index": 1, "name": "Webcam Mic", "max_input_channels": 1},
    {"index": 2, "name": "pulse", "max_input_channels": 32},
]


class Server:
    """Stands for a connection to a server with two sources."""

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None: ...

    def sources(self) -> tuple[str, ...]:
        return "hall.monitor", "usb.mic"


@pytest.fixture
def sounddevice() -> Any:
    return SimpleNamespace(query_devices=lambda: DEVICES)


@pytest.fixture
def no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> None:
        raise NoServerError

    monkeypatch.setattr(microphone, "Sinks", none)


def test_a_source_of_the_server_is_recorded_through_it(sounddevice: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(microphone, "Sinks", Server)
    assert microphone.find(sounddevice, "usb.mic") == (2, "usb.mic")
    assert microphone.find(sounddevice, "webcam mic") == (1, "")
    with pytest.raises(OutputError, match=r'no source has the name "cellar"; there are hall\.monitor, usb\.mic$'):
        microphone.find(sounddevice, "cellar")


@pytest.mark.usefixtures("no_server")
def test_without_a_server_portaudios_own_names_count(sounddevice: Any) -> None:
    assert microphone.find(sounddevice, "Webcam Mic") == (1, "")
    with pytest.raises(OutputError, match=r'no source has the name "Speakers"; there are Webcam Mic, pulse$'):
        microphone.find(sounddevice, "Speakers")


@pytest.mark.usefixtures("no_server")
def test_a_machine_without_any_is_told_to_get_one() -> None:
    with pytest.raises(OutputError, match="there are none: connect a microphone"):
        microphone.find(SimpleNamespace(query_devices=list), "mic")  # type: ignore[arg-type]
