"""What the two dancers are made of: round parts around their bones, as clothes, hair and shoes."""

from __future__ import annotations

import itertools

from drawing.rounds import Round, Slab, Stuff
from drawing.space import Vector, unit, vec

from backstage.skeleton import BALL_AHEAD, HEEL_BACK, TOE_AHEAD, Bones, FootBones

CLOTH, TROUSERS, SKIN, HAIR, SHIRT, LEATHER, STEEL, SOLE = range(8)

DANCER_STUFFS = (
    Stuff((0.16, 0.17, 0.24), 0.05, 10, 0.5),
    Stuff((0.13, 0.135, 0.19), 0.04, 10, 0.45),
    Stuff((0.80, 0.56, 0.43), 0.12, 14, 0.5),
    Stuff((0.05, 0.042, 0.046), 0.10, 9, 0.4),
    Stuff((0.85, 0.84, 0.80), 0.05, 10, 0.4),
    Stuff((0.20, 0.10, 0.06), 0.85, 26, 0.3),
    Stuff((0.62, 0.64, 0.66), 1.3, 40, 0.6),
    Stuff((0.05, 0.04, 0.04), 0.1, 20, 0.2),
)
BREAKER_STUFFS = (
    Stuff((0.30, 0.33, 0.38), 0.02, 8, 0.6),
    Stuff((0.17, 0.19, 0.23), 0.02, 8, 0.5),
    Stuff((0.78, 0.54, 0.42), 0.12, 14, 0.5),
    Stuff((0.42, 0.10, 0.09), 0.03, 10, 0.7),
    Stuff((0.45, 0.48, 0.54), 0.02, 8, 0.5),
    Stuff((0.80, 0.82, 0.86), 0.3, 18, 0.4),
    Stuff((0.55, 0.57, 0.60), 0.2, 20, 0.4),
    Stuff((0.70, 0.72, 0.76), 0.2, 20, 0.3),
)


def _limb(points: list[tuple[Vector, float]], stuff: int, cut: bool = False) -> list[Round]:
    """A chain of parts through points with their radii; `cut` ends it flat."""
    pairs = list(itertools.pairwise(points))
    return [
        Round(p0, r0, p1, r1, stuff, (False, cut and number == len(pairs) - 1))
        for number, ((p0, r0), (p1, r1)) in enumerate(pairs)
    ]


def _along(start: Vector, end: Vector, share: float) -> Vector:
    return start + (end - start) * share


def _shoe(foot: FootBones, tap: bool) -> list[Round]:
    """A shoe on its sole: heel, waist, ball, toe and a collar; a tap shoe has a block of a heel and two plates."""
    right, up, ahead = foot.axes

    def at(forward: float, high: float, out: float = 0.0) -> Vector:
        return foot.sole + ahead * forward + up * high + right * out

    rise = 0.022 if tap else 0.028
    upper = Slab(foot.sole, up, rise * 0.5, 9)
    front = Slab(foot.sole, up, 0.006, 9)
    fat = 1.0 if tap else 1.16
    line = [(0.020, 0.064, 0.034), (0.062, 0.051, 0.034), (0.098, 0.036, 0.0365), (0.132, 0.025, 0.037)]
    parts = [
        Round(at(-0.029, rise + 0.010), 0.033 * fat, at(-0.024, rise + 0.042), 0.031 * fat, LEATHER, slab=upper),
        Round(at(-0.020, 0.048), 0.035 * fat, at(0.045, 0.044), 0.034 * fat, LEATHER, slab=upper),
        Round(at(-0.010, 0.066), 0.034 * fat, at(-0.006, 0.098), 0.037 * fat, LEATHER, (False, True)),
        Round(at(0.132, 0.024), 0.0375 * fat, at(TOE_AHEAD - 0.034, 0.016), 0.0345 * fat, LEATHER, slab=front),
        # The sole from waist to toe, and the heel.
        Round(at(BALL_AHEAD - 0.05, 0.0), 0.042 * fat, at(TOE_AHEAD - 0.034, 0.0), 0.037 * fat, SOLE,
              slab=Slab(foot.sole, up, 0.0, 0.010 if tap else 0.022)),
    ]  # fmt: skip
    for (a0, h0, r0), (a1, h1, r1) in itertools.pairwise(line):
        parts.append(Round(at(a0, h0), r0 * fat, at(a1, h1), r1 * fat, LEATHER, slab=upper if a0 < 0.09 else front))
    for number in range(4):  # laces
        share = number / 3
        ahead_m, high_m = 0.034 + 0.046 * share, (0.0935 - 0.0215 * share) * (1 if tap else 1.07)
        parts.append(Round(at(ahead_m, high_m, -0.017), 0.0036, at(ahead_m + 0.004, high_m, 0.017), 0.0036,
                           SHIRT if not tap else SOLE))  # fmt: skip
    if tap:
        heel = Slab(foot.sole, up, 0.0, 0.026)
        parts += [
            Round(at(-0.030, 0.012), 0.036, at(0.008, 0.012), 0.034, SOLE, (False, True), slab=heel),
            Round(at(-0.030, 0.002), 0.037, at(0.008, 0.002), 0.035, STEEL, (False, True),
                  slab=Slab(foot.sole, up, -0.001, 0.006)),
            Round(at(BALL_AHEAD - 0.02, 0.002), 0.041, at(TOE_AHEAD - 0.034, 0.002), 0.0375, STEEL,
                  slab=Slab(foot.sole, up, -0.001, 0.005)),
        ]  # fmt: skip
    else:
        parts.append(Round(at(-HEEL_BACK + 0.03, 0.0), 0.040, at(BALL_AHEAD, 0.0), 0.042, SOLE,
                           slab=Slab(foot.sole, up, 0.0, 0.026)))  # fmt: skip
    return parts


