"""The breaker: a small library of poses, and the way from one to the next that lands a foot or a palm on the beat."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import pi, sin

import numpy as np
from drawing.easing import clamp, smooth
from drawing.space import Vector

from backstage.skeleton import Arm, Foot, Pose, mixed_pose, stand_height

LEFT, RIGHT = 0, 1

# All poses face right around x = 0; the right side is towards the viewer.
STAND = Pose(
    y=0.885, pitch=4, bend=12, nod=2, knees=0.5, feet=(Foot(0.05, 0.16, yaw=75), Foot(-0.08, -0.16, yaw=105)),
    arms=(Arm(0.18, -0.47, 0.08), Arm(0.18, -0.47, 0.08)),
)  # fmt: skip
WAIT = replace(
    STAND, y=0.87, bend=16, nod=-4, arms=(Arm(-0.06, -0.22, 0.22), Arm(-0.08, -0.25, 0.25)), twist=-6
)  # arms folded
ROCK_OPEN = Pose(
    y=0.79, pitch=10, bend=14, twist=28, nod=-8, knees=0.6, arms=(Arm(0.46, 0.02, 0.12), Arm(0.44, 0.10, -0.18)),
    feet=(Foot(-0.20, 0.18, yaw=60), Foot(0.30, -0.06, yaw=110)),
)  # fmt: skip
ROCK_CROSS = Pose(
    y=0.76, pitch=16, bend=18, twist=-30, nod=-12, knees=0.5, arms=(Arm(-0.12, -0.16, 0.34), Arm(-0.10, -0.24, 0.30)),
    feet=(Foot(0.34, -0.08, yaw=100), Foot(-0.16, -0.12, yaw=120)),
)  # fmt: skip
ROCK_BACK = Pose(
    y=0.80, pitch=2, bend=4, twist=-18, nod=0, knees=0.7, arms=(Arm(0.44, -0.10, -0.16), Arm(0.30, 0.02, 0.34)),
    feet=(Foot(0.18, 0.22, yaw=60), Foot(-0.34, -0.16, yaw=120)),
)  # fmt: skip
SLAP = Pose(
    y=0.46, pitch=58, bend=34, twist=18, nod=-52, knees=0.8, arms=(Arm(0.34, 0.20, -0.30), Arm(0.52, 0, -0.12, True)),
    feet=(Foot(0.14, 0.20, yaw=60), Foot(-0.28, -0.18, pitch=28, yaw=110)),
)  # fmt: skip
DROP = Pose(
    y=0.26, pitch=-46, bend=6, twist=-10, nod=36, knees=0.5, arms=(Arm(0.30, -0.02, 0.40), Arm(-0.46, 0, -0.18, True)),
    feet=(Foot(0.74, 0.10, pitch=-16, yaw=80), Foot(0.20, -0.20, yaw=100)),
)  # fmt: skip
SWEEP = Pose(
    y=0.37, pitch=56, bend=16, twist=10, nod=-50, knees=0.4, arms=(Arm(0.46, 0, 0.22, True), Arm(0.36, 0.18, -0.12)),
    feet=(Foot(-0.06, 0.16, pitch=20, yaw=80), Foot(-0.78, -0.26, pitch=14, yaw=60)),
)  # fmt: skip
PUSH = Pose(
    y=0.40, pitch=80, bend=-6, nod=-52, knees=0.2, arms=(Arm(0.52, 0, 0.22, True), Arm(0.54, 0, -0.20, True)),
    feet=(Foot(-0.66, 0.20, pitch=46, yaw=90), Foot(-0.36, -0.28, pitch=32, yaw=70)),
)  # fmt: skip
KICK = Pose(
    y=0.27, pitch=-54, bend=12, nod=30, knees=0.3, arms=(Arm(-0.40, 0, 0.22, True), Arm(-0.36, 0, -0.24, True)),
    feet=(Foot(0.26, 0.14, yaw=85), Foot(0.86, -0.10, lift=0.62, free=True)),
)  # fmt: skip
BABY = Pose(
    y=0.74, pitch=146, bend=14, nod=-26, knees=0.35, roll=8, arms=(Arm(0.34, 0, 0.16, True), Arm(0.20, 0, -0.18, True)),
    feet=(Foot(0.48, 0.16, lift=0.98, free=True), Foot(-0.28, -0.12, lift=1.24, free=True)),
)  # fmt: skip
PIKE = Pose(
    y=0.86, pitch=172, bend=6, nod=-20, roll=10, side=6, knees=0.2,
    arms=(Arm(0.46, 0.10, 0.05), Arm(0.06, 0, -0.14, True)),
    feet=(Foot(0.72, 0.12, lift=1.22, free=True), Foot(-0.62, -0.12, lift=1.34, free=True)),
)  # fmt: skip

ROCKS = (ROCK_OPEN, ROCK_CROSS, ROCK_BACK, ROCK_CROSS)
HANDS = (DROP, PUSH, SLAP)
FEET = (SWEEP, DROP, SWEEP)


@dataclass(frozen=True)
class Key:
    """A pose that is reached on a frame by something meeting the floor: ("foot" or "hand", which side)."""

    frame: int
    pose: Pose
    limb: tuple[str, int]
    level: float = 1.0


def _landing(pose: Pose, hand: bool) -> tuple[str, int]:
    """Which limb of a pose meets the floor last: the right-hand side first, as it is nearer to the viewer."""
    if hand:
        return ("hand", RIGHT) if pose.arms[RIGHT].planted else ("hand", LEFT)
    return ("foot", LEFT) if pose.feet[RIGHT].free else ("foot", RIGHT)


def plan(beats: Sequence[tuple[int, int, float]], kind_at: Callable[[int], str]) -> tuple[Key, ...]:
    """A key for every (frame, foot, level); `kind_at` names the kind of a frame's bar: rock, floor, freeze.

    A 0 is a sole and a 1 a palm while he is down, as it sounds; while he is up all are feet.
    """
    keys: list[Key] = []
    for number, (frame, foot, level) in enumerate(beats):
        kind = kind_at(frame)
        last = number + 1 == len(beats) or beats[number + 1][0] - frame > 20
        if kind == "rock":
            pose = ROCKS[number % len(ROCKS)]
            limb = ("foot", LEFT if pose is ROCK_CROSS else RIGHT)
        elif kind == "freeze":
            pose = PIKE if foot else BABY
            limb = ("hand", RIGHT)
        elif last and foot:
            pose, limb = BABY, ("hand", RIGHT)
        elif last:
            pose, limb = KICK, ("foot", LEFT)
        else:
            pose = (HANDS if foot else FEET)[(number // 2) % 3]
            limb = _landing(pose, bool(foot))
        keys.append(Key(frame, pose, limb, level))
    return tuple(keys)


def placed(pose: Pose, x: float, z: float, yaw: float) -> Pose:
    """A pose of the library put at a place of the floor, facing `yaw`."""
    turn = np.radians(yaw - 90)
    cosine, sine = float(np.cos(turn)), float(np.sin(turn))

    def moved(ahead: float, out: float) -> tuple[float, float]:
        return x + ahead * cosine - out * sine, z + ahead * sine + out * cosine

    def foot(one: Foot) -> Foot:
        there = moved(one.x, one.z)
        return replace(one, x=there[0], z=there[1], yaw=one.yaw + yaw - 90)

    def arm(one: Arm) -> Arm:
        if not one.planted:
            return one
        there = moved(one.out, one.forward)
        return Arm(there[0], one.up, there[1], True)

    there = moved(pose.x, pose.z)
    feet, arms = tuple(map(foot, pose.feet)), tuple(map(arm, pose.arms))
    return replace(pose, x=there[0], z=there[1], yaw=pose.yaw + yaw - 90, feet=feet, arms=arms)


def _between(first: Pose, second: Pose, share: float, limb: tuple[str, int], frames: int) -> Pose:
    """On the way: hips first, hands and feet in arcs, and the limb that lands comes down on the last frame."""
    body = smooth(share, 0.0, 0.96)
    pose = mixed_pose(first, second, body)
    pose = replace(pose, y=pose.y + 0.05 * sin(pi * body) * min(1.0, frames / 12))
    feet = []
    for side, (one, other) in enumerate(zip(first.feet, second.feet, strict=True)):
        mine = limb == ("foot", side)
        along = smooth(share, 0.12, 1.0) if mine else smooth(share, 0.0, 0.85)
        far = np.hypot(other.x - one.x, other.z - one.z)
        fall = smooth(share, 0.08, 0.5) if share < 0.5 else 1 - ((share - 0.5) / 0.5) ** 3.5
        arc = (0.12 + 0.1 * min(1, far)) * fall if mine else 0.10 * min(1, far * 3) * sin(pi * along)
        free = one.free if share < 0.35 else other.free
        low = 0.0 if not free else 0.085
        lift = max(low, (one.lift + (0 if one.free or not free else 0.085)) * (1 - along) + other.lift * along)
        feet.append(Foot(one.x + (other.x - one.x) * along, one.z + (other.z - one.z) * along, lift + arc,
                         one.pitch + (other.pitch - one.pitch) * along + (14 * fall if mine else 0),
                         one.yaw + (other.yaw - one.yaw) * along, free))  # fmt: skip
    arms = []
    for side, (one, other) in enumerate(zip(first.arms, second.arms, strict=True)):
        mine = limb == ("hand", side)
        if one.planted and other.planted:
            along = smooth(share, 0.1, 1.0)
            far = np.hypot(other.out - one.out, other.forward - one.forward)
            lift = (0.22 if mine else 0.12 * min(1, far * 3)) * (1 - abs(2 * share - 1) ** 3.0)
            arms.append(Arm(one.out + (other.out - one.out) * along, lift,
                            one.forward + (other.forward - one.forward) * along, True))  # fmt: skip
        elif other.planted:
            fall = 1 - clamp((share - 0.25) / 0.75) ** 3.0
            arms.append(replace(other, up=other.up + 0.48 * fall) if share > 0.3 else one)
        elif one.planted:
            arms.append(replace(one, up=0.5 * share) if share < 0.4 else other)
        else:
            arms.append(pose.arms[side])
    return replace(pose, feet=(feet[0], feet[1]), arms=(arms[0], arms[1]))


class Breaker:
    """All poses of the breaker in a shot: `rest` before, between and after what he does."""

    def __init__(
        self, keys: Sequence[Key], x: float, z: float, yaw: float, *, rest: Pose = WAIT, stay: bool = False
    ) -> None:
        self.keys = tuple(replace(key, pose=placed(key.pose, x, z, yaw)) for key in keys)
        self._rest, self._stay = placed(rest, x, z, yaw), stay

    def pose(self, frame: int) -> Pose:
        """The pose in a frame of the shot."""
        before = next((key for key in reversed(self.keys) if key.frame <= frame), None)
        after = next((key for key in self.keys if key.frame > frame), None)
        first = before.pose if before else self._rest
        start = before.frame if before else -99
        if after is None:
            if before is None:
                return self._alive(self._rest, frame)
            settled = frame - start
            if self._stay or settled < 30:
                return self._alive(_settled(first, settled, before.level), frame)
            return self._alive(_between(first, self._rest, smooth(settled, 30, 54), ("none", 0), 24), frame)
        lead = min(after.frame - start - 1, 15)
        if frame < after.frame - lead:
            return self._alive(_settled(first, frame - start, before.level if before else 0), frame)
        share = (frame - (after.frame - lead)) / lead
        return self._alive(_between(first, after.pose, share, after.limb, lead), frame)

    def drag(self, frame: int) -> Vector:
        """How far loose cloth trails behind, metres."""
        now, before = self.pose(frame), self.pose(frame - 2)
        return np.clip(np.array((before.x - now.x, before.y - now.y, before.z - now.z)) * 0.8, -0.06, 0.06)

    def _alive(self, pose: Pose, frame: int) -> Pose:
        breath = sin(2 * pi * frame / 44)
        high = stand_height(pose)
        y = min(pose.y, high) if pose.pitch < 100 else pose.y
        return replace(pose, y=y + 0.004 * breath, bend=pose.bend + 0.8 * breath, nod=pose.nod - 0.8 * breath)


def _settled(pose: Pose, late: int, level: float) -> Pose:
    """A pose shortly after it was hit: it gives, then stands."""
    give = level * 0.035 * (late + 0.8) / 2 * np.exp(1 - (late + 0.8) / 2) if 0 <= late < 14 else 0.0
    return replace(pose, y=pose.y - float(give), bend=pose.bend + 60 * float(give))
