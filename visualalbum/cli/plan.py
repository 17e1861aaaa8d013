"""`visualalbum plan`: prints the resolved timeline, what is heard and seen when."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from visualalbum.timeline.cues import Timeline

HELP = "print the resolved timeline: what is heard and seen when"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("manifest", type=Path, metavar="MANIFEST", help="the album, its folder or a bundle of it")
    parser.add_argument("--mode", choices=("together", "songs", "film"), default="together", help="what is played")
    parser.add_argument("--json", action="store_true", help="print JSON, times in microseconds")


def run(args: argparse.Namespace) -> int:
    """Run the command; returns 1 where the album has errors."""
    from visualalbum.interchange.shelf import Shelf
    from visualalbum.jobs import JobQueue
    from visualalbum.manifest.folder import manifest_in
    from visualalbum.media.probing import Probing
    from visualalbum.problems import has_errors
    from visualalbum.timeline.mode import Mode
    from visualalbum.ui.edition import read_edition

    manifest, told = manifest_in(args.manifest)
    if told:
        print(f"visualalbum: {told}", file=sys.stderr)
    mode = Mode(args.mode)
    with closing(Shelf()) as shelf:
        shelf.settle(manifest)  # and held, while it is read twice
        edition = read_edition(manifest, mode, {})
        if edition.unknown:
            with closing(JobQueue(workers=2, express=0)) as jobs:
                probing = Probing(edition.unknown, jobs)
                probing.wait()
            edition = read_edition(manifest, mode, edition.with_stamps(probing.facts))
    for problem in edition.problems:
        print(edition.source.told(problem), file=sys.stderr)
    rows = plan(edition.timeline)
    if args.json:
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    else:
        print_table(rows)
    return 1 if has_errors(edition.problems) else 0


def plan(timeline: Timeline) -> dict[str, Any]:
    """The timeline as plain values: `tracks` and `cues` in order of start, times in microseconds."""
    cues: list[dict[str, Any]] = [
        {
            "kind": "film",
            "id": cue.id,
            "start_us": cue.start_us,
            "end_us": cue.end_us,
            "film": cue.film,
            "path": str(cue.path),
            "in_us": cue.in_us,
            "dissolve_us": cue.dissolve_us,
            "tail_us": cue.tail_us,
            "hold": cue.hold,
            "fit": cue.fit,
            "rate": str(cue.rate),
        }
        for cue in timeline.films
    ]
    cues += [
        {
            "kind": "still",
            "id": cue.id,
            "start_us": cue.start_us,
            "end_us": cue.end_us,
            "path": str(cue.path),
            "fit": cue.fit,
        }
        for cue in timeline.stills
    ]
    cues += [
        {
            "kind": "film-sound",
            "id": f"{clip.path.name}:{clip.in_us}",
            "start_us": clip.start_us,
            "end_us": clip.end_us,
            "path": str(clip.path),
            "in_us": clip.in_us,
            "gain_db": _gain(clip.gain_db),
            "song_gain_db": _gain(clip.song_gain_db),
        }
        for clip in timeline.sound.film_sounds
    ]
    tracks = [
        {"id": t.id, "title": t.title, "artist": t.artist, "start_us": t.start_us, "end_us": t.end_us}
        for t in timeline.tracks
    ]
    return {
        "title": timeline.title,
        "artist": timeline.artist,
        "end_us": timeline.end_us,
        "tracks": tracks,
        "cues": sorted(cues, key=lambda cue: (cue["start_us"], cue["end_us"])),
    }


def _gain(gain_db: float) -> float | str:
    """A level that JSON can carry: it has no infinity."""
    return "off" if gain_db == float("-inf") else gain_db


def print_table(rows: dict[str, Any]) -> None:
    """Print a plan for people."""
    from visualalbum.timecode import people

    head = " — ".join(part for part in (rows["title"], rows["artist"]) if part)
    print(f"{head or 'Untitled'}   {people(rows['end_us'])}")
    for number, track in enumerate(rows["tracks"], start=1):
        print(f"\n{people(track['start_us']):>12}  {number}. {track['title']}  ({track['id']})")
        last = number == len(rows["tracks"])
        for cue in rows["cues"]:
            if track["start_us"] <= cue["start_us"] and (last or cue["start_us"] < track["end_us"]):
                print(f"{people(cue['start_us']):>12}  {people(cue['end_us']):>12}  {cue['kind']:<10}  {_told(cue)}")
    print(f"\n{people(rows['end_us']):>12}  end")


def _told(cue: dict[str, Any]) -> str:
    from visualalbum.timecode import people

    if cue["kind"] == "still":
        return f"{Path(cue['path']).name}  {cue['fit']}"
    if cue["kind"] == "film-sound":
        level, song = (gain if gain == "off" else f"{gain:+g} dB" for gain in (cue["gain_db"], cue["song_gain_db"]))
        return f"{Path(cue['path']).name} from {people(cue['in_us'])}  level {level}, song {song}"
    extras = [f"dissolve {cue['dissolve_us'] / 1e6:g} s"] if cue["dissolve_us"] else []
    extras += ["hold"] if cue["hold"] else []
    return "  ".join([cue["id"], f"{cue['film']} from {people(cue['in_us'])}", *extras])
