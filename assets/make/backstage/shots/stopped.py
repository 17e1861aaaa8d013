"""Stopped: the breaker's shoes step into the way."""

from __future__ import annotations

import numpy as np
from drawing.easing import smooth
from drawing.lamps import finish
from drawing.rounds import Lamp
from drawing.space import Camera, vec
from score import BREAKER

from backstage import corridor
from backstage.shots.base import Contact, Pixels, Shot, cast, contacts_of, dressed, figure, puffs, reflection
from backstage.skeleton import bones
from backstage.tapping import QUIET, Manner, Tapper, plan


class Stopped(Shot):
    """From the floor: big shoes come in from the left and stand; far behind, the dancer stops in their shadow."""

    name, song, bar, bars, place = "stopped", 0, 20, 2, "corridor"

    def __init__(self) -> None:
        def way(frame: float) -> tuple[float, float]:
            return -0.95 + 0.62 * smooth(frame, 34, 86), 1.55

        def still(frame: float) -> tuple[float, float]:
            return 0.36, 4.5

        self.steps = plan(self.beats(BREAKER), way, lambda _: 158.0, walk=0.16, seed=2)
        self.breaker = Tapper(self.steps, way, lambda _: 158.0, self.frames, Manner(0.89, 2, 8, 0.6, 0.5, ("hang",)))
        self.strikes = plan(self.beats(), still, lambda _: 0.0, seed=3, reach=0.1)
        self.dancer = Tapper(self.strikes, still, lambda _: 0.0, self.frames, Manner(0.925, 2, 4, 1, 0.2, QUIET))

    def camera(self, frame: int) -> Camera:
        return Camera(-0.03, 0.20, 0.05, tilt=8.0, focal=1060, shift=40)

    def contacts(self) -> list[Contact]:
        mine = contacts_of(self.steps, self.frames, BREAKER)
        return mine + [contact for contact in contacts_of(self.strikes, self.frames) if contact.frame > 0]

    def paint(self, frame: int) -> Pixels:
        camera = self.camera(frame)
        picture, ground = corridor.view(camera)
        picture = picture.copy()
        one, other = self.dancer.pose(frame), self.breaker.pose(frame)
        boy, boss = dressed(bones(one), "dancer"), dressed(bones(other), "breaker", self.breaker.drag(frame))
        low_sun = (-3.2, 2.1, -2.6)
        shade = np.maximum(cast(boss, camera, low_sun, 3), 0.8 * cast(boy, camera, (-7.0, 3.4, 2.5), 1))
        picture *= 1 - 0.72 * (shade * ground)[..., None]
        fallen = smooth(frame, 50, 88)
        lamps = [
            Lamp(vec(-1.0, 0.45, 0.1), tuple(c * (1 - 0.75 * fallen) for c in (1.0, 0.95, 0.9)), 0.0),
            Lamp(vec(0.2, 0.4, 1.0), (0.5, 0.68, 0.95), 0.0),
        ]
        reflection(picture, boy, camera, "dancer", lamps, 0.35, ground.astype(np.float32), 1)
        figure(picture, boy, camera, "dancer", lamps, (0.03, 0.042, 0.065))
        near = [
            Lamp(vec(-0.9, 0.35, 0.75), (1.5, 1.55, 1.7), 0.0),
            Lamp(vec(0.7, 0.3, 0.9), (0.55, 0.75, 1.15), 0.0),
        ]
        reflection(picture, boss, camera, BREAKER, near, 0.5, ground.astype(np.float32), 3)
        figure(picture, boss, camera, BREAKER, near, (0.018, 0.025, 0.042))
        puffs(picture, camera, self.contacts(), frame, (0.75, 0.85, 1.0), 0.9)
        return finish(picture, exposure=1.12)
