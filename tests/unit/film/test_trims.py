"""Rates as libVLC can do them."""

import pytest

from visualalbum.film.trims import trim


@pytest.mark.parametrize("percent", [2.0, -2.0, 5.0, -5.0, 0.07, -0.03, 24.0, 60.0, -60.0])
def test_a_trim_shifts_as_far_as_was_asked(percent):
    wanted = trim(percent, 1_000_000_000)
    assert (wanted.rate - 1) * wanted.duration_ns == pytest.approx(percent * 1e7, rel=1e-6)


@pytest.mark.parametrize("percent", [2.0, -2.0, 5.0, -5.0, 0.07, -0.03, 300.0, -150.0])
def test_a_trim_asks_for_a_rate_that_libvlc_cuts_down_to_the_one_meant(percent):
    wanted = trim(percent, 1_000_000_000)
    assert 1000 / int(1000 / wanted.asked) == pytest.approx(wanted.rate)
    assert 0.8 <= wanted.rate <= 1.25
    assert (wanted.rate > 1) == (percent > 0)


@pytest.mark.parametrize(("percent", "duration_ns"), [(0.0, 1_000_000_000), (2.0, 0), (2.0, -5)])
def test_a_trim_that_shifts_nothing_is_none(percent, duration_ns):
    assert trim(percent, duration_ns) is None
