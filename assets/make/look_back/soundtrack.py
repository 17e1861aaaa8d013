"""The film's sound: every noise on the frame that shows it, the tune, the rooms they are in, and how loud it all is."""

from __future__ import annotations

import numpy as np
from music.desk import limited
from music.loudness import integrated_lufs
from music.room import room
from music.tones import Samples
from score import RATE

from look_back import noises, timeline, tune

LUFS = -20.0
CEILING = 0.7
SAMPLES = timeline.FRAMES * RATE // timeline.FPS


class Track:
    """A stereo track as long as the film."""

    def __init__(self) -> None:
        self.sound: Samples = np.zeros((SAMPLES, 2))

    def lay(self, sound: Samples, sample: int, gain: float, pan: float | tuple[float, float] = 0.0) -> None:
        """Add a sound at a sample; mono is panned at equal power, from one side to the other if `pan` is a pair."""
        if sound.ndim == 1:
            way = np.linspace(*pan, len(sound)) if isinstance(pan, tuple) else np.full(1, pan)
            angle = (way + 1) * np.pi / 4
            sound = sound[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1) * np.sqrt(2)
        count = max(0, min(len(sound), SAMPLES - sample))
        self.sound[sample : sample + count] += gain * sound[:count]

    def at(self, sound: Samples, frame: float, gain: float, pan: float | tuple[float, float] = 0.0) -> None:
        """Add a sound on a frame of the film."""
        self.lay(sound, round(frame * RATE / timeline.FPS), gain, pan)


def compose() -> Samples:
    """The whole soundtrack, shape (samples, 2), at its loudness."""
    near, far, music = Track(), Track(), Track()
    pencils(near, far)
    _room(near, far)
    _outside(far)
    _morning(near, far)
    tune.play(music.lay, RATE)
    mixed = near.sound + 0.16 * room(near.sound, 0.45, 5) + far.sound + 0.3 * room(far.sound, 1.0, 6)
    mixed += music.sound + 0.34 * room(music.sound, 1.7, 7)
    mixed[-RATE // 2 :] *= np.linspace(1, 0, RATE // 2)[:, None]
    for _ in range(2):
        mixed *= 10 ** ((LUFS - integrated_lufs(mixed)) / 20)
        mixed = limited(mixed, CEILING)
    return mixed


def pencils(near: Track, far: Track) -> None:
    """Every stroke, where its pencil is."""
    for number, mark in enumerate(timeline.marks()):
        sound = noises.pencil(mark.frames, 100 + 4 * number)
        track = near if mark.path is not None else far
        track.at(sound, mark.start, 0.62 * mark.loud, mark.side)


def _room(near: Track, far: Track) -> None:
    shots = timeline.SHOTS
    near.at(noises.air(timeline.LEAVES / 24, 60, 500, 3), 0, 0.0035)
    for second in range(timeline.LEAVES // 24):
        frame = 24 * second
        inside = frame < shots["window"] or frame >= shots["tired"]
        close = shots["alone"] <= frame < shots["window"] or shots["tired"] <= frame < shots["last sheet"]
        near.at(noises.tick(second % 2 == 0), frame, 0.15 if close else 0.08 if inside else 0.03)
    near.at(noises.switch(), timeline.LAMP, 0.30, 0.7)
    for number, pin in enumerate(timeline.PINS):
        near.at(noises.pin(number), pin, 0.30, -0.4 + 0.15 * (number % 3))
    for number, frame in enumerate(timeline.PUT_DOWN):
        near.at(noises.wood(number), frame, 0.26, (-0.6, 0.6)[number])
    for number, frame in enumerate(range(shots["flip"] + 10, timeline.LEAVES - 16, 2)):
        near.at(noises.page(200 + number), frame, 0.05 + 0.015 * (number % 3), 0.2 * (-1) ** number)
    near.at(noises.wings(0.55, 17, 8), timeline.LEAVES, 0.10, (0.0, -0.7))
    far.at(noises.rain((shots["last sheet"] - shots["tired"]) / 24 + 0.5, 40), shots["tired"] - 6, 0.075)


def _outside(far: Track) -> None:
    shots, (spring, summer, autumn, winter) = timeline.SHOTS, timeline.SEASONS
    far.at(noises.train(3.6, 20), shots["alone"], 0.030, (-0.3, 0.5))
    far.at(noises.train(8.2, 24), shots["window"], 0.034, (-0.9, 0.9))
    far.at(noises.air(2.6, 200, 1400, 30), spring - 8, 0.010)
    far.at(noises.warbler(1), spring + 2, 0.060, -0.7)
    far.at(noises.cicadas(2.5, 34), summer - 2, 0.040, -0.25)
    far.at(noises.bell_crickets(2.4), autumn, 0.040, 0.3)
    far.at(noises.air(2.6, 300, 2400, 36), autumn - 4, 0.010)
    far.at(noises.temple_bell(4.0), winter + 2, 0.075, 0.6)


def _morning(near: Track, far: Track) -> None:
    road, futon = timeline.SHOTS["road"], timeline.SHOTS["futon"]
    far.at(noises.air(3.6, 250, 3000, 50), road - 4, 0.014)
    far.at(noises.train(3.4, 54), road, 0.026, (0.9, 0.2))
    for number in range(6):
        near.at(noises.step(60 + number), road + 6 + 12 * number, 0.085, -0.12)
        near.at(noises.step(80 + number), road + 12 * number, 0.070, 0.12)
    for number, frame in enumerate((road + 14, road + 50, futon + 4, futon + 58)):
        far.at(noises.chirp(number + 3), frame, 0.035, (0.5, -0.2, -0.6, -0.5)[number])
    far.at(noises.wings(1.4, 11, 9), road + 6, 0.018, (0.5, -0.4))
    near.at(noises.page(300), futon + 1, 0.05, -0.2)
    near.at(noises.breath(2.5, 90), futon + 4, 0.016, -0.4)
