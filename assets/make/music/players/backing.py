"""Behind the band: strings, a choir without words, the school's bell, dust that glints, and the tone over the join."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from score import BARS, RATE

from music.desk import Desk, place
from music.harmony import chords
from music.keys import bell, glass, vibraphone
from music.notes import BAR_S
from music.players.hands import Hands, bars, marks
from music.waves import choir, strings

JOIN_TONE = 81
"""What rings on through the join of the songs: A5, the first song's fifth that becomes the second's third.

Nothing else sounds at its pitch there, so a sample too few would show in its phase.
"""
JOIN_TONE_BARS = (-3.0, 2.5)
"""From when to when, in bars from the join."""

# Loudness of strings and choir at the beginning and the end of a section, and how open the choir's mouths are.
_SWELL = {
    (0, "corridor"): (0.0, 0.25, 0.0, 0.0, 0.0), (0, "theme"): (0.22, 0.45, 0.0, 0.0, 0.0),
    (0, "roof"): (0.55, 0.8, 0.2, 0.5, 0.3), (0, "stopped"): (0.0, 0.0, 0.0, 0.0, 0.0),
    (0, "stage"): (0.5, 0.85, 0.0, 0.4, 0.3), (0, "light"): (0.75, 1.0, 0.5, 1.0, 0.7),
    (1, "circle"): (0.12, 0.45, 0.0, 0.2, 0.1), (1, "argument"): (0.25, 0.6, 0.0, 0.3, 0.2),
    (1, "quiet"): (0.10, 0.45, 0.16, 0.55, 0.15), (1, "together"): (0.6, 0.9, 0.3, 0.7, 0.6),
    (1, "finale"): (0.9, 1.0, 0.8, 1.0, 0.9),
}  # fmt: skip


def play(desk: Desk, song: int) -> None:
    """Lay the strings, the choir and the small lights of a song."""
    where_of = {where.bar: where for where in bars(song)}
    for number, chord in enumerate(chords(song)):
        where = where_of[int(chord.start)]
        low, high, sung_low, sung_high, mouth = _SWELL[song, where.section]
        part = (where.index + float(chord.start % 1)) / where.count
        bowed, sung = low + (high - low) * part, sung_low + (sung_high - sung_low) * part
        final = chord.start + chord.length == BARS[song]
        seconds = float(chord.length * BAR_S) + (0.0 if final and song == 1 else 0.35)
        rise_s = 0.35 if chord.length < 1 else 0.5
        start = place(song, float(chord.start)) - (0 if chord.start == 0 else round(0.12 * RATE))
        bottom, *upper = sorted(set(chord.voices))
        bottom = 48 + (chord.root - 48) % 12
        for voice, midi in enumerate([bottom, *upper] if bowed else []):
            sound = strings(midi + (12 if voice == len(upper) and where.section in _HIGH else 0),
                            seconds, rise_s, 0.6 if final else 0.45, 100 * number + voice)  # fmt: skip
            desk.lay("strings", sound, start, bowed)
        for voice, midi in enumerate(upper if sung else []):
            sound = choir(midi, seconds, rise_s, 0.6 if final else 0.45, 100 * number + 50 + voice, mouth)
            desk.lay("choir", sound, start, sung)


_HIGH = ("roof", "light", "together", "finale")


def lights(desk: Desk) -> None:
    """What is heard once: the bell, the dust in the light, and the tone through the join."""
    hands = Hands(seed=71, late_ms=0, loose_ms=9, touch=0.2)
    for bar, midi, force in ((33, 62, 0.9), (33.75, 57, 0.6), (34.5, 62, 0.75)):
        desk.lay("bell", bell(midi, 5.0), hands.sample(0, bar), force, 0.25)
    begin, end = (place(1, bar) for bar in JOIN_TONE_BARS)
    desk.lay("glass", glass(JOIN_TONE, (end - begin) / RATE, 3.0, 3.5), begin)
    rng = np.random.default_rng(72)
    dust = (77, 79, 81, 84, 86, 89, 91)
    for bar in range(16, 23):
        for at, mark in marks(("....x......x....", ".......x.....x..", "..x......x.....x")[bar % 3]):
            midi = int(rng.choice(dust)) if mark == "x" else 84
            desk.lay(
                "dust", vibraphone(midi, 1.8, hands.force(0.4)), hands.sample(1, bar + at), 1.0, rng.uniform(-0.8, 0.8)
            )
    for bar in (15, 19):  # the roof: wind takes the end of a line upward
        for step, midi in enumerate((69, 72, 76, 79, 81, 84)):
            at = bar + Fraction(6 + step, 12)
            desk.lay("dust", vibraphone(midi - (0 if bar == 15 else 2), 1.2, hands.force(0.35 + 0.05 * step)),
                     hands.sample(0, at), 1.0, -0.6 + 0.24 * step)  # fmt: skip
