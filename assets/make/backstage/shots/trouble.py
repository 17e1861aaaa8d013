"""Stopped: the breaker's shoes step into the way; then a fist along the lockers, and a door that slams."""

from __future__ import annotations

import numpy as np
from drawing.easing import clamp, smooth
from drawing.lamps import Floats, finish
from drawing.rounds import Lamp, Round
from drawing.space import Camera, vec
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen, QPolygonF
from score import BREAKER

from backstage import corridor
from backstage.roof import over
from backstage.shots.base import Contact, Pixels, Shot, cast, contacts_of, dressed, figure, puffs, reflection
from backstage.skeleton import bones
from backstage.tapping import QUIET, Manner, Tapper, plan
from backstage.wardrobe import CLOTH, SKIN


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
                _inside(painter, camera, self.DOOR)
                _below(painter, camera, 0.0, self.DOOR)
                continue
            rattle = 0.0
            for hit, place in zip(self.hits, self._palms(), strict=True):
                if frame >= hit and number == int(np.floor(place[0] / self.DOOR)):
                    rattle += 0.004 * np.exp(-(frame - hit) / 3) * np.cos((frame - hit) * 2.6)
            _panel(painter, camera, number * self.DOOR, self.DOOR, 0.0, rattle, number)
        painter.end()
        return image

    def _door(self, camera: Camera, frame: int) -> QImage:
        image = QImage(camera.width, camera.height, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _panel(painter, camera, 0.0, self.DOOR, self.angle(frame), 0.0, 3)
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


def _corners(
    camera: Camera, x: float, wide: float, low: float, high: float, angle: float, depth: float = 0.0
) -> list[QPointF]:
    cosine, sine = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    found = []
    for along, y in ((0, low), (wide, low), (wide, high), (0, high)):
        found.append(QPointF(*camera.pixel(x + along * cosine, y, -along * sine + depth)))
    return found


def _panel(
    painter: QPainter, camera: Camera, x: float, wide: float, angle: float, rattle: float, number: int, dim: float = 1.0
) -> None:
    """A steel door with pressed edges, slits, a handle and a number plate."""
    gap = 0.006
    tone = 0.85 + 0.15 * (np.sin(number * 12.9) * 43.7 % 1)

    def colour(r: float, g: float, b: float) -> QColor:
        shade = dim * tone * (1 - 0.35 * np.sin(np.radians(angle)))
        return QColor.fromRgbF(*[min(1.0, max(0.0, v * shade)) for v in (r, g, b)])

    painter.setPen(Qt.PenStyle.NoPen)
    outer = _corners(camera, x + gap, wide - 2 * gap, 0.98, 1.88, angle, rattle)
    gradient = QLinearGradient(outer[3], outer[0])
    gradient.setColorAt(0, colour(0.52, 0.62, 0.72))
    gradient.setColorAt(1, colour(0.40, 0.49, 0.58))
    painter.setBrush(gradient)
    painter.drawPolygon(QPolygonF(outer))
    painter.setBrush(colour(0.47, 0.57, 0.66))
    below = _corners(camera, x + gap, wide - 2 * gap, 0.1, 0.965, 0, rattle)
    if not angle:
        painter.drawPolygon(QPolygonF(below))
    edge_x, edge_z = 0.022 * np.cos(np.radians(angle)), 0.022 * np.sin(np.radians(angle))
    inner = _corners(camera, x + edge_x, wide - 0.044, 1.005, 1.855, angle, rattle - edge_z)
    painter.setPen(QPen(colour(0.66, 0.76, 0.86), 1.6))
    painter.drawLine(inner[3], inner[2])
    painter.drawLine(inner[3], inner[0])
    painter.setPen(QPen(colour(0.22, 0.28, 0.34), 1.6))
    painter.drawLine(inner[0], inner[1])
    painter.drawLine(inner[1], inner[2])
    painter.setPen(Qt.PenStyle.NoPen)

    def spot(left: float, right: float, low: float, high: float, tint: QColor) -> None:
        cosine, sine = np.cos(np.radians(angle)), np.sin(np.radians(angle))
        corners = [QPointF(*camera.pixel(x + a * cosine, y, -a * sine + rattle)) for a, y in
                   ((left, low), (right, low), (right, high), (left, high))]  # fmt: skip
        painter.setBrush(tint)
        painter.drawPolygon(QPolygonF(corners))

    for row in range(4):
        level = 1.76 - row * 0.035
        spot(0.12, wide - 0.12, level, level + 0.010, colour(0.10, 0.13, 0.17))
        spot(0.12, wide - 0.12, level - 0.003, level, colour(0.70, 0.80, 0.90))
    spot(wide - 0.075, wide - 0.050, 1.30, 1.45, colour(0.16, 0.19, 0.23))
    spot(wide - 0.070, wide - 0.058, 1.31, 1.44, colour(0.86, 0.92, 0.98))
    spot(wide / 2 - 0.04, wide / 2 + 0.04, 1.575, 1.612, colour(0.80, 0.80, 0.74))


def _below(painter: QPainter, camera: Camera, x: float, wide: float) -> None:
    """The lower door of a column."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(112, 136, 158))
    painter.drawPolygon(QPolygonF(_corners(camera, x + 0.006, wide - 0.012, 0.1, 0.965, 0)))


def _inside(painter: QPainter, camera: Camera, wide: float) -> None:
    """The dark of the open locker, a shelf, and a pair of tap shoes hung by their laces."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(14, 17, 22))
    painter.drawPolygon(QPolygonF(_corners(camera, 0.008, wide - 0.016, 0.99, 1.87, 0)))
    painter.setBrush(QColor(34, 41, 48))
    painter.drawPolygon(QPolygonF(_corners(camera, 0.02, wide - 0.04, 1.615, 1.628, 0, 0.05)))
    painter.setBrush(QColor(26, 15, 9))
    for dx, tilt in ((0.17, -8), (0.27, 6)):
        x, y = camera.pixel(dx, 1.33, 0.1)
        scale = camera.scale(dx, 1.33, 0.1)
        painter.setPen(QPen(QColor(60, 55, 47), 2))
        painter.drawLine(QPointF(x, y), QPointF(*camera.pixel(0.22, 1.615, 0.1)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.save()
        painter.translate(x, y)
        painter.rotate(tilt)
        painter.drawRoundedRect(QRectF(-0.038 * scale, 0, 0.076 * scale, 0.24 * scale), 0.036 * scale, 0.036 * scale)
        painter.setBrush(QColor(44, 47, 50))
        painter.drawRoundedRect(
            QRectF(-0.030 * scale, 0.155 * scale, 0.06 * scale, 0.075 * scale), 0.028 * scale, 0.028 * scale
        )
        painter.drawRoundedRect(
            QRectF(-0.026 * scale, 0.012 * scale, 0.052 * scale, 0.045 * scale), 0.016 * scale, 0.016 * scale
        )
        painter.setBrush(QColor(26, 15, 9))
        painter.restore()


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
