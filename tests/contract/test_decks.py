"""What the engine may rely on with any deck: one suite for the fake and for libVLC."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.contract.deck_rigs import FakeRig, RealRig, Rig
from visualalbum.engine.ports import DeckReport, DeckState

SOON_NS = 250_000_000
"""Enough for a deck to prepare a take."""


@pytest.fixture(params=[FakeRig, RealRig], ids=["fake", "libVLC"])
def rig(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Rig]:
    made = request.param(tmp_path)
    yield made
    made.close()


def is_(state: DeckState):
    return lambda report: report.state is state


def roll(rig: Rig, film_us: int, serial: int = 1) -> int:
    """Prime and roll; returns the instant the held frame is due."""
    rig.deck.prime(rig.clip, film_us, serial)
    rig.wait(is_(DeckState.PRIMED), "a primed deck")
    due_ns = rig.now() + SOON_NS
    rig.deck.roll_at(due_ns)
    return due_ns


def zero_ns(rig: Rig, since: int = 0) -> float:
    """The instant at which film time 0 would have been seen, by the readings from number `since` on."""
    return statistics.median(reading.instant_ns - reading.time_us * 1000 for reading in rig.readings()[since:])


def wait_readings(rig: Rig, count: int) -> None:
    start = len(rig.readings())
    rig.wait(lambda _report: len(rig.readings()) >= start + count, f"{count} readings", 5)


def test_a_new_deck_is_empty(rig):
    assert rig.deck.poll().state is DeckState.EMPTY
    assert rig.deck.name == "A"


def test_priming_is_reported_at_once_with_its_serial(rig):
    rig.deck.prime(rig.clip, 1_000_000, 7)
    report = rig.deck.poll()
    assert (report.state, report.serial) == (DeckState.PRIMING, 7)


@pytest.mark.parametrize(("asked_us", "held_us"), [(1_000_000, 1_000_000), (1_010_000, 1_040_000), (0, 0)])
def test_priming_holds_the_first_picture_not_before_the_film_time(rig, asked_us, held_us):
    rig.deck.prime(rig.clip, asked_us, 7)
    report = rig.wait(is_(DeckState.PRIMED), "a primed deck")
    assert (report.primed_us, report.serial, report.shown) == (held_us, 7, 1)


def test_a_primed_deck_gives_no_readings(rig):
    rig.deck.prime(rig.clip, 0, 1)
    primed = rig.wait(is_(DeckState.PRIMED), "a primed deck")
    later_ns = rig.now() + 300_000_000
    rig.wait(lambda _report: rig.now() > later_ns, "some time")
    assert rig.readings() == []
    assert rig.deck.poll() == primed


def test_a_roll_shows_the_held_picture_at_its_instant(rig):
    due_ns = roll(rig, 1_000_000)
    assert rig.deck.poll().state is DeckState.ROLLING
    wait_readings(rig, 8)
    assert abs(zero_ns(rig) + 1_000_000_000 - due_ns) < 5_000_000
    assert {reading.serial for reading in rig.readings()} == {1}


def test_a_roll_asked_for_too_late_begins_late_and_says_so(rig):
    rig.deck.prime(rig.clip, 1_000_000, 1)
    rig.wait(is_(DeckState.PRIMED), "a primed deck")
    asked_ns = rig.now()
    rig.deck.roll_at(asked_ns - 500_000_000)
    wait_readings(rig, 8)
    assert zero_ns(rig) + 1_000_000_000 >= asked_ns


def test_parking_holds_and_ends_the_readings(rig):
    due_ns = roll(rig, 1_000_000)
    rig.deck.park_at(due_ns + 400_000_000)
    rig.wait(is_(DeckState.PARKED), "a parked deck")
    assert all(reading.instant_ns < due_ns + 450_000_000 for reading in rig.readings())
    count, later_ns = len(rig.readings()), rig.now() + 300_000_000
    rig.wait(lambda _report: rig.now() > later_ns, "some time")
    assert len(rig.readings()) == count


def test_parking_in_the_past_parks_at_once(rig):
    roll(rig, 1_000_000)
    wait_readings(rig, 3)
    asked_ns = rig.now()
    rig.deck.park_at(asked_ns - 1_000_000_000)
    rig.wait(is_(DeckState.PARKED), "a parked deck", 0.5)


def test_a_parked_deck_rolls_on_from_the_picture_it_holds(rig):
    first_ns = roll(rig, 1_000_000)
    wait_readings(rig, 3)
    parked_ns = first_ns + 500_000_000
    rig.deck.park_at(parked_ns)
    rig.wait(is_(DeckState.PARKED), "a parked deck")
    count, due_ns = len(rig.readings()), rig.now() + SOON_NS
    rig.deck.roll_at(due_ns)
    wait_readings(rig, 6)
    held_us = (due_ns - zero_ns(rig, count)) / 1000
    assert abs(held_us - 1_500_000) < 50_000


@pytest.mark.parametrize(("percent", "seconds"), [(2.0, 1.0), (-2.0, 1.0), (5.0, 0.4)])
def test_a_trim_moves_the_picture_by_its_percentage_of_its_time(rig, percent, seconds):
    roll(rig, 500_000)
    wait_readings(rig, 8)
    before_ns = zero_ns(rig)
    end_ns = rig.now() + round((seconds + 0.6) * 1e9)
    rig.deck.trim(percent, round(seconds * 1e9))
    rig.wait(lambda _report: rig.now() > end_ns, "the end of the trim", 5)
    count = len(rig.readings())
    wait_readings(rig, 8)
    assert abs((before_ns - zero_ns(rig, count)) / 1e6 - percent * seconds * 10) < 2


def test_a_trim_ends_with_the_roll_that_it_was_for(rig):
    roll(rig, 500_000)
    wait_readings(rig, 3)
    rig.deck.trim(2.0, 5_000_000_000)
    rig.deck.prime(rig.other, 1_000_000, 2)
    rig.wait(is_(DeckState.PRIMED), "a primed deck")
    count = len(rig.readings())
    due_ns = rig.now() + SOON_NS
    rig.deck.roll_at(due_ns)
    end_ns = due_ns + 2_000_000_000
    rig.wait(lambda _report: rig.now() > end_ns, "some time")
    late = len(rig.readings())
    wait_readings(rig, 6)
    assert late > count
    assert abs(zero_ns(rig, late) + 1_000_000_000 - due_ns) < 20_000_000


def test_a_new_priming_drops_the_readings_of_the_old_roll(rig):
    roll(rig, 1_000_000, serial=1)
    wait_readings(rig, 3)
    count = len(rig.readings())
    rig.deck.prime(rig.other, 2_000_000, 2)
    assert rig.deck.poll().readings == ()
    report = rig.wait(is_(DeckState.PRIMED), "a primed deck")
    assert (report.serial, report.primed_us) == (2, 2_000_000)
    assert len(rig.readings()) == count


def test_the_last_of_many_primings_counts(rig):
    for serial, film_us in enumerate((200_000, 3_000_000, 1_000_000, 4_000_000, 2_000_000)):
        rig.deck.prime(rig.clip, film_us, serial)
    report = rig.wait(is_(DeckState.PRIMED), "a primed deck")
    assert (report.serial, report.primed_us) == (4, 2_000_000)


def test_a_retired_deck_is_empty_and_can_be_primed_again(rig):
    roll(rig, 1_000_000)
    rig.deck.retire()
    assert rig.deck.poll().state is DeckState.EMPTY
    rig.deck.prime(rig.clip, 400_000, 3)
    assert rig.wait(is_(DeckState.PRIMED), "a primed deck").primed_us == 400_000


def test_a_film_that_is_gone_is_a_fault_and_the_next_priming_clears_it(rig):
    rig.deck.prime(rig.missing, 1_000_000, 1)
    report = rig.wait(is_(DeckState.FAILED), "a fault", 1.5)
    assert report.fault is not None
    assert report.fault.subject == str(rig.missing.source)
    assert rig.missing.source.name in report.fault.sentence
    rig.deck.prime(rig.clip, 1_000_000, 2)
    primed: DeckReport = rig.wait(is_(DeckState.PRIMED), "a primed deck")
    assert primed.fault is None


def test_a_retired_deck_has_no_fault(rig):
    rig.deck.prime(rig.missing, 0, 1)
    rig.wait(is_(DeckState.FAILED), "a fault", 1.5)
    rig.deck.retire()
    assert rig.wait(is_(DeckState.EMPTY), "an empty deck").fault is None


def test_a_clip_that_ends_while_rolling_parks(rig):
    roll(rig, rig.clip.frames_us[-1] - 600_000)
    report = rig.wait(is_(DeckState.PARKED), "the end of the clip", 4)
    assert report.fault is None


def test_a_trim_of_nothing_or_of_a_deck_that_stands_changes_nothing(rig):
    rig.deck.prime(rig.clip, 1_000_000, 1)
    rig.deck.trim(2.0, 1_000_000_000)
    rig.wait(is_(DeckState.PRIMED), "a primed deck")
    rig.deck.trim(2.0, 1_000_000_000)
    due_ns = rig.now() + SOON_NS
    rig.deck.roll_at(due_ns)
    rig.wait(lambda _report: len(rig.readings()) > 0, "a reading")
    rig.deck.trim(0.0, 1_000_000_000)
    rig.deck.trim(2.0, 0)
    end_ns = rig.now() + 600_000_000
    rig.wait(lambda _report: rig.now() > end_ns, "some time")
    count = len(rig.readings())
    wait_readings(rig, 6)
    assert abs(zero_ns(rig, count) + 1_000_000_000 - due_ns) < 5_000_000
