"""The demo's songs as they are in their files: their lengths, taps, join, loudness, key and tags."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import score
import songs
from music import flac, loudness
from music.players.backing import JOIN_TONE
from music.tones import Samples, pitch_hz
from mutagen.flac import FLAC
from score import RATE, SONG_SAMPLES

FILES = [Path(songs.MUSIC) / name for name in songs.FILES]
JOIN = SONG_SAMPLES[0]
MS = RATE // 1000


@pytest.fixture(scope="module")
def sounds() -> list[Samples]:
    """Both songs as they are in their files."""
    return [flac.read(path) for path in FILES]


@pytest.fixture(scope="module")
def programme(sounds: list[Samples]) -> Samples:
    """One song after the other, as a player without a gap gives them."""
    return np.concatenate(sounds)


def test_each_song_lasts_its_samples(sounds: list[Samples]) -> None:
    assert tuple(len(sound) for sound in sounds) == SONG_SAMPLES


def lateness(sound: Samples, sample: int, reach: int = 25 * MS) -> int:
    """How many samples after `sample` the sharpest edge within `reach` is: the first sample of a tap is one."""
    piece = sound[max(0, sample - reach - 2) : sample + reach]
    piece = np.pad(piece, ((2 * reach + 2 - len(piece), 0), (0, 0)))  # before the first sample it is silent
    return int(np.abs(np.diff(piece, n=2, axis=0)).max(axis=1).argmax()) - reach


def on_time(sound: Samples, song: int) -> float:
    """The part of a song's taps that are heard within a millisecond of their sample."""
    start = sum(SONG_SAMPLES[:song])
    late = [lateness(sound, start + tap.sample) for tap in score.taps(song)]
    return float(np.mean(np.abs(late) <= MS))


@pytest.mark.parametrize("song", [0, 1])
def test_the_taps_start_on_their_samples(programme: Samples, song: int) -> None:
    assert on_time(programme, song) >= 0.95


@pytest.mark.parametrize("song", [0, 1])
def test_taps_20_ms_late_would_be_noticed(programme: Samples, song: int) -> None:
    late = np.concatenate([np.zeros((20 * MS, 2)), programme])
    assert on_time(late, song) < 0.2


def missing_at_the_join(sound: Samples) -> float:
    """How many samples are missing at the join, told by the phase of the tone that rings through it."""
    hz, count = pitch_hz(JOIN_TONE), RATE

    def tone(start: int) -> complex:
        index = np.arange(start, start + count)
        return complex((sound[index].mean(axis=1) * np.hanning(count) * np.exp(-2j * np.pi * hz * index / RATE)).sum())

    return float(np.angle(tone(JOIN + 100) / tone(JOIN - count - 100))) / (2 * np.pi * hz / RATE)


def test_a_tone_rings_through_the_join_without_a_gap(programme: Samples) -> None:
    assert abs(missing_at_the_join(programme)) < 1


def test_three_samples_dropped_at_the_join_would_be_noticed(programme: Samples) -> None:
    broken = np.concatenate([programme[:JOIN], programme[JOIN + 3 :]])
    assert 2 < missing_at_the_join(broken) < 4


@pytest.mark.parametrize("song", [0, 1])
def test_it_is_as_loud_as_other_music_and_never_clips(sounds: list[Samples], song: int) -> None:
    tags = FLAC(FILES[song])
    lufs, peak = loudness.integrated_lufs(sounds[song]), loudness.true_peak(sounds[song])
    assert lufs == pytest.approx(songs.LUFS, abs=0.5)
    assert peak < 10 ** (-1 / 20)
    assert np.abs(sounds[song].mean(axis=0)).max() < 1e-3
    gain_db = float(tags["replaygain_track_gain"][0].removesuffix(" dB"))
    assert gain_db == pytest.approx(loudness.REFERENCE_LUFS - lufs, abs=0.02)
    assert float(tags["replaygain_track_peak"][0]) == pytest.approx(peak, abs=0.002)


def test_the_measure_of_loudness_agrees_with_the_standard() -> None:
    t = np.arange(5 * RATE) / RATE
    sine = np.stack([np.sin(2 * np.pi * 997 * t)] * 2, axis=1)
    assert loudness.integrated_lufs(0.1 * sine) == pytest.approx(-20.0, abs=0.05)


@pytest.mark.parametrize(("song", "silent", "full"), [(0, "stopped", "stage"), (1, "quiet", "finale")])
def test_sound_and_silence_alternate(programme: Samples, song: int, silent: str, full: str) -> None:
    def level_db(section: str) -> float:
        start = sum(SONG_SAMPLES[:song]) + (score.first_bar(song, section) + 1) * score.BAR_SAMPLES
        return float(10 * np.log10((loudness.weighted(programme[start : start + 3 * score.BAR_SAMPLES]) ** 2).mean()))

    assert level_db(full) - level_db(silent) > 5


def test_the_last_song_dies_away(programme: Samples) -> None:
    assert np.abs(programme[-RATE // 100 :]).max() < 0.003
    assert np.abs(programme[-2 * RATE : -RATE]).max() > 0.05


@pytest.mark.parametrize("song", [0, 1])
def test_a_song_says_what_it_is(song: int) -> None:
    tags = FLAC(FILES[song])
    assert tags["title"] == [songs.TITLES[song]]
    assert tags["tracknumber"] == [str(song + 1)]
    assert tags["tracktotal"] == ["2"]
    assert tags["isrc"] == [f"ZZVAL260001{song + 1}"]
    assert tags["bpm"] == [str(score.BPM)]
    assert tags["initialkey"] == [("Dm", "F")[song]]
    assert tags["license"] == ["https://creativecommons.org/licenses/by/4.0/"]
    assert {"artist", "album", "albumartist", "date", "genre", "language", "copyright"} <= set(tags.keys())


@pytest.mark.parametrize("path", FILES)
def test_the_cover_is_embedded(path: Path) -> None:
    picture = FLAC(path).pictures[0]
    assert picture.type == 3
    assert picture.data.startswith(b"\xff\xd8")
    assert len(picture.data) < 200_000
