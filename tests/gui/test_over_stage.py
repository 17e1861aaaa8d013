"""Captions and words over the stage: what is read when, in which language, and that nothing covers anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import fill_screen
from tests.gui.fakes import SECOND_US, FakeEngine, FakePictures, InlineJobs
from visualalbum.engine.ports import Fault
from visualalbum.timeline.cues import HeardFilm, TextFile
from visualalbum.ui.motion import want_less_motion
from visualalbum.ui.over_stage import Wanted
from visualalbum.ui.window import Window
from visualalbum.words import Line

Tick = Callable[[], None]
Key = Qt.Key

WORDS = (
    "[00:01.00]<00:01.00>Heel <00:02.00>and <00:02.50>toe<00:04.00>\n"
    "[00:05.00]across the floor of a house that is asleep, and nobody hears\n[00:09.00]\n"
)
OTHERS = "[00:01.00]かかと、つま先\n"
JA = "00:00.500 --> 00:03.000\n［鉛筆の音］\n\n00:03.500 --> 00:04.000 line:5%\n［雨］\n"
EN = "00:00.500 --> 00:03.000\n<i>A pencil</i>\nsecond line\n\n00:02.000 --> 00:04.000\nRain\n"


@pytest.fixture
def read(
    window: Window, engine: FakeEngine, jobs: InlineJobs, tick: Tick, qtbot: QtBot, tmp_path: Path
) -> Callable[[float], None]:
    """Gives the first track words and, 10 s later in film time, captions; calling it goes to a second of it."""
    for name, text in (("w.lrc", WORDS), ("w.ja.lrc", OTHERS), ("c.ja.vtt", JA), ("c.en.vtt", EN)):
        (tmp_path / name).write_text(f"WEBVTT\n\n{text}" if name.endswith("vtt") else text)
    lyrics = (TextFile(tmp_path / "w.lrc", "en"), TextFile(tmp_path / "w.ja.lrc", "ja"))
    captions = (TextFile(tmp_path / "c.ja.vtt", "ja"), TextFile(tmp_path / "c.en.vtt", "en"))
    first, *others = engine.timeline.tracks
    heard = HeardFilm(captions, 1 * SECOND_US, 20 * SECOND_US, in_us=SECOND_US // 2)
    engine.timeline = replace(engine.timeline, tracks=(replace(first, lyrics=lyrics), *others), heard=(heard,))
    window.show_timeline(engine.timeline)

    def go(second: float) -> None:
        engine.locate(round(second * SECOND_US))
        tick()
        for _ in range(2):
            jobs.run()
            QApplication.processEvents()
            qtbot.waitUntil(lambda: not jobs.waiting)
        qtbot.waitUntil(lambda: not window._readers.texts._errands.under_way)
        tick()

    go(0)
    return go


def captions(window: Window) -> str:
    return window.area.captions.text() if window.area.captions.isVisible() else ""


def words(window: Window) -> str:
    return window.area.sung.text() if window.area.sung.isVisible() else ""


def press(window: Window, qtbot: QtBot, key: Key, second: float, read: Callable[[float], None]) -> str:
    """Press a key and say what it was answered with."""
    qtbot.keyClick(window, key)
    read(second)
    return window.area.words.text


def test_c_goes_through_the_languages_and_back_to_none(
    window: Window, read: Callable[[float], None], qtbot: QtBot
) -> None:
    read(1.5)
    assert captions(window) == ""
    assert press(window, qtbot, Key.Key_C, 1.5, read) == "Captions: 日本語"
    assert captions(window) == "［鉛筆の音］"
    assert press(window, qtbot, Key.Key_C, 1.5, read) == "Captions: English"
    assert captions(window) == "A pencil\nsecond line"
    assert press(window, qtbot, Key.Key_C, 1.5, read) == "No captions"
    assert captions(window) == ""


def test_a_language_is_chosen_from_the_menu_and_ticked_there(window: Window, read: Callable[[float], None]) -> None:
    _off, _japanese, english = window.over_stage.languages.actions()
    english.trigger()
    read(1.5)
    assert captions(window).startswith("A pencil")
    assert [action.text() for action in window.over_stage.languages.actions() if action.isChecked()] == ["English"]


def test_every_choice_is_told_so_that_it_is_kept(window: Window, read: Callable[[float], None], qtbot: QtBot) -> None:
    for key in (Key.Key_W, Key.Key_C):
        with qtbot.waitSignal(window.over_stage.chosen):
            qtbot.keyClick(window, key)
    assert (window.over_stage.wanted, window.over_stage.language) == (Wanted.WORDS, "ja")


def test_a_language_that_an_album_does_not_have_waits_for_one_that_has_it(
    window: Window, read: Callable[[float], None], qtbot: QtBot
) -> None:
    window.over_stage.take(Wanted.NONE, "fr")
    read(1.5)
    assert captions(window) == ""
    assert not window.transport.captions.isChecked()
    assert [action.isChecked() for action in window.over_stage.languages.actions()] == [True, False, False]
    assert window.over_stage.language == "fr"
    assert press(window, qtbot, Key.Key_C, 1.5, read) == "Captions: 日本語"


def test_captions_come_and_go_with_the_song_and_two_are_read_together(
    window: Window, read: Callable[[float], None], qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Key.Key_C)
    qtbot.keyClick(window, Key.Key_C)
    seen = []
    for second in (0.9, 1.0, 2.6, 4.0, 4.6):
        read(second)
        seen.append(captions(window))
    assert seen == ["", "A pencil\nsecond line", "A pencil\nsecond line\nRain", "Rain", ""]


def test_a_caption_that_belongs_to_the_top_stands_there(
    window: Window, read: Callable[[float], None], qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Key.Key_C)
    read(4.2)
    top = window.area.captions_on_top
    assert (captions(window), top.text()) == ("", "［雨］")
    assert top.geometry().bottom() < window.area.height() / 2


def test_buttons_do_for_the_mouse_what_the_keys_do_and_tell_what_is_on(
    window: Window, read: Callable[[float], None], qtbot: QtBot
) -> None:
    read(1.5)
    buttons = window.transport.captions, window.transport.words
    assert [button.isChecked() for button in buttons] == [False, False]
    for button in buttons:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    read(1.5)
    assert (captions(window), words(window)) == ("［鉛筆の音］", "Heel and toe")
    assert [button.isChecked() for button in buttons] == [True, True]


def test_there_are_no_buttons_for_what_an_album_has_not(window: Window, tick: Tick) -> None:
    window.show_moment(window._snapshot)
    assert not window.transport.captions.isVisible()
    assert not window.transport.words.isVisible()


def test_an_album_without_captions_says_so_and_offers_none(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Key.Key_C)
    assert window.area.words.text == "No film that is heard here has captions"
    assert not window.over_stage.languages.isEnabled()


def test_a_nudge_of_a_films_words_moves_its_captions(
    window: Window, read: Callable[[float], None], qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.keyClick(window, Key.Key_C)
    read(1.0)
    assert captions(window)
    window.reading.nudges[tmp_path / "c.ja.vtt"] = 100
    window.reading.changed.emit()
    read(1.05)
    assert captions(window) == ""
    read(1.1)
    assert captions(window)


def test_the_picture_is_bare_until_words_are_asked_for_and_then_in_window_and_full_screen_alike(
    window: Window, read: Callable[[float], None], qtbot: QtBot
) -> None:
    window.fullscreen.enter()
    qtbot.waitActive(window)
    read(1.5)
    assert words(window) == ""
    assert press(window, qtbot, Key.Key_W, 1.5, read) == "Words on the picture"
    assert words(window) == "Heel and toe"
    window.fullscreen.leave()
    qtbot.waitActive(window)
    read(1.5)
    assert words(window) == "Heel and toe"
    assert press(window, qtbot, Key.Key_W, 1.5, read) == "Words and translation on the picture"
    assert words(window) == "Heel and toe. かかと、つま先"
    assert press(window, qtbot, Key.Key_W, 1.5, read) == "No words on the picture"
    assert words(window) == ""


def test_a_track_without_words_says_so(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Key.Key_W)
    assert window.area.words.text == "There are no words here"


def test_a_word_is_filled_as_it_is_sung(window: Window, read: Callable[[float], None], qtbot: QtBot) -> None:
    qtbot.keyClick(window, Key.Key_W)
    widths = []
    for second in (1.0, 1.3, 1.6, 2.0, 3.9):
        read(second)
        widths.append(window.area.sung.filled.boundingRect().width())
    assert widths == sorted(set(widths))
    assert widths[0] == 0
    box = window.area.sung.filled.boundingRect()
    assert window.area.sung.rect().contains(box) and box.width() > 0.6 * window.area.sung.width() * 0.3


def test_with_less_motion_a_word_is_filled_at_once(window: Window, read: Callable[[float], None], qtbot: QtBot) -> None:
    qtbot.keyClick(window, Key.Key_W)
    want_less_motion(QApplication.instance(), True)
    try:
        read(1.01)
        first = window.area.sung.filled
        read(1.9)
        assert window.area.sung.filled == first
        assert not first.isEmpty()
    finally:
        want_less_motion(QApplication.instance(), False)


def sheets(window: Window) -> list[QWidget]:
    area = window.area
    return [
        sheet
        for sheet in (area.sung, area.captions, area.captions_on_top, area.note, area.words, area.help, area.controls)
        if sheet.isVisible()
    ]


LONG = [
    Line(0, "Somebody speaks for a long time, and all of it has to be read while the song goes on and on and on"),
    Line(0, "Second"),
    Line(0, "A sign at the top", on_top=True),
]


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("size", [(480, 760), (480, 480), (900, 600), (1280, 720), (760, 1280)])
@pytest.mark.parametrize("helped", [False, True])
def test_nothing_over_the_stage_covers_anything_else(
    window: Window, engine: FakeEngine, read: Callable[[float], None], size: tuple[int, int], full: bool, helped: bool
) -> None:
    if full:
        fill_screen(window, size)
    else:
        window.setGeometry(0, 0, *size)
        QApplication.processEvents()
    for _ in range(2):
        window.over_stage.change_words()
    engine.faults = (Fault("film-lost", "f.mkv", "the film is gone; its still is shown, and the song goes on"),)
    read(1.5)
    window.area.show_captions(LONG)
    window.area.tell("Volume 70 %")
    if helped:
        window.area.toggle_help()
    window.area._refresh()
    for sheet in sheets(window):
        assert window.area.rect().contains(sheet.geometry()), sheet
    pairs = [
        (one, other)
        for one, other in combinations(sheets(window), 2)
        if QRect(one.geometry()).intersects(other.geometry())
        and {one, other} & {window.area.sung, window.area.captions, window.area.captions_on_top}
    ]
    assert pairs == []
    window.area.words.hide()
    window.area._place()
    assert window.area.captions.isVisible() is not helped


def test_a_note_on_a_low_stage_gives_way_to_captions_and_goes_after_a_while(
    window: Window, engine: FakeEngine, tick: Tick, qtbot: QtBot
) -> None:
    area = window.area
    engine.faults = (Fault("film-lost", "f.mkv", "the film is gone; its still is shown, and the song goes on"),)
    window.setGeometry(0, 0, 480, 560)
    tick()
    low = area.height() // 2
    assert area.note.geometry().top() > low
    area.show_captions([Line(0, "One line that is said")])
    assert area.captions.isVisible() and area.note.isVisible()
    for lines in range(2, 20):
        area.show_captions([Line(0, "\n".join(["Somebody speaks for a long time"] * lines))])
        if not area.note.isVisible():
            break
    assert area.captions.isVisible() and not area.note.isVisible()
    area.show_captions(())
    assert area.note.isVisible()
    assert area.note._timer.isActive(), "on so low a stage it is brief"
    area.note._timer.start(1)
    qtbot.waitUntil(lambda: not area.note.isVisible())
    area._refresh()
    assert not area.note.isVisible()


def test_on_a_stage_much_higher_than_its_picture_they_stand_right_under_that(
    window: Window, decks: FakePictures, read: Callable[[float], None], qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Key.Key_C)
    qtbot.keyClick(window, Key.Key_W)
    fill_screen(window, (760, 1280))
    decks.paint("A", (200, 120, 60), (760, 428))
    read(1.5)
    window.stage.on_picture("A")
    read(1.51)
    area = window.area
    picture = window.stage.picture_place
    assert picture.height() == 428
    assert picture.bottom() <= area.captions.geometry().top() < picture.bottom() + 20
    assert area.captions.geometry().bottom() < area.sung.geometry().top()


def test_words_rise_above_the_controls_and_come_down_again(
    window: Window, read: Callable[[float], None], qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Key.Key_W)
    window.fullscreen.enter()
    area = window.area
    area.controls.wake()
    read(1.5)
    assert area.sung.geometry().bottom() < area.controls.geometry().top()
    raised = area.sung.geometry().bottom()
    area.controls._timer.setInterval(1)
    area.controls._timer.start()
    qtbot.waitUntil(lambda: not area.controls.seen)
    assert area.sung.geometry().bottom() > raised


def test_a_screen_reader_finds_captions_and_words_as_text(
    window: Window, read: Callable[[float], None], qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Key.Key_C)
    qtbot.keyClick(window, Key.Key_W)
    read(1.5)
    for widget, text in ((window.area.captions, "［鉛筆の音］"), (window.area.sung, "Heel and toe")):
        found = QAccessible.queryAccessibleInterface(widget)
        assert found.role() == QAccessible.Role.StaticText
        assert found.text(QAccessible.Text.Name) == text


class Painted(QObject):
    """The areas of a widget that are painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.boxes: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.boxes.append(event.region().boundingRect())  # type: ignore[attr-defined]
        return False


def test_a_step_of_a_word_paints_a_strip_of_the_stage_and_a_still_moment_nothing(
    window: Window, read: Callable[[float], None], qtbot: QtBot
) -> None:
    window.over_stage.change_words()
    read(1.5)
    window.area.words.hide()
    QApplication.processEvents()
    painted = Painted(window.stage)
    row = window.reading.rows
    snapshot = window._snapshot
    for time_us in (1_500_000, 1_500_100):
        window.over_stage.show_snapshot(replace(snapshot, position_us=time_us, track_position_us=time_us))
    QApplication.processEvents()
    assert painted.boxes == []
    assert row.rows
    window.over_stage.show_snapshot(replace(snapshot, position_us=1_800_000, track_position_us=1_800_000))
    QApplication.processEvents()
    (box,) = painted.boxes
    assert box.width() < 60 and box.height() < 100