def shoe_alone(foot: FootBones) -> list[Round]:
    """A tap shoe with nobody in it."""
    return _shoe(foot, tap=True)


def _hand(wrist: Vector, hand: Vector, inward: Vector) -> list[Round]:
    along = unit(hand - wrist)
    across = unit(inward - along * float(inward @ along))
    knuckles = wrist + along * 0.085
    tips = knuckles + unit(along + across * 0.35) * 0.075
    return [
        Round(wrist, 0.026, knuckles, 0.034, SKIN),
        Round(knuckles + across * 0.006, 0.026, tips, 0.014, SKIN),
        Round(wrist + along * 0.03, 0.016, wrist + along * 0.085 + across * 0.045, 0.011, SKIN),
    ]


def _head(bones: Bones) -> list[Round]:
    right, up, ahead = bones.head_axes
    at = bones.head
    skull = at + up * 0.035 - ahead * 0.012
    chin = at - up * 0.085 + ahead * 0.058
    return [
        Round(bones.spine[2] + bones.chest_axes[1] * 0.01, 0.056, bones.neck + up * 0.05, 0.05, SKIN),
        Round(skull, 0.086, skull + ahead * 0.018, 0.082, SKIN),
        Round(at + ahead * 0.025, 0.066, chin, 0.028, SKIN),
        Round(at - up * 0.02 + right * 0.0, 0.064, chin - ahead * 0.015, 0.034, SKIN),
        Round(at + up * 0.012 + ahead * 0.088, 0.009, at - up * 0.018 + ahead * 0.104, 0.013, SKIN),
        Round(at - up * 0.046 + ahead * 0.082, 0.014, at - up * 0.056 + ahead * 0.080, 0.014, SKIN),
        Round(at - ahead * 0.01 + right * 0.079, 0.016, at - up * 0.025 - ahead * 0.012 + right * 0.076, 0.012, SKIN),
        Round(at - ahead * 0.01 - right * 0.079, 0.016, at - up * 0.025 - ahead * 0.012 - right * 0.076, 0.012, SKIN),
    ]


