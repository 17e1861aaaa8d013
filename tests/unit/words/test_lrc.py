"""LRC and enhanced LRC: lines, words, the offset, and garbage."""

from __future__ import annotations

from pathlib import Path

import pytest

from visualalbum.words import Line, Word, load
from visualalbum.words.lrc import parse

S = 1_000_000


def lines(text: str) -> tuple[Line, ...]:
    lyrics, problems = parse(text, "a.lrc")
    assert problems == []
    return lyrics.lines


def told(text: str) -> list[str]:
    return [f"{p.place.line}:{p.place.column} {p.rule}" for p in parse(text, "a.lrc")[1]]


@pytest.mark.parametrize(
    ("stamp", "start_us"),
    [
        ("[00:01]", 1 * S),
        ("[01:02.3]", 62_300_000),
        ("[01:02.34]", 62_340_000),
        ("[1:2.345]", 62_345_000),
        ("[01:02:34]", 62_340_000),
        ("[123:00.00]", 123 * 60 * S),
    ],
)
def test_times_are_read_as_programs_write_them(stamp: str, start_us: int) -> None:
    assert lines(f"{stamp}la\n") == (Line(start_us, "la"),)


def test_lines_come_in_order_of_time_and_one_may_come_several_times() -> None:
    text = "[00:30.00][00:10.00] chorus \n[00:20.00]verse\n[00:40.00]\n"
    expected = (Line(10 * S, "chorus"), Line(20 * S, "verse"), Line(30 * S, "chorus"), Line(40 * S, ""))
    assert lines(text) == expected


@pytest.mark.parametrize(("offset", "start_us"), [("+500", 9_500_000), ("500", 9_500_000), ("-250", 10_250_000)])
def test_a_positive_offset_brings_lines_sooner_wherever_it_stands(offset: str, start_us: int) -> None:
    for text in (f"[offset:{offset}]\n[00:10]la", f"[00:10]la\n[offset: {offset} ]"):
        assert lines(text) == (Line(start_us, "la"),)


def test_no_line_comes_before_the_song() -> None:
    assert lines("[offset:5000]\n[00:01]a\n[00:07]b") == (Line(0, "a"), Line(2 * S, "b"))


def test_words_have_times_and_a_last_time_ends_the_line() -> None:
    (line,) = lines("[00:01.00]<00:01.00>tap <00:01.50>tap<00:02.00>-tap <00:03.00>\n")
    assert line.text == "tap tap-tap"
    assert line.words == (Word(S, "tap "), Word(1_500_000, "tap"), Word(2 * S, "-tap "))
    assert line.end_us == 3 * S


def test_a_first_word_without_a_time_starts_with_its_line() -> None:
    (line,) = lines("[00:01.00] tap <00:01.50>tap\n")
    assert line.words == (Word(S, "tap "), Word(1_500_000, "tap"))


def test_words_of_a_line_that_comes_twice_move_along_and_so_does_the_offset() -> None:
    first, second = lines("[offset:-1000]\n[00:01][00:11]<00:01>a <00:02>b<00:03>\n")
    assert first.words == (Word(2 * S, "a "), Word(3 * S, "b"))
    assert (second.start_us, second.words, second.end_us) == (12 * S, (Word(12 * S, "a "), Word(13 * S, "b")), 14 * S)


def test_tags_are_kept_and_remarks_and_blank_lines_are_no_problem() -> None:
    lyrics, problems = parse("\ufeff[ti: Locker Room ]\r\n[ar:S-1]\r\n[#:made by hand]\r\n\r\n[00:01]a\r\n", "a.lrc")
    assert (lyrics.tags, problems) == ((("ti", "Locker Room"), ("ar", "S-1"), ("#", "made by hand")), [])


def test_brackets_and_angles_that_are_no_times_belong_to_the_words() -> None:
    assert [line.text for line in lines("[00:01]a [x2] <3\n[00:02]<b> c>\n")] == ["a [x2] <3", "<b> c>"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["1:1 no-lines"]),
        ("a\nb\nc\nd\n", ["1:1 no-lines"]),
        ("[ti:x]\n", ["1:1 no-lines"]),
        ("[00:01]a\nb\nc\n", ["2:1 no-line-time", "3:1 no-line-time"]),
        ("[00:01]a\n" + "b\n" * 50, ["2:1 no-line-time"]),
        ("[00:61]a\n", ["1:1 bad-time"]),
        ("[00:01]a\n[-0:05]b\n", ["2:1 no-line-time"]),
        ("[00:01]<00:02>a <00:01.5>b\n", ["1:17 word-order"]),
        ("[00:01]<00:99>a\n", ["1:8 bad-time"]),
        ("[offset:soon]\n[00:01]a\n", ["1:1 bad-offset"]),
        ("[offset:99999999]\n[00:01]a\n", ["1:1 bad-offset"]),
        ("[00:01]a\n[nan:inf]b\n[٠٠:٠١]c\n", ["2:1 no-line-time", "3:1 no-line-time"]),
    ],
)
def test_garbage_is_told_with_its_place(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_words_out_of_order_do_not_go_backwards() -> None:
    lyrics, _ = parse("[00:01]<00:02>a <00:01.5>b\n", "a.lrc")
    assert [word.start_us for word in lyrics.lines[0].words] == [2 * S, 2 * S]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_in_any_unicode(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.LRC"
    file.write_text("[00:01.00]楽屋\n", encoding=encoding)
    lyrics, problems = load(file)
    assert lyrics is not None and (lyrics.lines, problems) == ((Line(S, "楽屋"),), [])


def test_a_file_that_is_no_text_or_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.lrc").write_bytes(b"[00:01]\xff\xfe\x00")
    for name, rule in (("a.lrc", "encoding"), ("b.lrc", "not-found")):
        lyrics, problems = load(tmp_path / name)
        assert lyrics is None
        assert [problem.rule for problem in problems] == [rule]
