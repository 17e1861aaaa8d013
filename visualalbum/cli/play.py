"""`visualalbum play`: plays an album in a window."""

from __future__ import annotations

import argparse
import signal
from pathlib import Path

HELP = "play an album in a window"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "manifest",
        nargs="?",
        type=Path,
        metavar="MANIFEST",
        help="the album, its folder or a bundle of it (a zip); else an empty window",
    )
    parser.add_argument("--track", metavar="ID", help="start with this track (its id, or its number)")
    parser.add_argument("--start", metavar="TIME", help="start there: on the track given, else on the programme")
    parser.add_argument("--until", metavar="TIME", help="quit there with exit status 0")
    parser.add_argument("--mode", choices=("together", "songs", "film"), help="what is played")
    parser.add_argument("--fullscreen", action="store_true", help="the stage alone over the whole screen")
    parser.add_argument("--geometry", metavar="WxH+X+Y", help="the window's size and place")
    parser.add_argument(
        "--sound",
        choices=("portaudio", "vlc", "null"),
        default="portaudio",
        help="what plays the sound; where one is not there the next is taken, and said so",
    )
    parser.add_argument("--audio-device", metavar="NAME", help="the sound device; `visualalbum doctor` lists them")
    parser.add_argument(
        "--offset",
        type=_offset,
        metavar="MS",
        help="how much later than the device says the sound is heard, for this run; `visualalbum calibrate` keeps it",
    )
    parser.add_argument("--trace", type=Path, metavar="FILE", help="write what the engine sees and does, as JSON lines")
    parser.add_argument("--faults", type=Path, metavar="FILE", help="inject the faults of a JSON file, for rehearsals")


def _offset(text: str) -> float:
    """A number of milliseconds; argparse makes a usage error of what it raises."""
    from visualalbum.store.offsets import MOST_MS

    try:
        offset_ms = float(text)
    except ValueError:
        offset_ms = float("nan")
    if not -MOST_MS <= offset_ms <= MOST_MS:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of milliseconds from -{MOST_MS} to {MOST_MS}")
    return offset_ms


def run(args: argparse.Namespace) -> int:
    """Run the command; returns the exit status."""
    # While modules are being imported there is nothing to end in order, and nobody wants to read where Ctrl+C met it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from visualalbum.app.options import PlayOptions
    from visualalbum.app.play import play

    return play(
        PlayOptions(
            manifest=args.manifest,
            track=args.track,
            start=args.start,
            until=args.until,
            mode=args.mode,
            fullscreen=args.fullscreen,
            geometry=args.geometry,
            sound=args.sound,
            audio_device=args.audio_device,
            offset_ms=args.offset,
            trace=args.trace,
            faults=args.faults,
        )
    )
