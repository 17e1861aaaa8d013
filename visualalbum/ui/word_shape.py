"""How one line of words is laid out and painted, whatever its script and direction."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPalette,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from visualalbum.ui.sides import Side
from visualalbum.ui.theme import scaled
from visualalbum.ui.word_rows import Mark, WordRow


@dataclass(frozen=True)
class Look:
    """How rows are set: sizes as parts of the font's, distances in pixels."""

    text_scale: float
    below_scale: float
    margin_px: int = 0
    gap_px: int = 0
    """Above and below a line."""
    inset_px: int = 0
    """How far the second voice's lines stand from the side where the first one's begin."""
    sided: bool = False
    """Whether the first voice's lines stand so far from the other side, too, and what both sing in the middle."""
    centred: bool = False
    bold: bool = False


IN_LIST = Look(1.22, 0.94, margin_px=20, gap_px=9, inset_px=36)
ON_PICTURE = Look(1.0, 0.6, centred=True, bold=True)
DUET_INSET = 0.2
"""Of the width that a duet's words have on the picture: so much is left free at the other one's side."""


def duet_look(width: int) -> Look:
    """How the lines of a duet are set on the picture."""
    return replace(ON_PICTURE, centred=False, sided=True, inset_px=round(DUET_INSET * width))


def text_layout(
    text: str, font: QFont, width: float, alignment: Qt.AlignmentFlag, formats: Sequence[QTextLayout.FormatRange] = ()
) -> QTextLayout:
    """A text laid out in lines of a width, its first line at the top."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption(alignment)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # the text's own, not the window's
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(list(formats))
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def is_right_to_left(text: str) -> bool:
    """Tell whether a text is read from the right: its first letter that has a direction decides (UAX 9, P2)."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((found in ("R", "AL") for found in directions if found in ("L", "R", "AL")), False)


def balanced_layout(
    text: str, font: QFont, width: float, formats: Sequence[QTextLayout.FormatRange] = ()
) -> QTextLayout:
    """A text in the middle of a width, in as few lines as it needs and all of them about as long."""
    alignment = Qt.AlignmentFlag.AlignHCenter
    layout = text_layout(text, font, width, alignment, formats)
    lines = layout.lineCount()
    if lines > 1 and "\n" not in text:
        natural = sum(layout.lineAt(number).naturalTextWidth() for number in range(lines))
        for looser in (1.05, 1.15, 1.3):
            narrow = text_layout(text, font, looser * natural / lines, alignment, formats)
            if narrow.lineCount() == lines:
                narrow.setPosition(QPointF((width - looser * natural / lines) / 2, 0))
                return narrow
    return layout


class WordShape:
    """A row laid out for a width: its text large, what stands below it smaller. The latest layout is kept."""

    def __init__(self, row: WordRow, look: Look = IN_LIST) -> None:
        self._row = row
        self._look = look
        self._laid_out: tuple[tuple[str, int], list[QTextLayout]] | None = None

    def height(self, font: QFont, width: int) -> int:
        """The height in pixels that the row takes."""
        layouts = self.layouts(font, width)
        return round(layouts[-1].boundingRect().height() + layouts[-1].position().y()) + self._look.gap_px

    def word_at(self, font: QFont, width: int, place: QPoint) -> int:
        """The word at a place of the row; -1 where none is."""
        layout = self.layouts(font, width)[0]
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
        layouts = self.layouts(option.font, option.rect.width())
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

    def layouts(self, font: QFont, width: int) -> list[QTextLayout]:
        """The text and what stands below it, one under the other."""
        key = font.toString(), width
        if self._laid_out is None or self._laid_out[0] != key:
            self._laid_out = key, self._lay_out(font, width)
        return self._laid_out[1]

    def _lay_out(self, font: QFont, width: int) -> list[QTextLayout]:
        row, look = self._row, self._look
        texts = [(row.text, scaled(font, look.text_scale, bold=look.bold))]
        below = scaled(font, look.below_scale, bold=look.bold)
        texts += [(text, below) for text in (row.behind, *row.below) if text]
        second = row.side is Side.SECOND
        # All that belongs to a line begins where that does, a translation of the other direction too.
        right = is_right_to_left(row.text) != second
        aligned = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        inset_px = look.inset_px if second or (look.sided and row.side is Side.FIRST) else 0
        left = look.margin_px + (inset_px if right else 0)
        centred = look.centred or (look.sided and row.side is Side.BOTH)
        found, top = [], float(look.gap_px)
        for text, size in texts:
            room = max(40, width - 2 * look.margin_px - inset_px)
            layout = balanced_layout(text, size, room) if centred else text_layout(text, size, room, aligned)
            layout.setPosition(QPointF(left + layout.position().x(), top))
            top += layout.boundingRect().height() + 2
            found.append(layout)
        return found

    def places(self, font: QFont, width: int, first: int, last: int, share: float) -> list[QRectF]:
        """Where words from one up to another stand, each as far as a share of it goes."""
        ends = (0, *self._row.ends())
        layout = self.layouts(font, width)[0]
        return [box for word in range(first, last) for box in _filled(layout, ends[word], ends[word + 1], share)]


def _filled(layout: QTextLayout, start: int, end: int, share: float) -> list[QRectF]:
    """The places of some letters as far as a share of them goes, each filled the way its script is read."""
    runs = [
        (line.rect(), run.boundingRect(), run.isRightToLeft())
        for line in (layout.lineAt(number) for number in range(layout.lineCount()))
        if (length := _length(line, start, end))
        for run in line.glyphRuns(max(start, line.textStart()), length)
    ]
    left_px = share * sum(box.width() for _, box, _ in runs)
    found = []
    for line_box, box, backwards in runs:
        width = min(left_px, box.width())
        left_px -= width
        if width > 0:
            x = box.right() - width if backwards else box.left()
            found.append(QRectF(x, line_box.top(), width, line_box.height()).translated(layout.position()))
    return found


def _length(line: QTextLine, start: int, end: int) -> int:
    """How many of the letters from `start` to `end` stand on a line."""
    return max(0, min(end, line.textStart() + line.textLength()) - max(start, line.textStart()))
