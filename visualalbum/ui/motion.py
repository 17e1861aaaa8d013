"""Whether things may glide and fade, or are to change at once."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QStyle

LESS_MOTION = "lessMotion"
"""The application's property that tells what a person has chosen."""


def want_less_motion(application: QCoreApplication, less: bool) -> None:
    """Have things change at once from now on, or again as the system wants it."""
    application.setProperty(LESS_MOTION, less)


def may_move() -> bool:
    """Whether neither the person nor the system wants less motion."""
    application = QApplication.instance()
    chosen = application is not None and bool(application.property(LESS_MOTION))
    return not chosen and bool(QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration))
