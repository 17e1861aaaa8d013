"""Finding any song in a recording by comparison with its files."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from tests.support import clips
from tests.support.listening import RATE, Stretch
from tests.support.reference import Reference, decode

SECONDS = 12
QUIET = np.zeros(RATE // 2, np.float32)


def music(seed: int = 1, seconds: float = SECONDS) -> np.ndarray:
    """Notes of noise and pitch with rests between them, as unlike measured tones as can be."""
    random = np.random.default_rng(seed)
    result = np.zeros(round(seconds * RATE), np.float32)
    for start in range(0, result.size - RATE // 3, RATE // 3):
        time = np.arange(RATE // 4) / RATE
        note = np.sin(2 * np.pi * random.integers(100, 900) * time) + 0.3 * random.normal(size=time.size)
        result[start : start + time.size] = 0.2 * note * np.exp(-6 * time)
    return result


def heard(*pieces: np.ndarray, mixed: tuple[tuple[float, float], ...] = ()) -> list[Stretch]:
    """What is found of the music in a 16-bit recording with silence around it."""
    samples = np.concatenate([QUIET, *pieces, QUIET])
    return Reference(music(), mixed).stretches((np.round(samples * 32767) / 32768).astype(np.float32))


def test_a_whole_song_is_one_stretch_placed_to_the_sample() -> None:
    (stretch,) = heard(music())
    assert {round(chord.sample - chord.second * RATE) for chord in stretch.chords} == {QUIET.size}
    assert stretch.first == pytest.approx(QUIET.size, abs=RATE // 50)
    assert stretch.end == pytest.approx(QUIET.size + RATE * SECONDS, abs=RATE // 2)  # its last note fades
    assert stretch.seams == ()


def test_a_locate_begins_a_new_stretch_at_its_place() -> None:
    first, second = heard(music()[: 4 * RATE], np.zeros(RATE // 5, np.float32), music()[7 * RATE : 10 * RATE])
    assert first.end == pytest.approx(QUIET.size + 4 * RATE, abs=RATE // 5)
    assert second.first == pytest.approx(QUIET.size + 4 * RATE + RATE // 5, abs=RATE // 50)
    assert {round(chord.second * RATE - chord.sample) for chord in second.chords} == {3 * RATE - RATE // 5 - QUIET.size}


@pytest.mark.parametrize("lost", [1, 48, 960])
def test_lost_samples_are_found_where_they_were_lost(lost: int) -> None:
    at = round(5.1 * RATE)
    (stretch,) = heard(np.delete(music(), slice(at, at + lost)))
    assert [seam.step for seam in stretch.seams] == [-lost]
    assert stretch.seams[0].at == pytest.approx(QUIET.size + at, abs=RATE // 100)


@pytest.mark.parametrize("hole_ms", [1, 5, 20])
def test_a_hole_is_found_with_its_length(hole_ms: int) -> None:
    samples, at = music(), round(5.05 * RATE)
    samples[at : at + hole_ms * RATE // 1000] = 0
    ((seam,),) = [stretch.seams for stretch in heard(samples)]
    assert seam.at == pytest.approx(QUIET.size + at, abs=RATE // 500)
    assert seam.length_ms == pytest.approx(hole_ms, abs=1)


def test_a_foreign_sound_is_a_break_except_where_it_is_mixed_on_purpose() -> None:
    samples = music()
    samples[5 * RATE : 5 * RATE + RATE // 5] += music(9, 1)[: RATE // 5]
    (unplanned,) = heard(samples)
    assert [seam.at for seam in unplanned.seams] == [pytest.approx(QUIET.size + 5 * RATE, abs=RATE // 5)]
    (planned,) = heard(samples, mixed=((4.9, 5.3),))
    assert planned.seams == ()


def test_another_song_is_not_taken_for_it() -> None:
    assert heard(music(seed=2)) == []


def test_songs_are_decoded_as_one_sound_without_a_seam(tmp_path: Path) -> None:
    first = clips.Song(samples=44100 * 3 + 1234)
    second = clips.Song(start=first.end, samples=44100 * 2)
    whole = clips.Song(samples=first.samples + second.samples)
    apart = decode([clips.song(first, tmp_path), clips.song(second, tmp_path)])
    together = decode([clips.song(whole, tmp_path)])
    assert apart.size == together.size == pytest.approx(float(Fraction(whole.samples, 44100) * RATE), abs=1)
    assert np.abs(apart - together).max() < 2e-4
