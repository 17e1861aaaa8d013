"""The last stance, and what remains of it; and the title, which is where it all begins."""

from __future__ import annotations

import numpy as np
from drawing.easing import ease_out, smooth
from drawing.lamps import add, blurred, finish, motes
from drawing.rounds import Lamp
from drawing.space import Camera, vec
from score import DANCER

from backstage import stage
from backstage.lettering import word
from backstage.shots.base import Contact, Pixels, Shot, cast, contacts_of, dressed, figure, puffs, reflection
from backstage.shots.night import curtain
from backstage.skeleton import bones
from backstage.stage import WARM, Spot
from backstage.tapping import Manner, Tapper, plan
from backstage.wardrobe import shoe_alone


class LastStance(Shot):
    """Three steps and a stamp; the light closes, and the shoes stand in it alone."""

    name, song, bar, bars = "last stance", 1, 38, 2

    def __init__(self) -> None:
        def path(_: float) -> tuple[float, float]:
            return 0.0, 0.0

        self.strikes = plan(self.beats(), path, lambda _: 28.0, seed=77, width=0.1, reach=0.05)
        self.dancer = Tapper(
            self.strikes, path, lambda _: 28.0, self.frames, Manner(arms=("wide", "fly", "left up", "low"), nod=-4), 1
        )

    def camera(self, frame: int) -> Camera:
        push = smooth(frame, 40, 96)
        return Camera(0.04, 0.62 - 0.28 * push, -4.9 + 1.9 * push, focal=1400, shift=132 - 24 * push)

    def contacts(self) -> list[Contact]:
        return contacts_of(self.strikes, self.frames)

    def paint(self, frame: int) -> Pixels:
        camera, pose = self.camera(frame), self.dancer.pose(frame)
        closing = smooth(frame, 56, 92)
        gone = smooth(frame, 62, 84)
        spot = Spot(0.03, 0.02, 1.25 - 0.74 * closing, WARM, 1.15 + 0.1 * closing, (0.9, 6.6, 1.8), 0.34)
        parts = dressed(bones(pose), DANCER, self.dancer.drag(frame))
        shoes = shoe_alone(bones(pose).feet[0]) + shoe_alone(bones(pose).feet[1])
        shade = (1 - gone) * cast(parts, camera, spot.lamp, 3) + gone * cast(shoes, camera, spot.lamp, 3)
        picture = stage.empty(camera, [spot], shades=[0.9 * shade], wash=(0.008, 0.008, 0.014))
        layer = stage.beams(picture, camera, [spot])[0]
        lamps = [Lamp(vec(0.25, 1.0, 0.55), (3.2, 2.3, 1.3)), Lamp(vec(-0.9, 0.3, 0.5), (0.36, 0.44, 0.75)),
                 Lamp(vec(0.8, 0.35, 0.5), (0.8, 0.55, 0.3))]  # fmt: skip
        near = [Lamp(lamp.towards, tuple((1 + 0.9 * closing) * c for c in lamp.colour)) for lamp in lamps]
        near.append(Lamp(vec(0.3, 0.6, -0.8), (0.5 * closing, 0.36 * closing, 0.2 * closing), 0.1))
        reflection(picture, shoes, camera, DANCER, near, 0.30, None, 2)
        figure(picture, shoes, camera, DANCER, near, (0.02, 0.016, 0.014))
        if gone < 1:
            reflection(picture, parts, camera, DANCER, lamps, 0.24 * (1 - gone), None, 2)
            figure(picture, parts, camera, DANCER, lamps, (0.012, 0.012, 0.018), 1 - gone)
        puffs(picture, camera, self.contacts(), frame, WARM, 1.0)
        motes(picture, frame, layer * spot.level, (0.5, 0.4, 0.25), 60, 21)
        return finish(picture, exposure=1.2)


class Title(Shot):
    """A dark house, a ghost of light on the boards, the word."""

    name, bars = "title", 2.5

    def camera(self, frame: int) -> Camera:
        return Camera(0, 1.15, -8.2 + 0.4 * smooth(frame, -20, 150), focal=1450, shift=150)

    def paint(self, frame: int) -> Pixels:
        camera = self.camera(frame)
        light = ease_out(frame / 46, 2) * (1 - smooth(frame, 100, 119))
        spot = Spot(0.0, 0.2, 1.9, WARM, 0.75 * light, (-1.4, 6.5, 2.4), 0.30)
        picture = stage.empty(camera, [spot], wash=(0.008, 0.008, 0.014), ambient=(0.006, 0.006, 0.010))
        layer = stage.beams(picture, camera, [spot])[0]
        curtain(picture, 150, 1, 22, 0.5 + light)
        curtain(picture, 1130, -1, -22, 0.5 + light)
        drawn = smooth(frame, 10, 62)
        letters = word("BACKSTAGE", 640, 214, 74, drawn)
        tone = light * np.array((1.0, 0.86, 0.62), np.float32)
        add(picture, letters, tuple(0.92 * tone))
        add(picture, blurred(letters, 9), tuple(0.55 * tone))
        floor = np.zeros_like(letters)
        high = camera.pixel(0, 0, 0.2)[1]
        source = np.clip((2 * 430 - np.arange(720)).astype(int), 0, 719)
        floor[:] = blurred(letters[source], 7)
        floor[: int(high) - 120] = 0
        add(picture, floor, tuple(0.10 * tone))
        motes(picture, frame, layer * light, (0.5, 0.4, 0.25), 90, 31)
        return finish(picture, exposure=1.2)
