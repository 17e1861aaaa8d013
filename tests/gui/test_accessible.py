"""What a screen reader finds: every control that the keyboard reaches has a name and a role, in every state."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import open_keys
from tests.gui.fakes import FakeEngine
from visualalbum.ui.window import Window


@pytest.fixture(autouse=True)
def _active() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def tree(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """Everything below a node that is to be seen."""
    for number in range(node.childCount()):
        child = node.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield child
            yield from tree(child)


def controls(widget: QWidget) -> list[tuple[str, str]]:
    """Role and name of everything that takes the keyboard."""
    root = QAccessible.queryAccessibleInterface(widget)
    return [
        (one.role().name, one.text(QAccessible.Text.Name))
        for one in tree(root)
        if one.state().focusable and not one.state().disabled
    ]


def unnamed(widget: QWidget) -> list[str]:
    return [role for role, name in controls(widget) if not name.strip()]


def test_the_empty_window_says_what_can_be_done(window: Window, engine: FakeEngine) -> None:
    window.show_timeline(type(engine.timeline)())
    assert unnamed(window) == []
    assert ("Button", "Open an album…") in controls(window)


def test_every_control_of_an_album_is_named(window: Window, tick: Callable[[], None]) -> None:
    tick()
    assert unnamed(window) == []
    names = {name for _, name in controls(window)}
    assert {"Songs", "Volume", "Play (Space)", "Mute (M)", "Full screen (F)"} <= names


@pytest.mark.parametrize("command", ["fullscreen", "help", "figures", "problems"])
def test_every_control_is_named_in_every_state(window: Window, tick: Callable[[], None], command: str) -> None:
    tick()
    window.actions_by_id[command].trigger()
    tick()
    assert unnamed(window) == []


def test_every_field_of_the_keys_is_named_after_its_command(window: Window, qtbot: QtBot) -> None:
    dialog = open_keys(window, qtbot)
    assert unnamed(dialog) == []
    assert {name for _, name in controls(dialog)} >= {f"Key for {title}" for title in ("Mute", "Full screen", "Quit")}
