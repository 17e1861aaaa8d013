"""The film's music: four notes going down, A F# E D, on a music box, and what a soft piano says to them.

The four notes are the four panes of the window, and at the end the four signs of the last word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from music.notes import midi
from music.tones import Samples, band, coloured, filtered, modes, pitch_hz, swelled, times
from music.waves import strings

from look_back import timeline

MOTIF = ("A5", "F#5", "E5", "D5")
Played = tuple[float, str, str, float]
"""A note: time in seconds, voice, pitch, force."""


def music_box(note: int, force: float) -> Samples:
    """A steel tooth, plucked by a pin."""
    t, hz = times(2.6), pitch_hz(note)
    long_s = 2.6 * (880 / hz) ** 0.4
    parts = [
        (hz, 1.0, long_s),
        (2.01 * hz, 0.16, long_s * 0.5),
        (4.02 * hz, 0.10, 0.35),
        (min(6.27 * hz, 14_000), 0.10, 0.16),
    ]
    pluck = coloured(len(t), note, band(2500, 9000)) * np.exp(-t / 0.003)
    return force * swelled(modes(t, parts) + 0.05 * pluck, 0.0012, 0.3)


def piano(note: int, seconds: float, force: float) -> Samples:
    """A piano with felt between hammer and string, close by."""
    t, hz = times(seconds + 0.5), pitch_hz(note)
    sound = np.zeros(len(t))
    for number in range(1, 13):
        partial = hz * number * np.sqrt(1 + 0.0004 * number**2)
        if partial < 6000:
            board = partial**2 / (partial**2 + 170.0**2)  # what a small piano's board gives of the lowest
            level = board * force ** (0.4 * number) / number**1.1
            decay = 5.2 * (220 / hz) ** 0.5 / (1 + 0.35 * number)
            beat = 1 + 0.0007 * np.sin(number)
            sound += level * np.exp(-6.9 * t / decay) * (
                np.sin(2 * np.pi * partial * t) + 0.5 * np.sin(2 * np.pi * partial * beat * t + 1)
            )  # fmt: skip
    felt = filtered(coloured(len(t), note + 300, band(70, 700)) * np.exp(-t / 0.02), band(60, 900))
    ends = np.clip((seconds + 0.35 - t) / 0.35, 0, 1)
    return 0.6 * swelled((sound + 0.16 * felt) * ends, 0.006, 0.05)


def notes() -> Iterator[Played]:
    """Every note of the film but the strings'."""
    at = {name: frame / timeline.FPS for name, frame in timeline.SHOTS.items()}
    yield timeline.EYE / 24, "box", "A5", 0.8
    for late, pitch, force in ((0.5, "F#5", 0.6), (1.0, "E5", 0.6), (2.0, "D5", 0.55)):
        yield at["alone"] + late, "box", pitch, force
    yield at["alone"] + 2.0, "piano", "B2", 0.5
    chords = (("D3", "A3", "F#4"), ("G2", "D4", "B3"), ("E3", "B3", "G4"), ("B2", "F#3", "D4"))
    turns = (("A5", "D6", "C#6", "A5"), ("F#5", "B5", "G5", "D6"), ("E5", "G5", "B5", "F#5"), ("D5", "F#5", "A5", "D6"))
    beat = 46 / 24 / 4
    for start, chord, turn in zip(timeline.SEASONS, chords, turns, strict=True):
        for place, pitch in enumerate(chord):
            yield start / 24 + 0.02 * place + (beat if place == 2 else 0), "piano", pitch, 0.55 if place else 0.66
        for place, pitch in enumerate(turn):
            yield start / 24 + place * beat, "box", pitch, 0.75 if place == 0 else 0.5
    for place, pin in enumerate(timeline.PINS):
        yield pin / 24, "piano", ("D4", "A4", "D4", "A4", "D4", "A4")[place], 0.36 + 0.06 * place
    ring = at["wall"] + 46 / 24
    yield from ((ring, "piano", "G2", 0.6), (ring, "box", "D6", 0.5), (ring + 0.5, "box", "E6", 0.55),
                (ring + 1.0, "box", "A6", 0.6))  # fmt: skip
    yield at["tired"] + 0.25, "piano", "B2", 0.45
    yield timeline.TURNED / 24, "box", "A5", 0.75
    first = at["together"]
    for place, pitch in enumerate(MOTIF):
        yield first + 0.875 * place, "box", pitch, 0.7
    answers = ("D4", "A4", "B4", "F#4", "G4", "D5")
    yield from (
        (first + 0.44 + 0.4375 * place + (0.44 if place > 2 else 0), "piano", pitch, 0.6)
        for place, pitch in enumerate(answers)
    )
    yield from ((first, "piano", "D3", 0.6), (first + 1.75, "piano", "G2", 0.6))
    yield from _last_sheet(at["last sheet"])
    yield from _flip(at["flip"])
    yield from (
        (at["road"] + 0.1 + 0.25 * place, "piano", pitch, 0.62) for place, pitch in enumerate(("D3", "A3", "E4", "F#4"))
    )
    yield from (
        (at["road"] + late, "box", pitch, 0.6) for late, pitch in ((1.0, "A5"), (1.5, "D6"), (2.0, "E6"), (2.5, "C#6"))
    )
    for kana, pitch in zip(timeline.KANA, MOTIF, strict=True):
        yield kana / 24, "box", pitch, 0.72
    for kana, pitch in zip(timeline.KANA, ("G2", "D3", "A2", "D3"), strict=True):
        yield kana / 24, "piano", pitch, 0.5
    yield timeline.KANA[3] / 24 + 0.02, "piano", "A3", 0.45
    yield timeline.KANA[3] / 24 + 0.04, "piano", "F#4", 0.45


def _last_sheet(first: float) -> Iterator[Played]:
    """Both hands play: broken chords, four to a second, and a line that climbs."""
    bars = (("G2", "D3", "B3", "D4"), ("A2", "E3", "C#4", "E4"), ("B2", "F#3", "D4", "F#4"), ("G2", "D3", "G4", "B4"))
    for bar, chord in enumerate(bars):
        for place, pitch in enumerate(chord):
            yield first + bar + 0.25 * place, "piano", pitch, 0.6 if place else 0.72
    line = ("D5", "B5", "A5", "C#6", "E6", "D6", "F#6", "A6")
    for place, pitch in enumerate(line):
        yield first + 0.5 * place, "box", pitch, 0.5 + 0.03 * place


def _flip(first: float) -> Iterator[Played]:
    """Up and away, a note for every third sheet."""
    run = ("D5", "E5", "F#5", "A5", "B5", "D6", "E6", "F#6", "A6", "B6", "D7")
    for place, pitch in enumerate(run):
        yield first + 0.35 + 0.15 * place, "box", pitch, 0.34 + 0.035 * place


def play(lay: Callable[[Samples, int, float, float], None], rate: int) -> None:
    """Lay every note on a track with `lay(sound, sample, gain, pan)`."""
    for time, voice, pitch, force in notes():
        note = midi(pitch)
        if voice == "box":
            lay(music_box(note, force), round(time * rate), 0.14, 0.18)
        else:
            lay(piano(note, 2.4, force), round(time * rate), 0.13, -0.12)
    road = timeline.SHOTS["road"] / 24
    for place, pitch in enumerate(("D3", "A3", "E4", "F#4", "C#5")):
        sound = strings(midi(pitch), 3.6, 1.1, 1.2, 70 + place)
        lay(sound, round((road - 0.15) * rate), 0.034 if place < 4 else 0.018, 0.0)
