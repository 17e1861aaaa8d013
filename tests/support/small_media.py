"""Small films, sounds and pictures for tests, made with PyAV in milliseconds; every picture carries its number."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np

from tests.support.apart import apart

WIDTH, HEIGHT, BITS = 96, 64, 8


@apart
def make_film(
    path: Path,
    frames: int = 60,
    rate: Fraction = Fraction(25),
    codec: str = "libx264",
    times_ms: Sequence[int] | None = None,
    group: int = 15,
    b_frames: int = 2,
    options: dict[str, str] | None = None,
    sound: bool = False,
    first_us: int = 0,
    sample_aspect: Fraction | None = None,
    turned: int = 0,
) -> Path:
    """A film whose n-th picture shows n in columns of black and white; with B-frames where the codec has them.

    `times_ms` makes the rate variable; `sound` adds a stream before the pictures; `first_us` is the first one's time;
    `turned` how many quarters, clockwise, it says that it has to be turned by.
    """
    base = Fraction(1, 1000) if times_ms else 1 / rate
    with av.open(str(path), "w") as container:
        heard = container.add_stream("libmp3lame", rate=44100, layout="stereo") if sound else None
        video = container.add_stream(codec, rate=rate, options=options or {})
        video.width, video.height = WIDTH, HEIGHT
        video.pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
        if codec != "mjpeg":
            video.codec_context.gop_size, video.codec_context.max_b_frames = group, b_frames
        video.codec_context.time_base = base
        if turned:
            video.set_display_rotation(-90 * turned)
        if sample_aspect:
            video.codec_context.sample_aspect_ratio = sample_aspect
        if heard:
            for frame in _sound_frames(44100, round(frames / rate * 44100), "stereo"):
                container.mux(heard.encode(frame))
            container.mux(heard.encode())
        for number in range(frames):
            picture = av.VideoFrame.from_ndarray(_picture(number), format="gray").reformat(format=video.pix_fmt)
            picture.time_base = base
            picture.pts = times_ms[number] if times_ms else number + round(Fraction(first_us, 1_000_000) / base)
            container.mux(video.encode(picture))
        container.mux(video.encode())
    return path


def numbers_in(path: Path) -> list[tuple[int, int]]:
    """Decode a film's first video stream: (time in milliseconds, the number it shows) of every picture."""
    with av.open(str(path)) as container:
        return [(round(frame.time * 1000), _number(frame)) for frame in container.decode(video=0)]


def make_sound(
    path: Path,
    codec: str,
    rate: int,
    samples: int,
    options: dict[str, str] | None = None,
    container_options: dict[str, str] | None = None,
    layout: str = "stereo",
) -> Path:
    """A sound file of so many samples per channel."""
    with av.open(str(path), "w", container_options=container_options or {}) as container:
        stream = container.add_stream(codec, rate=rate, layout=layout, options=options or {})
        for frame in _sound_frames(rate, samples, layout):
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


def make_image(path: Path, codec: str = "png") -> Path:
    """A picture file of 96 by 64 pixels."""
    encoder = av.CodecContext.create(codec, "w")
    assert isinstance(encoder, av.VideoCodecContext)
    encoder.width, encoder.height, encoder.time_base = WIDTH, HEIGHT, Fraction(1, 25)
    encoder.pix_fmt = "yuvj420p" if codec == "mjpeg" else "rgb24"
    picture = av.VideoFrame.from_ndarray(_picture(7), format="gray").reformat(format=encoder.pix_fmt)
    path.write_bytes(b"".join(bytes(packet) for packet in [*encoder.encode(picture), *encoder.encode(None)]))
    return path


def _sound_frames(rate: int, samples: int, layout: str) -> list[av.AudioFrame]:
    wave = (0.3 * np.sin(2 * np.pi * 440 * np.arange(samples) / rate)).astype(np.float32)
    channels = 2 if layout == "stereo" else 1
    frames = []
    for at in range(0, samples, 4000):
        block = np.ascontiguousarray(np.stack([wave[at : at + 4000]] * channels))
        frame = av.AudioFrame.from_ndarray(block, format="fltp", layout=layout)
        frame.sample_rate, frame.pts, frame.time_base = rate, at, Fraction(1, rate)
        frames.append(frame)
    return frames


def _picture(number: int) -> np.ndarray:
    column = np.array([255 if number >> bit & 1 else 0 for bit in range(BITS)], np.uint8)
    return np.ascontiguousarray(np.tile(np.repeat(column, WIDTH // BITS), (HEIGHT, 1)))


def _number(frame: av.VideoFrame) -> int:
    grey = frame.to_ndarray(format="gray")
    columns = grey[HEIGHT // 4 : HEIGHT // 2].reshape(HEIGHT // 4, BITS, WIDTH // BITS).mean(axis=(0, 2))
    return sum(1 << bit for bit in range(BITS) if columns[bit] > 127)
