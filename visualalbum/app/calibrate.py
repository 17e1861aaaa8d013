"""Calibrating a machine in a window, or without one."""

from __future__ import annotations

import os
from contextlib import ExitStack

from visualalbum.app import starting
from visualalbum.app.options import CalibrateOptions
from visualalbum.app.starting import Started


def calibrate(options: CalibrateOptions) -> int:
    """Show the bars and play the clicks until an offset is kept, or not.

    Returns the exit status: 0 fine, 1 it did not go, 2 wrong usage, 128 and its number where a signal ended it.
    """

    def go_on(started: Started) -> int:
        if not options.window:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
        # Not before the sound's process is up: its device may take longer to wake than all this takes to be read.
        from visualalbum.app.application import Application
        from visualalbum.app.calibration import Calibration

        application = Application(started.kept)
        if not options.window:
            application.tongue.speak("en")  # as everything on a terminal
        with ExitStack() as resources:
            words = started.jobs, started.sound, started.signals, started.write_trace
            calibration = Calibration(options, resources, *words)
            calibration.start()
            return application.qt.exec()

    return starting.run(options, go_on)
