"""`visualalbum check`: tells everything that is wrong with a manifest, and with the files it names."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing
from pathlib import Path

from visualalbum.cli.telling import FORMS, Told

HELP = "tell everything that is wrong with a manifest and its files"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    told = "an album's .visualalbum.yaml, its folder or a bundle of it"
    parser.add_argument("manifests", nargs="+", type=Path, metavar="MANIFEST", help=told)
    parser.add_argument("--no-media", action="store_true", help="read the text alone, none of the files it names")
    parser.add_argument(
        "--format", choices=FORMS, default="text", help="how: text for people, or json, github, sarif for tools"
    )
    parser.add_argument("--strict", action="store_true", help="let warnings count as errors for the exit status")


def run(args: argparse.Namespace) -> int:
    """Run the command; returns 0 without errors, 1 with some (with `--strict`, with warnings too)."""
    found = [_check(given, media=not args.no_media) for given in args.manifests]
    if hasattr(sys.stdout, "reconfigure"):  # a terminal may lack an author's letters
        sys.stdout.reconfigure(errors="backslashreplace")
    if text := FORMS[args.format](found):
        print(text)
    return 1 if any(told.errors or (args.strict and told.problems) for told in found) else 0


def _check(given: Path, *, media: bool) -> Told:
    from visualalbum.interchange.shelf import Shelf
    from visualalbum.manifest.folder import manifest_in

    manifest, taken = manifest_in(given)
    if taken:
        print(f"visualalbum: {taken}", file=sys.stderr)
    with closing(Shelf()) as shelf:
        source = shelf.settle(manifest)
        loaded = source.load(files=media)
        problems = set(loaded.problems)
        if media:
            from visualalbum.cli.media_check import media_problems

            problems |= set(media_problems(loaded))
    return Told(manifest, sorted(set(map(source.told, loaded.heard(problems)))))
