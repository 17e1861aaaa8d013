"""Which output plays: the one asked for where it can, else the next."""

from __future__ import annotations

from collections.abc import Callable

from visualalbum.engine.ports import Device, Fault
from visualalbum.said import NOTHING, both, say
from visualalbum.sound.outputs import null, portaudio, vlc
from visualalbum.sound.outputs.port import Fill, Output, OutputError

OUTPUTS: dict[str, Callable[[str, Fill], Output]] = {
    "portaudio": portaudio.PortAudioOutput,
    "vlc": vlc.VlcOutput,
    "null": null.NullOutput,
}
"""By name, the best first."""


def open_first(asked: str, device: Device, fill: Fill, tell: Callable[[Fault], None]) -> tuple[Output, str]:
    """Open the output asked for on its device; else on the usual device; else the next output. Null always opens.

    Returns also the name of the device it was opened on.
    """
    names = [asked, *(name for name in OUTPUTS if name != asked)] if asked != "null" else ["null"]
    for name in names:
        reason = NOTHING
        for wanted in dict.fromkeys((device.name, "")):
            try:
                output = OUTPUTS[name](wanted, fill)
            except OutputError as error:
                reason = error.sentence
                continue
            if wanted != device.name:
                tell(away(device))
            elif wanted and name != "null":
                output.device = device.title
            return output, wanted
        tell(Fault("sound-output", name, say("{output} does not play: {reason}", output=name, reason=reason)))
    raise AssertionError("the null output needs nothing")


def away(device: Device) -> Fault:
    """What is told while the sound goes out by another device than was wanted."""
    missing = say("{device} is not there or cannot be opened", device=device.title)
    otherwise = say("until it is, or another is chosen (Play, Sound output), the sound goes out as the system has it")
    return Fault("sound-device", device.title, both(missing, otherwise))
