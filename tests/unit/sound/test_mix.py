"""The programme: songs join to the sample, film sound sits at its place, and nothing clips or clicks."""

from __future__ import annotations

import tracemalloc
from fractions import Fraction
from math import inf
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.support import songs
from visualalbum.engine.ports import Fault
from visualalbum.sound.mix import DUCK, KNEE, Programme
from visualalbum.sound.resample import RATE
from visualalbum.timeline.cues import FilmSoundClip, SongClip, SoundPlan

Sound = NDArray[np.float32]


def whole(plan: SoundPlan, step: int = 4800) -> Sound:
    faults: list[Fault] = []
    programme = Programme(plan, faults.append)
    sound = np.concatenate([programme.read(at, step) for at in range(0, programme.samples, step)])
    programme.close()
    assert not faults
    return sound[: programme.samples]


def tone(seconds: float, rate: int, pitch: float = 440.0, level: float = 0.5, start: float = 0.0) -> NDArray[np.int16]:
    wave = level * np.sin(2 * np.pi * pitch * (np.arange(round(seconds * rate)) / rate + start))
    return np.round(np.stack([wave, wave], axis=1) * 32767).astype(np.int16)


@pytest.fixture
def song(tmp_path: Path) -> SongClip:
    """Three seconds of a tone at half level."""
    return songs.clip(songs.write(tmp_path / "song.flac", tone(3, RATE), RATE), RATE, 3 * RATE)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return songs.write(tmp_path / "film.mkv", tone(4, RATE, 1000.0, 0.25), RATE, "pcm_s16le")


