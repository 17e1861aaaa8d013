"""The panel of problems: what is wrong with an album, each a way to its line in an editor, while the rest plays on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from visualalbum.problems import Place, Problem
from visualalbum.ui.buttons import RoundButton, TextButton
from visualalbum.ui.editor import open_at
from visualalbum.ui.icons import Icon
from visualalbum.ui.presenters import (
    Playability,
    problem_line,
    problems_headline,
    problems_left_out_text,
    problems_remark,
)
from visualalbum.ui.problem_list import ProblemList
from visualalbum.ui.theme import scaled
from visualalbum.ui.tongue import keep_said, mark, tr

EDGE_PX = 20


class ProblemsPanel(QWidget):
    """Shows the problems; `closed` when a person wants what was there before. `edit` returns what went wrong, or ""."""

    closed = Signal()

    def __init__(self, edit: Callable[[Place], str] = open_at, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edit = edit
        self._problems: tuple[Problem, ...] = ()
        self.headline = self._label(scaled(self.font(), 1.2, bold=True), "")
        self.remark = self._label(self.font(), "quiet")
        self.told = self._label(scaled(self.font(), 0.92), "warning")
        self.list = ProblemList(self)
        self.close_button = RoundButton(Icon.CLOSE, parent=self)
        keep_said(self, lambda: self.close_button.set_name(tr("Close the problems")))
        self.close_button.clicked.connect(self.closed)
        self.edit_button, self.copy_button, self.copy_all_button = (
            self._button(text, name, slot)
            for text, name, slot in (
                (mark("Edit"), mark("Open the editor at this problem"), self._on_edit),
                (mark("Copy"), mark("Copy this problem"), self._on_copy),
                (mark("Copy all"), mark("Copy all problems"), self._on_copy_all),
            )
        )
        self.list.chosen.connect(self._open)
        self.list.copy_asked.connect(self._on_copy)
        self._lay_out()
        self.show_problems((), Playability.NOTHING)

    def _lay_out(self) -> None:
        head, buttons = QHBoxLayout(), QHBoxLayout()
        for row in (head, buttons):
            row.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        head.addWidget(self.headline, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        for button in (self.edit_button, self.copy_button, self.copy_all_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        notes = QVBoxLayout()
        notes.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        notes.addWidget(self.remark)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(notes)
        column.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        foot.addWidget(self.told)
        column.addLayout(foot)
        column.addLayout(buttons)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)  # unseen as it mostly is, it must not keep the window from being narrow

    def show_problems(self, problems: Sequence[Problem], playability: Playability) -> None:
        """List problems, with what plays in spite of them. Nothing can be closed where nothing plays."""
        self._problems = tuple(problems)
        self.list.show_problems(self._problems)
        self.headline.setText(problems_headline(problems) or tr("No problems"))
        remarks = problems_remark(playability, problems), problems_left_out_text(problems)
        self.remark.setText(" ".join(filter(None, remarks)))
        self.close_button.setVisible(playability is not Playability.NOTHING)
        self.tell("")

    def tell(self, sentence: str) -> None:
        """Say what has come of a click."""
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))

    @Slot(object)
    def _open(self, problem: Problem) -> None:
        self.tell(self._edit(problem.place))

    @Slot()
    def _on_edit(self) -> None:
        if self.list.current is not None:
            self._open(self.list.current)

    @Slot()
    def _on_copy(self) -> None:
        if self.list.current is not None:
            QGuiApplication.clipboard().setText(problem_line(self.list.current))

    @Slot()
    def _on_copy_all(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(map(problem_line, sorted(self._problems))))

    def _button(self, text: str, name: str, slot: Callable[[], None]) -> QPushButton:
        button = TextButton(parent=self)

        def speak() -> None:
            button.setText(tr(text))
            button.setAccessibleName(tr(name))
            button.setToolTip(tr(name))

        keep_said(button, speak)
        button.clicked.connect(slot)
        return button

    def _label(self, font: QFont, role: str) -> QLabel:
        label = QLabel(self)
        label.setFont(font)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("role", role)
        return label
