"""What probing says of whole files, of other people's files, and of garbage."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from tests.support.small_media import HEIGHT, WIDTH, make_film, make_image, make_sound
from visualalbum.media.facts import ImageFacts, MediaFacts
from visualalbum.media.probe import probe


@contextmanager
def without_root() -> Iterator[None]:
    """Permissions do not hold root back: be nobody for a while where the tests run as root."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)


def assert_fault(facts: MediaFacts, *words: str) -> None:
    assert facts.audio is None
    assert facts.video is None
    assert facts.image is None
    assert facts.remedy
    for word in words:
        assert word in facts.fault


@pytest.mark.parametrize("ending", ["mp4", "mov", "mkv", "avi", "ts"])
@pytest.mark.parametrize("rate", [Fraction(25), Fraction(24000, 1001)])
def test_a_film_has_its_rate_its_size_and_its_length_in_pictures(tmp_path: Path, ending: str, rate: Fraction) -> None:
    video = probe(make_film(tmp_path / f"a.{ending}", frames=40, rate=rate)).video
    assert video is not None
    assert (video.codec, video.width, video.height, video.sample_aspect) == ("h264", WIDTH, HEIGHT, 1)
    assert abs(video.rate / rate - 1) < Fraction(1, 10_000)
    assert abs(video.length_us - 40 * 1_000_000 / rate) <= 1000


def test_film_time_0_is_the_first_picture_of_a_stream_that_starts_late(tmp_path: Path) -> None:
    video = probe(make_film(tmp_path / "a.ts", first_us=3_000_000)).video
    assert video is not None
    assert video.zero_us >= 3_000_000
    assert video.length_us == 60 * 40_000


def test_film_time_0_of_an_avi_is_its_first_picture_though_its_times_are_those_of_decoding(tmp_path: Path) -> None:
    video = probe(make_film(tmp_path / "a.avi")).video
    assert video is not None
    assert (video.zero_us, video.length_us) == (0, 60 * 40_000)


def test_a_film_whose_sound_comes_first_has_both_with_their_streams(tmp_path: Path) -> None:
    facts = probe(make_film(tmp_path / "a.mkv", sound=True))
    assert facts.audio is not None
    assert facts.video is not None
    assert (facts.audio.stream, facts.video.stream) == (0, 1)
    assert (facts.audio.rate, facts.audio.channels, facts.audio.codec) == (44100, 2, "mp3")


def test_a_film_without_sound_has_no_audio_and_no_fault(tmp_path: Path) -> None:
    facts = probe(make_film(tmp_path / "a.mp4"))
    assert (facts.audio, facts.fault) == (None, "")


def test_a_song_has_no_pictures_and_no_fault(tmp_path: Path) -> None:
    facts = probe(make_sound(tmp_path / "a.flac", "flac", 44100, 1000))
    assert (facts.video, facts.image, facts.fault) == (None, None, "")


@pytest.mark.parametrize(("codec", "format_name"), [("png", "png"), ("mjpeg", "jpeg")])
def test_a_picture_file_is_an_image_and_no_film(tmp_path: Path, codec: str, format_name: str) -> None:
    facts = probe(make_image(tmp_path / "a.picture", codec))
    assert facts.image == ImageFacts(format_name, WIDTH, HEIGHT)
    assert facts.video is None


