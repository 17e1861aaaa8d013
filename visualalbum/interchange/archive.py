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
from visualalbum.said import say
from visualalbum.textfile import IMPOSSIBLE_NAME
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

AGAIN = say("copy or download it again")
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
            sentence = say("this is a device or a pipe, and a bundle is a file")
            raise refuse(path, "not-a-file", sentence, say("save it as one"))
        if status.st_size == 0:
            raise refuse(path, "empty", say("this bundle is an empty file"), AGAIN)
        return _Bounded(path)
    except FileNotFoundError:
        raise refuse(path, "not-found", say("there is no such file"), say("look at its name and folder")) from None
    except PermissionError:
        sentence, remedy = say("this file may not be read"), say("give yourself the right to read it")
        raise refuse(path, "no-permission", sentence, remedy) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        given = getattr(error, "strerror", None)
        sentence = say("this file cannot be read ({reason})", reason=given.lower() if given else IMPOSSIBLE_NAME)
        raise refuse(path, "unreadable", sentence, say("copy it anew")) from None


def _zip(path: Path, file: _Bounded) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except BROKEN:
        pass
    file.seek(0)
    if file.read(2) == b"PK":
        sentence = say("the list of what is in this bundle, which stands at its end, is cut off or damaged")
        raise refuse(path, "damaged-bundle", sentence, AGAIN)
    raise refuse(path, "no-zip", say("this file is called a zip, and is none"), say("name a bundle or a manifest"))


def _judged(path: Path, found: zipfile.ZipFile) -> Archive:
    infos = found.infolist()
    if len(infos) > MOST_FILES:
        sentence = say(
            "this zip holds {count} files, and no album has more than {most}", count=len(infos), most=MOST_FILES
        )
        raise refuse(path, "too-many-files", sentence, say("pack the album alone"))
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
    name, told, info = entry.name, shown(entry.name), entry.info
    if reason := names.wrong(name):
        sentence = say("{file} in this bundle {reason}", file=told, reason=reason)
        return problem(path, "unsafe-name", sentence, say("pack it under another name"))
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG, stat.S_IFDIR):
        sentence = say("{file} in this bundle is a link or a device, and may lead out of it", file=told)
        return problem(path, "link", sentence, say("pack the file itself in its place"))
    if info.flag_bits & ENCRYPTED:
        sentence = say("{file} in this bundle is encrypted", file=told)
        return problem(path, "encrypted", sentence, say("pack it without a password"))
    if info.compress_type not in METHODS:
        sentence = say("{file} in this bundle is compressed in an unusual way", file=told)
        return problem(path, "compression", sentence, say('pack it without compression, or by "deflate"'))
    return None


def _clashes(path: Path, files: list[Packed]) -> list[Problem]:
    """Names of which two would be one file, here or elsewhere."""
    told: list[Problem] = []
    seen: dict[str, str] = {}
    for name in (file.name for file in files):
        other = seen.setdefault(names.folded(name), name)
        if other is not name:
            sentence = say("this bundle holds {file} twice", file=shown(name))
            if other != name:
                sentence = say(
                    "this bundle holds {file} and also {other}, which is the same file on another system",
                    file=shown(name),
                    other=shown(other),
                )
            told.append(problem(path, "same-name", sentence, say("keep one of them")))
    for name in seen.values():
        above = next((up for up in _folders(name) if names.folded(up) in seen), None)
        if above:
            sentence = say("{file} in this bundle is a file, and a folder too", file=shown(above))
            told.append(problem(path, "same-name", sentence, say("give one of them another name")))
    return told


def _folders(name: str) -> Iterator[str]:
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


def _bomb(path: Path, files: list[Packed]) -> list[Problem]:
    size = path.stat().st_size
    total, packed = sum(file.info.file_size for file in files), sum(file.info.compress_size for file in files)
    if packed > size:
        return [problem(path, "damaged-bundle", say("the files in this bundle lie over each other"), AGAIN)]
    if total > max(SMALL_BYTES, MOST_RATIO * size):
        sentence = say(
            "this zip of {size} would become {total}, which no album does",
            size=size_text(size),
            total=size_text(total),
        )
        return [problem(path, "zip-bomb", sentence, say("if it is one, pack it without compression"))]
    return []


def _manifest(path: Path, files: list[str]) -> str:
    """The one manifest at the top, or in the one folder that all files are in."""
    tops = {name.partition("/")[0] for name in files}
    manifests = [name for name in files if name.lower().endswith(ENDINGS)]
    found = [name for name in manifests if "/" not in name]
    if not found and len(tops) == 1:
        found = [name for name in manifests if name.count("/") == 1]
    if len(found) > 1:
        names_told = ", ".join(map(shown, found[:3]))
        sentence = say("this bundle holds {count} manifests: {names}", count=len(found), names=names_told)
        raise refuse(path, "several-manifests", sentence, say("pack one album"))
    if not found:
        sentence = say("there is no manifest at the top of this zip")
        deep = min(manifests, key=lambda name: name.count("/"), default="")
        remedy = say("pack the folder with NAME.visualalbum.yaml")
        if deep:
            remedy = say("pack the folder of {file} alone", file=shown(deep))
        raise refuse(path, "no-manifest", sentence, remedy)
    return found[0]


def size_text(size: int) -> str:
    """A number of bytes for people: `312 MB`, `1.2 GB`."""
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{max(1, round(size / 1e6))} MB"
