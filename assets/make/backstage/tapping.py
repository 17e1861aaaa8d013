"""Feet that meet the floor when the score says: a tapper's steps, and the body that follows from them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import exp, pi, sin

import numpy as np
from drawing.easing import clamp, smooth
from drawing.space import Vector, turned

from backstage.skeleton import Arm, Foot, Pose, stand_height

Path = Callable[[float], tuple[float, float]]
Turn = Callable[[float], float]

# Where the hands go on an accent: left and right, metres out, up and forward from the shoulder.
ARMS = {
    "low": ((0.20, -0.44, 0.04), (0.20, -0.44, 0.04)),
    "open": ((0.40, -0.26, 0.10), (0.40, -0.26, 0.10)),
    "wide": ((0.50, -0.02, 0.04), (0.50, -0.06, 0.04)),
    "left up": ((0.22, 0.44, 0.08), (0.34, -0.34, -0.10)),
    "right up": ((0.34, -0.34, -0.10), (0.22, 0.44, 0.08)),
    "left on": ((0.10, -0.20, 0.40), (0.30, -0.34, -0.24)),
    "right on": ((0.30, -0.34, -0.24), (0.10, -0.20, 0.40)),
    "cross": ((-0.10, -0.20, 0.30), (-0.06, -0.28, 0.32)),
    "fly": ((0.46, 0.22, -0.12), (0.46, 0.22, -0.12)),
    "walk left": ((0.12, -0.46, 0.20), (0.14, -0.46, -0.16)),
    "walk right": ((0.14, -0.46, -0.16), (0.12, -0.46, 0.20)),
    "hang": ((0.10, -0.51, 0.02), (0.10, -0.51, 0.02)),
}  # fmt: skip
DANCE = ("open", "left on", "right up", "low", "right on", "wide", "left up", "open", "cross", "fly")
TALL = ("left up", "wide", "right up", "fly", "open", "left up", "cross", "right up")
QUIET = ("hang", "low", "hang", "open")
WALK = ("walk left", "walk right")


@dataclass(frozen=True)
class Strike:
    """A foot meets the floor: frame of the shot, which foot, how loud, how, and where it then stands."""

    frame: int
    foot: int
    level: float
    kind: str = "step"
    x: float = 0.0
    z: float = 0.0
    yaw: float = 90.0

    @property
    def accent(self) -> bool:
        """Whether the whole foot comes down with weight."""
        return self.level > 0.8


def standing(path: Path, facing: Turn, frame: float, foot: int, wide: float, ahead: float) -> tuple[float, float]:
    """A place on the floor beside the path: `wide` out to the foot's side, `ahead` of the body."""
    x, z = path(frame)
    right, _, forward = turned(facing(frame))
    side = 1 if foot else -1
    place = right * side * wide + forward * ahead
    return x + float(place[0]), z + float(place[2])


def plan(
    beats: Sequence[tuple[int, int, float]], path: Path, facing: Turn, *, walk: float = 0.0, seed: int = 1,
    width: float = 0.10, reach: float = 0.16,
) -> tuple[Strike, ...]:  # fmt: skip
    """Give every (frame, foot, level) a step: walking strides of `walk` metres, or a tapper's words on the spot."""
    rng = np.random.default_rng(seed)
    found: list[Strike] = []
    last: dict[int, Strike] = {}
    for frame, foot, level in beats:
        toes = facing(frame) + (-9 if foot else 9) * (0.5 if walk else 1.0)
        before = last.get(foot)
        gap = frame - before.frame if before else 99
        if walk:
            kind, place = "walk", standing(path, facing, frame, foot, 0.075, walk / 2)
        elif level > 0.8 or before is None or gap > 20:
            kind = "stamp" if level > 0.8 else "step"
            ahead = float(rng.choice([-0.5, -0.15, 0.2, 0.55, 0.9])) * reach
            out = width * float(rng.choice([0.8, 1.0, 1.35, 1.7]))
            place = standing(path, facing, frame, foot, out, ahead)
        else:
            kind = str(rng.choice(["heel", "toe", "brush", "heel"]))
            far = np.hypot(path(frame)[0] - before.x, path(frame)[1] - before.z)
            if far > 0.35:
                kind = "brush"
            place = (before.x, before.z)
            if kind == "brush":
                place = standing(path, facing, frame, foot, width * 1.1, float(rng.choice([-0.4, 0.7])) * reach)
        strike = Strike(frame, foot, level, kind, place[0], place[1], toes)
        found.append(strike)
        last[foot] = strike
    return tuple(found)


