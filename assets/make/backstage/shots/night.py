"""The night of the stage: from the wings, the spotlight, the giant shadow; and the title before them."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from drawing.easing import ease_out, smooth
from drawing.lamps import Floats, add, finish, glow, motes, step
from drawing.rounds import Lamp
from drawing.space import HEIGHT, WIDTH, Camera, vec

from backstage import stage
from backstage.shots.base import Contact, Pixels, Shot, cast, contacts_of, dressed, figure, puffs, reflection
from backstage.skeleton import bones
from backstage.stage import GHOST, WARM, Spot
from backstage.tapping import TALL, Manner, Tapper, plan


@lru_cache(maxsize=6)
def _velvet(edge: float, side: int, lean: float) -> tuple[Floats, Floats]:
    columns = np.arange(WIDTH, dtype=np.float32)[None, :]
    rows = np.arange(HEIGHT, dtype=np.float32)[:, None]
    border = edge + lean * (rows / HEIGHT - 0.5) + 5 * np.sin(rows / 71 + side)
    there = step(side * (columns - border), 2.0, -2.0)
    folds = 0.5 + 0.5 * np.sin((columns - border) / 19 + 0.8 * np.sin((columns - border) / 47 + rows / 420))
    near = np.exp(-np.abs(columns - border) / 26)
    return there[..., None], (folds**3 * 0.018 + near * 0.10 * folds)[..., None]


def curtain(picture: Floats, edge: float, side: int, lean: float = 0.0, tone: float = 1.0) -> None:
    """A black velvet wing from a picture's side to `edge`, its folds caught by what light there is."""
    there, light = _velvet(edge, side, lean)
    area = slice(0, int(edge) + 40) if side > 0 else slice(max(0, int(edge) - 40), WIDTH)
    under = picture[:, area]
    under *= 1 - there[:, area]
    under += there[:, area] * (light[:, area] * np.array((tone, 0.34 * tone, 0.30 * tone), np.float32) + 0.0025)


class Wings(Shot):
    """From the dark of the wings: a bare bulb on a stand, and somebody who walks out to it."""

    name, song, bar, bars, place = "wings", 0, 24, 4, "stage"

    def __init__(self) -> None:
        def path(frame: float) -> tuple[float, float]:
            return -2.5 + 2.45 * smooth(frame, -40, 150), 0.7 - 0.2 * smooth(frame, 0, 150)

        def facing(frame: float) -> float:
            return 96 - 30 * smooth(frame, 110, 180)

        self.strikes = plan(self.beats(), path, facing, seed=4, width=0.1, reach=0.24)
        self.dancer = Tapper(
            self.strikes, path, facing, self.frames, Manner(arms=("low", "left on", "low", "right on", "open"))
        )

    def camera(self, frame: int) -> Camera:
        return Camera(-0.6, 1.12, -6.3, focal=1470, shift=52)

    def contacts(self) -> list[Contact]:
        return contacts_of(self.strikes, self.frames)

    def paint(self, frame: int) -> Pixels:
        camera, pose = self.camera(frame), self.dancer.pose(frame)
        bulb = (0.95, 1.62, 1.5)
        parts = dressed(bones(pose), "dancer", self.dancer.drag(frame))
        shade = cast(parts, camera, bulb, 3)
        spots = [Spot(0.95, 1.5, 3.4, GHOST, 0.5), Spot(0.95, 1.5, 1.1, GHOST, 0.38)]
        picture = stage.empty(
            camera, spots, shades=[0.85 * shade] * 2, ambient=(0.004, 0.006, 0.012), wash=(0.11, 0.10, 0.075)
        )
        x, y = camera.pixel(*bulb)
        layer = glow(x, y, 420, 420)
        add(picture, layer, (0.10, 0.092, 0.062))
        _stand(picture, camera, bulb)
        to = vec(bulb[0] - pose.x, bulb[1] - pose.y, bulb[2] - pose.z)
        near = 1.9 / max(0.7, float(np.sqrt(to @ to)))
        lamps = [Lamp(to, (2.2 * near, 2.0 * near, 1.45 * near), 0.0), Lamp(vec(-0.6, 0.8, 0.5), (0.16, 0.22, 0.36))]
        reflection(picture, parts, camera, "dancer", lamps, 0.22, None, 2)
        figure(picture, parts, camera, "dancer", lamps, (0.008, 0.010, 0.016))
        puffs(picture, camera, self.contacts(), frame, (0.9, 0.82, 0.6), 0.8)
        motes(picture, frame, layer, (0.4, 0.37, 0.26), 70)
        curtain(picture, 280, 1, 26, 0.7)
        curtain(picture, 1216, -1, -18, 1.2)
        return finish(picture, exposure=1.25)


def _stand(picture: Floats, camera: Camera, bulb: tuple[float, float, float]) -> None:
    x, y = camera.pixel(*bulb)
    _, low = camera.pixel(bulb[0], 0, bulb[2])
    left = int(x)
    picture[int(y) + 8 : int(low), left - 1 : left + 2] = (0.03, 0.028, 0.022)
    picture[int(low) - 3 : int(low) + 1, left - 26 : left + 27] = (0.045, 0.04, 0.03)
    add(picture, glow(x, y, 15, 15), (1.6, 1.5, 1.15))
    add(picture, glow(x, y, 60, 60), (0.32, 0.29, 0.2))


