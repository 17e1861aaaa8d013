"""A song's words over the stage: the line of the moment, its words filled as they are sung, and the next one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from visualalbum.ui.motion import may_move
from visualalbum.ui.picture_text import PLAIN, QUIET, Part, PictureText, type_px
from visualalbum.ui.sides import Side
from visualalbum.ui.sung import Sung
from visualalbum.ui.theme import over_picture
from visualalbum.ui.word_rows import WordRow
from visualalbum.ui.word_shape import ON_PICTURE, WordShape, duet_look

SIZE = 0.066
"""Of the stage's height: to be sung from across a room."""

SMALLEST_PX = 22
FOLLOWING_SCALE = 0.58
GAP = 0.18
"""Between the line and the next one, in parts of the type's size."""

WIDEST = 0.9
STEP_PX = 3
"""A word is filled in steps of this: finer ones are not seen, and each makes the stage paint what lies under it."""


class SungWords(PictureText):
    """Words over the picture; lines are drawn once, after that only what is being filled."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._shown = Sung(), False
        self._shape = WordShape(WordRow(0, 0, ""))
        self._font = self.font()
        self._filled = QRegion()
        self._before = -1, QRegion()

    @property
    def filled(self) -> QRegion:
        """What is painted in the accent."""
        return self._filled

    def show_sung(self, sung: Sung, *, translated: bool) -> None:
        """Show what is sung, with what stands below a line where that is wanted."""
        shown, was_translated = self._shown
        self._shown = sung, translated
        if (sung.row, sung.following, translated) != (shown.row, shown.following, was_translated):
            self.lay_out()
        filled = self._fill(sung)
        changed = filled ^ self._filled
        at_once = sung.share >= 1 or sung.mark.word != shown.mark.word
        if changed.boundingRect().width() >= (1 if at_once else STEP_PX):
            self._filled = filled
            self.update(changed)

    def lay_out(self) -> None:
        sung, translated = self._shown
        px = type_px(self.stage_size, SIZE, SMALLEST_PX)
        parts: list[Part] = []
        spoken, top = "", 0.0
        duet = any(row is not None and row.side is not Side.BOTH for row in (sung.row, sung.following))
        look = duet_look(self._width()) if duet else ON_PICTURE
        if sung.row:
            row = sung.row if translated else replace(sung.row, below=())
            self._shape, self._font = WordShape(row, look), self.type_of(px)
            layouts = self._shape.layouts(self._font, self._width())
            parts += [Part(layout, PLAIN) for layout in layouts]
            top = layouts[-1].position().y() + layouts[-1].boundingRect().height() + GAP * px
            spoken = row.spoken
        if sung.following:
            following = WordShape(replace(sung.following, backing="", below=()), look)
            (layout,) = following.layouts(self.type_of(round(px * FOLLOWING_SCALE)), self._width())
            layout.setPosition(QPointF(layout.position().x(), top))
            parts.append(Part(layout, QUIET))
            spoken = spoken or sung.following.text
        lit = [Part(parts[0].layout, QColor(over_picture().accent)), *parts[1:]] if sung.row and sung.row.words else []
        self._filled, self._before = QRegion(), (-1, QRegion())
        self.draw(parts, spoken, lit=lit)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._filled.isEmpty():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setClipRegion(QRegion(self.rect()) - self._filled)
        painter.drawPixmap(0, 0, self._drawn)
        painter.setClipRegion(self._filled)
        painter.drawPixmap(0, 0, self._lit)

    @property
    def aside_px(self) -> int:
        return self._box.center().x() - self._width() // 2

    def _fill(self, sung: Sung) -> QRegion:
        """What has been sung, in whole pixels; where things may not move a word is filled at once."""
        if sung.row is None or not sung.row.words or sung.mark.word < 0:
            return QRegion()
        word = sung.mark.word
        if self._before[0] != word:
            self._before = word, self._region(0, word, 1.0)
        return self._before[1] | self._region(word, word + 1, sung.share if may_move() else 1.0)

    def _region(self, first: int, last: int, share: float) -> QRegion:
        region = QRegion()
        for box in self._shape.places(self._font, self._width(), first, last, share):
            region |= QRegion(box.translated(-QPointF(self._box.topLeft())).toAlignedRect())
        return region

    def _width(self) -> int:
        return max(1, round(WIDEST * self.stage_size.width()))
