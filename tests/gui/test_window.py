"""What the mouse does reaches the engine, what the engine says is seen, and an album is shown as far as it is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.clock import Clock
from tests.gui.fakes import SECOND_US, FakeEngine, FakePictures, InlineJobs, long_album
from visualalbum.engine.ports import Fault
from visualalbum.problems import Place, Problem, Severity
from visualalbum.timeline.cues import Timeline
from visualalbum.ui.geometry import parse_geometry
from visualalbum.ui.icons import Icon
from visualalbum.ui.readers import Readers
from visualalbum.ui.window import Window

Tick = Callable[[], None]
Key = Qt.Key
NO, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ERROR = Problem(Place("a.yaml", 4, 2), Severity.ERROR, "rule", "it is wrong", "mend it")


def drop(window: Window, *urls: QUrl) -> bool:
    mime = QMimeData()
    mime.setUrls(list(urls))
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NO)
    event.setAccepted(False)
    window.dropEvent(event)
    return event.isAccepted()


def test_a_manifest_that_is_dropped_is_opened(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.album_chosen) as chosen:
        assert drop(window, QUrl.fromLocalFile("/x.png"), QUrl.fromLocalFile("/albums/a.visualalbum.YAML"))
    assert chosen.args == [Path("/albums/a.visualalbum.YAML")]


@pytest.mark.parametrize("name", ["a.visualalbum.zip", "A.ZIP"])
def test_a_bundle_that_is_dropped_is_opened(window: Window, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(window.album_chosen) as chosen:
        assert drop(window, QUrl.fromLocalFile("/x.png"), QUrl.fromLocalFile(f"/albums/{name}"))
    assert chosen.args == [Path(f"/albums/{name}")]


def test_a_folder_with_a_manifest_is_opened_while_an_album_plays(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "a.visualalbum.yaml").touch()
    with qtbot.waitSignal(window.album_chosen) as chosen:
        assert drop(window, QUrl.fromLocalFile(str(tmp_path)))
    assert chosen.args == [tmp_path]


def test_a_folder_without_one_is_told_and_the_album_plays_on(window: Window, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.assertNotEmitted(window.album_chosen):
        assert drop(window, QUrl.fromLocalFile(str(tmp_path)))
    assert window.area.words.text.startswith(f"There is no NAME.visualalbum.yaml in {tmp_path.name}: drop ")


@pytest.mark.parametrize("url", ["file:///a.png", "https://example.org/a.yaml", "", "file://"])
def test_anything_else_that_is_dropped_is_let_fall(window: Window, qtbot: QtBot, url: str) -> None:
    with qtbot.assertNotEmitted(window.album_chosen):
        assert not drop(window, QUrl(url))


def test_a_double_click_on_a_song_plays_it(window: Window, engine: FakeEngine, qtbot: QtBot) -> None:
    songs = window.album.songs
    place = songs.visualRect(songs.model().index(1, 0)).center()
    qtbot.mouseClick(songs.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(songs.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert engine.calls == [("locate", 95 * SECOND_US), ("roll",)]


def test_a_click_on_a_song_leaves_the_arrows_to_the_volume(window: Window, engine: FakeEngine, qtbot: QtBot) -> None:
    songs = window.album.songs
    qtbot.mouseClick(
        songs.viewport(), Qt.MouseButton.LeftButton, pos=songs.visualRect(songs.model().index(1, 0)).center()
    )
    qtbot.keyClick(QApplication.focusWidget() or window, Key.Key_Up)
    assert engine.calls == [("set_volume", 1.0)]


def test_who_comes_to_the_songs_by_tab_chooses_with_the_arrows(
    window: Window, engine: FakeEngine, qtbot: QtBot
) -> None:
    songs = window.album.songs
    songs.setFocus(Qt.FocusReason.TabFocusReason)
    songs.setCurrentIndex(songs.model().index(0, 0))
    qtbot.keyClick(songs, Key.Key_Down)
    qtbot.keyClick(songs, Key.Key_Return)
    assert engine.calls == [("locate", 95 * SECOND_US), ("roll",)]


def test_space_is_the_transports_wherever_the_focus_is(window: Window, engine: FakeEngine, qtbot: QtBot) -> None:
    for widget in (window.album.songs, window.transport.mute, window.transport.seek):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.keyClick(widget, Key.Key_Space)
    assert [call for call in engine.calls if call == ("toggle",)] == [("toggle",)] * 3
    assert ("set_muted", True) not in engine.calls


def test_a_double_click_on_the_stage_is_full_screen_and_back(window: Window, qtbot: QtBot) -> None:
    qtbot.mouseDClick(window.stage, Qt.MouseButton.LeftButton)
    assert window.fullscreen.on
    qtbot.mouseDClick(window.stage, Qt.MouseButton.LeftButton)
    assert not window.fullscreen.on


def test_the_snapshot_is_seen_everywhere(window: Window, engine: FakeEngine, clock: Clock, tick: Tick) -> None:
    engine.locate(97 * SECOND_US)
    engine.roll()
    engine.set_volume(0.5**3)
    clock.pass_s(3)
    tick()
    assert window.transport.times.text() == "0:05 / 3:10"
    assert window.transport.seek.value() == 5000
    assert window.transport.volume.value() == 50
    assert window.transport.play.icon_shown is Icon.PAUSE
    assert "Backstage" in window.windowTitle()
    index = window.album.songs.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("playing")


def test_a_fault_is_noted_and_the_note_goes_when_it_is_mended(window: Window, engine: FakeEngine, tick: Tick) -> None:
    engine.faults = (Fault("film-lost", "f.mkv", "the film is gone"),)
    tick()
    assert window.area.note.isVisible()
    assert window.area.note.lines == ("The film is gone.",)
    engine.faults = ()
    tick()
    assert not window.area.note.isVisible()


def test_in_full_screen_a_note_is_brief_and_comes_back_with_the_window(
    window: Window, engine: FakeEngine, tick: Tick, qtbot: QtBot
) -> None:
    window.area.note._timer.setInterval(1)
    window.fullscreen.enter()
    engine.faults = (Fault("film-lost", "f.mkv", "the film is gone"),)
    tick()
    qtbot.waitUntil(lambda: not window.area.note.isVisible())
    tick()
    assert not window.area.note.isVisible()
    window.fullscreen.leave()
    assert window.area.note.isVisible()


def test_a_broken_still_is_noted_too(
    window: Window, engine: FakeEngine, tick: Tick, jobs: InlineJobs, qtbot: QtBot
) -> None:
    engine.locate(65 * SECOND_US)
    tick()
    qtbot.waitUntil(lambda: bool(jobs.waiting))
    jobs.run()
    qtbot.waitUntil(lambda: bool(window.area.note.lines))
    assert any("rehearsal.png cannot be read" in line for line in window.area.note.lines)


def test_an_album_shows_its_names_before_its_lengths_are_known(window: Window, engine: FakeEngine, tick: Tick) -> None:
    unread = tuple(replace(track, start_us=0, end_us=0) for track in engine.timeline.tracks)
    window.show_timeline(replace(engine.timeline, tracks=unread, films=(), stills=()))
    window.show_progress(1, 8)
    model = window.album.songs.model()
    assert model.index(0, 0).data() == "Locker room"
    assert window.album.progress.text() == "Reading the album: 1 of 8 files"
    assert window.album.bar.isVisible()
    assert not window.transport.seek.isEnabled()
    window.show_timeline(engine.timeline)
    window.show_progress(8, 8)
    tick()
    assert not window.album.bar.isVisible()
    assert window.transport.seek.isEnabled()


def test_a_title_that_looks_like_markup_is_shown_as_it_is(window: Window, engine: FakeEngine) -> None:
    wild = "<img src=x><b>bold & brash"
    track = replace(engine.timeline.tracks[0], title=wild, artist=wild)
    window.show_timeline(replace(engine.timeline, title=wild, artist=wild, tracks=(track,)))
    labels = (window.album.title, window.album.artist, window.transport.title)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    tip = window.album.songs.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img src=x&gt;&lt;b&gt;bold &amp; brash" in tip


def test_a_title_without_end_does_not_blow_up_the_window(window: Window, engine: FakeEngine) -> None:
    window.show_timeline(replace(engine.timeline, title="word " * 100_000, artist="x" * 1_000_000))
    assert window.minimumSizeHint().width() <= 480
    assert window.minimumSizeHint().height() <= 900


def test_a_long_album_is_shown_whole(window: Window) -> None:
    window.show_timeline(long_album(400))
    assert window.album.songs.model().rowCount() == 400


def page(window: Window) -> QWidget:
    return window._pages.currentWidget()


@pytest.fixture
def empty(qtbot: QtBot, decks: FakePictures, readers: Readers, clock: Clock) -> Window:
    """A window without an album."""
    window = Window(FakeEngine(Timeline(), clock), decks, readers)
    qtbot.addWidget(window)
    return window


def test_without_an_album_the_window_says_how_to_open_one(empty: Window) -> None:
    assert page(empty) is empty.empty
    assert empty.transport.isHidden()
    assert empty.album.isHidden()


def test_a_manifest_nothing_of_which_plays_shows_its_problems(empty: Window) -> None:
    empty.show_problems([ERROR])
    assert page(empty) is empty.problems


def test_the_geometry_of_the_command_line_is_taken(window: Window) -> None:
    window.place(parse_geometry("640x480+20+10"))
    assert (window.width(), window.height(), window.x(), window.y()) == (640, 480, 20, 10)


def test_a_narrow_window_has_the_songs_below_the_stage(window: Window, qtbot: QtBot) -> None:
    window.resize(480, 760)
    qtbot.waitUntil(lambda: window.album.y() > 0 and window.album.x() == 0)
    assert window.width() == 480
    window.resize(1180, 720)
    qtbot.waitUntil(lambda: window.album.x() > 0)


def test_everything_that_takes_the_focus_has_a_name(window: Window) -> None:
    window.show_problems([ERROR])
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.objectName().startswith("qt_")
        and not (widget.accessibleName() or getattr(widget, "text", str)())
    ]
    assert nameless == []


def test_tab_walks_from_the_songs_through_the_transport_and_every_stop_is_seen(window: Window, qtbot: QtBot) -> None:
    window.show_problems([])
    transport = window.transport
    expected = [
        window.album.songs,
        transport.seek,
        transport.previous,
        transport.play,
        transport.next,
        transport.mute,
        transport.volume,
        transport.figures,
        transport.fullscreen,
    ]
    window.album.songs.setFocus(Qt.FocusReason.TabFocusReason)
    stops = []
    for _ in expected:
        focus = QApplication.focusWidget()
        assert focus is not None
        stops.append(focus)
        seen = focus.grab().toImage()
        qtbot.keyClick(focus, Key.Key_Tab)
        assert focus.grab().toImage() != seen, focus.accessibleName()
    assert stops == expected


def test_a_focused_button_answers_to_enter(window: Window, engine: FakeEngine, qtbot: QtBot) -> None:
    window.transport.next.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(window.transport.next, Key.Key_Return)
    assert engine.calls[0] == ("next_track",)


@pytest.mark.parametrize("command", ["toggle", "previous_track", "next_track", "mute", "figures", "fullscreen"])
def test_every_button_does_what_its_key_does(window: Window, qtbot: QtBot, command: str) -> None:
    button = window.transport.findChild(QWidget, command)
    with qtbot.waitSignal(window.actions_by_id[command].triggered):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_closing_by_the_frame_says_so_too(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.closing):
        QApplication.sendEvent(window, QEvent(QEvent.Type.Close))
