"""The notes on screen: chapters as they are read, people, sources and rights, plain text kept plain."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.fakes import FakeEngine, InlineJobs
from visualalbum.model import Credit, Reference
from visualalbum.timeline.booklet import Booklet, Chapter
from visualalbum.ui.theme import Appearance, Theme
from visualalbum.ui.window import Window


@pytest.fixture
def shown(window: Window, engine: FakeEngine, jobs: InlineJobs) -> Callable[[Booklet], str]:
    """Shows a booklet, and returns the page's text."""

    def show(booklet: Booklet) -> str:
        window.show_timeline(replace(engine.timeline, booklet=booklet))
        jobs.run()
        return window.album.notes.toPlainText()

    return show


def test_chapters_people_sources_and_rights_follow_each_other(
    window: Window, shown: Callable[[Booklet], str], qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "how.md").write_text("It *began* there.\n\nThen it went on. {t=0:01}\n")
    booklet = Booklet(
        chapters=(Chapter("How this happened", tmp_path / "how.md"), Chapter("Gone", tmp_path / "gone.md")),
        credits=(Credit.model_validate({"name": "Souma", "role": "tap dance", "as": "the lead"}),),
        sources=(Reference(title="A <b>page</b> *of* theirs", publisher="S-1", date="2024"),),
        rights="CC BY 4.0",
        released="2026",
    )
    shown(booklet)
    notes = window.album.notes
    qtbot.waitUntil(lambda: "began" in notes.toPlainText())
    assert notes.toPlainText().replace("\u2028", "\n").split("\n") == [
        "How this happened", "It began there.", "Then it went on.", "Gone",
        "Credits", "Souma", "tap dance, as the lead",
        "Sources", "A <b>page</b> *of* theirs", "S-1, 2024",
        "Rights", "CC BY 4.0", "2026",
    ]  # fmt: skip
    assert notes.verticalScrollBar().value() == 0


@pytest.mark.parametrize(
    ("first", "lines"),
    [
        ("# The town", ["The town", "It is small."]),
        ("# A town", ["The town", "A town", "It is small."]),
        ("The town", ["The town", "The town", "It is small."]),
    ],
)
def test_a_title_that_the_text_begins_with_is_shown_once(
    window: Window, shown: Callable[[Booklet], str], qtbot: QtBot, tmp_path: Path, first: str, lines: list[str]
) -> None:
    (tmp_path / "town.md").write_text(f"{first}\n\nIt is small.\n")
    shown(Booklet(chapters=(Chapter("The town", tmp_path / "town.md"),)))
    notes = window.album.notes
    qtbot.waitUntil(lambda: "small" in notes.toPlainText())
    assert notes.toPlainText().split("\n") == lines


def test_an_album_without_a_booklet_has_no_notes(window: Window, shown: Callable[[Booklet], str]) -> None:
    bar = window.album.leaves.bar
    shown(Booklet(rights="CC BY 4.0"))
    assert [bar.tabText(n) for n in range(bar.count()) if bar.isTabVisible(n)] == ["Songs", "Notes"]
    assert shown(Booklet()) == ""
    assert not bar.isVisible()


def test_quiet_text_changes_its_colour_with_the_theme(
    window: Window, shown: Callable[[Booklet], str], qapp: QApplication
) -> None:
    shown(Booklet(rights="CC BY 4.0", released="2026"))
    window.actions_by_id["notes"].trigger()
    theme = qapp.findChild(Theme)
    assert theme is not None

    def quiet() -> str:
        cursor = QTextCursor(window.album.notes.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        return cursor.charFormat().foreground().color().name()

    dark = quiet()
    try:
        theme.wear(Appearance("light"))
        assert quiet() != dark
    finally:
        theme.wear(Appearance("dark"))
