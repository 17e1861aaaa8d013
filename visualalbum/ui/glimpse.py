"""A few words at the top of the stage for a moment: what a key did, in full screen, where nothing else shows it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from visualalbum.ui.announcing import announce
from visualalbum.ui.sheet import TEXT, Sheet
from visualalbum.ui.theme import scaled

SHOWN_MS = 1_200
MS_A_LETTER = 50
"""A sentence is read at some 20 letters a second; a few words are seen at a glance."""

PADDING_PX = 14
EDGE_PX = 16
WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
"""At words where there are any: a file's name may be longer than a narrow window."""


class Glimpse(Sheet):
    """Words that go by themselves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._area = parent
        self._font = scaled(self.font(), 1.25)
        self._text = ""
        self._timer = QTimer(self)
        self._timer.setObjectName("glimpse")
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)

    @property
    def text(self) -> str:
        """What it says, or said last."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show words from now on for a moment."""
        self._text = text
        self.setAccessibleName(text)
        announce(self, text)
        self.show()
        self.update()
        self._timer.start(max(SHOWN_MS, MS_A_LETTER * len(text)))

    def sizeHint(self) -> QSize:
        room_px = self._area.width() - 2 * (EDGE_PX + PADDING_PX)
        words = QFontMetrics(self._font).boundingRect(QRect(0, 0, max(1, room_px), 0), WRAPPED, self._text)
        return words.size() + QSize(2 * PADDING_PX, PADDING_PX)

    def paint_content(self, painter: QPainter) -> None:
        painter.setFont(self._font)
        painter.setPen(TEXT)
        painter.drawText(self.rect().adjusted(PADDING_PX, 0, -PADDING_PX, 0), WRAPPED, self._text)
