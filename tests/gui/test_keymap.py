"""Keys that a person gives to commands: no key does two things, and every place that names a key follows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from tests.gui.conftest import open_keys
from tests.gui.fakes import FakeEngine
from visualalbum.ui.commands import COMMANDS
from visualalbum.ui.help import key_rows
from visualalbum.ui.keymap import OWN, Keymap
from visualalbum.ui.keys_dialog import KeysDialog
from visualalbum.ui.window import Window

NO = Qt.KeyboardModifier.NoModifier


def test_no_key_of_the_program_does_two_things() -> None:
    keys = [QKeySequence(key).toString() for command in COMMANDS for key in command.keys]
    assert len(set(keys)) == len(keys)
    assert "" not in keys


def test_a_key_is_taken_from_the_command_that_had_it() -> None:
    keymap = Keymap()
    assert keymap.give("mute", "Space") == "toggle"
    assert (keymap.keys("mute"), keymap.keys("toggle")) == (("Space",), ())
    assert keymap.chosen == {"toggle": (), "mute": ("Space",)}


def test_only_the_first_key_is_exchanged_and_none_takes_all() -> None:
    keymap = Keymap()
    assert keymap.give("fullscreen", "Alt+Return") is None
    assert keymap.keys("fullscreen") == ("Alt+Return", "F11")
    assert keymap.give("fullscreen", "F11") is None
    assert keymap.keys("fullscreen") == ("F11",)
    assert keymap.give("fullscreen", "") is None
    assert keymap.keys("fullscreen") == ()


@pytest.mark.parametrize("chosen", [{"toggle": (), "mute": ("Space",)}, {"mute": ("Space",), "toggle": ()}])
def test_what_was_chosen_is_taken_again_in_any_order(chosen: dict[str, tuple[str, ...]]) -> None:
    keymap = Keymap()
    assert keymap.take(chosen) == []
    assert keymap.chosen == chosen
    keymap.reset()
    assert keymap.chosen == {}


def test_what_means_nothing_is_told_and_the_rest_taken() -> None:
    keymap = Keymap()
    told = keymap.take({"dance": ("D",), "mute": ("Ctrl+Foo", "ctrl+d", "Ctrl+K, Ctrl+X")})
    assert told == ["there is no command 'dance'", "'Ctrl+Foo' is no key", "'Ctrl+K, Ctrl+X' is no key"]
    assert keymap.keys("mute") == ("Ctrl+D",)


def test_the_window_follows_its_keymap(window: Window, engine: FakeEngine, qtbot: QtBot) -> None:
    window.keymap.give("toggle", "P")
    qtbot.keyClick(window, Qt.Key.Key_Space, NO)
    assert engine.calls == []
    qtbot.keyClick(window, Qt.Key.Key_P, NO)
    assert engine.calls[0] == ("toggle",)
    assert window.transport.play.toolTip() in ("Play (P)", "Pause (P)")
    assert ("P", "Play or pause") in key_rows(window.keymap)
    assert "P: Play or pause" in window.area.help.accessibleDescription()


@pytest.fixture
def dialog(window: Window, qtbot: QtBot) -> KeysDialog:
    return open_keys(window, qtbot)


def test_a_key_is_changed_by_pressing_it(window: Window, dialog: KeysDialog, qtbot: QtBot) -> None:
    edit = dialog.edits["mute"]
    assert edit.accessibleName() == "Key for Mute"
    qtbot.keyClick(edit, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.keymap.keys("mute") == ("Space",))
    assert dialog.told.text() == "Mute has the key Space now. It was taken from Play or pause."
    assert dialog.edits["toggle"].keySequence().isEmpty()
    edit.clear()
    assert window.keymap.keys("mute") == ()
    assert dialog.told.text() == "Mute has no key now."


def test_the_original_keys_come_back(window: Window, dialog: KeysDialog) -> None:
    window.keymap.give("toggle", "P")
    assert dialog.edits["toggle"].keySequence() == QKeySequence("P")
    dialog.own.click()
    assert dialog.edits["toggle"].keySequence() == QKeySequence("Space")
    assert window.keymap.keys("fullscreen") == OWN["fullscreen"]


def test_a_closed_dialog_is_gone(window: Window, dialog: KeysDialog, qtbot: QtBot, tick: Callable[[], None]) -> None:
    dialog.accept()
    qtbot.waitUntil(lambda: window.findChild(KeysDialog) is None)
    window.keymap.give("toggle", "P")


def test_the_media_row_works_beside_chosen_keys_unless_one_of_it_is_chosen(window: Window) -> None:
    def shortcuts(command: str) -> list[str]:
        return [key.toString() for key in window.actions_by_id[command].shortcuts()]

    window.keymap.give("next_track", "N")
    assert shortcuts("next_track") == ["N", "Media Next"]
    window.keymap.give("mute", "Media Next")
    assert (shortcuts("next_track"), shortcuts("mute")) == (["N"], ["Media Next"])


def test_no_key_of_the_media_row_does_two_things() -> None:
    keys = [key for command in COMMANDS for key in (*command.keys, *command.media)]
    assert len(set(keys)) == len(keys)
    assert [key for key in keys if QKeySequence(key).toString() != key] == []
