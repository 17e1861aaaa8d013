"""Waveforms: what is loud is high, whatever the file; remembered while the file stands; nothing breaks on bad ones."""

from __future__ import annotations

import os
import wave
from pathlib import Path

import numpy as np
import pytest

from tests.support.small_media import make_film, make_image, make_sound
from visualalbum.media import loudness
from visualalbum.media.loudness import waveform
from visualalbum.media.media_error import MediaError
from visualalbum.media.waveform import COLUMNS, Heard, Waveform, waveform_cached
from visualalbum.store.paths import cache_folder

S = 1_000_000
pytestmark = pytest.mark.usefixtures("home")


def write_wav(path: Path, *channels: np.ndarray, rate: int = 8000, width: int = 2) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(len(channels))
        file.setsampwidth(width)
        file.setframerate(rate)
        samples = np.stack(channels, axis=1)
        whole = np.rint(samples * (127 if width == 1 else 32767)) + (128 if width == 1 else 0)
        file.writeframes(whole.astype(np.uint8 if width == 1 else "<i2").tobytes())
    return path


def song(path: Path, length_us: int = 4 * S, at_us: int = 0) -> Heard:
    return Heard(path, 0, None, at_us, length_us)


def levels(columns: bytes, parts: int = 4) -> list[int]:
    """The middle column of each part."""
    return [columns[round((part + 0.5) * COLUMNS / parts)] for part in range(parts)]


@pytest.mark.parametrize("width", [1, 2])
def test_a_column_is_as_high_as_its_sound_is_loud(tmp_path: Path, width: int) -> None:
    steps = np.repeat([0.0, 0.25, 0.5, 1.0], 8000) * np.where(np.arange(32000) % 2, 1, -1)
    found = waveform((song(write_wav(tmp_path / "a.wav", steps, width=width)),), 4 * S)
    assert levels(found.peaks) == pytest.approx([0, 64, 128, 255], abs=2)
    assert levels(found.rms) == pytest.approx([0, 64, 128, 255], abs=2)


def test_a_beat_is_higher_in_its_peak_than_in_its_rms(tmp_path: Path) -> None:
    beats = np.where(np.arange(32000) % 16 == 0, 0.8, 0.0)
    found = waveform((song(write_wav(tmp_path / "a.wav", beats)),), 4 * S)
    assert levels(found.peaks) == [204] * 4
    assert levels(found.rms) == pytest.approx([51] * 4, abs=1)


def test_of_two_channels_the_louder_one_is_the_peak(tmp_path: Path) -> None:
    loud = np.full(32000, 0.5)
    found = waveform((song(write_wav(tmp_path / "a.wav", loud, 0 * loud)),), 4 * S)
    assert levels(found.peaks) == [128] * 4
    assert levels(found.rms) == pytest.approx([round(0.5 / 2**0.5 * 255)] * 4, abs=1)


def test_silence_is_flat(tmp_path: Path) -> None:
    found = waveform((song(write_wav(tmp_path / "a.wav", np.zeros(32000))),), 4 * S)
    assert found == Waveform(bytes(COLUMNS), bytes(COLUMNS))


@pytest.mark.parametrize("name", ["a.flac", "a.mp3", "a.m4a", "a.opus"])
def test_every_codec_gives_the_same_height(tmp_path: Path, name: str) -> None:
    codec = {"a.flac": "flac", "a.mp3": "libmp3lame", "a.m4a": "aac", "a.opus": "libopus"}[name]
    path = make_sound(tmp_path / name, codec, 48000, 4 * 48000)
    found = waveform((song(path),), 4 * S)
    assert levels(found.peaks) == pytest.approx([77] * 4, abs=4)
    assert levels(found.rms) == pytest.approx([54] * 4, abs=4)


def test_a_track_shorter_than_its_columns_leaves_none_empty(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", np.full(800, 0.5))
    found = waveform((song(path, S // 10),), S // 10)
    assert set(found.peaks) == {128}


def test_what_lies_beyond_the_track_is_left_out(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", np.repeat([0.5, 1.0], 16000))
    found = waveform((song(path, 2 * S),), 2 * S)
    assert set(found.peaks) == {128}


def test_the_sound_of_a_films_stretch_stands_where_the_stretch_does(tmp_path: Path) -> None:
    film = make_film(tmp_path / "a.mkv", frames=100, sound=True)
    heard = Heard(film, 0, 1 * S, 2 * S, 1 * S)
    found = waveform((heard,), 4 * S)
    assert levels(found.peaks) == [0, 0, pytest.approx(77, abs=5), 0]


def test_a_damaged_file_is_silent_where_nothing_can_be_read(tmp_path: Path) -> None:
    path = make_sound(tmp_path / "a.flac", "flac", 48000, 4 * 48000)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    found = waveform((song(path),), 4 * S)
    first, *_, last = levels(found.peaks)
    assert (first, last) == (pytest.approx(77, abs=4), 0)


def _nonsense(folder: Path) -> Path:
    (folder / "a.flac").write_bytes(b"nothing")
    return folder / "a.flac"


@pytest.mark.parametrize(
    "make", [lambda folder: folder / "none.flac", lambda folder: make_image(folder / "a.png"), _nonsense]
)
def test_what_has_no_sound_is_told(tmp_path: Path, make: object) -> None:
    with pytest.raises(MediaError):
        waveform_cached((song(make(tmp_path)),), S)  # type: ignore[operator]
    assert not (cache_folder() / "waveforms").exists()


def test_progress_is_told_from_start_to_end(tmp_path: Path) -> None:
    parts: list[float] = []
    waveform((song(make_sound(tmp_path / "a.flac", "flac", 48000, 4 * 48000)),), 4 * S, parts.append)
    assert parts == sorted(parts)
    assert parts[0] == 0
    assert 0.9 < parts[-1] <= 1


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows with every waveform that is really found out."""
    times: list[int] = []
    really = loudness.waveform

    def counted(heard: tuple[Heard, ...], length_us: int, report: object = None) -> Waveform:
        times.append(length_us)
        return really(heard, length_us)

    monkeypatch.setattr(loudness, "waveform", counted)
    return times


def test_a_waveform_is_remembered_until_its_file_changes(tmp_path: Path, decoded: list[int]) -> None:
    path = write_wav(tmp_path / "a.wav", np.full(8000, 0.5))
    found = waveform_cached((song(path, S),), S)
    assert waveform_cached((song(path, S),), S) == found
    assert len(decoded) == 1
    write_wav(path, np.full(8000, 0.25))
    os.utime(path, ns=(0, path.stat().st_mtime_ns + 1))
    assert waveform_cached((song(path, S),), S) != found
    assert len(decoded) == 2


def test_a_broken_memory_is_made_again(tmp_path: Path, decoded: list[int]) -> None:
    path = write_wav(tmp_path / "a.wav", np.full(8000, 0.5))
    found = waveform_cached((song(path, S),), S)
    (memory,) = (cache_folder() / "waveforms").iterdir()
    memory.write_bytes(b"x")
    assert waveform_cached((song(path, S),), S) == found
    assert memory.read_bytes() == found.peaks + found.rms
    assert len(decoded) == 2


def test_a_cache_that_cannot_be_written_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    path = write_wav(tmp_path / "a.wav", np.full(8000, 0.5))
    assert set(waveform_cached((song(path, S),), S).peaks) == {128}
