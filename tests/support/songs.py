"""Sound files made for tests: known samples in any format that PyAV writes."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from visualalbum.timeline.cues import SongClip

CODECS = {
    "wav": "pcm_s16le",
    "flac": "flac",
    "mp3": "libmp3lame",
    "m4a": "aac",
    "opus": "libopus",
    "ogg": "vorbis",
    "webm": "libopus",
    "mka": "vorbis",
    "mkv": "aac",
}


def melody(samples: int, rate: int, *, seed: int = 1) -> NDArray[np.int16]:
    """Sound that nowhere repeats itself, shape (samples, 2): a rising tone and a little noise, the sides unlike."""
    time = np.arange(samples) / rate
    tone = 0.3 * np.sin(2 * np.pi * (200 + 150 * time) * time)
    noise = 0.05 * np.random.default_rng(seed).standard_normal((samples, 2))
    return np.round((tone[:, None] * (1.0, 0.7) + noise) * 32767).astype(np.int16)


def write(path: Path, sound: NDArray[np.int16], rate: int, codec: str = "") -> Path:
    """Encode sound of shape (samples, channels); the codec follows from the name's ending unless given."""
    name = codec or CODECS[path.suffix[1:]]
    layout = {1: "mono", 2: "stereo", 6: "5.1"}[sound.shape[1]]
    # Noise made up by the decoder (PNS) differs from one decoding to the next: off.
    options = {"aac": {"aac_pns": "0"}, "vorbis": {"strict": "experimental"}}.get(name, {})
    with av.open(str(path), "w") as container:
        stream = container.add_stream(name, rate=rate, layout=layout, options=options)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound).reshape(1, -1), format="s16", layout=layout)
        frame.sample_rate, frame.time_base, frame.pts = rate, Fraction(1, rate), 0
        resampler = av.AudioResampler(
            stream.format, stream.layout, stream.rate, frame_size=stream.codec_context.frame_size or 4096
        )
        for piece in (*resampler.resample(frame), *resampler.resample(None)):
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))
    return path


def clip(path: Path, rate: int, samples: int, start: Fraction = Fraction(0)) -> SongClip:
    """A whole file as a song of the programme."""
    return SongClip(path, 0, rate, samples, start, Fraction(samples, rate))
