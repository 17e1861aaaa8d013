"""The words on screen: what is on stands out and is in sight, and every word leads to its time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from pytestqt.qtbot import QtBot

from tests.gui.conftest import show_widget
from visualalbum.ui.sides import Side
from visualalbum.ui.word_rows import WordRow, WordRows
from visualalbum.ui.word_shape import WordShape
from visualalbum.ui.words import WordList
from visualalbum.words import Line, Lyrics, Word

S = 1_000_000
LINES = tuple(Line(n * S, f"Line number {n}") for n in range(40))
SUNG = Line(2 * S, "tap shoe", (Word(2 * S, "tap "), Word(2_500_000, "shoe")), end_us=3 * S)


@pytest.fixture
def words(qtbot: QtBot) -> WordList:
    view = WordList()
    show_widget(qtbot, view, 320, 400)
    return view


def place(words: WordList, row: int) -> QPoint:
    return words.visualRect(words.lines.index(row)).center()


def colours(words: WordList, row: int) -> set[str]:
    """The colours of theme that letters of a row are painted in."""
    box = words.visualRect(words.lines.index(row))
    image = words.viewport().grab(box).toImage()
    found = {QColor(image.pixel(x, y)).name() for x in range(image.width()) for y in range(image.height())}
    palette = words.palette()
    roles = {"plain": QPalette.ColorRole.Text, "quiet": QPalette.ColorRole.PlaceholderText}
    named = {
        name: palette.color(role).name() for name, role in {**roles, "accent": QPalette.ColorRole.Highlight}.items()
    }
    return {name for name, colour in named.items() if colour in found}


def test_the_line_that_is_on_stands_out_and_no_other_does(words: WordList) -> None:
    words.show_rows(WordRows(Lyrics(LINES)))
    words.show_time(1 * S)
    assert [colours(words, row) for row in range(3)] == [{"quiet"}, {"accent"}, {"quiet"}]


def test_of_a_line_with_timed_words_those_that_were_sung_stand_out(words: WordList) -> None:
    words.show_rows(WordRows(Lyrics((SUNG,))))
    seen = []
    for time_us in (1_900_000, 2 * S, 2_600_000, 3 * S):
        words.show_time(time_us)
        seen.append(colours(words, 0))
    assert seen == [{"quiet"}, {"accent", "plain"}, {"accent"}, {"quiet"}]


def test_the_line_of_the_moment_comes_to_the_middle(words: WordList, qtbot: QtBot) -> None:
    words.show_rows(WordRows(Lyrics(LINES)))
    words.show_time(20 * S)
    middle = words.viewport().height() // 2
    qtbot.waitUntil(lambda: abs(place(words, 20).y() - middle) < 4)


def test_who_scrolls_away_is_left_alone_until_a_line_is_chosen(words: WordList, qtbot: QtBot) -> None:
    words.show_rows(WordRows(Lyrics(LINES)))
    qtbot.keyClick(words, Qt.Key.Key_PageDown)
    away = words.verticalScrollBar().value()
    words.show_time(39 * S)
    assert words.verticalScrollBar().value() == away
    row = words.indexAt(QPoint(60, 200))
    with qtbot.waitSignal(words.located) as located:
        qtbot.mouseClick(words.viewport(), Qt.MouseButton.LeftButton, pos=words.visualRect(row).center())
    assert located.args == [row.row() * S]
    words.show_time(39 * S)
    qtbot.waitUntil(lambda: words.verticalScrollBar().value() != away)


def test_a_click_on_a_word_goes_to_the_word_and_beside_it_to_the_line(words: WordList, qtbot: QtBot) -> None:
    words.show_rows(WordRows(Lyrics((SUNG,))))
    box = words.visualRect(words.lines.index(0))
    found = []
    words.located.connect(found.append)
    for x in (24, 75, box.right() - 8):
        qtbot.mouseClick(words.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, box.top() + 18))
    assert found == [2 * S, 2_500_000, 2 * S]


def test_a_line_is_chosen_by_keyboard(words: WordList, qtbot: QtBot) -> None:
    words.show_rows(WordRows(Lyrics(LINES)))
    words.setFocus()
    for _ in range(3):
        qtbot.keyClick(words, Qt.Key.Key_Down)
    with qtbot.waitSignal(words.located) as located:
        qtbot.keyClick(words, Qt.Key.Key_Return)
    assert located.args == [words.currentIndex().row() * S]
    assert words.currentIndex().row() >= 2


@pytest.mark.parametrize(
    "text", ["いちばん長い行は折り返される、そして次の行に続く" * 3, "سطر طويل من الكلمات " * 8, "x" * 300]
)
def test_long_lines_of_any_script_are_broken_and_seen_whole(words: WordList, text: str) -> None:
    words.show_rows(WordRows(Lyrics((Line(0, text), Line(S, "next")))))
    words.show_time(0)
    first, second = (words.visualRect(words.lines.index(row)) for row in (0, 1))
    assert first.height() > 2 * second.height()
    assert first.right() <= words.viewport().width()


def test_other_words_begin_at_their_start(words: WordList, qtbot: QtBot) -> None:
    words.show_rows(WordRows(Lyrics(LINES)))
    words.show_time(30 * S)
    qtbot.waitUntil(lambda: words.verticalScrollBar().value() > 0)
    words.show_rows(WordRows(Lyrics(LINES[:30])))
    words.show_time(0)
    assert words.verticalScrollBar().value() == 0


def test_a_screen_reader_hears_the_line_and_what_stands_below_it(words: WordList) -> None:
    words.show_rows(WordRows(Lyrics((Line(0, "光"),)), [Lyrics((Line(0, "light"),))]))
    assert words.lines.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "光. light"


def side(row: WordRow, line: int) -> str:
    """On which side of a list 400 px wide a line of a row stands."""
    layout = WordShape(row).layouts(QFont(), 400)[line]
    box = layout.lineAt(0).naturalTextRect().translated(layout.position())
    return "left" if box.left() < 400 - box.right() else "right"


@pytest.mark.parametrize(
    ("line", "second", "side_of_it"),
    [
        ("heel and toe", False, "left"),
        ("heel and toe", True, "right"),
        ("כעב ואצבע", False, "right"),
        ("كعب ثم إصبع", False, "right"),
        ("كعب ثم إصبع", True, "left"),
        ("… 12 مصباحًا", False, "right"),
        ("… 12 lamps, كعب", False, "left"),
        ("…", False, "left"),
    ],
)
def test_a_line_begins_where_its_script_does_and_its_translation_with_it(
    line: str, second: bool, side_of_it: str
) -> None:
    row = WordRow(0, 1, line, below=("twelve lamps", "十二の灯り"), side=Side.SECOND if second else Side.FIRST)
    assert [side(row, number) for number in range(3)] == [side_of_it] * 3
