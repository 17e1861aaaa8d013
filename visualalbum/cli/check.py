"""`visualalbum check`: tells everything that is wrong with a manifest, and with the files it names."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from visualalbum.problems import Problem, Severity

HELP = "tell everything that is wrong with a manifest and its files"
MAX_PRINTED = 200


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "manifest", type=Path, metavar="MANIFEST", help="the album's .visualalbum.yaml, its folder or a bundle of it"
    )
    parser.add_argument("--no-media", action="store_true", help="read the text alone, none of the files it names")
    parser.add_argument("--strict", action="store_true", help="let warnings count as errors for the exit status")


def run(args: argparse.Namespace) -> int:
    """Run the command; returns 0 without errors, 1 with some (with `--strict`, with warnings too)."""
    from visualalbum.interchange.shelf import Shelf
    from visualalbum.manifest.folder import manifest_in

    manifest, told = manifest_in(args.manifest)
    if told:
        print(f"visualalbum: {told}", file=sys.stderr)
    with closing(Shelf()) as shelf:
        source = shelf.settle(manifest)
        loaded = source.load(files=not args.no_media)
        problems = set(loaded.problems)
        if not args.no_media:
            from visualalbum.cli.media_check import media_problems

            problems |= set(media_problems(loaded))
    problems = set(map(source.told, problems))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    _print(sorted(problems), manifest, errors)
    return 1 if errors or (args.strict and problems) else 0


def _print(problems: Sequence[Problem], manifest: Path, errors: int) -> None:
    if hasattr(sys.stdout, "reconfigure"):  # a terminal may lack an author's letters
        sys.stdout.reconfigure(errors="backslashreplace")
    for problem in problems[:MAX_PRINTED]:
        print(problem)
    if len(problems) > MAX_PRINTED:
        print(f"... and {len(problems) - MAX_PRINTED} more")
    warnings = len(problems) - errors
    counts = [_count(errors, "error")] * bool(errors) + [_count(warnings, "warning")] * bool(warnings)
    print(f"{manifest}: {', '.join(counts) or 'no problems'}")


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
