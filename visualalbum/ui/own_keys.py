"""Keys that are a widget's own while it has the focus, though the window has them for something else."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def claims(event: QEvent, keys: Collection[Qt.Key]) -> bool:
    """Whether an event asks who wants one of some keys: whoever calls has it then, and no shortcut of the window."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or event.key() not in keys:
        return False
    event.accept()
    return True
