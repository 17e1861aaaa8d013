"""Words and essay of the track that is on: read beside the song, shown where there are any, leading back to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.gui.fakes import SECOND_US, FakeEngine, InlineJobs
from visualalbum.timecode import TempoMap
from visualalbum.timeline.cues import TextFile
from visualalbum.ui.window import Window


@pytest.fixture
def read(
    window: Window, engine: FakeEngine, jobs: InlineJobs, tick: Callable[[], None], qtbot: QtBot, tmp_path: Path
) -> Callable[[], None]:
    """Gives the first track words in two languages and an essay; calling it brings the window up to the moment."""
    (tmp_path / "one.lrc").write_text("[00:01.00]One\n[00:02.00]Two\n[00:60.00]\n")
    (tmp_path / "one.ja.lrc").write_text("[00:01.00]いち\n")
    (tmp_path / "one.md").write_text("# Start {t=0:00}\n\nLater {t=bar 2}\n\nNever {t=00:00:01:00}\n")
    first, *others = engine.timeline.tracks
    lyrics = (TextFile(tmp_path / "one.lrc", "en"), TextFile(tmp_path / "one.ja.lrc", "ja"))
    essay = (TextFile(tmp_path / "one.md"),)
    first = replace(first, lyrics=lyrics, essay=essay, tempo=TempoMap(Fraction(120)))
    engine.timeline = replace(engine.timeline, tracks=(first, *others))
    window.show_timeline(engine.timeline)
    tick()
    jobs.run()
    qtbot.waitUntil(lambda: window.reading.has_words and window.reading.has_essay)
    return tick


def tabs(window: Window) -> list[str]:
    bar = window.album.leaves.bar
    return [bar.tabText(n) for n in range(bar.count()) if bar.isTabVisible(n)] if bar.isVisible() else []


def test_an_album_without_words_shows_its_songs_alone(window: Window, tick: Callable[[], None]) -> None:
    assert tabs(window) == []
    assert window.album.songs.isVisible()


def test_words_come_with_their_languages_and_are_marked(
    window: Window, read: Callable[[], None], engine: FakeEngine
) -> None:
    assert tabs(window) == ["Songs", "Words", "Essay"]
    window.actions_by_id["words"].trigger()
    engine.locate(1_500_000)
    read()
    lines = window.album.words.lines
    assert [row.below for row in lines.rows.rows] == [("いち",), ()]
    assert (lines.mark.row, lines.mark.on) == (0, True)


def test_a_chosen_line_is_played_on_its_track(
    window: Window, read: Callable[[], None], engine: FakeEngine, qtbot: QtBot
) -> None:
    window.album.words.located.emit(2 * SECOND_US)
    assert engine.calls[-1] == ("locate", 2 * SECOND_US)


def test_moments_in_bars_are_counted_by_the_tracks_tempo(
    window: Window, read: Callable[[], None], engine: FakeEngine, qtbot: QtBot
) -> None:
    window.actions_by_id["essay"].trigger()
    essay = window.album.essay
    read()
    place = essay.viewport().rect().center()
    found: list[int] = []
    essay.located.connect(found.append)
    for y in range(10, place.y() * 2, 10):
        qtbot.mouseClick(essay.viewport(), Qt.MouseButton.LeftButton, pos=place.__class__(60, y))
    assert set(found) == {0, 2 * SECOND_US}, "and the frames of no film mean nothing"


def test_a_nudge_moves_marks_and_clicks_alike_and_is_kept_for_its_track(
    window: Window, read: Callable[[], None], engine: FakeEngine, tmp_path: Path
) -> None:
    window.actions_by_id["words"].trigger()
    for command in ("words_later", "words_later", "words_later", "words_sooner"):
        window.actions_by_id[command].trigger()
    assert window.area.words.text == "Words 20 ms later"
    assert window.reading.nudges == {tmp_path / "one.lrc": 20}
    words = window.album.words
    rows = []
    for time_us in (2_019_999, 2_020_000):
        engine.locate(time_us)
        read()
        rows.append(words.lines.mark.row)
    assert rows == [0, 1]
    assert [row.below for row in words.lines.rows.rows] == [("いち",), ()]
    words.entered_row.emit(1)
    assert engine.calls[-1] == ("locate", 2_020_000)
    window.actions_by_id["words_as_written"].trigger()
    assert window.reading.nudges == {}
    assert words.lines.rows.rows[1].start_us == 2 * SECOND_US


def test_a_track_without_words_has_nothing_to_nudge(window: Window, tick: Callable[[], None]) -> None:
    tick()
    window.actions_by_id["words_later"].trigger()
    assert window.reading.nudges == {}
    assert window.area.words.text == ""


def test_the_line_of_the_moment_is_copied_with_its_languages(
    window: Window, read: Callable[[], None], engine: FakeEngine
) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    window.actions_by_id["words"].trigger()
    engine.locate(500_000)
    read()
    window.actions_by_id["copy_line"].trigger()
    assert (clipboard.text(), window.area.words.text) == ("before", "No line to copy yet")
    engine.locate(1_500_000)
    read()
    window.actions_by_id["copy_line"].trigger()
    assert (clipboard.text(), window.area.words.text) == ("One\nいち", "Copied: One")


def test_what_is_chosen_in_the_essay_is_copied(window: Window, read: Callable[[], None]) -> None:
    window.actions_by_id["essay"].trigger()
    window.album.essay.selectAll()
    window.actions_by_id["copy_line"].trigger()
    assert "Later" in QGuiApplication.clipboard().text()


def test_a_track_without_words_shows_its_songs_and_the_words_are_back_with_the_next_that_has_some(
    window: Window, read: Callable[[], None], engine: FakeEngine
) -> None:
    window.actions_by_id["words"].trigger()
    assert window.album.words.isVisible()
    engine.locate(engine.timeline.tracks[1].start_us)
    read()
    assert tabs(window) == []
    assert window.album.songs.isVisible()
    engine.locate(0)
    read()
    assert window.album.words.isVisible()


def test_a_song_with_the_words_of_the_one_before_it_begins_at_their_start(
    window: Window, read: Callable[[], None], engine: FakeEngine, jobs: InlineJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    lines = [f"[00:{number:02}.00]Line {number}" for number in range(60)]
    (tmp_path / "twice.lrc").write_text("\n".join(lines))
    (tmp_path / "twice.md").write_text("\n\n".join(lines))
    words, essay = (TextFile(tmp_path / "twice.lrc", "en"),), (TextFile(tmp_path / "twice.md"),)
    first, second, *others = (replace(track, lyrics=words, essay=essay) for track in engine.timeline.tracks)
    engine.timeline = replace(engine.timeline, tracks=(first, second, *others))
    window.show_timeline(engine.timeline)
    read()
    jobs.run()
    for leaf, page in (("words", window.album.words), ("essay", window.album.essay)):
        engine.locate(first.start_us)
        read()
        window.actions_by_id[leaf].trigger()
        qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 300)  # noqa: B023
        page.verticalScrollBar().setValue(300)
        engine.locate(second.start_us)
        read()
        assert page.verticalScrollBar().value() < 30, leaf


def test_texts_that_cannot_be_read_leave_the_songs(
    window: Window, engine: FakeEngine, jobs: InlineJobs, tick: Callable[[], None], qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "bad.lrc").write_bytes(bytes(range(256)))
    gone = TextFile(tmp_path / "gone.md")
    track = replace(engine.timeline.tracks[0], lyrics=(TextFile(tmp_path / "bad.lrc"), gone), essay=(gone,))
    engine.timeline = replace(engine.timeline, tracks=(track, *engine.timeline.tracks[1:]))
    window.show_timeline(engine.timeline)
    tick()
    with qtbot.waitSignal(window.reading.changed):
        jobs.run()
    assert tabs(window) == []


def test_edited_words_and_essay_stay_where_they_are_read(
    window: Window, read: Callable[[], None], jobs: InlineJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    words, essay = tmp_path / "one.lrc", tmp_path / "one.md"
    lines = [f"[00:{number:02}.00]Line {number}" for number in range(60)]
    texts = window.reading._texts

    def save(last: str) -> None:
        words.write_text("\n".join([*lines, f"[00:59.50]{last}"]))
        essay.write_text("\n\n".join([*lines, last]))
        texts.renew([words, essay])
        assert window.reading.has_words, "what was read is shown until then"
        with qtbot.waitSignal(texts.ready):
            jobs.run()

    save("Before")
    for leaf, page in (("words", window.album.words), ("essay", window.album.essay)):
        window.actions_by_id[leaf].trigger()
        qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 300)  # noqa: B023
        page.verticalScrollBar().setValue(300)
        save(f"After, in the {leaf}")
        assert page.verticalScrollBar().value() == 300
    assert window.album.words.lines.rows.rows[-1].text == "After, in the essay"
    assert "After, in the essay" in window.album.essay.toPlainText()


def test_what_is_wrong_with_words_is_told_with_its_place_until_it_is_mended(
    window: Window, read: Callable[[], None], jobs: InlineJobs, qtbot: QtBot, tmp_path: Path
) -> None:
    words, texts = tmp_path / "one.lrc", window.reading._texts
    for written, lines in (("[00:xx.00]One\n", [1]), ("[00:01.00]One\n", [])):
        words.write_text(written)
        texts.renew([words])
        with qtbot.waitSignal(texts.ready):
            jobs.run()
        assert [problem.place.line for problem in texts.problems if problem.place.file == str(words)] == lines
