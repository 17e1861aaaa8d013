"""`visualalbum calibrate`: sets by how much picture and sound are apart on this machine, by eye and ear or measured."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

HELP = "set by how much picture and sound are apart here, by eye and ear or measured"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "--source",
        metavar="NAME",
        help="measure the sound's part by a microphone, or a sink's monitor (`pactl list short sources` names them)",
    )
    parser.add_argument("--no-window", action="store_true", help="with --source: say what it measures, keep nothing")
    parser.add_argument("--fullscreen", action="store_true", help="over the whole screen")
    parser.add_argument("--geometry", metavar="WxH+X+Y", help="the window's size and place")
    parser.add_argument("--sound", choices=("portaudio", "vlc"), default="portaudio", help="what plays the sound")
    parser.add_argument("--audio-device", metavar="NAME", help="the sound device; `visualalbum doctor` lists them")
    parser.add_argument("--trace", type=Path, metavar="FILE", help="write what the engine sees and does, as JSON lines")


def run(args: argparse.Namespace) -> int:
    """Run the command; returns the exit status."""
    # While modules are being imported there is nothing to end in order, and nobody wants to read where Ctrl+C met it.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if args.no_window and args.source is None:
        print(
            "visualalbum: without a window there is only what a source hears: name one with --source", file=sys.stderr
        )
        return 2
    from visualalbum.app.calibrate import calibrate
    from visualalbum.app.options import CalibrateOptions

    return calibrate(
        CalibrateOptions(
            source=args.source,
            window=not args.no_window,
            fullscreen=args.fullscreen,
            geometry=args.geometry,
            sound=args.sound,
            audio_device=args.audio_device,
            trace=args.trace,
        )
    )
