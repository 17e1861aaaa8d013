"""How much later than a device says its sound is heard, where a screen shows the picture: found out once, and kept."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict, Field

MOST_MS = 10_000
"""No device is heard this late; sound sent to another room through a network is by 2 s."""

MOST_KEPT = 200
"""More devices and screens than anybody has; the latest are kept."""

NAME = r"^[^\x00]*$"


class Offset(BaseModel):
    """What holds for a sound device, "" for what the system has chosen, beside a screen."""

    model_config = ConfigDict(frozen=True)

    device: str = Field(default="", pattern=NAME, max_length=1000)
    screen: str = Field(default="", pattern=NAME, max_length=1000)
    offset_ms: float = Field(ge=-MOST_MS, le=MOST_MS, allow_inf_nan=False)


def offset_ms(offsets: Iterable[Offset], device: str, screen: str) -> float:
    """What is kept for a device and a screen, 0 where nothing is."""
    return next((one.offset_ms for one in offsets if (one.device, one.screen) == (device, screen)), 0.0)


def with_offset(offsets: Iterable[Offset], offset: Offset) -> tuple[Offset, ...]:
    """The same with another one as the latest; 0 is what holds anyway, and needs no entry."""
    others = [one for one in offsets if (one.device, one.screen) != (offset.device, offset.screen)]
    return (*others, *([offset] if offset.offset_ms else []))[-MOST_KEPT:]
