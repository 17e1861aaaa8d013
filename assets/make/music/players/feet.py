"""The shoes, in front of everything and on their samples exactly."""

from __future__ import annotations

import score

from music.desk import Desk, place
from music.voices import tap

_PAN = {score.DANCER: (-0.28, 0.20), score.BREAKER: (0.10, 0.38)}


def play(desk: Desk, song: int) -> None:
    """Lay all taps of a song."""
    for number, strike in enumerate(score.taps(song)):
        sound = tap(strike.level, strike.foot, 1000 * song + number, strike.who)
        desk.lay(strike.who, sound, place(song, 0) + strike.sample, 1.0, _PAN[strike.who][strike.foot])
