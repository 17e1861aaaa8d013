"""How long things are looked at, and the film that is cut."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from tests.support import clips

FILM = clips.Film()
BIG = clips.Film(rate=Fraction(24), frames=600, width=1920, height=1080, group=48, detail=True)


@dataclass(frozen=True)
class Setting:
    """The film that is cut, and how long each thing is looked at, in seconds; `short` is the form for tests.

    `memory` is in minutes.
    """

    zero: float
    blocked: float
    between_keys: float
    cpu: float
    film: clips.Film = FILM
    memory: int = 120
    short: bool = False


FULL = Setting(zero=12, blocked=18, between_keys=3.5, cpu=10)
SHORT = Setting(zero=3.2, blocked=9, between_keys=2.5, cpu=4, short=True)


def film(rate: Fraction, container: str) -> clips.Film:
    """The film at another rate or in another container, long enough for all that is cut from it."""
    codec = "libvpx" if container == "webm" else "libx264"
    return replace(FILM, rate=rate, frames=550 + int(5 * rate), container=container, codec=codec)
