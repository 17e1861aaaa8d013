"""The page of keys, over the middle of the stage."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from visualalbum.ui.commands import COMMANDS, title
from visualalbum.ui.keymap import Keymap, key_text
from visualalbum.ui.sheet import QUIET, TEXT, Sheet
from visualalbum.ui.theme import scaled
from visualalbum.ui.tongue import keep_said, mark, tr

MARGIN_PX = 24
GAP_PX = 20
BETWEEN_PX = 44
LEADING_PX = 9
LEGIBLE = 0.7
"""Type of the window's own size is read at this part of it, and hardly at less."""

EXTRA_ROWS = (
    (mark("Media keys"), mark("Play, pause, stop, next and previous")),
    (mark("Double-click"), mark("On a song: play it; on the stage: full screen")),
    (mark("1 to 5 again"), mark("Walk through what is shown beside the stage")),
    (mark("Menu, Shift + F10"), mark("What can be done with a line, a song, a picture")),
    (mark("Tab"), mark("Walk through the controls; Enter presses one")),
)

KEY_NAMES = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}

Rows = tuple[tuple[str, str], ...]


def key_rows(keymap: Keymap) -> Rows:
    """Keys and what they do, in the order of the menus."""
    rows = [(_keys_text(keymap.keys(command.id)), title(command.id)) for command in COMMANDS]
    return (*(row for row in rows if row[0]), *((tr(keys), tr(text)) for keys, text in EXTRA_ROWS))


def _keys_text(keys: Sequence[str]) -> str:
    """`F or F11`; nothing where there is no key."""
    *others, last = map(_key_text, keys or [""])
    return tr("{keys} or {last}", keys=", ".join(others), last=last) if others else last


def _key_text(key: str) -> str:
    return " + ".join(KEY_NAMES.get(part, part) for part in key_text(key).split("+") if part) if key != "+" else key


class Help(Sheet):
    """All keys; the same key or Esc takes it away."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._stage = parent
        keep_said(self, lambda: self.setAccessibleName(tr("Keys")))
        self._rows: Rows = ()
        self._font = scaled(self.font(), 1.0)

    def show_rows(self, rows: Rows) -> None:
        """Show keys and what they do."""
        self._rows = rows
        self.setAccessibleDescription(", ".join(f"{keys}: {text}" for keys, text in rows))
        self.update()

    def sizeHint(self) -> QSize:
        columns = self._columns()
        widths = [keys + GAP_PX + texts for keys, texts in map(self._widths, columns)]
        height = max((len(column) for column in columns), default=0) * self._line_px()
        return QSize(sum(widths) + BETWEEN_PX * (len(columns) - 1) + 2 * MARGIN_PX, height + 2 * MARGIN_PX)

    @property
    def is_legible(self) -> bool:
        """Whether the stage has room for type that can be read."""
        return self._shrink(self._stage.size()) >= LEGIBLE

    def _shrink(self, room: QSize) -> float:
        wanted = self.sizeHint()
        return min(1.0, room.width() / wanted.width(), room.height() / wanted.height())

    def paint_content(self, painter: QPainter) -> None:
        # A stage smaller than the page gets smaller type, never a page cut off.
        shrink = self._shrink(self.size())
        painter.scale(shrink, shrink)
        painter.setFont(self._font)
        line_px, left = self._line_px(), MARGIN_PX
        for column in self._columns():
            keys_px, texts_px = self._widths(column)
            for number, (keys, text) in enumerate(column):
                top = MARGIN_PX + number * line_px
                painter.setPen(TEXT)
                painter.drawText(QRect(left, top, keys_px, line_px), Qt.AlignmentFlag.AlignVCenter, keys)
                painter.setPen(QUIET)
                place = QRect(left + keys_px + GAP_PX, top, texts_px, line_px)
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
            left += keys_px + GAP_PX + texts_px + BETWEEN_PX

    def _columns(self) -> list[Rows]:
        """One column where the stage is high enough or too narrow for two."""
        stage = self._stage.size()
        one = len(self._rows) * self._line_px() + 2 * MARGIN_PX <= stage.height() or stage.width() < stage.height()
        half = len(self._rows) if one else (len(self._rows) + 1) // 2
        return [self._rows[first : first + half] for first in range(0, len(self._rows), max(1, half))]

    def _widths(self, column: Sequence[tuple[str, str]]) -> tuple[int, int]:
        metrics = QFontMetrics(self._font)
        keys, texts = (max(metrics.horizontalAdvance(part) for part in parts) for parts in zip(*column, strict=True))
        return keys + 1, texts + 1

    def _line_px(self) -> int:
        return QFontMetrics(self._font).height() + LEADING_PX