def _flight(kind: str, share: float) -> tuple[float, float]:
    """How high a foot is and how it is pitched (degrees) at a share of its way to a strike."""
    rise = smooth(share, 0, 0.5) if share < 0.5 else 1 - ((share - 0.5) / 0.5) ** 3.2
    if kind == "heel":
        return 0.0, 30 * rise
    if kind == "toe":
        return 0.0, -27 * rise
    if kind == "brush":
        return 0.075 * rise, 26 * sin(pi * clamp(share * 1.25)) - 8 * rise * smooth(share, 0.6, 0.9)
    if kind == "walk":
        toe_off = 46 * sin(pi * clamp(share / 0.62)) if share < 0.62 else 0.0
        return 0.05 * sin(pi * min(1.0, share)) + 0.04 * rise * smooth(share, 0.4, 0.8), toe_off - 20 * smooth(
            share, 0.55, 0.8
        ) * rise
    high = 0.17 if kind == "stamp" else 0.11
    return high * rise, 34 * sin(pi * clamp(share * 1.1)) * (1 - share) + 8 * rise


LEADS = {"heel": 6, "toe": 6, "brush": 7, "walk": 11, "step": 9, "stamp": 10}


def foot_at(strikes: Sequence[Strike], foot: int, frame: float, rest: tuple[float, float, float]) -> Foot:
    """Where a foot is in a frame; `rest` is x, z and yaw before its first strike."""
    mine = [strike for strike in strikes if strike.foot == foot]
    before = next((strike for strike in reversed(mine) if strike.frame <= frame), None)
    after = next((strike for strike in mine if strike.frame > frame), None)
    x, z, yaw = (before.x, before.z, before.yaw) if before else rest
    if after is None:
        return Foot(x, z, 0, 0, yaw)
    lead = min(LEADS[after.kind], after.frame - before.frame - 1 if before else 99)
    share = (frame - (after.frame - lead)) / lead
    if share <= 0:
        return Foot(x, z, 0, 0, yaw)
    lift, pitch = _flight(after.kind, share)
    along = smooth(share, 0.08, 0.95)
    return Foot(x + (after.x - x) * along, z + (after.z - z) * along, lift, pitch, yaw + (after.yaw - yaw) * along)


def _spring(targets: Vector, hertz: float, damping: float) -> Vector:
    """Targets (frames, n) followed by something with weight: late, then past them, then at rest."""
    stiff = (2 * pi * hertz / 24) ** 2
    drag = 2 * damping * 2 * pi * hertz / 24
    out, place, speed = np.empty_like(targets), targets[0].copy(), np.zeros(targets.shape[1])
    for number, target in enumerate(targets):
        for _ in range(2):
            speed += 0.5 * (stiff * (target - place) - drag * speed)
            place = place + 0.5 * speed
        out[number] = place
    return out


def dip(strikes: Sequence[Strike], frame: float) -> float:
    """How far the knees give (metres, down) after strikes, with a little rise before an accent."""
    total = 0.0
    for strike in strikes:
        late = frame - strike.frame
        if -6 < late < 0 and strike.accent:
            total -= 0.012 * sin(pi * (late + 6) / 6)
        elif 0 <= late < 16:
            total += (0.040 if strike.accent else 0.013) * strike.level * (late + 0.8) / 2 * exp(1 - (late + 0.8) / 2)
    return total


@dataclass(frozen=True)
class Manner:
    """How somebody dances: hips' height, leans in degrees, how much the body goes with the feet, and arms."""

    height: float = 0.925
    lean: float = 4.0
    bend: float = 5.0
    swing: float = 1.0
    knees: float = 0.3
    arms: tuple[str, ...] = DANCE
    look: float = 0.0
    nod: float = 6.0


