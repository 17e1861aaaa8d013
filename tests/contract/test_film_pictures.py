"""What libVLC's decks show: exactly the pictures meant, at the size shown, none before its time."""

from __future__ import annotations

import random
import statistics
import subprocess
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from tests.contract.deck_rigs import RATES, conformed, number
from tests.support.small_media import make_film
from visualalbum.engine.ports import NEAR_FRAMES, DeckState
from visualalbum.media.clip import Clip
from visualalbum.media.conform import conform

KINDS = [
    ("24", 12, 0, "mp4"),
    ("25", 250, 0, "mp4"),
    ("25", 250, 3, "mp4"),
    ("29.97", 12, 2, "mp4"),
    ("29.97", 250, 0, "mov"),
    ("60", 120, 3, "mp4"),
    ("60", 12, 0, "ts"),
]
"""Rate, group of pictures, B-frames, container: what films come as."""


def kind(folder: Path, rate: str, group: int, b_frames: int, container: str = "mp4") -> Clip:
    source = conformed(folder, "kind", rate=RATES[rate], frames=250, group=group, b_frames=b_frames).source
    if container != "mp4":
        source = source.rename(source.with_suffix(f".{container}")) if container == "mov" else _remux(source, container)
    return conform(source, 0, 0, 3_600_000_000, folder / "kind.mkv")


def test_av1_holds_the_wanted_picture_though_its_decoder_works_on_several_at_a_time(rig, tmp_path):
    options = {"preset": "8", "svtav1-params": "scd=0:scm=0"}
    clip = conformed(tmp_path, "av1", codec="libsvtav1", frames=250, group=250, b_frames=0, options=options)
    held = []
    for index in (wanted := random.Random(1).sample(range(3, 230), 10)):
        rig.prime(clip, index)
        held.append(rig.held())
    assert held == wanted


def _remux(source: Path, container: str) -> Path:
    path = source.with_suffix(f".{container}")
    subprocess.run(["ffmpeg", "-v", "error", "-i", source, "-c", "copy", path], check=True, timeout=20)
    return path


@pytest.mark.parametrize(("rate", "group", "b_frames", "container"), KINDS)
def test_takes_from_anywhere_show_every_picture_from_the_in_point_on(rig, tmp_path, rate, group, b_frames, container):
    clip = kind(tmp_path, rate, group, b_frames, container)
    misses = []
    for index in [0, 1, *random.Random(rate).sample(range(2, 200), 4)]:
        rig.seen.clear()
        rig.prime(clip, index)
        assert {number for _instant, number in rig.seen} == {index}, "only the in-point's picture before the take"
        due_ns, numbers = rig.roll_a_quarter_of_a_second(in_ns=200_000_000)
        assert numbers == list(range(index, index + len(numbers)))
        second_ns = next(instant for instant, number in rig.seen if number == index + 1)
        misses.append((second_ns - due_ns) / 1e6 - (clip.frames_us[index + 1] - clip.frames_us[index]) / 1e3)
    assert abs(statistics.median(misses)) < 3, misses


@pytest.mark.parametrize(("rate", "group", "b_frames", "container"), [of for of in KINDS if of[2]])
def test_what_need_not_be_exact_is_near_and_its_clock_is_right(rig, tmp_path, rate, group, b_frames, container):
    clip = kind(tmp_path, rate, group, b_frames, container)
    frame_us = clip.frames_us[1] - clip.frames_us[0]
    misses = []
    for serial, index in enumerate(random.Random(rate).sample(range(5, 200), 5)):
        rig.seen.clear()
        rig.deck.prime(clip, clip.frames_us[index], serial, exactly=False)
        rig.wait(lambda report: report.state is DeckState.PRIMED, "a primed deck")
        assert abs(rig.held() - index) <= NEAR_FRAMES
        due_ns, numbers = rig.roll_a_quarter_of_a_second(in_ns=150_000_000)
        assert numbers[1:] == list(range(numbers[1], numbers[-1] + 1)), "none is left out, none comes again"
        assert numbers[1] <= index + 2
        misses += [
            (instant - due_ns) / 1e6 - (number - index) * frame_us / 1e3
            for number, instant in {number: instant for instant, number in reversed(rig.seen)}.items()
            if number > index + 1
        ]
    assert abs(statistics.median(misses)) < 3, misses


def test_priming_anew_leaves_the_old_picture_until_the_new_one_is_there(rig):
    rig.prime(rig.clip, 100)
    rig.seen.clear()
    rig.deck.prime(rig.other, rig.other.frames_us[10], 2)
    assert rig.held() == 100
    rig.wait(lambda report: report.state is DeckState.PRIMED, "a primed deck")
    assert {number for _instant, number in rig.seen} == {10}


