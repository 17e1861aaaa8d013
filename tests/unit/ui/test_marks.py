"""What is marked on the seek bar, what lies at a time of it, and which mark a pointer means."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from visualalbum.timeline.cues import FilmCue, StillCue, Timeline, TrackCue
from visualalbum.ui.marks import Mark, MarkKind, Marks, cue_marks, moment_marks
from visualalbum.ui.word_rows import WordRows
from visualalbum.words import Line, Lyrics

S = 1_000_000
FIRST = TrackCue("one", "Locker room", "", 0, 95 * S)
SECOND = TrackCue("two", "", "", 95 * S, 285 * S)
ALBUM = Timeline(
    tracks=(FIRST, SECOND),
    films=(
        FilmCue("a", "backstage", Path("f.mkv"), 0, Fraction(25), 0, 19 * S, 61 * S),
        FilmCue("b", "backstage", Path("f.mkv"), 0, Fraction(25), 76 * S, 133 * S, 0),
    ),
    stills=(StillCue("s", Path("s.png"), 10 * S, 38 * S, caption="Rehearsal"),),
)
WORDS = WordRows(Lyrics((Line(12 * S, "Tell them", end_us=14 * S),)))


def test_segments_and_stills_are_marked_from_the_tracks_start_and_cut_to_it() -> None:
    assert cue_marks(ALBUM, FIRST) == (
        Mark(MarkKind.SEGMENT, 0, 19 * S, "backstage from 1:01"),
        Mark(MarkKind.SEGMENT, 76 * S, 95 * S, "backstage from 0:00"),
        Mark(MarkKind.STILL, 10 * S, 38 * S, "Rehearsal"),
    )
    assert cue_marks(ALBUM, SECOND) == (Mark(MarkKind.SEGMENT, 0, 38 * S, "backstage from 0:00"),)


def test_a_film_that_is_the_whole_track_says_no_more_than_its_title() -> None:
    whole = replace(ALBUM.films[0], end_us=FIRST.end_us)
    (mark,) = cue_marks(Timeline(tracks=(FIRST,), films=(whole,)), FIRST)
    assert mark == Mark(MarkKind.SEGMENT, 0, 95 * S, "")


def test_chapters_are_marked_behind_the_cues_and_told_by_their_sign() -> None:
    track = replace(FIRST, chapters=((0, "Overture"), (40 * S, "Second\nact")))
    marks = cue_marks(ALBUM, track)
    assert marks[3:] == (
        Mark(MarkKind.CHAPTER, 0, 0, "Overture"),
        Mark(MarkKind.CHAPTER, 40 * S, 40 * S, "Second act"),
    )
    assert Marks((*marks, *moment_marks([(40 * S, "Stop")]))).text(40 * S) == "0:40 · ▼ Second act · ◆ Stop"


def test_a_track_without_a_length_has_no_marks() -> None:
    assert cue_marks(ALBUM, replace(FIRST, end_us=0)) == ()
    assert cue_marks(ALBUM, None) == ()


def test_a_caption_of_any_kind_becomes_one_short_line() -> None:
    wild = replace(ALBUM, stills=(replace(ALBUM.stills[0], caption="a\n" * 100_000),))
    assert len(cue_marks(wild, FIRST)[-1].label) <= 160
    ((_, label),) = [(mark.start_us, mark.label) for mark in moment_marks([(S, "word *and*\n" * 100_000)])]
    assert "\n" not in label
    assert len(label) <= 160


def test_of_several_paragraphs_at_one_moment_the_heading_speaks_without_its_signs() -> None:
    marks = moment_marks([(8 * S, "## Three *knocks*"), (8 * S, "Then the walk"), (2 * S, "- A **list**")])
    assert marks == (
        Mark(MarkKind.MOMENT, 2 * S, 2 * S, "A list"),
        Mark(MarkKind.MOMENT, 8 * S, 8 * S, "Three knocks"),
    )


@pytest.mark.parametrize(
    ("time_s", "text"),
    [
        (5, "0:05 · backstage from 1:01"),
        (13, "0:13 · Rehearsal · backstage from 1:01 · Tell them"),
        (20, "0:20 · Rehearsal · ◆ Three knocks"),
        (50, "0:50"),
        (76, "1:16 · backstage from 0:00"),
    ],
)
def test_a_place_is_told_by_what_is_shown_read_and_sung_there(time_s: int, text: str) -> None:
    marks = Marks((*cue_marks(ALBUM, FIRST), *moment_marks([(20 * S, "# Three knocks")])), WORDS)
    assert marks.text(time_s * S) == text


@pytest.mark.parametrize(
    ("time_us", "within_us", "start_us"),
    [
        (20 * S + 9, 10, 20 * S),
        (20 * S - 10, 10, 20 * S),
        (20 * S - 11, 10, None),
        (21 * S + S // 2 + 1, 5 * S, 23 * S),
        (0, 10, None),
        (99 * S, 10 * S, None),
    ],
)
def test_the_nearest_mark_is_found_where_it_is_near_enough(time_us: int, within_us: int, start_us: int | None) -> None:
    found = Marks(moment_marks([(20 * S, "a"), (23 * S, "b")])).nearest(time_us, within_us)
    assert (found and found.start_us) == start_us


def test_without_marks_and_words_there_is_only_the_time() -> None:
    assert Marks().text(62 * S) == "1:02"
    assert Marks().nearest(0, S) is None
    assert not Marks().has_texts
    assert Marks((), WORDS).has_texts
