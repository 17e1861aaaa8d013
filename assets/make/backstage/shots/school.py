"""Morning: the corridor from far, the shoes on linoleum, along the lockers."""

from __future__ import annotations

import numpy as np
from drawing.easing import smooth
from drawing.lamps import add, blurred, finish, glow, mask, motes, step
from drawing.rounds import Lamp
from drawing.space import Camera, vec

from backstage import corridor
from backstage.shots.base import Contact, Pixels, Shot, cast, contacts_of, dressed, figure, puffs, reflection
from backstage.skeleton import bones
from backstage.stage import line
from backstage.tapping import WALK, Manner, Tapper, plan

STEP_M = 0.66
"""A stride."""
SUN_LAMP = Lamp(-corridor.SUN * np.array((1, 1, 1)) + vec(0, 0, 0), (1.5, 1.42, 1.35), 0.05)


def sun_on(pose_x: float, z: float) -> float:
    """How much of the sun somebody at a place stands in."""
    points = np.array([[pose_x, y, z] for y in (0.5, 0.8, 1.1, 1.4)], np.float32)
    return float(corridor.sunlit(points, 0.05).mean())


class CorridorFar(Shot):
    """One point perspective at dawn; he comes towards us out of the far light, step by step."""

    name, song, bar, bars, place = "corridor far", 0, 0, 4, "corridor"

    def __init__(self) -> None:
        def path(frame: float) -> tuple[float, float]:
            return 0.12, 17.5 - STEP_M * frame / 12

        self._path = path
        self.strikes = plan(self.beats(), path, lambda _: 0.0, walk=STEP_M)
        self.dancer = Tapper(self.strikes, path, lambda _: 0.0, self.frames, Manner(0.915, 3, 4, 1, 0.2, WALK, nod=9))

    def camera(self, frame: int) -> Camera:
        return Camera(0.30, 1.02, -1.6, focal=1420, shift=-14)

    def contacts(self) -> list[Contact]:
        return contacts_of(self.strikes, self.frames)

    def paint(self, frame: int) -> Pixels:
        camera, pose = self.camera(frame), self.dancer.pose(frame)
        picture, ground = corridor.view(camera)
        picture = picture.copy()
        shafts(picture, camera, 0.055)
        body = bones(pose)
        parts = dressed(body, "dancer", self.dancer.drag(frame))
        lit = sun_on(pose.x, pose.z)
        lamps = [
            Lamp(vec(-1.0, 0.42, -0.25), (0.15 + 1.7 * lit, 0.16 + 1.6 * lit, 0.2 + 1.5 * lit), 0.1),
            Lamp(vec(0.1, 0.5, 1.0), (0.30, 0.42, 0.62), 0.0),
        ]
        shade = cast(parts, camera, tuple(np.array((pose.x, 0.8, pose.z)) - corridor.SUN * 40), 1)
        picture *= 1 - 0.62 * lit * (shade * ground)[..., None]
        reflection(picture, parts, camera, "dancer", lamps, 0.55, ground.astype(np.float32), 1)
        figure(picture, parts, camera, "dancer", lamps, (0.035, 0.05, 0.075))
        puffs(picture, camera, self.contacts(), frame, (0.7, 0.8, 0.9), 1.2)
        return finish(picture, exposure=1.12)


def shafts(picture: np.ndarray, camera: Camera, strength: float) -> None:
    """The air between the windows and their patches of light, at a few bays."""
    for bay in range(9):
        window, fallen = corridor.shaft_corners(bay)
        every = np.concatenate((window, fallen))
        if camera.local(every)[:, 2].min() < 0.4:
            continue
        seen = camera.seen(every)[0]
        sides = [[0, 1, 5, 4], [1, 2, 6, 5], [2, 3, 7, 6], [3, 0, 4, 7]]
        layer = mask(camera, [seen[side] for side in sides], 2)
        add(picture, blurred(layer, 9) * strength, (0.75, 0.86, 1.0))


