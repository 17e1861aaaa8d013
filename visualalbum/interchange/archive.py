"""A bundle's list of files: read and judged as a whole before a byte of it is unpacked."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from visualalbum.interchange import names
from visualalbum.interchange.names import JUNK
from visualalbum.interchange.refusal import RefusedError, problem, refuse
from visualalbum.manifest.folder import ENDINGS
from visualalbum.problems import Problem
from visualalbum.timecode import shown

BROKEN = (
    *(zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, OverflowError, IndexError),
    *(struct.error, zlib.error, MemoryError, RuntimeError),
)
"""What zipfile raises for bytes that are no zip, or a damaged one."""

MOST_FILES = 10_000
"""An album of 200 songs and 1000 pictures has some 1500."""

MOST_LIST_BYTES = 4 * 2**20
"""400 bytes for each file; zipfile reads the list in one piece and needs 20 times its size for it."""

MOST_RATIO, SMALL_BYTES = 100, 64 * 2**20
"""A larger bundle that becomes so many times as large is a bomb: films, songs and pictures hardly become smaller in a
zip, WAV by half, and texts, which do by more, are small."""

MOST_TOLD = 20
"""Names told at a time."""

AGAIN = "copy or download it again"
ENCRYPTED = 0x1 | 0x40
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The others are read by few programs, and may need any amount of memory."""


@dataclass(frozen=True)
class Packed:
    """A file in a bundle: its name from the bundle's top on, and where it is."""

    name: str
    info: zipfile.ZipInfo


@dataclass(frozen=True)
class Archive:
    """An open bundle whose list is in order. `manifest` is one of the names of its `files`."""

    path: Path
    zip: zipfile.ZipFile
    files: tuple[Packed, ...]
    manifest: str

    @property
    def total_bytes(self) -> int:
        """How large it is unpacked."""
        return sum(file.info.file_size for file in self.files)


@contextmanager
def open_archive(path: Path) -> Iterator[Archive]:
    """Open a bundle, judged. Raises RefusedError with all that is wrong with its list."""
    with _opened(path) as file, _zip(path, file) as found:
        yield _judged(path, found)


class _Bounded(io.FileIO):
    """A file of which nobody reads more than some MB in one piece: a list of gigabytes would have to be in memory."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > MOST_LIST_BYTES:
            raise zipfile.BadZipFile("its list is too long")
        return super().read(size) or b""


def _opened(path: Path) -> _Bounded:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # opening a pipe could wait for ever
            raise refuse(path, "not-a-file", "this is a device or a pipe, and a bundle is a file", "save it as one")
        if status.st_size == 0:
            raise refuse(path, "empty", "this bundle is an empty file", AGAIN)
        return _Bounded(path)
    except FileNotFoundError:
        raise refuse(path, "not-found", "there is no such file", "look at its name and folder") from None
    except PermissionError:
        sentence, remedy = "this file may not be read", "give yourself the right to read it"
        raise refuse(path, "no-permission", sentence, remedy) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = getattr(error, "strerror", None) or "its name cannot be"
        raise refuse(path, "unreadable", f"this file cannot be read ({reason.lower()})", "copy it anew") from None


def _zip(path: Path, file: _Bounded) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except BROKEN:
        pass
    file.seek(0)
    if file.read(2) == b"PK":
        sentence = "the list of what is in this bundle, which stands at its end, is cut off or damaged"
        raise refuse(path, "damaged-bundle", sentence, AGAIN)
    raise refuse(path, "no-zip", "this file is called a zip, and is none", "name a bundle or a manifest")


def _judged(path: Path, found: zipfile.ZipFile) -> Archive:
    infos = found.infolist()
    if len(infos) > MOST_FILES:
        sentence = f"this zip holds {len(infos)} files, and no album has more than {MOST_FILES}"
        raise refuse(path, "too-many-files", sentence, "pack the album alone")
    entries = [Packed(names.written(info.orig_filename, info.flag_bits), info) for info in infos]
    entries = [entry for entry in entries if not JUNK.fullmatch(entry.name)]
    told = [problem for entry in entries if (problem := _wrong(path, entry))]
    files = [entry for entry in entries if not entry.name.endswith("/")]
    told += _clashes(path, files) + _bomb(path, files)
    if told:
        raise RefusedError(told[:MOST_TOLD])
    return Archive(path, found, tuple(files), _manifest(path, [file.name for file in files]))


def _wrong(path: Path, entry: Packed) -> Problem | None:
    """What is wrong with one entry, whatever else there is."""
    name, info = entry.name, entry.info
    if reason := names.wrong(name):
        return problem(path, "unsafe-name", f"{shown(name)} in this bundle {reason}", "pack it under another name")
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
        sentence = f"{shown(name)} in this bundle is a link or a device, and may lead out of it"
        return problem(path, "link", sentence, "pack the file itself in its place")
    if info.flag_bits & ENCRYPTED:
        return problem(path, "encrypted", f"{shown(name)} in this bundle is encrypted", "pack it without a password")
    if info.compress_type not in METHODS:
        sentence = f"{shown(name)} in this bundle is compressed in an unusual way"
        return problem(path, "compression", sentence, 'pack it without compression, or by "deflate"')
    return None


def _clashes(path: Path, files: list[Packed]) -> list[Problem]:
    """Names of which two would be one file, here or elsewhere."""
    told: list[Problem] = []
    seen: dict[str, str] = {}
    for name in (file.name for file in files):
        other = seen.setdefault(names.folded(name), name)
        if other is not name:
            how = "twice" if other == name else f"and also {shown(other)}, which is the same file on another system"
            told.append(problem(path, "same-name", f"this bundle holds {shown(name)} {how}", "keep one of them"))
    for name in seen.values():
        above = next((up for up in _folders(name) if names.folded(up) in seen), None)
        if above:
            sentence = f"{shown(above)} in this bundle is a file, and a folder too"
            told.append(problem(path, "same-name", sentence, "give one of them another name"))
    return told


def _folders(name: str) -> Iterator[str]:
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


def _bomb(path: Path, files: list[Packed]) -> list[Problem]:
    size = path.stat().st_size
    total, packed = sum(file.info.file_size for file in files), sum(file.info.compress_size for file in files)
    if packed > size:
        return [problem(path, "damaged-bundle", "the files in this bundle lie over each other", AGAIN)]
    if total > max(SMALL_BYTES, MOST_RATIO * size):
        sentence = f"this zip of {size_text(size)} would become {size_text(total)}, which no album does"
        return [problem(path, "zip-bomb", sentence, "if it is one, pack it without compression")]
    return []


def _manifest(path: Path, files: list[str]) -> str:
    """The one manifest at the top, or in the one folder that all files are in."""
    tops = {name.partition("/")[0] for name in files}
    manifests = [name for name in files if name.lower().endswith(ENDINGS)]
    found = [name for name in manifests if "/" not in name]
    if not found and len(tops) == 1:
        found = [name for name in manifests if name.count("/") == 1]
    if len(found) > 1:
        sentence = f"this bundle holds {len(found)} manifests: {', '.join(map(shown, found[:3]))}"
        raise refuse(path, "several-manifests", sentence, "pack one album")
    if not found:
        sentence = "there is no manifest at the top of this zip"
        deep = min(manifests, key=lambda name: name.count("/"), default="")
        remedy = f"pack the folder of {shown(deep)} alone" if deep else "pack the folder with NAME.visualalbum.yaml"
        raise refuse(path, "no-manifest", sentence, remedy)
    return found[0]


def size_text(size: int) -> str:
    """A number of bytes for people: `312 MB`, `1.2 GB`."""
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{max(1, round(size / 1e6))} MB"
