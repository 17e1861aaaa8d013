"""Songs as files: FLAC at 16 bit with dither, tags and a cover."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from mutagen.flac import FLAC, Picture
from numpy.typing import NDArray
from score import RATE

from music.tones import Samples


def to_16_bit(sound: Samples, seed: int = 0) -> NDArray[np.int16]:
    """Round to 16 bit with triangular dither of one step, so that soft tails fade instead of grating."""
    rng = np.random.default_rng(seed)
    dither = rng.uniform(-0.5, 0.5, sound.shape) + rng.uniform(-0.5, 0.5, sound.shape)
    return np.clip(np.round(sound * 32767 + dither), -32768, 32767).astype(np.int16)


def write(path: Path, samples: NDArray[np.int16]) -> None:
    """Write stereo samples, shape (samples, 2), as a FLAC file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with av.open(str(path), "w", format="flac", options={"fflags": "+bitexact"}) as container:
        stream = container.add_stream("flac", rate=RATE, layout="stereo", format="s16")
        stream.options = {"compression_level": "8"}
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(samples.reshape(1, -1)), format="s16", layout="stereo")
        frame.sample_rate, frame.pts, frame.time_base = RATE, 0, Fraction(1, RATE)
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def read(path: Path) -> Samples:
    """Both sides of a FLAC file of 16 bit, shape (samples, 2), full scale 1."""
    with av.open(str(path)) as container:
        frames = [frame.to_ndarray().reshape(-1, 2) for frame in container.decode(audio=0)]
    return np.concatenate(frames) / 32768


def tag(path: Path, tags: Mapping[str, str], cover_jpeg: bytes | None) -> None:
    """Replace a FLAC file's tags and pictures."""
    flac = FLAC(path)
    flac.delete()
    flac.update(dict(tags))
    flac.clear_pictures()
    if cover_jpeg is not None:
        cover = Picture()
        cover.type, cover.mime, cover.desc, cover.data = 3, "image/jpeg", "Cover", cover_jpeg
        flac.add_picture(cover)
    flac.save(padding=lambda info: 1024)
