"""Conformed clips: the right pictures at the right times, from every container, and what becomes of broken ones."""

from __future__ import annotations

import resource
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

import av
import pytest

from tests.support.small_media import make_film, make_sound, numbers_in
from visualalbum.media.clip import Clip
from visualalbum.media.conform import MARGIN_US, conform
from visualalbum.media.media_error import MediaError

ENDINGS = ["mp4", "mov", "mkv", "avi", "ts", "mpg"]
NTSC = Fraction(24000, 1001)


@contextmanager
def no_file_over(size: int) -> Iterator[None]:
    """Writing past `size` bytes fails, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def assert_right_pictures(clip: Clip, times_us: list[Fraction]) -> None:
    """Every picture in the clip's file is the one of its film time, and the file has all of the stretch."""
    pictures = numbers_in(clip.path)
    assert [ms for ms, _ in pictures] == list(clip.frames_ms)
    first = clip.frames_us[0]
    for (ms, number), film_us in zip(pictures, clip.frames_us, strict=True):
        assert abs(film_us - times_us[number]) <= 1000
        assert abs(ms * 1000 - (film_us - first)) <= 500
    wanted = {n for n, us in enumerate(times_us) if clip.start_us <= us + 1000 and us < clip.end_us}
    assert wanted <= {number for _, number in pictures}
    assert first <= clip.start_us
    assert clip.frames_ms[0] == 0
    with av.open(str(clip.path)) as container:
        assert container.duration is not None
        # libVLC holds a picture as much too early as the file says it is too long.
        assert 0 <= container.duration - clip.frames_ms[-1] * 1000 <= 50_000


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("stretch", [(0, 400_000), (1_000_000, 1_500_000), (1_310_000, 9_000_000)])
def test_every_picture_of_a_stretch_is_the_films_and_at_its_time(
    tmp_path: Path, ending: str, stretch: tuple[int, int]
) -> None:
    codec = "mpeg2video" if ending == "mpg" else "libx264"
    source = make_film(tmp_path / f"film.{ending}", codec=codec)
    clip = conform(source, 0, *stretch, tmp_path / "clip.mkv")
    assert (clip.source, clip.start_us, clip.end_us) == (source, *stretch)
    assert_right_pictures(clip, [Fraction(n * 40_000) for n in range(60)])


@pytest.mark.parametrize("ending", ["mp4", "mkv", "avi", "ts"])
def test_a_film_of_24000_pictures_in_1001_seconds_keeps_its_times(tmp_path: Path, ending: str) -> None:
    clip = conform(make_film(tmp_path / f"film.{ending}", rate=NTSC), 0, 1_000_000, 2_000_000, tmp_path / "clip.mkv")
    assert_right_pictures(clip, [n * 1_000_000 / NTSC for n in range(60)])


@pytest.mark.parametrize("ending", ["mp4", "mkv"])
def test_a_film_of_no_constant_rate_keeps_its_times(tmp_path: Path, ending: str) -> None:
    times_ms = [n * 33 + n % 3 * 9 for n in range(60)]
    source = make_film(tmp_path / f"film.{ending}", times_ms=times_ms)
    clip = conform(source, 0, 700_000, 1_500_000, tmp_path / "clip.mkv")
    assert_right_pictures(clip, [Fraction(ms * 1000) for ms in times_ms])


@pytest.mark.parametrize(
    ("ending", "codec"),
    [("webm", "libvpx"), ("mkv", "libx265"), ("avi", "mpeg4"), ("mov", "mjpeg"), ("mp4", "libsvtav1")],
)
def test_other_codecs_are_copied_as_well(tmp_path: Path, ending: str, codec: str) -> None:
    source = make_film(tmp_path / f"film.{ending}", codec=codec, frames=40, options=OPTIONS.get(codec))
    clip = conform(source, 0, 800_000, 1_200_000, tmp_path / "clip.mkv")
    assert_right_pictures(clip, [Fraction(n * 40_000) for n in range(40)])


OPTIONS = {"libx265": {"x265-params": "log-level=none"}, "libsvtav1": {"preset": "12"}}


@pytest.mark.parametrize("ending", ["mp4", "ts", "avi"])
def test_groups_that_refer_to_the_one_before_come_out_right(tmp_path: Path, ending: str) -> None:
    source = make_film(tmp_path / f"film.{ending}", options={"x264-params": "open-gop=1:keyint=12:min-keyint=12"})
    clip = conform(source, 0, 1_500_000, 2_000_000, tmp_path / "clip.mkv")
    assert clip.frames_us[0] > 0
    assert_right_pictures(clip, [Fraction(n * 40_000) for n in range(60)])


@pytest.mark.parametrize("b_frames", [0, 2])
def test_a_clip_knows_whether_its_pictures_are_in_order(tmp_path: Path, b_frames: int) -> None:
    source = make_film(tmp_path / "film.mp4", b_frames=b_frames)
    assert conform(source, 0, 0, 1_000_000, tmp_path / "clip.mkv").in_order == (b_frames == 0)


def test_a_clip_knows_the_shape_of_its_pixels(tmp_path: Path) -> None:
    source = make_film(tmp_path / "a.mp4", sample_aspect=Fraction(16, 11))
    assert conform(source, 0, 0, 1_000_000, tmp_path / "c.mkv").sample_aspect == Fraction(16, 11)


