"""Playing an album in a window, from the first process started to the last one ended."""

from __future__ import annotations

import sys
from contextlib import ExitStack

from visualalbum.app.memory import keep_memory_small
from visualalbum.app.options import PlayOptions, check, wanted_device
from visualalbum.app.signals import Signals
from visualalbum.app.trace_file import TraceFile, sentence
from visualalbum.sound.client import SoundProcess
from visualalbum.store import settings


def play(options: PlayOptions) -> int:
    """Play an album in a window.

    Returns the exit status: 0 fine, 1 nothing to play, 2 wrong usage, 128 and its number where a signal ended it.
    """
    keep_memory_small()
    with ExitStack() as resources:
        try:
            check(options)
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
        kept = settings.load()
        sound = SoundProcess(options.sound, wanted_device(options.audio_device, kept))
        resources.callback(sound.close)
        # Not before the sound's process is up: its device may take longer to wake than all this takes to be read.
        from visualalbum.app.desktop import run

        if signals.number:
            return 128 + signals.number
        return run(options, kept, sound, signals, trace.write if trace else None)
