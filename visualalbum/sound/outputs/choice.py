"""Which output plays: the one asked for where it can, else the next."""

from __future__ import annotations

from collections.abc import Callable

from visualalbum.engine.ports import Fault
from visualalbum.sound.outputs import null, portaudio, vlc
from visualalbum.sound.outputs.port import Fill, Output, OutputError

OUTPUTS: dict[str, Callable[[str, Fill], Output]] = {
    "portaudio": portaudio.PortAudioOutput,
    "vlc": vlc.VlcOutput,
    "null": null.NullOutput,
}
"""By name, the best first."""


def open_first(asked: str, device: str, fill: Fill, tell: Callable[[Fault], None]) -> Output:
    """Open the output asked for on its device; else on the usual device; else the next output. Null always opens."""
    names = [asked, *(name for name in OUTPUTS if name != asked)] if asked != "null" else ["null"]
    for name in names:
        for wanted in dict.fromkeys((device, "")):
            try:
                return OUTPUTS[name](wanted, fill)
            except OutputError as error:
                tell(Fault("sound-output", f"{name} {wanted}".strip(), f"{name} does not play: {error}"))
    raise AssertionError("the null output needs nothing")
