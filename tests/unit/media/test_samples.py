"""The count of samples in a file's facts against a full decode."""

from __future__ import annotations

import contextlib
from pathlib import Path

import av
import av.error
import mutagen.mp4
import pytest

from tests.support.small_media import make_film, make_sound
from visualalbum.media.opening import open_media
from visualalbum.media.probe import probe

SAMPLES = 40_123
"""Not a multiple of any codec's frame."""

LOSSLESS = [("flac", "flac"), ("wav", "pcm_s16le"), ("m4a", "alac"), ("wv", "wavpack"), ("aiff", "pcm_s16be")]


def decoded_samples(path: Path) -> int:
    total = 0
    with open_media(path) as container:
        for packet in container.demux(audio=0):
            with contextlib.suppress(av.error.InvalidDataError):  # a packet cut in two
                total += sum(frame.samples for frame in packet.decode())
    return total


def counted_samples(path: Path) -> int:
    audio = probe(path).audio
    assert audio is not None
    assert audio.exact
    return audio.samples


@pytest.mark.parametrize("rate", [44100, 48000])
@pytest.mark.parametrize(("ending", "codec"), LOSSLESS)
def test_a_lossless_file_has_the_samples_that_went_in(tmp_path: Path, ending: str, codec: str, rate: int) -> None:
    path = make_sound(tmp_path / f"a.{ending}", codec, rate, SAMPLES)
    assert counted_samples(path) == decoded_samples(path) == SAMPLES


@pytest.mark.parametrize("options", [{"b": "128000"}, {"q": "2", "flags": "+qscale"}], ids=["cbr", "vbr"])
@pytest.mark.parametrize("rate", [44100, 48000])
def test_an_mp3_with_a_lame_tag_has_the_samples_that_went_in(
    tmp_path: Path, rate: int, options: dict[str, str]
) -> None:
    path = make_sound(tmp_path / "a.mp3", "libmp3lame", rate, SAMPLES, options)
    assert counted_samples(path) == decoded_samples(path) == SAMPLES


def test_an_mp3_without_a_tag_has_what_decoding_yields(tmp_path: Path) -> None:
    path = make_sound(tmp_path / "a.mp3", "libmp3lame", 44100, SAMPLES, container_options={"write_xing": "0"})
    assert counted_samples(path) == decoded_samples(path) > SAMPLES


@pytest.mark.parametrize("rate", [44100, 48000])
def test_an_m4a_ends_where_its_last_packet_says_and_not_where_decoding_does(tmp_path: Path, rate: int) -> None:
    path = make_sound(tmp_path / "a.m4a", "aac", rate, SAMPLES)
    assert counted_samples(path) == SAMPLES
    assert SAMPLES < decoded_samples(path) < SAMPLES + 1024


def test_an_m4a_without_an_edit_list_ends_where_its_gapless_tag_says(tmp_path: Path) -> None:
    path = make_sound(tmp_path / "a.m4a", "aac", 44100, SAMPLES, container_options={"use_editlist": "0"})
    assert counted_samples(path) == SAMPLES + 1024
    tagged = mutagen.mp4.MP4(path)
    tagged["----:com.apple.iTunes:iTunSMPB"] = [f" 00000000 00000400 00000123 {SAMPLES:016X} 00000000".encode()]
    tagged.save()
    assert counted_samples(path) == SAMPLES


IMPOSSIBLE_TAGS = [
    "",
    "nonsense",
    " 00000000 00000400",
    f" 0 0 0 {SAMPLES:X}",
    *(f"{0:08X} {0:08X} {0:08X} {n:016X}" for n in (0, 2**64 - 1)),
]


@pytest.mark.parametrize("tag", IMPOSSIBLE_TAGS)
def test_a_gapless_tag_that_cannot_be_true_is_not_believed(tmp_path: Path, tag: str) -> None:
    path = make_sound(tmp_path / "a.m4a", "aac", 44100, SAMPLES)
    tagged = mutagen.mp4.MP4(path)
    tagged["----:com.apple.iTunes:iTunSMPB"] = [tag.encode()]
    tagged.save()
    assert SAMPLES <= counted_samples(path) <= decoded_samples(path)


@pytest.mark.parametrize("ending", ["opus", "mka"])
def test_opus_has_the_samples_that_went_in(tmp_path: Path, ending: str) -> None:
    path = make_sound(tmp_path / f"a.{ending}", "libopus", 48000, SAMPLES)
    assert counted_samples(path) == decoded_samples(path) == SAMPLES


@pytest.mark.parametrize("rate", [44100, 48000])
@pytest.mark.parametrize("ending", ["ogg", "webm"])
def test_vorbis_has_what_decoding_yields(tmp_path: Path, ending: str, rate: int) -> None:
    path = make_sound(tmp_path / f"a.{ending}", "vorbis", rate, SAMPLES, {"strict": "-2"})
    assert counted_samples(path) == decoded_samples(path)


@pytest.mark.parametrize("ending", ["aac", "ts", "mka"])
def test_aac_without_a_declared_end_has_what_decoding_yields(tmp_path: Path, ending: str) -> None:
    path = make_sound(tmp_path / f"a.{ending}", "aac", 44100, SAMPLES)
    assert counted_samples(path) == decoded_samples(path)


@pytest.mark.parametrize(("ending", "codec"), [("flac", "flac"), ("wav", "pcm_s16le"), ("mp3", "libmp3lame")])
def test_a_file_cut_short_has_what_is_left_whatever_its_header_says(tmp_path: Path, ending: str, codec: str) -> None:
    path = make_sound(tmp_path / f"a.{ending}", codec, 44100, SAMPLES)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert abs(counted_samples(path) - decoded_samples(path)) <= 4608  # the packet that is cut in two
    assert counted_samples(path) < SAMPLES * 0.7


def test_the_sound_of_a_small_film_ends_with_its_edit_list(tmp_path: Path) -> None:
    path = make_film(tmp_path / "a.mp4", frames=30, sound=True)
    assert counted_samples(path) == 30 * 44100 // 25 < decoded_samples(path)


def test_the_sound_of_a_large_film_is_as_long_as_its_header_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("visualalbum.media.samples.WHOLE_FILM_BYTES", 100)
    path = make_film(tmp_path / "a.mp4", frames=30, sound=True)
    audio = probe(path).audio
    assert audio is not None
    assert not audio.exact
    assert abs(audio.samples - decoded_samples(path)) < 2304


def test_a_frame_after_a_seek_tells_its_sample(tmp_path: Path) -> None:
    path = make_sound(tmp_path / "a.mp3", "libmp3lame", 44100, SAMPLES * 3)
    with open_media(path) as container:
        stream = container.streams.audio[0]
        assert stream.time_base is not None
        container.seek(int(1.5 * av.time_base))
        frame = next(container.decode(stream))
        assert frame.pts is not None
        sample = (frame.pts - (stream.start_time or 0)) * stream.time_base * 44100
        assert sample.denominator == 1
