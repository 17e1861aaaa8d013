"""A session with all that is around it, in its Qt application."""

from __future__ import annotations

import gc
import sys
from contextlib import ExitStack

from PySide6.QtCore import QTimer

from visualalbum.app.application import Application
from visualalbum.app.around import Around
from visualalbum.app.chosen_language import ChosenLanguage
from visualalbum.app.chosen_look import ChosenLook
from visualalbum.app.options import PlayOptions
from visualalbum.app.session import Session
from visualalbum.app.starting import Started
from visualalbum.remote.awake import Awake
from visualalbum.remote.bus import SessionBus
from visualalbum.ui.opening import Opening
from visualalbum.ui.tongue import tr

LATER_MS = 2000
"""When what a start has no need of begins, the other workers and the desktop's buses: a start is over by then."""

SWITCH_S = 0.0005
"""Decks' threads get the interpreter lock within 0.7 ms instead of 5 beside the window's Python (measured)."""


def run(options: PlayOptions, started: Started, opening: Opening | None) -> int:
    """Show the window and play until it is closed; returns the exit status."""
    sys.setswitchinterval(SWITCH_S)
    kept, jobs = started.kept, started.jobs
    application = Application(kept)
    with ExitStack() as resources:
        session = Session(options, resources, jobs, started.sound, started.signals, started.write_trace, opening)
        ChosenLook(kept, application.theme, session.window, session)
        ChosenLanguage(kept.language, application.tongue, session.window, session)
        around = Around(session, jobs, SessionBus(), Awake(why=tr("An album is playing")))
        resources.callback(around.close)
        session.start()
        QTimer.singleShot(LATER_MS, jobs.warm)
        QTimer.singleShot(LATER_MS, around.begin)
        gc.freeze()  # what is there now, modules and the window above all, stays and is not swept again
        return application.qt.exec()
