"""From a pose to joints: hips, spine, shoulders and head turn, legs and arms of two bones reach for where they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import acos, cos, radians, sin, sqrt

import numpy as np
from drawing.space import Vector, turned, unit, vec

THIGH, SHIN, ANKLE = 0.435, 0.425, 0.085
UPPER_ARM, FOREARM, HAND = 0.285, 0.25, 0.17
HIP_HALF, SHOULDER_HALF, SPINE, NECK = 0.085, 0.165, 0.50, 0.085
HEEL_BACK, BALL_AHEAD, TOE_AHEAD = 0.065, 0.125, 0.2
"""A person of 1.72 m, seven and a half heads high; lengths in metres. The foot's are from below the ankle."""


@dataclass(frozen=True)
class Foot:
    """Where a foot is: below its ankle when flat, metres; `pitch` lifts the heel (the toe where negative), degrees."""

    x: float
    z: float
    lift: float = 0.0
    pitch: float = 0.0
    yaw: float = 90.0
    free: bool = False
    """In the air with nothing to stand on: (x, lift, z) is the ankle and the toe follows the shin."""


@dataclass(frozen=True)
class Arm:
    """Where a hand reaches: from its shoulder out, up and forward in the chest's frame, or a place in the room."""

    out: float = 0.16
    up: float = -0.46
    forward: float = 0.06
    planted: bool = False
    """(out, up, forward) is a place in the room, and the palm lies there."""


@dataclass(frozen=True)
class Pose:
    """All that a body does in one frame; metres and degrees."""

    x: float = 0.0
    y: float = 0.9
    z: float = 0.0
    yaw: float = 90.0
    pitch: float = 0.0
    roll: float = 0.0
    twist: float = 0.0
    bend: float = 0.0
    side: float = 0.0
    nod: float = 0.0
    turn: float = 0.0
    tilt: float = 0.0
    arms: tuple[Arm, Arm] = (Arm(), Arm())
    feet: tuple[Foot, Foot] = (Foot(0, 0.1), Foot(0, -0.1))
    knees: float = 0.25
    """How far the knees turn out."""


@dataclass(frozen=True)
class FootBones:
    """A foot: ankle, and the frame (right, up, forward) of its sole with the point of it below the ankle."""

    ankle: Vector
    sole: Vector
    axes: Vector


@dataclass(frozen=True)
class Bones:
    """Joints in the room. Pairs are left, right."""

    pelvis: Vector
    hips_axes: Vector
    spine: tuple[Vector, Vector, Vector]
    chest_axes: Vector
    neck: Vector
    head: Vector
    head_axes: Vector
    hips: tuple[Vector, Vector]
    knees: tuple[Vector, Vector]
    feet: tuple[FootBones, FootBones]
    shoulders: tuple[Vector, Vector]
    elbows: tuple[Vector, Vector]
    wrists: tuple[Vector, Vector]
    hands: tuple[Vector, Vector]


def reach(start: Vector, end: Vector, upper: float, lower: float, towards: Vector) -> tuple[Vector, Vector]:
    """The middle joint and the end of a limb that reaches for `end`, its joint pointing `towards`."""
    line = end - start
    far = float(np.sqrt(line @ line))
    span = min(max(far, abs(upper - lower) + 1e-3), (upper + lower) * 0.9995)
    axis = line / max(far, 1e-6)
    side = towards - axis * float(towards @ axis)
    side = unit(side) if side @ side > 1e-8 else unit(np.cross(axis, vec(0.3, 0.2, 1)))
    angle = acos(max(-1.0, min(1.0, (upper**2 + span**2 - lower**2) / (2 * upper * span))))
    return start + upper * (axis * cos(angle) + side * sin(angle)), start + axis * span


def foot_bones(foot: Foot) -> FootBones:
    """Ankle and sole of a foot that stands or is lifted; the ball or the heel stays where it is as it pitches."""
    flat = turned(foot.yaw)
    pivot_ahead = BALL_AHEAD if foot.pitch > 0 else -HEEL_BACK
    axes = turned(foot.yaw, foot.pitch)
    pivot = vec(foot.x, foot.lift, foot.z) + flat[2] * pivot_ahead
    sole = pivot - axes[2] * pivot_ahead
    return FootBones(sole + axes[1] * ANKLE, sole, axes)


def _free_foot(knee: Vector, ankle: Vector, hips_axes: Vector) -> FootBones:
    """A foot in the air, half pointed."""
    shin = unit(ankle - knee)
    ahead = hips_axes[2] - shin * float(hips_axes[2] @ shin)
    ahead = unit(ahead) if ahead @ ahead > 1e-4 else unit(hips_axes[1] - shin * float(hips_axes[1] @ shin))
    forward = unit(ahead * cos(radians(42)) + shin * sin(radians(42)))
    up = unit(-shin - forward * float(-shin @ forward))
    return FootBones(ankle, ankle - up * ANKLE, np.stack((np.cross(forward, up), up, forward)))


