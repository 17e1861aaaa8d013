"""What PortAudio is here: its versions and the devices it can play on. `python -m` prints it as JSON."""

from __future__ import annotations

import json
from typing import Any

import sounddevice


def about() -> dict[str, Any]:
    """Facts: `sounddevice` and `portaudio` versions, and `devices` with a name, a latency and the default marked."""
    default = sounddevice.default.device[1]
    return {
        "sounddevice": sounddevice.__version__,
        "portaudio": sounddevice.get_portaudio_version()[1],
        "devices": [
            {
                "name": device["name"],
                "latency_ms": round(device["default_low_output_latency"] * 1000, 1),
                "default": device["index"] == default,
            }
            for device in sounddevice.query_devices()
            if device["max_output_channels"] > 0
        ],
    }


if __name__ == "__main__":
    print(json.dumps(about()))
