"""The window in which a machine's offset is set: bars that meet a mark at each click, the offset, its keys."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from visualalbum.engine.snapshot import Snapshot
from visualalbum.ui.announcing import announce
from visualalbum.ui.buttons import ENTER, TextButton
from visualalbum.ui.fullscreen import Fullscreen
from visualalbum.ui.offset_text import moved_text, offset_meaning, offset_text
from visualalbum.ui.stage import Stage
from visualalbum.ui.theme import scaled
from visualalbum.ui.tongue import keep_said, mark, tr

FIRST_SIZE = 900, 660
SMALLEST = 360, 420
STEPS_MS = {"Left": -5, "Shift+Left": -1, "Shift+Right": 1, "Right": 5}
HOW = mark("Where the bar does not meet the mark at the click, move it there with the arrow keys (with Shift: finely).")


class CalibrationWindow(QWidget):
    """The stage, and below it the offset with all that can be done; what it shows is the engine's.

    `moved` carries by how many milliseconds more the picture is to wait, 0 for no offset at all; `kept` that this one
    is right; `closing` comes once, before the window goes.
    """

    moved = Signal(int)
    kept = Signal()
    closing = Signal()

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.stage = stage
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._offset_ms: int | None = None
        self.fullscreen = Fullscreen(self)
        self.offset = QLabel(self)
        self.offset.setFont(scaled(self.font(), 2.3, bold=True))
        self.meaning = QLabel(self)
        self.how = QLabel(self)
        self.place = QLabel(self)
        self.note = QLabel(self)
        for label, role in (
            (self.offset, ""),
            (self.meaning, "quiet"),
            (self.how, ""),
            (self.note, "accent"),
            (self.place, "quiet"),
        ):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label is not self.offset)
            label.setProperty("role", role)
        self.steps = {key: TextButton(parent=self) for key in STEPS_MS}
        self.zero = TextButton(parent=self)
        self.leave = TextButton(parent=self)
        self.keep = TextButton(parent=self)
        self._lay_out()
        self._tie()
        keep_said(self, self._speak)
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)

    @Slot(object)
    def show_stage(self, snapshot: Snapshot) -> None:
        """Bring the stage up to a snapshot, in the tick in which it changed."""
        self.stage.show_stage(snapshot.stage, snapshot.planned)

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the offset that is in force."""
        offset_ms = round(snapshot.offset_us / 1000)
        if offset_ms != self._offset_ms:
            told = self._offset_ms is not None
            self._offset_ms = offset_ms
            self._show_offset()
            if told:
                announce(self.offset, offset_text(offset_ms))

    def show_place(self, device: str, screen: str) -> None:
        """Show what the offset is kept for."""
        self.place.setText(tr("For {device} with {screen}", device=device, screen=screen))

    def tell(self, text: str) -> None:
        """Say what has come about, until something else has."""
        if text != self.note.text():
            self.note.setText(text)
            self.note.setVisible(bool(text))
            announce(self.note, text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Where no window manager runs nobody gives us the keyboard.
        self.activateWindow()
        self.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # No shortcut: a button that has the keyboard answers to Enter itself.
        if event.key() in ENTER:
            self.kept.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        sooner, a_little_sooner, a_little_later, later = self.steps.values()
        scale = _row(None, sooner, a_little_sooner, self.offset, a_little_later, later, None)
        scale.setSpacing(6)
        # So that the buttons stay under the pointer, whatever the number.
        self.offset.setMinimumWidth(self.offset.fontMetrics().horizontalAdvance("+888 ms"))
        panel = QVBoxLayout()
        panel.setContentsMargins(16, 12, 16, 16)
        panel.setSpacing(8)
        panel.addWidget(self.how)
        panel.addLayout(scale)
        for label in (self.meaning, self.note, self.place):
            panel.addWidget(label)
        panel.addSpacing(4)
        panel.addLayout(_row(self.zero, None, self.leave, self.keep))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.stage, 1)
        column.addLayout(panel)
        self.note.hide()

    def _tie(self) -> None:
        for key, step_ms in STEPS_MS.items():
            self.steps[key].clicked.connect(partial(self.moved.emit, step_ms))
            QShortcut(QKeySequence(key), self).activated.connect(partial(self.moved.emit, step_ms))
        self.zero.clicked.connect(partial(self.moved.emit, 0))
        self.leave.clicked.connect(self.close)
        self.keep.clicked.connect(self.kept)
        for key, slot in (
            ("0", self.zero.click),
            ("Esc", self.close),
            ("F", self.fullscreen.toggle),
            ("F11", self.fullscreen.toggle),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(slot)
        self.stage.double_clicked.connect(self.fullscreen.toggle)

    def _speak(self) -> None:
        self.setWindowTitle(tr("Picture and sound together"))
        self.how.setText(tr(HOW))
        for key, step_ms in STEPS_MS.items():
            button = self.steps[key]
            button.setText(f"{step_ms:+d}".replace("-", "−"))
            name = moved_text(step_ms)
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)})")
        self.zero.setText(tr("Back to 0"))
        self.zero.setToolTip(tr("No offset (0)"))
        self.leave.setText(tr("Leave"))
        self.leave.setToolTip(tr("Leave it as it was (Esc)"))
        self.keep.setText(tr("Keep"))
        self.keep.setToolTip(tr("Keep this offset (Enter)"))
        self._show_offset()

    def _show_offset(self) -> None:
        offset_ms = self._offset_ms or 0
        self.offset.setText(offset_text(offset_ms))
        self.offset.setAccessibleName(tr("Offset: {offset}", offset=offset_text(offset_ms)))
        self.meaning.setText(offset_meaning(offset_ms))


def _row(*widgets: QWidget | None) -> QBoxLayout:
    """Widgets beside each other; None is room between them."""
    row = QHBoxLayout()
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
