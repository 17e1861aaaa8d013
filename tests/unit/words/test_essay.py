"""Essays: blocks of Markdown, and the moments at their ends."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from visualalbum.timecode import BeatTime, ClockTime
from visualalbum.words.essay import Block, load, parse


def blocks(text: str) -> tuple[Block, ...]:
    found, problems = parse(text, "a.md")
    assert problems == []
    return found


def test_headings_paragraphs_and_lists_are_blocks_with_their_lines() -> None:
    text = "# Title {t=0:00}\n\nOne line\nand another. {t=1:02.5}\n\n- a\n- b\n\n\nLast.\n"
    assert blocks(text) == (
        Block("# Title", 1, ClockTime(Fraction(0))),
        Block("One line\nand another.", 3, ClockTime(Fraction(125, 2))),
        Block("- a\n- b", 6),
        Block("Last.", 10),
    )


def test_a_moment_may_count_bars_and_a_heading_may_be_closed() -> None:
    assert blocks("## Theme {t=bar 5 beat 2} ##") == (Block("## Theme ##", 1, BeatTime(5, Fraction(2))),)


def test_a_moment_stands_at_the_end_and_nowhere_else() -> None:
    (block,) = blocks("A {t=0:01} moment.")
    assert (block.text, block.moment) == ("A {t=0:01} moment.", None)
    (code,) = blocks("```\nx {t=0:01}\n```")
    assert code.moment is None


@pytest.mark.parametrize("moment", ["soon", "", "-1", "1:99"])
def test_a_moment_that_is_no_time_is_told_with_its_place_and_the_text_is_kept(moment: str) -> None:
    found, (problem,) = parse(f"# A\r\n\r\nSome\r\nwords {{t={moment}}}\r\n", "a.md")
    assert found[1] == Block("Some\nwords", 3)
    assert (problem.place.line, problem.place.column, problem.rule) == (4, 7, "bad-moment")
    assert problem.remedy


def test_an_empty_text_has_no_blocks_and_a_missing_one_is_told(tmp_path: Path) -> None:
    assert blocks("") == ()
    assert [problem.rule for problem in load(tmp_path / "gone.md")[1]] == ["not-found"]
