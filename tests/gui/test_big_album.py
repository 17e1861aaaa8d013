"""An album of hundreds of songs and a thousand pictures: what is seen is worked for, and not what there is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QListView
from pytestqt.qtbot import QtBot

from tests.gui.fakes import FakeEngine, InlineJobs
from visualalbum.model import Picture
from visualalbum.timeline.booklet import Booklet, Plate
from visualalbum.timeline.cues import Timeline
from visualalbum.ui.gallery import Gallery, PlateDelegate, Plates
from visualalbum.ui.songs import SongDelegate, Songs
from visualalbum.ui.window import Window
from visualalbum.ui.word_rows import WordRows
from visualalbum.ui.words import LineDelegate, WordList
from visualalbum.words import Line, Lyrics


def big(timeline: Timeline, songs: int, pictures: int, folder: Path) -> Timeline:
    """A timeline with so many tracks, and so many pictures that are not there."""
    tracks = tuple(replace(timeline.tracks[0], id=f"song-{n}", title=f"Step {n + 1}", artist="") for n in range(songs))
    plates = tuple(Plate(folder / f"{n}.png", Picture(image=f"{n}.png")) for n in range(pictures))
    return replace(timeline, tracks=tracks, booklet=Booklet(plates=plates))


def turn_wheel(page: QAbstractScrollArea, notches: int = 1) -> None:
    """Turn the wheel over a page, and let it paint what comes."""
    at, none = QPointF(page.viewport().rect().center()), Qt.KeyboardModifier.NoModifier
    words = (at, page.viewport().mapToGlobal(at), QPoint(), QPoint(0, -120 * notches), Qt.MouseButton.NoButton, none)
    QApplication.sendEvent(page.viewport(), QWheelEvent(*words, Qt.ScrollPhase.NoScrollPhase, False))
    QApplication.sendEvent(page.window(), QEvent(QEvent.Type.UpdateRequest))


class Calls:
    """Counts what views ask of models and delegates."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        for owner in (Plates, Songs):
            monkeypatch.setattr(owner, "data", self._counted(owner.data))
        for delegate in (PlateDelegate, SongDelegate, LineDelegate):
            for name in ("paint", "sizeHint"):
                monkeypatch.setattr(delegate, name, self._counted(getattr(delegate, name)))

    def _counted(self, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*arguments: object) -> object:
            self.count += 1
            return call(*arguments)

        return counted

    def of(self, act: Callable[[], None]) -> int:
        """How many it takes to do something."""
        before = self.count
        act()
        return self.count - before


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    return Calls(monkeypatch)


def test_while_the_gallery_is_not_looked_at_no_picture_is_read(
    window: Window, engine: FakeEngine, jobs: InlineJobs, tmp_path: Path
) -> None:
    before = len(jobs.submitted)
    window.show_timeline(big(engine.timeline, 200, 1000, tmp_path))
    QApplication.processEvents()
    assert len(jobs.submitted) == before


@pytest.mark.parametrize("name", ["songs", "gallery"])
def test_a_turn_of_the_wheel_takes_as_much_work_whatever_the_album_holds(
    window: Window, engine: FakeEngine, calls: Calls, tmp_path: Path, name: str
) -> None:
    taken = []
    for songs, pictures in ((50, 100), (500, 5000)):
        window.show_timeline(big(engine.timeline, songs, pictures, tmp_path))
        window.actions_by_id[name].trigger()
        QApplication.processEvents()
        page: QListView = getattr(window.album, name)
        page.verticalScrollBar().setValue(0)
        turn_wheel(page)
        assert page.verticalScrollBar().value() > 0
        taken.append(calls.of(lambda page=page: turn_wheel(page)))  # type: ignore[misc]
    assert 0 < taken[1] == taken[0] < 400


def in_view(gallery: Gallery) -> list[str]:
    """The pictures that can be seen, as the view itself says."""
    room = gallery.viewport().rect()
    rows = range(gallery.plates.rowCount())
    seen = [row for row in rows if gallery.visualRect(gallery.plates.index(row)).intersects(room)]
    return [str(gallery.plates.plates[row].path) for row in seen]


def test_wherever_the_gallery_is_dragged_to_what_is_in_view_is_read_next(
    window: Window, engine: FakeEngine, jobs: InlineJobs, tmp_path: Path, qtbot: QtBot
) -> None:
    window.show_timeline(big(engine.timeline, 2, 1000, tmp_path))
    window.actions_by_id["gallery"].trigger()
    gallery = window.album.gallery
    gallery.viewport().repaint()
    bar = gallery.verticalScrollBar()
    for step in range(50):
        bar.setValue(bar.maximum() * step // 50)
        gallery.viewport().repaint()
    begun = len(jobs.submitted)
    assert begun == 2, "no more are begun at a time than there are workers"
    seen = in_view(gallery)
    while len(jobs.submitted) < begun + len(seen):
        known = len(jobs.submitted)
        jobs.run()
        qtbot.waitUntil(lambda known=known: len(jobs.submitted) > known)
    assert [words[0] for words in jobs.submitted[begun:]][: len(seen)] == seen


def test_a_line_that_comes_on_is_painted_and_no_other_is_laid_out_for_it(qtbot: QtBot, calls: Calls) -> None:
    words = WordList()
    qtbot.addWidget(words)
    words.resize(320, 400)
    words.show()
    words.show_rows(WordRows(Lyrics(tuple(Line(n * 1_000_000, f"Line {n}") for n in range(600)))))
    QApplication.processEvents()

    def come_on() -> None:
        words.show_time(3_000_000)
        QApplication.processEvents()

    assert calls.of(come_on) <= 2 * words.viewport().height() // words.fontMetrics().height()


def test_letters_lead_through_two_hundred_songs_and_enter_plays(
    window: Window, engine: FakeEngine, tmp_path: Path, qtbot: QtBot
) -> None:
    titles = {7: "Wings", 150: "Where the Light Falls"}
    whole = big(engine.timeline, 200, 0, tmp_path)
    tracks = tuple(replace(one, title=titles.get(n, one.title)) for n, one in enumerate(whole.tracks))
    engine.timeline = replace(whole, tracks=tracks)
    window.show_timeline(engine.timeline)
    window.show_snapshot(engine.tick())
    songs = window.album.songs
    songs.setFocus()
    qtbot.keyClicks(songs, "wh")
    assert songs.currentIndex().data() == titles[150]
    assert songs.viewport().rect().contains(songs.visualRect(songs.currentIndex()))
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert songs.hasFocus()
    qtbot.keyClicks(songs, "120")
    assert songs.currentIndex().row() == 119
    qtbot.keyClick(songs, Qt.Key.Key_Return)
    assert engine.calls[-2:] == [("locate", whole.tracks[119].start_us), ("roll",)]


def test_while_a_song_is_looked_for_its_letters_are_no_commands(window: Window, qtbot: QtBot) -> None:
    window.album.songs.setFocus()
    qtbot.keyClick(window.album.songs, Qt.Key.Key_F)
    assert not window.fullscreen.on
    window.stage.setFocus()
    qtbot.keyClick(window.stage, Qt.Key.Key_F)
    assert window.fullscreen.on
