"""PipeWire in place of PulseAudio, from Debian's packages that are unpacked and not installed: nothing else is touched.

Installed, `pipewire-alsa` takes PulseAudio's place for good, and for every other test.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.support import processes
from tests.support.pulse import Pulse
from tests.support.session_bus import session_bus

PACKAGES = (
    *("pipewire", "pipewire-bin", "libpipewire-0.3-modules", "wireplumber", "libwireplumber-0.4-0", "liblua5.3-0"),
    *("pipewire-alsa", "pipewire-pulse"),
)
"""What a system with PipeWire has and one with PulseAudio has not; libpipewire itself comes with mpv."""

UNPACKED = Path(__file__).parents[2] / "build" / "measure" / "pipewire"

ALSA = """
<confdir:alsa.conf>
pcm_type.pipewire {{ lib "{library}" }}
pcm.!default {{ type pipewire playback_node "-1" capture_node "-1" }}
"""


def unpacked(folder: Path = UNPACKED) -> Path:
    """The packages' files, fetched where they are not there. Raises RuntimeError with apt's words where it has none."""
    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix="unfinished-", dir=folder.parent))
        done = subprocess.run(["apt-get", "download", *PACKAGES], cwd=unfinished, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"PipeWire cannot be fetched (has `apt-get update` been run?): {done.stderr.strip()}")
        for package in unfinished.glob("*.deb"):
            subprocess.run(["dpkg-deb", "--extract", package, unfinished / "root"], check=True)
        (unfinished / "root").rename(folder)
        shutil.rmtree(unfinished)
    return folder


@contextmanager
def pipewire_sink(name: str = "house") -> Iterator[Pulse]:
    """Run PipeWire, its session and its place for PulseAudio's clients, with one null sink, until the block ends."""
    root = unpacked()
    libraries, programs, shared = root / "usr/lib/x86_64-linux-gnu", root / "usr/bin", root / "usr/share"
    with tempfile.TemporaryDirectory(prefix="visualalbum-pipewire-") as place, ExitStack() as stack:
        folder = Path(place)
        asound = folder / "asound.conf"
        asound.write_text(ALSA.format(library=libraries / "alsa-lib/libasound_module_pcm_pipewire.so"))
        found_by = {
            "PIPEWIRE_RUNTIME_DIR": place,
            "PIPEWIRE_MODULE_DIR": str(libraries / "pipewire-0.3"),
            "PIPEWIRE_CONFIG_DIR": str(shared / "pipewire"),
            "PULSE_RUNTIME_PATH": place,
            "PULSE_SERVER": f"unix:{folder / 'native'}",
            "ALSA_CONFIG_PATH": str(asound),
        }
        inherited = {key: value for key, value in os.environ.items() if not key.startswith(("PULSE_", "PIPEWIRE_"))}
        own = {
            "HOME": place,
            "XDG_RUNTIME_DIR": place,
            "LD_LIBRARY_PATH": str(libraries),
            "WIREPLUMBER_MODULE_DIR": str(libraries / "wireplumber-0.4"),
            "WIREPLUMBER_CONFIG_DIR": str(shared / "wireplumber"),
            "WIREPLUMBER_DATA_DIR": str(shared / "wireplumber"),
            **stack.enter_context(session_bus()).env,
        }
        started = []
        for program, socket in (("pipewire", "pipewire-0"), ("wireplumber", ""), ("pipewire-pulse", "native")):
            process = processes.start([programs / program], inherited | found_by | own, folder / f"{program}.log")
            stack.callback(processes.end, process)
            started.append(process)
            if socket:
                processes.wait_until((folder / socket).exists, program)
        pulse = Pulse(name, found_by["PULSE_SERVER"], started[0].pid, found_by)
        pulse.add_sink(name)
        processes.wait_until(lambda: _is_usual(pulse), f"{name} to be the usual sink")
        yield pulse


def _is_usual(pulse: Pulse) -> bool:
    """Make its sink the usual one; refused until the session has come up."""
    with contextlib.suppress(subprocess.CalledProcessError):
        pulse.pactl("set-default-sink", pulse.sink)
        return f"Default Sink: {pulse.sink}\n" in pulse.pactl("info")
    return False
