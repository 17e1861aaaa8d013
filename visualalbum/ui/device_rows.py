"""The sound devices that a person may choose from, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from visualalbum.engine.ports import USUAL, Device
from visualalbum.ui.presenters import one_line
from visualalbum.ui.tongue import tr

MOST_LETTERS = 56
"""A row of these fits a window of 480 px; the longest titles name a controller, a port and a profile."""


@dataclass(frozen=True)
class DeviceRow:
    """One choice: `text` as far as there is room, `whole` all of it; `chosen` where it is the one wanted."""

    device: Device
    text: str
    whole: str
    chosen: bool


def device_rows(devices: Sequence[Device], wanted: Device) -> tuple[DeviceRow, ...]:
    """What the system has chosen first, then every device; the one that is wanted too where it is not there now.

    Two that are called the same are told apart by their names.
    """
    titles = Counter(_title(device) for device in devices)
    rows = [_row(USUAL, tr("As the system has it"), wanted)]
    for device in devices:
        title = _title(device)
        rows.append(_row(device, title if titles[title] == 1 else f"{title} ({one_line(device.name)})", wanted))
    if not any(row.chosen for row in rows):
        rows.append(_row(wanted, tr("{device} (not there now)", device=_title(wanted)), wanted))
    return tuple(rows)


def _title(device: Device) -> str:
    return one_line(device.title) or one_line(device.name)


def _row(device: Device, whole: str, wanted: Device) -> DeviceRow:
    return DeviceRow(device, _shortened(whole), whole, device.name == wanted.name)


def _shortened(text: str) -> str:
    """At most `MOST_LETTERS`, without the middle: a title's end is what tells one output of a card from another."""
    half = MOST_LETTERS // 2
    return text if len(text) <= MOST_LETTERS else f"{text[:half].rstrip()}…{text[-half + 1 :].lstrip()}"
