"""`visualalbum move`: gives an item of a list of a manifest another place."""

from __future__ import annotations

import argparse

from visualalbum.cli import editing

HELP = "move an item of a list of a manifest to another place in it"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    editing.add_arguments(parser)
    parser.add_argument("to", type=int, metavar="NUMBER", help="which place it takes, counted from 1")


def run(args: argparse.Namespace) -> int:
    """Run the command; returns as `editing.run`."""
    from visualalbum.manifest.edit import move

    return editing.run(args, lambda text, file: move(text, file, args.path, args.to))
