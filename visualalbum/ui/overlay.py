"""The sync figures, over the stage's top right corner."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from visualalbum.ui.sheet import QUIET, TEXT, Sheet
from visualalbum.ui.theme import scaled
from visualalbum.ui.tongue import keep_said, tr

MARGIN_PX = 16
GAP_PX = 24

Rows = tuple[tuple[str, str], ...]


class Figures(Sheet):
    """Rows of a name and a value; as wide as its widest row has been, so that it does not twitch."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        keep_said(self, lambda: self.setAccessibleName(tr("Sync figures")))
        self._rows: Rows = ()
        self._font = scaled(self.font(), 0.92)
        self._size = self._measured()

    @property
    def rows(self) -> Rows:
        """What it shows."""
        return self._rows

    def show_rows(self, rows: Rows) -> None:
        """Show other figures; nothing is painted while they are the same."""
        if rows == self._rows:
            return
        self._rows = rows
        self._size = self._measured()
        self.setAccessibleDescription(", ".join(f"{name}: {value}" for name, value in rows))
        self.update()

    def sizeHint(self) -> QSize:
        return self._size

    def _measured(self) -> QSize:
        metrics = QFontMetrics(self._font)
        names = max((metrics.horizontalAdvance(name) for name, _ in self._rows), default=0)
        values = max((metrics.horizontalAdvance(value) for _, value in self._rows), default=0)
        width = names + GAP_PX + values + 2 * MARGIN_PX
        return QSize(width, len(self._rows) * self._line_px(metrics) + 2 * MARGIN_PX)

    def paint_content(self, painter: QPainter) -> None:
        painter.setFont(self._font)
        line_px = self._line_px(painter.fontMetrics())
        for number, (name, value) in enumerate(self._rows):
            box = self.rect().adjusted(MARGIN_PX, MARGIN_PX + number * line_px, -MARGIN_PX, 0)
            box.setHeight(line_px)
            painter.setPen(QUIET)
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
            painter.setPen(TEXT)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, value)

    def _line_px(self, metrics: QFontMetrics) -> int:
        return metrics.height() + 5
