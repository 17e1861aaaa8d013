"""Every key does what the page of keys says, in the window and in full screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.gui.fakes import SECOND_US, FakeEngine, FakePictures
from visualalbum.engine.snapshot import Snapshot, SyncFigures
from visualalbum.ui.commands import COMMANDS
from visualalbum.ui.help import Help
from visualalbum.ui.overlay import Figures
from visualalbum.ui.readers import Readers
from visualalbum.ui.window import Window

Tick = Callable[[], None]
Key = Qt.Key
NO, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize("fullscreen", [False, True])
@pytest.mark.parametrize(
    ("key", "modifier", "call"),
    [
        (Key.Key_Space, NO, ("toggle",)),
        (Key.Key_Left, NO, ("nudge", -5 * SECOND_US)),
        (Key.Key_Right, NO, ("nudge", 5 * SECOND_US)),
        (Key.Key_Left, CTRL, ("previous_track",)),
        (Key.Key_Right, CTRL, ("next_track",)),
        (Key.Key_Home, NO, ("start_of_track",)),
        (Key.Key_Up, NO, ("set_volume", 1.0)),
        (Key.Key_Down, NO, ("set_volume", pytest.approx(0.95**3))),
        (Key.Key_M, NO, ("set_muted", True)),
    ],
)
def test_a_key_asks_the_engine(
    window: Window, engine: FakeEngine, qtbot: QtBot, key: Key, modifier: object, call: object, fullscreen: bool
) -> None:
    if fullscreen:
        window.fullscreen.enter()
        qtbot.waitActive(window)
    qtbot.keyClick(window, key, modifier)
    assert engine.calls[0] == call


def test_m_again_brings_the_sound_back(window: Window, engine: FakeEngine, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Key.Key_M)
    qtbot.keyClick(window, Key.Key_M)
    assert engine.calls == [("set_muted", True), ("set_muted", False)]


def test_two_presses_between_two_snapshots_both_count(window: Window, engine: FakeEngine, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Key.Key_Down)
    qtbot.keyClick(window, Key.Key_Down)
    assert engine.calls[-1] == ("set_volume", pytest.approx(0.9**3))


def test_a_change_of_volume_takes_the_silence_away(window: Window, engine: FakeEngine, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Key.Key_M)
    qtbot.keyClick(window, Key.Key_Down)
    assert engine.calls[1:] == [("set_muted", False), ("set_volume", pytest.approx(0.95**3))]


def test_i_shows_the_sync_figures_and_takes_them_away(
    window: Window, engine: FakeEngine, tick: Tick, qtbot: QtBot
) -> None:
    engine.sync = SyncFigures(median_ms=-0.2)
    tick()
    qtbot.keyClick(window, Key.Key_I)
    assert window.area.figures.isVisible()
    assert ("Median", "−0.2 ms") in window.area.figures.rows
    engine.sync = SyncFigures(median_ms=-0.3)
    tick()
    assert ("Median", "−0.2 ms") in window.area.figures.rows, "nobody reads that fast"
    qtbot.waitUntil(lambda: ("Median", "−0.3 ms") in window.area.figures.rows)
    qtbot.keyClick(window, Key.Key_I)
    assert not window.area.figures.isVisible()


@pytest.mark.parametrize("key", [Key.Key_F, Key.Key_F11])
def test_f_gives_the_stage_the_whole_screen_and_esc_takes_it_back(window: Window, qtbot: QtBot, key: Key) -> None:
    before = window.geometry()
    qtbot.keyClick(window, key)
    assert window.geometry() == window.screen().geometry()
    assert window.stage.size() == window.screen().size()
    assert not any(widget.isVisible() for widget in (window.album, window.menuBar()))
    assert window.area.controls.isAncestorOf(window.transport)
    qtbot.keyClick(window, Key.Key_Escape)
    assert window.geometry() == before
    assert all(widget.isVisible() for widget in (window.album, window.transport, window.menuBar()))
    assert not window.area.controls.isVisible()
    assert window.transport.geometry().bottom() == window.centralWidget().rect().bottom()


def test_f_again_leaves_full_screen_too(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Key.Key_F)
    qtbot.keyClick(window, Key.Key_F)
    assert not window.fullscreen.on


@pytest.mark.parametrize(
    ("key", "words"),
    [(Key.Key_Down, "Volume 95 %"), (Key.Key_M, "Muted"), (Key.Key_Left, "−5 s"), (Key.Key_Right, "+5 s")],
)
def test_in_full_screen_a_key_is_answered_in_a_few_words(window: Window, qtbot: QtBot, key: Key, words: str) -> None:
    qtbot.keyClick(window, key)
    assert not window.area.words.isVisible()
    window.fullscreen.enter()
    qtbot.waitActive(window)
    qtbot.keyClick(window, Key.Key_M)
    qtbot.keyClick(window, Key.Key_M)
    window.playing.set_volume(1.0)
    qtbot.keyClick(window, key)
    assert window.area.words.text == words
    qtbot.waitUntil(lambda: not window.area.words.isVisible())


def test_an_album_opened_in_full_screen_is_there_when_it_is_left(
    qtbot: QtBot, engine: FakeEngine, decks: FakePictures, readers: Readers
) -> None:
    window = Window(engine, decks, readers)
    qtbot.addWidget(window)
    window.fullscreen.enter()
    window.show_timeline(engine.timeline)
    assert window.album.isHidden()
    window.fullscreen.leave()
    assert window.album.isVisible()
    assert window.transport.isVisible()


def test_esc_in_a_window_does_nothing(window: Window, engine: FakeEngine, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Key.Key_Escape)
    assert window.isVisible()
    assert engine.calls == []


def test_the_question_mark_shows_all_keys_and_esc_takes_only_them_away(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Key.Key_F)
    qtbot.keyClick(window, Key.Key_Question)
    assert window.area.help.isVisible()
    qtbot.keyClick(window, Key.Key_Escape)
    assert not window.area.help.isVisible()
    assert window.fullscreen.on


def test_a_page_that_is_hidden_is_not_measured_again_and_again(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[str] = []
    for sheet in (Help, Figures):
        monkeypatch.setattr(sheet, "sizeHint", lambda self: measured.append(type(self).__name__) or QSize(9, 9))
    window.area.show_snapshot(Snapshot(position_us=1))
    assert measured == []
    window.area.toggle_help()
    assert measured == ["Help"]


def test_the_page_of_keys_names_every_key(window: Window) -> None:
    text = window.area.help.accessibleDescription()
    for command in COMMANDS:
        for key in command.keys:
            assert (
                key.split("+")[0].replace("Left", "←").replace("Right", "→").replace("Up", "↑").replace("Down", "↓")
                in text
            )


def test_ctrl_q_closes_the_window_and_says_so_first(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closing):
        qtbot.keyClick(window, Key.Key_Q, CTRL)
    assert not window.isVisible()


def test_ctrl_o_asks_for_a_manifest(window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/albums/a.visualalbum.yaml", ""))
    with qtbot.waitSignal(window.album_chosen) as chosen:
        qtbot.keyClick(window, Key.Key_O, CTRL)
    assert chosen.args == [Path("/albums/a.visualalbum.yaml")]


def test_nothing_is_opened_when_nothing_was_chosen(
    window: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    with qtbot.assertNotEmitted(window.album_chosen):
        qtbot.keyClick(window, Key.Key_O, CTRL)


def test_no_key_stands_for_two_things() -> None:
    keys = [QKeySequence(key).toString() for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))
