"""Captions on the programme: film time becomes programme time, cut to in and out; speech at once is read at once."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.timeline.test_build import S, made
from visualalbum.timeline.build import Mode
from visualalbum.timeline.captions import caption_cues, in_language, languages
from visualalbum.timeline.cues import HeardFilm, TextFile
from visualalbum.timeline.lanes import Lane
from visualalbum.words import Line

CAPTIONS = {"file": "words/f.ja.vtt", "language": "ja", "translations": {"en": "words/f.en.vtt"}}
FILMS = {"f": {"file": "film.mp4", "captions": CAPTIONS}, "mute": {"file": "mute.mp4", "captions": "m.vtt"}}


def line(start_s: float, end_s: float | None, text: str) -> Line:
    return Line(round(start_s * S), text, end_us=None if end_s is None else round(end_s * S))


def cues(heard: HeardFilm, *lines: Line) -> list[tuple[float, float, str]]:
    found = caption_cues([(heard, lines)])
    return [(cue.start_us / S, cue.end_us / S, " / ".join(one.text for one in cue.lines)) for cue in found]


def heard_in(*segments: dict[str, object], mode: Mode = Mode.TOGETHER) -> list[tuple[float, float, float]]:
    timeline, _ = made(mode, films=FILMS, tracks=[{"audio": "one.flac", "segments": list(segments)}])
    return [(film.start_us / S, film.end_us / S, film.in_us / S) for film in timeline.heard]


def test_captions_are_where_the_films_sound_is_heard_and_nowhere_else() -> None:
    assert heard_in(
        {"film": "f", "in": "10", "out": "14", "at": "2", "sound": "-12 dB"},
        {"film": "f", "in": "20", "out": "23"},
        {"film": "film.mp4", "in": "30", "out": "32", "sound": "0 dB"},
        {"film": "f", "in": "40", "out": "43", "sound": "off"},
    ) == [(2, 6, 10), (9, 11, 30)]


def test_a_film_led_work_has_its_captions_throughout_also_where_the_film_is_silent() -> None:
    timeline, _ = made(films=FILMS)
    assert [(film.start_us / S, film.end_us / S, film.in_us) for film in timeline.heard] == [(0, 60, 0), (60, 68, 0)]
    assert languages(timeline.heard) == ("ja", "en", "")
    first, second = timeline.heard
    assert in_language(first, "en") == TextFile(Path("/album/words/f.en.vtt"), "en")
    assert in_language(second, "en") is None


def test_the_songs_alone_have_no_captions() -> None:
    assert heard_in({"film": "f", "sound": "0 dB"}, mode=Mode.SONGS) == []


def test_film_time_becomes_programme_time_and_in_and_out_points_cut() -> None:
    heard = HeardFilm((), 100 * S, 110 * S, in_us=30 * S)
    assert cues(
        heard,
        line(20, 25, "before"),
        line(28, 31, "over the in-point"),
        line(33, 35, "within"),
        line(39, 45, "over the out-point"),
        line(40, 44, "after"),
    ) == [(100, 101, "over the in-point"), (103, 105, "within"), (109, 110, "over the out-point")]


def test_lines_said_at_once_are_read_at_once_in_their_order() -> None:
    heard = HeardFilm((), 0, 60 * S)
    assert cues(heard, line(1, 4, "A"), line(2, 3, "B"), line(4, 5, "C"), line(5, 5, "never"), line(6, 7, "")) == [
        (1, 2, "A"),
        (2, 3, "A / B"),
        (3, 4, "A"),
        (4, 5, "C"),
    ]


def test_a_line_without_an_end_is_read_until_the_next_one() -> None:
    assert cues(HeardFilm((), 0, 60 * S), line(1, None, "A"), line(3, 4, "B")) == [(1, 3, "A"), (3, 4, "B")]


TIMES = st.integers(0, 40)


@given(
    spans=st.lists(st.tuples(TIMES, TIMES), max_size=12),
    start=TIMES,
    length=TIMES,
    in_us=TIMES,
    time=st.integers(0, 90),
)
def test_the_lane_says_what_a_scan_of_all_lines_says(
    spans: list[tuple[int, int]], start: int, length: int, in_us: int, time: int
) -> None:
    heard = HeardFilm((), start, start + length, in_us)
    lines = tuple(Line(first, f"{number}", end_us=last) for number, (first, last) in enumerate(spans))
    cue = Lane(caption_cues([(heard, lines)])).at(time)
    film_us = time - start + in_us
    on = {one.text for one in lines if one.start_us <= film_us < (one.end_us or 0) and start <= time < start + length}
    assert {one.text for one in cue.lines} == on if cue else not on
