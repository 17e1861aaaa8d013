"""Bundles for tests: zips that are right, and zips that are wrong in one way."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path

MANIFEST = "a.visualalbum.yaml"
TEXT = "visualalbum: 1\ntitle: Packed\ntracks: [{audio: one.wav}]\n"
FILES: dict[str, bytes] = {MANIFEST: TEXT.encode(), "one.wav": b"RIFF" + bytes(100), "words/one.lrc": b"[00:00]a\n"}


def pack(path: Path, files: Mapping[str, bytes] = FILES, method: int = zipfile.ZIP_STORED) -> Path:
    """A zip of some files, by name."""
    with zipfile.ZipFile(path, "w", method) as made:
        for name, data in files.items():
            made.writestr(zipfile.ZipInfo(name, (2024, 6, 28, 12, 0, 0)), data, method)
    return path


def pack_folder(path: Path, folder: Path, top: str = "") -> Path:
    """A zip of a folder, as people make it."""
    with zipfile.ZipFile(path, "w") as made:
        for file in sorted(folder.rglob("*")):
            made.write(file, f"{top}{file.relative_to(folder).as_posix()}")
    return path


def pack_entries(path: Path, entries: Mapping[zipfile.ZipInfo, bytes]) -> Path:
    """The usual zip, with more entries that are as they say themselves."""
    pack(path)
    with zipfile.ZipFile(path, "a") as made:
        for info, data in entries.items():
            made.writestr(info, data)
    return path


def special(name: str, kind: int) -> zipfile.ZipInfo:
    """An entry of another kind than a file: a link, a device."""
    info = zipfile.ZipInfo(name)
    info.create_system = 3  # Unix
    info.external_attr = (kind | stat.S_IRWXU) << 16
    return info


def change(path: Path, before: bytes, after: bytes, *, last: bool = False) -> Path:
    """Put bytes in place of others of the same length, once: the first time they occur, or the last."""
    data = path.read_bytes()
    at = data.rindex(before) if last else data.index(before)
    assert len(before) == len(after)
    path.write_bytes(data[:at] + after + data[at + len(before) :])
    return path
