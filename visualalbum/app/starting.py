"""What a program with a window begins with, from the first process started to the last one ended."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from typing import TYPE_CHECKING

from visualalbum.app.memory import keep_memory_small
from visualalbum.app.options import WindowOptions
from visualalbum.app.signals import Signals
from visualalbum.app.trace_file import TraceFile, sentence
from visualalbum.app.workers import start_first_worker
from visualalbum.engine.ports import Device
from visualalbum.jobs import JobQueue
from visualalbum.sound.client import SoundProcess

if TYPE_CHECKING:
    from visualalbum.store.settings import Settings


@dataclass(frozen=True)
class Started:
    """What is there once the sound's process and a worker are on their way up; `run` closes it."""

    kept: Settings
    signals: Signals
    sound: SoundProcess
    jobs: JobQueue
    write_trace: Callable[[str], None] | None


def run(options: WindowOptions, go_on: Callable[[Started], int]) -> int:
    """Begin, and go on with what is there; returns the exit status, which is 2 where the options are refused."""
    keep_memory_small()
    gc.disable()  # `app.sweeper` collects, in the window's thread
    with ExitStack() as resources:
        try:
            options.check()
            trace = TraceFile(options.trace) if options.trace else None
        except OSError as error:
            print(f"visualalbum: {sentence(error, options.trace)}", file=sys.stderr)
            return 2
        except ValueError as error:
            print(f"visualalbum: {error}", file=sys.stderr)
            return 2
        if trace is not None:
            resources.callback(trace.close)
        signals = Signals()
        sound = SoundProcess(options.sound)
        resources.callback(sound.close)
        from visualalbum.store import settings  # no earlier: the sound's process is being read beside it

        kept = settings.load()
        sound.choose(_device(options.audio_device, kept))
        jobs = start_first_worker()
        resources.callback(jobs.close)
        return go_on(Started(kept, signals, sound, jobs, trace.write if trace else None))


def _device(asked: str | None, kept: Settings) -> Device:
    """The device asked for on the command line, else the one that a person has chosen on another day."""
    if asked is not None:
        return Device(asked, asked)
    return Device(kept.device, kept.device_title or kept.device)