class Spotlight(Shot):
    """Wide, from the last row: darkness, then the lamp opens on him."""

    name, song, bar, bars, place = "spotlight", 0, 28, 4, "stage"

    def __init__(self) -> None:
        def path(frame: float) -> tuple[float, float]:
            return 0.35 * float(np.sin(frame / 46)), 0.1 * float(np.sin(frame / 31))

        def facing(frame: float) -> float:
            return 38 * float(np.sin(frame / 44)) + 12

        self.strikes = plan(self.beats(), path, facing, seed=14, width=0.14, reach=0.28)
        self.dancer = Tapper(self.strikes, path, facing, self.frames, Manner(arms=TALL, lean=3, bend=3, nod=0), 2)
        self._path = path

    def camera(self, frame: int) -> Camera:
        return Camera(0.0, 1.05, -8.6 + 2.1 * smooth(frame, 10, self.frames + 50), focal=1500, shift=96)

    def contacts(self) -> list[Contact]:
        return [contact for contact in contacts_of(self.strikes, self.frames) if contact.frame > 4]

    def paint(self, frame: int) -> Pixels:
        camera, pose = self.camera(frame), self.dancer.pose(frame)
        opened = ease_out(frame / 26, 3)
        spot = Spot(
            self._path(frame)[0] * 0.8, 0.0, 0.35 + 1.15 * opened, WARM, 0.25 + 0.95 * opened, (1.3, 7.2, 2.6), 0.36
        )
        parts = dressed(bones(pose), "dancer", self.dancer.drag(frame))
        shade = cast(parts, camera, spot.lamp, 3)
        picture = stage.empty(camera, [spot], shades=[0.9 * shade], wash=(0.016, 0.018, 0.034))
        layer = stage.beams(picture, camera, [spot])[0]
        lamps = [Lamp(vec(0.30, 1.0, 0.62), (3.6, 2.6, 1.45)), Lamp(vec(-0.9, 0.3, 0.55), (0.45, 0.55, 0.95)),
                 Lamp(vec(0.9, 0.15, 0.4), (0.9, 0.62, 0.36))]  # fmt: skip
        lamps = [Lamp(lamp.towards, tuple(c * (0.4 + 0.6 * opened) for c in lamp.colour)) for lamp in lamps]
        reflection(picture, parts, camera, "dancer", lamps, 0.20, None, 2)
        figure(picture, parts, camera, "dancer", lamps, (0.014, 0.014, 0.02))
        puffs(picture, camera, self.contacts(), frame, (1.0, 0.8, 0.5), 1.0)
        motes(picture, frame, layer * spot.level, (0.5, 0.4, 0.25), 80)
        return finish(picture, exposure=1.25)


class GiantShadow(Shot):
    """A lamp on the floor before him: his shadow fills the wall, and he is small beneath it."""

    name, song, bar, bars, place = "giant shadow", 0, 32, 4, "stage"

    def __init__(self) -> None:
        def path(frame: float) -> tuple[float, float]:
            return 0.75 + 0.25 * float(np.sin(frame / 37)), 1.2

        def facing(frame: float) -> float:
            return 150 - 70 * smooth(frame, 60, 120)

        self.strikes = plan(self.beats(), path, facing, seed=19, width=0.14, reach=0.24)
        self.dancer = Tapper(self.strikes, path, facing, self.frames, Manner(arms=TALL, lean=2, bend=0, nod=-6), 1)

    def camera(self, frame: int) -> Camera:
        return Camera(-0.08, 1.05, -5.85, focal=1180, shift=128)

    def contacts(self) -> list[Contact]:
        return contacts_of(self.strikes, self.frames)

    def paint(self, frame: int) -> Pixels:
        camera, pose = self.camera(frame), self.dancer.pose(frame)
        lamp = (1.75, 0.26, -1.0)
        parts = dressed(bones(pose), "dancer", self.dancer.drag(frame))
        wall = cast(parts, camera, lamp, 5, axis=2, level=stage.BACK)
        ground = cast(parts, camera, lamp, 3)
        tone = np.array(WARM, np.float32)
        picture = np.zeros((camera.height, camera.width, 3), np.float32)

        def high(x: Floats, y: Floats, rows: slice) -> Floats:
            light = step(np.hypot(x + 0.6, (y - 1.9) * 1.05), 4.4, 1.4) * 0.80 * (1 - 0.93 * wall[rows])
            return light[..., None] * tone + 0.012

        def low(x: Floats, z: Floats, rows: slice) -> Floats:
            spread = np.exp(-0.26 * np.hypot(x - 0.6, z - 1.6)) * step(z, -1.6, 0.4) * (1 - 0.9 * ground[rows])
            return spread[..., None] * tone * 0.75 + 0.008

        stage.bricks(picture, camera, high)
        stage.boards(picture, camera, low)
        lamps = [Lamp(vec(0.9, 0.1, -0.75), (0.55, 0.38, 0.2), 0.0), Lamp(vec(-0.4, 0.3, 1.0), (0.5, 0.34, 0.19), 0.0),
                 Lamp(vec(1.0, 0.0, 0.1), (1.3, 0.9, 0.48), 0.0)]  # fmt: skip
        reflection(picture, parts, camera, "dancer", lamps, 0.2, None, 2)
        figure(picture, parts, camera, "dancer", lamps, (0.010, 0.008, 0.008))
        puffs(picture, camera, self.contacts(), frame, tuple(tone), 0.8)
        curtain(picture, 90, 1, 20, 0.6)
        return finish(picture.astype(np.float32), exposure=1.2)
