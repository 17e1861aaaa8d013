"""`visualalbum play`: plays an album in a window."""

from __future__ import annotations

import argparse
from pathlib import Path

HELP = "play an album in a window"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("manifest", nargs="?", type=Path, metavar="MANIFEST", help="the album; else an empty window")
    parser.add_argument("--track", metavar="ID", help="start with this track (its id, or its number)")
    parser.add_argument("--start", metavar="TIME", help="start there: on the track given, else on the programme")
    parser.add_argument("--until", metavar="TIME", help="quit there with exit status 0")
    parser.add_argument("--mode", choices=("together", "songs", "film"), default="together", help="what is played")
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
        type=float,
        default=0.0,
        metavar="MS",
        help="how much later than the device says the sound is heard; the picture follows",
    )
    parser.add_argument("--trace", type=Path, metavar="FILE", help="write what the engine sees and does, as JSON lines")
    parser.add_argument("--faults", type=Path, metavar="FILE", help="inject the faults of a JSON file, for rehearsals")


def run(args: argparse.Namespace) -> int:
    """Run the command; returns the exit status."""
    from visualalbum.app import PlayOptions, play

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
