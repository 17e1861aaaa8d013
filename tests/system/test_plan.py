"""What a recording is held against: the plan of a written album, of a resolved one, and what its stills cover."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from tests.support import albums
from tests.support.plan import Plan, Planned
from tests.support.resolved import resolve

pytestmark = pytest.mark.untimed

PARTS = (
    Planned(0, Fraction(25), 100, Fraction(0), Fraction(4)),
    Planned(0, Fraction(25), 40, Fraction(4), Fraction(8)),
    Planned(0, Fraction(25), 500, Fraction(8), Fraction(12), dissolve=Fraction(1)),
)


def test_a_frame_is_sought_in_the_segment_that_shows_it_nearest() -> None:
    plan = Plan((*PARTS, Planned(0, Fraction(25), 100, Fraction(20), Fraction(24))), Fraction(24))
    assert plan.sought(0, 110, 0.5) == (0, pytest.approx(0.4))
    assert plan.sought(0, 110, 20.5) == (3, pytest.approx(20.4))
    assert plan.sought(1, 110, 0.5) is None
    assert plan.sought(0, 200, 4.0) is None


def test_no_cut_is_read_under_a_still_or_in_a_dissolve() -> None:
    assert Plan(PARTS, Fraction(12)).cuts == (1,)
    assert Plan(PARTS, Fraction(12), covered=((Fraction(3), Fraction(5)),)).cuts == ()


def test_a_written_album_resolves_to_its_own_plan(tmp_path: Path) -> None:
    album = albums.album(tmp_path)
    resolved = resolve(album.manifest).plan
    assert float(resolved.length) == pytest.approx(float(album.plan.length), abs=1e-6)
    for ours, theirs in zip(album.plan.segments, resolved.segments, strict=True):
        assert ours.first == theirs.first
        assert float(ours.start) == pytest.approx(float(theirs.start), abs=1e-6)
        assert float(ours.end) == pytest.approx(float(theirs.end), abs=1e-6)


def test_a_long_album_lasts_as_long_as_it_was_asked_for(tmp_path: Path) -> None:
    album = albums.long_album(tmp_path, 3)
    assert 180 <= album.plan.length < 210
    assert float(resolve(album.manifest).timeline.end_us) / 1e6 == pytest.approx(float(album.plan.length), abs=1e-3)
