"""How long after its delivery a picture is seen, learned from what the window tells."""

import pytest

from visualalbum.film.seen import FIRST_SEEN_NS, LATER_NS, LEAST_SEEN_NS, MOST_SEEN_NS, PAINTS, STEP_NS, Seen

MS = 1_000_000


def painted(*paints_ns: int) -> Seen:
    seen = Seen()
    for paint_ns in paints_ns:
        seen.painted(paint_ns)
    return seen


def test_what_paints_take_is_learned_step_by_step():
    assert painted(*[3 * MS] * 10).ns == FIRST_SEEN_NS + 10 * STEP_NS
    assert painted(*[3 * MS] * 200).ns == 3 * MS + LATER_NS


def test_what_lies_over_the_picture_is_forgotten_when_it_is_gone():
    assert painted(*[3 * MS] * 200, *[2 * MS] * (PAINTS + 60)).ns == 2 * MS + LATER_NS


def test_paints_that_others_made_late_teach_nothing():
    assert painted(*[2 * MS, 2 * MS, 9 * MS, 500 * MS] * PAINTS).ns == 2 * MS + LATER_NS


@pytest.mark.parametrize(("paint_ns", "learned_ns"), [(0, LEAST_SEEN_NS), (90 * MS, MOST_SEEN_NS)])
def test_what_is_learned_stays_within_its_bounds(paint_ns, learned_ns):
    assert painted(*[paint_ns] * 1000).ns == learned_ns