def _mop(bones: Bones, wind: Vector) -> list[Round]:
    """The dancer's hair: a full head with a fringe and a few tufts that the air moves."""
    right, up, ahead = bones.head_axes
    top = bones.head + up * 0.052 - ahead * 0.022
    parts = [
        Round(top, 0.092, top - up * 0.035 - ahead * 0.012, 0.088, HAIR),
        Round(top + up * 0.03 + ahead * 0.04, 0.068, top + up * 0.004 + ahead * 0.088, 0.032, HAIR),
        Round(top - up * 0.07 - ahead * 0.035, 0.072, bones.neck - ahead * 0.04 + up * 0.06, 0.044, HAIR),
    ]
    for out, forward, high, length in (
        (0.05, 0.072, 0.005, 0.05), (-0.045, 0.076, 0.0, 0.055), (0.0, 0.082, -0.004, 0.05), (0.066, 0.03, 0.0, 0.07),
        (-0.066, 0.03, 0.0, 0.07), (0.035, -0.07, 0.03, 0.05), (-0.035, -0.078, 0.022, 0.055),
        (0.045, -0.08, -0.04, 0.06), (-0.045, -0.08, -0.04, 0.06), (0.0, -0.088, -0.06, 0.06),
    ):  # fmt: skip
        root = top + right * out + ahead * forward + up * high
        outward = right * out + ahead * forward
        tip = root + outward * 0.30 - up * length * (0.75 if high < 0.01 else 0.2) + wind * 0.5
        parts.append(Round(root, 0.030, tip, 0.008, HAIR))
    return parts


def _torso(bones: Bones, wide: float, deep: float, belly: float, stuff: int, hem: float) -> list[Round]:
    """The trunk as five staves side by side from hem to shoulders, and the shoulders across them."""
    hips, chest = bones.hips_axes, bones.chest_axes
    waist, ribs, top = bones.spine
    low = bones.pelvis - hips[1] * hem
    parts = []
    for place in (-1.0, -0.5, 0.0, 0.5, 1.0):
        back = deep * 0.25 * (1 - place * place)
        parts += _limb(
            [
                (low + hips[0] * place * wide * 0.86, belly * 1.02),
                (waist + hips[0] * place * wide * 0.62 - hips[2] * back * 0.3, belly * 0.94),
                (ribs + chest[0] * place * wide * 0.8 + chest[2] * 0.008, deep),
                (top - chest[1] * 0.06 + chest[0] * place * wide * 0.86, deep * 0.80),
            ],
            stuff,
        )
    parts = [Round(p.p0, p.r0, p.p1, p.r1, p.stuff, (n % 3 == 0 and hem > 0.03, False)) for n, p in enumerate(parts)]
    shoulders = bones.shoulders
    parts.append(Round(shoulders[0], 0.054, _along(shoulders[0], top, 0.8) + chest[1] * 0.028, 0.05, stuff))
    parts.append(Round(shoulders[1], 0.054, _along(shoulders[1], top, 0.8) + chest[1] * 0.028, 0.05, stuff))
    return parts


def dancer(bones: Bones, drag: Vector | None = None) -> list[Round]:
    """The dancer: a school jacket with a stand collar and straight trousers; `drag` is how far hair and hem trail."""
    wind = vec(0, 0, 0) if drag is None else drag
    hips, chest = bones.hips_axes, bones.chest_axes
    parts = _torso(bones, 0.1, 0.086, 0.08, CLOTH, 0.10)
    for side in (-1, 1):  # the jacket's tails
        root = bones.pelvis - hips[1] * 0.02 + hips[0] * side * 0.078
        parts.append(Round(root, 0.086, root - hips[1] * 0.11 + wind * 0.5 + hips[0] * side * 0.014, 0.094, CLOTH,
                           (False, True)))  # fmt: skip
    parts.append(Round(bones.spine[2] + chest[1] * 0.008, 0.066, bones.neck + chest[1] * 0.004, 0.059, CLOTH,
                       (False, True)))  # fmt: skip
    for n in (0, 1):
        hip, knee, ankle = bones.hips[n], bones.knees[n], bones.feet[n].ankle
        cuff = ankle - bones.feet[n].axes[1] * 0.008
        parts.append(Round(_along(knee, ankle, 0.85), 0.04, ankle - bones.feet[n].axes[1] * 0.02, 0.036, SOLE))
        parts += _limb(
            [(hip, 0.082), (_along(hip, knee, 0.45), 0.073), (knee, 0.058), (_along(knee, ankle, 0.3), 0.056),
             (_along(knee, ankle, 0.6), 0.053), (cuff, 0.057)], TROUSERS, cut=True,
        )  # fmt: skip
        shoulder, elbow, wrist = bones.shoulders[n], bones.elbows[n], bones.wrists[n]
        parts += _limb([(shoulder, 0.056), (_along(shoulder, elbow, 0.5), 0.05), (elbow, 0.043)], CLOTH)
        parts += _limb([(elbow, 0.043), (_along(elbow, wrist, 0.35), 0.043), (_along(elbow, wrist, 0.9), 0.036)], CLOTH,
                       cut=True)  # fmt: skip
        parts.append(Round(_along(elbow, wrist, 0.85), 0.03, _along(elbow, wrist, 0.97), 0.03, SHIRT, (False, True)))
        parts += _hand(wrist, bones.hands[n], chest[2] * 0.5 + chest[0] * (1 if n == 0 else -1))
        parts += _shoe(bones.feet[n], tap=True)
    return parts + _head(bones) + _mop(bones, wind)


