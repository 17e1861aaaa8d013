"""A camera in a room: metres to the right, up and away from the viewer become pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]

WIDTH, HEIGHT = 1280, 720
BAR = 14
"""Rows of black above and below the picture, which is 1.85 times as wide as it is high."""


def vec(x: float, y: float, z: float) -> Vector:
    """A point or a direction."""
    return np.array((x, y, z), np.float64)


def unit(vector: Vector) -> Vector:
    """The same direction, one long."""
    return vector / max(1e-9, float(np.sqrt(vector @ vector)))


def turned(yaw: float, pitch: float = 0.0, roll: float = 0.0) -> Vector:
    """Rows are somebody's right, up and forward, degrees: yaw 0 faces the viewer, 90 to the right; pitch leans forward.

    Roll leans to the right-hand side.
    """
    y, p, r = radians(yaw), radians(pitch), radians(roll)
    right, forward, up = vec(-cos(y), 0, -sin(y)), vec(sin(y), 0, -cos(y)), vec(0, 1, 0)
    up, forward = up * cos(p) + forward * sin(p), forward * cos(p) - up * sin(p)
    up, right = up * cos(r) + right * sin(r), right * cos(r) - up * sin(r)
    return np.stack((right, up, forward))


@dataclass(frozen=True)
class Camera:
    """Where it stands (metres), where it looks (degrees) and its focal length in pixels."""

    x: float = 0.0
    y: float = 1.4
    z: float = -6.0
    pan: float = 0.0
    tilt: float = 0.0
    roll: float = 0.0
    focal: float = 1400.0
    shift: float = 0.0
    """The lens shifted up by so many pixels: upright things stay upright."""
    width: int = WIDTH
    height: int = HEIGHT

    @cached_property
    def axes(self) -> Vector:
        """Rows: right, up and forward of the picture."""
        p, t, r = radians(self.pan), radians(self.tilt), radians(self.roll)
        forward = vec(sin(p) * cos(t), sin(t), cos(p) * cos(t))
        right, up = vec(cos(p), 0, -sin(p)), vec(-sin(p) * sin(t), cos(t), -cos(p) * sin(t))
        return np.stack((right * cos(r) + up * sin(r), up * cos(r) - right * sin(r), forward))

    @property
    def at(self) -> Vector:
        """Its place."""
        return vec(self.x, self.y, self.z)

    @property
    def centre(self) -> tuple[float, float]:
        """The pixel it looks at."""
        return self.width / 2, self.height / 2 + self.shift

    def local(self, points: Vector) -> Vector:
        """Points as the camera has them: right, up, away."""
        return (np.asarray(points, np.float64) - self.at) @ self.axes.T

    def seen(self, points: Vector) -> tuple[Vector, Vector]:
        """Pixels (n, 2) and distances (n) of points (n, 3)."""
        near = self.local(np.atleast_2d(points))
        away = np.maximum(near[:, 2], 0.05)
        across, down = self.centre
        pixels = np.stack((across + self.focal * near[:, 0] / away, down - self.focal * near[:, 1] / away), axis=1)
        return pixels, near[:, 2]

    def pixel(self, x: float, y: float, z: float) -> tuple[float, float]:
        """The pixel of one point."""
        found = self.seen(vec(x, y, z))[0][0]
        return float(found[0]), float(found[1])

    def scale(self, x: float, y: float, z: float) -> float:
        """Pixels to a metre at a point."""
        return self.focal / max(0.05, float(self.local(vec(x, y, z))[2]))

    def rays(self, step: int = 1, rows: slice = slice(None)) -> Vector:
        """The direction of every `step`th pixel of some rows, shape (rows, columns, 3), 1 m away from the camera."""
        across, down = self.centre
        high = np.arange(self.height, dtype=np.float32)[rows][::step]
        wide = np.arange(0, self.width, step, dtype=np.float32)
        right, up, forward = self.axes.astype(np.float32)
        sideways = ((wide - np.float32(across)) / np.float32(self.focal))[None, :, None] * right
        upwards = ((np.float32(down) - high) / np.float32(self.focal))[:, None, None] * up
        return sideways + upwards + forward

    def on_plane(self, axis: int, level: float, rows: slice = slice(None)) -> tuple[Vector, Vector]:
        """Where rays meet the plane with coordinate `axis` at `level`: points (rows, columns, 3) and whether ahead."""
        rays = self.rays(1, rows)
        along = rays[..., axis]
        safe = np.where(np.abs(along) < 1e-6, np.float32(1e-6), along)
        far = np.float32(level - self.at[axis]) / safe
        return self.at.astype(np.float32) + rays * far[..., None], (far > 0) & (far < 400)


def blend(first: Camera, second: Camera, share: float) -> Camera:
    """A camera on the way from one to the other."""
    names = ("x", "y", "z", "pan", "tilt", "roll", "focal", "shift")
    values = {name: getattr(first, name) * (1 - share) + getattr(second, name) * share for name in names}
    return Camera(**values, width=first.width, height=first.height)