def stand_height(pose: Pose) -> float:
    """The greatest height of the pelvis at which both feet are within reach."""
    axes = turned(pose.yaw, pose.pitch, pose.roll)
    highest = 9.0
    for side, foot in zip((-1, 1), pose.feet, strict=True):
        if foot.free:
            continue
        root = vec(pose.x, 0, pose.z) + axes[0] * side * HIP_HALF
        ankle = foot_bones(foot).ankle
        flat2 = (ankle[0] - root[0]) ** 2 + (ankle[2] - root[2]) ** 2
        length = (THIGH + SHIN) * 0.988
        highest = min(highest, ankle[1] + sqrt(max(0.05, length**2 - flat2)) - root[1])
    return highest


def bones(pose: Pose) -> Bones:
    """All joints of a pose."""
    hips_axes = turned(pose.yaw, pose.pitch, pose.roll)
    middle_axes = turned(pose.yaw + pose.twist / 2, pose.pitch + pose.bend * 0.6, pose.roll + pose.side * 0.6)
    chest_axes = turned(pose.yaw + pose.twist, pose.pitch + pose.bend, pose.roll + pose.side)
    head_axes = turned(
        pose.yaw + pose.twist + pose.turn, pose.pitch + pose.bend + pose.nod, pose.roll + pose.side + pose.tilt
    )
    pelvis = vec(pose.x, pose.y, pose.z)
    waist = pelvis + hips_axes[1] * SPINE * 0.34
    ribs = waist + middle_axes[1] * SPINE * 0.33
    top = ribs + chest_axes[1] * SPINE * 0.33
    neck = top + unit(chest_axes[1] + 0.35 * chest_axes[2]) * NECK
    head = neck + head_axes[1] * 0.085 + head_axes[2] * 0.022
    hips = tuple(pelvis + hips_axes[0] * side * HIP_HALF - hips_axes[1] * 0.02 for side in (-1, 1))
    knees, feet = [], []
    for side, root, foot in zip((-1, 1), hips, pose.feet, strict=True):
        out = hips_axes[0] * side * pose.knees
        if foot.free:
            knee, ankle = reach(root, vec(foot.x, foot.lift, foot.z), THIGH, SHIN, hips_axes[2] + out)
            feet.append(_free_foot(knee, ankle, hips_axes))
        else:
            planted = foot_bones(foot)
            knee, _ = reach(root, planted.ankle, THIGH, SHIN, hips_axes[2] * 0.6 + turned(foot.yaw)[2] * 0.6 + out)
            feet.append(planted)
        knees.append(knee)
    shoulders, elbows, wrists, hands = [], [], [], []
    for side, arm in zip((-1, 1), pose.arms, strict=True):
        shoulder = top + chest_axes[0] * side * SHOULDER_HALF - chest_axes[1] * 0.035
        if arm.planted:
            palm = vec(arm.out, arm.up, arm.forward)
            wanted = palm + vec(0, 0.06, 0)
            bow = chest_axes[0] * side - chest_axes[2] * 0.3
        else:
            wanted = shoulder + chest_axes.T @ vec(side * arm.out, arm.up, arm.forward)
            bow = chest_axes[0] * side * 0.55 - chest_axes[2] * 0.8 - chest_axes[1] * 0.35
        elbow, wrist = reach(shoulder, wanted, UPPER_ARM, FOREARM, bow)
        along = unit(wrist - elbow)
        hand = palm - wrist if arm.planted else along * 0.8 + vec(0, -0.25, 0) + chest_axes[2] * 0.1
        shoulders.append(shoulder)
        elbows.append(elbow)
        wrists.append(wrist)
        hands.append(wrist + unit(hand) * (0.08 if arm.planted else HAND * 0.55))
    return Bones(
        pelvis, hips_axes, (waist, ribs, top), chest_axes, neck, head, head_axes,
        (hips[0], hips[1]), (knees[0], knees[1]), (feet[0], feet[1]),
        (shoulders[0], shoulders[1]), (elbows[0], elbows[1]), (wrists[0], wrists[1]), (hands[0], hands[1]),
    )  # fmt: skip


def mixed_pose(first: Pose, second: Pose, share: float) -> Pose:
    """A pose on the way from one to another; what cannot be halved changes in the middle."""

    def mix(one: object, other: object) -> object:
        if isinstance(one, bool):
            return other if share >= 0.5 else one
        if isinstance(one, float | int):
            return one + (other - one) * share
        if isinstance(one, tuple):
            return tuple(mix(*pair) for pair in zip(one, other, strict=True))
        return replace(
            one, **{name: mix(getattr(one, name), getattr(other, name)) for name in one.__dataclass_fields__}
        )

    return mix(first, second)
