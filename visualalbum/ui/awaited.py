"""An album that is awaited: what it waits for, how far that is, and a way to give it up, beside what plays or alone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from visualalbum.ui.announcing import announce
from visualalbum.ui.buttons import TextButton
from visualalbum.ui.presenters import still_reading_text, unpacking_text
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
        keep_said(self.button, lambda: self.button.setAccessibleName(tr("Stop opening the album")))
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

    def show_part(self, text: str, part: float | None) -> None:
        """Show what is being waited for, and how much of it is done, 0 to 1; None where nobody knows."""
        self.label.setText(text)
        self.bar.setAccessibleName(text)
        self.bar.setVisible(part is not None)
        self.bar.setValue(round((part or 0) * STEPS))


class Awaited(QObject):
    """Shows it twice: `page` is for where nothing plays, `strip` for below what does. `changed` when it comes or goes.

    While it is `on` the page is there, and is empty until there is something to say. `given_up` when a person does not
    want it any more.
    """

    given_up = Signal()
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on = self.told = False
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
        self._middle.hide()

    def begin(self) -> None:
        """Something is awaited; most of it is there before anybody could read a word about it."""
        self._set(on=True, told=False)

    def show_unpacking(self, bundle: str, part: float) -> None:
        """Show how much of a bundle is unpacked, 0 to 1."""
        self._tell(unpacking_text(bundle, part), part)

    def show_reading(self, album: str, done: int, total: int) -> None:
        """Show that an album is still being read, and how many of its files are known."""
        self._tell(still_reading_text(album), done / total if total else None)

    def clear(self) -> None:
        """Nothing is awaited any more."""
        self._set(on=False, told=False)

    def _tell(self, text: str, part: float | None) -> None:
        for one in (self.strip, self._middle):
            one.show_part(text, part)
        if not self.told:
            self._set(on=True, told=True)
            announce(self.page, text)

    def _set(self, *, on: bool, told: bool) -> None:
        if (on, told) != (self.on, self.told):
            self.on, self.told = on, told
            self._middle.setVisible(told)
            self.changed.emit()
