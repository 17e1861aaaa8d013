"""What every shot has: its place in a song, the beats it must land, and the painter's steps they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from drawing.lamps import Floats, blurred, doubled, shadow
from drawing.rounds import Figure, Lamp, Round, Slab, Stuff, draw, lay
from drawing.space import Camera, Vector, turned
from numpy.typing import NDArray
from score import BAR_FRAMES, DANCER, taps

from backstage.skeleton import BALL_AHEAD, Bones
from backstage.tapping import Strike
from backstage.wardrobe import BREAKER_STUFFS, DANCER_STUFFS, breaker, dancer

Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class Contact:
    """A strike that can be seen: on which frame of the shot, by whom, and the place in the room where it lands."""

    frame: int
    who: str
    x: float
    z: float
    y: float = 0.0
    level: float = 1.0


class Shot:
    """A shot lasts some bars of a song and `handle` frames more; subclasses paint it."""

    name = ""
    song: int | None = None
    bar = 0
    bars = 4
    handle = 0
    place = "stage"
    """Which room it sounds like: stage, corridor, roof."""

    @property
    def frames(self) -> int:
        """How many frames it has in the film."""
        return round(self.bars * BAR_FRAMES) + self.handle

    @property
    def first(self) -> int:
        """The frame of its song it starts on."""
        return round(self.bar * BAR_FRAMES)

    def beats(self, who: str = DANCER) -> list[tuple[int, int, float]]:
        """(frame of the shot, foot, level) of somebody's taps, from 2 s before it to 1 s after."""
        if self.song is None:
            return []
        found = [(tap.frame - self.first, tap.foot, tap.level) for tap in taps(self.song) if tap.who == who]
        return [beat for beat in found if -BAR_FRAMES <= beat[0] < self.frames + 24]

    def camera(self, frame: int) -> Camera:
        """Where the camera is."""
        raise NotImplementedError

    def contacts(self) -> list[Contact]:
        """Every strike whose foot or hand the picture shows."""
        return []

    def heard(self) -> list[Contact]:
        """Every strike that the film's own sound lets hear: those seen, and those it knows of."""
        return [Contact(frame, who, 0, 0, 0, level) for who in ("dancer", "breaker")
                  for frame, _, level in self.beats(who) if 0 <= frame < self.frames]  # fmt: skip

    def paint(self, frame: int) -> Pixels:
        """One picture of it."""
        raise NotImplementedError


def sole_of(strike: Strike) -> tuple[float, float]:
    """Where the plate of a strike meets the floor: the heel's for a heel drop, else the ball's."""
    ahead = turned(strike.yaw)[2] * (-0.03 if strike.kind in ("heel", "walk") else BALL_AHEAD)
    return strike.x + float(ahead[0]), strike.z + float(ahead[2])


def contacts_of(strikes: Sequence[Strike], frames: int, who: str = DANCER) -> list[Contact]:
    """The strikes within a shot as contacts."""
    return [
        Contact(strike.frame, who, *sole_of(strike), 0.0, strike.level)
        for strike in strikes
        if 0 <= strike.frame < frames
    ]


def dressed(bones: Bones, who: str, drag: Vector | None = None) -> list[Round]:
    """The round parts of one of the two."""
    return dancer(bones, drag) if who == DANCER else breaker(bones, drag)


def stuffs(who: str) -> tuple[Stuff, ...]:
    """What one of the two is made of."""
    return DANCER_STUFFS if who == DANCER else BREAKER_STUFFS


def figure(
    picture: Floats, parts: Sequence[Round], camera: Camera, who: str, lamps: Sequence[Lamp],
    ambient: tuple[float, float, float] = (0.02, 0.02, 0.03), strength: float = 1.0,
) -> Figure | None:  # fmt: skip
    """Draw somebody into the picture; far away with more samples, as edges count there."""
    near = camera.local(parts[0].p0)[2]
    samples = 2 if camera.focal / max(near, 0.2) * 1.7 < 420 else 1
    drawn = draw(parts, camera, stuffs(who), lamps, ambient=ambient, samples=samples)
    lay(picture, drawn, strength)
    return drawn


