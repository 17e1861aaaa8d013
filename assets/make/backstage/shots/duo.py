"""The two on the stage: one world for a stretch of bars, seen from several angles that cut on bars."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from drawing.easing import smooth
from drawing.lamps import Floats, add, finish, glow, motes
from drawing.rounds import Lamp, Round
from drawing.space import Camera, vec
from score import BAR_FRAMES, BREAKER, DANCER, SONGS

from backstage import breaking, stage
from backstage.breaking import Breaker, Key
from backstage.shots.base import (
    Contact,
    Pixels,
    Shot,
    cast,
    contacts_of,
    dressed,
    figure,
    puffs,
    reflection,
)
from backstage.skeleton import bones
from backstage.stage import COOL, WARM, Spot
from backstage.tapping import DANCE, Manner, Tapper, plan

FLOOR_BARS, FREEZE_BARS = "X..X..X...X.X...", "X..............."


def kind_of(song: int, bar: int) -> str:
    """What the breaker does in a bar: rocks on his feet, works on the floor, or freezes."""
    bars = [pattern for section in SONGS[song] for pattern in section.breaker]
    pattern = bars[min(len(bars) - 1, max(0, bar))]
    return {FLOOR_BARS: "floor", FREEZE_BARS: "freeze"}.get(pattern, "rock")


def key_contact(key: Key) -> Contact:
    """Where a key's limb meets the floor."""
    what, side = key.limb
    if what == "hand":
        arm = key.pose.arms[side]
        return Contact(key.frame, BREAKER, arm.out, arm.forward, 0.0, key.level)
    foot = key.pose.feet[side]
    turn = np.radians(foot.yaw)
    return Contact(
        key.frame, BREAKER, foot.x + 0.1 * float(np.sin(turn)), foot.z - 0.1 * float(np.cos(turn)), 0.0, key.level
    )


@dataclass(frozen=True)
class Angle:
    """From where a bar is seen: the camera for a share (0 to 1) of its time, and whose feet are in the picture."""

    camera: Callable[[float], Camera]
    sees: tuple[str, ...] = (DANCER, BREAKER)
    beams: bool = True


