"""A page of text to read: Markdown and plain text with room around it, links that open outside."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, QUrl, Slot
from PySide6.QtGui import (
    QDesktopServices,
    QImage,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from visualalbum.ui.buttons import ENTER
from visualalbum.ui.own_keys import claims
from visualalbum.ui.theme import scaled
from visualalbum.ui.tongue import keep_said, tr

LINE_HEIGHT_PERCENT = 145
PARAGRAPH_GAP_PX = 12
MARGIN_PX = 20
KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, *ENTER)


class Page(QTextBrowser):
    """A page by a name to be translated, filled from its top: `begin`, then parts, then `finish`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        keep_said(self, lambda: self.setAccessibleName(tr(name)))
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(MARGIN_PX)
        self.anchorClicked.connect(self._on_link)

    def event(self, event: QEvent) -> bool:
        return claims(event, KEYS) or super().event(event)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A point for every picture: none is read here, where a file that hangs would stop the window.

        Where it gets nothing Qt goes and reads the file itself.
        """
        point = QImage(1, 1, QImage.Format.Format_ARGB32)
        point.fill(Qt.GlobalColor.transparent)
        return point

    def begin(self) -> None:
        """Take everything off the page."""
        self.document().clear()
        self.document().setDefaultFont(scaled(self.font(), 1.06))
        # One edit from here to `finish`: after each of many the page would be laid out anew.
        self._filling = QTextCursor(self.document())
        self._filling.beginEditBlock()

    def add_markdown(self, markdown: str) -> tuple[int, int]:
        """Add Markdown; returns the places of its first and last character."""
        cursor = self._new_block()
        first = cursor.position()
        cursor.insertMarkdown(markdown, QTextDocument.MarkdownFeature.MarkdownDialectCommonMark)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        return first, cursor.position()

    def add_heading(self, text: str, level: int = 2) -> None:
        """Add a heading of plain text."""
        cursor = self._new_block()
        shape = QTextBlockFormat()
        shape.setHeadingLevel(level)
        cursor.setBlockFormat(shape)
        style = QTextCharFormat()
        style.setFont(scaled(self.document().defaultFont(), 1.5 - 0.15 * level, bold=True))
        cursor.insertText(text, style)

    def add_text(self, text: str, below: str = "") -> None:
        """Add a paragraph of plain text, with quiet text under it."""
        cursor = self._new_block()
        cursor.insertText(text, QTextCharFormat())
        if below:
            quiet = QTextCharFormat()
            quiet.setForeground(self.palette().color(QPalette.ColorRole.PlaceholderText))
            cursor.insertText("\u2028", quiet)  # a line's end within the paragraph
            cursor.insertText(below, quiet)

    def finish(self, height: int = 0) -> None:
        """Give every paragraph room, above it and between its lines, and show the page from a height on."""
        block = self.document().begin()
        while block.isValid():
            shape = block.blockFormat()
            shape.setLineHeight(LINE_HEIGHT_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            shape.setBottomMargin(PARAGRAPH_GAP_PX)
            shape.setTopMargin(PARAGRAPH_GAP_PX if shape.headingLevel() else 0)
            QTextCursor(block).setBlockFormat(shape)
            block = block.next()
        self._filling.endEditBlock()
        self.setTextCursor(QTextCursor(self.document()))  # what is added pushes the page's own cursor to its end
        self.verticalScrollBar().setValue(height)

    def _new_block(self) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        if not self.document().isEmpty():
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        return cursor

    @Slot(QUrl)
    def _on_link(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https", "mailto"):
            QDesktopServices.openUrl(url)
