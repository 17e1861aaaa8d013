"""Whether files are there, asked so that the answer is never an error.

`pathlib` raises where a folder may not be entered, a drive in a network has gone or a name is too long: to a person all
of these mean that the file cannot be had, and what reads it later tells why.
"""

from __future__ import annotations

import stat
from pathlib import Path


def exists(path: Path) -> bool:
    """Tell whether there is anything at a path."""
    return _mode(path) != 0


def is_file(path: Path) -> bool:
    """Tell whether there is a regular file."""
    return stat.S_ISREG(_mode(path))


def is_folder(path: Path) -> bool:
    """Tell whether there is a folder."""
    return stat.S_ISDIR(_mode(path))


def _mode(path: Path) -> int:
    """What stat(2) tells of a path; 0, which no file has, where it tells nothing."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return 0
