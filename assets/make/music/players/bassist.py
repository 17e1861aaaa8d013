"""The bass: two notes a bar, then a walk; in the second song a riff, and the breaker's theme under its horn."""

from __future__ import annotations

from fractions import Fraction
from math import pi, sin

from score import BARS, BREAKER

from music.bass import upright
from music.desk import Desk
from music.harmony import Chord, chord_at
from music.melody import PHRASES
from music.notes import BAR_S
from music.players.hands import Hands, Where, bars

_LOW, _HIGH = 28, 47
_LOUD = {
    (0, "corridor"): 0.5, (0, "theme"): 0.56, (0, "roof"): 0.66, (0, "stopped"): 0.6,
    (0, "stage"): 0.88, (0, "light"): 0.8,
    (1, "circle"): 0.78, (1, "argument"): 0.85, (1, "quiet"): 0.26, (1, "together"): 0.85, (1, "finale"): 0.95,
}  # fmt: skip
# R the chord's bass, 5 a fifth above it, 8 an octave, 3 its third, a step to the next bar's bass: >.
_TWO_FEEL = ("R....R5....>", "R.....5..R.>", "R....RR...5.", "R.....5....>")
_RIFFS = ("R..R..8...5.R.>.", "R..R..5...8.5.>.", "R.....8.R.5.R.>.", "R..R..8..R5.3.>.")
_LIGHT = ("R.....5.....8...", "R.....8.....5.>.")


def play(desk: Desk, song: int) -> None:
    """Lay the whole bass part of a song."""
    hands = Hands(seed=41 + song, late_ms=5)
    last = 38
    for where in bars(song):
        line = _line(where, last)
        for number, (at, midi, force) in enumerate(line):
            until = line[number + 1][0] if number + 1 < len(line) else Fraction(where.bar + 1)
            if (
                where.section in ("corridor", "quiet")
                or (where.section, where.index) == ("stopped", 0)
                or _final(where)
            ):
                until = Fraction(where.bar + 2)
            seconds = min(3.6, float((until - at) * BAR_S) * 0.97)
            sound = upright(midi, seconds, hands.force(force * _LOUD[song, where.section]), hands.seed())
            desk.lay("bass", sound, hands.sample(song, at))
            last = midi


def _stop(where: Where) -> bool:
    return (where.section, where.index) == ("stopped", 0)


def _final(where: Where) -> bool:
    return where.bar == BARS[where.song] - 1


def _line(where: Where, last: int) -> list[tuple[Fraction, int, float]]:
    """What the bass plays in a bar: places, pitches and forces."""
    section, index = where.section, where.index
    if where.song == 0:
        if section == "corridor":
            return _pattern(where, last, ("", "R...........", "R...........", "R.....R..R..")[index])
        if section == "stopped":
            return _pattern(where, last, ("R...........", "", "", ".........R.>")[index])
        if section == "light":
            return _pattern(where, last, ("R....R...R..", "R....R...R.>", "R..R.R.R.R.R", "R...........")[index])
        return _pattern(where, last, _TWO_FEEL[index % 4]) if section == "theme" else _walk(where, last)
    if section == "quiet":
        return _pattern(where, last, "R..............." if index % 2 == 0 or index > 4 else "")
    if section == "circle":
        return [] if index < 2 else _theirs(where) if index in (2, 3, 6) else _pattern(where, last, _LIGHT[index % 2])
    if section == "argument":
        if index == 7:
            return _pattern(where, last, "R...............")
        answers = index % 2 == 1
        return (
            (_theirs(where) or _pattern(where, last, "R.......R.....>."))
            if answers
            else _pattern(where, last, _LIGHT[0])
        )
    if section == "finale" and index >= 6:
        return _pattern(where, last, ("R.....R.....R...", "R...............")[index - 6])
    shift = 0 if section == "together" else 2
    return _pattern(where, last, _RIFFS[(index + index // 4 + shift) % 4])


def _theirs(where: Where) -> list[tuple[Fraction, int, float]]:
    """The breaker's theme of this bar an octave lower, where that bar has it."""
    notes = [
        n for p in PHRASES if p.song == where.song and p.who == BREAKER for n in p.notes if int(n.start) == where.bar
    ]
    return [(note.start, note.midi - 12, 1.0) for note in notes]


def _pattern(where: Where, last: int, pattern: str) -> list[tuple[Fraction, int, float]]:
    line: list[tuple[Fraction, int, float]] = []
    for number, mark in enumerate(pattern):
        if mark == ".":
            continue
        at = where.bar + Fraction(number, len(pattern))
        chord = chord_at(where.song, at)
        root = _near(chord.bass, last if not line else line[0][1])
        if chord.start == at and line:
            midi = root
        elif mark == ">":
            after = chord_at(where.song, min(Fraction(where.bar + 1), Fraction(BARS[where.song]) - 1))
            target = _near(after.bass, root)
            midi = target + (-1 if target <= last or target - 1 < _LOW else 1)
        else:
            midi = root + {"R": 0, "5": 7, "8": 12, "3": _third(chord)}[mark]
            midi -= 12 if midi > _HIGH + 2 else 0
        line.append((at, midi, 1.0 if number == 0 else 0.86 if mark in "R5" else 0.75))
        last = midi
    return line


def _walk(where: Where, last: int) -> list[tuple[Fraction, int, float]]:
    """Four quarters that follow a slow wave up and down: basses, tones of the chord, and a step into the next bass."""
    line: list[tuple[Fraction, int, float]] = []
    for beat in range(4):
        at = where.bar + Fraction(beat, 4)
        chord = chord_at(where.song, at)
        after = chord_at(where.song, at + Fraction(1, 4))
        wave = 40 + 6 * sin(2 * pi * (4 * where.bar + beat) / 14)
        if chord.start == at:
            midi = min(_octaves({chord.bass}), key=lambda m: abs(m - wave) + 0.5 * abs(m - last))
        elif after.start == at + Fraction(1, 4):
            target = min(_octaves({after.bass}), key=lambda m: abs(m - wave) + 0.5 * abs(m - last))
            steps = [target + step for step in (-1, 1, -2, 2) if target + step != last]
            midi = min(steps, key=lambda m: (abs(m - last) > 7, abs(m - target), abs(m - last)))
        else:
            tones = [m for m in _octaves({chord.root, *chord.classes}) if 0 < abs(m - last) <= 7]
            midi = min(tones, key=lambda m: abs(m - wave))
        line.append((at, midi, 1.0 if beat in (0, 2) else 0.88))
        last = midi
    if where.index % 4 == 1:  # a skip before the last beat, as a thumb falls back on the string
        at, midi, _ = line[2]
        line.insert(3, (at + Fraction(2, 12), midi, 0.5))
    return line


def _octaves(classes: set[int]) -> list[int]:
    """Where on the strings notes of these names lie."""
    return [m for m in range(_LOW, _HIGH + 3) if m % 12 in {c % 12 for c in classes}]


def _near(pitch_class: int, last: int) -> int:
    """The octave of a pitch class that is nearest to a note and not far from the middle strings."""
    found = [m for m in range(_LOW, _HIGH - 4) if m % 12 == pitch_class]
    return min(found, key=lambda m: abs(m - last) + 0.4 * abs(m - 37))


def _third(chord: Chord) -> int:
    return 3 if (chord.root + 3) % 12 in chord.classes else 4
