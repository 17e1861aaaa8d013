"""What is made of a recording of locates: how soon each was seen and heard, and what holds from then on."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from measuring import cuts, fast, locates
from tests.support.analysis import Analysis
from tests.support.listening import RATE, Chord, Stretch
from tests.support.plan import Plan, Planned
from tests.support.recorder import Sight

ZERO_MS = 5.0
PLAN = Plan((Planned(1, Fraction(25), 100, Fraction(0), Fraction(30)),), Fraction(30))
SOUND_MS, PICTURE_MS = 60, 120


class Made:
    """A recording of a song that is sent from 3 s to 8 s and from 10 s to 5 s, 2 s after each other."""

    def __init__(self, late_ms: float = 0.0, picture_ms: float = PICTURE_MS, wrong: int = 0) -> None:
        self.samples = np.zeros(RATE * 7, np.float32)
        self.gaps: list[tuple[int, int]] = []
        self.sights: list[Sight] = []
        self._wrong = wrong
        self.pressed = [3_000_000_000, 5_000_000_000]
        spans = ((0.0, 3.06, 0.0), (3.06, 5.06, 8.0), (5.06, 7.0, 5.0))
        self.stretches = [self._stretch(*span) for span in spans]
        shown = [(n / 25, 100 + n) for n in range(75)]
        for at_s, end_s, place_s in spans[1:]:
            first = round((place_s + 0.16) * 25)
            shown.append((at_s + (picture_ms - SOUND_MS) / 1000, 100 + first + wrong))
            moves = at_s + (first + 1) / 25 - place_s + (late_ms + ZERO_MS) / 1000
            shown += [(moves + n / 25, 101 + first + n) for n in range(int((end_s - moves) * 25) - 1)]
        instants = [round(at * 1e9) for at, _ in shown]
        for at, after, (_, number) in zip(instants, [*instants[1:], 7_000_000_000], shown, strict=True):
            self.sights.append(Sight("frame", 1, number, at, at, after, after))

    @staticmethod
    def _stretch(at_s: float, end_s: float, place_s: float) -> Stretch:
        seconds = range(int(place_s) + 1, int(place_s + end_s - at_s) + 1)
        chords = tuple(Chord((at_s + second - place_s) * RATE, second) for second in seconds)
        return Stretch(round(at_s * RATE), round(end_s * RATE), chords, ())

    def instant_ns(self, sample: Any) -> Any:
        return np.asarray(sample) / RATE * 1e9

    def found(self) -> dict[str, Any]:
        def listen(_samples: NDArray[np.float32]) -> list[Stretch]:
            return self.stretches

        return locates.found(Analysis(self, PLAN, listen), self.pressed, ZERO_MS)  # type: ignore[arg-type]


def test_each_locate_is_told_with_its_picture_and_sound() -> None:
    found = Made().found()
    assert [round(one["sound_ms"]) for one in found["each"]] == [60, 60]
    assert [round(one["picture_ms"]) for one in found["each"]] == [120, 120]
    assert [round(one["both_ms"]) for one in found["each"]] == [120, 120]
    assert found["frames"]["count"] > 60
    assert found["frames"]["within_ms"] < 1
    assert all(row.kept for row in locates.rows(found | {"pressed": 2}))


def test_a_late_picture_and_one_of_another_place_are_found() -> None:
    assert [round(one["both_ms"]) for one in Made(picture_ms=180).found()["each"]] == [180, 180]
    other = Made(wrong=300).found()["each"]
    assert all(one["picture_ms"] > 200 for one in other)
    assert not all(row.kept for row in locates.rows(Made(wrong=300).found()))


def test_a_picture_that_stays_behind_is_found() -> None:
    found = Made(late_ms=12).found()
    assert abs(found["frames"]["median_ms"] - 12) < 0.1
    assert not all(row.kept for row in locates.rows(found))


def test_a_locate_that_was_not_heard_is_missing() -> None:
    made = Made()
    made.pressed.append(6_500_000_000)
    assert (len(made.found()["each"]), made.found()["pressed"]) == (2, 3)


def test_cuts_lead_elsewhere_and_half_of_them_off_key_pictures() -> None:
    for one in (*cuts.FULL, *cuts.SHORT):
        parts = cuts.parts(one)
        length = round(cuts.APART_S * one.film.rate)
        assert len(parts) == one.cuts + 1
        off = sum(part.first % one.film.group != 0 for part in parts)
        assert abs(off - len(parts) / 2) <= 1
        assert max(part.first for part in parts) + length < one.film.frames
        for before, after in pairwise(parts):
            assert after.at - before.at == cuts.APART_S
            assert abs(after.first - before.first - length) > length
    assert sum(one.cuts for one in cuts.FULL if one.film == cuts.H264) == 200


def test_fast_cutting_has_all_that_it_is_to_have() -> None:
    for row in fast.reel(3).parts:
        steps = [after.at - before.at for before, after in pairwise(row)]
        assert steps.count(Fraction(1, 4)) == fast.SHOTS
        for before, after, step in zip(row, row[1:], steps, strict=False):
            if before.dissolve:
                assert step - before.dissolve == Fraction(3, 10)
            assert after.first + step * 25 < fast.FILM.frames
        assert sum(bool(part.dissolve) for part in row) == fast.TIMES
        adjoining = [b.first - a.first == (b.at - a.at) * 25 for a, b in pairwise(row)]
        assert sum(adjoining) == fast.TIMES
