"""Segments cut into parts."""

from fractions import Fraction
from pathlib import Path

from visualalbum.engine.shots import shots
from visualalbum.timeline.cues import FilmCue

PART_US = 30_000_000


def cue(start_us: int, end_us: int, rate: Fraction = Fraction(25)) -> FilmCue:
    return FilmCue("a", "film", Path("film.mkv"), 0, rate, start_us, end_us, 2_000_000, tail_us=800_000)


def test_a_short_segment_is_one_shot() -> None:
    (shot,) = shots([cue(1_000_000, 9_000_000)], PART_US)
    assert (shot.start_us, shot.end_us, shot.last) == (1_000_000, 9_000_000, True)
    assert (shot.film_start_us, shot.film_end_us) == (2_000_000, 10_800_000)


def test_a_long_segment_is_cut_into_equal_parts_without_a_gap() -> None:
    parts = list(shots([cue(0, 100_000_000)], PART_US))
    assert len(parts) == 4
    assert [part.start_us for part in parts[1:]] == [part.end_us for part in parts[:-1]]
    assert [part.last for part in parts] == [False, False, False, True]


def test_parts_of_a_24000_1001_film_meet_at_its_frames() -> None:
    rate = Fraction(24000, 1001)
    for part in list(shots([cue(0, 100_000_000, rate)], PART_US))[1:]:
        frames = part.start_us * rate / 1_000_000
        assert abs(frames - round(frames)) * 1_000_000 / rate <= 1
