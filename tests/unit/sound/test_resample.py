"""Resampling: tones come out as themselves, from any place, at any rate."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from numpy.typing import NDArray

from visualalbum.sound.resample import RATE, Resampler


def sine(rate: int, start: Fraction, pitch: float, first: int, count: int, step: int) -> NDArray[np.float32]:
    """A sine through the resampler, asked for in pieces."""
    resampler = Resampler(rate, start)
    pieces = []
    for at in range(first, first + count, step):
        begin, end = resampler.needs(at, step)
        source = np.sin(2 * np.pi * pitch * (np.arange(begin, end) / rate + float(start)))
        pieces.append(resampler.make(np.stack([source, source], axis=1).astype(np.float32), at, step))
    return np.concatenate(pieces)[:count, 0]


@pytest.mark.parametrize("start", [Fraction(0), Fraction(1234567, 44100), Fraction(-1, 3)])
@pytest.mark.parametrize("rate", [8000, 22050, 44100, 48000, 96000])
def test_a_tone_comes_out_as_itself_wherever_it_starts(rate: int, start: Fraction) -> None:
    for pitch in (440.0, min(0.43 * rate, 20000)):
        got = sine(rate, start, pitch, 1000, 9600, 960)
        wanted = np.sin(2 * np.pi * pitch * np.arange(1000, 10600) / RATE)
        assert 20 * np.log10(np.abs(got - wanted).max()) < -95


@pytest.mark.parametrize("rate", [44100, 96000])
def test_a_locate_gives_the_samples_of_the_continuous_run(rate: int) -> None:
    run = sine(rate, Fraction(0), 1000.0, 0, 9600, 4800)
    for first in (1, 777, 5003):
        located = sine(rate, Fraction(0), 1000.0, first, 3000, 331)
        assert np.abs(located - run[first : first + 3000]).max() < 1e-5


def test_a_rate_without_a_common_period_goes_the_same_way() -> None:
    got = sine(44099, Fraction(0), 1000.0, 100, 960, 480)
    assert np.abs(got - np.sin(2 * np.pi * 1000 * np.arange(100, 1060) / RATE)).max() < 1e-4


def test_sound_of_the_programmes_own_rate_is_only_copied() -> None:
    resampler = Resampler(RATE, Fraction(3, 2))
    assert resampler.needs(RATE * 2, 10) == (RATE // 2, RATE // 2 + 10)
    source = np.random.default_rng(1).standard_normal((10, 2)).astype(np.float32)
    assert np.array_equal(resampler.make(source, RATE * 2, 10), source)


def test_a_tone_above_the_lower_nyquist_is_gone() -> None:
    got = sine(96000, Fraction(0), 26000.0, 1000, 9600, 960)
    assert 20 * np.log10(np.abs(got).max()) < -90
