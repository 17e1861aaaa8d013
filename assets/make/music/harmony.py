"""The chords of both songs, bar by bar, and how four voices go from one to the next."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise, permutations

from score import BARS

# Root, then what the four upper voices take, in semitones above it.
_QUALITIES = {
    "5": (0, 7, 12, 7), "m": (3, 7, 12, 14), "m7": (3, 7, 10, 12), "m9": (3, 7, 10, 14), "m6": (3, 7, 9, 14),
    "m7b5": (3, 6, 10, 12), "maj7": (4, 7, 11, 7), "maj9": (4, 7, 11, 14), "69": (4, 7, 9, 14),
    "add9": (4, 7, 12, 14), "9": (4, 7, 10, 14), "13": (4, 9, 10, 14), "13sus": (5, 9, 10, 14),
    "7b9": (4, 7, 10, 13),
}  # fmt: skip
_ROOTS = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11, "Bb": 10}
_CHORD = re.compile(r"([A-G]b?)([a-z0-9]+?)(?:/([A-G]b?))?(?:\*(\d+))?")

# A bar a word; chords that share a bar are joined by commas, `*6` says for how many of its places, else they share it.
BARS_OF = (
    (
        "D5 Dm Bbmaj9 Em7b5,A7b9 "
        "Dm7 G13 Dm7 Em7b5,A7b9 Bb69 C9 Fadd9,Bbmaj7 Em7b5,A7b9 "
        "Fadd9 C9/E Dm7 Bb69 Gm9 C13 Fadd9,Bbmaj7 Gm7*9,A7b9*3 "
        "Dm D5 D5 A7b9 "
        "Dm7 G13 Bbmaj9 A7b9 Gm9 C13 Em7b5,A7b9 Dm9 "
        "Bb69 Fadd9/A Gm9 C13sus"
    ),
    (
        "F5 F5 Dm7 Dm7/C Fadd9 Bb69 Gm9 C13sus "
        "Fadd9 Dm7 Bbmaj9 Gm7,A7b9 Fadd9/A Dm7 Bbmaj9,C13 C13sus "
        "Bbmaj9 Bbmaj9 Fadd9/A Fadd9/A Gm9 Dm7 Bbmaj9 C13sus "
        "Bb69 C9 Fadd9/A Dm7 Gm9 C13 Fadd9 Fadd9,C13 "
        "Bbmaj9 C13 Fadd9/A Dm7*11,A7b9*5 Gm9 C13 Bbmaj7*6,Bbm6*6,C13sus*4 F69"
    ),
)


@dataclass(frozen=True)
class Chord:
    """A chord from a place in its song on, in bars: the bass's pitch class, and four voices as MIDI notes."""

    start: Fraction
    length: Fraction
    bass: int
    root: int
    classes: tuple[int, ...]
    voices: tuple[int, ...]


@cache
def chords(song: int) -> tuple[Chord, ...]:
    """All chords of a song; every voice goes the shortest way to the next chord."""
    found: list[Chord] = []
    voices = (57, 60, 64, 67)
    places = (12, 16)[song]
    for bar, text in enumerate(BARS_OF[song].split()):
        names = text.split(",")
        at = Fraction(bar)
        for name in names:
            match = _CHORD.fullmatch(name)
            assert match, name
            root = _ROOTS[match[1]]
            classes = tuple((root + step) % 12 for step in _QUALITIES[match[2]])
            voices = _nearest(voices, classes)
            length = Fraction(int(match[4]), places) if match[4] else Fraction(1, len(names))
            found.append(Chord(at, length, _ROOTS[match[3] or match[1]], root, classes, voices))
            at += length
    assert sum(chord.length for chord in found) == BARS[song]
    return tuple(found)


def chord_at(song: int, place: Fraction) -> Chord:
    """The chord that sounds at a place of a song, in bars."""
    return next(chord for chord in reversed(chords(song)) if chord.start <= place)


def _nearest(before: tuple[int, ...], classes: tuple[int, ...]) -> tuple[int, ...]:
    """The voicing that moves least from the one before, voices apart from each other and near the middle."""

    def cost(voicing: tuple[int, ...]) -> float:
        moved = sum(abs(new - old) ** 1.3 for new, old in zip(voicing, before, strict=True))
        tight = sum(14.0 for low, high in pairwise(voicing) if high - low < (4 if low < 53 else 2))
        return moved + tight + 0.5 * abs(sum(voicing) / 4 - 62)

    candidates = []
    for order in permutations(classes):
        voicing = [50 + (order[0] - 50) % 12]
        for tone in order[1:]:
            voicing.append(voicing[-1] + ((tone - voicing[-1]) % 12 or 12))
        for octave in (0, 12):
            raised = tuple(note + octave for note in voicing)
            if raised[-1] <= 76:
                candidates.append(raised)
    return min(candidates, key=cost)
