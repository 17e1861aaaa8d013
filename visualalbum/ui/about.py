"""What Qt is here: its version, the screens it sees and its fonts with Japanese. `python -m` prints it as JSON."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import PySide6
from PySide6.QtCore import qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication

from visualalbum.ui.screen import screen_name


def has_display() -> bool:
    """Tell whether there is anything to show a window on; only X11 and Wayland can be without."""
    return not sys.platform.startswith("linux") or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY")))


def about() -> dict[str, Any]:
    """Facts: `pyside` and `qt` versions, `platform`, `screens` by names and size, and the `japanese` font families.

    Qt ends the process where it cannot reach the display that is named.
    """
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication(sys.argv[:1])
    screens = [
        {
            "name": screen.name(),
            "whole_name": screen_name(screen),
            "width_px": round(screen.size().width() * screen.devicePixelRatio()),
            "height_px": round(screen.size().height() * screen.devicePixelRatio()),
            "rate_hz": screen.refreshRate(),
        }
        for screen in application.screens()
    ]
    return {
        "pyside": PySide6.__version__,
        "qt": qVersion(),
        "platform": application.platformName(),
        "screens": screens if has_display() else [],
        "japanese": QFontDatabase.families(QFontDatabase.WritingSystem.Japanese),
    }


if __name__ == "__main__":
    print(json.dumps(about()))