def test_a_jpeg_too_large_to_end_where_ffmpeg_looks_is_an_image_under_its_usual_name(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    with av.open(str(path), "w", format="image2", options={"update": "1"}) as out:
        stream = out.add_stream("mjpeg", rate=1)
        stream.width, stream.height, stream.pix_fmt = 640, 480, "yuvj420p"
        noise = np.random.default_rng(1).integers(0, 255, (480, 640, 3), np.uint8)
        out.mux(stream.encode(av.VideoFrame.from_ndarray(noise, "rgb24").reformat(format="yuvj420p")))
        out.mux(stream.encode())
    assert path.stat().st_size > 50_000
    assert probe(path).image == ImageFacts("jpeg", 640, 480)


def test_a_cut_film_is_as_long_as_what_is_left(tmp_path: Path) -> None:
    path = make_film(tmp_path / "a.mkv", frames=100)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    video = probe(path).video
    assert video is not None
    assert 1_000_000 < video.length_us < 3_000_000


def test_an_mp4_whose_pictures_are_cut_off_is_as_long_as_what_is_left(tmp_path: Path) -> None:
    path = make_film(tmp_path / "a.mp4", frames=100)
    with av.open(str(path)) as source, av.open(str(tmp_path / "b.mp4"), "w", options={"movflags": "faststart"}) as out:
        track = out.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.size:
                packet.stream = track
                out.mux(packet)
    cut = tmp_path / "b.mp4"
    cut.write_bytes(cut.read_bytes()[: -cut.stat().st_size // 3])
    video = probe(cut).video
    assert video is not None
    assert 0 < video.length_us < 4_000_000


def test_a_name_with_colons_and_percent_signs_is_only_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("concat:a.flac", "http:%03d.flac", "日本 語?.flac"):
        make_sound(tmp_path / "a.flac", "flac", 44100, 1000).rename(tmp_path / name)
        audio = probe(Path(name)).audio
        assert audio is not None
        assert audio.samples == 1000


def test_a_missing_file_is_not_there(tmp_path: Path) -> None:
    facts = probe(tmp_path / "song.flac")
    assert_fault(facts, "song.flac", "not there")
    assert str(tmp_path) in facts.remedy


def test_a_path_through_a_file_is_not_there(tmp_path: Path) -> None:
    make_sound(tmp_path / "a.flac", "flac", 44100, 1000)
    assert_fault(probe(tmp_path / "a.flac" / "b.flac"), "not there")


def test_a_name_with_a_nul_byte_cannot_be_read(tmp_path: Path) -> None:
    assert_fault(probe(tmp_path / "a\0b.flac"), "cannot be read")


def test_a_folder_is_called_one(tmp_path: Path) -> None:
    assert_fault(probe(tmp_path), "folder")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.flac")
    assert_fault(probe(tmp_path / "a.flac"), "pipe")


def test_a_file_without_permission_cannot_be_read(tmp_path: Path) -> None:
    path = make_sound(tmp_path / "a.flac", "flac", 44100, 1000)
    path.chmod(0)
    with without_root():
        assert_fault(probe(path), "a.flac cannot be read", "ermission")


def test_an_empty_file_is_called_empty(tmp_path: Path) -> None:
    (tmp_path / "a.mp4").touch()
    assert_fault(probe(tmp_path / "a.mp4"), "empty")


GARBAGE = {
    "random": random.Random(1).randbytes(50_000),
    "zeros": bytes(50_000),
    "text": b"Once upon a time\n" * 500,
    "lyrics": b"[00:01.00]La la\n" * 20,
    "subtitles": b"1\n00:00:01,000 --> 00:00:02,000\nLa\n\n",
    "playlist": b"#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
    "concat script": b"ffconcat version 1.0\nfile /etc/passwd\n",
    "session description": b"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nm=audio 5004 RTP/AVP 0\n",
    "one byte": b"x",
    "only a FLAC's first bytes": b"fLaC",
    "only a WAV's header": b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x44\xac\0\0\x88\x58\1\0\2\0\x10\0data\0\0\0\0",
    "only a PNG's first bytes": b"\x89PNG\r\n\x1a\n",
    "an MP4 of boxes in boxes": b"\0\0\0\x18ftypisom\0\0\0\0isommp41" + b"\0\xff\xff\xffmoov" * 3000,
}


@pytest.mark.parametrize("ending", ["flac", "mp4", "png", "txt"])
@pytest.mark.parametrize("name", GARBAGE)
def test_garbage_gets_a_fault_with_a_remedy(tmp_path: Path, name: str, ending: str) -> None:
    path = tmp_path / f"garbage.{ending}"
    path.write_bytes(GARBAGE[name])
    assert_fault(probe(path), f"garbage.{ending}")


def test_a_files_chapters_are_found_at_its_own_times(tmp_path: Path) -> None:
    whole = make_sound(tmp_path / "whole.mkv", "flac", 8000, 16000)
    path = tmp_path / "a.mkv"
    with av.open(str(whole)) as source, av.open(str(path), "w") as out:
        stream = out.add_stream_from_template(source.streams.audio[0])
        base = Fraction(1, 1000)
        starts = [(0, {"title": " One "}), (1500, {})]
        chapters = [{"id": n, "start": at, "end": 2000, "time_base": base, "metadata": tags}
                    for n, (at, tags) in enumerate(starts, start=1)]  # fmt: skip
        out.set_chapters(chapters)  # type: ignore[arg-type]
        for packet in source.demux(source.streams.audio[0]):
            if packet.dts is not None:
                packet.stream = stream
                out.mux(packet)
    assert probe(path).chapters == ((0, "One"), (1_500_000, ""))
