"""What is to be read over the stage: captions in the language chosen, and the words where they are wanted."""

from __future__ import annotations

import time
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QLocale, QObject, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from visualalbum.engine.snapshot import Snapshot
from visualalbum.timeline.captions import CaptionCue, caption_cues, in_language, languages
from visualalbum.timeline.cues import HeardFilm, Timeline
from visualalbum.timeline.lanes import Lane
from visualalbum.ui.buttons import RoundButton
from visualalbum.ui.choice import add_choice
from visualalbum.ui.presenters import track_of
from visualalbum.ui.reading import Reading
from visualalbum.ui.stage_area import StageArea
from visualalbum.ui.sung import Sung, are_captions, sung
from visualalbum.ui.texts import Texts
from visualalbum.ui.tongue import keep_said, mark, tr
from visualalbum.words import Line

CUT_NS = 12_000_000
"""Somewhat more than the time between two ticks: then the next tick draws."""


class Wanted(StrEnum):
    """Which words a person wants over the picture."""

    NONE = "none"
    WORDS = "words"
    TRANSLATED = "translated"


TOLD = {
    Wanted.NONE: mark("No words on the picture"),
    Wanted.WORDS: mark("Words on the picture"),
    Wanted.TRANSLATED: mark("Words and translation on the picture"),
}


NAMES = {"en": "English", "es": "español"}
"""Languages that Qt knows only by their countries."""


class OverStage(QObject):
    """Follows the snapshots of every tick; what was chosen holds for all albums, and `chosen` tells of it."""

    chosen = Signal()

    def __init__(self, area: StageArea, texts: Texts, reading: Reading, parent: QWidget) -> None:
        super().__init__(parent)
        self._area = area
        self._texts = texts
        self._reading = reading
        self._timeline = Timeline()
        self._snapshot = Snapshot()
        self._captions: Lane[CaptionCue] = Lane(())
        self._read: tuple[tuple[HeardFilm, tuple[Line, ...]], ...] = ()
        self._language: str | None = None
        self._buttons: tuple[RoundButton, ...] = ()
        self._wanted = Wanted.NONE
        self._there: tuple[str, ...] = ()
        self.languages = QMenu(parent)
        reading.changed.connect(self._lay_captions)
        keep_said(self.languages, self._speak)

    def tie(self, words: RoundButton, captions: RoundButton) -> None:
        """Keep two buttons up to what there is to be shown, and what is."""
        self._buttons = words, captions

    @property
    def wanted(self) -> Wanted:
        """Which words are wanted; the picture is bare until somebody asks for them."""
        return self._wanted

    @property
    def language(self) -> str | None:
        """The language that captions are wanted in, None where none are."""
        return self._language

    @property
    def _shown_language(self) -> str | None:
        """The wanted language as far as the album has it."""
        return self._language if self._language in self._there else None

    def take(self, wanted: Wanted, language: str | None) -> None:
        """Want what was chosen on another day."""
        self._wanted, self._language = wanted, language
        self._offer_languages()
        self._lay_captions()

    def show_timeline(self, timeline: Timeline) -> None:
        """Take another album's captions."""
        self._timeline = timeline
        self._offer_languages()
        self._lay_captions()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what belongs to a moment."""
        self._snapshot = snapshot
        self._show_buttons()
        if _is_at_a_cut(snapshot):
            return
        cue = self._captions.at(snapshot.position_us)
        self._area.show_captions(cue.lines if cue else ())
        wanted = Wanted.NONE if self._has_no_words() else self.wanted
        what = sung(self._reading.rows, snapshot.track_position_us) if wanted is not Wanted.NONE else Sung()
        self._area.sung.show_sung(what, translated=wanted is Wanted.TRANSLATED)

    @Slot()
    def change_words(self) -> None:
        """Show the words over the picture, then with their translation where they have one, then none again."""
        if self._has_no_words():
            if are_captions(self._timeline, track_of(self._timeline, self._snapshot)):
                self._area.tell(tr("These words are the captions of the film"))
            else:
                self._area.tell(tr("There are no words here"))
            return
        translated = any(row.below for row in self._reading.rows.rows)
        order = [Wanted.NONE, Wanted.WORDS, *([Wanted.TRANSLATED] if translated else [])]
        at = order.index(self.wanted) if self.wanted in order else len(order) - 1
        self._wanted = order[(at + 1) % len(order)]
        self._area.tell(tr(TOLD[self.wanted]))
        self.chosen.emit()
        self.show_snapshot(self._snapshot)

    @Slot()
    def next_language(self) -> None:
        """Show captions in the next language; after the last one none."""
        order = [None, *self._there]
        if not self._there:
            self._area.tell(tr("No film that is heard here has captions"))
            return
        self._choose(order[(order.index(self._language) + 1) % len(order)] if self._language in order else order[1])

    def _speak(self) -> None:
        self.languages.setTitle(tr("Caption lan&guage"))
        self._offer_languages()

    def _choose(self, language: str | None) -> None:
        self._language = language
        if language is None:
            self._area.tell(tr("No captions"))
        else:
            self._area.tell(tr("Captions: {language}", language=_name(language)))
        for action in self.languages.actions():
            action.setChecked(action.data() == self._shown_language)
        self.chosen.emit()
        self._lay_captions()
        self.show_snapshot(self._snapshot)

    def _show_buttons(self) -> None:
        there = not self._has_no_words(), bool(self._timeline.heard)
        on = self.wanted is not Wanted.NONE, self._shown_language is not None
        for button, is_there, is_on in zip(self._buttons, there, on, strict=False):
            if button.isHidden() is is_there:
                button.setVisible(is_there)
            button.show_on(is_on)

    def _offer_languages(self) -> None:
        self.languages.clear()
        group = QActionGroup(self.languages)
        self._there = tuple(languages(self._timeline.heard))
        for language in (None, *self._there):
            name = _name(language) if language is not None else tr("&Off")
            action = add_choice(self.languages, group, partial(self._choose, language), name)
            action.setData(language)
            action.setChecked(language == self._shown_language)
        self.languages.setEnabled(bool(self._there))

    @Slot()
    def _lay_captions(self) -> None:
        heard = self._timeline.heard if self._language is not None else ()
        read = tuple((film, self._lines(film)) for film in heard)
        if read != self._read:
            self._read, self._captions = read, Lane(caption_cues(read))

    def _lines(self, heard: HeardFilm) -> tuple[Line, ...]:
        """A film's captions in the language chosen; none while they are being read."""
        file = in_language(heard, self._language) if self._language is not None else None
        lyrics = self._texts.lyrics(file.path) if file else None
        # A person's nudge of a film's words holds for its captions in every language: they are the same words.
        later_us = self._reading.nudges.get(heard.captions[0].path, 0) * 1000
        return lyrics.moved(later_us).lines if lyrics else ()

    def _has_no_words(self) -> bool:
        return not self._reading.has_words or are_captions(self._timeline, track_of(self._timeline, self._snapshot))


def _is_at_a_cut(snapshot: Snapshot) -> bool:
    """Whether pictures change now: drawing a line takes some milliseconds, and the cut goes first."""
    planned = snapshot.planned
    return planned is not None and 0 <= planned.instant_ns - time.monotonic_ns() < CUT_NS


def _name(language: str) -> str:
    """A language in its own words, as those who read it look for it; its tag where nobody knows it."""
    if language in NAMES:
        return NAMES[language]
    locale = QLocale(language)
    return locale.nativeLanguageName() if language and locale != QLocale.c() else language or tr("as it is")
