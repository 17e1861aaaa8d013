"""The note on the stage: what has failed and what is shown instead, in plain words, until it is mended."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from visualalbum.ui.announcing import announce
from visualalbum.ui.sheet import TEXT, Sheet
from visualalbum.ui.theme import scaled
from visualalbum.ui.tongue import keep_said, tr

MARGIN_PX = 14
STRIPE_PX = 4
WIDEST_PX = 560
BRIEF_MS = 10_000
"""How long a note stays in full screen: long enough to read three sentences, then the film has the screen again."""


class Note(Sheet):
    """A few sentences; never in the way of a click or a key. `gone` tells that a brief one has had its time."""

    gone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        keep_said(self, lambda: self.setAccessibleName(tr("Note")))
        self._lines: tuple[str, ...] = ()
        self._font = scaled(self.font(), 0.95)
        self._brief = False
        self._over = False
        self._gives_way = False
        self._area = parent
        self._timer = QTimer(self)
        self._timer.setObjectName("note")
        self._timer.setSingleShot(True)
        self._timer.setInterval(BRIEF_MS)
        self._timer.timeout.connect(self._on_time)

    @property
    def lines(self) -> tuple[str, ...]:
        """What it says."""
        return self._lines

    @property
    def wanted(self) -> bool:
        """Whether it has something to say, and its time is not over."""
        return bool(self._lines) and not self._over

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Say something else; nothing to say takes the note away."""
        if lines != self._lines:
            announce(self, " ".join(line for line in lines if line not in self._lines))
            self._lines = lines
            self.setAccessibleDescription(" ".join(lines))
            self._refresh()

    def set_brief(self, brief: bool) -> None:
        """Where there is little room a note goes after a while, and comes back with the next fault or more room."""
        if brief != self._brief:
            self._brief = brief
            self._refresh()

    def give_way(self, gives_way: bool) -> None:
        """Be away while its place is wanted for what may not wait."""
        self._gives_way = gives_way
        self.setVisible(self.wanted and not gives_way)

    def _refresh(self) -> None:
        self._over = False
        self.give_way(self._gives_way)
        self.update()
        if self._brief:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def _on_time(self) -> None:
        self._over = True
        self.hide()
        self.gone.emit()

    def sizeHint(self) -> QSize:
        width = min(WIDEST_PX, self._area.width() - 2 * MARGIN_PX)
        text_px = max(40, width - 3 * MARGIN_PX - STRIPE_PX)
        box = QFontMetrics(self._font).boundingRect(QRect(0, 0, text_px, 2000), self._flags(), self._text())
        return QSize(box.width() + 3 * MARGIN_PX + STRIPE_PX, box.height() + 2 * MARGIN_PX)

    def paint_content(self, painter: QPainter) -> None:
        stripe = QRect(MARGIN_PX, MARGIN_PX, STRIPE_PX, self.height() - 2 * MARGIN_PX)
        painter.setBrush(self.palette().highlight())
        painter.drawRoundedRect(stripe, STRIPE_PX / 2, STRIPE_PX / 2)
        painter.setFont(self._font)
        painter.setPen(TEXT)
        text = self.rect().adjusted(2 * MARGIN_PX + STRIPE_PX, MARGIN_PX, -MARGIN_PX + 2, -MARGIN_PX)
        painter.drawText(text, self._flags(), self._text())

    def _text(self) -> str:
        return "\n".join(self._lines)

    def _flags(self) -> int:
        return int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
