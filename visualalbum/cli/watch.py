"""`visualalbum watch`: checks a manifest and its texts again at every save, beside any editor."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visualalbum.ui.edition import Stamp

HELP = "check a manifest and its words and essays again at every save"

CLEAR = "\x1b[2J\x1b[3J\x1b[H"
"""On a terminal only what is wrong now is seen: screen and what was scrolled away are emptied."""

TOGETHER_MS, LOOK_MS = 20, 10
"""Saves within so long are one; editors write a file beside and put it in the place of the other."""

LOOK_ANEW_MS = 1000
"""Where a folder tells nothing, as on some drives in a network, files are looked at so often."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("manifest", type=Path, metavar="MANIFEST", help="the album's .visualalbum.yaml, or its folder")


def run(args: argparse.Namespace) -> int:
    """Run the command until Ctrl+C; returns 2 where there is nothing to watch."""
    from visualalbum.manifest.folder import manifest_in

    manifest, taken = manifest_in(args.manifest)
    if taken:
        print(f"visualalbum: {taken}", file=sys.stderr)
    if not manifest.parent.is_dir():
        print(f"visualalbum: there is no folder {manifest.parent}; write the path of a manifest", file=sys.stderr)
        return 2
    while True:
        files = _check(manifest)
        _wait(files)


def _check(manifest: Path) -> dict[Path, Stamp | None]:
    """Tell what is wrong now; returns the files that were read, with their stamps."""
    from visualalbum.cli.media_check import text_files, text_problems
    from visualalbum.cli.telling import Told, for_people
    from visualalbum.manifest import load
    from visualalbum.ui.edition import stamps_of

    began_s = time.perf_counter()
    stamps = stamps_of([manifest])
    loaded = load(manifest)
    stamps |= stamps_of(text_files(loaded))
    problems = sorted(set(loaded.heard((*loaded.problems, *text_problems(loaded)))))
    took_ms = (time.perf_counter() - began_s) * 1000
    told = for_people([Told(manifest, problems)])
    clear = CLEAR if sys.stdout.isatty() else ""
    print(f"{clear}{told}\n{time.strftime('%H:%M:%S')}, in {took_ms:.0f} ms; Ctrl+C ends", flush=True)
    return stamps


def _wait(files: dict[Path, Stamp | None]) -> None:
    """Until one of them is another."""
    import watchfiles

    from visualalbum.ui.edition import stamps_of

    folders = {path.parent for path in files if path.parent.is_dir()}
    names = {str(path.absolute()) for path in files}
    for _ in watchfiles.watch(
        *folders,
        watch_filter=lambda change, path: path in names,
        debounce=TOGETHER_MS,
        step=LOOK_MS,
        rust_timeout=LOOK_ANEW_MS,
        yield_on_timeout=True,
        recursive=False,
    ):
        if stamps_of(files) != files:
            return
