"""Brings the words and the essay of the track that is on to their places, as they are read and as it goes on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from visualalbum.engine.snapshot import Snapshot
from visualalbum.timecode import TempoMap, Time, TimeError
from visualalbum.timeline.cues import Timeline, TrackCue
from visualalbum.ui.essay import EssayView, Paragraph
from visualalbum.ui.presenters import copied_text, track_of, words_nudge_text
from visualalbum.ui.texts import Texts
from visualalbum.ui.word_rows import WordRows
from visualalbum.ui.words import WordList
from visualalbum.words.essay import Block

NUDGE_MS = 10


class Reading(QObject):
    """Follows the snapshots of every tick.

    `located` carries a position of the programme, in microseconds, that a person chose; `changed` tells that there
    are words or an essay where there were none, or the other way about; `told` says what a nudge of the words did.
    `nudges` says for files of words how much later than they are written their lines are, in milliseconds; each is
    kept as it is `known_as`.
    """

    located = Signal(object)
    changed = Signal()
    told = Signal(str)

    def __init__(self, texts: Texts, words: WordList, essay: EssayView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._words = words
        self._essay = essay
        self._track: TrackCue | None = None
        self._rows = WordRows()
        self._paragraphs: tuple[Paragraph, ...] = ()
        self.nudges: dict[Path, int] = {}
        self.known_as: Callable[[Path], Path] = lambda path: path
        texts.ready.connect(self._on_ready)
        words.located.connect(self._on_located)
        essay.located.connect(self._on_located)

    @property
    def has_words(self) -> bool:
        """Whether the track that is on has words, as far as is known."""
        return bool(self._rows.rows)

    @property
    def has_essay(self) -> bool:
        """Whether the track that is on has an essay, as far as is known."""
        return bool(self._paragraphs)

    @property
    def rows(self) -> WordRows:
        """The words of the track that is on, as far as they are known, at the times they are shown."""
        return self._rows

    @property
    def moments(self) -> tuple[tuple[int, str], ...]:
        """The essay's paragraphs that have a moment: its time in the track, and their Markdown."""
        return tuple((one.moment_us, one.markdown) for one in self._paragraphs if one.moment_us is not None)

    def slots(self) -> dict[str, Callable[[], None]]:
        """What each of its commands does."""
        return {
            "words_sooner": self.words_sooner,
            "words_later": self.words_later,
            "words_as_written": self.words_as_written,
            "copy_line": self.copy_line,
        }

    def show_snapshot(self, timeline: Timeline, snapshot: Snapshot) -> None:
        """Show what belongs to a moment."""
        track = track_of(timeline, snapshot)
        if track != self._track:
            another = track is None or self._track is None or track.id != self._track.id
            self._track = track
            self._show_track(stay=not another)
        if self._words.isVisible():
            self._words.show_time(snapshot.track_position_us)
        if self._essay.isVisible():
            self._essay.show_time(snapshot.track_position_us)

    @Slot()
    def words_sooner(self) -> None:
        self._nudge(-NUDGE_MS)

    @Slot()
    def words_later(self) -> None:
        self._nudge(NUDGE_MS)

    @Slot()
    def words_as_written(self) -> None:
        """Take back all that the words of this track were nudged."""
        self._nudge(0)

    @Slot()
    def copy_line(self) -> None:
        """Put what is chosen in the essay, or else the line of the moment, on the clipboard."""
        row = self._words.row
        chosen = self._essay.textCursor().selectedText() if self._essay.isVisible() else ""
        text = chosen.replace("\u2029", "\n") or (row.written if row else "")
        if text:
            QGuiApplication.clipboard().setText(text)
        self.told.emit(copied_text(text))

    def _nudge(self, by_ms: int) -> None:
        """Move the words of the track that is on from where they are; 0 puts them back."""
        if self._track is None or not self._track.lyrics:
            return
        file = self.known_as(self._track.lyrics[0].path)
        before_ms = self.nudges.pop(file, 0)
        later_ms = before_ms + by_ms if by_ms else 0
        if later_ms:
            self.nudges[file] = later_ms
        self._show_track()
        self.told.emit(words_nudge_text(later_ms))

    @Slot()
    def _on_ready(self) -> None:
        self._show_track()

    def _show_track(self, *, stay: bool = True) -> None:
        """Show what has been read of the track that is on; where it was on before, the pages `stay` at their places."""
        track = self._track
        files = track.lyrics if track else ()
        later_us = self.nudges.get(self.known_as(files[0].path), 0) * 1000 if files else 0
        read = (self._texts.lyrics(file.path) for file in files)
        lyrics = [found and found.moved(later_us) for found in read]
        rows = WordRows(lyrics[0] if lyrics else None, [other for other in lyrics[1:] if other is not None])
        blocks = self._texts.blocks(track.essay[0].path) if track and track.essay else ()
        paragraphs = tuple(Paragraph(block.text, _us(block, track.tempo)) for block in blocks) if track else ()
        if rows.rows != self._rows.rows or not stay:  # a song may have the words of the one before it
            self._rows = rows
            self._words.show_rows(rows, stay=stay)
        if paragraphs != self._paragraphs or not stay:
            self._paragraphs = paragraphs
            self._essay.show_paragraphs(paragraphs, stay=stay)
        self.changed.emit()

    @Slot(object)
    def _on_located(self, time_us: int) -> None:
        if self._track is not None:
            last_us = max(self._track.start_us, self._track.end_us - 1)
            self.located.emit(min(self._track.start_us + time_us, last_us))


def _us(block: Block, tempo: TempoMap | None) -> int | None:
    """A block's moment in microseconds; None where it has none, or none that means anything on this track."""
    moment: Time | None = block.moment
    try:
        return None if moment is None else moment.resolve(None, tempo)
    except TimeError:
        return None
