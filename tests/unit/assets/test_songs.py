"""The demo's songs: taps where the rhythm says, one signal over the join, whole seconds that can be named."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from mutagen.flac import FLAC
from numpy.typing import NDArray
from rhythm import BELLS, JOIN_TONE, RATE, SONG_SAMPLES, pitch_hz, song_taps

MUSIC = Path(__file__).parents[3] / "assets" / "backstage" / "music"
SONGS = (MUSIC / "01-before-the-bell.flac", MUSIC / "02-where-the-light-falls.flac")


def decoded(path: Path) -> NDArray[np.float64]:
    """Both sides of a song, shape (samples, 2), full scale 1."""
    with av.open(str(path)) as container:
        frames = [frame.to_ndarray().reshape(-1, 2) for frame in container.decode(audio=0)]
    return np.concatenate(frames) / 32768


@pytest.fixture(scope="module")
def programme() -> NDArray[np.float64]:
    return np.concatenate([decoded(path) for path in SONGS])


def onsets(sound: NDArray[np.float64]) -> NDArray[np.intp]:
    """Where a sound jumps after 50 ms without a jump: the first samples of the taps."""
    jump = np.abs(np.diff(sound.mean(axis=1), n=2, prepend=[0.0, 0.0]))
    loud = np.flatnonzero(jump > 0.03)
    return loud[np.diff(loud, prepend=-RATE) > RATE // 20]


def tone(sound: NDArray[np.float64], hz: float, start: int, count: int) -> complex:
    """Size and phase of a tone, the phase counted from sample 0 of the sound."""
    index = np.arange(start, start + count)
    window = np.hanning(count)
    return complex((sound[index].mean(axis=1) * window * np.exp(-2j * np.pi * hz * index / RATE)).sum() / window.sum())


def test_each_song_lasts_its_samples() -> None:
    assert [len(decoded(path)) for path in SONGS] == [SONG_SAMPLES, SONG_SAMPLES]


def test_every_tap_starts_on_its_sample_and_nothing_else_does(programme: NDArray[np.float64]) -> None:
    assert onsets(programme).tolist() == [tap.sample for tap in song_taps()]


def missing_at_the_join(sound: NDArray[np.float64]) -> float:
    """How many samples are missing at the join, told by the phase of the tone held through it."""
    hz, half_a_second = pitch_hz(JOIN_TONE), RATE // 2
    before = tone(sound, hz, SONG_SAMPLES - half_a_second - 100, half_a_second)
    after = tone(sound, hz, SONG_SAMPLES + 100, half_a_second)
    return float(np.angle(after / before)) / (2 * np.pi * hz / RATE)


def test_a_tone_goes_through_the_join_without_a_gap(programme: NDArray[np.float64]) -> None:
    assert abs(missing_at_the_join(programme)) < 1


def test_three_samples_dropped_at_the_join_would_be_noticed(programme: NDArray[np.float64]) -> None:
    broken = np.concatenate([programme[:SONG_SAMPLES], programme[SONG_SAMPLES + 3 :]])
    assert 2 < missing_at_the_join(broken) < 4


def test_every_second_is_named_by_its_bell(programme: NDArray[np.float64]) -> None:
    named = []
    for second in range(2 * SONG_SAMPLES // RATE):
        start = second * RATE
        before = programme[max(0, start - 8820) : start] if second else np.zeros((8820, 2))
        rise = [abs(tone(programme, pitch_hz(bell), start + 882, 8820)) - abs(tone(before, pitch_hz(bell), 0, 8820))
                for bell in BELLS]  # fmt: skip
        named.append(int(np.argmax(rise)))
    assert named == [second % 16 for second in range(len(named))]


def test_the_level_is_sane(programme: NDArray[np.float64]) -> None:
    assert 0.5 < np.abs(programme).max() < 0.85
    assert -20 < 10 * np.log10((programme**2).mean()) < -14


@pytest.mark.parametrize(("index", "title"), list(enumerate(("Before the Bell", "Where the Light Falls"))))
def test_a_song_says_what_it_is(index: int, title: str) -> None:
    flac = FLAC(SONGS[index])
    assert flac["title"] == [title]
    assert flac["tracknumber"] == [str(index + 1)]
    assert flac["isrc"] == [f"ZZVAL260000{index + 1}"]
    assert {"artist", "album", "date", "license"} <= set(flac.keys())
    assert flac.pictures[0].data.startswith(b"\xff\xd8")
    assert len(flac.pictures[0].data) < 40_000
