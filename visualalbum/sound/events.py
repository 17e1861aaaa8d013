"""What goes through the pipes between the engine's process and the sound's: commands one way, events the other."""

from __future__ import annotations

from dataclasses import dataclass

from visualalbum.engine.ports import Device, Fault
from visualalbum.said import NOTHING, Said
from visualalbum.timeline.cues import SoundPlan


@dataclass(frozen=True)
class Load:
    """Take a programme."""

    plan: SoundPlan


@dataclass(frozen=True)
class Revise:
    """Take another programme that sounds the same around where this one is heard."""

    plan: SoundPlan


@dataclass(frozen=True)
class Cross:
    """Go over into another programme, where a position goes on `by_us` later; `serial` counts from there."""

    serial: int
    plan: SoundPlan
    by_us: int


@dataclass(frozen=True)
class Prepare:
    """Decode from a position on."""

    serial: int
    position_us: int


@dataclass(frozen=True)
class Rejoin:
    """Roll on from where the song is now, a position having been due at an instant."""

    serial: int
    position_us: int
    instant_ns: int


@dataclass(frozen=True)
class Roll:
    """Start what was prepared."""

    serial: int
    lead_in_us: int


@dataclass(frozen=True)
class Park:
    """Stop at once."""


@dataclass(frozen=True)
class Volume:
    """The amplitude of all that is heard."""

    volume: float


@dataclass(frozen=True)
class Choose:
    """Play on this device from now on."""

    device: Device


@dataclass(frozen=True)
class Look:
    """Tell which devices there are now, where nothing tells that by itself."""


@dataclass(frozen=True)
class Inject:
    """Let something fail for a while."""

    kind: str
    seconds: float


@dataclass(frozen=True)
class Close:
    """End."""


Command = Load | Revise | Cross | Prepare | Rejoin | Roll | Park | Volume | Choose | Look | Inject | Close


@dataclass(frozen=True)
class Playing:
    """An output has been opened on a device; `on` is the name it was opened by, "" for what the system has chosen."""

    output: str
    device: str
    on: str = ""


@dataclass(frozen=True)
class Devices:
    """The devices there are. Where they are `served`, a sound server plays on several at once and tells of each."""

    there: tuple[Device, ...] = ()
    served: bool = False

    def has(self, name: str) -> bool:
        """Whether a device is among them."""
        return any(device.name == name for device in self.there)


@dataclass(frozen=True)
class Chosen:
    """What has come of a choice: the device that is wanted from now on; a sentence where it is the one before."""

    device: Device
    sentence: Said = NOTHING


@dataclass(frozen=True)
class Prepared:
    """A serial can start at once."""

    serial: int


@dataclass(frozen=True)
class Ended:
    """The last sample of the programme was heard."""

    serial: int


Event = Playing | Devices | Chosen | Prepared | Ended | Fault
