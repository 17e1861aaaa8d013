"""`visualalbum set`: gives a value of a manifest, and leaves every other line as it is."""

from __future__ import annotations

import argparse

from visualalbum.cli import editing

HELP = "give a value of a manifest, and leave every other line as it is"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    editing.add_arguments(parser)
    parser.add_argument(
        "value", metavar="VALUE", help="the value, without quotes; a list or group in brackets, as in YAML"
    )


def run(args: argparse.Namespace) -> int:
    """Run the command; returns as `editing.run`."""
    from visualalbum.manifest.edit import set_value

    return editing.run(args, lambda text, file: set_value(text, file, args.path, args.value))
