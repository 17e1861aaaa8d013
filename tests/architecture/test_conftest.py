"""What tests/conftest.py promises for every test, tried on a small test of its own in a pytest of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT


def outcome(folder: Path, body: str) -> subprocess.CompletedProcess[str]:
    """Run the given test under the project's conftest."""
    (folder / "test_it.py").write_text(f"import logging, subprocess, threading, pytest\n{body}\n")
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider", "-q"]
    command += ["-c", str(ROOT / "pyproject.toml"), f"--rootdir={folder}", str(folder)]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize(
    "body",
    [
        "def test_it(): assert True",
        "@pytest.mark.allow_log('deck [0-9]')\ndef test_it(): logging.warning('deck 2')",
        "def test_it(): logging.info('fine')",
        "def test_it(): pytest.skip('outside media absent: films')",
        "@pytest.mark.flaky(reruns=1)\ndef test_it(request): assert request.node.execution_count == 2",
        "def test_it(): threading.Thread(target=threading.Event().wait, args=(9,), daemon=True).start()",
        "def test_it():\n p = subprocess.Popen(['sleep', '60'])\n p.kill()\n p.wait()",
    ],
)  # fmt: skip
def test_a_clean_test_passes(tmp_path: Path, body: str) -> None:
    done = outcome(tmp_path, body)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("def test_it(): pytest.skip('no mpv here')", "counts as a failure here: no mpv here"),
        ("@pytest.mark.skip(reason='later')\ndef test_it(): pass", "counts as a failure here: later"),
        ("pytest.skip('not here', allow_module_level=True)", "counts as a failure here: not here"),
        ("pytest.importorskip('no_such_module')", "counts as a failure here: could not import"),
        ("def test_it(): logging.warning('deck 2')", "unexpected in the log"),
        ("@pytest.mark.allow_log('deck 3')\ndef test_it(): logging.error('deck 2')", "ERROR root: deck 2"),
        (
            "def test_it(): threading.Thread(target=threading.Event().wait, args=(4,), name='deck').start()",
            "thread deck",
        ),
        ("p = []\ndef test_it(): p.append(subprocess.Popen(['sleep', '9']))", "(sleep 9)"),
        ("@pytest.mark.flaky(reruns=1)\ndef test_it(request): assert request.node.execution_count == 3", "2 == 3"),
        ("@pytest.mark.unknown\ndef test_it(): pass", "'unknown' not found"),
        (
            "import os\ndef test_it(): os.sched_setscheduler(0, os.SCHED_BATCH, os.sched_param(0))",
            "left with scheduling policy 3, which was 0",
        ),
        ("def test_it():\n import warnings\n warnings.warn('old')", "UserWarning: old"),
    ],
)
def test_a_test_that_breaks_the_rules_fails_and_says_why(tmp_path: Path, body: str, told: str) -> None:
    done = outcome(tmp_path, body)
    assert done.returncode in (1, 2), done.stdout
    assert told in done.stdout
