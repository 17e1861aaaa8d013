"""The shelf of unpacked bundles: bounded, least recently used off first, shared by processes, never one in use."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from visualalbum.interchange.archive import Archive, open_archive, size_text
from visualalbum.interchange.refusal import RefusedError, problem, refuse
from visualalbum.interchange.source import Source
from visualalbum.interchange.unpack import Report, unpack
from visualalbum.problems import Problem
from visualalbum.reach import is_file, is_folder
from visualalbum.said import say
from visualalbum.store.atomic import PART, write_bytes
from visualalbum.store.hold import Hold
from visualalbum.store.naming import name_of
from visualalbum.store.paths import cache_folder

VERSION = 1
"""Raise it when something else is unpacked from the same bundle."""

LIMIT_BYTES = 8 * 2**30
"""What the shelf may take of a disk: two albums with two hours of film at 4 Mbit/s; what is in use stays beyond it."""

RESERVE_BYTES = 256 * 2**20
"""Room that is left for others."""

HELD = 2
"""Bundles held, the last ones opened: while one takes the place of another, files of both are read."""

TABLE = ".json"
SUFFIX = ".zip"


@dataclass(frozen=True)
class Entry:
    """What is in an unpacked bundle: its manifest, the sizes of its files by name, and which are damaged."""

    manifest: str
    sizes: dict[str, int]
    problems: tuple[Problem, ...]


_ADAPTER = TypeAdapter(Entry)


def is_bundle(path: Path) -> bool:
    """Whether a path is that of a bundle, there or not, rather than that of a manifest or a folder."""
    return path.suffix.lower() == SUFFIX and not is_folder(path)


def bundle_of(path: Path) -> Path | None:
    """The bundle that is a file as people know it, or that has it in it; None where it is in none."""
    return next((one for one in (path, *path.parents) if is_bundle(one) and is_file(one)), None)


class Shelf:
    """A folder with, for each bundle as it is on the disk now, a folder KEY and, written last, its table `KEY.json`.

    Any number of processes may share it. A folder in use is locked, and only one that nobody has locked is taken away;
    what a process that died had half unpacked is not, and so the next one takes it away.
    """

    def __init__(self, folder: Path | None = None, limit_bytes: int = LIMIT_BYTES) -> None:
        self.folder = folder or cache_folder() / "bundles"
        self.limit_bytes = limit_bytes
        self._held: dict[Path, Hold] = {}

    def find(self, given: Path) -> Source | None:
        """The source of an album, held from now on, where nothing has to be unpacked for it. Reads no media."""
        if not is_bundle(given):
            return Source(given, given)
        key = name_of(given, VERSION)
        if key is None:
            return None
        root, entry = self.folder / key, self._read(key)
        if entry is None:
            self._let_go(root)
        if entry is None or not self._hold(root):
            return None
        with contextlib.suppress(OSError):  # only the order of removal suffers
            os.utime(self._table(key))
        return Source(given, root / entry.manifest, root, entry.problems)

    def hold(self, source: Source) -> None:
        """Hold what another shelf has found from now on, without a look at the bundle itself."""
        if source.root is not None:
            self._hold(source.root)

    def settle(self, given: Path, report: Report = lambda _: None) -> Source:
        """As `find`, unpacking what is not there; `report` is called with the part done. Never raises.

        A bundle that is refused is its own source, with the reasons.
        """
        try:
            found = self.find(given)
            if found is None:
                self._unpack(given, report)
                found = self.find(given)
            if found is None:
                sentence = say("this bundle was changed while it was being unpacked")
                raise refuse(given, "changed", sentence, say("open it again"))
            return found
        except RefusedError as refusal:
            return Source(given, given, problems=refusal.problems)
        except OSError as error:
            sentence = say(
                "this bundle cannot be unpacked in {folder} ({reason})",
                folder=str(self.folder),
                reason=(error.strerror or str(error)).lower(),
            )
            remedy = say("make room there, and let yourself write to it")
            return Source(given, given, problems=(problem(given, "not-unpacked", sentence, remedy),))

    def trim(self, limit_bytes: int | None = None) -> None:
        """Take away what was longest not used until the limit is kept, and what was left half done."""
        limit = self.limit_bytes if limit_bytes is None else limit_bytes
        entries: list[tuple[int, int, Path]] = []
        for folder in [path for path in self._listed() if path.is_dir()]:
            entry = self._read(folder.name)
            if entry is None:
                self._remove(folder)
            else:
                with contextlib.suppress(OSError):
                    used_ns = self._table(folder.name).stat().st_mtime_ns
                    entries.append((used_ns, sum(entry.sizes.values()), folder))
        total = sum(size for _, size, _ in entries)
        for _, size, folder in sorted(entries):
            if total <= limit:
                return
            if self._remove(folder):
                total -= size

    def close(self) -> None:
        """Let go of all bundles."""
        for folder in list(self._held):
            self._let_go(folder)

    def _unpack(self, given: Path, report: Report) -> None:
        key = name_of(given, VERSION)
        with open_archive(given) as archive:
            assert key is not None
            self.folder.mkdir(parents=True, exist_ok=True)
            self._make_room(archive)
            with self._part(key) as part:
                problems = unpack(archive, part, report)
                sizes = {file.name: (part / file.name).stat().st_size for file in archive.files}
                self._enter(key, part, Entry(archive.manifest, sizes, problems))
        self._hold(self.folder / key)
        self.trim()

    def _make_room(self, archive: Archive) -> None:
        """Raise RefusedError where the disk has not the room, not even without the other bundles."""
        needed = archive.total_bytes + RESERVE_BYTES
        if shutil.disk_usage(self.folder).free < needed:
            self.trim(0)
        free = shutil.disk_usage(self.folder).free
        if free < needed:
            sentence = say(
                "there is no room to unpack this bundle: it needs {needed}, and {folder} has {free}",
                needed=size_text(needed),
                folder=str(self.folder),
                free=size_text(free),
            )
            raise refuse(archive.path, "disk-full", sentence, say("free some space there"))

    @contextmanager
    def _part(self, key: str) -> Iterator[Path]:
        """A new folder that nobody takes for whole, and nobody takes away while its process lives."""
        part = Path(tempfile.mkdtemp(prefix=f".{key}.", suffix=PART, dir=self.folder))
        hold = Hold(part, alone=True)
        try:
            yield part
        finally:
            hold.close()
            shutil.rmtree(part, ignore_errors=True)

    def _enter(self, key: str, part: Path, entry: Entry) -> None:
        """Give a folder its name, and then its table, unless another process was quicker."""
        if self._read(key) is None:
            self._remove(self.folder / key)
            part.rename(self.folder / key)
            write_bytes(self._table(key), _ADAPTER.dump_json(entry))

    def _read(self, key: str) -> Entry | None:
        """The table of a bundle, where all of its files are there."""
        try:
            entry = _ADAPTER.validate_json(self._table(key).read_bytes())
            whole = all((self.folder / key / name).stat().st_size == size for name, size in entry.sizes.items())
        except (OSError, ValidationError, ValueError):  # ValueError: a NUL in a name
            return None
        return entry if whole else None

    def _hold(self, folder: Path) -> bool:
        """Hold a folder, and let go of the one held longest where there are too many."""
        hold = self._held.pop(folder, None)
        if hold is None:
            try:
                hold = Hold(folder)
            except OSError:  # it is being taken away this moment
                return False
        self._held[folder] = hold
        while len(self._held) > HELD:
            self._let_go(next(iter(self._held)))
        return True

    def _let_go(self, folder: Path) -> None:
        hold = self._held.pop(folder, None)
        if hold is not None:
            hold.close()

    def _remove(self, folder: Path) -> bool:
        with contextlib.suppress(OSError), contextlib.closing(Hold(folder, alone=True)):
            self._table(folder.name).unlink(missing_ok=True)
            shutil.rmtree(folder)
            return True
        return False

    def _table(self, key: str) -> Path:
        return self.folder / f"{key}{TABLE}"

    def _listed(self) -> list[Path]:
        try:
            return list(self.folder.iterdir())
        except OSError:
            return []
