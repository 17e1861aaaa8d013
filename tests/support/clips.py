"""Films and songs for measuring, made with PyAV and kept in a cache folder: every frame and every second is named."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from tests.support import barcode, tones
from tests.support.apart import apart

VERSION = 2  # raise it when what is made changes
CACHE = Path(__file__).parents[2] / "build" / "measure" / "clips"
FILM_SOUND_RATE = 48000
BLACK, WHITE = 16, 235  # of limited-range video (ITU-R BT.601)


@dataclass(frozen=True)
class Film:
    """A film of `frames` frames with barcode, a flash for the first two frames of each second and moving stripes.

    `detail` adds noise that moves, so that decoding costs what a real film's does. `song` is where its sound begins in
    the programme of tones; None for no sound. `repeat` shows every frame number that often: a slideshow.
    """

    number: int = 1
    rate: Fraction = Fraction(25)
    frames: int = 750
    width: int = 640
    height: int = 360
    codec: str = "libx264"
    container: str = "mp4"
    group: int = 25
    b_frames: int = 2
    detail: bool = False
    song: Fraction | None = None
    repeat: int = 1


@dataclass(frozen=True)
class Song:
    """`samples` samples of the programme of tones from `start` seconds on; `vbr` lets an MP3's bit rate vary."""

    start: Fraction = Fraction(0)
    samples: int = 44100 * 10
    rate: int = 44100
    container: str = "flac"
    vbr: bool = False

    @property
    def end(self) -> Fraction:
        """Where the song that follows it starts."""
        return self.start + Fraction(self.samples, self.rate)


SOUND_CODECS = {
    "flac": "flac",
    "wav": "pcm_s16le",
    "m4a": "aac",
    "mp3": "libmp3lame",
    "opus": "libopus",
    "ogg": "vorbis",
}
os.environ.setdefault("SVT_LOG", "1")  # else the encoder of AV1 tells about itself, past every log of ours
LOSSY_BITS_A_SECOND = "192000"
TO_STREAM = {"max_delay": "700000"}  # as `ffmpeg` writes them: the stream then starts at 1.4 s
VARYING = {"flags": "+qscale", "global_quality": "236"}  # lame's -V 2, in FFmpeg's units of 118


def _film_options(like: Film) -> dict[str, str]:
    """What an encoder is told, so that key pictures come as `group` says and pictures in the order of `b_frames`."""
    between = str(like.b_frames)
    return {
        "libx264": {"preset": "veryfast", "crf": "20", "bf": between, "sc_threshold": "0"},
        "libx265": {"preset": "ultrafast", "crf": "22", "x265-params": f"bframes={between}:scenecut=0:log-level=none"},
        "libvpx": {"deadline": "realtime", "cpu-used": "8", "b": "4000000"},
        # Pictures that are decoded and never shown are what VP9 has for B-frames; its realtime mode makes none.
        "libvpx-vp9": {"deadline": "good", "cpu-used": "8", "row-mt": "1", "auto-alt-ref": "1", "b": "4000000"},
        # What it does with the content of screens, and faster presets, leave columns of a barcode as they were.
        "libsvtav1": {"preset": "8", "crf": "20", "svtav1-params": "scd=0:scm=0"},
        "mpeg4": {"bf": between, "sc_threshold": "1000000000", "b": "4000000"},
    }[like.codec]


def _sound_options(codec: str, vbr: bool) -> dict[str, str]:
    if codec in ("flac", "pcm_s16le"):
        return {}
    if vbr:
        return VARYING
    return {"b": LOSSY_BITS_A_SECOND} | ({"strict": "experimental"} if codec == "vorbis" else {})


def film(wanted: Film, cache: Path = CACHE) -> Path:
    """The file of a film, made where the cache does not have it."""
    return cached(cache, wanted, wanted.container, lambda path: _make_film(wanted, path))


def song(wanted: Song, cache: Path = CACHE) -> Path:
    """The file of a song, made where the cache does not have it."""

    def make(path: Path) -> None:
        write_song(path, wanted, tones.song(wanted.start, wanted.samples, wanted.rate))

    return cached(cache, wanted, wanted.container, make)


def cached(cache: Path, wanted: object, suffix: str, make: Callable[[Path], None]) -> Path:
    """What is wanted as a file, which is made where the cache does not have it."""
    key = hashlib.sha256(f"{VERSION} {wanted!r}".encode()).hexdigest()[:16]
    path = cache / f"{type(wanted).__name__.lower()}-{key}.{suffix}"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        unfinished = cache / f"unfinished-{os.getpid()}-{path.name}"
        make(unfinished)
        unfinished.rename(path)
    return path


