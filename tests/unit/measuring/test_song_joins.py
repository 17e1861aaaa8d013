"""How songs join, read from made-up recordings: what is whole is found whole, and every break by its own figure."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

from measuring.songs import ALL, RESIDUAL_DB, SHORT
from tests.support.joined import RATE, Join, begins, joins, residuals_db
from tests.support.joins import Kind, pieces, sound

SONGS = pieces([Kind("wav", 48000), Kind("flac", 44100), Kind("mp3", 44100)], 1.2)
QUIET = RATE // 3
JOIN = round(float(SONGS[1].start) * RATE)


def whole() -> NDArray[np.float32]:
    """The songs as they should be heard, 0.3 of a sample off the recorder's own, in 16 bits."""
    made, _ = sound(0.3 / RATE, round(float(SONGS[-1].end) * RATE), RATE)
    return np.round(made * 32767).astype(np.float32) / 32768


def found_in(samples: NDArray[np.float32]) -> list[Join]:
    heard = np.concatenate([np.zeros(QUIET, np.float32), samples, np.zeros(QUIET, np.float32)])
    return joins(heard, SONGS, begins(heard))


def test_what_is_whole_is_found_whole() -> None:
    first, second = found_in(whole())
    assert (first.before, first.after, first.lossless) == ("WAV 48", "FLAC 44.1", True)
    assert (second.after, second.lossless) == ("MP3 CBR 44.1", False)
    for join in (first, second):
        assert abs(join.step) < 0.01
        assert join.residual_db < -70
        assert join.hole_ms == 0
    assert max(residuals_db(whole(), SONGS, 0)) < -70


@pytest.mark.parametrize("lost", [1, 2, 48, 960])
def test_samples_that_are_lost_are_counted(lost: int) -> None:
    first, second = found_in(np.delete(whole(), slice(JOIN, JOIN + lost)))
    assert first.step == pytest.approx(-lost, abs=0.01)
    assert first.residual_db > RESIDUAL_DB
    assert abs(second.step) < 0.01


def test_samples_that_are_too_many_are_counted() -> None:
    first, _ = found_in(np.insert(whole(), JOIN, np.zeros(7, np.float32)))
    assert first.step == pytest.approx(7, abs=0.01)


def test_a_millisecond_of_silence_is_a_hole() -> None:
    samples = whole()
    samples[JOIN - 24 : JOIN + 24] = 0
    first, second = found_in(samples)
    assert first.hole_ms == pytest.approx(1, abs=0.1)
    assert first.residual_db > RESIDUAL_DB
    assert (abs(first.step), second.hole_ms) == (pytest.approx(0, abs=0.01), 0)


def test_a_click_is_no_part_of_the_sound() -> None:
    samples = whole()
    samples[JOIN] += 0.25
    first, second = found_in(samples)
    assert first.residual_db > RESIDUAL_DB > second.residual_db


def test_every_format_follows_itself_at_every_rate_it_knows() -> None:
    kinds = {(kind.container, kind.rate, kind.vbr) for kind in ALL}
    rates = 44100, 48000
    assert kinds == {
        *((container, rate, False) for container in ("flac", "wav", "mp3", "m4a", "ogg") for rate in rates),
        *(("mp3", rate, True) for rate in rates),
        ("opus", 48000, False),
    }
    pairs = set(itertools.pairwise(ALL))
    assert {(kind, kind) for kind in ALL} <= pairs
    lossless = {(a.rate, b.rate) for a, b in pairs if a.lossless and b.lossless}
    assert {(44100, 48000), (48000, 44100)} <= lossless
    assert any(a.lossless > b.lossless for a, b in pairs)
    assert any(a.lossless < b.lossless for a, b in pairs)
    assert set(SHORT) < set(ALL)
