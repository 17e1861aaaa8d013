"""The file that a trace is written to."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path


class TraceFile:
    """The file of `--trace`. Raises OSError where it cannot be made; one that gets full is told once and left."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = path.open("w", encoding="utf-8")

    def write(self, line: str) -> None:
        """Write a line, at once: a trace is read while the program runs, and after it was killed."""
        if self._file.closed:
            return
        try:
            self._file.write(line + "\n")
            self._file.flush()
        except OSError as error:
            print(f"visualalbum: the trace breaks off: {sentence(error, self._path)}", file=sys.stderr)
            self.close()

    def close(self) -> None:
        """Let go of the file."""
        with suppress(OSError):
            self._file.close()


def sentence(error: OSError, path: Path | None) -> str:
    """What is wrong with a file that was named on the command line; `path` where the error names none."""
    reason = (error.strerror or str(error)).lower()
    return f"{error.filename or path} cannot be used: {reason}; name another file"
