"""The cache of conformed clips: bounded, least recently used out first, shared by processes, never one in use."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import time
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import IO

from visualalbum.media.clip import Clip
from visualalbum.store.atomic import PART, write_text

try:
    import fcntl
except ImportError:  # Windows: an open file cannot be deleted there, which protects as well as a lock
    fcntl = None  # type: ignore[assignment]

VERSION = 4
"""Raise it when conforming writes something else from the same film."""

LIMIT_BYTES = 4 * 2**30
"""What the cache may take of a disk: two hours of film at 4 Mbit/s, the usual 1080p."""

HELD = 16
"""Clips held for their users, the last ones asked for: four decks have one on and one to come each, twice over."""

STALE_S = 3600.0
"""A half-written file this old belongs to nobody any more."""


class ClipCache:
    """A folder of clips; each is a `KEY.mkv` and, written last, a `KEY.json` with its times.

    Not for two threads. Any number of processes may share the folder: a clip in use has its `KEY.json` open and locked
    (flock, which ends with its process), and only one that nobody has locked is removed.
    """

    def __init__(self, folder: Path, limit_bytes: int = LIMIT_BYTES) -> None:
        self.folder = folder
        self.limit_bytes = limit_bytes
        self._held: OrderedDict[str, IO[bytes]] = OrderedDict()

    def key(self, source: Path, stream: int, start_us: int, end_us: int) -> str:
        """The name of a stretch of a film as it is on the disk now. Raises OSError where the film is not there."""
        status = source.stat()
        identity = (VERSION, str(source.absolute()), status.st_size, status.st_mtime_ns, stream, start_us, end_us)
        return hashlib.sha256(repr(identity).encode(errors="surrogateescape")).hexdigest()[:32]

    def clip_path(self, key: str) -> Path:
        """Where the clip of that key is or will be."""
        return self.folder / f"{key}.mkv"

    def find(self, key: str) -> Clip | None:
        """The clip of a key if it is whole, held from now on while it is among the last ones asked for."""
        table = self._held.get(key) or self._lock(key)
        if table is None:
            return None
        clip = self._read(key, table)
        if clip is None:
            table.close()
            self._held.pop(key, None)
            return None
        self._held[key] = table
        self._held.move_to_end(key)
        if len(self._held) > HELD:
            self._held.popitem(last=False)[1].close()
        with contextlib.suppress(OSError):  # only the order of removal suffers
            os.utime(self._table_path(key))
        return clip

    def hold(self, key: str) -> bool:
        """Whether a clip found before is still there; if so it counts as asked for once more. Reads no file."""
        if key not in self._held or not self.clip_path(key).exists():
            return False
        self._held.move_to_end(key)
        return True

    def add(self, key: str, clip: Clip) -> None:
        """Enter a clip that is written at `clip_path(key)`. Raises OSError."""
        entry = {
            "bytes": clip.path.stat().st_size,
            "source": str(clip.source),
            "start_us": clip.start_us,
            "end_us": clip.end_us,
            "frames_us": clip.frames_us,
            "frames_ms": clip.frames_ms,
            "in_order": clip.in_order,
            "sample_aspect": str(clip.sample_aspect) if clip.sample_aspect else None,
            "quarters": clip.quarters,
        }
        write_text(self._table_path(key), json.dumps(entry))

    def trim(self, limit_bytes: int | None = None) -> None:
        """Remove what was longest not used until the cache keeps its limit, and what dead writers left behind."""
        limit = self.limit_bytes if limit_bytes is None else limit_bytes
        entries: list[tuple[float, int, str]] = []
        for path in self._listed():
            with contextlib.suppress(OSError):
                age_s = time.time() - path.stat().st_mtime
                has_table = path.suffix != ".mkv" or self._table_path(path.stem).exists()
                if age_s > STALE_S and (path.suffix == PART or not has_table):
                    path.unlink()
                elif path.suffix == ".json":
                    size = path.stat().st_size + self.clip_path(path.stem).stat().st_size
                    entries.append((path.stat().st_mtime, size, path.stem))
        total = sum(size for _, size, _ in entries)
        for _, size, key in sorted(entries):
            if total <= limit:
                return
            if self._remove(key):
                total -= size

    def close(self) -> None:
        """Let go of all clips."""
        while self._held:
            self._held.popitem()[1].close()

    def _table_path(self, key: str) -> Path:
        return self.folder / f"{key}.json"

    def _listed(self) -> list[Path]:
        try:
            return list(self.folder.iterdir())
        except OSError:
            return []

    def _lock(self, key: str) -> IO[bytes] | None:
        try:
            table = self._table_path(key).open("rb")
        except OSError:
            return None
        try:
            if fcntl:
                fcntl.flock(table, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:  # it is being removed this moment
            table.close()
            return None
        return table

    def _read(self, key: str, table: IO[bytes]) -> Clip | None:
        path = self.clip_path(key)
        try:
            table.seek(0)
            entry = json.loads(table.read())
            if path.stat().st_size != entry["bytes"]:
                return None
            source, start_us, end_us = Path(entry["source"]), int(entry["start_us"]), int(entry["end_us"])
            frames_us, frames_ms = tuple(map(int, entry["frames_us"])), tuple(map(int, entry["frames_ms"]))
            aspect = Fraction(entry["sample_aspect"]) if entry["sample_aspect"] else None
            in_order, quarters = entry["in_order"] is True, int(entry["quarters"]) % 4
        except (OSError, ValueError, TypeError, KeyError, ArithmeticError, RecursionError):
            return None
        if not frames_us or len(frames_us) != len(frames_ms):
            return None
        return Clip(path, source, start_us, end_us, frames_us, frames_ms, in_order, aspect, quarters)

    def _remove(self, key: str) -> bool:
        with contextlib.suppress(OSError), _alone(self._table_path(key)):
            self.clip_path(key).unlink(missing_ok=True)
            self._table_path(key).unlink()
            return True
        return False


@contextmanager
def _alone(table_path: Path) -> Iterator[None]:
    """Hold a table's lock against everybody. Raises OSError where somebody uses it."""
    if not fcntl:
        yield
        return
    with table_path.open("rb") as table:
        fcntl.flock(table, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
