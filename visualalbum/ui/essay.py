"""The essay of a song: a page that is read by itself, whose paragraphs follow the song and lead to their moments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

from visualalbum.ui.buttons import ENTER
from visualalbum.ui.following import Following
from visualalbum.ui.page import Page
from visualalbum.ui.tongue import mark

EDGE_PX, ROOM_PX, BAR_PX = 8, 4, 3
TINT = 0.1
"""How much of the accent lies behind the paragraph of the moment: its text keeps a contrast of 4.5."""

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
"""Paragraphs that keys go on by."""

CLICK_PX = 4
"""A pointer that moved further was selecting text."""


@dataclass(frozen=True)
class Paragraph:
    """A part of an essay: its Markdown, and its moment in microseconds of the track (None: it has none)."""

    markdown: str
    moment_us: int | None = None


class EssayView(Page):
    """An essay on screen; `located` carries the time of the track of the paragraph that a person clicked."""

    located = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(mark("Essay"), parent)
        self._moments: list[tuple[int, tuple[int, int]]] = []  # microseconds, first and last place, all ascending
        self._ranges: list[tuple[int, int, int | None]] = []  # first and last place of each paragraph, its moment
        self._marked = -1
        self._pressed = QPoint()
        self._walked = 0
        self.following = Following(self)

    def show_paragraphs(self, paragraphs: Sequence[Paragraph], *, stay: bool = False) -> None:
        """Show another essay, from its start; or the same one edited, where it was read."""
        height = self.verticalScrollBar().value() if stay else 0
        self.begin()
        self._ranges = [(*self.add_markdown(one.markdown), one.moment_us) for one in paragraphs]
        self.finish(height)
        self._moments = []
        for first, last, moment in self._ranges:
            # A moment before the one above it would send the page back and forth: the later of two is kept.
            if moment is not None and (not self._moments or moment > self._moments[-1][0]):
                self._moments.append((moment, (first, last)))
        self._mark(-1)
        self._walked = 0
        if not stay:
            self.following.follow_again()

    def show_time(self, time_us: int) -> None:
        """Mark the paragraph of a time of the track, and bring it into sight."""
        index = bisect_right(self._moments, time_us, key=lambda one: one[0]) - 1
        if index != self._marked:
            self._mark(index)
        if index >= 0:
            self.following.show_height(round(self._place(self._moments[index][1]).center().y()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        event.accept()
        place = event.position().toPoint()
        moved = (place - self._pressed).manhattanLength() > CLICK_PX
        if event.button() is Qt.MouseButton.LeftButton and not moved and not self.anchorAt(place):
            self._walked = self._paragraph_at(self.cursorForPosition(place).position())
            self._go()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._marked >= 0:
            self._walked = self._paragraph_at(self._moments[self._marked][1][0])
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in STEPS and self._ranges:
            self._walk(min(max(0, self._walked + STEPS[Qt.Key(key)]), len(self._ranges) - 1))
        elif key in ENTER and not self.textCursor().hasSelection():  # Tab selects links, and Enter opens them
            self._go()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -self.verticalScrollBar().value())
        if self.hasFocus() and self._walked < len(self._ranges):
            painter.setPen(QPen(accent, 1.5))
            painter.drawRoundedRect(self._place(self._ranges[self._walked][:2]), 6, 6)
        if self._marked >= 0:
            place = self._place(self._moments[self._marked][1])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawRoundedRect(QRectF(place.left(), place.top(), BAR_PX, place.height()), BAR_PX / 2, BAR_PX / 2)
            accent.setAlphaF(TINT)
            painter.setBrush(accent)
            painter.drawRoundedRect(place, 6, 6)
        painter.end()
        super().paintEvent(event)

    def _walk(self, paragraph: int) -> None:
        """Have the keyboard, and a screen reader's eye, at another paragraph, and that in sight."""
        self._walked = paragraph
        start, end, _ = self._ranges[paragraph]
        bar, place = self.verticalScrollBar(), self._place((start, end))
        top, bottom = round(place.top()), round(place.bottom()) - self.viewport().height()
        height = min(max(bar.value(), bottom), top)
        cursor = self.textCursor()
        cursor.setPosition(start)
        self.setTextCursor(cursor)
        bar.setValue(height)
        self.viewport().update()

    def _go(self) -> None:
        """Go to the moment of the paragraph where the hand is; some have none."""
        moment = self._ranges[self._walked][2] if self._walked < len(self._ranges) else None
        if moment is not None:
            self.following.follow_again()
            self.located.emit(moment)

    def _paragraph_at(self, place: int) -> int:
        """The number of the paragraph that holds a place of the text."""
        return next((n for n, (first, last, _) in enumerate(self._ranges) if first <= place <= last), 0)

    def _mark(self, index: int) -> None:
        self._marked = index
        self.viewport().update()

    def _place(self, places: tuple[int, int]) -> QRectF:
        """Where the paragraph from a first to a last place of the text lies on the page."""
        first, last = places
        document = self.document()
        layout = document.documentLayout()
        top = layout.blockBoundingRect(document.findBlock(first)).top()
        bottom = layout.blockBoundingRect(document.findBlock(last)).bottom()
        return QRectF(EDGE_PX, top - ROOM_PX, self.viewport().width() - 2 * EDGE_PX, bottom - top + 2 * ROOM_PX)
