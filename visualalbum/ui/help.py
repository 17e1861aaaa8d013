"""The page of keys, over the middle of the stage."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from visualalbum.ui.commands import COMMANDS
from visualalbum.ui.sheet import QUIET, TEXT, Sheet
from visualalbum.ui.theme import scaled

MARGIN_PX = 24
GAP_PX = 36

EXTRA_ROWS = (
    ("Double-click", "On a song: play it; on the stage: full screen"),
    ("Tab", "Walk through the controls; Enter presses one"),
)

KEY_NAMES = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}


def key_rows() -> tuple[tuple[str, str], ...]:
    """Keys and what they do, in the order of the menus."""
    rows = [(" or ".join(map(_key_text, command.keys)), _plain(command.text)) for command in COMMANDS if command.keys]
    return (*rows, *EXTRA_ROWS)


def _key_text(key: str) -> str:
    return " + ".join(KEY_NAMES.get(part, part) for part in key.split("+"))


def _plain(text: str) -> str:
    return text.replace("&", "").rstrip("…")


class Help(Sheet):
    """All keys; the same key or Esc takes it away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Keys")
        self._rows = key_rows()
        self.setAccessibleDescription(", ".join(f"{keys}: {text}" for keys, text in self._rows))

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(scaled(self.font(), 1.0))
        keys = max(metrics.horizontalAdvance(keys) for keys, _ in self._rows)
        texts = max(metrics.horizontalAdvance(text) for _, text in self._rows)
        return QSize(keys + GAP_PX + texts + 2 * MARGIN_PX, len(self._rows) * self._line_px(metrics) + 2 * MARGIN_PX)

    def paint_content(self, painter: QPainter) -> None:
        # A stage smaller than the page gets smaller type, never a page cut off.
        wanted = self.sizeHint()
        shrink = min(1.0, self.width() / wanted.width(), self.height() / wanted.height())
        painter.scale(shrink, shrink)
        painter.setFont(scaled(self.font(), 1.0))
        metrics = painter.fontMetrics()
        line_px = self._line_px(metrics)
        keys_px = max(metrics.horizontalAdvance(keys) for keys, _ in self._rows)
        for number, (keys, text) in enumerate(self._rows):
            top = MARGIN_PX + number * line_px
            painter.setPen(TEXT)
            painter.drawText(QRect(MARGIN_PX, top, keys_px, line_px), Qt.AlignmentFlag.AlignVCenter, keys)
            painter.setPen(QUIET)
            place = QRect(MARGIN_PX + keys_px + GAP_PX, top, wanted.width(), line_px)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)

    def _line_px(self, metrics: QFontMetrics) -> int:
        return metrics.height() + 9
