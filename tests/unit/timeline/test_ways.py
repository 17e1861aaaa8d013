"""The same moment in another way to play an album: the picture that is seen stays, and the song goes to it or back."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from visualalbum.timeline.cues import FilmCue, SongClip, SoundPlan, Timeline
from visualalbum.timeline.ways import place_by, same_moment

S = 1_000_000


def cue(film: str, start_s: int, end_s: int, in_s: int) -> FilmCue:
    return FilmCue(film, film, Path(film), 0, Fraction(24), start_s * S, end_s * S, in_s * S)


def timeline(length_s: int, *films: FilmCue) -> Timeline:
    song = SongClip(None, 0, 48_000, 48_000 * length_s, Fraction(0), Fraction(length_s))
    return Timeline(films=films, sound=SoundPlan((song,)))


TOGETHER = timeline(30, cue("a", 2, 6, 40), cue("b", 6, 10, 5), cue("a", 10, 20, 0))
FILM = timeline(90, cue("a", 0, 60, 0), cue("b", 60, 90, 0))


@pytest.mark.parametrize(
    ("position_s", "film_s"), [(3, 41), (6, 65), (9, 68), (12, 2), (0, 40), (25, 10)],
    ids=["first", "a cut", "another film", "out of order", "before any film", "after all film"],
)  # fmt: skip
def test_the_film_goes_on_with_the_picture_that_is_seen(position_s: int, film_s: int) -> None:
    assert same_moment(TOGETHER, position_s * S, FILM) == film_s * S


@pytest.mark.parametrize(
    ("film_s", "position_us"), [(41, 3 * S), (65, 6 * S), (2, 12 * S), (11, 20 * S - 1), (30, 2 * S), (89, 10 * S - 1)],
    ids=["first", "another film", "out of order", "just after", "nearest", "last of the film"],
)  # fmt: skip
def test_the_song_goes_on_where_the_picture_is_or_what_is_nearest_to_it(film_s: int, position_us: int) -> None:
    assert same_moment(FILM, film_s * S, TOGETHER) == position_us


def test_the_same_songs_stay_where_they_are_whatever_is_seen() -> None:
    assert same_moment(TOGETHER, 7 * S, timeline(30)) == 7 * S


def test_songs_alone_lead_to_the_film_by_the_pictures_they_have() -> None:
    place = place_by(TOGETHER)
    songs = timeline(30)
    assert place(songs, 7 * S, FILM) == 66 * S
    assert place(FILM, 66 * S, songs) == 7 * S
    assert place(songs, 7 * S, TOGETHER) == 7 * S


def test_without_a_film_in_common_it_begins_anew() -> None:
    assert same_moment(TOGETHER, 7 * S, timeline(90, cue("c", 0, 90, 0))) == 0
    assert same_moment(timeline(30), 7 * S, FILM) == 0
