"""Unpacking a bundle: every file under its own name in a new folder, its bytes checked on the way."""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Callable
from copy import copy
from pathlib import Path
from typing import IO

from visualalbum.interchange.archive import AGAIN, BROKEN, Archive, Packed
from visualalbum.interchange.refusal import problem, refuse
from visualalbum.interchange.sums import MOST_BYTES, NAME, read_sums
from visualalbum.problems import Problem
from visualalbum.said import NOTHING, Said, say
from visualalbum.timecode import shown

PIECE = 2**20
"""Bytes at a time: more costs memory, less time."""

ANEW = say("get the bundle again")

Report = Callable[[float], None]


def unpack(archive: Archive, folder: Path, report: Report) -> tuple[Problem, ...]:
    """Unpack into an empty folder; returns an error for each file that is damaged, of which is kept what can be read.

    Every file is as old as the bundle, so that what is remembered of it is still good when it is unpacked anew.
    Raises RefusedError where the manifest is damaged, OSError where the folder takes no more.
    """
    status = archive.path.stat()
    progress = _Progress(archive.total_bytes, report)
    top = archive.manifest.rpartition("/")[0]
    top = f"{top}/" if top else ""
    sums = _sums(archive, f"{top}{NAME}", top)
    told: list[Problem] = []
    for file in archive.files:
        path = folder / file.name
        path.parent.mkdir(parents=True, exist_ok=True)
        reason = _unpack_file(archive, file, path, sums.pop(file.name, ""), progress)
        os.utime(path, ns=(status.st_mtime_ns, status.st_mtime_ns))
        if reason and file.name == archive.manifest:
            sentence = say("the manifest is damaged: {reason}", reason=reason)
            raise refuse(archive.path / file.name, "damaged", sentence, AGAIN)
        if reason:
            sentence = say("{file} is damaged: {reason}", file=shown(file.name), reason=reason)
            told.append(problem(archive.path / file.name, "damaged", sentence, ANEW))
    for name in sums:
        sentence = say("{file} is missing from the bundle", file=shown(name))
        told.append(problem(archive.path / name, "not-packed", sentence, ANEW))
    return tuple(told)


class _Progress:
    """How much has been read."""

    def __init__(self, total: int, report: Report) -> None:
        self._total, self._report = max(1, total), report
        self._done = 0

    def advance(self, by: int) -> None:
        """Tell of some more bytes."""
        self._done += by
        self._report(self._done / self._total)


def _unpack_file(archive: Archive, file: Packed, path: Path, wanted: str, progress: _Progress) -> Said:
    """Unpack one file as far as it can be read; returns what is wrong with it, or nothing."""
    info = copy(file.info)
    del info.CRC  # for which zipfile would keep back the last piece of a damaged file
    crc, digest = 0, hashlib.sha256()
    with path.open("xb") as target:
        try:
            source = archive.zip.open(info)
        except BROKEN:
            return say("it is not where the bundle's list has it")
        with source:
            while piece := _piece(source):
                target.write(piece)
                progress.advance(len(piece))
                crc = zlib.crc32(piece, crc)
                if wanted:
                    digest.update(piece)
        if target.tell() != info.file_size:
            return say("{count} of its {total} bytes can be read", count=target.tell(), total=info.file_size)
    if crc != file.info.CRC:
        return say("its bytes are not those that were packed")
    return say("its sum is not the one in {file}", file=NAME) if wanted and digest.hexdigest() != wanted else NOTHING


def _piece(source: IO[bytes]) -> bytes:
    """The next piece, or none where the rest cannot be read."""
    try:
        return source.read(PIECE)
    except BROKEN:
        return b""


def _sums(archive: Archive, name: str, folder: str) -> dict[str, str]:
    """The sums that the bundle brings along; none where it has no such text, or one that is damaged."""
    found = next((file for file in archive.files if file.name == name and file.info.file_size <= MOST_BYTES), None)
    if found is None:
        return {}
    try:
        with archive.zip.open(found.info) as text:
            return read_sums(text.read(MOST_BYTES), folder)  # bounded: what is unpacked may be larger than it says
    except BROKEN:
        return {}
