"""A session with all that is around it, in its Qt application."""

from __future__ import annotations

import gc
from contextlib import ExitStack

from visualalbum.app.application import Application
from visualalbum.app.around import Around
from visualalbum.app.chosen_language import ChosenLanguage
from visualalbum.app.chosen_look import ChosenLook
from visualalbum.app.options import PlayOptions
from visualalbum.app.session import Session
from visualalbum.app.starting import Started
from visualalbum.jobs import JobQueue
from visualalbum.media import conformer, probing
from visualalbum.remote.awake import Awake
from visualalbum.remote.bus import SessionBus
from visualalbum.ui.tongue import tr

OWN = ("visualalbum.media.preview", "visualalbum.ui.still_reading", "visualalbum.ui.picture_writing")
PRELOAD = (*conformer.PRELOAD, *probing.PRELOAD, *OWN)


def run(options: PlayOptions, started: Started) -> int:
    """Show the window and play until it is closed; returns the exit status."""
    kept = started.kept
    application = Application(kept)
    with ExitStack() as resources:
        jobs = JobQueue(preload=PRELOAD)
        resources.callback(jobs.close)
        jobs.warm()
        session = Session(options, resources, jobs, started.sound, started.signals, started.write_trace)
        ChosenLook(kept, application.theme, session.window, session)
        ChosenLanguage(kept.language, application.tongue, session.window, session)
        around = Around(session, jobs, SessionBus(), Awake(why=tr("An album is playing")))
        resources.callback(around.close)
        session.start()
        gc.freeze()  # what is there now, modules and the window above all, stays and is not swept again
        return application.qt.exec()
