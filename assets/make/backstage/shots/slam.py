"""A hand along the lockers, and a door that slams."""

from __future__ import annotations

import numpy as np
from drawing.easing import clamp, smooth
from drawing.lamps import Floats, finish
from drawing.rounds import Lamp, Round
from drawing.space import Camera, vec
from PySide6.QtGui import QColor, QImage, QPainter
from score import BREAKER

from backstage.lockers import below, inside, panel
from backstage.roof import over
from backstage.shots.base import Contact, Pixels, Shot, cast, figure, puffs
from backstage.wardrobe import CLOTH, SKIN


class Slam(Shot):
    """Close to the lockers: a hand beats along the doors, then throws the last one shut."""

    name, song, bar, bars, place, handle = "slam", 0, 22, 2, "corridor", 30

    DOOR = 0.46
    """The width of the door, metres; x = 0 is its hinge, 500 pixels to a metre."""

    def __init__(self) -> None:
        beats = [beat for beat in self.beats(BREAKER) if beat[0] >= 0]
        self.hits = [frame for frame, _, _ in beats][:5]
        self.slam = [frame for frame, _, _ in beats][5]

    def camera(self, frame: int) -> Camera:
        push = smooth(frame, 0, 100)
        shake = 0.0
        if frame >= self.slam:
            late = frame - self.slam
            shake = 0.012 * np.exp(-late / 3.2) * np.cos(late * 2.4)
        return Camera(0.02 + 0.05 * push + shake, 1.42 + shake * 0.6, -2.35 + 0.25 * push, focal=1500)

    def angle(self, frame: int) -> float:
        """How far the door stands open, degrees."""
        if frame >= self.slam:
            late = frame - self.slam
            return 3.5 * np.exp(-late / 4) * abs(np.sin(late * 1.1))
        opened = 74.0 + 2.5 * sum(
            np.exp(-(frame - hit) / 4) * np.sin((frame - hit) * 1.2) for hit in self.hits if frame >= hit
        )
        return float(opened * (1 - clamp((frame - self.slam + 7) / 7) ** 2.4))

    def contacts(self) -> list[Contact]:
        places = self._palms()
        return [
            Contact(hit, BREAKER, place[0], place[2], place[1]) for hit, place in zip(self.hits, places, strict=True)
        ] + [Contact(self.slam, BREAKER, self.DOOR, 0.0, 1.42)]

    def _palms(self) -> list[np.ndarray]:
        return [vec(-0.62, 1.30, 0), vec(-0.36, 1.38, 0), vec(-0.62, 1.46, 0), vec(-0.34, 1.30, 0), vec(-0.50, 1.40, 0)]

    def _palm(self, frame: int) -> np.ndarray:
        """Where the hand is: on a door on each beat, off it before; then at the open door's edge, pushing."""
        edge = vec(
            self.DOOR * np.cos(np.radians(self.angle(frame))), 1.40, -self.DOOR * np.sin(np.radians(self.angle(frame)))
        )
        places = self._palms()
        before = max((n for n, hit in enumerate(self.hits) if hit <= frame), default=-1)
        if frame >= self.slam - 7:
            return (
                edge + vec(0.0, 0, -0.02)
                if frame < self.slam + 10
                else edge + vec(0.05, -0.05, -0.02) * (frame - self.slam - 9)
            )
        if before == len(self.hits) - 1:
            share = smooth(frame, self.hits[-1] + 2, self.slam - 7)
            return places[-1] * (1 - share) + edge * share + vec(0, 0, -0.16) * np.sin(np.pi * share)
        first = places[max(before, 0)] if before >= 0 else vec(-0.9, 1.1, -0.45)
        start = self.hits[before] if before >= 0 else -10
        share = clamp((frame - start) / (self.hits[before + 1] - start))
        off = 0.20 * (smooth(share, 0.05, 0.5) if share < 0.5 else 1 - ((share - 0.5) / 0.5) ** 3)
        return first * (1 - share) + places[before + 1] * share + vec(0, 0, -off)

    def paint(self, frame: int) -> Pixels:
        camera = self.camera(frame)
        picture = np.zeros((camera.height, camera.width, 3), np.float32)
        over(picture, self._doors(camera, frame))
        lit = _window_on(camera)
        tone = np.array((0.42, 0.50, 0.62), np.float32) * 0.42 + lit[..., None] * np.array(
            (1.25, 1.18, 1.08), np.float32
        )
        palm = self._palm(frame)
        parts = _arm(palm)
        shade = cast(parts, camera, (-1.6, 2.1, -2.4), 4, axis=2, level=0.0)
        picture *= tone * (1 - 0.7 * shade[..., None])
        shut = 1 - clamp(self.angle(frame) / 40)
        _through(picture, self._door(camera, frame), 0.30 + (tone * (1 - 0.7 * shade[..., None]) - 0.30) * shut)
        lamps = [Lamp(vec(-0.7, 0.5, -0.35), (0.75, 0.72, 0.68), 0.0), Lamp(vec(0.9, 0.2, 0.5), (0.35, 0.5, 0.8), 0.0)]
        figure(picture, parts, camera, BREAKER, lamps, (0.02, 0.03, 0.05))
        contacts = self.contacts()
        puffs(picture, camera, contacts, frame, (0.8, 0.9, 1.0), 0.8)
        late = frame - self.slam
        if 0 <= late < 6:
            picture *= 1 + 0.45 * np.exp(-late / 1.6)
        return finish(picture, exposure=1.05)

    def _doors(self, camera: Camera, frame: int) -> QImage:
        image = QImage(camera.width, camera.height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(image.rect(), QColor(10, 13, 18))
        for number in range(-6, 8):
            if number == 0:
                inside(painter, camera, self.DOOR)
                below(painter, camera, 0.0, self.DOOR)
                continue
            rattle = 0.0
            for hit, place in zip(self.hits, self._palms(), strict=True):
                if frame >= hit and number == int(np.floor(place[0] / self.DOOR)):
                    rattle += 0.004 * np.exp(-(frame - hit) / 3) * np.cos((frame - hit) * 2.6)
            panel(painter, camera, number * self.DOOR, self.DOOR, 0.0, rattle, number)
        painter.end()
        return image

    def _door(self, camera: Camera, frame: int) -> QImage:
        image = QImage(camera.width, camera.height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        panel(painter, camera, 0.0, self.DOOR, self.angle(frame), 0.0, 3)
        painter.end()
        return image


def _through(picture: Floats, image: QImage, tone: Floats) -> None:
    """Lay a picture with transparency over another, lit by a tone of its own."""
    flat = np.zeros_like(picture)
    over(flat, image)
    alpha = alpha_of(image)
    picture *= 1 - alpha
    picture += flat * tone


def alpha_of(image: QImage) -> Floats:
    """How much a picture covers, shape (rows, columns, 1)."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return rows[:, :, 3:].astype(np.float32) / 255


def _window_on(camera: Camera) -> Floats:
    """The window's light on the doors: four panes, leaning with the sun."""
    points, _ = camera.on_plane(2, 0.0)
    x, y = points[..., 0] + 0.22 * (points[..., 1] - 1.4), points[..., 1]

    def within(value: Floats, low: float, high: float) -> Floats:
        return np.clip((value - low) / 0.03 + 0.5, 0, 1) * np.clip((high - value) / 0.03 + 0.5, 0, 1)

    lit = within(x, -0.95, 0.62) * within(y, 0.75, 1.86)
    return (lit * (1 - within(x, -0.20, -0.13)) * (1 - within(y, 1.55, 1.61))).astype(np.float32)


def _arm(palm: np.ndarray) -> list[Round]:
    """A sleeve from the left and a flat hand whose palm meets the door."""
    wrist = palm + vec(-0.085, -0.055, -0.045)
    elbow = wrist + vec(-0.34, -0.30, -0.22)
    knuckles = palm + vec(-0.005, 0.0, -0.022)
    parts = [
        Round(elbow, 0.075, wrist + vec(-0.03, -0.025, -0.012), 0.052, CLOTH, (False, True)),
        Round(wrist, 0.03, knuckles, 0.042, SKIN),
        Round(knuckles + vec(-0.012, -0.03, 0), 0.032, knuckles + vec(0.012, 0.012, 0), 0.034, SKIN),
    ]
    for finger, (dx, dy) in enumerate(((0.075, 0.045), (0.088, 0.020), (0.086, -0.006), (0.070, -0.030))):
        root = knuckles + vec(0.018, 0.024 - 0.018 * finger, 0.0)
        parts.append(Round(root, 0.0125, palm + vec(dx, dy + 0.01, -0.010), 0.0085, SKIN))
    parts.append(Round(wrist + vec(0.02, 0.03, 0), 0.016, palm + vec(-0.01, 0.075, -0.012), 0.011, SKIN))
    return parts
