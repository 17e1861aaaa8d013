"""Decoding: sample 0 is the first, samples after a seek are those of a linear decode, and bad files are refused."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from tests.support import songs
from visualalbum.sound.decode import Decoder, UnreadableError

EXACT = ("wav", "flac", "mp3", "opus")
"""Formats that say where they end; the others give up to a block more."""

NAMES = [f"{48000 if ending in ('opus', 'webm', 'mka') else 44100}.{ending}" for ending in songs.CODECS]

SECONDS = 2


def error_db(got: NDArray[np.float32], wanted: NDArray[np.float32]) -> float:
    assert got.shape == wanted.shape
    return float(10 * np.log10((np.mean((got - wanted) ** 2) + 1e-30) / np.mean(wanted**2)))


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("files")
    for name in NAMES:
        rate = int(name.partition(".")[0])
        songs.write(folder / name, songs.melody(SECONDS * rate + 123, rate), rate)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_samples_after_a_seek_equal_those_of_a_linear_decode(files: Path, name: str) -> None:
    whole = Decoder(files / name, 0)
    linear = whole.read(0, SECONDS * whole.rate)
    for second in (0.001, 0.7, 1.2222):
        first = int(second * whole.rate)
        sought = Decoder(files / name, 0)
        sought.read(whole.rate * SECONDS - 10, 10)
        assert error_db(sought.read(first, 5000), linear[first : first + 5000]) < -60
        sought.close()
    whole.close()


@pytest.mark.parametrize("name", NAMES)
def test_sample_0_is_the_first_of_the_song(files: Path, name: str) -> None:
    decoder = Decoder(files / name, 0)
    melody = songs.melody(SECONDS * decoder.rate + 123, decoder.rate)[:20000] / np.float32(32768)
    got = decoder.read(0, 22000)[:, 0]
    match = np.correlate(got, melody[2000:18000, 0], "valid")
    decoder.close()
    # Matroska says nothing of AAC's priming (1024 samples), nor Ogg's Vorbis of nothing: those begin with it.
    primed = 1024 if name.endswith("mkv") else 0
    assert int(np.argmax(match)) - 2000 in (0, primed)


@pytest.mark.parametrize("name", [name for name in NAMES if name.rpartition(".")[2] in EXACT])
def test_a_file_gives_exactly_as_many_samples_as_were_put_in(files: Path, name: str) -> None:
    decoder = Decoder(files / name, 0)
    assert len(decoder.read(0, 10 * decoder.rate)) == SECONDS * decoder.rate + 123
    decoder.close()


def test_lossless_sound_comes_out_bit_for_bit(files: Path) -> None:
    decoder = Decoder(files / "44100.flac", 0)
    melody = songs.melody(SECONDS * 44100 + 123, 44100)
    assert np.array_equal(decoder.read(0, len(melody)), melody / np.float32(32768))
    decoder.close()


def test_one_channel_goes_to_both_sides(tmp_path: Path) -> None:
    melody = songs.melody(5000, 44100)[:, :1]
    decoder = Decoder(songs.write(tmp_path / "mono.flac", melody, 44100), 0)
    got = decoder.read(0, 5000)
    decoder.close()
    assert np.array_equal(got, np.repeat(melody / np.float32(32768), 2, axis=1))


def test_six_channels_are_brought_to_two_without_clipping(tmp_path: Path) -> None:
    loud = np.full((5000, 6), 32767, np.int16)
    loud[:, 3] = 0
    decoder = Decoder(songs.write(tmp_path / "six.flac", loud, 48000), 0)
    got = decoder.read(0, 5000)
    decoder.close()
    assert got.shape == (5000, 2)
    assert 0.99 < np.abs(got).max() <= 1


def test_a_hole_in_the_stamps_is_silence_of_its_length(tmp_path: Path) -> None:
    whole = songs.write(tmp_path / "whole.mkv", songs.melody(2 * 48000, 48000), 48000, "pcm_s16le")
    holed = tmp_path / "holed.mkv"
    with av.open(str(whole)) as source, av.open(str(holed), "w") as target:
        stream = target.add_stream_from_template(source.streams[0])
        for packet in source.demux(source.streams[0]):
            if packet.pts is not None and not 1000 <= packet.pts < 1500:
                packet.stream = stream
                target.mux(packet)
    decoder = Decoder(holed, 0)
    got = decoder.read(0, 2 * 48000)
    decoder.close()
    melody = songs.melody(2 * 48000, 48000) / np.float32(32768)
    assert len(got) == 2 * 48000
    assert not got[60000:66000].any()
    assert error_db(got[60000 + 20000 : 90000], melody[60000 + 20000 : 90000]) < -20


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.flac", b""), ("random.mp3", bytes(np.random.default_rng(0).integers(0, 256, 5000, np.uint8)))],
)
def test_a_file_that_is_no_sound_is_refused_in_a_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableError, match=name):
        Decoder(tmp_path / name, 0)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.flac", tmp_path):
        with pytest.raises(UnreadableError, match=path.name):
            Decoder(path, 0)


@pytest.mark.parametrize("stream", [1, 99, -1])
def test_a_stream_that_is_not_there_is_refused(files: Path, stream: int) -> None:
    with pytest.raises(UnreadableError):
        Decoder(files / "44100.flac", stream)


def test_a_film_without_sound_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mute.mkv"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=25)
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
        for _ in range(3):
            container.mux(stream.encode(av.VideoFrame(64, 64, "yuv420p")))
        container.mux(stream.encode(None))
    with pytest.raises(UnreadableError, match="no sound"):
        Decoder(path, 0)


def test_a_truncated_file_gives_what_it_has(files: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.flac"
    whole = (files / "44100.flac").read_bytes()
    cut.write_bytes(whole[: len(whole) // 2])
    decoder = Decoder(cut, 0)
    got = decoder.read(0, SECONDS * 44100)
    decoder.close()
    assert 44100 // 2 < len(got) < SECONDS * 44100


@pytest.mark.parametrize("ending", ["mp3", "flac", "m4a"])
def test_damage_in_the_middle_does_not_end_the_song(files: Path, tmp_path: Path, ending: str) -> None:
    damaged = tmp_path / f"damaged.{ending}"
    whole = bytearray((files / f"44100.{ending}").read_bytes())
    middle = len(whole) // 2
    whole[middle : middle + 3000] = bytes(3000)
    damaged.write_bytes(whole)
    decoder = Decoder(damaged, 0)
    got = decoder.read(0, SECONDS * 44100)
    decoder.close()
    assert len(got) > SECONDS * 44100 * 0.6
