"""What libVLC is here: its versions and which of the plugins we use it has. `python -m` prints it as JSON."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from visualalbum.film.instance import Instance, binding_version, version

FOR_FILM = ("filesystem", "mkv", "avcodec", "packetizer_h264", "packetizer_hevc", "swscale", "vmem")
"""Reading a conformed clip, decoding it, and handing its pictures over in memory."""

FOR_SOUND = ("access_imem", "rawaud", "araw")
"""Playing the sound's stream from media callbacks, with `--sound vlc`."""


def plugins_folder() -> Path | None:
    """Where the loaded libVLC looks for its plugins; None where that cannot be told."""
    named = os.environ.get("VLC_PLUGIN_PATH")
    if named:
        return Path(named)
    try:
        mapped = Path("/proc/self/maps").read_text(encoding="utf-8", errors="replace").split()
    except OSError:  # no Linux
        return None
    cores = [Path(word) for word in mapped if "/libvlccore." in word]
    return cores[0].parent / "vlc" / "plugins" if cores else None


def about() -> dict[str, Any]:
    """Facts: `libvlc` and `binding` versions, `folder` of the plugins, and those `absent` from it by name.

    Raises LibVLCMissing.
    """
    facts: dict[str, Any] = {"libvlc": version(), "binding": binding_version(), "folder": "", "absent": []}
    Instance().release()  # a libVLC that has lost its plugins refuses here
    folder = plugins_folder()
    if folder is not None:
        there = {path.stem.removeprefix("lib").removesuffix("_plugin") for path in folder.rglob("lib*_plugin.*")}
        facts["folder"] = str(folder)
        facts["absent"] = [name for name in FOR_FILM + FOR_SOUND if name not in there]
    return facts


if __name__ == "__main__":
    print(json.dumps(about()))
