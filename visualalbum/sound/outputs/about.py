"""What PortAudio is here: its versions and the devices it can play on. `python -m` prints it as JSON."""

from __future__ import annotations

import json
from typing import Any

import sounddevice

from visualalbum.sound.outputs.portaudio import devices


def about() -> dict[str, Any]:
    """Facts: `sounddevice` and `portaudio` versions, the `devices` by name, and which is the `default`."""
    names = devices()
    return {
        "sounddevice": sounddevice.__version__,
        "portaudio": sounddevice.get_portaudio_version()[1],
        "devices": names,
        "default": sounddevice.query_devices(kind="output")["name"] if names else "",
    }


if __name__ == "__main__":
    print(json.dumps(about()))