class Tapper:
    """All poses of somebody who dances through a shot."""

    def __init__(
        self, strikes: Sequence[Strike], path: Path, facing: Turn, frames: int, manner: Manner = Manner(),
        arms_from: int = 0,
    ) -> None:  # fmt: skip
        self.strikes = tuple(strikes)
        self._path, self._facing, self._manner = path, facing, manner
        self._first = -24
        count = frames + 48 - self._first
        whole = [self._plain(self._first + number) for number in range(count)]
        numbers = np.array([self._numbers(pose, self._first + n) for n, pose in enumerate(whole)])
        numbers[:, :5] = _blurred(numbers[:, :5], 2)
        heights = _blurred(numbers[:, 5:6], 1)
        arms = _spring(self._arm_targets(count, arms_from), 2.3 if manner.arms != WALK else 1.6, 0.62)
        self._poses = [
            self._pose(pose, numbers[n], heights[n, 0], arms[n], self._first + n) for n, pose in enumerate(whole)
        ]

    def pose(self, frame: int) -> Pose:
        """The pose in a frame of the shot."""
        return self._poses[min(len(self._poses) - 1, max(0, frame - self._first))]

    def drag(self, frame: int) -> Vector:
        """How far loose things trail behind, metres."""
        now, before = self.pose(frame), self.pose(frame - 2)
        moved = np.array((before.x - now.x, (before.y - now.y) * 1.3, before.z - now.z)) * 0.9
        return np.clip(moved, -0.06, 0.06)

    def _plain(self, frame: int) -> Pose:
        rests = [(*standing(self._path, self._facing, -24, n, 0.1, 0), self._facing(-24)) for n in (0, 1)]
        feet = tuple(foot_at(self.strikes, foot, frame, rests[foot]) for foot in (0, 1))
        x, z = self._path(frame)
        return Pose(x=x, z=z, yaw=self._facing(frame), feet=(feet[0], feet[1]), knees=self._manner.knees)

    def _numbers(self, pose: Pose, frame: int) -> tuple[float, ...]:
        """Shift of the hips (x, z), yaw, roll, lean, and the height within reach."""
        weights = [1.0, 1.0]
        for strike in self.strikes:
            late = frame - strike.frame
            if 0 <= late < 14:
                weights[strike.foot] += strike.level * exp(-late / 6) * 1.4
            if -5 < late < 0:
                weights[strike.foot] *= 0.55
        share = weights[1] / sum(weights)
        left, right = pose.feet
        x, z = left.x + (right.x - left.x) * share, left.z + (right.z - left.z) * share
        forward = turned(pose.yaw)[2]
        apart = (left.x - right.x) * forward[0] + (left.z - right.z) * forward[2]
        shift_x, shift_z = 0.42 * (x - pose.x), 0.42 * (z - pose.z)
        high = stand_height(Pose(x=pose.x + shift_x, z=pose.z + shift_z, yaw=pose.yaw, feet=pose.feet))
        return shift_x, shift_z, -26 * apart * self._manner.swing, 9 * (share - 0.5) * self._manner.swing, apart, high

    def _arm_targets(self, count: int, offset: int) -> Vector:
        accents = [strike for strike in self.strikes if strike.accent or self._manner.arms == WALK]
        names, targets = self._manner.arms, np.empty((count, 6))
        for number in range(count):
            frame = self._first + number + (4 if names != WALK else 9)
            reached = sum(strike.frame <= frame for strike in accents)
            if names == WALK:
                last = next((s for s in reversed(accents) if s.frame <= frame), None)
                name = "walk right" if last is None or last.foot == 0 else "walk left"
            else:
                name = names[(reached + offset) % len(names)]
                now = frame - 4
                if not any(-30 <= strike.frame - now < 20 for strike in self.strikes):
                    name = "hang"
            targets[number] = np.array(ARMS[name]).ravel()
        return targets

    def _pose(self, plain: Pose, numbers: Vector, high: float, arms: Vector, frame: int) -> Pose:
        manner = self._manner
        shift_x, shift_z, yaw, roll, _ = (float(value) for value in numbers[:5])
        down = dip(self.strikes, frame)
        height = min(manner.height, high) - down
        hands = tuple(Arm(*(float(v) for v in arms[3 * n : 3 * n + 3])) for n in (0, 1))
        return Pose(
            x=plain.x + shift_x, y=height, z=plain.z + shift_z, yaw=plain.yaw + yaw, pitch=manner.lean + 60 * down,
            roll=roll, twist=-1.9 * yaw, bend=manner.bend + 90 * down, side=-1.4 * roll, nod=manner.nod + 120 * down,
            turn=0.9 * yaw + manner.look, tilt=0.7 * roll, arms=(hands[0], hands[1]), feet=plain.feet,
            knees=manner.knees,
        )  # fmt: skip


def _blurred(values: Vector, times: int) -> Vector:
    for _ in range(times):
        padded = np.pad(values, ((2, 2), (0, 0)), mode="edge")
        values = sum(weight * padded[n : n + len(values)] for n, weight in enumerate((0.1, 0.22, 0.36, 0.22, 0.1)))
    return values
