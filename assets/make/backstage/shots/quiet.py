"""Moonlight: he sits by the lockers, ties a lace, and tries a step for nobody."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from drawing.easing import smooth
from drawing.lamps import Floats, add, blurred, finish, glow, motes
from drawing.rounds import Lamp
from drawing.space import Camera, vec
from score import DANCER

from backstage import corridor
from backstage.corridor import MOON
from backstage.shots.base import Contact, Pixels, Shot, cast, contacts_of, dressed, figure, puffs, reflection
from backstage.shots.school import shafts
from backstage.skeleton import Arm, Foot, Pose, bones
from backstage.stage import hashed, line
from backstage.tapping import Manner, Tapper, plan

MOONLIGHT = (0.62, 0.80, 1.20)


def sitting(heel: float, breath: float) -> Pose:
    """On the floor, back against the lockers, one knee up; `heel` lifts the near toe (degrees)."""
    return Pose(
        x=1.16, y=0.115, z=6.2, yaw=-84, pitch=-10, bend=26 + breath, nod=18 - breath, turn=10, knees=0.2,
        arms=(Arm(0.02, -0.16, 0.44), Arm(0.16, -0.40, 0.20)),
        feet=(Foot(0.62, 6.06, yaw=-84, pitch=0), Foot(0.34, 6.36, yaw=-80, pitch=-heel)),
    )  # fmt: skip


class Moon(Shot):
    """The corridor at night, nobody in it but him; on the bar a foot comes down."""

    name, song, bar, bars, place, handle = "moon", 1, 18, 2, "corridor", 36

    def camera(self, frame: int) -> Camera:
        return Camera(-0.45, 0.62, 2.05, pan=7, focal=1380, shift=36)

    def contacts(self) -> list[Contact]:
        foot = sitting(0, 0).feet[1]
        return [Contact(0, DANCER, foot.x - 0.12, foot.z)]

    def paint(self, frame: int) -> Pixels:
        camera = self.camera(frame)
        picture, ground = corridor.view(camera, MOON)
        picture = picture.copy()
        shafts(picture, camera, 0.030)
        toe = 22 * smooth(frame, -20, -2) * (frame < 0) if frame < 0 else 0.0
        body = bones(sitting(toe, 1.2 * float(np.sin(frame / 9))))
        parts = dressed(body, DANCER)
        shade = cast(parts, camera, tuple(np.array((1.1, 0.6, 6.2)) - corridor.SUN * 40), 2)
        picture *= 1 - 0.6 * (shade * ground)[..., None]
        lamps = [
            Lamp(vec(-1.0, 0.5, -0.3), tuple(1.5 * c for c in MOONLIGHT)),
            Lamp(vec(0.2, 0.4, 1.0), (0.10, 0.14, 0.24)),
        ]
        reflection(picture, parts, camera, DANCER, lamps, 0.45, ground.astype(np.float32), 1)
        figure(picture, parts, camera, DANCER, lamps, (0.012, 0.017, 0.03))
        return finish(picture, exposure=1.35)


class Lace(Shot):
    """Hands at a lace in a patch of moonlight; then the shoe tries what it knows."""

    name, song, bar, bars, place = "lace", 1, 20, 4, "corridor"

    def __init__(self) -> None:
        def path(_: float) -> tuple[float, float]:
            return 0.0, 0.0

        self.strikes = plan(self.beats(), path, lambda _: 82.0, seed=9, width=0.095, reach=0.12)
        self.dancer = Tapper(self.strikes, path, lambda _: 82.0, self.frames, Manner(arms=("low", "open")))

    def camera(self, frame: int) -> Camera:
        return Camera(0.09, 0.26, -1.69, focal=1560, shift=-30)

    def contacts(self) -> list[Contact]:
        return contacts_of(self.strikes, self.frames)

    def paint(self, frame: int) -> Pixels:
        camera, pose = self.camera(frame), self.dancer.pose(frame)
        picture = _moon_floor(camera).copy()
        parts = dressed(bones(pose), DANCER, self.dancer.drag(frame))
        lamps = [
            Lamp(vec(-0.6, 0.75, 0.55), tuple(1.9 * c for c in MOONLIGHT)),
            Lamp(vec(0.9, 0.3, 0.35), (0.10, 0.15, 0.28)),
            Lamp(vec(-0.1, 0.6, -0.8), (0.05, 0.065, 0.10), 0.2),
        ]
        shade = cast(parts, camera, (-4.2, 5.6, 3.4), 3)
        picture *= 1 - 0.80 * shade[..., None]
        reflection(picture, parts, camera, DANCER, lamps, 0.34, None, 2)
        figure(picture, parts, camera, DANCER, lamps, (0.010, 0.014, 0.024))
        puffs(picture, camera, self.contacts(), frame, MOONLIGHT, 0.8)
        layer = glow(330, 120, 520, 420)
        add(picture, layer, (0.016, 0.022, 0.036))
        motes(picture, frame, layer, (0.16, 0.2, 0.3), 40, 11)
        return finish(picture, exposure=1.2)


@lru_cache(maxsize=2)
def _moon_floor(camera: Camera) -> Floats:
    """Boards by night, the window's cross laid over them."""
    points, ahead = camera.on_plane(1, 0.0)
    x, z = points[..., 0], points[..., 2]
    away = np.maximum(0.3, z - camera.z)
    pixel = away / camera.focal
    u, v = x + 0.55 * z, z
    soft = 0.012 + 0.02 * np.abs(z)

    def within(value: Floats, low: float, high: float) -> Floats:
        return np.clip((value - low) / (soft + pixel) + 0.5, 0, 1) * np.clip(
            (high - value) / (soft + pixel) + 0.5, 0, 1
        )

    lit = within(u, -0.95, 0.95) * within(v, -0.62, 1.75)
    lit = lit * (1 - within(u, -0.035, 0.035)) * (1 - within(v, 0.52, 0.60))
    board = np.floor(z / 0.12)
    seams = line(z, 0.12, 0.004, pixel * away / camera.y * 0.4)
    tone = (0.62 + 0.2 * hashed(board, 1.0) + 0.03 * np.sin(x * 60 + board * 9)) * (1 - 0.55 * seams)
    wood = np.array((0.46, 0.42, 0.42), np.float32)
    light = lit[..., None] * np.array(MOONLIGHT, np.float32) * 0.72 + np.array((0.012, 0.018, 0.034), np.float32)
    floor = tone[..., None] * wood * light
    horizon = camera.centre[1]
    rows = np.arange(camera.height, dtype=np.float32)[:, None, None]
    wall = np.array((0.010, 0.014, 0.024), np.float32) * (1 + np.clip((horizon - rows) / 400, 0, 1))
    ground = (ahead & (z < 5.5)).astype(np.float32)[..., None]
    soften = blurred(ground[..., 0], 3)[..., None]
    return (np.where(ground > 0, floor, 0) * soften + wall * (1 - soften)).astype(np.float32)
