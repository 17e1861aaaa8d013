"""The sound devices in words."""

from __future__ import annotations

from visualalbum.engine.ports import USUAL, Device
from visualalbum.ui.device_rows import MOST_LETTERS, device_rows

HALL, BALCONY = Device("hall", "The hall"), Device("balcony", "The balcony")


def test_the_systems_own_choice_comes_first_and_the_one_wanted_is_chosen() -> None:
    rows = device_rows((HALL, BALCONY), BALCONY)
    assert [row.text for row in rows] == ["As the system has it", "The hall", "The balcony"]
    assert [row.chosen for row in rows] == [False, False, True]
    assert device_rows((), USUAL)[0].chosen


def test_one_that_is_wanted_and_not_there_is_still_a_choice() -> None:
    rows = device_rows((HALL,), BALCONY)
    assert (rows[-1].text, rows[-1].device, rows[-1].chosen) == ("The balcony (not there now)", BALCONY, True)


def test_two_of_the_same_title_are_told_apart() -> None:
    rows = device_rows((HALL, Device("hall.2", "The hall")), USUAL)
    assert [row.text for row in rows[1:]] == ["The hall (hall)", "The hall (hall.2)"]


def test_a_long_title_loses_its_middle_and_a_missing_one_is_the_name() -> None:
    title = "GP104 High Definition Audio Controller " * 3 + "Digital Stereo (HDMI 2)"
    long, bare = device_rows((Device("a", title), Device("alsa_output.usb", "")), USUAL)[1:]
    assert len(long.text) <= MOST_LETTERS
    assert long.text.startswith("GP104 High") and long.text.endswith("Digital Stereo (HDMI 2)")
    assert long.whole == title
    assert bare.text == "alsa_output.usb"


def test_a_title_of_any_letters_is_one_line() -> None:
    (row,) = device_rows((Device("a", "The\nhall\x00 of\u202e kings"),), USUAL)[1:]
    assert row.text == "The hall of kings"