class Duo(Shot):
    """Both of them, warm and cool, in pools of their own; `cuts` are bars (from the shot's first) and angles."""

    song = 1
    cuts: tuple[tuple[float, Angle], ...] = ()
    places = ((-1.2, 0.2), (1.25, 0.0))
    facing = (78.0, -90.0)
    spread = 0.12

    def __init__(self) -> None:
        x, z = self.places[0]
        turn = self.facing[0]

        def path(frame: float) -> tuple[float, float]:
            return x + self.spread * float(np.sin(frame / 41)), z + 0.4 * self.spread * float(np.sin(frame / 27))

        def facing(frame: float) -> float:
            return turn + 14 * float(np.sin(frame / 33))

        self.strikes = plan(self.beats(), path, facing, seed=40 + self.bar, width=0.13, reach=0.26)
        self.dancer = Tapper(
            self.strikes, path, facing, self.frames, Manner(arms=DANCE, lean=4, bend=4, nod=2), self.bar
        )
        keys = breaking.plan(self.beats(BREAKER), lambda frame: kind_of(1, self.bar + int(frame // BAR_FRAMES)))
        self.breaker = Breaker(keys, *self.places[1], self.facing[1])

    def angle(self, frame: int) -> tuple[Angle, float]:
        """The angle of a frame and the share of its time that is over."""
        number = max(n for n, (bar, _) in enumerate(self.cuts) if bar * BAR_FRAMES <= frame)
        start = self.cuts[number][0] * BAR_FRAMES
        end = self.cuts[number + 1][0] * BAR_FRAMES if number + 1 < len(self.cuts) else self.bars * BAR_FRAMES
        return self.cuts[number][1], (frame - start) / (end - start)

    def camera(self, frame: int) -> Camera:
        angle, share = self.angle(frame)
        return angle.camera(share)

    def contacts(self) -> list[Contact]:
        every = contacts_of(self.strikes, self.frames) + [
            key_contact(key) for key in self.breaker.keys if 0 <= key.frame < self.frames
        ]
        return [contact for contact in every if contact.who in self.angle(contact.frame)[0].sees]

    def turns(self, frame: int) -> tuple[float, float]:
        """How much light each of them has: whose turn it is, coming and going in a third of a second."""
        levels = []
        for who in (DANCER, BREAKER):
            near = [abs(beat - frame) for beat, _, _ in self.beats(who)]
            levels.append(0.30 + 0.70 * smooth(min(near, default=99), 34, 14))
        return levels[0], levels[1]

    def bodies(self, frame: int) -> tuple[list[Round], list[Round]]:
        """The parts of both."""
        one, other = self.dancer.pose(frame), self.breaker.pose(frame)
        return dressed(bones(one), DANCER, self.dancer.drag(frame)), dressed(
            bones(other), BREAKER, self.breaker.drag(frame)
        )

    def paint(self, frame: int) -> Pixels:
        angle, _ = self.angle(frame)
        camera = self.camera(frame)
        boy, boss = self.bodies(frame)
        warm, cool = self.turns(frame)
        (x0, z0), (x1, z1) = self.places
        spots = [
            Spot(x0, z0, 1.12, WARM, 1.05 * warm, (x0 - 1.7, 6.4, z0 + 1.9), 0.30),
            Spot(x1, z1, 1.12, COOL, 0.95 * cool, (x1 + 1.7, 6.4, z1 + 1.9), 0.26),
        ]
        top = angle.beams is False
        lamps = [(-4.6, 3.4, 1.2), (4.6, 3.4, -0.9)] if top else [spot.lamp for spot in spots]
        shades = [np.maximum(cast(boy, camera, lamp, 2), cast(boss, camera, lamp, 2)) for lamp in lamps]
        picture = stage.empty(camera, spots, shades=[0.9 * shade for shade in shades], wash=(0.010, 0.010, 0.018))
        layers = stage.beams(picture, camera, spots) if angle.beams else []
        self._people(picture, camera, frame, boy, boss, warm, cool, top)
        for layer, spot in zip(layers, spots, strict=False):
            motes(picture, frame, layer * spot.level, tuple(0.4 * c for c in spot.colour), 40, 5 + int(spot.x > 0))
        return finish(picture, exposure=1.22)

    def _people(
        self, picture: Floats, camera: Camera, frame: int, boy: list[Round], boss: list[Round], warm: float,
        cool: float, top: bool,
    ) -> None:  # fmt: skip
        def tinted(colour: tuple[float, float, float], level: float) -> tuple[float, float, float]:
            return colour[0] * level, colour[1] * level, colour[2] * level

        mine = [
            Lamp(vec(-0.5, 1.0, 0.55), tinted(WARM, 2.7 * warm)),
            Lamp(vec(-1.0, 0.2, 0.35), tinted(WARM, 0.9 * warm)),
            Lamp(vec(0.9, 0.35, 0.35), tinted(COOL, 0.9 * cool)),
        ]
        his = [
            Lamp(vec(0.5, 1.0, 0.55), tinted(COOL, 2.3 * cool)),
            Lamp(vec(1.0, 0.2, 0.35), tinted(COOL, 1.0 * cool)),
            Lamp(vec(-0.9, 0.35, 0.35), tinted(WARM, 0.9 * warm)),
        ]
        if not top:
            reflection(picture, boy, camera, DANCER, mine, 0.20, None, 2)
            reflection(picture, boss, camera, BREAKER, his, 0.20, None, 2)
        both = [(boy, DANCER, mine), (boss, BREAKER, his)]
        both.sort(key=lambda body: -float(camera.local(body[0][0].p0)[2]))
        for parts, who, lamps in both:
            figure(picture, parts, camera, who, lamps, (0.012, 0.012, 0.018))
        contacts = [contact for contact in self.contacts() if abs(contact.frame - frame) < 9]
        puffs(picture, camera, [c for c in contacts if c.who == DANCER], frame, WARM, 1.0)
        puffs(picture, camera, [c for c in contacts if c.who == BREAKER], frame, COOL, 1.1)


class Backlit(Duo):
    """Both before one great light from upstage: silhouettes, rims, and shadows that reach for the audience."""

    places = ((-0.85, 1.3), (0.85, 1.1))
    facing = (18.0, -28.0)
    light = (1.0, 0.80, 0.56)
    source = (0.0, 2.7, 5.0)

    def paint(self, frame: int) -> Pixels:
        angle, _ = self.angle(frame)
        camera = self.camera(frame)
        boy, boss = self.bodies(frame)
        level = 1.0
        shade = np.maximum(cast(boy, camera, self.source, 3), cast(boss, camera, self.source, 3))
        tone = np.array(self.light, np.float32)
        picture = np.zeros((camera.height, camera.width, 3), np.float32)

        def low(x: Floats, z: Floats, rows: slice) -> Floats:
            spread = np.exp(-0.16 * np.hypot(x * 0.8, z - 4.4)) * level
            polish = np.exp(-((x / (1.0 + 0.30 * np.maximum(0, 5 - z))) ** 2)) * 0.8
            return (spread * (0.40 + 1.03 * polish) * (1 - 0.88 * shade[rows]))[..., None] * tone + 0.006

        stage.bricks(picture, camera, lambda x, y, rows: (0.05 * np.exp(-0.2 * np.maximum(y, 0)))[..., None] * tone)
        stage.boards(picture, camera, low)
        if angle.beams:
            self._haze(picture, camera, frame)
        boy_lamps = [Lamp(vec(0.25, 0.5, 1.0), tuple(2.6 * tone)), Lamp(vec(-0.9, 0.4, 0.45), (0.75, 0.52, 0.28))]
        boss_lamps = [Lamp(vec(-0.25, 0.5, 1.0), tuple(2.4 * tone)), Lamp(vec(0.9, 0.4, 0.45), (0.30, 0.45, 0.8))]
        strength = 0.30 if angle.beams else 0.0
        both = [(boy, DANCER, boy_lamps), (boss, BREAKER, boss_lamps)]
        both.sort(key=lambda body: -float(camera.local(body[0][0].p0)[2]))
        for parts, who, lamps in both:
            if strength:
                reflection(picture, parts, camera, who, lamps, strength, None, 2)
        for parts, who, lamps in both:
            figure(picture, parts, camera, who, lamps, (0.010, 0.010, 0.014))
        contacts = [contact for contact in self.contacts() if abs(contact.frame - frame) < 9]
        puffs(picture, camera, contacts, frame, self.light, 1.1)
        return finish(picture.astype(np.float32), exposure=1.15)

    def _haze(self, picture: Floats, camera: Camera, frame: int) -> None:
        x, y = camera.pixel(*self.source)
        columns = np.arange(0, camera.width, 2, dtype=np.float32)[None, :] - x
        rows = np.arange(0, camera.height, 2, dtype=np.float32)[:, None] - y
        turn = np.arctan2(rows, columns)
        rays = 0.5 + 0.25 * np.sin(turn * 9 + 0.6) + 0.25 * np.sin(turn * 23 + 2.1 + frame / 150)
        far = np.hypot(columns, rows)
        layer = (np.exp(-far / 330) * (0.45 + 0.55 * rays) * 0.46 + np.exp(-far / 60) * 0.8).astype(np.float32)
        add(picture, layer, self.light)
        add(picture, glow(x, y, 46, 46), (0.9, 0.85, 0.7))
        motes(picture, frame, layer, (0.35, 0.3, 0.22), 60, 9)