@pytest.mark.parametrize(("rate", "ending"), [(44100, "flac"), (48000, "wav"), (22050, "wav"), (96000, "flac")])
def test_songs_of_one_rate_join_to_the_sample(tmp_path: Path, rate: int, ending: str) -> None:
    melody = songs.melody(rate, rate)
    one = songs.clip(songs.write(tmp_path / "one.flac", melody, rate), rate, len(melody))
    clips: list[SongClip] = []
    start = Fraction(0)
    for number, (begin, end) in enumerate([(0, 1234), (1234, 1234 + rate // 3), (1234 + rate // 3, rate)]):
        path = songs.write(tmp_path / f"{number}.{ending}", melody[begin:end], rate)
        clips.append(songs.clip(path, rate, end - begin, start))
        start += clips[-1].length
    assert np.abs(whole(SoundPlan(tuple(clips))) - whole(SoundPlan((one,)))).max() < 1e-5


@pytest.mark.parametrize(("before", "after"), [(44100, 48000), (48000, 44100), (44100, 96000), (22050, 44100)])
def test_a_tone_goes_on_over_a_change_of_rate(tmp_path: Path, before: int, after: int) -> None:
    count = before // 4 + 17  # the join lies between two samples of the programme
    join = Fraction(count, before)
    first = songs.clip(songs.write(tmp_path / "1.wav", tone(float(join), before), before), before, count)
    rest = tone(0.25, after, start=float(join))
    second = songs.clip(songs.write(tmp_path / "2.wav", rest, after), after, len(rest), join)
    sound = whole(SoundPlan((first, second)))
    assert len(sound) == round((join + Fraction(len(rest), after)) * RATE)
    at = round(join * RATE)
    wanted = 0.5 * np.sin(2 * np.pi * 440 * np.arange(len(sound)) / RATE)
    spectrum = np.fft.rfft((sound[:, 0] - wanted)[at - 4000 : at + 4000] * np.hanning(8000))
    spectrum[round(0.42 * min(before, after) * 8000 / RATE) :] = 0  # what both rates can carry
    assert np.abs(np.fft.irfft(spectrum)).max() < (0.01 if abs(before - after) < 5000 else 0.04)


@pytest.mark.parametrize("ending", list(songs.CODECS))
def test_a_locate_gives_what_the_continuous_run_gives(tmp_path: Path, ending: str) -> None:
    rate = 48000 if ending in ("opus", "webm") else 44100
    melody = songs.melody(2 * rate, rate)
    path = songs.write(tmp_path / f"song.{ending}", melody, rate)
    plan = SoundPlan((songs.clip(path, rate, len(melody)), songs.clip(path, rate, len(melody), Fraction(2))))
    run = whole(plan)
    programme = Programme(plan, [].append)
    for second in (3.1, 0.9, 1.99, 2.001):
        first = round(second * RATE)
        assert np.abs(programme.read(first, 4000) - run[first : first + 4000]).max() < 1e-3
    programme.close()


def test_a_song_with_a_longer_slot_is_followed_by_silence(song: SongClip) -> None:
    slot = SongClip(song.path, 0, RATE, song.samples, Fraction(0), Fraction(4))
    sound = whole(SoundPlan((slot,)))
    assert len(sound) == 4 * RATE
    assert not sound[3 * RATE :].any()


def test_a_level_is_kept(song: SongClip) -> None:
    quiet = SongClip(song.path, 0, RATE, song.samples, song.start, song.length, gain_db=-6.0)
    assert np.allclose(whole(SoundPlan((quiet,))), whole(SoundPlan((song,))) * 10 ** (-6 / 20), atol=1e-6)


def test_a_film_sounds_under_the_song_at_its_place(song: SongClip, film: Path) -> None:
    clip = FilmSoundClip(film, 0, zero_us=0, in_us=1_000_000, start_us=500_000, end_us=1_500_000, gain_db=-6.0)
    own = whole(SoundPlan((song,), (clip,))) - whole(SoundPlan((song,)))
    expected = tone(1, RATE, 1000.0, 0.25)[:, 0] / 32768 * 10 ** (-6 / 20)
    assert not own[: RATE // 2].any()
    assert not own[RATE * 3 // 2 :].any()
    assert np.abs(own[RATE // 2 + 200 : RATE * 3 // 2 - 200, 0] - expected[200:-200]).max() < 1e-3


def test_film_time_counts_from_its_first_picture(song: SongClip, film: Path) -> None:
    plain = FilmSoundClip(film, 0, zero_us=0, in_us=1_200_300, start_us=0, end_us=1_000_000)
    moved = FilmSoundClip(film, 0, zero_us=700_300, in_us=500_000, start_us=0, end_us=1_000_000)
    assert np.array_equal(whole(SoundPlan((song,), (plain,))), whole(SoundPlan((song,), (moved,))))


def test_fades_are_straight_and_lie_inside(song: SongClip, film: Path) -> None:
    clip = FilmSoundClip(film, 0, 0, 0, 0, 2_000_000, fade_in_us=1_000_000, fade_out_us=500_000)
    faded = whole(SoundPlan((song,), (clip,))) - whole(SoundPlan((song,)))
    peaks = np.abs(faded[:, 0]).reshape(-1, 480).max(axis=1)
    assert abs(peaks[50] - 0.125) < 0.003
    assert abs(peaks[120] - 0.25) < 0.001
    assert abs(peaks[175] - 0.125) < 0.006


def test_a_film_may_take_the_songs_place(song: SongClip, film: Path) -> None:
    clip = FilmSoundClip(film, 0, 0, 0, 1_000_000, 2_000_000, gain_db=-inf, song_gain_db=-inf)
    sound = whole(SoundPlan((song,), (clip,)))
    assert not sound[RATE : 2 * RATE].any()
    assert np.array_equal(sound[: RATE - DUCK], whole(SoundPlan((song,)))[: RATE - DUCK])
    assert np.abs(np.diff(sound[:, 0])).max() < 0.05


def test_the_song_does_not_flare_up_between_two_segments(song: SongClip, film: Path) -> None:
    clips = [FilmSoundClip(film, 0, 0, 0, at, at + 500_000, -inf, song_gain_db=-inf) for at in (500_000, 1_000_000)]
    sound = whole(SoundPlan((song,), tuple(clips)))
    assert not sound[RATE // 2 : RATE * 3 // 2].any()


def test_a_sum_over_full_scale_is_bent_and_never_leaves_it(tmp_path: Path, film: Path) -> None:
    loud = songs.clip(songs.write(tmp_path / "loud.wav", tone(3, RATE, level=0.95), RATE), RATE, 3 * RATE)
    clip = FilmSoundClip(film, 0, 0, 0, 0, 3_000_000, gain_db=12.0)
    sound = whole(SoundPlan((loud,), (clip,)))
    assert KNEE < np.abs(sound).max() <= 1


def test_a_song_alone_is_left_as_it_was_mastered(tmp_path: Path) -> None:
    full = tone(1, RATE, level=1.0)
    clip = songs.clip(songs.write(tmp_path / "full.wav", full, RATE), RATE, RATE)
    assert np.array_equal(whole(SoundPlan((clip,))), full / np.float32(32768))


def test_a_film_alone_is_left_as_it_was_mastered(tmp_path: Path) -> None:
    full = tone(1, RATE, level=1.0)
    film = songs.write(tmp_path / "full.mkv", full, RATE, "pcm_s16le")
    silent = SongClip(None, 0, RATE, 0, Fraction(0), Fraction(1))
    sound = whole(SoundPlan((silent,), (FilmSoundClip(film, 0, 0, 0, 0, 1_000_000),)))
    assert np.abs(sound - full / np.float32(32768))[200:-200].max() < 1e-6


def test_a_missing_song_is_silence_and_told_once(song: SongClip, tmp_path: Path) -> None:
    faults: list[Fault] = []
    missing = SongClip(tmp_path / "gone.flac", 0, RATE, RATE, Fraction(0), Fraction(1))
    after = SongClip(song.path, 0, RATE, song.samples, Fraction(1), song.length)
    programme = Programme(SoundPlan((missing, after)), faults.append)
    sound = np.concatenate([programme.read(at, 4800) for at in range(0, programme.samples, 4800)])
    programme.forgive()
    programme.read(0, 100)
    programme.close()
    assert not sound[:RATE].any()
    assert sound[RATE + 100 :].any()
    assert [(fault.kind, fault.subject) for fault in faults] == [("song-unreadable", str(missing.path))]


def test_a_song_that_is_there_again_is_heard_after_the_next_locate(song: SongClip, tmp_path: Path) -> None:
    late = tmp_path / "late.flac"
    programme = Programme(SoundPlan((SongClip(late, 0, RATE, RATE, Fraction(0), Fraction(1)),)), [].append)
    assert not programme.read(0, 1000).any()
    assert song.path is not None
    song.path.rename(late)
    programme.forgive()
    assert programme.read(0, 1000).any()
    programme.close()


def test_a_shorter_song_than_promised_is_filled_up_and_told_once(song: SongClip) -> None:
    faults: list[Fault] = []
    long = SongClip(song.path, 0, RATE, 5 * RATE, Fraction(0), Fraction(5))
    programme = Programme(SoundPlan((long,)), faults.append)
    for at in range(0, 5 * RATE, 4800):
        programme.read(at, 4800)
    programme.read(4 * RATE, 4800)
    programme.close()
    assert [fault.kind for fault in faults] == ["song-changed"]
    assert f"{3 * RATE} samples instead of {5 * RATE}" in faults[0].sentence


def test_a_longer_song_than_promised_is_cut(song: SongClip) -> None:
    short = SongClip(song.path, 0, RATE, RATE, Fraction(0), Fraction(2))
    sound = whole(SoundPlan((short,)))
    assert sound[:RATE].any()
    assert not sound[RATE:].any()


def test_a_song_that_is_over_leaves_nothing_in_memory(tmp_path: Path) -> None:
    path = songs.write(tmp_path / "one.flac", tone(1, 44100), 44100)
    clips = tuple(songs.clip(path, 44100, 44100, Fraction(number)) for number in range(40))
    programme = Programme(SoundPlan(clips), [].append)
    tracemalloc.start()
    try:
        held = []
        for second in range(40):
            programme.read(second * RATE, RATE)
            held.append(tracemalloc.get_traced_memory()[0])
    finally:
        tracemalloc.stop()
        programme.close()
    assert held[39] - held[9] < 300_000  # less than the weights of two resamplers, thirty songs later


def test_nothing_is_read_outside_the_programme(song: SongClip) -> None:
    programme = Programme(SoundPlan((song,)), [].append)
    assert not programme.read(-1000, 1000).any()
    assert not programme.read(3 * RATE, 1000).any()
    assert programme.read(3 * RATE - 500, 1000)[:500].any()
    programme.close()


def test_another_plan_goes_on_to_the_sample_with_what_both_have(song: SongClip, film: Path) -> None:
    faults: list[Fault] = []
    programme = Programme(SoundPlan((song,)), faults.append)
    expected = whole(SoundPlan((song,)))
    first = programme.read(0, RATE)
    assert song.path is not None
    song.path.unlink()  # it is open: nothing is read anew
    programme.revise(SoundPlan((song,), (FilmSoundClip(film, 0, 0, 0, 2_500_000, 3_500_000),)))
    assert np.array_equal(np.concatenate([first, programme.read(RATE, RATE)]), expected[: 2 * RATE])
    assert not np.array_equal(programme.read(2 * RATE, RATE), expected[2 * RATE :]), "the film's sound is there now"
    programme.close()
    assert not faults


def test_a_song_is_joined_to_the_one_that_another_plan_puts_before_it(tmp_path: Path) -> None:
    before, after = tone(1, 22050), tone(1, 44100)
    one = songs.clip(songs.write(tmp_path / "one.wav", before, 22050), 22050, len(before))
    two = songs.clip(songs.write(tmp_path / "two.wav", after, 44100), 44100, len(after), start=one.length)
    programme = Programme(SoundPlan((two,)), lambda fault: None)
    programme.revise(SoundPlan((one, two)))
    joined = np.concatenate([programme.read(at, 4800) for at in range(0, 2 * RATE, 4800)])
    programme.close()
    assert np.array_equal(joined, whole(SoundPlan((one, two))))
