"""Small things that keys and pointers do everywhere: nothing needs the other one, and nothing keeps the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import open_keys, save_still
from tests.gui.fakes import SECOND_US, FakeEngine, InlineJobs
from visualalbum.model import Picture
from visualalbum.timeline.booklet import Booklet, Plate
from visualalbum.timeline.cues import TextFile, Timeline
from visualalbum.timeline.mode import Mode
from visualalbum.ui.keys_dialog import KeysDialog
from visualalbum.ui.window import Window

# What the offscreen platform says of every menu.
pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support (raise|grabbing)", extend=True)

Tick = Callable[[], None]
Key = Qt.Key

WORDS = "[00:01.00]One\n[00:02.00]Two\n[00:03.00]Three\n"
ESSAY = "First. {t=0:01}\n\nSecond. {t=0:30}\n\nThird. {t=1:00}\n"


@pytest.fixture
def filled(window: Window, engine: FakeEngine, jobs: InlineJobs, tick: Tick, qtbot: QtBot, tmp_path: Path) -> Window:
    """The window with words, an essay, three pictures, and all three ways."""
    (tmp_path / "w.lrc").write_text(WORDS)
    (tmp_path / "e.md").write_text(ESSAY)
    pictures = (save_still(tmp_path / f"{name}.png", "#346") for name in "abc")
    plates = tuple(Plate(path, Picture(image=path.name, alt=f"Picture {path.stem}")) for path in pictures)
    first, *others = engine.timeline.tracks
    track = replace(first, lyrics=(TextFile(tmp_path / "w.lrc"),), essay=(TextFile(tmp_path / "e.md"),))
    engine.timeline = replace(
        engine.timeline, tracks=(track, *others), booklet=Booklet(plates=plates), modes=tuple(Mode)
    )
    window.show_timeline(engine.timeline)
    engine.locate(1_500_000)
    tick()
    for _ in range(3):
        jobs.run()
        qtbot.waitUntil(lambda: not window._readers.texts._errands.under_way)
        tick()
    engine.calls.clear()
    return window


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def walk(window: Window, qtbot: QtBot, count: int) -> list[QWidget]:
    """Where Tab leads from the stage."""
    window.stage.setFocus()
    found = []
    for _ in range(count):
        qtbot.keyClick(focused(), Key.Key_Tab)
        found.append(focused())
    return found


def middle(window: Window, widget: QWidget) -> QPoint:
    return widget.mapTo(window, widget.rect().center())


def test_tab_follows_the_eye_and_comes_round(filled: Window, qtbot: QtBot) -> None:
    ways, bar, transport = filled.album.ways, filled.album.leaves.bar, filled.transport
    found = walk(filled, qtbot, 16)
    stops = [*ways.buttons.values(), bar, filled.album.songs, transport.seek, transport.previous, transport.play,
             transport.next, transport.mute, transport.volume, transport.words, transport.figures,
             transport.fullscreen]  # fmt: skip
    assert found[: len(stops)] == stops
    assert set(found[len(stops) :]) <= set(stops), "it begins again"
    for before, after in pairwise(stops):
        one, other = middle(filled, before), middle(filled, after)
        assert other.y() > one.y() or other.x() > one.x(), after.accessibleName()


@pytest.mark.parametrize("size", [(480, 720), (1280, 800)])
def test_everything_that_is_clicked_is_large_enough(filled: Window, size: tuple[int, int]) -> None:
    filled.resize(*size)
    QApplication.processEvents()
    small = [
        (widget.accessibleName() or widget.objectName(), widget.size())
        for kind in (QAbstractButton, QAbstractSlider)
        for widget in filled.findChildren(kind)
        if widget.isVisible() and widget.focusPolicy() and min(widget.width(), widget.height()) < 24
    ]
    bar = filled.album.leaves.bar
    tabs = ((bar.tabText(n), bar.tabRect(n).size()) for n in range(bar.count()) if bar.isTabVisible(n))
    small += [(text, size) for text, size in tabs if size.height() < 24]
    assert small == []


def test_enter_presses_a_way_and_arrows_turn_the_leaves(filled: Window, qtbot: QtBot, engine: FakeEngine) -> None:
    with qtbot.waitSignal(filled.mode_chosen) as chosen:
        filled.album.ways.buttons[Mode.SONGS].setFocus()
        qtbot.keyClick(focused(), Key.Key_Return)
    assert chosen.args == [Mode.SONGS]
    bar = filled.album.leaves.bar
    bar.setFocus()
    qtbot.keyClick(bar, Key.Key_Right)
    assert filled.album.words.isVisible()
    assert engine.calls == [], "the song stays where it is"


def test_arrows_on_the_volume_are_its_own(filled: Window, qtbot: QtBot, engine: FakeEngine) -> None:
    volume = filled.transport.volume
    volume.setFocus()
    for key in (Key.Key_Left, Key.Key_Down, Key.Key_Home):
        qtbot.keyClick(volume, key)
    assert {call[0] for call in engine.calls} == {"set_volume"}
    assert engine.calls[-1] == ("set_volume", 0.0)


def test_with_nothing_to_play_space_presses_what_has_the_keyboard(window: Window, qtbot: QtBot) -> None:
    window.show_timeline(Timeline())
    with qtbot.waitSignal(window.empty.open_asked):
        window.empty.open_asked.disconnect(window._on_open)
        window.empty.button.setFocus()
        qtbot.keyClick(window.empty.button, Key.Key_Space)


def test_the_key_of_a_leaf_that_is_shown_gives_it_the_keyboard(filled: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(filled, Key.Key_2)
    assert filled.album.words.isVisible()
    assert focused() is filled.stage
    qtbot.keyClick(filled, Key.Key_2)
    assert focused() is filled.album.words
    assert filled.album.words.currentIndex().data() == "One", "the line that is on"
    qtbot.keyClick(filled.album.words, Key.Key_Escape)
    assert focused() is filled.stage


def test_an_essay_is_walked_through_and_a_paragraph_entered(filled: Window, qtbot: QtBot, engine: FakeEngine) -> None:
    essay = filled.album.essay
    for _ in range(2):
        qtbot.keyClick(filled, Key.Key_3)
    assert focused() is essay
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Return):
        qtbot.keyClick(essay, key)
    assert engine.calls == [("locate", 30 * SECOND_US)]
    assert essay.textCursor().block().text() == "Second.", "where a screen reader reads on"


def test_a_picture_left_by_esc_gives_the_keyboard_back_to_the_gallery(filled: Window, qtbot: QtBot) -> None:
    gallery = filled.album.gallery
    for _ in range(2):
        qtbot.keyClick(filled, Key.Key_4)
    for key in (Key.Key_Return, Key.Key_Right, Key.Key_Right):
        qtbot.keyClick(focused(), key)
    assert filled.plate.isVisible()
    filled.transport.play.setFocus()
    qtbot.keyClick(filled.transport.play, Key.Key_Escape)
    assert not filled.plate.isVisible()
    assert (focused(), gallery.currentIndex().row()) == (gallery, 2)


def ask_for_menu(widget: QWidget, place: QPoint, *, by_key: bool) -> QMenu:
    """Have the menu of a place; it is the caller's to close."""
    reason = QContextMenuEvent.Reason.Keyboard if by_key else QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def texts(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]


