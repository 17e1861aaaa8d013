"""In full screen the controls and the pointer are there for a hand that moves, and for nobody else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import fill_screen, move_pointer
from visualalbum.ui.colours import DARK, DARK_CONTRAST, Colours
from visualalbum.ui.controls import REST_MS, Controls
from visualalbum.ui.motion import want_less_motion
from visualalbum.ui.theme import Appearance, Theme
from visualalbum.ui.window import Window

Key = Qt.Key


@pytest.fixture
def controls(window: Window, qtbot: QtBot) -> Iterator[Controls]:
    """The controls in full screen, called for; the pointer in the middle of the stage."""
    window.fullscreen.enter()
    qtbot.waitActive(window)
    QCursor.setPos(window.mapToGlobal(window.rect().center()))
    assert not window.area.controls.seen, "the stage is bare at first"
    assert window.stage.cursor().shape() is Qt.CursorShape.BlankCursor
    window.area.controls.wake()
    yield window.area.controls
    want_less_motion(QApplication.instance(), False)


def rest(controls: Controls, qtbot: QtBot) -> None:
    """Let the time pass for which nothing has moved."""
    controls._timer.setInterval(1)
    controls._timer.start()
    qtbot.waitUntil(lambda: not controls.seen)


def has_rested(controls: Controls) -> None:
    controls._on_rest()


def test_they_show_themselves_for_a_moment_and_go_with_the_pointer(
    window: Window, controls: Controls, qtbot: QtBot
) -> None:
    assert controls.isVisible()
    assert controls._timer.interval() == REST_MS
    rest(controls, qtbot)
    assert window.stage.cursor().shape() is Qt.CursorShape.BlankCursor


def test_they_come_with_the_pointer_when_it_moves(window: Window, controls: Controls, qtbot: QtBot) -> None:
    rest(controls, qtbot)
    move_pointer(window.stage, QPoint(40, 40))
    assert controls.isVisible()
    assert window.stage.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_table_that_shakes_does_not_bring_them(window: Window, controls: Controls, qtbot: QtBot) -> None:
    rest(controls, qtbot)
    here = window.stage.mapFromGlobal(QCursor.pos())
    for place in (here, here + QPoint(1, 0), here + QPoint(0, 1)):
        move_pointer(window.stage, place)
    assert not controls.isVisible()
    assert window.stage.cursor().shape() is Qt.CursorShape.BlankCursor


def test_in_the_window_the_pointer_stays_and_nothing_comes(window: Window) -> None:
    move_pointer(window.stage, QPoint(40, 40))
    assert not window.area.controls.seen
    assert window.stage.cursor().shape() is Qt.CursorShape.ArrowCursor


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Left, Key.Key_Right, Key.Key_Home])
def test_a_key_that_moves_the_song_shows_where_it_is_and_leaves_the_pointer_hidden(
    window: Window, controls: Controls, qtbot: QtBot, key: Key
) -> None:
    rest(controls, qtbot)
    qtbot.keyClick(window, key)
    assert controls.isVisible()
    assert window.stage.cursor().shape() is Qt.CursorShape.BlankCursor


@pytest.mark.parametrize("key", [Key.Key_Up, Key.Key_M, Key.Key_W])
def test_other_keys_leave_the_picture_alone(window: Window, controls: Controls, qtbot: QtBot, key: Key) -> None:
    rest(controls, qtbot)
    qtbot.keyClick(window, key)
    assert not controls.isVisible()


def test_they_stay_while_the_pointer_is_on_them(window: Window, controls: Controls, qtbot: QtBot) -> None:
    QCursor.setPos(controls.mapToGlobal(controls.rect().center()))
    has_rested(controls)
    assert controls.isVisible()
    QCursor.setPos(window.mapToGlobal(QPoint(5, 5)))
    has_rested(controls)
    qtbot.waitUntil(lambda: not controls.seen)


def test_they_stay_while_a_menu_is_open(
    window: Window, controls: Controls, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "activePopupWidget", lambda: QMenu(window))
    has_rested(controls)
    assert controls.isVisible()
    monkeypatch.undo()
    has_rested(controls)
    qtbot.waitUntil(lambda: not controls.seen)


def test_tab_brings_them_and_walks_through_them(window: Window, controls: Controls, qtbot: QtBot) -> None:
    rest(controls, qtbot)
    qtbot.keyClick(QApplication.focusWidget() or window, Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert controls.isVisible()
    assert focus is not None and controls.isAncestorOf(focus)
    qtbot.keyClick(focus, Key.Key_Tab)
    assert controls.isAncestorOf(QApplication.focusWidget() or window)
    assert controls._timer.interval() > REST_MS


def test_the_keyboard_goes_back_to_the_stage_with_them(window: Window, controls: Controls, qtbot: QtBot) -> None:
    window.transport.play.setFocus(Qt.FocusReason.TabFocusReason)
    has_rested(controls)
    qtbot.waitUntil(lambda: not controls.seen)
    assert QApplication.focusWidget() is window.stage


def test_with_less_motion_they_go_at_once(window: Window, controls: Controls) -> None:
    want_less_motion(QApplication.instance(), True)
    has_rested(controls)
    assert not controls.seen


def test_a_hand_that_moves_while_they_fade_has_them_back_whole(window: Window, controls: Controls) -> None:
    has_rested(controls)
    assert controls.seen and not controls.isVisible()
    move_pointer(window.stage, QPoint(40, 40))
    assert controls.isVisible()
    assert not controls._fading.isVisible()


@pytest.mark.parametrize(("more_contrast", "over"), [(False, DARK), (True, DARK_CONTRAST)])
def test_they_are_dark_over_the_picture_and_the_themes_own_in_the_window(
    window: Window, theme: Theme, more_contrast: bool, over: Colours
) -> None:
    theme.wear(Appearance("light", more_contrast))
    window.fullscreen.enter()
    for widget in (window.area.controls, window.transport, window.transport.play, window.transport.title):
        assert widget.palette().window().color() == QColor(over.ground)
        assert widget.palette().highlight().color() == QColor(over.accent)
    window.fullscreen.leave()
    for widget in (window.transport, window.transport.play, window.transport.title):
        assert widget.palette().window() == QApplication.palette().window()
    assert not window.transport.autoFillBackground()


class Paints(QObject):
    """Counts what is painted of some widgets."""

    def __init__(self, widgets: list[QWidget]) -> None:
        super().__init__()
        self.count = 0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_a_picture_of_the_film_under_them_paints_none_of_them_again(
    window: Window, controls: Controls, qtbot: QtBot
) -> None:
    qtbot.waitExposed(window)
    QApplication.processEvents()
    paints = Paints([window.transport, *window.transport.findChildren(QWidget)])
    window.stage.repaint()
    QApplication.processEvents()
    assert paints.count == 0


@pytest.mark.parametrize("size", [(480, 760), (480, 270), (1280, 720)])
def test_they_fit_into_every_screen(window: Window, controls: Controls, size: tuple[int, int]) -> None:
    fill_screen(window, size)
    window.transport.words.show()
    window.transport.captions.show()
    QApplication.processEvents()
    assert window.area.rect().contains(controls.geometry())
    for control in controls.findChildren(QWidget):
        if control.isVisible():
            place = control.mapTo(controls, QPoint())
            assert controls.rect().contains(place) and controls.rect().right() >= place.x() + control.width() - 1
