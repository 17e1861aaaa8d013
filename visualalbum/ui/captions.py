"""Captions over the stage: what is said in the film, or heard, for those who do not hear or understand it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from visualalbum.ui.picture_text import PLAIN, Part, PictureText, type_px
from visualalbum.ui.word_shape import balanced_layout
from visualalbum.words import Line

SIZE = 0.05
"""Of the stage's height: the broadcasters' guides have 4 to 6 % for letters that are read at a glance."""

SMALLEST_PX = 15
WIDEST = 0.84
"""Of the stage's width: lines that reach its edges lose the eye."""


class Captions(PictureText):
    """The captions of the moment, one under the other; nothing is drawn while they are the same."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other captions; none takes them away."""
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self.lay_out()

    def lay_out(self) -> None:
        font = self.type_of(type_px(self.stage_size, SIZE, SMALLEST_PX))
        parts, top = [], 0.0
        for line in self._lines:
            formats = [_slanting(start, end) for start, end in line.italics if _may_slant(line.text[start:end])]
            width = WIDEST * self.stage_size.width()
            layout = balanced_layout(line.text, font, width, formats)
            layout.setPosition(QPointF(layout.position().x(), top))
            top += layout.boundingRect().height()
            parts.append(Part(layout, PLAIN))
        self.draw(parts, "\n".join(line.text for line in self._lines))


def _may_slant(text: str) -> bool:
    """Whether a text is in a script that has italics, such as Latin: for others type that slants has no letters."""
    return all(letter < "\u0590" or "\u2000" <= letter < "\u2c00" for letter in text)


def _slanting(start: int, end: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = start, end - start
    found.format = QTextCharFormat()
    found.format.setFontItalic(True)
    return found
