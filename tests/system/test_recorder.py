"""The recorder against players whose faults are known: what is wrong must be read back, what is right left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from tests.support import clips, players, tones
from tests.support.albums import whole
from tests.support.analysis import Analysis, figures
from tests.support.plan import Plan, Planned
from tests.support.studio import Studio, studio, until_end
from tests.support.takes import Takes
from tests.support.verdict import complaints

FILM = clips.Film(frames=110)
LIMIT_S = 30
PATIENT = "--audio-buffer=1"  # on a busy machine the usual 0.2 s run dry now and then
FRAME_MS = 40.0
RATE = 48000
OTHER_FILM = 2


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Studio]:
    with studio(tmp_path_factory.mktemp("recorder")) as running:
        yield running


def watch(stage: Studio, name: str, file: Path, plan: Plan) -> Analysis:
    """Have mpv play a file to its end, and hold what was recorded against a plan."""
    return Analysis(stage.record(name, players.mpv(file, stage.screen, PATIENT), until_end(LIMIT_S)), plan)


@pytest.fixture(scope="module")
def zeros(stage: Studio) -> Takes[Analysis]:
    return Takes(lambda take: watch(stage, f"zero-{take}", clips.single_file(FILM), whole(FILM)))


@pytest.fixture
def zero(zeros: Takes[Analysis], request: pytest.FixtureRequest) -> Analysis:
    return zeros.for_test(request)


@pytest.fixture
def zero_ms(zero: Analysis) -> float:
    return figures(zero.lates()).median_ms


def test_a_right_film_gets_no_complaint(zero: Analysis) -> None:
    assert len(zero.rolls) == 1
    assert zero.rolls[0].seams == ()
    assert zero.missing == set()
    assert zero.strays == []
    assert complaints(zero, figures(zero.lates()).median_ms) == []
    assert len(zero.expected) > FILM.frames * 0.4


def early(seen: Analysis) -> float:
    """The drift that a fifth of the frames stay below: a busy machine shows frames late, never early."""
    return float(np.percentile(seen.lates(), 20))


@pytest.mark.parametrize("delay_ms", [30, -80])
def test_an_injected_error_is_read_back_to_3_ms(stage: Studio, zero: Analysis, zero_ms: float, delay_ms: int) -> None:
    wrong = replace(FILM, song=Fraction(delay_ms, 1000))  # the song is that much ahead of its film
    delayed = watch(stage, f"delay{delay_ms}", clips.single_file(wrong), whole(FILM))
    assert early(delayed) - early(zero) == pytest.approx(delay_ms, abs=3)
    assert [one.split()[0] for one in complaints(delayed, zero_ms)] == ["drift"]


def test_a_slideshow_is_told_from_a_film(stage: Studio) -> None:
    slides = clips.Film(frames=110, repeat=5)
    seen = watch(stage, "slides", clips.single_file(slides), whole(slides))
    assert seen.shown_percent == pytest.approx(20, abs=3)
    assert seen.strays == []
    assert any(one.startswith("pictures: ") for one in complaints(seen, figures(seen.lates()).median_ms))


CUT_FILM = clips.Film(container="mkv")
FIRST, SECOND, THIRD = (50, 400), (250, 400), (90, 400)
LENGTH = 75  # frames of each segment
CUT_PLAN = Plan(
    tuple(
        Planned(1, Fraction(25), start, Fraction(3 * index), Fraction(3 * index + 3))
        for index, (start, _) in enumerate((FIRST, SECOND, THIRD))
    ),
    Fraction(9),
)


@pytest.fixture(scope="module")
def damaged(stage: Studio, tmp_path_factory: pytest.TempPathFactory) -> Takes[Analysis]:
    """Three segments with two stale frames at the first cut, one black and one foreign picture in the second segment,
    a wrong first frame at the second cut; in the sound 20 ms lost at 3.5 s, and a hole of 5 ms at 7.5 s."""
    shown = [(1, start + index) for start, _ in (FIRST, SECOND, THIRD) for index in range(LENGTH)]
    pictures = [clips.frame(clips.Film(number=film), number) for film, number in shown]
    for late in (0, 1):
        pictures[LENGTH + late] = clips.frame(CUT_FILM, FIRST[0] + LENGTH + late)
    pictures[LENGTH + 40] = np.zeros_like(pictures[0])
    pictures[LENGTH + 50] = clips.frame(clips.Film(number=OTHER_FILM), 5)
    pictures[2 * LENGTH] = clips.frame(CUT_FILM, THIRD[0] + 1)
    sound = tones.song(Fraction(0), 9 * RATE, RATE)
    sound[round(7.5 * RATE) :][: RATE // 200] = 0
    at = round(3.5 * RATE)
    lost = np.delete(sound, slice(at, at + RATE // 50))
    file = tmp_path_factory.mktemp("faulty") / "faulty.mkv"
    clips.write(file, CUT_FILM, pictures, lost)
    return Takes(lambda take: watch(stage, f"faulty-{take}", file, CUT_PLAN))


@pytest.fixture
def faulty(damaged: Takes[Analysis], request: pytest.FixtureRequest) -> Analysis:
    return damaged.for_test(request)


def test_stale_frames_at_a_cut_are_found(faulty: Analysis, zero_ms: float) -> None:
    first = faulty.cuts[0]
    assert first.late_ms - zero_ms == pytest.approx(80, abs=10)
    assert not first.right(FRAME_MS, zero_ms)
    stale = [stray for stray in faulty.strays if stray.sight.number == FIRST[0] + LENGTH]
    assert [stray.length_ms for stray in stale] == [pytest.approx(40, abs=10)]
    assert {(0, 1, SECOND[0]), (0, 1, SECOND[0] + 1)} <= faulty.missing


def test_a_wrong_first_frame_is_found(faulty: Analysis, zero_ms: float) -> None:
    assert faulty.cuts[1].planned == THIRD[0]
    assert faulty.cuts[1].seen == THIRD[0] + 1
    assert not faulty.cuts[1].right(FRAME_MS, zero_ms)


def test_black_and_foreign_pictures_are_found(faulty: Analysis) -> None:
    kinds = {(stray.sight.kind, stray.sight.film) for stray in faulty.strays}
    assert {("black", 0), ("frame", OTHER_FILM)} <= kinds
    black = [stray for stray in faulty.strays if stray.sight.kind == "black"]
    assert [stray.programme_s for stray in black] == [pytest.approx(3 + 40 / 25, abs=0.03)]


def test_lost_and_silent_sound_are_found(faulty: Analysis) -> None:
    (roll,) = faulty.rolls
    found = [(roll.programme_s(at - 1e7), seam) for at, seam in roll.seams]
    (lost_at, lost), (hole_at, hole) = found
    assert lost_at == pytest.approx(3.49, abs=0.01)
    assert lost.step == pytest.approx(-960 % (RATE / tones.BED_HZ) - RATE / tones.BED_HZ, abs=0.5)
    assert hole_at == pytest.approx(7.49, abs=0.01)
    assert hole.length_ms == pytest.approx(5, abs=1)


def test_the_picture_is_held_against_the_song_as_it_was_heard(faulty: Analysis) -> None:
    """Where 20 ms of the song are lost, the song is ahead from there on: each frame after it comes 20 ms late."""
    before = [frame.late_ms for frame in faulty.shown if 1 < frame.programme_s < 3]
    after = [frame.late_ms for frame in faulty.shown if 3.6 < frame.programme_s < 6]
    assert np.percentile(after, 20) - np.percentile(before, 20) == pytest.approx(20, abs=3)


def test_every_fault_is_told_in_a_sentence(faulty: Analysis, zero_ms: float) -> None:
    told = "\n".join(complaints(faulty, zero_ms))
    for sentence in (
        r"sound: a jump of .* samples at 3\.5",
        r"sound: a hole of [456] ms at 7\.",
        rf"cut 1: frame {SECOND[0] + 2} instead of {SECOND[0]}, \+[78]",
        rf"cut 2: frame {THIRD[0] + 1} instead of {THIRD[0]}",
        r"unplanned: black for \d+ ms at 4\.",
        rf"unplanned: frame {FIRST[0] + LENGTH} for ",
    ):
        assert re.search(sentence, told), f"{sentence!r} in {told}"


def test_a_recording_without_sound_is_an_error(stage: Studio) -> None:
    silent = clips.film(clips.Film(frames=10, container="mkv"))
    with pytest.raises(RuntimeError, match="nothing was heard"):
        stage.record("silent", players.mpv(silent, stage.screen), until_end(LIMIT_S))
