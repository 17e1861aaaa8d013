"""A duet on the picture: each singer's lines at a side, those of both in the middle, the voices behind in brackets."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from visualalbum.ui.sides import Side
from visualalbum.ui.sung import Sung
from visualalbum.ui.window import Window
from visualalbum.ui.word_rows import Mark, WordRow
from visualalbum.words import Word

LINE = WordRow(0, 1_000_000, "Who lent you the floor?", (Word(0, "Who lent you "), Word(500_000, "the floor?")))
LONG = "Nobody lends it to anybody, it was trees until we came, and trees it will be again when we have gone home"


def place(window: Window, row: WordRow, following: WordRow | None = None) -> QRect:
    """Where the words lie on the stage."""
    window.area.sung.show_sung(Sung(row, following, Mark(0, True, 1), 0.5), translated=True)
    QApplication.processEvents()
    assert window.area.sung.isVisible()
    return window.area.sung.geometry()


def test_each_singer_has_a_side_and_both_have_the_middle(window: Window) -> None:
    width = window.area.width()
    first, second, both = (place(window, replace(LINE, side=side)) for side in Side)
    assert first.left() < 0.08 * width and first.right() < 0.7 * width
    assert second.right() > 0.92 * width and second.left() > 0.3 * width
    assert abs(both.center().x() - width / 2) < 0.01 * width


def test_two_lines_of_two_singers_take_both_sides(window: Window) -> None:
    following = replace(LINE, side=Side.SECOND)
    both_sides = place(window, replace(LINE, side=Side.FIRST), following)
    assert both_sides.width() > 0.85 * window.area.width()


@pytest.mark.parametrize("size", [(480, 760), (1280, 800)])
@pytest.mark.parametrize("side", [Side.FIRST, Side.SECOND])
def test_a_long_line_stays_on_the_stage_and_leaves_the_other_side_free(
    window: Window, size: tuple[int, int], side: Side
) -> None:
    window.resize(*size)
    QApplication.processEvents()
    found = place(window, replace(LINE, text=LONG, words=(), side=side))
    stage = window.area.rect()
    assert stage.contains(found)
    free = stage.right() - found.right() if side is Side.FIRST else found.left()
    assert free > 0.14 * stage.width()


def test_what_is_filled_lies_on_its_words_at_either_side(window: Window) -> None:
    for side in Side:
        found = place(window, replace(LINE, side=side))
        filled = window.area.sung.filled.boundingRect()
        assert QRect(0, 0, found.width(), found.height()).contains(filled)
        assert 0.5 * found.width() < filled.width() < found.width()


def test_voices_behind_stand_smaller_below_the_line(window: Window) -> None:
    alone = place(window, LINE)
    together = place(window, replace(LINE, backing="ooh"))
    assert 1.3 * alone.height() < together.height() < 1.9 * alone.height()
    assert window.area.sung.text() == "Who lent you the floor? ooh"


def test_a_song_of_one_singer_stays_in_the_middle(window: Window) -> None:
    found = place(window, LINE, LINE)
    assert abs(found.center().x() - window.area.width() / 2) < 0.01 * window.area.width()
