"""The window in which keys are given to commands, beside the album that goes on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from visualalbum.ui.commands import COMMANDS, plain, title
from visualalbum.ui.keymap import PORTABLE, Keymap, key_text
from visualalbum.ui.theme import scaled
from visualalbum.ui.tongue import keep_said, mark, tr

SIZE = 460, 620


class KeyField(QKeySequenceEdit):
    """Takes any key but two: Esc is the window's, which closes, and Backspace takes away what is there."""

    def event(self, event: QEvent) -> bool:
        pressed = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if pressed and isinstance(event, QKeyEvent) and not event.modifiers():
            if event.key() == Qt.Key.Key_Escape:
                event.ignore()
                return False
            if event.key() == Qt.Key.Key_Backspace:
                event.accept()
                self.clear()
                return True
        return super().event(event)


class KeysDialog(QDialog):
    """A row for every command; what is typed into it is its key from then on."""

    def __init__(self, keymap: Keymap, parent: QWidget) -> None:
        super().__init__(parent)
        self._keymap = keymap
        keep_said(self, lambda: self.setWindowTitle(tr("Keys")))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.told = QLabel(self)
        self.told.setProperty("role", "quiet")
        self.told.setWordWrap(True)
        how = mark("Go to a field and press the key that you want; Backspace takes it away.")
        keep_said(self, lambda: self.told.setText(tr(how)))
        self.edits: dict[str, QKeySequenceEdit] = {}
        self._lay_out()
        keymap.changed.connect(self._show_keys)
        keep_said(self, self._show_keys)
        self.resize(*SIZE)
        self.finished.connect(parent.activateWindow)  # where no window manager runs nobody gives the keyboard back

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Where no window manager runs nobody gives us the keyboard.
        self.activateWindow()

    def _lay_out(self) -> None:
        rows = QWidget()
        form = QFormLayout(rows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setHorizontalSpacing(24)
        menu = ""
        for command in COMMANDS:
            if command.menu != menu:
                menu = command.menu
                heading = self._label(menu)
                heading.setFont(scaled(self.font(), 1.1, bold=True))
                heading.setContentsMargins(0, 12, 0, 2)
                form.addRow(heading)
            form.addRow(self._label(command.text), self._edit(command.id))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(rows)
        self.own = QPushButton(self)
        keep_said(self, lambda: self.own.setText(tr("Use the &original keys")))
        self.own.clicked.connect(self._on_own)
        close = QPushButton(self)
        keep_said(self, lambda: close.setText(tr("&Close")))
        close.clicked.connect(self.accept)
        for button in (self.own, close):
            button.setAutoDefault(False)  # Enter may be wanted as a key
        buttons = QHBoxLayout()
        buttons.addWidget(self.own)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self.told)
        column.addWidget(area, 1)
        column.addLayout(buttons)

    def _label(self, text: str) -> QLabel:
        label = QLabel()
        keep_said(label, lambda: label.setText(plain(text)))
        return label

    def _edit(self, command_id: str) -> QKeySequenceEdit:
        edit = KeyField(self)
        edit.setObjectName(command_id)
        keep_said(edit, lambda: self._name(edit))
        edit.setMaximumSequenceLength(1)
        edit.setClearButtonEnabled(True)
        edit.keySequenceChanged.connect(self._on_changed)
        self.edits[command_id] = edit
        return edit

    @staticmethod
    def _name(edit: QKeySequenceEdit) -> None:
        for named in (edit, *edit.findChildren(QLineEdit)):  # the keyboard goes to the line within
            named.setAccessibleName(tr("Key for {command}", command=title(edit.objectName())))

    @Slot()
    def _show_keys(self) -> None:
        for command_id, edit in self.edits.items():
            first = next(iter(self._keymap.keys(command_id)), "")
            if edit.keySequence().toString(PORTABLE) != first:
                edit.blockSignals(True)
                edit.setKeySequence(QKeySequence(first))
                edit.blockSignals(False)
            for line in edit.findChildren(QLineEdit):
                line.setPlaceholderText(tr("No key"))  # Qt's own sentence, set anew with each key, is too long

    @Slot(QKeySequence)
    def _on_changed(self, sequence: QKeySequence) -> None:
        key = sequence.toString(PORTABLE)
        command_id = self.sender().objectName()
        loser = self._keymap.give(command_id, key)
        names = {"command": title(command_id), "key": key_text(key)}
        if not key:
            told = tr("{command} has no key now.", **names)
        elif loser is None:
            told = tr("{command} has the key {key} now.", **names)
        else:
            told = tr("{command} has the key {key} now. It was taken from {other}.", **names, other=title(loser))
        self.told.setText(told)

    @Slot()
    def _on_own(self) -> None:
        self._keymap.reset()
        self.told.setText(tr("All keys are the original ones again."))