def test_a_line_has_a_menu_of_its_own_by_key_and_by_mouse(filled: Window, qtbot: QtBot, engine: FakeEngine) -> None:
    words = filled.album.words
    for _ in range(2):
        qtbot.keyClick(filled, Key.Key_2)
    qtbot.keyClick(words, Key.Key_Down)
    menu = ask_for_menu(words, QPoint(), by_key=True)
    assert texts(menu) == ["Go to this line", "Copy this line", "Words sooner", "Words later", "Words as written"]
    assert menu.activeAction() is menu.actions()[0]
    qtbot.keyClick(menu, Key.Key_Return)
    assert engine.calls == [("locate", 2 * SECOND_US)]
    place = words.visualRect(words.lines.index(2)).center()
    menu = ask_for_menu(words.viewport(), place, by_key=False)
    assert menu.activeAction() is None
    menu.actions()[1].trigger()
    menu.close()
    assert QGuiApplication.clipboard().text() == "Three"


def test_songs_pictures_and_the_stage_have_menus_too(filled: Window, qtbot: QtBot, engine: FakeEngine) -> None:
    songs, gallery = filled.album.songs, filled.album.gallery
    menu = ask_for_menu(songs.viewport(), songs.visualRect(songs.songs.index(1)).center(), by_key=False)
    menu.actions()[0].trigger()
    menu.close()
    assert ("locate", 95 * SECOND_US) in engine.calls
    qtbot.keyClick(filled, Key.Key_4)
    menu = ask_for_menu(gallery.viewport(), gallery.visualRect(gallery.plates.index(1)).center(), by_key=False)
    menu.actions()[0].trigger()
    menu.close()
    assert filled.plate.row == 1
    filled._on_seen()
    menu = ask_for_menu(filled.stage, QPoint(50, 50), by_key=False)
    assert {"Play or pause", "Full screen", "Words on the picture", "Save the picture shown"} <= set(texts(menu))
    menu.close()


def test_beside_the_rows_there_is_no_menu(filled: Window) -> None:
    viewport = filled.album.songs.viewport()
    place = viewport.rect().bottomRight() - QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    assert QApplication.activePopupWidget() is None


def test_f10_opens_the_first_menu(filled: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(filled, Key.Key_F10)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Quit" in texts(menu)
    menu.close()


def test_esc_is_left_to_the_dialog_of_the_keys_and_backspace_takes_one_away(filled: Window, qtbot: QtBot) -> None:
    dialog = open_keys(filled, qtbot)
    field = dialog.edits["mute"]
    qtbot.keyClick(field, Key.Key_Backspace)
    assert filled.keymap.keys("mute") == ()
    escape = QKeyEvent(QEvent.Type.KeyPress, Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert not field.event(escape) and not escape.isAccepted(), "it goes on to the dialog, which closes"
    assert filled.keymap.keys("leave") == ("Esc",)


def test_on_a_small_stage_the_keys_are_shown_where_they_can_be_read(filled: Window, qtbot: QtBot) -> None:
    filled.resize(480, 720)
    QApplication.processEvents()
    qtbot.keyClick(filled, Key.Key_Question)
    assert not filled.area.help.isVisible()
    dialog = filled.findChild(KeysDialog)
    assert dialog is not None and dialog.isVisible()
    dialog.close()
