"""Make the film of the demo: `python assets/make/film.py`. 1700 numbered frames at 25 a second, and its own sound."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import scenes
import strokes
import voices
from choreography import FRAMES, HEIGHT, SCENES, WIDTH, scene_at, strikes
from light import brush, pixels
from numpy.typing import NDArray
from PySide6.QtGui import QColor
from rhythm import FPS

FILM = Path(__file__).parent.parent / "backstage" / "film" / "backstage.mp4"
SOUND_RATE = 44_100
# Key pictures every 2 s and three B-frames between references; one thread, so that the file is the same each time.
X264 = {"preset": "slow", "crf": "24", "g": "50", "bf": "3", "threads": "1", "x264-params": "open-gop=0"}


def picture(frame: int) -> NDArray[np.uint8]:
    """A frame as it is in the film: the scene, its number and time in a corner, its barcode along the bottom."""
    image = scenes.paint(scene_at(frame), frame)
    painter = brush(image)
    clock = f"00:{frame // FPS // 60:02}:{frame // FPS % 60:02}:{frame % FPS:02}"
    after = strokes.write(painter, f"{frame:05}", 26, 26, 17, QColor(240, 228, 200, 220))
    strokes.write(painter, clock, after + 16, 29, 12, QColor(240, 228, 200, 130))
    strokes.barcode(painter, frame, WIDTH, HEIGHT)
    painter.end()
    return pixels(image)


def sound() -> NDArray[np.float64]:
    """The film's own sound, stereo: a room, and feet in it that are duller than those of the songs."""
    count = FRAMES * SOUND_RATE // FPS
    hum = np.cumsum(np.random.default_rng(11).standard_normal((count, 2)), axis=0)
    drift = np.linspace(0, 1, count)[:, None] * (hum[-1] - hum[0])
    spectrum = np.fft.rfft(hum - drift, axis=0)
    hz = np.fft.rfftfreq(count, 1 / SOUND_RATE)[:, None]
    tone = np.fft.irfft(spectrum * (hz > 50), count, axis=0)
    out = 0.02 * tone / np.sqrt((tone**2).mean())
    feet = np.zeros_like(out)
    for scene in SCENES:
        for number, strike in enumerate(strikes(scene)):
            hit = voices.tap(strike.foot, 1.0 if strike.accent else 0.6, 5000 + number, 330.0)
            hit = np.convolve(hit, np.hanning(9)[4:] / 2.5)[: len(hit)]
            voices.lay(feet, hit, strike.frame * SOUND_RATE // FPS, 0.9, 0.5 if strike.dancer else -0.2)
    return 0.7 * np.tanh(1.6 * (out + feet + 0.6 * voices.room(feet, 0.9, 12)))


def main() -> None:
    """Draw, encode and mux; pictures and sound interleaved second by second."""
    FILM.parent.mkdir(parents=True, exist_ok=True)
    samples = sound().astype(np.float32)
    with av.open(str(FILM), "w", options={"movflags": "+faststart", "fflags": "+bitexact"}) as container:
        video = container.add_stream("libx264", rate=FPS, options=X264)
        video.width, video.height, video.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        context = video.codec_context
        context.color_primaries = context.color_trc = context.colorspace = 1  # BT.709
        context.color_range = 1
        audio = container.add_stream("aac", rate=SOUND_RATE, layout="stereo")
        audio.bit_rate = 96_000
        audio.codec_context.flags |= av.codec.context.Flags.bitexact
        for frame in range(FRAMES):
            drawn = av.VideoFrame.from_ndarray(picture(frame), format="rgb24")
            drawn = drawn.reformat(format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG")
            drawn.pts, drawn.time_base = frame, Fraction(1, FPS)
            container.mux(video.encode(drawn))
            if frame % FPS == FPS - 1:
                start = (frame + 1 - FPS) * SOUND_RATE // FPS
                part = np.ascontiguousarray(samples[start : start + SOUND_RATE].T)
                heard = av.AudioFrame.from_ndarray(part, format="fltp", layout="stereo")
                heard.sample_rate, heard.pts, heard.time_base = SOUND_RATE, start, Fraction(1, SOUND_RATE)
                container.mux(audio.encode(heard))
        container.mux(video.encode(None))
        container.mux(audio.encode(None))
    print(FILM, FILM.stat().st_size)


if __name__ == "__main__":
    main()
