"""Usage: packaging/measure [--short] [--memory MINUTES] [--program NAME] [--fresh] [--only PHASE...]; see --help."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from measuring import big, lines, page, phases, programs, report, window
from measuring.finished import Finished, origin
from tests.support.studio import Studio, studio

ROOT = Path(__file__).parents[2]
PHASES = ("album", "transport", "window", "block-python", "block-c", "cpu", "covering")
LONG = ("window", "cpu")
COVERING = "covering"
BIG = "big"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="packaging/measure",
        description="Measure from outside how well the program holds picture to song; mpv in the same run is the zero.",
    )
    parser.add_argument("--short", action="store_true", help="look at everything for a shorter time; under 3 minutes")
    parser.add_argument("--memory", type=int, metavar="MINUTES", default=0, help="watch memory for so long as well")
    parser.add_argument(
        "--program", choices=("visualalbum", "mpv", "libvlc"), default="visualalbum", help="what to measure"
    )
    parser.add_argument("--sound", choices=("portaudio", "vlc"), default="portaudio", help="the program's sound output")
    parser.add_argument("--rate", type=Fraction, default=Fraction(25), help="the film's frames a second, as 30000/1001")
    parser.add_argument(
        "--container", choices=("mp4", "mkv", "mov", "webm", "avi", "ts"), default="mp4", help="the film's"
    )
    only = f"{', '.join(PHASES)}; without it all of them, of the short form all but {' and '.join(LONG)}"
    only += f"; {BIG}: an album of 200 songs and 1000 pictures beside the demo, by itself, 5 minutes"
    only += f"; {COVERING}: kinds of films and songs, line by line, beside mpv and libVLC, 80 minutes; begun again with"
    only += " the same command it goes on where it was"
    parser.add_argument("--fresh", action="store_true", help="play the lines anew that are finished already")
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
        "versions": origin(),
        "load_average": list(os.getloadavg()),
    }
    wanted = args.only or [name for name in PHASES if not (args.short and name in LONG)]
    if BIG in wanted:
        _say(BIG)
        figures[BIG] = big.big(args.output / "recorded")
    with studio(args.output / "recorded") as stage:

        @cache
        def zero() -> dict[str, Any]:
            _say("mpv, for the zero")
            return phases.zeros(stage, setting)

        if {*wanted} - {BIG, COVERING}:
            figures["zero"] = zero()
            _say("a warm machine")
            phases.warm(program, stage, setting)
        for name in wanted:
            if name in PHASES:
                _say(name)
            if name == "album":
                figures[name] = phases.album(program, stage, setting, zero()["median_ms"])
            elif name == "transport":
                figures[name] = phases.transport(program, stage, setting, zero()["median_ms"])
            elif name.startswith("block") and program.takes_faults:
                figures[name] = phases.blocked(program, stage, setting, name)
            elif name == "window" and isinstance(program, programs.VisualAlbum):
                figures[name] = window.measure(program, args.output / "recorded-window", setting)
            elif name == "cpu":
                figures[name] = phases.cpu(program, args.output / "recorded", setting)
            elif name == COVERING and isinstance(program, programs.VisualAlbum):
                figures |= _covering(args, program, stage, setting, zero)
        if args.memory and isinstance(program, programs.VisualAlbum):
            _say(f"memory, for {args.memory} minutes")
            figures["memory"] = phases.memory(program, stage, args.memory)
    return figures


def _covering(
    args: argparse.Namespace,
    program: programs.VisualAlbum,
    stage: Studio,
    setting: phases.Setting,
    zero: Callable[[], dict[str, Any]],
) -> dict[str, Any]:
    """Every line that is not finished yet, and the recorder's own accuracy where there is one."""
    folder = args.output / ("lines-short" if args.short else "lines")
    finished = Finished(folder, origin() | {"sound": args.sound})
    if args.fresh or args.short:  # to go on with a minute's work would only tell old figures
        finished.forget()

    @cache
    def recorder() -> dict[str, Any]:
        _say("the recorder itself")
        return zero() | {"accuracy": phases.accuracy(stage, setting, zero()["median_ms"])}

    players = (program, programs.Mpv(), programs.LibVlc())
    extent = lines.SHORT if args.short else lines.FULL
    found = list(lines.measure(lambda: (stage, recorder()), players, extent, finished, _say))
    return {COVERING: found}


def _say(what: str) -> None:
    print(f"measuring: {what}", file=sys.stderr, flush=True)


def main() -> int:
    """Measure, write report.json, .md and .html, print the tables; returns 1 where a bound is missed."""
    args = _arguments()
    album = programs.VisualAlbum(args.sound)
    known: dict[str, programs.Program] = {"visualalbum": album, "mpv": programs.Mpv(), "libvlc": programs.LibVlc()}
    figures = _measure(args, known[args.program])
    table = report.rows(figures)
    args.output.mkdir(parents=True, exist_ok=True)
    figures["kept"] = all(row.kept for row in table)
    (args.output / "report.json").write_text(json.dumps(figures, indent=1) + "\n")
    told = report.markdown(table, figures)
    (args.output / "report.md").write_text(told + "\n")
    (args.output / "report.html").write_text(page.html(table, figures))
    print(told)
    return 0 if figures["kept"] else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        _say("broken off; the same command goes on with the line it was at")
        sys.exit(130)
