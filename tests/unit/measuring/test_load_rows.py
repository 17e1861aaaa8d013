"""What is made of recordings in which something stood still, went away or came late."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from measuring import blocked, busy, faults, go, memory, start
from tests.support import albums, clips
from tests.support.analysis import Analysis, Shown
from tests.support.plan import Plan
from tests.support.recorder import Recording, Sight
from tests.support.songclock import Roll

S = 1_000_000_000
FILM = clips.Film()
PLAN = albums.whole(FILM)


class Made(Recording):
    """A recording whose pictures are given: a kind, a film and a number for each frame's time of a song from 0 s on."""

    def __init__(self, pictures: list[tuple[str, int, int]]) -> None:
        super().__init__(Path())
        self.__dict__["sights"] = [
            Sight(kind, film, number, at * S // 25, at * S // 25, (at + 1) * S // 25, (at + 1) * S // 25)
            for at, (kind, film, number) in enumerate(pictures)
        ]
        self.__dict__["gaps"] = []


def seen(pictures: list[tuple[str, int, int]], plan: Plan = PLAN) -> Analysis:
    made = Analysis(Made(pictures), plan)
    end_ns = len(pictures) * S // 25
    made.__dict__["rolls"] = [Roll(0, end_ns, ((0.0, 0.0), (float(end_ns), 0.0)), ())]
    return made


def frames(first: int, end: int) -> list[tuple[str, int, int]]:
    return [("frame", 1, number) for number in range(first, end)]


def test_a_key_is_followed_by_the_next_sound() -> None:
    pressed = [1 * S, 4 * S, 7 * S]
    heard = [0.5 * S, 1.02 * S, 6.99 * S]
    assert go.after(pressed, heard) == [pytest.approx(20), pytest.approx(-10)]


def test_the_parts_of_a_start_are_the_first_of_each_event(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    lines = [("load", 3), ("locate", 3), ("primed", 4), ("load", 9)]
    trace.write_text("".join(f'{{"event": "{event}", "instant_ns": {at * S}}}\n' for event, at in lines))
    assert start.parts_of(trace, 1 * S) == {"load": 2.0, "primed": 3.0}


def test_after_a_block_the_worst_picture_but_one_counts() -> None:
    sight = Sight("frame", 1, 0, 0, 0, 0, 0)
    shown = [Shown(sight, 0, 0, at / 25, 0.0, 0.0, 5.0 + (at == 30) * 90 + (at == 31) * 7) for at in range(60)]
    assert blocked.off_ms(shown, 0.5, 5.0) == 7.0
    assert blocked.off_ms(shown, 9.0, 5.0) is None


def test_memory_is_compared_from_the_first_settled_tenth_to_the_last() -> None:
    samples = [(at * 5.0, 500.0 if at < 12 else 200.0 + at / 10) for at in range(240)]
    found = memory.grown(samples, 20)
    assert found["growth_mb"] == pytest.approx(20.6, abs=0.5)
    assert found["most_mb"] < 230


def test_of_several_plays_all_is_counted_together() -> None:
    whole, holed = frames(0, 750), frames(0, 250) + [("unknown", 0, 0)] * 10 + frames(260, 750)
    found = busy.of([seen(whole), seen(holed)], 0.0)
    assert (found["missing"], found["breaks"]) == (10, 0)
    assert found["expected"] > 1300
    assert found["drift"]["within_ms"] < 0.1


def test_a_film_that_comes_back_is_found_and_what_stood_meanwhile() -> None:
    cover, black = ("frame", faults.COVER, 1), ("black", 0, 0)
    pictures = frames(0, 100) + [cover] * 100 + [black] * 2 + frames(202, 400)
    found = faults.told_of(seen(pictures), [6 * S], 0.0)
    assert found["black_ms"] == pytest.approx(80)
    assert found["stood_in_ms"] == pytest.approx(4000)
    assert found["stood_ms"] == pytest.approx(40)
    assert found["back_s"] == pytest.approx(2.08)
    assert found["missing"] == 102
    assert found["after"]["count"] > 100
    assert faults.told_of(seen(frames(0, 100) + [cover] * 100), [6 * S], 0.0)["back_s"] is None


def test_damage_spares_all_other_frames_and_truncating_leaves_a_third(tmp_path: Path) -> None:
    film = tmp_path / "film.mp4"
    whole = clips.film(replace(FILM, frames=100, width=160, height=90), tmp_path).read_bytes()
    film.write_bytes(whole)
    faults.damage(film)
    damaged = film.read_bytes()
    assert len(damaged) == len(whole)
    assert sum(a != b for a, b in zip(whole, damaged, strict=True)) > 200
    faults.truncate(film)
    assert film.stat().st_size == len(whole) // 3


def test_the_cover_is_named_in_the_manifest_and_the_film_is_the_album_s_own(tmp_path: Path) -> None:
    made = albums.album(tmp_path, FILM, ((albums.Part(0, Fraction(0)),),), (clips.Song(samples=44100),))
    faults._own_film(made.manifest, "film.mp4", faults.cover(tmp_path, FILM))
    lines = made.manifest.read_text().splitlines()
    assert "  film: {file: film.mp4}" in lines
    assert "cover: cover.png" in lines
    assert (tmp_path / "cover.png").stat().st_size > 100