def mirrored(parts: Sequence[Round]) -> list[Round]:
    """The parts as a polished floor shows them."""
    flip = np.array((1.0, -1.0, 1.0))

    def slab(one: Slab | None) -> Slab | None:
        return Slab(one.origin * flip, one.up * flip, one.low, one.high) if one else None

    return [replace(part, p0=part.p0 * flip, p1=part.p1 * flip, slab=slab(part.slab)) for part in parts]


def reflection(
    picture: Floats, parts: Sequence[Round], camera: Camera, who: str, lamps: Sequence[Lamp], strength: float,
    where: Floats | None = None, soft: int = 2, ambient: tuple[float, float, float] = (0.02, 0.02, 0.03),
) -> None:  # fmt: skip
    """Show somebody upside down in the floor, softer and fainter."""
    half = replace(
        camera, focal=camera.focal / 2, shift=camera.shift / 2, width=camera.width // 2, height=camera.height // 2
    )
    drawn = draw(mirrored(parts), half, stuffs(who), lamps, ambient=ambient, samples=1, folds=False)
    if drawn is None:
        return
    alpha = _twice(blurred(drawn.alpha, soft))
    rgb = _twice(np.stack([blurred(drawn.rgb[..., n], soft) for n in range(3)], axis=2))
    rows = slice(2 * drawn.top, 2 * drawn.top + alpha.shape[0])
    columns = slice(2 * drawn.left, 2 * drawn.left + alpha.shape[1])
    share = np.float32(strength) if where is None else strength * where[rows, columns][..., None]
    under = picture[rows, columns]
    under *= 1 - share * alpha[..., None]
    under += share * rgb


def _twice(layer: Floats) -> Floats:
    return np.repeat(np.repeat(layer, 2, axis=0), 2, axis=1)


def puffs(
    picture: Floats, camera: Camera, contacts: Sequence[Contact], frame: int, colour: tuple[float, float, float],
    strength: float = 1.0,
) -> None:  # fmt: skip
    """What a strike raises: a breath of dust on the floor, brightest on its frame and gone after eight."""
    for contact in contacts:
        late = frame - contact.frame
        if not 0 <= late < 8:
            continue
        x, y = camera.pixel(contact.x, contact.y, contact.z)
        scale = camera.scale(contact.x, contact.y, contact.z)
        flat = max(0.16, abs(float(camera.axes[2][1])) * 1.0) if contact.y == 0 else 1.0
        wide = scale * (0.10 + 0.030 * late) * (1.0 if contact.level > 0.8 else 0.7)
        high = max(2.0, wide * flat)
        light = strength * (0.34 if contact.level > 0.8 else 0.20) * (1 - late / 8) ** 1.6
        left, right = max(0, int(x - 2 * wide)), min(camera.width, int(x + 2 * wide) + 1)
        top, bottom = max(0, int(y - 2 * high)), min(camera.height, int(y + 2 * high) + 1)
        if right <= left or bottom <= top:
            continue
        columns = (np.arange(left, right, dtype=np.float32) - x) / wide
        rows = (np.arange(top, bottom, dtype=np.float32) - y) / high
        dot = np.exp(-2.0 * (columns[None, :] ** 2 + rows[:, None] ** 2)) * light
        picture[top:bottom, left:right] += dot[..., None] * np.array(colour, np.float32)


def cast(
    parts: Sequence[Round], camera: Camera, lamp: tuple[float, float, float], soft: int = 3, axis: int = 1,
    level: float = 0.0,
) -> Floats:  # fmt: skip
    """A shadow at the picture's full size."""
    return doubled(shadow(parts, camera, np.array(lamp, np.float64), axis=axis, level=level, soft=soft))
