"""The demo album played as on a machine without a display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from headless.sheet import MARGIN, TITLE_HEIGHT
from tests.architecture.tree import ROOT

pytestmark = pytest.mark.unhurried

DEMO = ROOT / "manifests" / "backstage.visualalbum.yaml"
SHEET = ROOT / "build" / "play" / "contact-sheet.png"


def headless(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "headless", *map(str, arguments)]
    path = f"{ROOT}{os.pathsep}{ROOT / 'packaging'}"
    env = {**os.environ, "PYTHONPATH": path, "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    return subprocess.run(command, env=env, capture_output=True, text=True, timeout=90, check=False)


def test_it_tells_how_far_it_is_how_the_sync_held_and_leaves_pictures_of_the_screen() -> None:
    SHEET.unlink(missing_ok=True)
    done = headless(DEMO, "--until", "0:05")
    assert done.returncode == 0, done.stderr
    assert "picture 1 of 21: before-the-bell:backstage-1" in done.stdout
    assert "Picture to song: median" in done.stdout
    image = QImage(str(SHEET))
    row = [image.pixelColor(x, TITLE_HEIGHT + MARGIN + 20) for x in range(MARGIN, MARGIN + 400, 4)]
    assert len({colour.rgb() for colour in row}) > 5, "the first picture is of one colour"


def test_an_album_that_cannot_be_read_is_told_with_its_place(tmp_path: Path) -> None:
    broken = tmp_path / "broken.visualalbum.yaml"
    broken.write_bytes(b"\xff\x00[[[[")
    done = headless(broken)
    assert done.returncode == 1
    assert f"{broken}:1:" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_wrong_usage_is_refused_before_anything_starts() -> None:
    assert headless("--mode", "sideways").returncode == 2
    assert headless().returncode == 2
