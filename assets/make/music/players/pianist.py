"""The electric piano: chords that answer the shoes instead of doubling them."""

from __future__ import annotations

from fractions import Fraction

from score import RATE

from music.desk import Desk
from music.harmony import chord_at
from music.keys import electric_piano
from music.notes import BAR_S
from music.players.hands import Hands, Where, bars, marks

# L a chord that is held to the next mark, s a short one, h a soft held one; `/` up through the chord from here.
_BARS = {
    (0, "corridor"): ("............", "h...........", "h...........", "h.....h....."),
    (0, "theme"): ("..s..L......", "..L..s..s...", "..s..L...s..", "L.....L.....",
                    "s....L......", "..s..L..s...", "L.....L....s", "L.....L....."),
    (0, "roof"): ("/...........", "/.....s..s..", "/...........", "/.....L..s..",
                  "L....L...L..", "/.....s..s..", "/.....L.....", "L.....L....."),
    (0, "stopped"): ("s...........", "............", "............", "............"),
    (0, "stage"): ("L..s.L....s.", "..s..L..s..s", "L.s..L...s..", "s..s.L.....s",
                   "L....s..s..s", "L....L...L.s", "L..s..L..s.s", "L....s......"),
    (0, "light"): ("L....L...L..", "L....L...L..", "L..L.L.L.L..", "h..........."),
    (1, "circle"): ("................", "................", "s..s..s...s.L...", "s..s..s...s.s...",
                    "/...............", "L.........s.....", "s..s..s...s.L...", "L..............."),
    (1, "argument"): ("L.....L.....s...", "s..s..s...s.s...", "L.....s..s..L...", "s.......L.......",
                      "L.....L...s.L...", "s..s..s...s.s...", "L.......L.......", "s..............."),
    (1, "quiet"): ("h...............", "......../.......", "h...............", "........h.......",
                   "h...............", "h...............", "h...............", "h.......h......."),
    (1, "together"): ("L..s..s...L...s.", "L..s..L.....s.s.", "L..s..s...L...s.", "L.....L...s.L...",
                      "L..s..s...L.s...", "s..s..L...s.L...", "L..s..s...L...s.", "L.....s.L...s.s."),
    (1, "finale"): ("L..s..L...s.L.s.", "s..s..L...L...s.", "L..s..L...s.L.s.", "L.....s..s.L..s.",
                    "L..s..L..sL...s.", "s..s..L...s.s.s.", "L.....L.....L...", "L..............."),
}  # fmt: skip
_LOUD = {
    (0, "corridor"): 0.3, (0, "theme"): 0.42, (0, "roof"): 0.5, (0, "stopped"): 0.6,
    (0, "stage"): 0.66, (0, "light"): 0.66,
    (1, "circle"): 0.6, (1, "argument"): 0.7, (1, "quiet"): 0.22, (1, "together"): 0.68, (1, "finale"): 0.8,
}  # fmt: skip
_MARK_LOUD = {"L": 1.0, "s": 0.82, "h": 0.8, "/": 0.9}


def play(desk: Desk, song: int) -> None:
    """Lay the whole piano part of a song."""
    hands = Hands(seed=51 + song, late_ms=10, loose_ms=4)
    for where in bars(song):
        found = list(marks(_BARS[song, where.section][where.index]))
        for number, (at, mark) in enumerate(found):
            until = found[number + 1][0] if number + 1 < len(found) else Fraction(1)
            if mark == "h" or (where.last and mark == "L" and number + 1 == len(found)):
                until += Fraction(1, 2) if song == 1 else Fraction(0)
            _chord(desk, hands, where, at, until, mark)


def _chord(desk: Desk, hands: Hands, where: Where, at: Fraction, until: Fraction, mark: str) -> None:
    chord = chord_at(where.song, where.bar + at)
    root = () if mark == "s" else (48 + (chord.root - 48) % 12,)
    voices = sorted({*root, *chord.voices})
    loud = _LOUD[where.song, where.section] * _MARK_LOUD[mark]
    seconds = 0.14 if mark == "s" else float((until - at) * BAR_S) * 0.96
    start = hands.sample(where.song, where.bar + at)
    upward = mark == "/"
    step_s = float(BAR_S) / (12, 16)[where.song] if upward else hands.count * 37 % 5 * 0.0004  # no hand falls flat
    for number, midi in enumerate([*voices, voices[1] + 12, voices[2] + 12] if upward else voices):
        length_s = seconds - number * step_s
        if length_s > 0.1:
            force = hands.force(loud * (1.1 if number + 1 == len(voices) else 1.0))
            later = round(number * step_s * RATE)
            desk.lay("piano", electric_piano(midi, length_s, force), start + later, 1.0, (midi - 62) / 34)
