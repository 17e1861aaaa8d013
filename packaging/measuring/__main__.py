"""Usage: packaging/measure [--short] [--memory MINUTES] [--program NAME] [--only PHASE...]; see --help."""

from __future__ import annotations

import argparse
import json
import os
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from measuring import big, phases, programs, report, window
from tests.support.studio import studio

ROOT = Path(__file__).parents[2]
PHASES = ("album", "transport", "window", "block-python", "block-c", "cpu")
LONG = "window"
BIG = "big"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="packaging/measure",
        description="Measure from outside how well the program holds picture to song; mpv in the same run is the zero.",
    )
    parser.add_argument("--short", action="store_true", help="look at everything for a shorter time; under 2 minutes")
    parser.add_argument("--memory", type=int, metavar="MINUTES", default=0, help="watch memory for so long as well")
    parser.add_argument(
        "--program", choices=("visualalbum", "mpv", "libvlc"), default="visualalbum", help="what to measure"
    )
    parser.add_argument("--sound", choices=("portaudio", "vlc"), default="portaudio", help="the program's sound output")
    parser.add_argument("--rate", type=Fraction, default=Fraction(25), help="the film's frames a second, as 30000/1001")
    parser.add_argument(
        "--container", choices=("mp4", "mkv", "mov", "webm", "avi", "ts"), default="mp4", help="the film's"
    )
    only = f"{', '.join(PHASES)}; without it all of them, of the short form all but {LONG}"
    only += f"; {BIG}: an album of 200 songs and 1000 pictures beside the demo, by itself, 5 minutes"
    parser.add_argument("--only", nargs="+", choices=(*PHASES, BIG), metavar="PHASE", help=only)
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "measure", metavar="FOLDER")
    return parser.parse_args()


def _measure(args: argparse.Namespace, program: programs.Program) -> dict[str, Any]:
    film = phases.film(args.rate, args.container)
    setting = replace(phases.SHORT if args.short else phases.FULL, film=film)
    figures: dict[str, Any] = {
        "program": program.name,
        "sound": args.sound,
        "rate": str(args.rate),
        "container": args.container,
    }
    figures["cores"] = os.cpu_count()
    figures |= {"versions": phases.versions()}
    if args.only and BIG in args.only:
        _say(BIG)
        figures[BIG] = big.big(args.output / "recorded")
        args.only.remove(BIG)
        if not args.only:
            return figures
    with studio(args.output / "recorded") as stage:
        _say("mpv, for the zero")
        zero_ms = figures["zero_ms"] = phases.zero(stage, setting)
        _say("a warm machine")
        phases.warm(program, stage, setting)
        for name in args.only or [name for name in PHASES if not (args.short and name == LONG)]:
            _say(name)
            if name == "album":
                figures[name] = phases.album(program, stage, setting, zero_ms)
            elif name == "transport":
                figures[name] = phases.transport(program, stage, setting, zero_ms)
            elif name.startswith("block") and program.takes_faults:
                figures[name] = phases.blocked(program, stage, setting, name)
            elif name == "window" and isinstance(program, programs.VisualAlbum):
                figures[name] = window.measure(program, args.output / "recorded-window", setting)
            elif name == "cpu":
                figures[name] = phases.cpu(program, args.output / "recorded", setting)
        if args.memory and isinstance(program, programs.VisualAlbum):
            _say(f"memory, for {args.memory} minutes")
            figures["memory"] = phases.memory(program, stage, args.memory)
    return figures


def _say(what: str) -> None:
    print(f"measuring: {what}", file=sys.stderr, flush=True)


def main() -> int:
    """Measure, write report.json and report.md, print the table; returns 1 where a bound is missed."""
    args = _arguments()
    album = programs.VisualAlbum(args.sound)
    known: dict[str, programs.Program] = {"visualalbum": album, "mpv": programs.Mpv(), "libvlc": programs.LibVlc()}
    figures = _measure(args, known[args.program])
    table = report.rows(figures)
    args.output.mkdir(parents=True, exist_ok=True)
    figures["kept"] = all(row.kept for row in table)
    (args.output / "report.json").write_text(json.dumps(figures, indent=1) + "\n")
    (args.output / "report.md").write_text(report.markdown(table) + "\n")
    print(report.markdown(table))
    return 0 if figures["kept"] else 1


if __name__ == "__main__":
    sys.exit(main())
