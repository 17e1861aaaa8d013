"""The command line: one file a command, each loaded only when it is called."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

from visualalbum import __version__, log

COMMANDS = (
    "play",
    "check",
    "watch",
    "plan",
    "set",
    "add",
    "move",
    "remove",
    "rules",
    "schema",
    "words",
    "calibrate",
    "doctor",
    "completion",
)


def parser(names: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """The parser of some commands; each one's module has `HELP`, `add_arguments(parser)` and `run(args) -> int`."""
    top = argparse.ArgumentParser(prog="visualalbum", description="Play visual albums: songs and film, in sync.")
    top.add_argument("--version", action="version", version=f"visualalbum {__version__}")
    subparsers = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in names:
        module = importlib.import_module(f"visualalbum.cli.{name}")
        command = subparsers.add_parser(name, help=module.HELP, description=module.HELP)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 fine, 1 problems found, 2 wrong usage."""
    words = sys.argv[1:] if argv is None else argv
    # What others need is not read: it would be waited for at every start.
    args = parser([word for word in words[:1] if word in COMMANDS] or COMMANDS).parse_args(words)
    log.set_up()
    try:
        return args.run(args)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 141
