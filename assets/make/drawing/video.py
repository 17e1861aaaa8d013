"""Writes a film: numbered frames of 1280x720 at 24 a second as H.264, stereo sound as AAC, in one MP4."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from drawing.space import BAR, HEIGHT, WIDTH

FPS = 24
CODE_CELLS, CODE_ROWS, CODE_LEVEL = 16, (706, 716), 14
"""The frame's number in the lower bar: cells across the width, rows, and the grey that stands for 1."""


def numbered(picture: NDArray[np.uint8], number: int) -> NDArray[np.uint8]:
    """The picture between its two black bars, with its number in the lower one, too dark to be noticed."""
    picture[:BAR] = 0
    picture[HEIGHT - BAR :] = 0
    cell = WIDTH // CODE_CELLS
    for place in range(CODE_CELLS):
        if number >> (CODE_CELLS - 1 - place) & 1:
            picture[CODE_ROWS[0] : CODE_ROWS[1], place * cell : (place + 1) * cell] = CODE_LEVEL
    return picture


def number_of(picture: NDArray[np.uint8]) -> int:
    """The number that a decoded picture (RGB) carries."""
    middle = picture[CODE_ROWS[0] + 2 : CODE_ROWS[1] - 2].mean(axis=(0, 2)).reshape(CODE_CELLS, -1)[:, 20:-20]
    return sum(1 << (CODE_CELLS - 1 - int(place)) for place in np.flatnonzero(middle.mean(axis=1) > CODE_LEVEL / 2))


def write(
    path: Path,
    pictures: Iterable[NDArray[np.uint8]],
    sound: NDArray[np.float32],
    *,
    quality: int = 23,
    rate: int = 44_100,
    sound_bits: int = 112_000,
    **tags: str,
) -> None:
    """Encode RGB pictures and stereo sound (samples, 2); pictures and sound interleaved second by second."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partly = path.with_suffix(".part.mp4")
    x264 = {
        "preset": "slow", "crf": str(quality), "profile": "high", "g": str(2 * FPS), "bf": "3", "threads": "1",
        "x264-params": "open-gop=0:aq-mode=3:aq-strength=0.9:deblock=1,1:psy-rd=0.8,0",
    }  # fmt: skip
    with av.open(str(partly), "w", options={"movflags": "+faststart", "fflags": "+bitexact"}) as container:
        container.metadata.update(tags)
        video = container.add_stream("libx264", rate=FPS, options=x264)
        video.width, video.height, video.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        context = video.codec_context
        context.color_primaries = context.color_trc = context.colorspace = 1  # BT.709
        context.color_range = 1
        audio = container.add_stream("aac", rate=rate, layout="stereo")
        audio.bit_rate = sound_bits
        audio.codec_context.flags |= av.codec.context.Flags.bitexact
        for frame, picture in enumerate(pictures):
            drawn = av.VideoFrame.from_ndarray(numbered(picture, frame), format="rgb24")
            drawn = drawn.reformat(format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG")
            drawn.pts, drawn.time_base = frame, Fraction(1, FPS)
            container.mux(video.encode(drawn))
            start, end = (rate * (frame + late) // FPS for late in (0, 1))
            part = np.ascontiguousarray(sound[start:end].T)
            if part.size:
                heard = av.AudioFrame.from_ndarray(part.astype(np.float32), format="fltp", layout="stereo")
                heard.sample_rate, heard.pts, heard.time_base = rate, start, Fraction(1, rate)
                container.mux(audio.encode(heard))
        container.mux(video.encode(None))
        container.mux(audio.encode(None))
    partly.replace(path)
