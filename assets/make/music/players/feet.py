"""The shoes, in front of everything and on their samples exactly; in the corridor its far wall answers them."""

from __future__ import annotations

import score

from music.desk import Desk, place
from music.players.hands import bars
from music.tones import band, filtered
from music.voices import tap

_PAN = {score.DANCER: (-0.28, 0.20), score.BREAKER: (0.10, 0.38)}
_CORRIDOR = ("corridor", "stopped")
_ECHOES = ((0.142, 1.0, 0.6), (0.285, 0.45, -0.6))
"""What comes back along a corridor: seconds later, how loud, from which side."""


def play(desk: Desk, song: int) -> None:
    """Lay all taps of a song."""
    section_of = [where.section for where in bars(song)]
    for number, strike in enumerate(score.taps(song)):
        sound = tap(strike.level, strike.foot, 1000 * song + number, strike.who)
        start = place(song, 0) + strike.sample
        desk.lay(strike.who, sound, start, 1.0, _PAN[strike.who][strike.foot])
        if section_of[strike.frame // score.BAR_FRAMES] in _CORRIDOR:
            dull = filtered(sound, band(160, 2400, 1))
            for later_s, gain, pan in _ECHOES:
                desk.lay("echo", dull, start + round(later_s * score.RATE), gain, pan)