def frame(wanted: Film, index: int, noise: NDArray[np.uint8] | None = None) -> NDArray[np.uint8]:
    """One frame's brightness, 0 to 255."""
    height, width = wanted.height, wanted.width
    shown = index - index % wanted.repeat
    picture = np.empty((height, width), np.uint8)
    stripes = ((np.arange(width) + 8 * shown) // 32 % 2 * 120 + 60).astype(np.uint8)
    picture[:] = stripes
    if noise is not None:
        picture[:] = np.roll(noise, (3 * shown, 5 * shown), axis=(0, 1))[:height, :width]
    picture[height // 2 :] = 255 if shown % round(wanted.rate) < 2 else picture[height // 2 :] // 4 + 48
    barcode.paint(picture, wanted.number, shown)
    return picture


def _make_film(wanted: Film, path: Path) -> None:
    noise = None
    if wanted.detail:
        coarse = np.random.default_rng(1).integers(40, 215, (wanted.height // 4 + 8, wanted.width // 4 + 8), np.uint8)
        noise = np.kron(coarse, np.ones((4, 4), np.uint8))
    sound = None
    if wanted.song is not None:
        sound = tones.song(wanted.song, round(wanted.frames / wanted.rate * FILM_SOUND_RATE), FILM_SOUND_RATE)
    write(path, wanted, (frame(wanted, index, noise) for index in range(wanted.frames)), sound)


@apart
def write(path: Path, like: Film, pictures: Iterable[NDArray[np.uint8]], sound: NDArray[np.float32] | None) -> None:
    """Write pictures (height x width, 0 to 255) and 48 kHz sound as a film of the kind that `like` says."""
    with av.open(str(path), "w", options=TO_STREAM if like.container == "ts" else {}) as container:
        stream = container.add_stream(like.codec, rate=like.rate, options=_film_options(like))
        stream.width, stream.height, stream.pix_fmt = like.width, like.height, "yuv420p"
        stream.codec_context.gop_size = like.group
        codec = "aac" if like.container in ("mp4", "mov") else "pcm_s16le"
        feed = iter(()) if sound is None else _encode(container, codec, sound, FILM_SOUND_RATE)
        heard = next(feed, None)
        planes = np.full((like.height * 3 // 2, like.width), 128, np.uint8)
        for index, bright in enumerate(pictures):
            while heard is not None and heard <= index / like.rate:
                heard = next(feed, None)
            planes[: like.height] = bright.astype(np.uint16) * (WHITE - BLACK) // 255 + BLACK
            picture = av.VideoFrame.from_ndarray(planes, format="yuv420p")
            picture.pts, picture.time_base = index, 1 / like.rate
            container.mux(stream.encode(picture))
        for _ in feed:
            pass
        container.mux(stream.encode())


def write_song(path: Path, like: Song, samples: NDArray[np.float32]) -> None:
    """Write the same samples left and right as a song of the kind that `like` says."""
    with av.open(str(path), "w") as container:
        for _ in _encode(container, SOUND_CODECS[like.container], samples, like.rate, like.vbr):
            pass


def _encode(
    container: av.container.OutputContainer, codec: str, samples: NDArray[np.float32], rate: int, vbr: bool = False
) -> Iterator[Fraction]:
    """Encode the same samples left and right, block by block; yields the seconds written, so that films interleave."""
    sound = container.add_stream(codec, rate=rate, layout="stereo", options=_sound_options(codec, vbr))
    yield Fraction(0)
    pcm = np.repeat(np.round(samples * 32767).astype(np.int16), 2)[None, :]
    for at in range(0, samples.size, 4096):
        block = av.AudioFrame.from_ndarray(np.ascontiguousarray(pcm[:, 2 * at : 2 * at + 8192]), "s16", "stereo")
        block.sample_rate, block.pts, block.time_base = rate, at, Fraction(1, rate)
        container.mux(sound.encode(block))
        yield Fraction(min(at + 4096, samples.size), rate)
    container.mux(sound.encode())


def single_file(wanted: Film, cache: Path = CACHE) -> Path:
    """The film with its sound as one Matroska file, for the players that are held beside ours."""
    return film(replace(wanted, container="mkv", song=wanted.song or Fraction(0)), cache)
