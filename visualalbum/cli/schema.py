"""`visualalbum schema`: the manifest language for editors, and as a page for people."""

from __future__ import annotations

import argparse
import json

HELP = "print the manifest language as JSON Schema, for the completion and hints of an editor"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("--markdown", action="store_true", help="print the reference page instead")


def run(args: argparse.Namespace) -> int:
    """Run the command; returns 0."""
    if args.markdown:
        from visualalbum.manifest.reference import reference

        print(reference(), end="")
        return 0
    from visualalbum.manifest.schema import schema

    print(json.dumps(schema(), indent=1, ensure_ascii=False))
    return 0
