"""An album of 200 songs and 1000 pictures: how soon it is there, how it scrolls and what it takes, beside the demo."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from measuring import load
from measuring.bench import Bench, Figures
from tests.support import players, processes
from tests.support.big_album import big_album
from tests.support.players import ROOT
from tests.support.studio import Studio, studio
from tests.support.xscreen import ScreenReader

SIZE = 1280, 800
LIST = 950, 180, 320, 300
"""Where the songs stand in a window of this size; nothing at all does before there is an album."""

CORNER = 0, 0, 64, 32
"""Small, since looking at the whole screen all the time would hold up what is looked for."""

BARE = 3.0
"""The screen is darker than this where there is no window, and a window varies less where nothing stands on it."""

LIMIT_S = 60.0
SCROLL_LIMIT_S = 300.0
RUNS = 3
REST_S, PARKED_S = 24.0, 10.0
"""Decks rest after 20 s."""

DEMO = ROOT / "manifests" / "backstage.visualalbum.yaml"
CACHE = ROOT / "build" / "measure" / "big"


def measure(bench: Bench) -> Figures:
    """Everything about a big album; the demo in the same run tells what this machine makes of a small one."""
    albums = {"demo": DEMO, "big": big_album(CACHE / "mixed")}
    folder = bench.folder
    with studio(folder, *SIZE) as stage:
        homes = {name: tempfile.mkdtemp(dir=folder) for name in albums}
        found = _opened(stage, folder, albums, homes)
        for name, manifest in albums.items():
            home = homes[name]
            found[name]["parked"] = _parked(stage, folder, manifest, home)
            found[name]["scroll"] = _scroll(stage, folder, manifest, home)
        large = big_album(CACHE / "large", tracks=2, all_large=True)
        seen_mb = _scroll(stage, folder, large, home, "--through")["memory_mb"]
        found["memory"] = _memory(seen_mb)
    return found


def _opened(stage: Studio, folder: Path, albums: Mapping[str, Path], homes: Mapping[str, str]) -> Figures:
    """What opening takes at its quickest: what else the machine does makes it later, and nothing sooner.

    Everything is done in turn, some times, so that a busy minute is nobody's alone.
    """
    empty_s: list[float] = []
    runs: dict[str, dict[str, list[Figures]]] = {name: {"cold": [], "warm": []} for name in albums}
    for name, manifest in albums.items():
        runs[name]["cold"].append(_open(stage, folder, manifest, homes[name]))
    for _ in range(RUNS):
        empty_s.append(_start(stage, folder))
        for name, manifest in albums.items():
            runs[name]["cold"].append(_open(stage, folder, manifest, tempfile.mkdtemp(dir=folder)))
            runs[name]["warm"].append(_open(stage, folder, manifest, homes[name]))
    return {"empty": {"shown_s": min(empty_s)}} | {
        name: {how: {key: min(run[key] for run in of) for key in of[0]} for how, of in opened.items()}
        for name, opened in runs.items()
    }


def _memory(seen_mb: list[float]) -> Figures:
    """What it began with and came to at most, and how much it grew once there was no more room for pictures."""
    tenth = max(1, len(seen_mb) // 10)
    full_mb, last_mb = (statistics.median(seen_mb[at : at + tenth]) for at in (4 * tenth, len(seen_mb) - tenth))
    return {"first_mb": seen_mb[0], "most_mb": max(seen_mb), "growth_mb": last_mb - full_mb}


def _command(*words: str | Path) -> list[str | Path]:
    return [sys.executable, "-m", "visualalbum", "play", *words, "--geometry", f"{SIZE[0]}x{SIZE[1]}+0+0"]


def _start(stage: Studio, folder: Path) -> float:
    """How long the program takes to show a window without an album: Python, Qt and libVLC."""
    with (
        players.playing(_command(), stage.screen, stage.pulse, folder / "empty.log") as player,
        ScreenReader(stage.screen.display) as reader,
    ):
        processes.wait_until(lambda: reader.grab(*CORNER).mean() > BARE, "a window", LIMIT_S, step_s=0.005)
        return (time.monotonic_ns() - player.started_ns) / 1e9


def _open(stage: Studio, folder: Path, manifest: Path, home: str) -> Figures:
    """From the command to the list of songs, from there to what a key does, and from a last key to the end."""
    environment = {"VISUALALBUM_HOME": home}
    log = folder / "open.log"
    with (
        players.playing(_command(manifest), stage.screen, stage.pulse, log, environment) as player,
        ScreenReader(stage.screen.display) as reader,
    ):
        processes.wait_until(lambda: reader.grab(*LIST).std() > BARE, "the songs", LIMIT_S, step_s=0.005)
        shown_s = (time.monotonic_ns() - player.started_ns) / 1e9
        before = reader.grab(*LIST)
        pressed = player.press("4")
        processes.wait_until(lambda: (reader.grab(*LIST) != before).mean() > 0.1, "the gallery", LIMIT_S, step_s=0.005)
        key_s = (time.monotonic_ns() - pressed) / 1e9
        pressed = player.press("ctrl+q")
        player.wait(LIMIT_S)
        return {"shown_s": shown_s, "key_s": key_s, "closed_s": (time.monotonic_ns() - pressed) / 1e9}


def _parked(stage: Studio, folder: Path, manifest: Path, home: str) -> float:
    """The share of a processor that the window takes while nothing plays."""
    environment = {"VISUALALBUM_HOME": home}
    with players.playing(_command(manifest), stage.screen, stage.pulse, folder / "parked.log", environment) as player:
        time.sleep(8)
        player.press("space")
        time.sleep(REST_S)
        return load.cpu_share(player.process.pid, PARKED_S)


def _scroll(stage: Studio, folder: Path, manifest: Path, home: str, *words: str) -> Figures:
    report = folder / "scroll.json"
    report.unlink(missing_ok=True)
    own: Mapping[str, str] = {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'packaging'}", "VISUALALBUM_HOME": home}
    env = {**os.environ, **stage.screen.env, **stage.pulse.env, **own}
    command = [sys.executable, "-m", "measuring.scrolling", manifest, report, *words]
    with (folder / "scroll.log").open("wb") as log:
        subprocess.run(command, env=env, check=True, timeout=SCROLL_LIMIT_S, stdout=log, stderr=log)
    found: Figures = json.loads(report.read_text())
    return {name: _told(value) if isinstance(value, dict) else value for name, value in found.items()}


def _told(steps: Mapping[str, list[float]]) -> Figures:
    """Median and 99th percentile of what some steps took, in milliseconds."""
    return {
        f"{name}_{what}": figure
        for name, taken in steps.items()
        for what, figure in (
            ("median", statistics.median(taken)),
            ("p99", statistics.quantiles(taken, n=100, method="inclusive")[98]),
        )
    }
