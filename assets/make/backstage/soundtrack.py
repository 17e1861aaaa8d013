"""The film's own sound: feet in the rooms they dance in, the air of each place, a locker, a bell, a low chord."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from music.room import room
from music.tones import Samples, band, coloured, modes, pitch_hz, swelled, times
from music.voices import tap
from score import DANCER, FPS, RATE

from backstage.cut import FRAMES, Placed, placed, taps
from backstage.shots import dusk, last, night, quiet, school, slam

ROOMS = {"stage": (1.5, 0.42, 41), "corridor": (2.1, 0.50, 42), "roof": (0.35, 0.12, 43)}
"""Of each place how long it rings, how much of it is heard, and its seed."""


def at(frame: float) -> int:
    """The first sample of a frame."""
    return round(frame) * RATE // FPS


def lay(out: Samples, sound: Samples, start: int, pan: float = 0.0) -> None:
    """Add a mono sound from a sample on, `pan` from -1 (left) to 1."""
    part = sound[: max(0, len(out) - start)]
    for side, way in ((0, -pan), (1, pan)):
        out[start : start + len(part), side] += part * np.sqrt(0.5 * (1 + way))


def _feet(count: int) -> Samples:
    """All strikes, dry and in their rooms."""
    buses = {place: np.zeros((count, 2)) for place in ROOMS}
    door = _of(slam.Slam)
    for number, strike in enumerate(taps()):
        if door.first <= strike.frame < door.end:
            continue
        where = next(place for place in placed() if place.first <= strike.frame < place.end)
        sound = tap(strike.level, number % 2, 7000 + number, strike.who)
        pan = -0.22 if strike.who == DANCER else 0.25
        lay(buses[where.kind.place], 0.55 * sound, at(strike.frame), pan)
    shot = door.kind()
    hits = [contact.frame + door.first for contact in shot.contacts()]
    for number, frame in enumerate(hits[:-1]):
        lay(
            buses["corridor"],
            0.42 * _metal(90 + number, 0.5, 1.0 + 0.06 * (number % 3)),
            at(frame),
            -0.2 + 0.1 * number,
        )
    lay(buses["corridor"], 0.95 * _metal(99, 1.3, 0.72), at(hits[-1]), 0.1)
    out = np.zeros((count, 2))
    for place, bus in buses.items():
        seconds, level, seed = ROOMS[place]
        out += bus + level * room(bus, seconds, seed)
    return out


def _metal(seed: int, seconds: float, size: float) -> Samples:
    """A steel door that is struck."""
    t, rng = times(seconds), np.random.default_rng(seed)
    parts = [(hz * size * rng.uniform(0.97, 1.03), level, seconds * ring) for hz, level, ring in (
        (112, 0.55, 0.6), (187, 0.42, 0.55), (263, 0.36, 0.7), (412, 0.28, 0.8), (655, 0.20, 0.7), (1130, 0.16, 0.5),
        (1870, 0.12, 0.4), (2940, 0.08, 0.3),
    )]  # fmt: skip
    sound = modes(t, parts, np.pi / 2) + 0.5 * coloured(len(t), seed, band(300, 5200)) * np.exp(-t / 0.018)
    rattle = np.abs(np.sin(2 * np.pi * 23 * t)) ** 8 * np.exp(-t / 0.16)
    sound += 0.16 * coloured(len(t), seed + 1, band(1400, 6000)) * rattle
    return sound * np.clip((t[-1] - t) / 0.05, 0, 1) * 0.5


def _of(kind: type) -> Placed:
    return next(place for place in placed() if place.kind is kind)


def _span(first: type, final: type | None = None) -> tuple[int, int]:
    return at(_of(first).first), at(_of(final or first).end)


def _air(count: int) -> Samples:
    """Room tones: the stage's ventilation, the corridor's hum, wind on the roof."""
    out = np.zeros((count, 2))
    tones = {
        "stage": (band(70, 380, 1), 0.0042), "corridor": (band(95, 900, 1), 0.0036),
        "roof": (band(160, 1500, 1), 0.0120),
    }  # fmt: skip
    for number, place in enumerate(placed()):
        start, end = at(place.first), min(count, at(place.end) + RATE // 3)
        curve, level = tones[place.kind.place]
        for side in (0, 1):
            noise = coloured(end - start, 300 + 2 * number + side, curve)
            if place.kind.place == "roof":
                gust = 0.55 + 0.45 * np.sin(2 * np.pi * times((end - start) / RATE)[: end - start] / 5.3 + side * 0.7)
                noise = noise[: len(gust)] * gust
            out[start : start + len(noise), side] += level * swelled(noise, 0.3, 0.3)
    return out


def _chord(notes: Sequence[int], seconds: float, seed: int) -> Samples:
    """A soft low chord: each note two slow voices a little apart, more air than edge."""
    t, rng = times(seconds), np.random.default_rng(seed)
    out = np.zeros((len(t), 2))
    for note in notes:
        for side in (0, 1):
            hz = pitch_hz(note) * (1 + rng.uniform(-0.0016, 0.0016))
            wave = sum(np.sin(2 * np.pi * hz * k * t + rng.uniform(0, 6.28)) / k**2.4 for k in (1, 2, 3, 4))
            slow = 0.75 + 0.25 * np.sin(2 * np.pi * t / rng.uniform(5, 9) + rng.uniform(0, 6.28))
            out[:, side] += wave * slow
    return swelled(out / len(notes), min(2.5, seconds / 3), min(3.0, seconds / 3))


def _pad(count: int) -> Samples:
    """Chords under the parts of the story; none in the corridor before he is stopped, so that it is truly quiet."""
    out = np.zeros((count, 2))
    parts = (
        (last.Title, night.Spotlight, (38, 45, 50, 53, 57), 0.034),
        (school.CorridorFar, school.Lockers, (41, 48, 53, 57, 64), 0.020),
        (dusk.RoofMedium, dusk.RoofWide, (34, 46, 53, 57, 62), 0.034),
        (quiet.Moon, quiet.Lace, (38, 45, 52, 53, 60), 0.030),
        (night.GiantShadow, night.GiantShadow, (31, 43, 50, 58), 0.030),
    )
    for number, (first, final, notes, level) in enumerate(parts):
        start, end = _span(first, final)
        chord = _chord(notes, (end - start) / RATE + 1.0, 500 + number)[: count - start]
        out[start : start + len(chord)] += level * chord
    _, start = _span(night.GiantShadow)
    together = at(placed()[-3].first)
    rise = _chord((38, 45, 50), (together - start) / RATE + 1, 520)
    out[start : start + len(rise)] += 0.024 * rise
    chords = ((34, 46, 53, 58, 62), (36, 48, 55, 60, 64), (38, 50, 57, 62, 65), (41, 48, 53, 60, 65, 69))
    for number, notes in enumerate(chords):
        begin = together + number * 4 * 2 * RATE
        chord = _chord(notes, 9.5, 530 + number)[: max(0, count - begin)]
        out[begin : begin + len(chord)] += 0.032 * chord
    return out


def _bell(count: int) -> Samples:
    """The school's bell, far away: four notes twice, as morning begins and as the evening on the roof does."""
    out = np.zeros((count, 2))
    tune = (69, 65, 67, 60)
    for start, level in ((_span(school.CorridorFar)[0] + RATE, 0.055), (_span(dusk.RoofWide)[0] + 2 * RATE, 0.04)):
        for number, note in enumerate(tune):
            t, hz = times(2.6), pitch_hz(note)
            strike = modes(t, [(hz, 0.7, 2.4), (2.003 * hz, 0.3, 1.5), (2.76 * hz, 0.12, 0.8)])
            lay(out, level * swelled(strike, 0.012, 0.3), start + number * RATE, 0.4)
    return out + 0.9 * room(out, 2.4, 77)


def _breath(count: int) -> Samples:
    """He breathes: before the lamp opens, sitting in the moonlight, and at the end."""
    out = np.zeros((count, 2))
    wing, moon, end = _of(night.Spotlight).first, _of(quiet.Moon).first, _of(last.LastStance).first
    breaths = (
        (wing - 40, 0.020), (wing - 14, 0.024), (moon + 30, 0.022), (moon + 62, 0.018), (moon + 96, 0.020),
        (end + 66, 0.022),
    )  # fmt: skip
    for number, (frame, level) in enumerate(breaths):
        count_s = 0.9 if number % 2 else 1.1
        air = coloured(round(count_s * RATE), 640 + number, band(500, 2600, 1))
        lay(out, level * swelled(air, count_s * 0.45, count_s * 0.5), at(frame), -0.1)
    return out + 0.3 * room(out, 1.2, 78)


@cache
def sound() -> Samples:
    """The whole soundtrack, stereo, from the film's first frame to its last."""
    count = FRAMES * RATE // FPS
    whole = _feet(count) + _air(count) + _pad(count) + _bell(count) + _breath(count)
    whole *= np.clip((count - np.arange(count)) / (0.8 * RATE), 0, 1)[:, None]
    return 0.92 * np.tanh(1.25 * whole)
