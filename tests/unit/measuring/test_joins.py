"""What is on a stage around joins, held against a plan: each kind of picture that nobody planned has to be found."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest

from measuring import joins
from tests.support import barcode
from tests.support.joined_album import BELOW, LEAST_MS, MOST_MS, STILLS_FILM, scenes
from tests.support.recorder import Sight
from tests.support.scenes import Judged, Look, Scene, judge
from tests.support.songclock import Roll

RATE = Fraction(25)
FIRST, STILL, SECOND = Look(1, 300, Fraction(0), RATE), Look(9, 4), Look(1, 50, Fraction(2), RATE)
SCENES = (
    Scene(Fraction(0), Fraction(1), FIRST),
    Scene(Fraction(1), Fraction(2), STILL),
    Scene(Fraction(2), Fraction(4), SECOND, Look(9, BELOW), Fraction(1)),
)
ROLL = Roll(0, 5e9, ((0.0, 0.0), (5e9, 0.0)), ())
Shot = tuple[float, str, int, int, tuple[int, int] | None, float]


def as_planned() -> list[Shot]:
    """From when on what is seen: kind, film, number, the weaker picture and its share."""
    found: list[Shot] = [(n / 25, "frame", 1, 300 + n, None, 0.0) for n in range(25)]
    found.append((1.0, "frame", 9, 4, None, 0.0))
    for n in range(50):
        share = n / 25
        one, other = (1, 50 + n), (9, BELOW)
        if share < 0.1:
            found.append((2 + n / 25, "frame", *other, None, 0.0))
        elif share <= 0.42:
            found.append((2 + n / 25, "mixed", *other, one, share))
        elif share < 0.58:
            found.append((2 + n / 25, "unknown", 0, 0, None, 0.0))
        elif share <= 0.9:
            found.append((2 + n / 25, "mixed", *one, other, 1 - share))
        else:
            found.append((2 + n / 25, "frame", *one, None, 0.0))
    return found


def judged(shots: list[Shot]) -> Judged:
    """What is made of them, where the song is heard from 0 to 5 s."""
    sights = []
    for (at, kind, film, number, under, share), after in zip(shots, [*shots[1:], None], strict=True):
        came, gone = round(at * 1e9), round((after[0] if after else 5) * 1e9)
        sights.append(Sight(kind, film, number, came, came, gone, gone, under, share))
    return judge(sights, ROLL, SCENES, 0.0, 4.0)


def test_what_is_planned_is_no_stray_and_every_scene_is_seen() -> None:
    found = judged(as_planned())
    assert found.unplanned == ()
    assert found.seen == (True, True)


@pytest.mark.parametrize(
    ("at_s", "lasts_s", "kind", "film", "number"),
    [
        (0.5, 0.02, "black", 0, 0),
        (0.5, 0.02, "unknown", 0, 0),
        (0.5, 0.02, "frame", 1, 700),  # of no segment
        (0.5, 0.02, "frame", 1, 304),  # of this one, a third of a second old
        (1.0, 0.08, "frame", 1, 324),  # stale after the join
        (1.4, 0.02, "frame", 9, 5),  # another still
        (2.0, 0.3, "frame", 9, 4),  # the one from before, when another is under the dissolve
        (2.2, 0.1, "frame", 1, 55),  # there at once, where it is to come slowly
        (2.2, 0.1, "unknown", 0, 0),
        (2.8, 0.15, "frame", 9, BELOW),
        (3.2, 0.02, "frame", 9, BELOW),
    ],
)
def test_a_picture_nobody_planned_is_found(at_s: float, lasts_s: float, kind: str, film: int, number: int) -> None:
    shots = [shot for shot in as_planned() if not at_s <= shot[0] < at_s + lasts_s]
    before = max((shot for shot in as_planned() if shot[0] <= at_s + lasts_s), key=lambda shot: shot[0])
    wrong: list[Shot] = [(at_s, kind, film, number, None, 0.0), (at_s + lasts_s, *before[1:])]
    found = judged(sorted([*shots, *wrong], key=lambda shot: shot[0]))
    assert found.unplanned
    assert found.unplanned[0].sight.kind == kind
    assert found.unplanned[0].at_s == pytest.approx(at_s, abs=0.05)


def test_a_mixture_of_other_pictures_or_in_other_parts_is_found() -> None:
    for wrong in ((9, 7), (1, 400)):
        shots = [(*shot[:4], wrong, shot[5]) if shot[1] == "mixed" and shot[0] < 2.5 else shot for shot in as_planned()]
        assert judged(shots).unplanned
    early = [(*shot[:5], shot[5] + 0.2) if shot[1] == "mixed" and shot[0] < 2.2 else shot for shot in as_planned()]
    assert judged(early).unplanned


def test_a_still_that_never_came_is_not_seen() -> None:
    shots = [replace_still(shot) for shot in as_planned()]
    assert judged(shots).seen == (False, True)


def replace_still(shot: Shot) -> Shot:
    return (shot[0], "black", 0, 0, None, 0.0) if shot[0] == 1.0 else shot


def test_a_mixture_is_read_from_one_line() -> None:
    one, other = np.zeros((9, 640), np.uint8), np.zeros((9, 640), np.uint8)
    barcode.paint(one, 1, 1234)
    barcode.paint(other, 9, 21)
    for share in (0.12, 0.25, 0.4):
        mixed = (one[0] * (1 - share) + other[0] * share).round().astype(np.uint8)
        found = barcode.read_mixture(mixed)
        assert found is not None
        assert (found.stronger, found.weaker) == ((1, 1234), (9, 21))
        assert found.share == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize("share", [0.0, 0.04, 0.46, 0.5])
def test_what_cannot_be_told_apart_is_no_mixture(share: float) -> None:
    one, other = np.zeros((9, 640), np.uint8), np.zeros((9, 640), np.uint8)
    barcode.paint(one, 1, 1234)
    barcode.paint(other, 9, 21)
    assert barcode.read_mixture((one[0] * (1 - share) + other[0] * share).round().astype(np.uint8)) is None
    grey = np.full(640, 110, np.uint8)
    assert barcode.read_mixture(grey) is None


def test_albums_have_every_kind_of_join_and_pictures_as_long_as_they_are_to_be() -> None:
    drawn = [scenes(joins.JOINS, seed) for seed in range(joins.ALBUMS)]
    assert sum(len(one) - 1 for one in drawn) >= 1000
    for one in drawn:
        assert all(before.end == after.start for before, after in pairwise(one))
        lengths = [scene.end - scene.start - scene.dissolve for scene in one[1:]]
        assert LEAST_MS <= min(lengths) * 1000 <= max(lengths) * 1000 <= MOST_MS
        kinds = {(bool(a.look.rate), bool(b.look.rate), bool(b.dissolve)) for a, b in pairwise(one)}
        assert len(kinds) == 6
        assert all(scene.under == Look(STILLS_FILM, BELOW) or scene.under.rate for scene in one if scene.under)
        assert one == scenes(joins.JOINS, drawn.index(one))


def test_an_album_that_was_not_heard_has_seen_no_join() -> None:
    figures = {"joins": 60, "seen": 0, "unplanned": []}
    assert not all(row.kept for row in joins.rows([figures]))
    assert all(row.kept for row in joins.rows([figures | {"seen": 60}]))
