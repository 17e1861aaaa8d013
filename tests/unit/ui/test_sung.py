"""What of the words lies over the picture: the line of the moment, the next one in time, and nothing in long pauses."""

from __future__ import annotations

from pathlib import Path

import pytest

from visualalbum.timeline.cues import HeardFilm, TextFile, Timeline, TrackCue
from visualalbum.ui.sung import AHEAD_US, STAYS_US, are_captions, sung
from visualalbum.ui.word_rows import WordRows
from visualalbum.words import Line, Lyrics, Word

S = 1_000_000
ONE = Line(10 * S, "one two", (Word(10 * S, "one "), Word(11 * S, "two", 11_500_000)), end_us=12 * S)
ROWS = WordRows(Lyrics((ONE, Line(13 * S, "three", end_us=14 * S), Line(60 * S, "four"))))


def shown(time_s: float) -> tuple[str, str]:
    what = sung(ROWS, round(time_s * S))
    return what.row.text if what.row else "", what.following.text if what.following else ""


@pytest.mark.parametrize(
    ("time_s", "row", "following"),
    [
        (0, "", ""),
        (10 - AHEAD_US / S, "", "one two"),
        (10, "one two", "three"),
        (12.5, "one two", "three"),
        (13, "three", ""),
        (14 + STAYS_US / S - 0.1, "three", ""),
        (14 + STAYS_US / S, "", ""),
        (59, "", "four"),
        (60, "four", ""),
    ],
)
def test_the_line_of_the_moment_and_the_next_one_are_shown_in_time(time_s: float, row: str, following: str) -> None:
    assert shown(time_s) == (row, following)


@pytest.mark.parametrize(
    ("time_s", "word", "share"),
    [(10, 0, 0.0), (10.25, 0, 0.25), (10.999_999, 0, 0.999_999), (11.25, 1, 0.5), (11.75, 1, 1.0), (12.5, 1, 1.0)],
)
def test_a_word_is_filled_by_its_time(time_s: float, word: int, share: float) -> None:
    what = sung(ROWS, round(time_s * S))
    assert (what.mark.word, what.share) == (word, pytest.approx(share))


def test_no_words_are_no_trouble() -> None:
    assert sung(WordRows(), 5 * S).row is None


def test_the_captions_of_a_film_are_not_shown_twice() -> None:
    captions = (TextFile(Path("a.vtt"), "ja"),)
    film = TrackCue("f", "", "", 0, S, lyrics=captions)
    song = TrackCue("s", "", "", S, 2 * S, lyrics=(TextFile(Path("a.lrc")),))
    timeline = Timeline(tracks=(film, song), heard=(HeardFilm(captions, 0, S),))
    assert [are_captions(timeline, track) for track in (film, song, None)] == [True, False, False]
