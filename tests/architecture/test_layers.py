"""Who imports whom, as pyproject.toml says; and that the contracts there would notice."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT


def contracts(root: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)


def test_every_layer_imports_only_what_it_may() -> None:
    done = contracts(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("file", "line", "broken"),
    [
        ("timeline/bad.py", "import visualalbum.engine", "A layer imports only from the layers below it"),
        ("film/bad.py", "import visualalbum.sound", "A layer imports only from the layers below it"),
        ("bad/__init__.py", "", "A layer imports only from the layers below it"),
        ("interchange/bad.py", "import visualalbum.ui", "A layer imports only from the layers below it"),
        ("engine/bad.py", "import visualalbum.interchange", "A layer imports only from the layers below it"),
        ("cli/bad.py", "import PySide6.QtCore", "PySide6 only in ui and app"),
        ("model/bad.py", "import yaml", "yaml only in manifest"),
        ("sound/outputs/bad.py", "import vlc", "vlc only in film and in the sound's vlc output"),
        ("film/bad.py", "import av", "av only in media and sound"),
        ("sound/bad.py", "import sounddevice", "sounddevice only in the sound's portaudio output"),
        ("sound/bad.py", "import pulsectl", "pulsectl only in the sound's sinks"),
        ("remote/bad.py", "import visualalbum.ui", "A layer imports only from the layers below it"),
        ("ui/bad.py", "import dbus_fast", "dbus_fast and wakepy only in remote"),
        ("ui/bad.py", "import asyncio", "threads only in film, sound, remote and jobs"),
        ("engine/bad.py", "import threading", "threads only in film, sound, remote and jobs"),
        ("ui/bad.py", "from concurrent.futures import Future", "threads only in film, sound, remote and jobs"),
    ],
)
def test_an_import_that_is_not_allowed_breaks_its_contract(tmp_path: Path, file: str, line: str, broken: str) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "visualalbum", tmp_path / "visualalbum", ignore=shutil.ignore_patterns("__pycache__"))
    bad = tmp_path / "visualalbum" / file
    bad.parent.mkdir(exist_ok=True)
    bad.write_text(f"{line}\n")
    done = contracts(tmp_path)
    (told,) = [text for text in done.stdout.splitlines() if text.startswith(broken) and "BROKEN" in text]
    assert done.returncode != 0, told
