"""The doctor's lines, from facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from visualalbum.cli import doctor
from visualalbum.store.offsets import Offset
from visualalbum.store.settings import Settings

QT = {"qt": "6.11.3", "pyside": "6.11.3", "platform": "xcb", "screens": [], "japanese": []}
SCREEN = {"name": "HDMI-1", "width_px": 3840, "height_px": 2160, "rate_hz": 59.94}
LIBVLC = {"libvlc": "3.0.24", "binding": "3.0.21203", "folder": "/plugins", "absent": []}
PORTAUDIO = {
    "sounddevice": "0.5.6",
    "portaudio": "PortAudio V19.6.0-devel, revision 396f",
    "devices": [],
    "default": "",
}


def missing(lines: list[doctor.Line]) -> list[str]:
    return [line.name for line in lines if line.remedy]


def test_a_machine_with_a_screen_and_a_font_lacks_nothing_of_qt() -> None:
    lines = list(doctor.qt({**QT, "screens": [SCREEN], "japanese": ["IPAexGothic", "Noto Sans CJK JP"]}))
    assert missing(lines) == []
    assert lines[1].text == "HDMI-1, 3840x2160 at 59.94 Hz"
    assert lines[2].text == "Japanese: IPAexGothic and 1 more"


def test_no_screen_and_no_japanese_font_are_named_with_remedies() -> None:
    assert missing(list(doctor.qt(QT))) == ["screen", "fonts"]


@pytest.mark.parametrize("part", [doctor.qt, doctor.libvlc, doctor.pyav, doctor.portaudio, doctor.desktop])
def test_a_library_that_does_not_load_is_one_line_with_its_reason(
    part: Callable[[dict[str, Any]], Iterator[doctor.Line]],
) -> None:
    (line,) = part({"why": "libfoo.so.5: cannot open shared object file"})
    assert "libfoo.so.5" in line.text
    assert line.remedy


@pytest.mark.parametrize(("fault", "text"), [("", "its session bus answers"), ("no such file", "only its own window")])
def test_a_desktop_is_told_and_none_is_needed(fault: str, text: str) -> None:
    (line,) = doctor.desktop({"dbus_fast": "5.2.0", "wakepy": "1.0.0", "bus_fault": fault})
    assert text in line.text
    assert fault in line.text
    assert line.remedy == ""


def test_absent_plugins_are_named() -> None:
    lines = list(doctor.libvlc({**LIBVLC, "absent": ["vmem", "mkv"]}))
    assert missing(lines) == ["plugins"]
    assert lines[1].text == "not there in /plugins: vmem, mkv"
    assert missing(list(doctor.libvlc(LIBVLC))) == []


def test_absent_decoders_are_named() -> None:
    facts = {"pyav": "18.1.0", "ffmpeg": "8.1.2", "absent": []}
    assert missing(list(doctor.pyav(facts))) == []
    assert missing(list(doctor.pyav({**facts, "absent": ["h264"]}))) == ["decoders"]


def test_the_default_device_is_marked_and_none_at_all_is_missing() -> None:
    devices = [{"name": "hw:0", "title": "hw:0"}, {"name": "alsa_output.usb", "title": "Scarlett 2i2"}]
    lines = list(doctor.portaudio({**PORTAUDIO, "devices": devices, "default": "alsa_output.usb"}))
    texts = [line.text for line in lines]
    assert texts == ["V19.6.0-devel (sounddevice 0.5.6)", "hw:0", "alsa_output.usb (Scarlett 2i2), the default"]
    assert missing(list(doctor.portaudio(PORTAUDIO))) == ["device"]


def test_the_cache_is_counted_and_need_not_exist(tmp_path: Path) -> None:
    (tmp_path / "clips").mkdir()
    (tmp_path / "clips" / "a").write_bytes(b"0" * 1_500_000)
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    assert doctor.cache(tmp_path).text == f"{tmp_path}, 1 files, 1.5 MB"
    assert doctor.cache(tmp_path / "none").text.endswith("0 files, 0.0 MB")


KEPT = Settings(
    device="buds",
    offsets=(
        Offset(device="buds", screen="HDMI-1 EPSON", offset_ms=110),
        Offset(device="", screen="", offset_ms=-60.5),
    ),
)


def test_offsets_are_told_with_whether_they_hold_now() -> None:
    screens = {"screens": [{"whole_name": "HDMI-1 EPSON"}]}
    devices = {"devices": [{"name": "buds", "title": "Ear buds"}]}
    texts = [line.text for line in doctor.offset(KEPT, screens, devices)]
    assert texts == [
        "+110 ms with Ear buds on HDMI-1 EPSON, which holds now",
        "-60.5 ms with the system's own device on a screen without a name, which is not in use now",
    ]
    assert missing(list(doctor.offset(KEPT, {"why": "no display"}, {"why": "no sound"}))) == []
    (none,) = doctor.offset(Settings(), screens, devices)
    assert none.text == "none is kept; where picture and sound are apart, `visualalbum calibrate` finds it out"


TRACEBACK = "Traceback (most recent call last):\n  File\n"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("", ""),
        ("qt.qpa.xcb: no display :7\nqt.qpa.plugin: more\n\n", "qt.qpa.xcb: no display :7"),
        (f"ALSA chatter\n{TRACEBACK}OSError: PortAudio library not found\n", "PortAudio library not found"),
        (f"{TRACEBACK}KeyError\n", "KeyError"),
    ],
)
def test_a_reason_is_one_line_of_what_was_said(said: str, expected: str) -> None:
    assert doctor.reason(said) == expected


def test_an_old_python_is_missing_a_newer_one() -> None:
    assert doctor.python("3.10.1", False).remedy
    assert not doctor.python("3.11.2", True).remedy
