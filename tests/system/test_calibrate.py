"""`visualalbum calibrate` in the real program, on a real sink: what is late is found, kept, and taken off."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from measuring import setting
from measuring.zero import zero
from tests.support import albums, players, processes
from tests.support.analysis import Analysis, figures
from tests.support.pulse import Pulse, null_sink
from tests.support.studio import studio, until_end
from tests.support.xvfb import Screen, virtual_screen
from visualalbum.store.settings import Settings

LIMIT_S = 60
FOUND = re.compile(r"^([+-][\d.]+) ms: so much later .* \(±([\d.]+) ms, (\d+) clicks\)$", re.MULTILINE)


@dataclass(frozen=True)
class House:
    """A sink, a screen, and a folder for what the program keeps."""

    pulse: Pulse
    screen: Screen
    home: Path

    def env(self) -> dict[str, str]:
        return {**os.environ, **self.pulse.env, **self.screen.env, "VISUALALBUM_HOME": str(self.home)}

    def calibrate(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run the command to its end."""
        command = [sys.executable, "-m", "visualalbum", "calibrate", *words]
        return subprocess.run(command, env=self.env(), capture_output=True, text=True, timeout=LIMIT_S, check=False)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with null_sink() as pulse, virtual_screen(900, 700) as screen:
        yield House(pulse, screen, tmp_path / "home")


def found(done: subprocess.CompletedProcess[str]) -> tuple[float, float, int]:
    match = FOUND.search(done.stdout)
    assert match is not None, done.stdout + done.stderr
    assert done.returncode == 0
    assert done.stderr == ""
    return float(match[1]), float(match[2]), int(match[3])


def test_a_sink_that_tells_the_truth_is_found_to_be_right(house: House) -> None:
    later_ms, within_ms, clicks = found(house.calibrate("--source", house.pulse.monitor, "--no-window"))
    assert abs(later_ms) <= 3
    assert within_ms <= 5
    assert clicks >= 10


def test_80_ms_that_a_device_does_not_tell_of_are_found_in_the_window_and_kept_with_enter(house: House) -> None:
    command = [sys.executable, "-m", "tests.support.broken_play", "sound_told_80_ms_early", "calibrate"]
    command += ["--source", house.pulse.monitor, "--trace", str(house.home.parent / "trace")]
    process = processes.start(command, house.env(), house.home.parent / "log")
    try:
        trace = house.home.parent / "trace"
        processes.wait_until(lambda: trace.exists() and '"offset"' in trace.read_text(), "an offset", LIMIT_S)
        subprocess.run(["xdotool", "key", "Return"], env=house.env(), check=True)
        assert process.wait(LIMIT_S) == 0
    finally:
        processes.end(process)
    (kept,) = Settings.model_validate_json((house.home / "config" / "settings.json").read_bytes()).offsets
    assert (kept.device, kept.screen) == ("", "screen")
    assert kept.offset_ms == pytest.approx(80, abs=10)
    log = (house.home.parent / "log").read_text()
    assert f"+{kept.offset_ms:.0f} ms kept for {house.pulse.sink} with screen" in log


@pytest.mark.untimed
@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("cellar", 'no source has the name "cellar"; there are house.monitor'),
        ("\udcff" + "x\n" * 20_000, 'no source has the name " x x x x'),
        ("empty.monitor", "The source is silent"),
    ],
)
def test_a_source_that_is_not_there_or_silent_is_told(source: str, said: str, house: House) -> None:
    house.pulse.add_sink("empty")
    done = house.calibrate("--source", source, "--no-window")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"visualalbum: {said}")
    assert done.stderr.count("\n") == 1


@pytest.mark.untimed
def test_a_cache_that_cannot_be_written_is_told(house: House) -> None:
    house.home.mkdir()
    (house.home / "cache").write_text("")
    done = house.calibrate()
    assert done.returncode == 1
    assert "the clicks cannot be kept in" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.untimed
@pytest.mark.parametrize("words", [("--no-window",), ("--geometry", "wide"), ("--sound", "null")])
def test_wrong_usage_is_told_and_ends_with_2(words: tuple[str, ...], house: House) -> None:
    done = house.calibrate(*words)
    assert done.returncode == 2
    assert "visualalbum" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_is_kept_moves_the_picture_as_seen_from_outside(tmp_path: Path) -> None:
    album = albums.album(tmp_path / "album")
    home = tmp_path / "home"
    (home / "config").mkdir(parents=True)

    def median_ms(name: str, offset_ms: float) -> float:
        offsets = [{"device": "", "screen": "screen", "offset_ms": offset_ms}]
        (home / "config" / "settings.json").write_text(json.dumps({"offsets": offsets}))
        command = players.visualalbum(album.manifest, "--start", "1", "--until", "6")
        recording = stage.record(name, ["env", f"VISUALALBUM_HOME={home}", *command], until_end(LIMIT_S))
        analysis = Analysis(recording, album.plan, until_s=6)
        return figures(analysis.lates(0), zero_ms).median_ms

    with studio(tmp_path / "studio") as stage:
        zero_ms = zero(stage, setting.SHORT)
        assert median_ms("kept", 80) - median_ms("none", 0) == pytest.approx(80, abs=3)
