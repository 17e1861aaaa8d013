"""The Qt application that a session lives in."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import ExitStack

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from visualalbum.app.around import Around
from visualalbum.app.chosen_language import ChosenLanguage
from visualalbum.app.chosen_look import ChosenLook
from visualalbum.app.options import PlayOptions
from visualalbum.app.session import Session
from visualalbum.app.signals import Signals
from visualalbum.jobs import JobQueue
from visualalbum.media import conformer, probing
from visualalbum.remote.awake import Awake
from visualalbum.remote.bus import SessionBus
from visualalbum.sound.client import SoundProcess
from visualalbum.store.settings import Settings
from visualalbum.ui.icons import ICON
from visualalbum.ui.theme import Theme
from visualalbum.ui.tongue import Tongue, tr

OWN = ("visualalbum.media.preview", "visualalbum.ui.still_reading", "visualalbum.ui.picture_writing")
PRELOAD = (*conformer.PRELOAD, *probing.PRELOAD, *OWN)


def run(
    options: PlayOptions,
    kept: Settings,
    sound: SoundProcess,
    signals: Signals,
    write_trace: Callable[[str], None] | None,
) -> int:
    """Show the window and play until it is closed; returns the exit status."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv[:1])
    application.setApplicationName("visualalbum")
    application.setDesktopFileName("visualalbum")  # whose icon Wayland's desktops take
    application.setWindowIcon(QIcon(str(ICON)))
    tongue = Tongue(application)
    tongue.speak(kept.language)
    theme = Theme(application)
    with ExitStack() as resources:
        jobs = JobQueue(preload=PRELOAD)
        resources.callback(jobs.close)
        jobs.warm()
        session = Session(options, resources, jobs, sound, signals, write_trace)
        ChosenLook(kept, theme, session.window, session)
        ChosenLanguage(kept.language, tongue, session.window, session)
        around = Around(session, jobs, SessionBus(), Awake(why=tr("An album is playing")))
        resources.callback(around.close)
        session.start()
        return application.exec()
