"""What PortAudio is here: its versions and the devices it can play on. `python -m` prints it as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import sounddevice

from visualalbum.engine.ports import Device
from visualalbum.sound.outputs.portaudio import devices
from visualalbum.sound.outputs.sinks import NoServerError, Sinks


def about() -> dict[str, Any]:
    """Facts: `sounddevice` and `portaudio` versions, the `devices` by name and title, and which is the `default`."""
    found, usual = _devices()
    return {
        "sounddevice": sounddevice.__version__,
        "portaudio": sounddevice.get_portaudio_version()[1],
        "devices": [asdict(device) for device in found],
        "default": usual,
    }


def _devices() -> tuple[tuple[Device, ...], str]:
    """The devices, and the name of the usual one: those of the sound server, which PortAudio takes for one."""
    names = devices()
    try:
        with Sinks() as sinks:
            return sinks.read(), sinks.usual()
    except NoServerError:
        usual: str = sounddevice.query_devices(kind="output")["name"] if names else ""
        return tuple(Device(name, name) for name in names), usual


if __name__ == "__main__":
    print(json.dumps(about()))
