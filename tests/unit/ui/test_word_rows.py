"""Words as rows: what is on when, whose line it is, and what stands below it."""

from __future__ import annotations

import pytest

from visualalbum.ui.sides import Side
from visualalbum.ui.word_rows import Mark, WordRow, WordRows
from visualalbum.words import Line, Lyrics, Singer, Word
from visualalbum.words.lines import LAST_US

S = 1_000_000
SUNG = Line(4 * S, "tap tap", (Word(4 * S, " tap "), Word(5 * S, "tap")), end_us=6 * S)
LYRICS = Lyrics((Line(1 * S, "one"), Line(2 * S, "two"), Line(3 * S, ""), SUNG, Line(9 * S, "last")))


def test_a_line_is_on_until_the_next_one_a_pause_or_its_own_end() -> None:
    rows = WordRows(LYRICS).rows
    assert [(row.start_us // S, row.end_us // S) for row in rows] == [(1, 2), (2, 3), (4, 6), (9, 9 + LAST_US // S)]


def test_what_is_on_is_found_by_the_time() -> None:
    words = WordRows(LYRICS)
    found = [words.at(round(seconds * S)) for seconds in (0.5, 1, 2.99, 3.5, 4, 4.99, 5, 6, 9)]
    assert found == [
        Mark(),
        Mark(0, True),
        Mark(1, True),
        Mark(1, False),
        Mark(2, True, 0),
        Mark(2, True, 0),
        Mark(2, True, 1),
        Mark(2, False, 1),
        Mark(3, True),
    ]
    assert WordRows().at(5) == Mark()


def test_words_end_where_their_letters_end_in_a_text_without_spaces_around_it() -> None:
    assert WordRows(LYRICS).rows[2].ends() == (4, 7)


def test_other_languages_lie_below_the_line_they_start_with() -> None:
    japanese = Lyrics((Line(1_200_000, "いち"), Line(2 * S, "に"), Line(2_100_000, "二"), Line(30 * S, "あと")))
    rows = WordRows(LYRICS, [japanese]).rows
    assert [row.below for row in rows] == [("いち",), ("に 二",), (), ()]
    assert rows[0].spoken == "one. いち"


def test_below_come_the_sound_then_the_texts_own_translations_then_other_files() -> None:
    line = Line(S, "光", (), transliteration="hikari", translations=(("en", "light"),))
    (row,) = WordRows(Lyrics((line,)), [Lyrics((Line(S, "Licht"),))]).rows
    assert row.below == ("hikari", "light", "Licht")


def test_the_first_singer_is_on_one_side_and_all_others_on_the_other() -> None:
    lines = tuple(Line(n * S, "la", singer=singer) for n, singer in enumerate(("b", "a", "", "b")))
    named = Lyrics(lines, singers=(Singer("chorus"), Singer("a"), Singer("b")))
    assert [row.side for row in WordRows(named).rows] == [Side.SECOND, Side.FIRST, Side.BOTH, Side.SECOND]
    assert [row.side for row in WordRows(Lyrics(lines)).rows] == [Side.FIRST, Side.SECOND, Side.BOTH, Side.FIRST]


def test_who_sings_alone_and_a_group_have_no_side() -> None:
    lines = (Line(0, "I", singer="a"), Line(S, "we", singer="all"), Line(2 * S, "you", singer="b"))
    group = Singer("all", group=True)
    duet = Lyrics(lines, singers=(Singer("a"), Singer("b"), group))
    assert [row.side for row in WordRows(duet).rows] == [Side.FIRST, Side.BOTH, Side.SECOND]
    alone = Lyrics(lines[:2], singers=(Singer("a"), group))
    assert {row.side for row in WordRows(alone).rows} == {Side.BOTH}


def test_voices_behind_are_told_with_the_line() -> None:
    (row,) = WordRows(Lyrics((Line(S, "la", backing=Line(S, "ooh")),))).rows
    assert (row.backing, row.spoken) == ("ooh", "la. ooh")


def test_a_text_that_names_nobody_has_the_sides_of_its_translation() -> None:
    lines = tuple(Line(n * S, "la") for n in range(3))
    other = Lyrics(tuple(Line(n * S, "ra", singer=singer) for n, singer in enumerate(("a", "b"))))
    sides = [row.side for row in WordRows(Lyrics(lines), [Lyrics(lines), other]).rows]
    assert sides == [Side.FIRST, Side.SECOND, Side.BOTH]


@pytest.mark.parametrize(
    ("written", "shown"), [("ooh", "(ooh)"), ("(ooh)", "(ooh)"), ("（ああ）", "（ああ）"), ("", "")]
)
def test_voices_behind_stand_in_brackets_once(written: str, shown: str) -> None:
    assert WordRow(0, 0, "la", backing=written).behind == shown
