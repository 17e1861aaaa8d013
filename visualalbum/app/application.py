"""The Qt application, dressed and speaking as a person has set it."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from visualalbum.store.settings import Settings
from visualalbum.ui.icons import ICON
from visualalbum.ui.theme import Appearance, Theme
from visualalbum.ui.tongue import Tongue


class Application:
    """`qt`, with its `theme` and its `tongue`; where there is no display its windows are seen by nobody."""

    def __init__(self, kept: Settings) -> None:
        if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        self.qt = QApplication(sys.argv[:1])
        self.qt.setApplicationName("visualalbum")
        self.qt.setDesktopFileName("visualalbum")  # whose icon Wayland's desktops take
        self.qt.setWindowIcon(QIcon(str(ICON)))
        self.tongue = Tongue(self.qt)
        self.tongue.speak(kept.language)
        self.theme = Theme(self.qt)
        self.theme.wear(Appearance(kept.scheme, kept.more_contrast, kept.less_motion))