def test_the_picture_stream_is_found_behind_the_sound(tmp_path: Path) -> None:
    clip = conform(make_film(tmp_path / "film.mp4", sound=True), 1, 0, 500_000, tmp_path / "clip.mkv")
    assert_right_pictures(clip, [Fraction(n * 40_000) for n in range(60)])


def test_a_film_whose_times_start_again_ends_there(tmp_path: Path) -> None:
    film = make_film(tmp_path / "film.ts")
    film.write_bytes(film.read_bytes() * 3)
    clip = conform(film, 0, 0, 60_000_000, tmp_path / "clip.mkv")
    assert_right_pictures(clip, [Fraction(n * 40_000) for n in range(60)])


def test_a_short_stretch_of_a_long_film_is_a_short_clip(tmp_path: Path) -> None:
    source = make_film(tmp_path / "film.mp4", frames=250)
    clip = conform(source, 0, 4_000_000, 4_500_000, tmp_path / "clip.mkv")
    assert clip.frames_us[0] > 3_300_000
    assert clip.frames_us[-1] <= 4_500_000 + MARGIN_US + 200_000


def test_the_parts_done_are_reported_in_order(tmp_path: Path) -> None:
    parts: list[float] = []
    conform(make_film(tmp_path / "film.mp4"), 0, 0, 2_000_000, tmp_path / "clip.mkv", parts.append)
    assert parts[0] < 0.1
    assert parts[-1] > 0.9
    assert all(0 <= part <= 1 for part in parts)


def test_a_stretch_past_the_films_end_has_its_last_pictures(tmp_path: Path) -> None:
    clip = conform(make_film(tmp_path / "film.mp4"), 0, 50_000_000, 60_000_000, tmp_path / "clip.mkv")
    assert clip.frames_us[-1] == 59 * 40_000
    assert clip.frame_at(50_000_000) == len(clip.frames_us) - 1


@pytest.mark.parametrize("ending", ["mkv", "ts", "avi"])
def test_a_film_cut_short_gives_what_is_left(tmp_path: Path, ending: str) -> None:
    # What is left of an AVI with B-frames may end with a picture whose place nothing tells.
    path = make_film(tmp_path / f"film.{ending}", b_frames=0 if ending == "avi" else 2)
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])
    clip = conform(path, 0, 0, 2_400_000, tmp_path / "clip.mkv")
    assert 5 < len(clip.frames_us) < 60
    assert_right_pictures(
        Clip(clip.path, path, 0, 200_000, clip.frames_us, clip.frames_ms), [Fraction(n * 40_000) for n in range(60)]
    )


def assert_refused(source: Path, stream: int, out: Path, kind: str) -> None:
    with pytest.raises(MediaError) as caught:
        conform(source, stream, 0, 1_000_000, out)
    assert caught.value.kind == kind
    assert source.name in caught.value.sentence
    assert caught.value.remedy
    assert not out.exists()
    assert not list(out.parent.glob(".*.part"))


def test_a_missing_film_is_not_there(tmp_path: Path) -> None:
    assert_refused(tmp_path / "film.mp4", 0, tmp_path / "clip.mkv", "file-missing")


def test_a_song_has_no_picture(tmp_path: Path) -> None:
    song = make_sound(tmp_path / "a.flac", "flac", 44100, 1000)
    assert_refused(song, 0, tmp_path / "clip.mkv", "no-picture")


@pytest.mark.parametrize("stream", [-1, 1, 99])
def test_a_stream_that_is_not_there_has_no_picture(tmp_path: Path, stream: int) -> None:
    assert_refused(make_film(tmp_path / "film.mp4"), stream, tmp_path / "clip.mkv", "no-picture")


def test_a_film_of_noise_has_no_picture(tmp_path: Path) -> None:
    path = make_film(tmp_path / "film.mkv")
    data = bytearray(path.read_bytes())
    start = data.index(b"\x1f\x43\xb6\x75")  # the first cluster: all that follows are pictures
    for at in range(start + 40, len(data), 2):
        data[at] = 0xFF
    path.write_bytes(data)
    assert_refused(path, 0, tmp_path / "clip.mkv", "no-picture")


def test_a_full_disk_is_called_one(tmp_path: Path) -> None:
    film = make_film(tmp_path / "film.mp4")
    with no_file_over(2000):
        assert_refused(film, 0, tmp_path / "clips" / "clip.mkv", "disk-full")


def test_a_folder_that_is_a_file_cannot_be_written(tmp_path: Path) -> None:
    film = make_film(tmp_path / "film.mp4")
    (tmp_path / "clips").touch()
    with pytest.raises(MediaError) as caught:
        conform(film, 0, 0, 1_000_000, tmp_path / "clips" / "clip.mkv")
    assert caught.value.kind == "clip-failed"


def test_a_failed_copy_leaves_the_clip_that_was_there(tmp_path: Path) -> None:
    film = make_film(tmp_path / "film.mp4")
    clip = conform(film, 0, 0, 500_000, tmp_path / "clip.mkv")
    before = clip.path.read_bytes()
    with no_file_over(2000), pytest.raises(MediaError):
        conform(film, 0, 0, 500_000, tmp_path / "clip.mkv")
    assert clip.path.read_bytes() == before