class Shoes(Shot):
    """Close to the linoleum: two shoes, their plates, and both again in the floor."""

    name, song, bar, bars, place = "shoes", 0, 4, 4, "corridor"

    def __init__(self) -> None:
        def path(frame: float) -> tuple[float, float]:
            return 0.06 * float(np.sin(frame / 31)), 0.0

        self.strikes = plan(self.beats(), path, lambda _: 78.0, seed=8, width=0.105, reach=0.20)
        self.dancer = Tapper(self.strikes, path, lambda _: 78.0, self.frames)

    def camera(self, frame: int) -> Camera:
        slide = smooth(frame, -30, self.frames + 30)
        return Camera(-0.20 + 0.30 * slide, 0.17, -1.75, pan=0, focal=1650, shift=-40)

    def contacts(self) -> list[Contact]:
        return contacts_of(self.strikes, self.frames)

    def paint(self, frame: int) -> Pixels:
        camera, pose = self.camera(frame), self.dancer.pose(frame)
        picture = _low_floor(camera)
        parts = dressed(bones(pose), "dancer", self.dancer.drag(frame))
        lamps = [
            Lamp(vec(-0.55, 0.45, 0.75), (1.9, 1.8, 1.75), 0.0),
            Lamp(vec(0.9, 0.25, 0.45), (0.35, 0.5, 0.85), 0.0),
            Lamp(vec(-0.2, 0.7, -0.8), (0.14, 0.17, 0.24), 0.2),
        ]
        shade = cast(parts, camera, (-6.5, 5.2, 7.5), 3)
        picture *= 1 - 0.66 * shade[..., None]
        reflection(picture, parts, camera, "dancer", lamps, 0.62, None, 2)
        figure(picture, parts, camera, "dancer", lamps, (0.03, 0.04, 0.06))
        puffs(picture, camera, self.contacts(), frame, (0.75, 0.85, 0.95), 0.9)
        return finish(picture, exposure=1.1)


def _low_floor(camera: Camera) -> np.ndarray:
    """The corridor's floor from a hand above it, out of focus behind: window light in stripes, polish, tiles."""
    points, ahead = camera.on_plane(1, 0.0)
    x, z = points[..., 0], points[..., 2]
    ground = (ahead & (z < 60)).astype(np.float32)
    away = np.maximum(0.3, z - camera.z)
    pixel = away / camera.focal
    blur = 0.02 + 0.05 * np.abs(z)
    bands = np.zeros_like(x)
    for middle in (-2.6, 0.15, 2.9, 5.6, 8.4):
        far = np.abs(x * 0.35 + z - middle)
        bands += np.clip((0.95 - far) / (blur + pixel) + 0.5, 0, 1)
        bands -= 0.85 * np.clip((0.05 - far) / (blur * 0.6 + pixel) + 0.5, 0, 1)
    tiles = np.maximum(line(x + 0.1, 0.45, 0.004, pixel), line(z, 0.45, 0.004, pixel * away / 0.17 * 0.35))
    flat = 0.17 / away
    air = np.array((0.050, 0.075, 0.115), np.float32)
    tone = (0.50 * (1 - 0.35 * tiles))[..., None] * (
        air * 1.2 + bands[..., None] * np.array((0.60, 0.62, 0.66), np.float32)
    )
    polish = (0.10 + 0.45 * np.clip(1 - 4 * flat, 0, 1) ** 2)[..., None]
    columns = np.arange(-40, camera.width + 40, dtype=np.float32)
    windows = 0.5 + 0.5 * np.sin((columns / camera.width * 6.5 + 0.4 * camera.x) * 6.28)
    soft = np.convolve(step(windows, 0.35, 0.65), np.hanning(61) / 30, "same")[40:-40].astype(np.float32)
    rows = np.arange(camera.height, dtype=np.float32)
    horizon = camera.centre[1]
    down = step(rows, horizon + 16, horizon - 150)
    bright = np.array((0.36, 0.42, 0.5), np.float32)
    wall = air * 0.9 + (down[:, None] * soft[None, :])[..., None] * bright
    low = np.flatnonzero(ground.any(axis=1))[0]
    mirrored = down[np.clip(2 * horizon - rows[low:], 0, camera.height - 1).astype(int)]
    polished = air * 0.9 + (mirrored[:, None] * soft[None, :])[..., None] * bright
    there = ground[low:, :, None]
    wall[low:] = wall[low:] * (1 - there) + there * (tone[low:] * (1 - 0.5 * polish[low:]) + polished * polish[low:])
    return wall.astype(np.float32)


