"""Words out of tags: pieces that make lines, and texts that are LRC."""

from __future__ import annotations

from visualalbum.words import Line, Word
from visualalbum.words.tagged import of_pieces, of_text


def test_pieces_with_line_ends_are_words_of_lines() -> None:
    pieces = [(1_000, "Tap "), (2_000, "twice"), (3_000, "\nand "), (4_000, "once\n"), (5_000, "more")]
    assert of_pieces(pieces).lines == (
        Line(1_000, "Tap twice", (Word(1_000, "Tap "), Word(2_000, "twice"))),
        Line(3_000, "and once", (Word(3_000, "and "), Word(4_000, "once"))),
        Line(5_000, "more"),
    )


def test_pieces_without_line_ends_are_lines_in_the_order_of_their_times() -> None:
    assert of_pieces([(2_000, "twice"), (1_000, "Tap")]).lines == (Line(1_000, "Tap"), Line(2_000, "twice"))
    assert of_pieces([(1_000, "\nTap")]).lines == (Line(1_000, "Tap"),)


def test_a_text_with_times_is_lrc_and_another_has_none() -> None:
    lyrics, problems = of_text("by somebody\n[00:01.00]Tap", "a.flac")
    assert lyrics is not None
    assert lyrics.lines == (Line(1_000_000, "Tap"),)
    assert [problem.rule for problem in problems] == ["no-line-time"]
    assert of_text("Tap\ntwice", "a.flac") == (None, [])
