"""Keys that are a widget's own while it has the focus, though the window has them for something else."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def claims(event: QEvent, keys: Collection[Qt.Key]) -> bool:
    """Whether an event asks who wants one of some keys: whoever calls has it then, and no shortcut of the window."""
    return claims_where(event, lambda key: not _modified(key) and key.key() in keys)


def claims_where(event: QEvent, wanted: Callable[[QKeyEvent], bool]) -> bool:
    """The same for the keys that are `wanted`."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent) or not wanted(event):
        return False
    event.accept()
    return True


def _modified(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
