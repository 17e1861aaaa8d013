"""What a start need not read: it would be waited for each time, and nobody would notice where it crept in again."""

from __future__ import annotations

import subprocess
import sys

import pytest

COUNTED = """
import inspect, PySide6
read = []
inspect.getsource = lambda module: read.append(module) or ""
{before}
import visualalbum.ui.bridge
print(len(read))
"""


def _printed(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


@pytest.mark.parametrize("library", ["pydantic", "PySide6", "yaml", "vlc"])
def test_the_sounds_process_loads_only_what_it_plays_with(library: str) -> None:
    assert _printed(f"import sys, visualalbum.sound.process; print({library!r} in sys.modules)") == "False"


@pytest.mark.parametrize("library", ["PySide6", "numpy", "av", "vlc", "pydantic"])
def test_the_sounds_process_does_not_wait_for_a_library(library: str) -> None:
    assert _printed(f"import sys, visualalbum.app.play; print({library!r} in sys.modules)") == "False"


@pytest.mark.parametrize("command", ["play", "check", "watch"])
def test_a_command_reads_nothing_for_others(command: str) -> None:
    code = f"""
import sys
from visualalbum import cli
import visualalbum.cli.{command} as module
module.run = lambda args: print([name for name in ("pydantic", "platform", "yaml") if name in sys.modules]) or 0
cli.main(["{command}", "album.yaml"])
"""
    assert _printed(code) == "[]"


@pytest.mark.parametrize("library", ["av", "numpy", "markdown_it", "pysubs2", "asyncio", "wakepy"])
def test_the_window_does_not_wait_for_what_others_read(library: str) -> None:
    assert _printed(f"import sys, visualalbum.app.desktop; print({library!r} in sys.modules)") == "False"


def test_pyside_reads_no_sources() -> None:
    assert int(_printed(COUNTED.format(before=""))) > 3  # it would
    told = "from visualalbum.app.quick_imports import keep_sources_closed; keep_sources_closed()"
    imported = COUNTED.replace("import visualalbum.ui.bridge", "")
    already = int(_printed(imported.format(before="import visualalbum.app.quick_imports")))
    assert int(_printed(COUNTED.format(before=told))) <= already
