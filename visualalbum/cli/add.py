"""`visualalbum add`: adds an item to a list of a manifest, and leaves every other line as it is."""

from __future__ import annotations

import argparse

from visualalbum.cli import editing

HELP = "add an item to a list of a manifest, and leave every other line as it is"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    editing.add_arguments(parser)
    parser.add_argument("value", metavar="VALUE", help="the item, as {audio: music/03.flac}")
    parser.add_argument("--at", type=int, metavar="NUMBER", help="which place it takes, counted from 1; else the last")


def run(args: argparse.Namespace) -> int:
    """Run the command; returns as `editing.run`."""
    from visualalbum.manifest.edit import add

    return editing.run(args, lambda text, file: add(text, file, args.path, args.value, args.at))