def test_a_parked_deck_keeps_its_last_picture_and_rolls_on_with_the_next(rig):
    rig.prime(rig.clip, 50)
    due_ns = rig.now() + 150_000_000
    rig.deck.roll_at(due_ns)
    rig.deck.park_at(due_ns + 190_000_000)
    rig.wait(lambda report: report.state is DeckState.PARKED, "a parked deck")
    held = rig.held()
    assert held in (54, 55)
    rig.seen.clear()
    due_ns = rig.now() + 250_000_000
    rig.deck.roll_at(due_ns)
    rig.wait(lambda _report: rig.held() > held + 3, "pictures after the held one")
    numbers = list(dict.fromkeys(number for _instant, number in rig.seen))
    assert numbers[0] in (held, held + 1)
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def test_a_retired_deck_keeps_its_picture(rig):
    rig.prime(rig.clip, 77)
    rig.deck.retire()
    rig.wait(lambda report: report.state is DeckState.EMPTY, "an empty deck")
    assert rig.held() == 77


def test_every_picture_gives_a_reading_and_they_agree_within_a_millisecond(rig):
    rig.prime(rig.other, 10)
    rig.deck.roll_at(rig.now() + 100_000_000)
    rig.wait(lambda _report: len(rig.readings()) > 40, "readings", 5)
    zeros_ms = sorted((reading.instant_ns - reading.time_us * 1000) / 1e6 for reading in rig.readings())
    quarter = len(zeros_ms) // 4
    assert zeros_ms[-quarter] - zeros_ms[quarter] < 1
    report = rig.deck.poll()
    assert report.shown >= 40
    assert report.lost == 0


@pytest.mark.parametrize(
    ("width", "height", "sample_aspect", "box", "size"),
    [
        (96, 64, Fraction(1), (640, 360), (540, 360)),
        (96, 64, Fraction(2), (640, 360), (640, 213)),
        (96, 64, Fraction(1, 2), (640, 360), (270, 360)),
        (98, 66, None, (97, 1000), (97, 65)),
        (96, 64, None, (64, 64), (64, 43)),
        (96, 64, None, (0, 0), (1, 1)),
    ],
)
def test_pictures_come_at_the_size_shown_with_the_film_s_own_aspect(
    rig, tmp_path, width, height, sample_aspect, box, size
):
    source = tmp_path / "shape.mp4"
    words = ["-vf", f"scale={width}:{height},setsar=1", "-frames:v", "30"]
    subprocess.run(["ffmpeg", "-v", "error", "-i", rig.clip.source, *words, source], check=True, timeout=20)
    rig.pool.set_target_size(*box)
    clip = replace(conform(source, 0, 0, 10_000_000, tmp_path / "shape.mkv"), sample_aspect=sample_aspect)
    rig.prime(clip, 10)
    picture = rig.deck.picture()
    assert (picture.width, picture.height) == size
    assert picture.stride % 64 == 0
    assert len(picture.buffer) == picture.stride * picture.height


@pytest.mark.parametrize(
    ("turned", "box", "size"), [(1, (640, 360), (240, 360)), (2, (640, 360), (540, 360)), (3, (100, 360), (100, 150))]
)
def test_a_telephone_s_film_comes_as_it_is_stored_with_the_word_that_turns_it_upright(rig, tmp_path, turned, box, size):
    rig.pool.set_target_size(*box)
    source = make_film(tmp_path / "upright.mov", frames=20, b_frames=0, turned=turned)
    rig.prime(conform(source, 0, 0, 1_000_000, tmp_path / "upright.mkv"), 1)
    picture = rig.deck.picture()
    assert picture.quarters == turned
    assert (picture.width, picture.height)[:: -1 if turned % 2 else 1] == size
    assert number(picture) == 1, "libVLC has not turned it, though the film says so"
    rig.prime(rig.clip, 77)
    assert rig.deck.picture().quarters == 0
    assert rig.held() == 77


def test_another_target_size_holds_from_the_next_priming_on(rig):
    rig.pool.set_target_size(300, 200)
    rig.prime(rig.clip, 10)
    rig.pool.set_target_size(150, 100)
    assert rig.deck.picture().width == 300
    rig.prime(rig.clip, 11)
    assert rig.deck.picture().width == 150


def test_pictures_that_come_unevenly_are_primed_exactly_too(rig, tmp_path):
    times_ms = [n * 40 + (17 if n % 7 == 3 else 0) + (200 if n > 60 else 0) for n in range(120)]
    clip = conformed(tmp_path, "uneven", frames=120, times_ms=times_ms, b_frames=0)
    for index in (3, 10, 59, 61, 64):
        rig.prime(clip, index)
        assert rig.held() == index


def test_a_clip_whose_order_is_not_known_is_primed_exactly(rig):
    for index in (5, 31, 44, 90):
        rig.prime(replace(rig.other, in_order=False), index)
        assert rig.held() == index
