"""`visualalbum doctor` as a person runs it, on machines that lack one thing or another."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.pulse import null_sink
from tests.support.session_bus import session_bus
from tests.support.xvfb import virtual_screen

pytestmark = pytest.mark.untimed


def doctor(**env: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "visualalbum", "doctor"]
    return subprocess.run(command, env={**os.environ, **env}, capture_output=True, text=True, timeout=60, check=False)


def test_a_machine_with_screen_and_sound_lacks_nothing() -> None:
    with virtual_screen(800, 600) as screen, null_sink() as sink:
        done = doctor(**screen.env, **sink.env)
    assert done.returncode == 0, done.stdout
    assert "800x600" in done.stdout
    assert "All that is needed is here" in done.stdout
    assert "device     house (Null Output), the default" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("module", "line"),
    [("vlc", "libVLC"), ("av", "PyAV"), ("sounddevice", "PortAudio"), ("PySide6", "Qt"), ("wakepy", "desktop")],
)
@pytest.mark.parametrize(
    "failure",
    ["raise ImportError('no such library: libfoo.so')", "raise OSError('no such library: libfoo.so')"],
)
def test_a_library_that_fails_to_load_is_a_line_and_never_a_traceback(
    module: str, line: str, failure: str, tmp_path: Path
) -> None:
    (tmp_path / f"{module}.py").write_text(failure)
    done = doctor(PYTHONPATH=str(tmp_path))
    assert done.returncode == 1
    (told,) = [text for text in done.stdout.splitlines() if text.startswith(f"! {line} ")]
    assert "no such library: libfoo.so" in told
    assert "Traceback" not in done.stdout + done.stderr


def test_the_session_bus_is_told_where_there_is_one() -> None:
    with session_bus() as bus:
        assert "its session bus answers" in doctor(**bus.env).stdout
    assert "no session bus" in doctor(DBUS_SESSION_BUS_ADDRESS="unix:path=/nonexistent/bus").stdout


def test_a_display_that_does_not_answer_is_a_line() -> None:
    done = doctor(DISPLAY=":4242", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="xcb")
    assert done.returncode == 1
    assert "could not connect to display :4242" in done.stdout


def test_without_plugins_libvlc_is_missing(tmp_path: Path) -> None:
    done = doctor(VLC_PLUGIN_PATH=str(tmp_path))
    assert done.returncode == 1
    assert "! plugins" in done.stdout or "! libVLC" in done.stdout
