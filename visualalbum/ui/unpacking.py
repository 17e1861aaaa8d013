"""A bundle that is being unpacked: how much of it is, and a way to give it up, beside what plays or in its place."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from visualalbum.ui.announcing import announce
from visualalbum.ui.buttons import TextButton
from visualalbum.ui.presenters import unpacking_text
from visualalbum.ui.theme import scaled
from visualalbum.ui.tongue import keep_said, tr

STEPS = 1000
WIDTH_PX = 420
BAR_PX = 4


class Waiting(QWidget):
    """A text, a bar, and a button that gives up; beside each other, or below each other in larger letters."""

    given_up = Signal()

    def __init__(self, direction: QBoxLayout.Direction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        beside = direction is QBoxLayout.Direction.LeftToRight
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setFont(scaled(self.font(), 1.0 if beside else 1.3))
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(BAR_PX)
        self.bar.setRange(0, STEPS)
        self.button = TextButton(parent=self)
        self.button.clicked.connect(self.given_up)
        keep_said(self.button, lambda: self.button.setText(tr("Cancel")))
        keep_said(self.button, lambda: self.button.setAccessibleName(tr("Stop unpacking")))
        layout = QBoxLayout(direction, self)
        layout.setSpacing(16)
        layout.addWidget(self.label, 2)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        if beside:
            layout.setContentsMargins(20, 8, 20, 8)
        else:
            layout.setContentsMargins(0, 0, 0, 0)
            self.label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.setMaximumWidth(WIDTH_PX)

    def show_part(self, text: str, part: float) -> None:
        """Show what is being waited for, and how much of it is done, 0 to 1."""
        self.label.setText(text)
        self.bar.setAccessibleName(text)
        self.bar.setValue(round(part * STEPS))


class Unpacking(QObject):
    """Shows it twice: `page` is for where nothing plays, `strip` for below what does. `changed` when it comes or goes.

    `given_up` when a person does not want it any more.
    """

    given_up = Signal()
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on = False
        self.page = QWidget()
        self.strip = Waiting(QBoxLayout.Direction.LeftToRight)
        self._middle = Waiting(QBoxLayout.Direction.TopToBottom, self.page)
        for one in (self.strip, self._middle):
            one.given_up.connect(self.given_up)
        row, column = QHBoxLayout(), QVBoxLayout(self.page)
        row.addWidget(self._middle)
        column.setContentsMargins(28, 28, 28, 28)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.strip.hide()

    def show_part(self, bundle: str, part: float) -> None:
        """Show how much of a bundle is unpacked, 0 to 1."""
        text = unpacking_text(bundle, part)
        for one in (self.strip, self._middle):
            one.show_part(text, part)
        if not self.on:
            self.on = True
            self.changed.emit()
            announce(self.page, text)

    def clear(self) -> None:
        """Nothing is being unpacked any more."""
        if self.on:
            self.on = False
            self.changed.emit()
