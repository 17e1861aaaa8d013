"""Offsets: one for each device beside each screen."""

from __future__ import annotations

from visualalbum.store.offsets import MOST_KEPT, Offset, offset_ms, with_offset

HALL = Offset(device="hall", screen="HDMI-1", offset_ms=80)


def test_an_offset_holds_for_its_device_and_its_screen_only() -> None:
    kept = with_offset((), HALL)
    assert offset_ms(kept, "hall", "HDMI-1") == 80
    assert offset_ms(kept, "", "HDMI-1") == offset_ms(kept, "hall", "DP-1") == 0


def test_another_one_takes_its_place_and_none_at_all_takes_it_away() -> None:
    kept = with_offset((HALL, Offset(offset_ms=5)), HALL.model_copy(update={"offset_ms": -20.0}))
    assert [one.offset_ms for one in kept] == [5, -20]
    assert with_offset(kept, HALL.model_copy(update={"offset_ms": 0.0})) == (Offset(offset_ms=5),)


def test_the_latest_are_kept() -> None:
    kept: tuple[Offset, ...] = ()
    for number in range(MOST_KEPT + 5):
        kept = with_offset(kept, Offset(device=str(number), offset_ms=1))
    assert (len(kept), kept[-1].device) == (MOST_KEPT, str(MOST_KEPT + 4))
