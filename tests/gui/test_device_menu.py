"""The menu of sound devices: fresh whenever it is open, one in force, by mouse and keyboard, kept for the next run."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.show import Show
from visualalbum.engine.ports import USUAL, Device
from visualalbum.store import settings
from visualalbum.store.settings import Settings
from visualalbum.ui.device_menu import DeviceMenu
from visualalbum.ui.window import Window

Key = Qt.Key
opens_menus = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing the keyboard)", extend=True)
HALL, BALCONY = Device("hall", "R&B hall"), Device("balcony", "The balcony")


def texts(menu: DeviceMenu) -> list[str]:
    return [action.text() for action in menu.actions()]


def checked(menu: DeviceMenu) -> list[str]:
    return [action.text() for action in menu.actions() if action.isChecked()]


@pytest.fixture
def it(show: Callable[..., Show], qtbot: QtBot) -> Show:
    made = show()
    made.sound.devices = (HALL, BALCONY)
    made.session.start()
    qtbot.waitExposed(made.window)
    return made


def test_every_device_is_offered_and_the_one_wanted_is_checked(window: Window) -> None:
    menu = window.devices
    assert (texts(menu), checked(menu)) == (["As the system has it"], ["As the system has it"])
    menu.show_devices((HALL, BALCONY), BALCONY)
    assert texts(menu) == ["As the system has it", "R&&B hall", "The balcony"]
    assert checked(menu) == ["The balcony"]


@opens_menus
def test_a_device_that_comes_while_the_menu_is_open_is_seen_and_the_row_one_is_at_stays(
    window: Window, qtbot: QtBot
) -> None:
    menu = window.devices
    menu.show_devices((HALL,), USUAL)
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitExposed(menu)
    qtbot.keyClick(menu, Key.Key_Down)
    qtbot.keyClick(menu, Key.Key_Down)
    menu.show_devices((BALCONY, HALL), USUAL)
    assert texts(menu)[1:] == ["The balcony", "R&&B hall"]
    with qtbot.waitSignal(menu.chosen) as chosen:
        qtbot.keyClick(menu, Key.Key_Return)
    assert chosen.args == [HALL]
    assert menu.isHidden()


def test_a_menu_that_is_the_same_is_left_alone(window: Window) -> None:
    window.devices.show_devices((HALL,), USUAL)
    before = window.devices.actions()
    window.devices.show_devices((HALL,), USUAL)
    assert window.devices.actions() == before


@opens_menus
def test_the_list_is_looked_at_anew_whenever_the_menu_opens(it: Show, qtbot: QtBot) -> None:
    for looks in (1, 2):
        it.window.devices.popup(it.window.mapToGlobal(it.window.rect().center()))
        assert it.sound.looks == looks
        it.window.devices.close()
    it.sound.devices = (BALCONY,)
    qtbot.waitUntil(lambda: texts(it.window.devices) == ["As the system has it", "The balcony"])


@opens_menus
def test_a_device_is_reached_by_keys_alone_and_kept(it: Show, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(it.window.devices.actions()) == 3)
    (play,) = [action.menu() for action in it.window.menuBar().actions() if action.text() == "&Play"]
    play.popup(it.window.mapToGlobal(it.window.rect().topLeft()))
    qtbot.waitExposed(play)
    qtbot.keyClick(play, Key.Key_U)
    qtbot.waitUntil(it.window.devices.isVisible)
    for _ in range(2):
        qtbot.keyClick(it.window.devices, Key.Key_Down)
    qtbot.keyClick(it.window.devices, Key.Key_Return)
    assert it.sound.device == BALCONY
    qtbot.waitUntil(lambda: settings.load().device == "balcony")
    assert settings.load().device_title == "The balcony"
    qtbot.waitUntil(lambda: checked(it.window.devices) == ["The balcony"])
    assert QApplication.activePopupWidget() is None


def test_a_choice_leaves_the_other_settings_alone(it: Show, qtbot: QtBot) -> None:
    settings.save(Settings(scheme="light"))
    it.window.devices.chosen.emit(HALL)
    qtbot.waitUntil(lambda: settings.load() == Settings(scheme="light", device="hall", device_title="R&B hall"))
    it.window.devices.chosen.emit(USUAL)
    qtbot.waitUntil(lambda: settings.load() == Settings(scheme="light"))


def test_one_that_cannot_be_opened_is_told_and_not_kept(it: Show, qtbot: QtBot) -> None:
    it.sound.broken = {"hall"}
    it.window.devices.chosen.emit(HALL)
    qtbot.waitUntil(lambda: it.window.area.words.text == "R&B hall cannot be opened")
    assert settings.load().device == ""
    assert checked(it.window.devices) == ["As the system has it"]


def test_a_device_of_the_command_line_is_shown_and_not_kept(show: Callable[..., Show], qtbot: QtBot) -> None:
    made = show()
    made.sound.device = Device("cellar", "cellar")
    made.session.start()
    qtbot.waitUntil(lambda: checked(made.window.devices) == ["cellar (not there now)"])
    made.window.close()
    assert settings.load().device == ""


def test_a_choice_that_cannot_be_written_down_is_told(it: Show, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**values: object) -> None:
        raise OSError(13, "refused", "/config/settings.json")

    monkeypatch.setattr(settings, "change", refuse)
    it.window.devices.chosen.emit(HALL)
    told = "This holds for this run only: /config/settings.json cannot be written"
    qtbot.waitUntil(lambda: it.window.area.words.text == told)
    assert it.sound.device == HALL
