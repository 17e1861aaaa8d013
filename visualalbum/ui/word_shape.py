"""How one line of words is laid out and painted, whatever its script and direction."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPalette,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from visualalbum.ui.theme import scaled
from visualalbum.ui.word_rows import Mark, WordRow

MARGIN_PX = 20
GAP_PX = 9
"""Above and below a line."""

INSET_PX = 36
"""How far the lines of a duet stand from the other one's side."""

BELOW_SCALE = 0.94
TEXT_SCALE = 1.22


class WordShape:
    """A row laid out for a width: its text large, what stands below it smaller. The latest layout is kept."""

    def __init__(self, row: WordRow) -> None:
        self._row = row
        self._laid_out: tuple[tuple[str, int], list[QTextLayout]] | None = None

    def height(self, font: QFont, width: int) -> int:
        """The height in pixels that the row takes."""
        layouts = self._layouts(font, width)
        return round(layouts[-1].boundingRect().height() + layouts[-1].position().y()) + GAP_PX

    def word_at(self, font: QFont, width: int, place: QPoint) -> int:
        """The word at a place of the row; -1 where none is."""
        layout = self._layouts(font, width)[0]
        within = QPointF(place) - layout.position()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            if line.naturalTextRect().contains(within):
                cursor = int(line.xToCursor(within.x(), line.CursorPosition.CursorOnCharacter))
                ends = self._row.ends()
                return next((index for index, end in enumerate(ends) if cursor < end), -1)
        return -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, mark: Mark | None) -> None:
        """Paint the row into the option's place; `mark` where it is the row of the moment."""
        roles, colours = QPalette.ColorRole, option.palette
        plain, quiet, accent = (colours.color(role) for role in (roles.Text, roles.PlaceholderText, roles.Highlight))
        on = mark is not None and mark.on
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(6, 1, -6, -1)
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color(roles.AlternateBase))
            painter.drawRoundedRect(box, 8, 8)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, 1.5))
            painter.drawRoundedRect(box, 8, 8)
        layouts = self._layouts(option.font, option.rect.width())
        origin = QPointF(option.rect.topLeft())
        painter.setPen(plain if on else quiet)
        layouts[0].draw(painter, origin, self._sung(mark, plain, accent) if on and mark else [])
        painter.setPen(plain if on else quiet)
        for layout in layouts[1:]:
            layout.draw(painter, origin)
        painter.restore()

    def _sung(self, mark: Mark, plain: QColor, accent: QColor) -> list[QTextLayout.FormatRange]:
        """The colours of a line that is on: all of it in the accent, or the words that have begun."""
        ends = self._row.ends()
        count = len(self._row.text) if not ends else ends[mark.word] if mark.word >= 0 else 0
        sung = QTextLayout.FormatRange()
        sung.start, sung.length = 0, count
        sung.format = QTextCharFormat()
        sung.format.setForeground(accent)
        return [sung] if count else []

    def _layouts(self, font: QFont, width: int) -> list[QTextLayout]:
        """The text and what stands below it, one under the other."""
        key = font.toString(), width
        if self._laid_out is None or self._laid_out[0] != key:
            self._laid_out = key, self._lay_out(font, width)
        return self._laid_out[1]

    def _lay_out(self, font: QFont, width: int) -> list[QTextLayout]:
        row = self._row
        texts = [(row.text, scaled(font, TEXT_SCALE))]
        texts += [(text, scaled(font, BELOW_SCALE)) for text in (row.backing, *row.below) if text]
        start, end = (INSET_PX, 0) if row.second else (0, 0)
        area = QRectF(MARGIN_PX + start, GAP_PX, max(40, width - 2 * MARGIN_PX - start - end), 0)
        found, top = [], area.top()
        for text, size in texts:
            layout = QTextLayout(text, size)
            option = QTextOption(Qt.AlignmentFlag.AlignRight if row.second else Qt.AlignmentFlag.AlignLeading)
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            layout.beginLayout()
            height = 0.0
            while (line := layout.createLine()).isValid():
                line.setLineWidth(area.width())
                line.setPosition(QPointF(0, height))
                height += line.height()
            layout.endLayout()
            layout.setPosition(QPointF(area.left(), top))
            top += height + 2
            found.append(layout)
        return found
