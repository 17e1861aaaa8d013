"""The demo is edited while it plays, a save every second: what a recorder outside saw and heard is as it is written."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median

import pytest

from measuring import setting
from measuring.zero import zero
from tests.support import players
from tests.support.analysis import Analysis
from tests.support.players import ROOT, Playing
from tests.support.processes import wait_until
from tests.support.resolved import resolve
from tests.support.studio import Studio, studio
from tests.support.verdict import complaints
from tests.system.test_main_job import events

START_S, UNTIL_S = 86, 100
EVERY_S = 1.0
LIMIT_S = 90
FOLLOWED_MS = 200

WHOLE = '{film: backstage, in: 1:57.25, out: 2:05.25, at: bar 9, note: "the argument, first words"}'
HALVES = (
    "{film: backstage, in: 1:57.25, out: 2:01.25, at: bar 9}\n"
    "      - {film: backstage, in: 2:01.25, out: 2:05.25, at: bar 11}"
)
LAST = "\nnotes:\n"
ENCORE = "  - {id: encore, audio: ../assets/backstage/music/01-before-the-bell.flac}\n" + LAST
EDITS: tuple[Callable[[str], str], ...] = (
    lambda text: text.replace("title: Backstage\n", "title: Backstage, edited\n", 1),
    lambda text: text.replace(WHOLE, HALVES),
    lambda text: text.replace("for nobody", "for somebody"),
    lambda text: text.replace(LAST, ENCORE, 1),
    lambda text: text.replace("title: Backstage\n", "title: [\n", 1),
    lambda text: text,
)
"""What a hand writes in turn: words, a cut within one take, a note, a track more, a mistake, and all as it was."""


@pytest.fixture(scope="module")
def stand(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Studio, float]]:
    with studio(tmp_path_factory.mktemp("live"), 960, 540) as stage:
        yield stage, zero(stage, replace(setting.SHORT, zero=4))


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    """The demo in a folder of its own, whose texts may be written to."""
    ours, theirs = tmp_path / "assets" / "backstage", ROOT / "assets" / "backstage"
    ours.mkdir(parents=True)
    for entry in theirs.iterdir():
        if entry.name in ("words", "essays"):
            shutil.copytree(entry, ours / entry.name)
        else:
            (ours / entry.name).symlink_to(entry)
    manifest = tmp_path / "manifests" / "backstage.visualalbum.yaml"
    manifest.parent.mkdir()
    shutil.copy(ROOT / "manifests" / manifest.name, manifest)
    return manifest


def test_saves_in_every_second_break_neither_sound_nor_picture_and_are_followed_at_once(
    stand: tuple[Studio, float], demo: Path
) -> None:
    stage, zero_ms = stand
    album, written = resolve(demo), demo.read_text()
    trace = demo.parent / "trace.jsonl"
    saved_ns: list[int] = []

    def edit(player: Playing) -> None:
        wait_until(lambda: any(event["event"] == "roll" for event in events(trace)), "the song", LIMIT_S)
        essay = demo.parents[1] / "assets" / "backstage" / "essays" / "02-where-the-light-falls.md"
        while player.process.poll() is None:
            turn = len(saved_ns)
            new = EDITS[turn % len(EDITS)](written)
            saved_ns.append(time.monotonic_ns())
            if turn % 2:
                other = demo.with_suffix(".new")
                other.write_text(new)
                other.replace(demo)
            else:
                demo.write_text(new)
                essay.write_text(f"Edited for the {turn}th time.\n")
            until_ns = saved_ns[-1] + EVERY_S * 1e9
            wait_until(lambda: time.monotonic_ns() >= until_ns or player.process.poll() is not None, "a second")  # noqa: B023

    command = players.visualalbum(demo, "--start", str(START_S), "--until", str(UNTIL_S), "--trace", trace)
    seen = Analysis(stage.record("saves", command, edit, "demo"), album.plan, album.reference.stretches, UNTIL_S)
    assert complaints(seen, zero_ms) == []
    revised = [event for event in events(trace) if event["event"] == "revise"]
    assert len(revised) >= (UNTIL_S - START_S) * 4 / len(EDITS) - 2
    assert {event["how"] for event in revised} == {"unbroken"}
    waits_ms = [
        min((event["instant_ns"] - at) / 1e6 for at in saved_ns if at <= event["instant_ns"]) for event in revised
    ]
    print("followed within ms:", [round(wait) for wait in waits_ms])  # noqa: T201
    assert median(waits_ms) < FOLLOWED_MS, waits_ms
