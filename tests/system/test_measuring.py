"""The measurement command on a stand-in, and its table: a bound that is missed must be shown as missed."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from copy import deepcopy
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from measuring import lines, load, programs, report, window
from measuring.finished import Finished
from tests.support import barcode
from tests.support.players import ROOT
from tests.support.studio import studio

pytestmark = pytest.mark.untimed

GOOD = {"count": 100, "median_ms": 0.5, "within_ms": 3.0}
LATE = {"count": 100, "median_ms": 30.0, "within_ms": 33.0}
LOOSE = {"count": 100, "median_ms": 0.0, "within_ms": 40.0}
NONE = {"count": 0, "median_ms": math.nan, "within_ms": math.nan}
COST = {
    "ratio": 1.2,
    "program": 0.24,
    "mpv": 0.2,
    "lost": {"mpv": {"missing": 1, "expected": 250}, "program": {"missing": 1, "expected": 250}},
}
ACCIDENT = {
    "rolls": 1,
    "seams": 0,
    "black_ms": 0.0,
    "stood_ms": 300.0,
    "stood_in_ms": 2000.0,
    "missing": 50,
    "back_s": 2.4,
    "after": GOOD,
}
FIGURES: dict[str, Any] = {
    "album": {
        "steady": GOOD,
        "after_start": GOOD,
        "after_cuts": GOOD,
        "each_cut": [{"right": True, "late_ms": 1.0}] * 5,
        "cuts_planned": 5,
        "shown_percent": 100.0,
        "frames_expected": 500,
        "unplanned": [],
        "seams": [],
        "join_seams": 0,
        "frame_ms": 40.0,
        "rolls": 1,
        "first_picture_s": 1.0,
        "first_sound_s": 1.1,
    },
    "transport": {
        "start": {"first": GOOD},
        "resume": {"frames": GOOD, "first": GOOD, "picture_ms": None},
        "right": {"frames": GOOD, "first": GOOD, "picture_ms": 200.0, "sound_ms": 60.0},
        "left": {"frames": GOOD, "first": GOOD, "picture_ms": 200.0, "sound_ms": 60.0},
    },
    "window": {
        "closed": {"steady": GOOD, "unplanned": [], "seams": [], "rolls": 1},
        "opened": {"steady": GOOD, "unplanned": [], "seams": [], "rolls": 1},
        "marks": {"lines": GOOD, "words": GOOD, "missed": 0, "frame_ms": 40.0},
        "scrolling": {"steps": 50, "median_ms": 16.0, "most_ms": 20.0},
        "clicks": {"clicked": 8, "heard": 8, "median_ms": 60.0, "most_ms": 80.0, "off_ms": 1.0, "frames": GOOD},
    },
    "block-python": {"rolls": 1, "seams": [], "blocks": 3, "off_ms": [2.0, 3.0, 8.0]},
    "block-c": {"rolls": 1, "seams": [], "blocks": 3, "off_ms": [2.0, 3.0, 8.0]},
    "stall-disk": {"rolls": 1, "seams": [], "blocks": 3, "off_ms": [2.0, 3.0, 8.0]},
    "cpu": COST,
    "cpu-1080p60": COST,
    "cpu-2160p24": COST,
    "start": {
        "mpv": {"picture_s": [0.3, 0.2, 0.4], "sound_s": [0.3, 0.3, 0.3]},
        "program": {"picture_s": [1.3, 1.2, 1.9], "sound_s": [1.3, 1.3, 1.2]},
        "parts_s": {"load": 0.8, "roll": 1.1},
    },
    "go": {"pressed": 3, "sound_ms": [20.0, 25.0, 30.0], "first_second": GOOD},
    "busy": {
        "mpv": {"drift": GOOD | {"within_ms": 10.0}, "missing": 2, "expected": 500, "breaks": 1},
        "program": {"drift": GOOD | {"within_ms": 20.0}, "missing": 4, "expected": 500, "breaks": 2},
    },
    "faults": {"deleted": ACCIDENT, "truncated": ACCIDENT, "damaged": ACCIDENT},
    "memory": {"minutes": 120, "growth_mb": 9.0, "end": GOOD, "breaks": 0},
}
OFTEN_CUT = {
    "after_cuts": GOOD | {"within_ms": 6.0},
    "each_cut": [{"right": True, "late_ms": 1.0}] * 40,
    "cuts_planned": 40,
    "shown_percent": 99.5,
    "unplanned": [],
}
FIGURES["cuts"] = [OFTEN_CUT | {"what": "H.264"}, OFTEN_CUT | {"what": "HEVC"}]
FIGURES["fast"] = OFTEN_CUT
FIGURES["joins"] = [{"joins": 125, "seen": 125, "unplanned": []}] * 8
LOCATED = {"both_ms": 150.0, "together_ms": 400.0}
FIGURES["locates"] = {
    "pressed": 50,
    "each": [*[LOCATED] * 49, LOCATED | {"both_ms": 300.0}],
    "frames": GOOD | {"within_ms": 6.0},
}
STEPS = {"painted_ms_median": 3.0, "painted_ms_p99": 20.0, "worked_ms_p99": 9.0}
OPENED = {"shown_s": 2.0, "key_s": 0.1, "closed_s": 0.6}
ALBUM = {"cold": OPENED, "warm": OPENED, "parked": 0.01, "scroll": {"gallery by wheel": STEPS, "filled_ms": [90, 200]}}
HELD = {"minutes": [GOOD, GOOD], "whole": GOOD, "breaks": 0}
FIGURES["far"] = {
    "delay_ms": 220.0,
    "zero": {"median_ms": 5.0, "starts_ms": [5.0]},
    "album": {"steady": GOOD, "after_start": GOOD},
    "transport": {name: {"frames": GOOD} for name in ("resume", "right", "left", "next track")},
}
FIGURES["clock"] = {"fast": HELD | {"ppm": 200.0}, "slow": HELD | {"ppm": -200.0}}
JOIN = {"before": "FLAC 48", "after": "WAV 48", "lossless": True, "step": 0.0, "residual_db": -60.0, "hole_ms": 0.0}
FIGURES["songs"] = {
    "joins": [JOIN, JOIN | {"after": "Opus 48", "lossless": False, "step": 1.5, "residual_db": -20.0}],
    "expected": 2,
    "songs_db": -80.0,
    "sink_db": -80.0,
}
FIGURES["device"] = {"back_ms": 800.0, "place_ms": 5.0, "breaks": 0, "rejoined": GOOD}
FIGURES["pipewire"] = {name: FIGURES[name] for name in ("album", "transport")} | {"zero": FIGURES["far"]["zero"]}
FIGURES["big"] = {
    "empty": {"shown_s": 1.2},
    "demo": ALBUM,
    "big": deepcopy(ALBUM),
    "memory": {"first_mb": 190.0, "most_mb": 230.0, "growth_mb": 1.0},
}


def changed(*path: str | int, to: object) -> dict[str, Any]:
    """The good figures with one of them changed."""
    figures = deepcopy(FIGURES)
    place: Any = figures
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return figures


def test_good_figures_keep_every_bound() -> None:
    assert [row.what for row in report.rows(FIGURES) if not row.kept] == []


@pytest.mark.parametrize(
    "figures",
    [
        changed("album", "steady", to=LATE),
        changed("album", "after_start", to=LOOSE),
        changed("album", "after_cuts", to=NONE),
        changed("album", "each_cut", to=[{"right": True, "late_ms": 1.0}] * 4),
        changed("album", "each_cut", 2, to={"right": False, "late_ms": 1.0}),
        changed("album", "each_cut", 2, to={"right": True, "late_ms": -41.0}),
        changed("album", "shown_percent", to=94.9),
        changed("album", "shown_percent", to=math.nan),
        changed("album", "unplanned", to=[{"kind": "black"}]),
        changed("album", "join_seams", to=1),
        changed("album", "seams", to=[{"at_s": 3}]),
        changed("album", "rolls", to=2),
        changed("album", "first_picture_s", to=3.1),
        changed("transport", "right", "picture_ms", to=401.0),
        changed("transport", "left", "picture_ms", to=None),
        changed("transport", "resume", "frames", to=NONE),
        changed("transport", "left", "sound_ms", to=101.0),
        changed("transport", "start", "first", to=GOOD | {"within_ms": 6.1}),
        changed("transport", "resume", "first", to=NONE),
        changed("transport", "left", "first", to=GOOD | {"within_ms": 6.1}),
        changed("cuts", 0, "after_cuts", to=GOOD | {"within_ms": 6.1}),
        changed("cuts", 1, "each_cut", 39, to={"right": False, "late_ms": 1.0}),
        changed("cuts", 1, "each_cut", to=[{"right": True, "late_ms": 1.0}] * 39),
        changed("cuts", 1, "shown_percent", to=99.4),
        changed("cuts", 1, "unplanned", to=[{"kind": "black"}]),
        changed("fast", "after_cuts", to=GOOD | {"within_ms": 6.1}),
        changed("fast", "after_cuts", to=NONE),
        changed("fast", "each_cut", 0, to={"right": False, "late_ms": 1.0}),
        changed("fast", "shown_percent", to=math.nan),
        changed("fast", "unplanned", to=[{"kind": "frame"}]),
        changed("joins", 7, "seen", to=124),
        changed("joins", 7, "unplanned", to=[{"kind": "black", "ms": 16.0}]),
        changed("locates", "each", to=[LOCATED] * 49),
        changed("locates", "each", to=[LOCATED | {"both_ms": 151.0}] * 50),
        changed("locates", "each", 49, to=LOCATED | {"both_ms": 301.0}),
        changed("locates", "each", to=[]),
        changed("locates", "frames", to=GOOD | {"within_ms": 6.1}),
        changed("window", "opened", "steady", to=LATE),
        changed("window", "opened", "unplanned", to=[{"kind": "black"}]),
        changed("window", "closed", "rolls", to=2),
        changed("window", "marks", "lines", to=LOOSE | {"within_ms": 41.0}),
        changed("window", "marks", "words", to=NONE),
        changed("window", "marks", "missed", to=1),
        changed("window", "scrolling", "median_ms", to=33.0),
        changed("window", "scrolling", "median_ms", to=None),
        changed("window", "clicks", "heard", to=7),
        changed("window", "clicks", "most_ms", to=101.0),
        changed("window", "clicks", "off_ms", to=50.0),
        changed("window", "clicks", "frames", to=LATE),
        changed("block-c", "seams", to=[{"at_s": 3}]),
        changed("block-python", "rolls", to=2),
        changed("block-python", "blocks", to=4),
        changed("block-python", "off_ms", to=[2.0, 8.1, 3.0]),
        changed("block-c", "off_ms", to=[2.0, None, 3.0]),
        changed("stall-disk", "seams", to=[{"at_s": 3}]),
        changed("stall-disk", "off_ms", to=[]),
        changed("cpu", "ratio", to=1.21),
        changed("cpu-1080p60", "ratio", to=1.21),
        changed("cpu-2160p24", "lost", "program", "missing", to=2),
        changed("cpu-1080p60", "lost", "program", to={"missing": 0, "expected": 0}),
        changed("start", "program", "picture_s", to=[1.31, 1.31, 1.2]),
        changed("start", "program", "sound_s", to=[1.31, 1.31, 1.2]),
        changed("go", "sound_ms", to=[20.0, 25.0, 31.0]),
        changed("go", "sound_ms", to=[29.0, 30.0]),
        changed("go", "sound_ms", to=[]),
        changed("go", "first_second", to=GOOD | {"within_ms": 6.1}),
        changed("go", "first_second", to=NONE),
        changed("busy", "program", "drift", "within_ms", to=20.1),
        changed("busy", "program", "drift", to=NONE),
        changed("busy", "program", "missing", to=5),
        changed("busy", "program", "breaks", to=3),
        changed("faults", "deleted", "rolls", to=2),
        changed("faults", "damaged", "seams", to=1),
        changed("faults", "truncated", "black_ms", to=40.0),
        changed("faults", "deleted", "stood_ms", to=351.0),
        changed("faults", "damaged", "stood_ms", to=901.0),
        changed("faults", "damaged", "missing", to=0),
        changed("faults", "deleted", "back_s", to=2.6),
        changed("faults", "deleted", "back_s", to=None),
        changed("faults", "damaged", "after", to=NONE),
        changed("memory", "growth_mb", to=10.1),
        changed("memory", "end", to=LATE),
        changed("memory", "breaks", to=1),
        changed("far", "delay_ms", to=140.0),
        changed("far", "album", "steady", to=LOOSE | {"within_ms": 3.1}),
        changed("far", "album", "steady", to=GOOD | {"median_ms": 3.1}),
        changed("far", "album", "after_start", to=GOOD | {"within_ms": 12.1}),
        changed("far", "transport", "resume", "frames", to=GOOD | {"within_ms": 12.1}),
        changed("far", "transport", "left", "frames", to=NONE),
        changed("clock", "fast", "minutes", 1, to=GOOD | {"within_ms": 8.1}),
        changed("clock", "slow", "minutes", to=[]),
        changed("clock", "slow", "ppm", to=-120.0),
        changed("clock", "fast", "breaks", to=1),
        changed("songs", "joins", 0, to=JOIN | {"step": 1.0}),
        changed("songs", "joins", 1, "step", to=-2.1),
        changed("songs", "joins", 0, to=JOIN | {"residual_db": -39.0}),
        changed("songs", "joins", 1, "hole_ms", to=0.9),
        changed("songs", "joins", to=[JOIN]),
        changed("songs", "songs_db", to=-39.0),
        changed("device", "back_ms", to=1001.0),
        changed("device", "back_ms", to=None),
        changed("device", "place_ms", to=21.0),
        changed("device", "breaks", to=1),
        changed("device", "rejoined", to=LATE),
        changed("pipewire", "album", "steady", to=LATE),
        changed("pipewire", "transport", "resume", "frames", to=LOOSE),
        changed("big", "big", "cold", "shown_s", to=2.3),
        changed("big", "big", "warm", "key_s", to=0.6),
        changed("big", "big", "parked", to=0.03),
        changed("big", "big", "scroll", "filled_ms", to=[90, 1001]),
        changed("big", "big", "scroll", "gallery by wheel", "worked_ms_p99", to=17.0),
        changed("big", "memory", "most_mb", to=300.0),
        changed("big", "memory", "growth_mb", to=21.0),
    ],
)
def test_a_bad_figure_misses_its_bound(figures: dict[str, Any]) -> None:
    assert any(not row.kept for row in report.rows(figures))
    assert "MISSED" in report.markdown(report.rows(figures))


def a_screen() -> np.ndarray:
    """A window of 1000x600: the film from its left edge on, a list of words beside it, the second line marked."""
    picture = np.full((600, 1000, 3), (27, 28, 32), np.uint8)
    film = np.zeros((450, 800), np.uint8)
    barcode.paint(film, 1, 37)
    picture[60:510, :800] = film[:, :, None]
    for line in range(8):
        for word in range(4):
            left, top = 820 + 40 * word, 100 + 40 * line
            picture[top : top + 18, left : left + 34] = (229, 170, 94) if line == 1 else (162, 158, 150)
    return picture


def test_film_and_marked_words_are_found_on_the_screen() -> None:
    picture = a_screen()
    left, top, width, height = window.find_film(picture) or (0, 0, 0, 0)
    assert (left, top) == (0, 60)
    assert abs(width - 800) < 10
    assert abs(height - 450) < 4
    columns, colour = window.find_marked(picture[:, width:]) or ([], "")
    assert colour == "e5aa5e"
    assert [width + x for x in columns] == [820 + 40 * word + 12 for word in range(4)]


def test_a_screen_without_film_or_mark_has_none() -> None:
    picture = a_screen()
    picture[:, :800] = 0
    assert window.find_film(picture) is None
    picture[140:158, 820:] = 160
    assert window.find_marked(picture[:, 800:]) is None


def test_paragraphs_are_found_once_all_are_there() -> None:
    column = np.full((900, 3), (27, 28, 32), np.uint8)
    for top in (120, 160, 200):
        column[top : top + 18] = 229
    column[60:64] = 229  # no letters are as low as a rule
    column[800:818] = 229  # below the essay
    assert window.find_paragraphs(column) is None
    column[240:258] = 229
    assert window.find_paragraphs(column) == [128, 168, 208, 248]


def test_the_load_of_a_process_counts_its_children() -> None:
    burn = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'print(flush=True)\\nwhile True: pass'])"
    process = subprocess.Popen([sys.executable, "-c", burn], stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        process.stdout.readline()
        assert len(load.tree(process.pid)) == 2
        assert load.cpu_share(process.pid, 0.5) > 0.2
        assert load.memory_mb(process.pid) > 5
    finally:
        for number in reversed(load.tree(process.pid)):
            os.kill(number, 9)
        process.wait()
        process.stdout.close()


@pytest.mark.alone
def test_a_line_is_played_by_ours_and_a_peer_and_comes_out_as_figures(tmp_path: Path) -> None:
    """A film in a transport stream: no index, times from 1.4 s on, B-frames."""
    (line,) = (one for one in lines.LINES if (one.container, one.codec) == ("TS", "HEVC"))
    players = (programs.VisualAlbum("portaudio"), programs.Mpv())
    with studio(tmp_path / "recorded") as stage:
        zero = {"median_ms": 5.0, "starts_ms": [5.0]}
        extent = lines.Extent((line,), seconds=4, long_seconds=4)
        kept = Finished(tmp_path, {})
        (found,) = lines.measure(lambda: (stage, zero), players, extent, kept, lambda what: None)
    for player in ("visualalbum", "mpv"):
        figures = found["players"][player]
        assert abs(figures["steady"]["median_ms"]) < 6
        assert figures["shown_percent"] > 90
        assert len(figures["course"]) > 50
        assert figures["course"][-1][0] == pytest.approx(4, abs=1)
    cuts = found["players"]["visualalbum"]["each_cut"]
    assert [(cut["seen"], cut["right"]) for cut in cuts] == [(cut["planned"], True) for cut in cuts]
    assert len(cuts) + len(found["players"]["visualalbum"]["missing"]) >= 2
    json.dumps(found)


@pytest.mark.alone
def test_the_command_measures_a_stand_in_and_says_what_it_misses(tmp_path: Path) -> None:
    """mpv holds the song but leaves out the first frame after most cuts: kept there, missed here."""
    command = [
        sys.executable,
        "-m",
        "measuring",
        "--program",
        "mpv",
        "--short",
        "--only",
        "album",
        "--output",
        tmp_path,
    ]
    env = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'packaging'}"}
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=120)
    figures = json.loads((tmp_path / "report.json").read_text())
    assert done.returncode == 1, done.stderr
    assert "MISSED" in (tmp_path / "report.md").read_text()
    assert abs(figures["album"]["steady"]["median_ms"]) < 4
    assert figures["album"]["shown_percent"] > 95
    assert figures["album"]["seams"] == []
    assert sum(cut["right"] for cut in figures["album"]["each_cut"]) < 5
