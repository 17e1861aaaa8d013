"""What stands in the stage's place when there is nothing to play: the way to open an album, and the problems of one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from visualalbum.problems import Problem, Severity
from visualalbum.ui.presenters import PROBLEMS_SHOWN, ProblemRow, problem_rows, problems_headline, recent_text
from visualalbum.ui.theme import scaled

TEXT_WIDTH_PX = 720
"""Some 90 characters a line; longer ones lose the eye."""

RECENT_SHOWN = 6
"""Albums of late that the page offers; the menu has more."""


class EmptyPage(QWidget):
    """Says how to open an album, and offers those of late; `chosen` carries the manifest of one."""

    open_asked = Signal()
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        headline = QLabel("A visual album is songs and a film, together", self)
        headline.setFont(scaled(self.font(), 1.5, bold=True))
        hint = QLabel("Drop a manifest here (NAME.visualalbum.yaml), or open one.", self)
        hint.setProperty("role", "quiet")
        self.button = QPushButton("Open an album…", self)
        self.button.setObjectName("open")
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self.open_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 28)
        column.setSpacing(14)
        column.addStretch(1)
        for label in (headline, hint):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(18)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(6)
        column.addLayout(self._recent)
        column.addStretch(1)

    def show_recent(self, albums: Sequence[tuple[str, Path]]) -> None:
        """Offer albums by title and manifest, the latest first."""
        while (item := self._recent.takeAt(0)) is not None:
            button = item.widget()
            if button is not None:
                button.deleteLater()
        for title, manifest in albums[:RECENT_SHOWN]:
            offer = QPushButton(recent_text(title, manifest).replace("&", "&&"), self)
            offer.setToolTip(str(manifest))
            offer.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            offer.setMaximumWidth(TEXT_WIDTH_PX)
            offer.clicked.connect(partial(self.chosen.emit, manifest))
            self._recent.addWidget(offer, 0, Qt.AlignmentFlag.AlignHCenter)


class ProblemsPage(QScrollArea):
    """Lists what is wrong with a manifest: place, sentence, remedy."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName("Problems of the album")
        self.show_problems((), can_play=False)

    def show_problems(self, problems: Sequence[Problem], *, can_play: bool) -> None:
        """List the problems; with `can_play` there is a way back to the stage."""
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(36, 32, 36, 32)
        column.setSpacing(6)
        headline = self._label(content, problems_headline(problems) or "No problems", "")
        headline.setFont(scaled(self.font(), 1.5, bold=True))
        column.addWidget(headline)
        rest = "What is right still plays." if can_play else "Nothing of it can be played as it is."
        column.addWidget(self._label(content, rest if problems else "The manifest is as it should be.", "quiet"))
        if can_play:
            back = QPushButton("Back to the film", content)
            back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            back.clicked.connect(self.closed)
            column.addSpacing(10)
            column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        for row in problem_rows(problems):
            self._add(column, content, row)
        if len(problems) > PROBLEMS_SHOWN:
            column.addSpacing(14)
            column.addWidget(self._label(content, f"And {len(problems) - PROBLEMS_SHOWN} more.", "quiet"))
        column.addStretch(1)
        self.setWidget(content)

    def _add(self, column: QVBoxLayout, content: QWidget, row: ProblemRow) -> None:
        column.addSpacing(16)
        place = self._label(content, row.place, "warning" if row.severity is Severity.ERROR else "accent")
        place.setFont(scaled(self.font(), 0.92))
        column.addWidget(place)
        column.addWidget(self._label(content, row.sentence, ""))
        if row.remedy:
            column.addWidget(self._label(content, row.remedy, "quiet"))

    def _label(self, content: QWidget, text: str, role: str) -> QLabel:
        label = QLabel(text, content)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(True)
        label.setMaximumWidth(TEXT_WIDTH_PX)
        label.setProperty("role", role)
        return label
