"""Calibrating a machine, from the first process started to the last one ended."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack

from visualalbum.app.memory import keep_memory_small
from visualalbum.app.options import CalibrateOptions, wanted_device
from visualalbum.app.signals import Signals
from visualalbum.app.trace_file import TraceFile, sentence
from visualalbum.sound.client import SoundProcess
from visualalbum.store import settings
from visualalbum.ui.geometry import parse_geometry


def calibrate(options: CalibrateOptions) -> int:
    """Show the bars and play the clicks until an offset is kept, or not.

    Returns the exit status: 0 fine, 1 it did not go, 2 wrong usage, 128 and its number where a signal ended it.
    """
    keep_memory_small()
    with ExitStack() as resources:
        try:
            if options.geometry:
                parse_geometry(options.geometry)
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
        if not options.window:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        # Not before the sound's process is up: its device may take longer to wake than all this takes to be read.
        from visualalbum.app.application import Application
        from visualalbum.app.calibration import Calibration
        from visualalbum.jobs import JobQueue
        from visualalbum.media import conformer, probing

        application = Application(kept)
        jobs = JobQueue(preload=(*conformer.PRELOAD, *probing.PRELOAD))
        resources.callback(jobs.close)
        calibration = Calibration(options, resources, jobs, sound, signals, trace.write if trace else None)
        calibration.start()
        return application.qt.exec()
