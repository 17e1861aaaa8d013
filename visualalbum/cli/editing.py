"""What the commands that edit a manifest share: the file read, the edit tried, what it changes told or written."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visualalbum.manifest.edit import Edited

PATH_HELP = "where: title, tracks.2.title, tracks.ID.segments.1.out; items are named by their id or counted from 1"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what all of them take."""
    parser.add_argument("manifest", type=Path, metavar="FILE", help="the album's .visualalbum.yaml, or its folder")
    parser.add_argument("path", metavar="PATH", help=PATH_HELP)
    parser.add_argument("--dry-run", action="store_true", help="show what would change, and write nothing")
    parser.add_argument("--force", action="store_true", help="write it even where that breaks a rule")


def run(args: argparse.Namespace, edit: Callable[[str, Path], Edited]) -> int:
    """Edit; returns 0 where the text is written, 1 where that would break a rule, 2 where it cannot be done."""
    from visualalbum.manifest.edit import Refused
    from visualalbum.manifest.folder import manifest_in
    from visualalbum.problems import Severity
    from visualalbum.store.atomic import write_bytes
    from visualalbum.textfile import UnreadableError, decode, encode_like, read_bytes

    file, _ = manifest_in(args.manifest)
    try:
        data = read_bytes(file)
        text = decode(data, str(file))
        edited = edit(text, file)
    except (UnreadableError, Refused) as refusal:
        print(f"visualalbum: {refusal}", file=sys.stderr)
        return 2
    for line in unified_diff(text.splitlines(), edited.text.splitlines(), str(file), str(file), n=0, lineterm=""):
        if args.dry_run or (line[:1] in "+-" and line[:3] not in ("+++", "---")):
            print(line)
    for told in (*edited.notes, *map(str, edited.problems)):
        print(told, file=sys.stderr)
    broken = any(problem.severity is Severity.ERROR for problem in edited.problems)
    if broken and not args.force:
        print("visualalbum: nothing is written, since that would break the album; --force does", file=sys.stderr)
        return 1
    if not args.dry_run and edited.text != text:
        try:
            write_bytes(file.resolve(), encode_like(data, edited.text))
        except OSError as error:
            print(f"visualalbum: {file} cannot be written: {error.strerror or error}", file=sys.stderr)
            return 2
    return 0
