"""How long after its delivery a picture is seen, learned from what the window tells."""

import pytest

from visualalbum.film.seen import BEHIND_NS, FIRST_SEEN_NS, LEAST_SEEN_NS, MOST_SEEN_NS, PAINTS, Seen

MS = 1_000_000


def test_a_second_of_paints_is_learned_from_and_less_is_not():
    seen = Seen()
    for _ in range(PAINTS - 1):
        seen.painted(3 * MS)
    assert seen.ns == FIRST_SEEN_NS
    seen.painted(3 * MS)
    assert seen.ns == 3 * MS - BEHIND_NS


def test_what_lies_over_the_picture_is_forgotten_when_it_is_gone():
    seen = Seen()
    for paint_ns in [3 * MS] * PAINTS + [2 * MS] * PAINTS:
        seen.painted(paint_ns)
    assert seen.ns == 2 * MS - BEHIND_NS


def test_paints_that_a_stall_made_late_teach_nothing():
    seen = Seen()
    for number in range(4 * PAINTS):
        seen.painted(500 * MS if number % 3 == 0 else 2 * MS)
    assert seen.ns == 2 * MS - BEHIND_NS


@pytest.mark.parametrize(("paint_ns", "learned_ns"), [(0, LEAST_SEEN_NS), (90 * MS, MOST_SEEN_NS)])
def test_what_is_learned_stays_within_its_bounds(paint_ns, learned_ns):
    seen = Seen()
    for _ in range(PAINTS):
        seen.painted(paint_ns)
    assert seen.ns == learned_ns
