"""The notes of an album: its chapters, who made it, where it is from, and its rights line, on one page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from visualalbum.model import Credit, Reference
from visualalbum.timeline.booklet import Booklet
from visualalbum.ui.page import Page
from visualalbum.ui.texts import Texts
from visualalbum.ui.tongue import mark, tr
from visualalbum.words.essay import Block


class NotesPage(Page):
    """Shows a booklet; chapters come as their files are read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._booklet = Booklet()
        self._chapters: list[tuple[str, tuple[Block, ...]]] = []
        super().__init__(mark("Notes"), parent)

    def show_booklet(self, booklet: Booklet, texts: Texts) -> None:
        """Show a booklet as far as its files have been read."""
        chapters = [(chapter.title, texts.blocks(chapter.path)) for chapter in booklet.chapters]
        if (booklet, chapters) != (self._booklet, self._chapters):
            self._booklet, self._chapters = booklet, chapters
            self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Quiet text has its colour from the palette.
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange):
            self._fill()

    def _fill(self) -> None:
        booklet, chapters = self._booklet, self._chapters
        height = self.verticalScrollBar().value()
        self.begin()
        for title, blocks in chapters:
            if title and not _is_said(title, blocks):
                self.add_heading(title)
            for block in blocks:
                self.add_markdown(block.text)
        if booklet.credits:
            self.add_heading(tr("Credits"))
            for credit in booklet.credits:
                self.add_text(credit.name, part(credit))
        if booklet.sources:
            self.add_heading(tr("Sources"))
            for source in booklet.sources:
                self.add_text(source.title, origin(source))
        if booklet.rights or booklet.released:
            self.add_heading(tr("Rights"))
            self.add_text(booklet.rights or booklet.released, booklet.released if booklet.rights else "")
        self.finish(height)


def _is_said(title: str, blocks: Sequence[Block]) -> bool:
    """Whether a text begins with its title as a heading of its own."""
    first = blocks[0].text.partition("\n")[0] if blocks else ""
    return first.startswith("#") and first.strip("# ") == title


def part(credit: Credit) -> str:
    """What somebody did: `tap dance, as the lead`."""
    return ", ".join(filter(None, (credit.role, tr("as {name}", name=credit.as_) if credit.as_ else "")))


def origin(source: Reference) -> str:
    """Who wrote and published a source, and when: `A. Author, Studio, 2024`."""
    return ", ".join(filter(None, (source.author, source.publisher, source.date or "", source.url)))
