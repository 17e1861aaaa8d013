"""The panel beside the stage: the album's name, its songs, words and essay, what is still being read or amiss."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from visualalbum.problems import Problem
from visualalbum.timeline.cues import Timeline
from visualalbum.ui.buttons import TextButton
from visualalbum.ui.essay import EssayView
from visualalbum.ui.gallery import Gallery
from visualalbum.ui.leaves import Leaves
from visualalbum.ui.lull import Lull
from visualalbum.ui.notes import NotesPage
from visualalbum.ui.presenters import Playability, one_line, problems_headline, progress_text, song_rows
from visualalbum.ui.problems import ProblemsPanel
from visualalbum.ui.songs import SongList
from visualalbum.ui.stills import Stills
from visualalbum.ui.theme import LEFT, scaled
from visualalbum.ui.tongue import keep_said, mark, tr
from visualalbum.ui.ways import Ways
from visualalbum.ui.words import WordList


class AlbumPanel(QWidget):
    """Shows an album as far as it is known."""

    def __init__(self, thumbnails: Stills, lull: Lull, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lull = lull
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.title = self._label(scaled(self.font(), 1.45, bold=True), "")
        self.artist = self._label(scaled(self.font(), 1.0), "quiet")
        self.ways = Ways(self)
        self.songs = SongList(self)
        self.words = WordList(self)
        self.essay = EssayView(self)
        self.gallery = Gallery(thumbnails, self)
        self.notes = NotesPage(self)
        self.leaves = Leaves(lull, self)
        self._leaves: dict[str, QWidget] = {
            mark("Songs"): self.songs,
            mark("Words"): self.words,
            mark("Essay"): self.essay,
            mark("Gallery"): self.gallery,
            mark("Notes"): self.notes,
        }
        for name, leaf in self._leaves.items():
            self.leaves.add(name, leaf)
        self.problem_panel = ProblemsPanel(parent=self)
        self.pages = QStackedWidget(self)
        for page in (self.leaves, self.problem_panel):
            self.pages.addWidget(page)
        self.leaves.turned.connect(self.close_problems)
        self.problem_panel.closed.connect(self.close_problems)
        self.progress = self._label(scaled(self.font(), 0.88), "quiet")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(3)
        keep_said(self, lambda: self.bar.setAccessibleName(tr("Reading the album")))
        self.problems = TextButton(parent=self)
        self.problems.setObjectName("problems")
        self.problems.clicked.connect(self.toggle_problems)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 14)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.artist)
        column.addWidget(self.ways)
        column.addSpacing(12)
        column.addWidget(self.pages, 1)
        column.addWidget(self.progress)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 6, 20, 0)
        foot.setSpacing(10)
        foot.addWidget(self.bar)
        foot.addWidget(self.problems)
        column.addLayout(foot)
        self.show_progress(0, 0)
        self.show_problems((), Playability.REST)

    @property
    def in_order(self) -> tuple[QWidget, ...]:
        """What takes the keyboard, as the eye comes to it."""
        return (*self.ways.buttons.values(), self.leaves.bar, *self._leaves.values())

    def slots(self) -> dict[str, Callable[[], None]]:
        """What each of its commands does: turn to a leaf."""
        turns = {name.lower(): partial(self.leaves.turn_to, leaf) for name, leaf in self._leaves.items()}
        return {name: partial(self._lull.then, turn) for name, turn in turns.items()}

    def show_timeline(self, timeline: Timeline) -> None:
        """Show the names, and the songs with as much as is known of them."""
        self.title.setText(one_line(timeline.title) or tr("Untitled"))
        self.artist.setText(one_line(timeline.artist))
        self.artist.setVisible(bool(timeline.artist))
        self.songs.show_rows(song_rows(timeline))
        self.ways.show_timeline(timeline)

    def show_progress(self, done: int, total: int) -> None:
        """Show how much of the album has been read; nothing once it is all."""
        text = progress_text(done, total)
        self.progress.setText(text)
        self.bar.setRange(0, max(1, total))
        self.bar.setValue(done)
        self.progress.setVisible(bool(text))
        self.bar.setVisible(bool(text))

    def show_problems(self, problems: Sequence[Problem], playability: Playability) -> None:
        """Offer the list of problems where there are any."""
        headline = problems_headline(problems)
        self.problems.setText(headline)
        self.problems.setVisible(bool(headline))
        self.problem_panel.show_problems(problems, playability)
        if not problems:
            self.close_problems()

    @Slot()
    def toggle_problems(self) -> None:
        """Show the list of problems in the leaves' place, or take it away."""
        self.show_problem_panel(self.pages.currentWidget() is not self.problem_panel)

    @Slot()
    def close_problems(self) -> None:
        """Show the leaves."""
        self.show_problem_panel(False)

    def show_problem_panel(self, shown: bool) -> None:
        """Show the list of problems in the leaves' place, or the leaves."""
        self.pages.setCurrentWidget(self.problem_panel if shown else self.leaves)

    def _label(self, font: QFont, role: str) -> QLabel:
        label = QLabel(self)
        label.setFont(font)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(LEFT)
        label.setProperty("role", role)
        label.setContentsMargins(20, 0, 20, 0)
        return label
