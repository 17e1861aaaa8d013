"""The cover: a pair of tap shoes with nobody in them, in the light that remains."""

from __future__ import annotations

from functools import cache

import numpy as np
from drawing.lamps import add, blurred, cone, doubled, finish, shadow
from drawing.rounds import Lamp, draw, lay
from drawing.space import Camera, vec
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from score import DANCER

from backstage import stage
from backstage.lettering import word
from backstage.shots.base import mirrored, stuffs
from backstage.skeleton import Foot, foot_bones
from backstage.stage import WARM, Spot
from backstage.wardrobe import shoe_alone

SIDE = 1400


def cover(size: int) -> QImage:
    """The cover as a square of `size` pixels."""
    return _whole().scaled(size, size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


@cache
def _whole() -> QImage:
    camera = Camera(0.0, 0.42, -2.2, tilt=-3.0, focal=2250, shift=190, width=SIDE, height=SIDE)
    spot = Spot(0.0, 0.02, 0.56, WARM, 1.12, (0.55, 5.4, 1.5), 0.30)
    shoes = shoe_alone(foot_bones(Foot(-0.13, 0.05, yaw=34))) + shoe_alone(foot_bones(Foot(0.11, -0.03, 0, 17, 62)))
    shade = doubled(shadow(shoes, camera, np.array(spot.lamp), soft=3))
    picture = stage.empty(
        camera, [spot], shades=[0.92 * shade], ambient=(0.008, 0.008, 0.014), wash=(0.012, 0.011, 0.018)
    )
    centre = camera.pixel(spot.x, 0, spot.z)
    layer = cone(camera.pixel(*spot.lamp), centre, camera.scale(spot.x, 0, spot.z) * spot.radius, size=(SIDE, SIDE))
    add(picture, layer * 0.34, WARM)
    lamps = [Lamp(vec(0.25, 1.0, 0.35), (2.2, 1.6, 0.95)), Lamp(vec(-0.8, 0.25, 0.5), (0.5, 0.55, 0.8)),
             Lamp(vec(0.5, 0.5, -0.8), (0.35, 0.25, 0.16), 0.2)]  # fmt: skip
    under = draw(mirrored(shoes), camera, stuffs(DANCER), lamps, samples=1)
    lay(picture, under, 0.22)
    lay(picture, draw(shoes, camera, stuffs(DANCER), lamps, ambient=(0.05, 0.04, 0.035), samples=2))
    letters = word("BACKSTAGE", SIDE / 2, 236, 104, size=(SIDE, SIDE))
    add(picture, letters, (0.90, 0.78, 0.56))
    add(picture, blurred(letters, 16), (0.40, 0.30, 0.17))
    out = np.ascontiguousarray(finish(picture, exposure=1.2, bars=False))
    return QImage(out.data, SIDE, SIDE, 3 * SIDE, QImage.Format.Format_RGB888).copy()