class Lockers(Shot):
    """From the yard: he passes behind the windows, in and out of the sun, along the lockers."""

    name, song, bar, bars, place, handle = "lockers", 0, 8, 4, "corridor", 36

    def __init__(self) -> None:
        def path(frame: float) -> tuple[float, float]:
            return 0.35, 12.5 - 0.92 * frame / 24

        self.strikes = plan(self.beats(), path, lambda _: 8.0, seed=5, width=0.09, reach=0.30)
        self.dancer = Tapper(self.strikes, path, lambda _: 8.0, self.frames, Manner(lean=6, bend=6))
        self._path = path

    def camera(self, frame: int) -> Camera:
        return Camera(
            -4.6, 1.06, self._path(frame)[1] - 0.25 + 0.5 * smooth(frame, 0, self.frames), pan=90, focal=1120, shift=-6
        )

    def contacts(self) -> list[Contact]:
        return [contact for contact in contacts_of(self.strikes, self.frames) if self._through_glass(contact)]

    def _through_glass(self, contact: Contact) -> bool:
        camera = self.camera(contact.frame)
        share = (-corridor.HALF - camera.x) / (contact.x - camera.x)
        z = camera.z + (contact.z - camera.z) * share + np.linspace(-0.13, 0.13, 9)
        return bool(corridor.panes(np.full(9, camera.y * (1 - share)), z, np.full(9, 0.004)).min() > 0.9)

    def paint(self, frame: int) -> Pixels:
        camera, pose = self.camera(frame), self.dancer.pose(frame)
        picture, wall = corridor.outside(camera)
        picture = picture.copy()
        parts = dressed(bones(pose), "dancer", self.dancer.drag(frame))
        lit = sun_on(pose.x, pose.z)
        sun = tuple(np.array((pose.x, 0.8, pose.z)) - corridor.SUN * 40)
        shade = np.maximum(cast(parts, camera, sun, 1), cast(parts, camera, sun, 2, axis=0, level=corridor.HALF))
        picture *= 1 - 0.7 * shade[..., None] * (0.25 + 0.75 * lit)
        lamps = [
            Lamp(vec(-1.0, 0.45, -0.35), (0.16 + 1.0 * lit, 0.18 + 0.95 * lit, 0.24 + 0.9 * lit), 0.0),
            Lamp(vec(0.8, 0.3, 0.5), (0.30, 0.42, 0.62), 0.0),
            Lamp(vec(0.5, 0.3, -0.8), (0.25, 0.34, 0.5), 0.0),
        ]
        reflection(picture, parts, camera, "dancer", lamps, 0.4, None, 1)
        figure(picture, parts, camera, "dancer", lamps, (0.03, 0.045, 0.07))
        puffs(picture, camera, self.contacts(), frame, (0.7, 0.8, 0.95), 0.8)
        frames = np.array((0.010, 0.014, 0.022), np.float32)
        picture = picture * (1 - wall[..., None]) + wall[..., None] * frames
        sheen = glow(420, 200, 700, 500)
        add(picture, sheen * 0.035, (0.6, 0.75, 1.0))
        motes(picture, frame, sheen * 0.5, (0.25, 0.3, 0.36), 30)
        return finish(picture, exposure=1.15)
