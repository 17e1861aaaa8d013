"""A few words at the top of the stage for a moment: what a key did, in full screen, where nothing else shows it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from visualalbum.ui.sheet import TEXT, Sheet
from visualalbum.ui.theme import scaled

SHOWN_MS = 1_200
LETTER_MS = 60
"""What it takes to read a letter: a sentence stays longer than a word."""
PADDING_PX = 14
FLAGS = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)


class Glimpse(Sheet):
    """Words that go by themselves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._font = scaled(self.font(), 1.25)
        self._text = ""
        self._area = parent
        self._timer = QTimer(self)
        self._timer.setObjectName("glimpse")
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)

    @property
    def text(self) -> str:
        """What it says, or said last."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show words from now on for a moment."""
        self._text = text
        self.setAccessibleName(text)
        self.show()
        self.update()
        self._timer.start(max(SHOWN_MS, len(text) * LETTER_MS))

    def sizeHint(self) -> QSize:
        room = QRect(0, 0, max(40, self._area.width() - 4 * PADDING_PX), 2000)
        box = QFontMetrics(self._font).boundingRect(room, FLAGS, self._text)
        return QSize(box.width() + 2 * PADDING_PX, box.height() + PADDING_PX)

    def paint_content(self, painter: QPainter) -> None:
        painter.setFont(self._font)
        painter.setPen(TEXT)
        painter.drawText(self.rect().adjusted(PADDING_PX, 0, -PADDING_PX, 0), FLAGS, self._text)