def breaker(bones: Bones, drag: Vector | None = None) -> list[Round]:
    """The breaker: a hooded top with its hood down, loose trousers, a cap of wool, big shoes."""
    wind = vec(0, 0, 0) if drag is None else drag
    hips, chest = bones.hips_axes, bones.chest_axes
    _right, up, ahead = bones.head_axes
    parts = _torso(bones, 0.112, 0.1, 0.098, CLOTH, 0.07)
    top = bones.spine[2]
    parts += [
        Round(top + chest[0] * 0.085 + chest[1] * 0.045, 0.05, top - chest[2] * 0.09 + chest[1] * 0.035, 0.068, CLOTH),
        Round(top - chest[0] * 0.085 + chest[1] * 0.045, 0.05, top - chest[2] * 0.09 + chest[1] * 0.035, 0.068, CLOTH),
        Round(top - chest[2] * 0.09 + chest[1] * 0.03, 0.068,
              top - chest[2] * 0.12 - chest[1] * 0.06 + wind * 0.3, 0.05, CLOTH),
        Round(top + chest[0] * 0.06 + chest[1] * 0.05 + chest[2] * 0.05, 0.036,
              top - chest[0] * 0.06 + chest[1] * 0.05 + chest[2] * 0.05, 0.036, CLOTH),
    ]  # fmt: skip
    for side in (-1, 1):
        root = bones.pelvis + hips[0] * side * 0.07
        parts.append(Round(root, 0.104, root - hips[1] * 0.085 + wind * 0.3, 0.098, CLOTH, (False, True)))
    for n in (0, 1):
        hip, knee, ankle = bones.hips[n], bones.knees[n], bones.feet[n].ankle
        parts += _limb(
            [(hip - hips[1] * 0.02, 0.1), (_along(hip, knee, 0.5), 0.096), (knee, 0.08),
             (_along(knee, ankle, 0.55) + wind * 0.25, 0.082), (_along(knee, ankle, 0.88), 0.074)], TROUSERS,
        )  # fmt: skip
        shoulder, elbow, wrist = bones.shoulders[n], bones.elbows[n], bones.wrists[n]
        parts += _limb([(shoulder, 0.070), (_along(shoulder, elbow, 0.55), 0.064), (elbow, 0.057)], CLOTH)
        parts += _limb(
            [(elbow, 0.057), (_along(elbow, wrist, 0.55), 0.054), (_along(elbow, wrist, 0.86), 0.046)], CLOTH
        )
        parts += _hand(wrist, bones.hands[n], chest[2] * 0.5 + chest[0] * (1 if n == 0 else -1))
        parts += _shoe(bones.feet[n], tap=False)
    crown = bones.head + up * 0.052 - ahead * 0.02
    parts += _head(bones)
    parts += [
        Round(crown, 0.094, crown + up * 0.018 - ahead * 0.02, 0.088, HAIR),
        Round(crown + up * 0.0 + ahead * 0.02, 0.088, crown + up * 0.03 - ahead * 0.05, 0.072, HAIR),
        Round(crown - up * 0.012, 0.099, crown - up * 0.034, 0.098, HAIR, (True, True)),
    ]
    return parts
