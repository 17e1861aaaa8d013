"""The little album by which a machine's offset is found out: bars that meet a mark, and a click at each meeting."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import av.error
import numpy as np
from av.packet import Packet
from av.video.stream import VideoStream
from numpy.typing import NDArray

from visualalbum.media.click import FIRST_S, PERIOD_S, click
from visualalbum.media.media_error import MediaError
from visualalbum.media.stretch import FilmPacket
from visualalbum.said import say
from visualalbum.store.atomic import replacing, write_text

ROUNDS = 80
"""Two minutes; then it begins anew."""

RATE = 48_000
LEVEL = 0.5
FRAMES_PER_S = 60
WIDTH, HEIGHT = 960, 400
PX_PER_MS = 1
"""The bar goes so far, from right to left: an arrow key moves it the way that the arrow points."""

CENTRE, FLOOR = WIDTH // 2, 300
RULER, MARK, BAR = (96, 94, 90), (229, 170, 94), (242, 239, 233)
LIT_FRAMES = 6
RADIUS_PX = 56

CODECS = {"libx264": {"preset": "veryfast", "crf": "16", "bf": "0"}, "mpeg4": {"qscale": "2"}}
"""The second one is part of FFmpeg itself."""

NAME = "calibration-1"
"""Another number for every other look or sound."""

MANIFEST = f"""visualalbum: 1
title: Calibration
tracks:
  - audio: {NAME}.wav
    segments: [{{film: {NAME}.mkv}}]
"""


def make(folder: Path) -> Path:
    """The album's manifest, made in a folder where it is not there yet. Raises MediaError. Runs in a worker."""
    song, film, manifest = (folder / f"{NAME}.{ending}" for ending in ("wav", "mkv", "visualalbum.yaml"))
    try:
        if not song.is_file():
            _write_song(song)
        if not film.is_file():
            _write_film(film)
        write_text(manifest, MANIFEST)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        sentence = say("the clicks cannot be kept in {folder}: {reason}", folder=str(folder), reason=reason)
        raise MediaError("unwritable", sentence, say("see that it can be written and has room")) from error
    return manifest


def frame(number: int) -> NDArray[np.uint8]:
    """One picture of a period, as rows of red, green and blue."""
    picture = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
    for tick_ms in range(-460, 461, 20):
        at = CENTRE + tick_ms * PX_PER_MS
        picture[FLOOR : FLOOR + (36 if tick_ms % 100 == 0 else 12), at - 1 : at + 1] = RULER
    picture[FLOOR - 2 : FLOOR, 20:-20] = RULER
    since = number - round(FIRST_S * FRAMES_PER_S)
    if 0 <= since < LIT_FRAMES:
        y, x = np.ogrid[:HEIGHT, :WIDTH]
        picture[(x - CENTRE) ** 2 + (y - 84) ** 2 < RADIUS_PX**2] = 255 - 255 * since // LIT_FRAMES
    picture[164 : FLOOR + 56, CENTRE - 3 : CENTRE + 3] = MARK
    at = CENTRE - round(since * 1000 / FRAMES_PER_S * PX_PER_MS)
    if 6 <= at < WIDTH - 6:
        picture[196:FLOOR, at - 6 : at + 6] = BAR
    return picture


def _write_song(path: Path) -> None:
    song = np.zeros(round(ROUNDS * PERIOD_S * RATE), np.float32)
    sound = click(RATE) * LEVEL
    for count in range(ROUNDS):
        first = round((FIRST_S + count * PERIOD_S) * RATE)
        song[first : first + sound.size] = sound
    with replacing(path) as part, wave.open(str(part), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((song * 32767).astype("<i2").tobytes())


def _write_film(path: Path) -> None:
    """One period is encoded, and its packets written again and again."""
    codec = next((name for name in CODECS if _there(name)), None)
    if codec is None:
        sentence = say("PyAV here has no encoder for film, so the picture cannot be made")
        raise MediaError("no-encoder", sentence, say("reinstall it: pip install --force-reinstall av"))
    frames = round(PERIOD_S * FRAMES_PER_S)
    with replacing(path) as part, av.open(str(part), "w", format="matroska") as container:
        stream = container.add_stream(codec, rate=FRAMES_PER_S, options=CODECS[codec])
        assert isinstance(stream, VideoStream)  # as every encoder of film makes
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.codec_context.gop_size, stream.codec_context.max_b_frames = frames, 0
        base = Fraction(1, FRAMES_PER_S)
        period = [bytes(packet) for packet in _encoded(stream, frames)]
        for count in range(ROUNDS):
            for number, data in enumerate(period):
                packet: Packet[Any] = av.Packet(data)
                packet.stream, packet.time_base = stream, base
                packet.pts = packet.dts = count * frames + number
                packet.is_keyframe = number == 0
                container.mux(packet)


def _encoded(stream: VideoStream, frames: int) -> Iterator[FilmPacket]:
    for number in range(frames):
        picture = av.VideoFrame.from_ndarray(frame(number), format="rgb24")
        picture.pts, picture.time_base = number, Fraction(1, FRAMES_PER_S)
        yield from stream.encode(picture)
    yield from stream.encode(None)


def _there(codec: str) -> bool:
    try:
        av.codec.Codec(codec, "w")
    except (av.error.FFmpegError, ValueError):
        return False
    return True
