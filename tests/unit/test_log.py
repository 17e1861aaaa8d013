"""The log's set-up, each in an interpreter of its own: it changes the whole process."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

SPEAK = "import logging; from visualalbum import log; log.set_up(); "
SPEAK += "[logging.getLogger('visualalbum.film').log(level, 'deck %d', 2) for level in (10, 20, 30)]"


def said(level: str) -> list[str]:
    env = {**os.environ, "VISUALALBUM_LOG": level}
    done = subprocess.run([sys.executable, "-c", SPEAK], env=env, capture_output=True, text=True, check=True)
    return done.stderr.splitlines()


@pytest.mark.parametrize(("level", "lines"), [("", 1), ("warning", 1), ("INFO", 2), (" debug ", 3)])
def test_the_environment_says_how_much_is_told(level: str, lines: int) -> None:
    assert len(said(level)) == lines


def test_a_line_has_time_level_and_name() -> None:
    (line,) = said("warning")
    assert re.fullmatch(r"\d\d:\d\d:\d\d\.\d{3} WARNING visualalbum\.film: deck 2", line)


@pytest.mark.parametrize("level", ["loud", "10", "\N{SNOWMAN}", "%s"])
def test_a_level_that_is_none_is_told_and_means_warning(level: str) -> None:
    complaint, line = said(level)
    assert "is no level" in complaint
    assert line.endswith("deck 2")
