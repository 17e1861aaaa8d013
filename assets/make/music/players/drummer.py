"""The drummer: brushes in the school, sticks on the stage, and in the second song a beat that the breaker would choose."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
from score import RATE

from music.desk import Desk
from music.kit import stroke, swirl
from music.players.hands import Hands, Where, bars, marks

_PAN = {"kick": 0.0, "snare": -0.05, "ghost": -0.05, "brush": -0.05, "ride": 0.45, "hat": -0.38, "open": -0.38,
        "chick": -0.38, "crash": 0.3, "tom": 0.22, "rim": -0.1}  # fmt: skip
_LOUD = {"X": 1.0, "x": 0.62, "o": 0.34}

# The swung bars, twelve places: what each section's drummer does, one line an instrument.
_SWUNG = {
    "walk": {"chick": "...o.....o.."},
    "brushes": {"brush": "..o.....o.o.", "chick": "...x.....x..", "kick": "o..........."},
    "brushes, more": {"brush": "..o..x..o.o.", "chick": "...x.....x..", "kick": "o....o......", "ride": "x........o.."},
    "brushes, fill": {"brush": "x.o.x.ox.xxX", "chick": "...x.....x..", "kick": "o....o...x.."},
    "ride": {"ride": "x..x.ox..x.o", "chick": "...x.....x..", "kick": "o..o..o..o..", "brush": ".....o....o."},
    "ride, talk": {"ride": "x..x.ox..x.o", "chick": "...x.....x..", "kick": "o....x......", "brush": "..o..x..x..o"},
    "ride, fill": {"ride": "x..x........", "chick": "...x.....x..", "brush": "..o..xx.xX.X", "kick": "o....x...x.x", "tom": "......x.x.x."},
    "stage": {"ride": "X.ox.oX..x.o", "chick": "...X.....X..", "kick": "x....x...x..", "snare": "........o..."},
    "stage, talk": {"ride": "X.ox.oX..x.o", "chick": "...X.....X..", "kick": "x....x...o.x", "snare": "..o..o..x..o"},
    "stage, fill": {"ride": "X..x.o......", "snare": "..o..xo.xxoX", "tom": "......x.x.xX", "kick": "x....x...x.X"},
    "light": {"ride": "X....X...X..", "kick": "x....x...x..", "tom": "o....o...o.."},
    "light, more": {"ride": "X..x.X.x.X.x", "kick": "x....x...x..", "tom": "x..o.x.o.x.o", "snare": "..o..o.o.o.o"},
    "light, most": {"ride": "X..x.X.x.X.X", "kick": "X..x.X.x.X.x", "tom": "x.ox.xox.xxX", "snare": "o.oo.ooo.xxX"},
    "light, rest": {"crash": "X...........", "kick": "X..........."},
    "stop": {"kick": "X...........", "crash": "o..........."},
    "silence": {},
}  # fmt: skip
# The straight bars, sixteen places.
_STRAIGHT = {
    "low": {"kick": "X.....x...x.....", "rim": "....x.......x...", "hat": "o.o.o.o.o.o.o.o."},
    "low, more": {"kick": "X.....x...x...o.", "rim": "....x.......x..x", "hat": "x.o.x.o.x.oox.o."},
    "hush": {"hat": "..o...o...o...o.", "kick": "o..............."},
    "hush, more": {"hat": "..o.o.o...o.o.oo", "kick": "o.......o.......", "rim": "............o..."},
    "break": {"kick": "X..x..x...x..o..", "snare": "....X.......X...", "ghost": ".o.....o.o.....o", "hat": "x.o.x.o.x.o.x.o."},
    "break, other": {"kick": "X.....x...X..x..", "snare": "....X.......X..o", "ghost": ".......o.x....o.", "hat": "x.ox..o.x.o.x.x.",
                     "open": "..............x."},
    "step": {"kick": "X.......X.....x.", "snare": "....X.......X...", "hat": "x...x...x...x..."},
    "break, fill": {"kick": "X..x..x.........", "snare": "....X..o.xo.xxXX", "tom": "..........x.x.xX", "hat": "x.o.x.o."},
    "rush": {"snare": "oooooooxoxoxxxXX", "kick": "X.......X...X...", "tom": "........o.o.x.x."},
    "hit": {"kick": "X...............", "crash": "X...............", "snare": "X..............."},
    "pulse": {"hat": "....o.......o..."},
    "rise": {"hat": "o...o...o.o.oooo", "tom": "..........o.o.xx", "kick": "o.....o.....o..."},
    "groove": {"kick": "X..x..x...x...o.", "snare": "....X.......X...", "ghost": ".o.....o.x.....o", "ride": "x.x.x.x.x.x.x.x."},
    "groove, other": {"kick": "X.....x..xX.....", "snare": "....X..o....X.o.", "ghost": ".......o.o......", "ride": "X.o.x.x.X.o.x.x."},
    "groove, open": {"kick": "X..x..x...X..x..", "snare": "....X.......X...", "ghost": "..o....o.x...o.o", "hat": "x.oxx.o.x.oxx.o.",
                     "open": "......x.......x."},
    "groove, fill": {"kick": "X..x..x.x.......", "snare": "....X..o..xoxxxX", "tom": "........x.x.x.xX", "ride": "x.x.x.x."},
    "big": {"kick": "X..x..X...x..xo.", "snare": "....X..o....X..o", "ghost": ".o.o...o.xo..o.o", "ride": "X.x.X.x.X.x.X.x.", "crash": "X..............."},
    "big, other": {"kick": "X.....X..xX..x..", "snare": "....X..o.o..X.o.", "ghost": ".o...o...x.o...o", "ride": "X.x.X.x.X.x.X.x."},
    "three": {"kick": "X.....X.....X...", "snare": "X.....X.....X...", "crash": "o.....o.....x...", "hat": "..o.o...o.o...o."},
    "last": {"kick": "X...............", "crash": "X..............."},
    "silence": {},
}  # fmt: skip
_PLAN = {
    (0, "corridor"): ("silence", "silence", "walk", "brushes"),
    (0, "theme"): ("brushes", "brushes", "brushes", "brushes, more", "brushes, more", "brushes", "brushes, more",
                   "brushes, fill"),
    (0, "roof"): ("ride", "ride, talk", "ride", "ride, talk", "ride", "ride, talk", "ride, talk", "ride, fill"),
    (0, "stopped"): ("stop", "silence", "silence", "silence"),
    (0, "stage"): ("stage", "stage, talk", "stage", "stage, talk", "stage, talk", "stage", "stage, talk", "stage, fill"),
    (0, "light"): ("light", "light, more", "light, most", "light, rest"),
    (1, "circle"): ("silence", "silence", "low", "low, more", "hush", "hush, more", "low", "pulse"),
    (1, "argument"): ("hush", "break", "hush, more", "step", "hush, more", "break, other", "rush", "hit"),
    (1, "quiet"): ("silence", "silence", "silence", "silence", "silence", "pulse", "pulse", "rise"),
    (1, "together"): ("groove", "groove, other", "groove", "groove, fill", "groove, open", "groove, other",
                      "groove, open", "groove, fill"),
    (1, "finale"): ("big", "groove, open", "big, other", "groove, fill", "big", "groove, fill", "three", "last"),
}  # fmt: skip
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
    figures = _STRAIGHT if song else _SWUNG
    for where in bars(song):
        loud = _SECTION_LOUD.get(where.section, 1.0)
        for name, pattern in figures[_PLAN[song, where.section][where.index]].items():
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
    count = round(seconds * RATE)
    swell = (
        stroke("crash", 2)[:count][::-1] * np.linspace(0, 1, min(count, len(stroke("crash", 2))))[:, None].T[0] ** 1.5
    )
    hands = Hands(seed=bar, late_ms=0, loose_ms=0)
    desk.lay("kit", swell, hands.sample(song, bar) - len(swell), 0.55, 0.2)
