"""`visualalbum doctor`: says what this machine has of what albums need, what is missing, and how to get it.

Every library is asked in a process of its own: one that is missing, or that ends the whole process as Qt does without
its display, then costs a line here and nothing more.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from visualalbum.store import settings
from visualalbum.store.paths import cache_folder
from visualalbum.store.settings import Settings

HELP = "say what this machine has of what albums need, and what is missing"

PATIENCE_S = 30
"""A cold disk takes seconds to load Qt; a sound server that hangs must not take us along."""

REINSTALL = "packaging/play installs it; by hand: pip install visualalbum"
LIBVLC = "Debian and Ubuntu: apt-get install libvlc5 vlc-plugin-base; elsewhere: VLC 3"
PORTAUDIO = "Debian and Ubuntu: apt-get install libportaudio2 libasound2-plugins; pip's package has it elsewhere"
FONT = "Debian and Ubuntu: apt-get install fonts-ipaexfont-gothic, or fonts-noto-cjk for more weights"
QT = (
    "Debian and Ubuntu: apt-get install libegl1 libgl1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 "
    "libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1"
)
SCREEN = "set DISPLAY or WAYLAND_DISPLAY; where there is no display at all, packaging/play brings a virtual one"
DEVICE = "connect one and start PulseAudio or PipeWire (with pipewire-alsa); until then albums play without sound"


@dataclass(frozen=True)
class Line:
    """One line of the report; where something needed is missing, `remedy` says how to get it."""

    name: str
    text: str
    remedy: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are none."""


def run(args: argparse.Namespace) -> int:
    """Print the report; returns 0 where all that is needed is there, else 1."""
    lines = list(report())
    for line in lines:
        print(f"{'!' if line.remedy else ' '} {line.name:<10} {line.text}")
    missing = [line for line in lines if line.remedy]
    if not missing:
        print("\nAll that is needed is here.")
        return 0
    print("\nMissing:")
    for line in missing:
        print(f"  {line.name}: {line.text}\n      {line.remedy}")
    return 1


def report() -> Iterator[Line]:
    """Ask the machine, line by line."""
    asked = {part: _ask(part) for part in ("ui", "film", "media", "sound.outputs", "remote")}
    answers = {part: _answer(process) for part, process in asked.items()}
    yield python(platform.python_version(), sys.version_info >= (3, 11))
    yield from qt(answers["ui"])
    yield from libvlc(answers["film"])
    yield from pyav(answers["media"])
    yield from portaudio(answers["sound.outputs"])
    yield from offset(settings.load(), answers["ui"], answers["sound.outputs"])
    yield from desktop(answers["remote"])
    yield cache(cache_folder())


def python(version: str, new_enough: bool) -> Line:
    """The line about Python."""
    return Line("Python", version, "" if new_enough else "3.11 or later is needed")


def qt(facts: Mapping[str, Any]) -> Iterator[Line]:
    """The lines about Qt, screens and fonts."""
    if "why" in facts:
        yield Line("Qt", f"does not start: {facts['why']}", f"{QT}; {REINSTALL}")
        return
    yield Line("Qt", f"{facts['qt']} (PySide6 {facts['pyside']}, platform {facts['platform']})")
    for screen in facts["screens"]:
        size = f"{screen['width_px']}x{screen['height_px']}"
        yield Line("screen", f"{screen['name'] or 'unnamed'}, {size} at {screen['rate_hz']:.4g} Hz")
    if not facts["screens"]:
        yield Line("screen", "none", SCREEN)
    families = facts["japanese"]
    if families:
        yield Line("fonts", f"Japanese: {families[0]}" + (f" and {len(families) - 1} more" if families[1:] else ""))
    else:
        yield Line("fonts", "none with Japanese", FONT)


def libvlc(facts: Mapping[str, Any]) -> Iterator[Line]:
    """The lines about libVLC and its plugins."""
    if "why" in facts:
        yield Line("libVLC", f"does not start: {facts['why']}", f"{LIBVLC}; {REINSTALL}")
        return
    yield Line("libVLC", f"{facts['libvlc']} (python-vlc {facts['binding']})")
    where = f" in {facts['folder']}" if facts["folder"] else ""
    if facts["absent"]:
        yield Line("plugins", f"not there{where}: {', '.join(facts['absent'])}", LIBVLC)
    else:
        yield Line("plugins", f"all that are used{where}" if where else "their folder cannot be told here")


