"""What the recorder makes of sound and pictures that are not whole, without a screen or a sink."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from tests.support import barcode, clips, listening, tones
from visualalbum.sound.resample import Resampler

pytestmark = pytest.mark.untimed

RATE = listening.RATE
QUIET = np.zeros(RATE // 2, np.float32)


def heard(*pieces: np.ndarray) -> list[listening.Stretch]:
    """The stretches of a 16-bit recording with silence around it."""
    samples = np.concatenate([QUIET, *pieces, QUIET])
    return listening.stretches((np.round(samples * 32767) / 32768).astype(np.float32))


def tone(first_s: float, end_s: float) -> np.ndarray:
    """The programme's sound between two of its times."""
    return tones.song(Fraction(0), round(end_s * RATE), RATE)[round(first_s * RATE) :]


def test_every_second_of_a_song_is_found_to_the_sample() -> None:
    (stretch,) = heard(tone(0, 40))
    assert [chord.second for chord in stretch.chords] == list(range(40))
    assert [chord.sample - QUIET.size - chord.second * RATE for chord in stretch.chords] == [0] * 40
    assert stretch.seams == ()


def test_a_song_longer_than_there_are_names_counts_on_across_a_stop_too() -> None:
    names = tones.SECONDS
    sound = tone(names - 3, names + 5)
    sound[RATE * 5 : RATE * 5 + RATE // 10] = 0
    first, second = heard(tone(0, 1), np.zeros(RATE * (names - 4), np.float32), sound)[1:]
    assert [chord.second for chord in first.chords] == [*range(names - 3, names + 2)]
    assert [chord.second for chord in second.chords] == [names + 3, names + 4]


def test_a_long_sound_is_filtered_as_a_short_one_is(monkeypatch: pytest.MonkeyPatch) -> None:
    samples = tone(0, 5)
    whole = listening.bed(samples)
    monkeypatch.setattr(listening, "BLOCK", RATE + 777)
    assert np.allclose(listening.bed(samples), whole, atol=1e-5)


def test_songs_of_another_rate_that_follow_each_other_are_one_sound() -> None:
    first, second = 44100 * 3 + 1234, 44100 * 2
    apart = [tones.song(Fraction(0), first, 44100), tones.song(Fraction(first, 44100), second, 44100)]
    assert np.allclose(np.concatenate(apart), tones.song(Fraction(0), first + second, 44100), atol=1e-6)


def test_a_silence_is_a_stop_and_what_follows_a_new_stretch() -> None:
    stretches = heard(tone(0, 3), np.zeros(RATE // 10, np.float32), tone(7.5, 10))
    assert [[chord.second for chord in stretch.chords] for stretch in stretches] == [[0, 1, 2], [8, 9]]


@pytest.mark.parametrize("hole_ms", [1, 3, 10, 30])
def test_a_hole_is_found_with_its_length(hole_ms: int) -> None:
    samples = tone(0, 4)
    at = RATE * 5 // 2
    samples[at : at + RATE * hole_ms // 1000] = 0
    ((seam,),) = [stretch.seams for stretch in heard(samples)]
    assert seam.length_ms == pytest.approx(hole_ms, abs=0.1)
    assert seam.at == pytest.approx(QUIET.size + at, abs=5)


def test_a_hole_of_a_millisecond_that_rings_at_its_ends_is_found_as_one() -> None:
    """As it is where the song runs at 44.1 kHz and is brought to 48: each of its ends rings into it."""
    song = tones.song(Fraction(0), 44100 * 4, 44100)
    song[44100 * 5 // 2 :][:44] = 0
    made = Resampler(44100, Fraction(0))
    first, end = made.needs(0, 4 * RATE)
    padded = np.pad(song, (-first, max(0, end - song.size)))
    ((seam,),) = [stretch.seams for stretch in heard(made.make(np.stack([padded, padded], 1), 0, 4 * RATE)[:, 0])]
    assert seam.length_ms == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize("lost", [1, 2, 7, 48, 441, 960])
def test_lost_samples_are_found_without_any_silence(lost: int) -> None:
    samples = tone(0, 4)
    ((seam,),) = [stretch.seams for stretch in heard(np.delete(samples, slice(RATE * 5 // 2, RATE * 5 // 2 + lost)))]
    period = RATE / tones.BED_HZ
    assert (seam.step + lost + period / 2) % period - period / 2 == pytest.approx(0, abs=0.1)


def test_lost_samples_inside_a_chord_are_found_too() -> None:
    at = round(2.02 * RATE)
    (stretch,) = heard(np.delete(tone(0, 4), slice(at, at + 480)))
    assert sum(seam.step for seam in stretch.seams) == pytest.approx(-480, abs=1)
    assert all(abs(seam.at - QUIET.size - at) < RATE for seam in stretch.seams)


def test_a_click_is_found() -> None:
    samples = tone(0, 4)
    samples[RATE * 5 // 2] += 0.2
    ((seam,),) = [stretch.seams for stretch in heard(samples)]
    assert seam.at == QUIET.size + RATE * 5 // 2


def test_a_song_played_softly_is_whole_all_the_same() -> None:
    (stretch,) = heard(tone(0, 4) * 0.2)
    assert len(stretch.chords) == 4
    assert stretch.seams == ()


def test_a_chord_whose_beginning_was_not_heard_is_not_taken_for_a_second() -> None:
    (stretch,) = heard(tone(2.03, 4.5))
    assert [chord.second for chord in stretch.chords] == [3, 4]


def test_noise_is_no_song() -> None:
    noise = np.random.default_rng(1).normal(0, 0.1, RATE * 3).astype(np.float32)
    assert [stretch.chords for stretch in heard(noise) if stretch.chords] == []


@pytest.mark.parametrize(("film", "number"), [(0, 0), (1, 1), (7, 12345), (15, 65535)])
@pytest.mark.parametrize("width", [160, 640, 1280, 1920])
def test_a_barcode_is_read_back_at_any_width(film: int, number: int, width: int) -> None:
    picture = np.full((90, width), 128, np.uint8)
    barcode.paint(picture, film, number)
    assert barcode.read(picture[15]) == (film, number)


def test_black_white_grey_and_dissolves_are_no_barcode() -> None:
    film = clips.Film()
    one, other = (clips.frame(film, index)[60].astype(int) for index in (100, 411))
    for line in (np.zeros(640), np.full(640, 255), np.full(640, 128), (one + other) // 2, clips.frame(film, 7)[300]):
        assert barcode.read(line.astype(np.uint8)) is None


def test_half_of_one_frame_and_half_of_another_are_no_barcode() -> None:
    film = clips.Film()
    for index in range(0, 700, 7):
        torn = np.concatenate([clips.frame(film, index)[60][:320], clips.frame(film, index + 37)[60][320:]])
        assert barcode.read(torn) in (None, (1, index), (1, index + 37))
