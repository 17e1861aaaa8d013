"""The stage's rules of precedence."""

from fractions import Fraction
from pathlib import Path

import pytest

from visualalbum.timeline.cues import FilmCue, Fit, StillCue, Timeline, TrackCue
from visualalbum.timeline.stage import FilmShown, Stage, StillShown

COVER = Path("cover.png")
TRACK_STILL = Path("track.png")
S = 1_000_000


def film(cue_id: str, start_s: float, end_s: float, **more: object) -> FilmCue:
    start_us, end_us = round(start_s * S), round(end_s * S)
    return FilmCue(cue_id, "film", Path("film.mkv"), 0, Fraction(25), start_us, end_us, 0, **more)  # type: ignore[arg-type]


def stage(*films: FilmCue, stills: tuple[StillCue, ...] = (), cover: Path | None = COVER) -> Stage:
    tracks = (
        TrackCue("one", "One", "", 0, 20 * S, still=TRACK_STILL),
        TrackCue("two", "Two", "", 20 * S, 40 * S),
    )
    return Stage(Timeline("Album", "Artist", tracks, films, stills, cover=cover))


def test_a_segment_covers_the_stage() -> None:
    a = film("a", 1, 5)
    assert stage(a).at(2 * S) == (FilmShown(a),)


def test_without_a_segment_the_tracks_still_stands() -> None:
    assert stage().at(2 * S) == (StillShown(TRACK_STILL),)


def test_a_track_without_a_still_shows_the_cover() -> None:
    assert stage().at(30 * S) == (StillShown(COVER),)


def test_without_a_cover_the_stage_is_black() -> None:
    assert stage(cover=None).at(30 * S) == ()


def test_a_segment_that_holds_stands_until_the_next() -> None:
    a, b = film("a", 1, 5, hold=True), film("b", 9, 12)
    assert stage(a, b).at(7 * S) == (FilmShown(a, held=True),)
    assert stage(a, b).at(9 * S) == (FilmShown(b),)


def test_a_still_lies_over_a_segment_that_coincides() -> None:
    a = film("a", 0, 10)
    still = StillCue("s", Path("s.png"), 2 * S, 4 * S, Fit.INSET)
    assert stage(a, stills=(still,)).at(3 * S) == (FilmShown(a), StillShown(still.path, Fit.INSET, still))
    assert stage(a, stills=(still,)).at(4 * S) == (FilmShown(a),)


def test_a_dissolve_comes_in_over_the_segment_before_it() -> None:
    a, b = film("a", 0, 5, tail_us=S), film("b", 5, 9, dissolve_us=S)
    assert stage(a, b).at(5 * S + S // 4) == (FilmShown(a), FilmShown(b, 0.25))
    assert stage(a, b).at(6 * S) == (FilmShown(b),)


def test_a_dissolve_over_a_film_that_is_used_up_lies_over_its_last_frame() -> None:
    a, b = film("a", 0, 5, tail_us=0), film("b", 5, 9, dissolve_us=S)
    assert stage(a, b).at(5 * S + S // 2)[0] == FilmShown(a, held=True)


def test_a_dissolve_out_of_nothing_comes_in_over_what_stood_in() -> None:
    b = film("b", 5, 9, dissolve_us=S)
    assert stage(b).at(5 * S + S // 2) == (StillShown(TRACK_STILL), FilmShown(b, 0.5))


@pytest.mark.parametrize(("time_s", "change_s"), [(0, 1), (1, 2), (2, 4), (4, 5), (5, 6), (6, 9), (9, 20), (20, 40)])
def test_every_change_of_the_stage_is_announced(time_s: int, change_s: int) -> None:
    still = StillCue("s", Path("s.png"), 2 * S, 4 * S)
    a, b = film("a", 1, 5), film("b", 5, 9, dissolve_us=S)
    assert stage(a, b, stills=(still,)).next_change(time_s * S) == change_s * S
