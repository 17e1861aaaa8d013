"""One choice of several in a menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu


def add_choice(menu: QMenu, group: QActionGroup, chosen: Callable[[], object], text: str = "") -> QAction:
    """Add a choice to a menu: one of its group is checked, and whoever takes it calls `chosen`."""
    action = menu.addAction(text)
    action.setCheckable(True)
    action.setActionGroup(group)
    action.triggered.connect(chosen)
    return action
