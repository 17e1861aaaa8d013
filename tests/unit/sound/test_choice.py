"""Which output plays, and what is said of those that cannot."""

from __future__ import annotations

import builtins
import sys

import pytest

from visualalbum.engine.ports import Device, Fault
from visualalbum.sound.outputs import choice, portaudio, vlc
from visualalbum.sound.outputs.null import NullOutput
from visualalbum.sound.outputs.port import Fill, OutputError


class Opened:
    """Stands for an output that opens on the devices it has."""

    def __init__(self, name: str, *devices: str) -> None:
        self.name, self.devices = name, devices

    def __call__(self, device: str, fill: Fill) -> NullOutput:
        if device not in self.devices:
            raise OutputError(f"{device or 'the usual device'} is not there")
        output = NullOutput(device, fill)
        output.device = f"{self.name} on {device}"
        return output


def choose(monkeypatch: pytest.MonkeyPatch, asked: str, device: str, *there: Opened) -> tuple[str, list[Fault]]:
    names = {name: Opened(name) for name in ("portaudio", "vlc")} | {output.name: output for output in there}
    monkeypatch.setattr(choice, "OUTPUTS", {**names, "null": Opened("null", device, "")})
    faults: list[Fault] = []
    wanted = Device(device, device and f"The {device}")
    opened, _ = choice.open_first(asked, wanted, lambda block, dac_ns: None, faults.append)
    return opened.device, faults


def test_the_output_asked_for_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    there = (Opened("portaudio", ""), Opened("vlc", ""))
    assert choose(monkeypatch, "portaudio", "", *there) == ("portaudio on ", [])
    assert choose(monkeypatch, "vlc", "", *there) == ("vlc on ", [])


def test_the_usual_device_stands_in_for_a_named_one_and_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    device, faults = choose(monkeypatch, "portaudio", "hall", Opened("portaudio", ""))
    assert device == "portaudio on "
    (fault,) = faults
    assert (fault.kind, fault.subject) == ("sound-device", "The hall")
    assert fault.sentence.startswith("The hall is not there or cannot be opened; until it is, or another is chosen")


def test_a_named_device_has_its_title(monkeypatch: pytest.MonkeyPatch) -> None:
    assert choose(monkeypatch, "portaudio", "hall", Opened("portaudio", "hall", "")) == ("The hall", [])


def test_with_a_named_device_and_no_other_only_the_outputs_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    device, faults = choose(monkeypatch, "portaudio", "hall")
    assert device == "null on hall"
    assert [(fault.kind, fault.subject) for fault in faults] == [("sound-output", "portaudio"), ("sound-output", "vlc")]


def test_libvlc_stands_in_for_portaudio_and_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    device, faults = choose(monkeypatch, "portaudio", "", Opened("vlc", ""))
    assert device == "vlc on "
    assert [fault.kind for fault in faults] == ["sound-output"]


def test_without_any_device_the_clock_runs_unheard_and_both_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    device, faults = choose(monkeypatch, "portaudio", "")
    assert device == "null on "
    assert [fault.subject for fault in faults] == ["portaudio", "vlc"]


def test_null_asked_for_tries_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    assert choose(monkeypatch, "null", "", Opened("portaudio", ""))[0] == "null on "


def hide(monkeypatch: pytest.MonkeyPatch, module: str, error: Exception) -> None:
    """Let an import fail as it does where the package, or the library it wraps, is missing."""
    monkeypatch.delitem(sys.modules, module, raising=False)
    usual = builtins.__import__

    def fails(name: str, *words: object, **options: object) -> object:
        if name == module:
            raise error
        return usual(name, *words, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", fails)


@pytest.mark.parametrize(
    ("module", "error", "names"),
    [
        ("sounddevice", OSError("PortAudio library not found"), "libportaudio2"),
        ("sounddevice", ImportError("no module"), "sounddevice"),
        ("vlc", OSError("libvlc.so.5: cannot open"), "libvlc5"),
        ("vlc", NotImplementedError("cannot find libvlc"), "libvlc5"),
        ("vlc", ImportError("no module"), "python-vlc"),
    ],
)
def test_a_missing_library_is_named_with_what_to_install(
    monkeypatch: pytest.MonkeyPatch, module: str, error: Exception, names: str
) -> None:
    hide(monkeypatch, module, error)
    output = {"sounddevice": portaudio, "vlc": vlc}[module]
    assert names in output.missing()
    kind = portaudio.PortAudioOutput if output is portaudio else vlc.VlcOutput
    with pytest.raises(OutputError, match=names):
        kind("", lambda block, dac_ns: None)


def test_what_is_there_lacks_nothing() -> None:
    assert portaudio.missing() == vlc.missing() == ""