def pyav(facts: Mapping[str, Any]) -> Iterator[Line]:
    """The lines about PyAV and its decoders."""
    if "why" in facts:
        yield Line("PyAV", f"does not load: {facts['why']}", REINSTALL)
        return
    yield Line("PyAV", f"{facts['pyav']} (FFmpeg {facts['ffmpeg']})")
    if facts["absent"]:
        remedy = f"{REINSTALL} (its wheel has them all)"
        yield Line("decoders", f"not there: {', '.join(facts['absent'])}", remedy)


def portaudio(facts: Mapping[str, Any]) -> Iterator[Line]:
    """The lines about PortAudio and the devices it plays on."""
    if "why" in facts:
        yield Line("PortAudio", f"does not load: {facts['why']}", f"{PORTAUDIO}; {REINSTALL}")
        return
    version = facts["portaudio"].removeprefix("PortAudio ").partition(",")[0]
    yield Line("PortAudio", f"{version} (sounddevice {facts['sounddevice']})")
    for device in facts["devices"]:
        name, title = device["name"], device["title"]
        text = name if title == name else f"{name} ({title})"
        yield Line("device", f"{text}, the default" if name == facts["default"] else text)
    if not facts["devices"]:
        yield Line("device", "none to play on", DEVICE)


def offset(kept: Settings, screens: Mapping[str, Any], devices: Mapping[str, Any]) -> Iterator[Line]:
    """The lines about what `visualalbum calibrate` has kept, and which of it holds now."""
    titles = {device["name"]: device["title"] for device in devices.get("devices", ())}
    there = {screen["whole_name"] for screen in screens.get("screens", ())}
    for one in kept.offsets:
        device = (titles.get(one.device) or one.device) if one.device else "the system's own device"
        screen = f"on {one.screen}" if one.screen else "on a screen without a name"
        holds = one.device == kept.device and one.screen in there
        now = "which holds now" if holds else "which is not in use now"
        yield Line("offset", f"{one.offset_ms:+g} ms with {device} {screen}, {now}")
    if not kept.offsets:
        yield Line("offset", "none is kept; where picture and sound are apart, `visualalbum calibrate` finds it out")


def desktop(facts: Mapping[str, Any]) -> Iterator[Line]:
    """The line about the session bus, which nothing that plays depends on."""
    if "why" in facts:
        yield Line("desktop", f"cannot be reached: {facts['why']}", REINSTALL)
        return
    fault = facts["bus_fault"]
    bus = f"no session bus, so only its own window steers the player: {fault}" if fault else "its session bus answers"
    yield Line("desktop", f"{bus} (dbus-fast {facts['dbus_fast']}, wakepy {facts['wakepy']})")


def cache(folder: Path) -> Line:
    """The line about the cache folder."""
    sizes = []
    for path in folder.rglob("*"):
        try:
            if path.is_file():
                sizes.append(path.stat().st_size)
        except OSError:  # gone meanwhile, or not ours to see
            continue
    return Line("cache", f"{folder}, {len(sizes)} files, {sum(sizes) / 1e6:.1f} MB")


def _ask(part: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"visualalbum.{part}.about"]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def _answer(process: subprocess.Popen[bytes]) -> dict[str, Any]:
    """The facts a part told as its last line, or under `why` the reason that it gave instead."""
    try:
        out, errors = process.communicate(timeout=PATIENCE_S)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return {"why": f"no answer within {PATIENCE_S} s"}
    if process.returncode == 0:
        facts: dict[str, Any] = json.loads(out.splitlines()[-1])
        return facts
    return {"why": reason(errors.decode(errors="replace")) or f"it ended with status {process.returncode}"}


def reason(said: str) -> str:
    """What matters of a failed process's stderr: of a traceback the exception's text, else the first line."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    if not lines:
        return ""
    if any(line.startswith("Traceback ") for line in lines):
        return lines[-1].partition(": ")[2] or lines[-1]
    return lines[0]
