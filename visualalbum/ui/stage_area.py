"""The stage with what lies over it: sync figures, the note and the page of keys, each in its place."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visualalbum.engine.snapshot import Snapshot
from visualalbum.ui.glimpse import Glimpse
from visualalbum.ui.help import Help
from visualalbum.ui.note import Note
from visualalbum.ui.overlay import Figures
from visualalbum.ui.presenters import fault_notes, sync_rows
from visualalbum.ui.stage import Stage
from visualalbum.ui.stills import Stills

EDGE_PX = 16


class StageArea(QWidget):
    """Holds the stage and keeps the sheets over it where they belong."""

    def __init__(self, stage: Stage, stills: Stills, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = stage
        self._stills = stills
        self._snapshot = Snapshot()
        self._figures_on = False
        self._stage_alone = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(stage)
        self.note = Note(self)
        self.figures = Figures(self)
        self.words = Glimpse(self)
        self.help = Help(self)
        stills.faulted.connect(self._refresh)

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Bring the sheets up to a snapshot."""
        self._snapshot = snapshot
        self._refresh()

    @Slot()
    def toggle_figures(self) -> None:
        """Show the sync figures, or take them away."""
        self._figures_on = not self._figures_on
        self._refresh()

    @Slot()
    def toggle_help(self) -> None:
        """Show the page of keys, or take it away."""
        self.help.setVisible(self.help.isHidden())
        self._refresh()

    def set_alone(self, alone: bool) -> None:
        """Alone on the screen, notes are brief, and glimpses show what the transport would."""
        self._stage_alone = alone
        self.note.set_brief(alone)

    @Slot(str)
    def glimpse(self, text: str) -> None:
        """Show a few words for a moment, where there is no transport to show it."""
        if self._stage_alone:
            self.tell(text)

    def tell(self, text: str) -> None:
        """Show a few words for a moment, whatever else there is."""
        self.words.show_text(text)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    @Slot()
    def _refresh(self) -> None:
        # The page of keys has the stage to itself.
        alone = self.help.isHidden()
        self.note.show_lines(fault_notes((*self._snapshot.faults, *self._stills.faults)) if alone else ())
        self.figures.show_rows(sync_rows(self._snapshot))
        self.figures.setVisible(self._figures_on and alone)
        self._place()

    def _place(self) -> None:
        inner = self.rect().adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
        figures = self.figures.sizeHint().expandedTo(QSize(self.figures.width(), 0))
        _settle(self.figures, QRect(QPoint(inner.right() - figures.width() + 1, inner.top()), figures))
        note = self.note.sizeHint()
        _settle(self.note, QRect(QPoint(inner.left(), inner.bottom() - note.height() + 1), note))
        words = self.words.sizeHint()
        _settle(self.words, QRect(QPoint(inner.center().x() - words.width() // 2, inner.top()), words))
        keys = self.help.sizeHint().boundedTo(inner.size())
        middle = inner.center() - QPoint(keys.width() // 2, keys.height() // 2)
        _settle(self.help, QRect(middle, keys))


def _settle(sheet: QWidget, place: QRect) -> None:
    if sheet.isVisible() and sheet.geometry() != place:
        sheet.setGeometry(place)
