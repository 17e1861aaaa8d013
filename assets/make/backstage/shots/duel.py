"""The circle and the argument: call and response, warm against cool."""

from __future__ import annotations

from drawing.space import Camera, blend
from score import BREAKER, DANCER

from backstage.shots.duo import Angle, Backlit, Duo


def between(first: Camera, second: Camera) -> Angle:
    """An angle that moves evenly from one camera to another."""
    return Angle(lambda share: blend(first, second, share))


def seen(first: Camera, second: Camera, *who: str, beams: bool = True) -> Angle:
    """An angle that moves, with whose feet or hands it shows meeting the floor; from above the air shows no beams."""
    return Angle(lambda share: blend(first, second, share), who, beams)


def still(camera: Camera, *who: str, nobody: bool = False) -> Angle:
    """An angle that stands, with whose feet or hands it shows (both, where nobody is named)."""
    return Angle(lambda _: camera, () if nobody else who or (DANCER, BREAKER))


TOP = seen(Camera(0, 7.4, 0.15, tilt=-90, roll=-7, focal=1480), Camera(0, 7.0, 0.15, tilt=-90, roll=5, focal=1480),
           DANCER, BREAKER, beams=False)  # fmt: skip
PROFILE = still(Camera(0.0, 0.95, -6.2, focal=1500, shift=90))
TWO = still(Camera(0.0, 0.70, -5.4, focal=1450, shift=120))
FRONT_LEFT = still(Camera(-0.2, 0.5, -2.6, pan=-15, focal=1000, shift=116), DANCER)
BOSS_LOW = still(Camera(0.85, 0.30, -4.0, pan=4.5, focal=1380, shift=165), BREAKER)
BOY_FEET = still(Camera(-1.24, 0.20, -1.85, focal=1560, shift=-30), DANCER)
BOSS_FLOOR = still(Camera(1.2, 0.16, -3.2, focal=1450, shift=130), BREAKER)
BOY_LOW = still(Camera(-1.28, 0.22, -3.4, focal=1300, shift=225), DANCER)


class CircleTop(Duo):
    """From straight above: two pools, two people, four shadows."""

    name, bar, bars = "circle from above", 0, 4
    cuts = ((0, TOP),)


class CircleProfile(Duo):
    """The same from the side: one asks, the other answers."""

    name, bar, bars = "circle", 4, 4
    cuts = ((0, PROFILE), (2, BOSS_LOW))


class ArgumentOne(Duo):
    """Each in his own bars, nearer and nearer."""

    name, bar, bars = "argument, first words", 8, 4
    cuts = ((0, TWO), (2, FRONT_LEFT), (3, BOSS_LOW))
    places = ((-0.95, 0.2), (1.0, 0.0))


class ArgumentTwo(Duo):
    """Feet, floor, feet, and a freeze."""

    name, bar, bars = "argument, last words", 12, 4
    cuts = ((0, BOY_LOW), (1, BOSS_FLOOR), (2, BOY_FEET), (3, PROFILE))


FRONT = between(Camera(0, 0.55, -6.2, focal=1300, shift=118), Camera(0, 0.55, -5.3, focal=1300, shift=122))
LOW_SIDE = still(Camera(-2.3, 0.24, -2.5, pan=25, focal=1120, shift=150))
FEET_BACK = still(Camera(-0.88, 0.19, -0.7, focal=1560, shift=-20), DANCER)
FACES = still(Camera(0.0, 1.42, -2.0, focal=1500, shift=-30), nobody=True)
ABOVE = seen(Camera(0, 7.0, 1.2, tilt=-90, roll=20, focal=1200), Camera(0, 6.4, 1.2, tilt=-90, roll=-6, focal=1200),
             DANCER, BREAKER, beams=False)  # fmt: skip
BOSS_BACK = still(Camera(0.82, 0.22, -2.5, focal=1420, shift=120), BREAKER)


class Together(Backlit):
    """Side by side before one light."""

    name, bar, bars = "together", 24, 8
    cuts = ((0, FRONT), (4, LOW_SIDE))


class Finale(Backlit):
    """Feet, floor, above, all of it, faces, feet."""

    name, bar, bars = "finale", 32, 6
    cuts = ((0, FEET_BACK), (1, BOSS_BACK), (2, ABOVE), (3, FRONT), (4, FACES), (4.5, BOSS_BACK), (5, FEET_BACK))
