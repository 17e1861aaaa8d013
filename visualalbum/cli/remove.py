"""`visualalbum remove`: takes a key or an item out of a manifest, and leaves every other line as it is."""

from __future__ import annotations

import argparse

from visualalbum.cli import editing

HELP = "take a key or an item out of a manifest, and leave every other line as it is"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    editing.add_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Run the command; returns as `editing.run`."""
    from visualalbum.manifest.edit import remove

    return editing.run(args, lambda text, file: remove(text, file, args.path))
