"""Usage: packaging/measure [--short] [--memory MINUTES] [--program NAME] [--fresh] [--only PHASE...]; see --help."""

from __future__ import annotations

import argparse
import json
import os
import sys
import traceback
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from measuring import page, programs, report, setting
from measuring.bench import Bench
from measuring.finished import origin
from measuring.table import MEMORY, PHASES
from measuring.zero import warm, zeros
from tests.support.studio import Studio, studio

ROOT = Path(__file__).parents[2]
OURS = "visualalbum"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="packaging/measure",
        description="Measure from outside how well the program holds picture to song; mpv in the same run is the zero.",
        epilog="\n".join(["phases:", *(f"  {name:<14}{phase.told}" for name, phase in PHASES.items())]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--short", action="store_true", help="look at everything for a shorter time; under 3 minutes")
    parser.add_argument("--memory", type=int, metavar="MINUTES", help="watch memory as well, for so long")
    parser.add_argument("--program", choices=(OURS, "mpv", "libvlc"), default=OURS, help="what to measure")
    parser.add_argument("--sound", choices=("portaudio", "vlc"), default="portaudio", help="the program's sound output")
    parser.add_argument("--rate", type=Fraction, default=Fraction(25), help="the film's frames a second, as 30000/1001")
    parser.add_argument(
        "--container", choices=("mp4", "mkv", "mov", "webm", "avi", "ts"), default="mp4", help="the film's"
    )
    parser.add_argument("--fresh", action="store_true", help="play the lines anew that are finished already")
    full, short = (", ".join(name for name, one in PHASES.items() if getattr(one, form)) for form in ("full", "short"))
    parser.add_argument(
        "--only", nargs="+", choices=PHASES, metavar="PHASE", help=f"without it: {full}; of the short form {short}"
    )
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "measure", metavar="FOLDER")
    return parser.parse_args()


def _wanted(args: argparse.Namespace) -> list[str]:
    named = args.only or [name for name, phase in PHASES.items() if (phase.short if args.short else phase.full)]
    named += [MEMORY] if args.memory and MEMORY not in named else []
    return [name for name in named if args.program == OURS or PHASES[name].any_program]


def _measure(args: argparse.Namespace, program: programs.Program) -> dict[str, Any]:
    film = setting.film(args.rate, args.container)
    form = setting.SHORT if args.short else setting.FULL
    wanted = replace(form, film=film, memory=args.memory or form.memory)
    figures: dict[str, Any] = {
        "program": program.name,
        "sound": args.sound,
        "rate": str(args.rate),
        "container": args.container,
        "versions": origin(),
        "load_average": list(os.getloadavg()),
    }
    with studio(args.output / "recorded") as stage:
        bench = _bench(args, program, stage, wanted, figures)
        for name in _wanted(args):
            _say(name)
            figures[name] = _figures(name, bench)
            _write(args.output, figures)  # a run that is broken off has told of what it measured
    return figures


def _figures(name: str, bench: Bench) -> dict[str, Any]:
    """A phase's figures; one that breaks is told of, and the others are measured all the same."""
    try:
        return PHASES[name].measure(bench)
    except Exception as error:  # of players, recordings, albums: whatever a run on a strange machine comes upon
        traceback.print_exc()
        return {report.BROKEN: f"{type(error).__name__}: {error}"}


def _write(output: Path, figures: dict[str, Any]) -> str:
    """Write report.json, .md and .html; returns the tables."""
    table = report.rows(figures)
    figures["kept"] = all(row.kept for row in table)
    output.mkdir(parents=True, exist_ok=True)
    (output / "report.json").write_text(json.dumps(figures, indent=1) + "\n")
    told = report.markdown(table, figures)
    (output / "report.md").write_text(told + "\n")
    (output / "report.html").write_text(page.html(table, figures))
    return told


def _bench(
    args: argparse.Namespace,
    program: programs.Program,
    stage: Studio,
    wanted: setting.Setting,
    figures: dict[str, Any],
) -> Bench:
    @cache
    def zero() -> dict[str, Any]:
        """mpv's; what is measured against it finds a warm machine."""
        _say("mpv, for the zero, and a warm machine")
        figures["zero"] = zeros(stage, wanted)
        warm(program, stage, wanted)
        return figures["zero"]

    return Bench(program, stage, wanted, args.output, zero, _say, args.fresh)


def _say(what: str) -> None:
    print(f"measuring: {what}", file=sys.stderr, flush=True)


def main() -> int:
    """Measure, write the report, print the tables; returns 1 where a bound is missed."""
    args = _arguments()
    known: dict[str, programs.Program] = {
        OURS: programs.VisualAlbum(args.sound),
        "mpv": programs.Mpv(),
        "libvlc": programs.LibVlc(),
    }
    figures = _measure(args, known[args.program])
    print(_write(args.output, figures))
    return 0 if figures["kept"] else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        _say("broken off; the same command goes on with the line it was at")
        sys.exit(130)
