"""The drummer: brushes in the school, sticks on the stage, and in the second song the beat a breaker would choose."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from score import RATE

from music.desk import Desk, place
from music.kit import stroke, swirl
from music.players.figures import PLAN, STRAIGHT, SWUNG
from music.players.hands import Hands, Where, bars, marks

_PAN = {"kick": 0.0, "snare": -0.05, "ghost": -0.05, "brush": -0.05, "ride": 0.45, "hat": -0.38, "open": -0.38,
        "chick": -0.38, "crash": 0.3, "tom": 0.22, "rim": -0.1}  # fmt: skip
_LOUD = {"X": 1.0, "x": 0.62, "o": 0.34}

_SECTION_LOUD = {
    "corridor": 0.7,
    "theme": 0.8,
    "roof": 0.85,
    "stopped": 0.9,
    "circle": 0.8,
    "quiet": 0.6,
    "finale": 1.1,
}
_SWIRLS = {"corridor": (2, 0.25), "theme": (0, 0.5), "roof": (0, 0.3), "quiet": (0, 0.32)}


def play(desk: Desk, song: int) -> None:
    """Lay the whole drum part of a song."""
    hands = Hands(seed=61 + song, late_ms=4.5, loose_ms=2.5, touch=0.12)
    figures = STRAIGHT if song else SWUNG
    for where in bars(song):
        loud = _SECTION_LOUD.get(where.section, 1.0)
        for name, pattern in figures[PLAN[song, where.section][where.index]].items():
            for at, mark in marks(pattern.ljust(16 if song else 12, ".")):
                force = hands.force(loud * _LOUD[mark])
                sound = stroke(name, hands.count)
                desk.lay(_strip(name), sound, hands.sample(song, where.bar + at), force, _PAN[name])
        _stir(desk, hands, where)
    if song == 0:
        _gather(desk, 0, 35, 2.0)
    else:
        _gather(desk, 1, 24, 1.6)
        _gather(desk, 1, 32, 1.0)


def _strip(name: str) -> str:
    return name if name in ("kick", "snare") else "kit"


def _stir(desk: Desk, hands: Hands, where: Where) -> None:
    """The brush that never leaves the skin, round once in two beats."""
    first, loud = _SWIRLS.get(where.section, (99, 0.0))
    if where.index < first:
        return
    for half in (0, 1):
        for beat, force in ((0, 1.0), (1, 0.7)):
            at = where.bar + Fraction(half, 2) + Fraction(beat, 4)
            desk.lay("kit", swirl(0.52, hands.seed()), hands.sample(where.song, at), hands.force(loud * force) * 0.3,
                     -0.25 + 0.3 * beat)  # fmt: skip


def _gather(desk: Desk, song: int, bar: int, seconds: float) -> None:
    """A cymbal that swells up to a bar: mallets rolled on its edge."""
    swell = stroke("crash", 2)[: round(seconds * RATE)][::-1]
    swell = swell * np.linspace(0, 1, len(swell)) ** 1.5
    desk.lay("kit", swell, place(song, bar) - len(swell), 0.55, 0.2)
