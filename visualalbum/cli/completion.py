"""`visualalbum completion`: what a shell needs to complete commands, options and files, made from the parser."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

HELP = "print what your shell needs to complete commands, options and files"

SHELLS = ("bash", "zsh", "fish", "tcsh")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("shell", choices=SHELLS, help='for bash: eval "$(visualalbum completion bash)" in ~/.bashrc')


def run(args: argparse.Namespace) -> int:
    """Run the command."""
    import shtab

    from visualalbum.cli import parser

    top = parser()
    for action in _every(top):
        if action.type is Path:
            action.complete = shtab.FILE  # type: ignore[attr-defined]
    print(shtab.complete(top, args.shell))
    return 0


def _every(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """The arguments of a parser and of all its commands."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _every(command)
