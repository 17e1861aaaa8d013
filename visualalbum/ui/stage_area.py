"""The stage with what lies over it, each in its place: words, captions, controls, notes, figures, the page of keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visualalbum.engine.snapshot import Snapshot
from visualalbum.ui.announcing import announce
from visualalbum.ui.captions import Captions
from visualalbum.ui.controls import Controls
from visualalbum.ui.glimpse import Glimpse
from visualalbum.ui.help import Help
from visualalbum.ui.note import Note
from visualalbum.ui.overlay import Figures
from visualalbum.ui.picture_text import PictureText
from visualalbum.ui.presenters import fault_notes
from visualalbum.ui.stage import Stage
from visualalbum.ui.stills import Stills
from visualalbum.ui.sung_words import SungWords
from visualalbum.ui.sync_rows import sync_rows
from visualalbum.words import Line

EDGE_PX = 16
GAP_PX = 8
LOW_PX = 360
"""A stage lower than this has no room for notes that stay."""

FIGURES_MS = 250
"""How often the sync figures change: nobody reads faster, and drawing them takes up to 5 ms of a picture's 40."""

SAFE = 0.045
"""Of the stage's height: so far from its edge stands what is to be read, as broadcasters have it."""


class StageArea(QWidget):
    """Holds the stage and keeps the sheets over it where they belong."""

    def __init__(self, stage: Stage, stills: Stills, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = stage
        self._stills = stills
        self._snapshot = Snapshot()
        self._figures_due = QTimer(self)
        self._figures_due.setObjectName("figures")
        self._figures_due.setInterval(FIGURES_MS)
        self._figures_due.timeout.connect(self._on_figures_due)
        self.alone = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(stage)
        self.sung = SungWords("Words on the picture", self)
        self.captions = Captions("Captions", self)
        self.captions_on_top = Captions("Captions at the top", self)
        self.texts: tuple[PictureText, ...] = (self.sung, self.captions, self.captions_on_top)
        self.note = Note(self)
        self.note.gone.connect(self._place)
        self.figures = Figures(self)
        self.words = Glimpse(self)
        self.help = Help(self)
        self.controls = Controls(stage, self)
        self.controls.changed.connect(self._place)
        for text in self.texts:
            text.resized.connect(self._place)
        stills.faulted.connect(self._refresh)

    @Slot(object)
    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Bring the sheets up to a snapshot."""
        self._snapshot = snapshot
        self._refresh()

    @Slot()
    def toggle_figures(self) -> None:
        """Show the sync figures, or take them away."""
        if self._figures_due.isActive():
            self._figures_due.stop()
        else:
            self._figures_due.start()
            self._show_figures()
        self._refresh()

    @Slot()
    def _on_figures_due(self) -> None:
        self.stage.lull.then(self._show_figures)

    def _show_figures(self) -> None:
        self.figures.show_rows(sync_rows(self._snapshot))

    @Slot()
    def toggle_help(self) -> None:
        """Show the page of keys, or take it away."""
        self.help.setVisible(self.help.isHidden())
        if self.help.isVisible():
            announce(self.help, self.help.accessibleDescription())
        self._refresh()

    def set_alone(self, alone: bool) -> None:
        """Alone on the screen, notes are brief, and glimpses show what the transport would."""
        self.alone = alone
        self._be_brief()

    @Slot(str)
    def glimpse(self, text: str) -> None:
        """Show a few words for a moment, where there is no transport to show it; a screen reader says them anyway."""
        if self.alone:
            self.tell(text)
        else:
            announce(self, text)

    def tell(self, text: str) -> None:
        """Show a few words for a moment, whatever else there is."""
        self.words.show_text(text)
        self._place()

    def show_captions(self, lines: Sequence[Line]) -> None:
        """Show what is said, or nothing."""
        self.captions.show_lines([line for line in lines if not line.on_top])
        self.captions_on_top.show_lines([line for line in lines if line.on_top])

    def _be_brief(self) -> None:
        self.note.set_brief(self.alone or self.height() < LOW_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._be_brief()
        for text in self.texts:
            text.fit(self.size())
        self._place()

    @Slot()
    def _refresh(self) -> None:
        # The page of keys has the stage to itself.
        alone = self.help.isHidden()
        self.note.show_lines(fault_notes((*self._snapshot.faults, *self._stills.faults)) if alone else ())
        self.figures.setVisible(self._figures_due.isActive() and alone)
        self._place()

    @Slot()
    def _place(self) -> None:
        inner = self.rect().adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
        if self.controls.seen:
            room = self.rect().adjusted(GAP_PX, GAP_PX, -GAP_PX, -EDGE_PX)
            place = _rising(room, self.controls.sizeHint().boundedTo(room.size()), room.bottom())
            _settle(self.controls, place)
            inner.setBottom(place.top() - GAP_PX)
        # What is hidden is not measured: this runs 30 times a second, and the page of keys alone takes 2 ms.
        if self.figures.isVisible():
            figures = self.figures.sizeHint().expandedTo(QSize(self.figures.width(), 0))
            _settle(self.figures, QRect(QPoint(inner.right() - figures.width() + 1, inner.top()), figures))
        if self.words.isVisible():
            words = self.words.sizeHint()
            _settle(self.words, QRect(QPoint(inner.center().x() - words.width() // 2, inner.top()), words))
        if self.help.isVisible():
            keys = self.help.sizeHint().boundedTo(inner.size())
            middle = inner.center() - QPoint(keys.width() // 2, keys.height() // 2)
            _settle(self.help, QRect(middle, keys))
        self._place_texts(inner, *self._place_note(inner))

    def _place_note(self, inner: QRect) -> tuple[int, int]:
        """At the bottom, as long as it leaves the captions room: they are somebody's only way to hear.

        Returns where the room for what is to be read begins and ends.
        """
        margin = round(SAFE * self.height())
        ceiling, floor = max(inner.top(), margin), min(inner.bottom(), self.height() - margin)
        if self.words.isVisible():
            ceiling = max(ceiling, self.words.geometry().bottom() + GAP_PX)
        size = self.note.sizeHint()
        place = QRect(QPoint(inner.left(), inner.bottom() - size.height() + 1), size)
        needed = sum(text.sizeHint().height() + GAP_PX for text in (self.captions, self.captions_on_top) if text.text())
        self.note.give_way(needed > place.top() - ceiling)
        if not self.note.isVisible():
            return ceiling, floor
        _settle(self.note, place)
        return ceiling, min(floor, place.top() - GAP_PX)

    def _place_texts(self, inner: QRect, ceiling: int, floor: int) -> None:
        """From the bottom up: words, then captions. What finds no room gives way to the picture."""
        if not any(text.text() for text in self.texts):
            for text in self.texts:
                text.hide()
            return
        top = self.captions_on_top
        place = _rising(inner, top.sizeHint(), ceiling + top.sizeHint().height() - 1)
        if self.figures.isVisible() and place.intersects(self.figures.geometry()):
            place.moveTop(self.figures.geometry().bottom() + GAP_PX)
        if self._let(top, place.bottom() <= floor):
            top.setGeometry(place)
            ceiling = place.bottom() + GAP_PX
        # The captions come first where there is not room for both: they are somebody's only way to hear.
        room = floor - ceiling - self.captions.sizeHint().height()
        picture = self.stage.picture_place
        heights = [text.sizeHint().height() + GAP_PX for text in (self.sung, self.captions) if text.text()]
        if not picture.isEmpty():
            # A stage much higher than its picture has room right under that, where nothing of it is covered.
            floor = min(floor, picture.bottom() + sum(heights))
        for text in (self.sung, self.captions):
            place = _rising(inner, text.sizeHint(), floor).translated(text.aside_px, 0)
            if self._let(text, place.top() >= ceiling and (text is not self.sung or place.height() <= room)):
                text.setGeometry(place)
                floor = place.top() - GAP_PX

    def _let(self, text: PictureText, has_room: bool) -> bool:
        """Show a text if there is one and it has room, and the page of keys is not there."""
        text.setVisible(bool(text.text()) and has_room and self.help.isHidden())
        return text.isVisible()


def _rising(inner: QRect, size: QSize, floor: int) -> QRect:
    """A place in the middle that stands on a floor."""
    return QRect(QPoint(inner.center().x() - size.width() // 2, floor - size.height() + 1), size)


def _settle(sheet: QWidget, place: QRect) -> None:
    if sheet.isVisible() and sheet.geometry() != place:
        sheet.setGeometry(place)
