"""The roof at dusk: a great sky over a small town, and somebody who dances where nobody looks."""

from __future__ import annotations

import numpy as np
from drawing.easing import smooth
from drawing.lamps import add, finish, glow
from drawing.rounds import Lamp
from drawing.space import Camera, vec

from backstage import roof
from backstage.shots.base import Contact, Pixels, Shot, cast, contacts_of, dressed, figure, puffs
from backstage.skeleton import bones
from backstage.tapping import DANCE, TALL, Manner, Tapper, plan

SUNLIGHT = (1.0, 0.60, 0.28)


def setting(
    camera: Camera, horizon: float, sun: tuple[float, float], drift: float, zoom: float,
    light: roof.Light = roof.DUSK, high: float = 1.5,
) -> np.ndarray:  # fmt: skip
    """Sky, land, deck and fence."""
    picture = roof.sky(light, round(horizon), *sun).copy()
    roof.over(picture, roof.land(light, horizon, drift, zoom))
    deck, there = roof.deck(camera, light, sun[0])
    picture = picture * (1 - there[..., None]) + deck * there[..., None]
    roof.over(picture, roof.fence(camera, high=high, mesh=high > 1))
    return picture


class RoofWide(Shot):
    """Extremely wide: a small figure at the left third, before hills and a sky that burns."""

    name, song, bar, bars, place = "roof wide", 0, 12, 4, "roof"

    def __init__(self) -> None:
        def path(frame: float) -> tuple[float, float]:
            return -2.75 + 1.5 * smooth(frame, 0, self.frames) + 0.1 * float(np.sin(frame / 19)), 1.6

        def facing(frame: float) -> float:
            return 62 + 24 * float(np.sin(frame / 40))

        self.strikes = plan(self.beats(), path, facing, seed=21, width=0.13, reach=0.3)
        self.dancer = Tapper(self.strikes, path, facing, self.frames, Manner(arms=TALL, lean=3, bend=2, nod=-4))

    def camera(self, frame: int) -> Camera:
        move = smooth(frame, -60, self.frames + 60)
        return Camera(-0.5 + 1.0 * move, 0.62, -9.6, focal=1180, shift=190)

    def contacts(self) -> list[Contact]:
        return contacts_of(self.strikes, self.frames)

    def paint(self, frame: int) -> Pixels:
        camera, pose = self.camera(frame), self.dancer.pose(frame)
        picture = setting(camera, 552, (905, 470), 120 + 60 * camera.x, 0.92, high=0.5)
        parts = dressed(bones(pose), "dancer", self.dancer.drag(frame))
        shade = cast(parts, camera, (22.0, 3.6, 26.0), 1)
        picture *= 1 - 0.6 * shade[..., None]
        lamps = [Lamp(vec(0.75, 0.16, 0.75), (2.6, 1.5, 0.7), 0.0), Lamp(vec(-0.6, 0.6, 0.2), (0.16, 0.13, 0.26), 0.1)]
        figure(picture, parts, camera, "dancer", lamps, (0.05, 0.035, 0.06))
        puffs(picture, camera, self.contacts(), frame, (1.0, 0.62, 0.36), 1.0)
        add(picture, glow(905, 470, 420, 240), (0.16, 0.085, 0.03))
        return finish(picture)


class RoofMedium(Shot):
    """Nearer and lower: the whole of him against the sun, which he crosses."""

    name, song, bar, bars, place, handle = "roof medium", 0, 16, 4, "roof", 0

    def __init__(self) -> None:
        def path(frame: float) -> tuple[float, float]:
            return 0.45 * float(np.sin(frame / 58 - 0.6)), 0.2

        def facing(frame: float) -> float:
            return 80 - 75 * smooth(frame, 70, 125) + 40 * smooth(frame, 150, 190)

        self.strikes = plan(self.beats(), path, facing, seed=33, width=0.13, reach=0.26)
        self.dancer = Tapper(self.strikes, path, facing, self.frames, Manner(arms=DANCE, lean=4, bend=4, nod=0), 3)

    def camera(self, frame: int) -> Camera:
        move = smooth(frame, -30, self.frames + 30)
        return Camera(0.5 - 0.8 * move, 0.62, -5.3 + 0.25 * move, focal=1330, shift=175)

    def contacts(self) -> list[Contact]:
        return contacts_of(self.strikes, self.frames)

    def paint(self, frame: int) -> Pixels:
        camera, pose = self.camera(frame), self.dancer.pose(frame)
        sun = (700.0, 408.0)
        picture = setting(camera, 520, sun, 300 + 140 * camera.x, 1.5)
        parts = dressed(bones(pose), "dancer", self.dancer.drag(frame))
        add(picture, glow(sun[0], sun[1], 330, 260), (0.15, 0.080, 0.027))
        shade = cast(parts, camera, (0.8 + 0.2 * camera.x, 4.2, 26.0), 2)
        picture *= 1 - 0.62 * shade[..., None]
        lamps = [
            Lamp(vec(0.25, 0.22, 1.0), (3.0, 1.7, 0.8), 0.0),
            Lamp(vec(-0.8, 0.5, 0.5), (0.55, 0.30, 0.34), 0.0),
            Lamp(vec(0.0, 0.7, -0.7), (0.03, 0.028, 0.055), 0.3),
        ]
        figure(picture, parts, camera, "dancer", lamps, (0.020, 0.015, 0.028))
        puffs(picture, camera, self.contacts(), frame, (1.0, 0.62, 0.36), 0.9)
        add(picture, glow(sun[0], sun[1], 300, 230), (0.05, 0.025, 0.008))
        return finish(picture)
