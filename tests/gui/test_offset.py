"""The offset that holds while an album plays: by device, by screen, and by the command line before both."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.show import Show
from visualalbum.app import offset
from visualalbum.engine.ports import Device
from visualalbum.store import settings
from visualalbum.store.offsets import Offset
from visualalbum.store.settings import Settings

OFFSETS = (
    Offset(device="", screen="near", offset_ms=20),
    Offset(device="hall", screen="near", offset_ms=80),
    Offset(device="hall", screen="far", offset_ms=-15),
)


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The name of the screen that the window is on, in a list that a test may change."""
    name = ["near"]
    monkeypatch.setattr(offset, "screen_name", lambda _: name[0])
    return name


@pytest.fixture
def started(show: Callable[..., Show], screen: list[str]) -> Callable[..., Show]:
    """Makes sessions that have begun, with some offsets kept."""
    settings.save(Settings(offsets=OFFSETS))

    def started(**options: object) -> Show:
        made = show(**options)
        made.session.start()
        return made

    return started


def holds(qtbot: QtBot, it: Show, offset_ms: int) -> None:
    qtbot.waitUntil(lambda: it.engine.tick().offset_us == offset_ms * 1000)


def test_what_is_kept_for_the_device_holds_from_the_start_and_for_another_one_once_it_plays(
    started: Callable[..., Show], qtbot: QtBot
) -> None:
    it = started()
    assert it.engine.tick().offset_us == 20_000
    it.window.devices.chosen.emit(Device("hall", "The hall"))
    holds(qtbot, it, 80)
    it.window.devices.chosen.emit(Device("cellar", "The cellar"))
    holds(qtbot, it, 0)


def test_a_window_on_another_screen_has_that_ones_offset(
    started: Callable[..., Show], qtbot: QtBot, screen: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    it = started()
    it.window.devices.chosen.emit(Device("hall", "The hall"))
    holds(qtbot, it, 80)
    screen[0] = "far"
    monkeypatch.setattr(it.window, "screen", lambda: screen)
    holds(qtbot, it, -15)


@pytest.mark.parametrize("asked_ms", [45.5, 0.0])
def test_the_command_lines_offset_wins_even_where_it_is_none(
    asked_ms: float, started: Callable[..., Show], qtbot: QtBot
) -> None:
    it = started(offset_ms=asked_ms)
    it.window.devices.chosen.emit(Device("hall", "The hall"))
    qtbot.waitUntil(lambda: settings.load().device == "hall")
    assert it.engine.tick().offset_us == asked_ms * 1000
