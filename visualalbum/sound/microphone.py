"""A process that records a source: `python -m visualalbum.sound.microphone SOURCE SAMPLES STAMPS`, until it is ended.

SAMPLES gets the samples of one channel as float32, STAMPS two int64 for each block: the number of its first sample, and
the instant at which that one was in the air, by PortAudio's word.
"""

from __future__ import annotations

import os
import struct
import sys
import threading
from contextlib import ExitStack, suppress
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO

from visualalbum.said import NOTHING, Said, as_it_is, say, to_json
from visualalbum.sound.outputs.port import OutputError
from visualalbum.sound.outputs.portaudio import clock_offset_ns, missing
from visualalbum.sound.outputs.sinks import NoServerError, Sinks
from visualalbum.sound.resample import RATE
from visualalbum.timecode import shown

STAMP = struct.Struct("=qq")

BLOCK, LATENCY_S = 120, 0.02
"""With five times as much of both PulseAudio's word on a monitor's delay wanders by 10 ms on a busy machine, so by less
than one (measured)."""

NICE = -11
"""What sound servers ask for themselves; refused to most users, and not needed on a machine that is idle."""

LOOK_S = 0.2
"""How often it sees whether somebody still wants the recording."""


def find(sounddevice: ModuleType, wanted: str) -> tuple[int, str]:
    """Number of PortAudio's device for a source, and the name to give to a sound server, "" for none.

    Raises OutputError where there is no such source.
    """
    entries = [entry for entry in sounddevice.query_devices() if entry["max_input_channels"] > 0]
    served: tuple[str, ...] = ()
    with suppress(NoServerError), Sinks() as sinks:
        served = sinks.sources()
    for entry in entries:
        if entry["name"] == "pulse" and wanted in served:
            return entry["index"], wanted
        if entry["name"].casefold() == wanted.casefold():
            return entry["index"], ""
    names = ", ".join(served or [entry["name"] for entry in entries])
    if not names:
        raise OutputError(
            say("no source has the name {name}; there are none: connect a microphone", name=shown(wanted))
        )
    raise OutputError(say("no source has the name {name}; there are {names}", name=shown(wanted), names=names))


def record(wanted: str, samples: BinaryIO, stamps: BinaryIO) -> None:
    """Record until the parent is gone. Raises OutputError, or PortAudioError where the source cannot be opened."""
    import sounddevice

    parent = os.getppid()
    number, server_name = find(sounddevice, wanted)
    if server_name:
        os.environ["PULSE_SOURCE"] = server_name
    done, clock_ns = 0, 0

    def on_block(buffer: Any, frames: int, when: Any, status: Any) -> None:
        """Called by PortAudio's thread."""
        nonlocal done
        samples.write(bytes(buffer))
        stamps.write(STAMP.pack(done, round(when.inputBufferAdcTime * 1e9) + clock_ns))
        done += frames

    with sounddevice.RawInputStream(
        RATE, BLOCK, number, channels=1, dtype="float32", latency=LATENCY_S, callback=on_block
    ) as stream:
        clock_ns = clock_offset_ns(stream)
        unending = threading.Event()
        while os.getppid() == parent:
            unending.wait(LOOK_S)


def main(wanted: str, samples: str, stamps: str) -> Said:
    """Record; returns why that did not go."""
    if reason := missing():
        return reason
    with suppress(OSError, AttributeError):
        os.nice(NICE)
    import sounddevice

    with ExitStack() as files:
        opened = [files.enter_context(Path(name).open("wb", buffering=0)) for name in (samples, stamps)]
        try:
            record(wanted, *opened)
        except OutputError as error:
            return error.sentence
        except sounddevice.PortAudioError as error:
            why = as_it_is(str(error.args[0]))
            return say("{name} cannot be recorded: {why}", name=shown(wanted), why=why)
    return NOTHING


if __name__ == "__main__":
    told = main(*sys.argv[1:])
    if told:
        sys.stdout.write(to_json(told))
        sys.exit(1)
