"""The window at work: every panel opened while a show plays, words that are marked and scroll, a paragraph clicked.

Nothing is read from inside: where the picture and the words are is found on the screen.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from measuring.bench import Bench, Figures
from measuring.held import held
from measuring.programs import Show
from measuring.setting import BIG
from measuring.transport import REWIND_NS
from measuring.zero import LIMIT_S, zeros
from tests.support import barcode, players, processes
from tests.support.analysis import Analysis, figures
from tests.support.players import ROOT, Playing
from tests.support.recorder import Area
from tests.support.studio import Studio, studio
from tests.support.xscreen import ScreenReader

SCREEN = 1440, 900
LAYOUT = barcode.LAYOUTS["below"]
BLOCKS = "████ ████ ████ ████"
"""Four words that a column of pixels cannot miss."""

WORD_S = Fraction("0.437")
"""A word's length: no whole number of frames, ticks or milliseconds."""

LONGEST_SONG_S = 25.0
FIRST_WORD_S = Fraction("0.4")
PARAGRAPHS_S = (1.0, 3.3, 5.7, 8.1)
CLICKS = (3, 0, 2, 1, 3, 1, 0, 2)
LEAF_KEYS = "12345"
LEAF_S = 1.5
"""How long each panel is open."""

FAST_PX = 2
"""Steps of at least so many pixels tell how often a scrolling list is painted; slower ones are less than its rate."""

READ_S = 1.0
"""Until texts are read and their panels can be opened."""

OPENED_S = 4.0
"""Of the song; by then the words are open."""

GLIDE_MS = 100
"""Steps further apart are two movements."""

COLOURED = 60
"""By so much differ red and blue of the accent in every theme."""

INKED = 90
"""By so much differ letters from the ground."""

WORD_GAP_PX = 3
"""Letters of a word stand nearer to each other."""

Pixels = NDArray[np.uint8]


@dataclass(frozen=True)
class Places:
    """Where things are on the screen: the film, and the words' columns with the colour of what is marked."""

    film: Area
    columns: tuple[int, ...]
    colour: str


def words_s(length_s: float) -> list[float]:
    """When each word begins in a song."""
    count = int((Fraction(length_s) - FIRST_WORD_S) / WORD_S / 4) * 4
    return [float(FIRST_WORD_S + number * WORD_S) for number in range(count)]


def texts(folder: Path) -> tuple[str, ...]:
    """Write words and an essay into a folder; returns what a track says of them."""
    starts = words_s(LONGEST_SONG_S)
    lines = []
    for first in range(0, len(starts), 4):
        timed = " ".join(f"<{_lrc(at)}>████" for at in starts[first : first + 4])
        lines.append(f"[{_lrc(starts[first])}]{timed}<{_lrc(starts[first] + float(4 * WORD_S))}>")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "words.lrc").write_text("\n".join(lines) + "\n")
    (folder / "essay.md").write_text("".join(f"{BLOCKS} {{t={at}}}\n\n" for at in PARAGRAPHS_S))
    # With a translation the list is too long for the page, and scrolls.
    return "lyrics: {file: words.lrc, language: en, translations: {ja: words.lrc}}", "essay: essay.md"


def _lrc(at_s: float) -> str:
    return f"{int(at_s // 60):02}:{at_s % 60:06.3f}"


def measure(bench: Bench) -> Figures:
    """All of it, on a screen of its own."""
    program, setting = bench.ours, bench.setting
    with studio(bench.output / "recorded-window", *SCREEN) as stage:
        starts = zeros(stage, setting)
        zero_ms = starts["median_ms"]
        show = program.windowed(stage.folder / "window", stage.screen, setting.film, texts)
        places = _find(stage, show.command)
        film = places.film
        until_s = float(show.plan.length) - 0.1
        closed = stage.record("closed", show.command, lambda it: it.wait(LIMIT_S), "below", film)
        opened = stage.record("opened", show.command, lambda it: _open_all(stage, it, film), "below", film)
        big = program.windowed(stage.folder / "window-1080p", stage.screen, BIG, texts, whole=True)
        return {
            "zero": starts,
            "closed": held(Analysis(closed, show.plan, until_s=until_s), zero_ms),
            "opened": held(Analysis(opened, show.plan, until_s=until_s), zero_ms),
            "marks": _marks(stage, show, places, zero_ms),
            "scrolling": _scrolling(stage, big, places),
            "clicks": _clicks(stage, show, places, zero_ms),
        }


def _open(stage: Studio, player: Playing, film: Area, *keys: str) -> None:
    """Open panels by their keys, once the film is seen where it lies and the texts have been read.

    One line of it is looked at, as a recorder does: to search the screen would take a processor from what is recorded.
    """
    left, top, width, height = film
    line = left, top + int(height * LAYOUT.line), width, 1
    with ScreenReader(stage.screen.display) as reader:
        processes.wait_until(lambda: barcode.read(reader.grab(*line)[0, :, 1], LAYOUT) is not None, "a film", LIMIT_S)
    time.sleep(READ_S)
    for key in keys:
        player.press(key)


def _open_all(stage: Studio, player: Playing, film: Area) -> None:
    """Words with what they mean over the picture, figures, and one panel after the other, until the end."""
    _open(stage, player, film, "i", "w", "w")
    turn = 0
    while player.process.poll() is None:
        try:
            player.press(LEAF_KEYS[turn % len(LEAF_KEYS)])
        except subprocess.CalledProcessError:  # it has ended, and its screen's last window with it
            break
        turn += 1
        time.sleep(LEAF_S)


def _find(stage: Studio, command: tuple[str | Path, ...]) -> Places:
    """Look where the program shows its film and marks its words."""
    whole = 0, 0, stage.screen.width, stage.screen.height
    with _looked_at(stage, command) as (player, reader):

        def film_seen() -> Area:
            return processes.wait_for(lambda: find_film(reader.grab(*whole)), "a film", LIMIT_S)

        _open(stage, player, film_seen(), "2")
        film = film_seen()  # again, since the window may have had another size when its first picture came
        left = film[2] + 4
        panel = left, 0, stage.screen.width - left, film[1] + film[3]
        columns, colour = processes.wait_for(lambda: find_marked(reader.grab(*panel)), "marked words", LIMIT_S)
    return Places(film, tuple(left + x for x in columns), colour)


@contextmanager
def _looked_at(stage: Studio, command: tuple[str | Path, ...]) -> Iterator[tuple[Playing, ScreenReader]]:
    """The program at work, and a reader of its screen."""
    with (
        players.playing(command, stage.screen, stage.pulse, stage.folder / "looked-at.log") as player,
        ScreenReader(stage.screen.display) as reader,
    ):
        yield player, reader


def find_film(picture: Pixels) -> Area | None:
    """Where a film's barcode lies from the screen's left edge on; the film is three times as high."""
    green = np.ascontiguousarray(picture[:, :, 1])
    height, width = green.shape
    for row in range(40, height // 2, 8):
        ends = [end for end in range(width // 3, width, 2) if barcode.read(green[row, :end]) is not None]
        if not ends:
            continue
        right = ends[len(ends) // 2] // 2 * 2
        rows = [y for y in range(height) if barcode.read(green[y, :right]) is not None]
        return 0, rows[0], right, round((rows[-1] - rows[0] + 1) * 3)
    return None


def find_marked(panel: Pixels) -> tuple[list[int], str] | None:
    """A place in the second letter of each of the four words of a line that is marked whole, and the mark's colour."""
    red, blue = (panel[:, :, channel].astype(int) for channel in (0, 2))
    shades = panel[abs(red - blue) > COLOURED]  # all else is nearly grey
    if not len(shades):
        return None
    colours, counts = np.unique(shades, axis=0, return_counts=True)
    colour = colours[counts.argmax()]
    for row in (panel == colour).all(axis=2)[::3]:
        marked = np.flatnonzero(row)
        words = np.split(marked, np.flatnonzero(np.diff(marked) > WORD_GAP_PX) + 1)
        if len(words) == 4 and all(word[-1] - word[0] > 24 for word in words):
            return [int(5 * word[0] + 3 * word[-1]) // 8 for word in words], bytes(colour).hex()
    return None


def find_paragraphs(column: Pixels) -> list[int] | None:
    """How far down each paragraph's line lies in a column of pixels through all of them; None until all are there."""
    height = len(column)
    away = np.abs(column.astype(int) - column[height // 2 + 100]).max(axis=1)
    edges = np.flatnonzero(np.diff((away > INKED).astype(int)))
    lines = [int(one + two) // 2 for one, two in zip(edges[::2], edges[1::2], strict=False) if two - one > 6]
    rows = [row for row in lines if row < height * 3 // 4][-len(PARAGRAPHS_S) :]
    return rows if len(rows) == len(PARAGRAPHS_S) else None


@contextmanager
def _mark_recorder(stage: Studio, places: Places, name: str) -> Iterator[Path]:
    """Watch the words' columns until the block ends."""
    folder = stage.folder / name
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "marks.jsonl"
    file.unlink(missing_ok=True)
    region = [str(places.film[1]), str(places.film[3])]
    command = [sys.executable, "-m", "tests.support.mark_recorder", stage.screen.display, places.colour, *region, file]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = processes.start([*command, *map(str, places.columns)], env, folder / "marks.log")
    try:
        processes.wait_until(file.exists, "the recorder of marks")
        yield file
    finally:
        processes.end(process)


def _read(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text().splitlines()]


def _words_open(stage: Studio, player: Playing, film: Area) -> None:
    _open(stage, player, film, "2")
    player.wait(LIMIT_S)


def _marks(stage: Studio, show: Show, places: Places, zero_ms: float) -> Figures:
    """How late each word and each line is marked, against the song."""
    with _mark_recorder(stage, places, "marks") as file:
        film = places.film
        recorded = stage.record("marks", show.command, lambda it: _words_open(stage, it, film), "below", film)
    seen = Analysis(recorded, show.plan)
    changes = [line for line in _read(file) if line["before_ns"] is not None]
    lines: list[float] = []
    words: list[float] = []
    missed = 0
    songs = [0.0, *(float(part.start) for part in show.plan.segments if part.start.denominator > 1000)][:2]
    for song_s, end_s in zip(songs, [*songs[1:], float(show.plan.length)], strict=True):
        for number, at_s in enumerate(words_s(end_s - song_s)):
            heard = [roll for roll in seen.rolls if roll.span_s[0] < song_s + at_s < roll.span_s[1] - 0.5]
            if song_s + at_s < OPENED_S or not heard:
                continue  # the page is being opened, or the window closed
            due_ns = heard[0].instant_ns(song_s + at_s)
            near = [
                (line["before_ns"] + line["first_ns"]) / 2
                for before, line in pairwise(changes)
                if line["lit"] == number % 4 + 1 != before["lit"] and abs(line["first_ns"] - due_ns) < 2e8
            ]
            if not near:
                missed += 1
                continue
            (words if number % 4 else lines).append((near[0] - due_ns) / 1e6)
    frame_ms = 1000 / float(show.plan.segments[0].rate)
    return {
        "lines": vars(figures(lines, zero_ms)),
        "words": vars(figures(words, zero_ms)),
        "missed": missed,
        "frame_ms": frame_ms,
    }


def _scrolling(stage: Studio, show: Show, places: Places) -> Figures:
    """How often a list of words is painted while it glides, 1080p playing beside it."""
    with (
        _mark_recorder(stage, places, "scrolling") as file,
        players.playing(show.command, stage.screen, stage.pulse, stage.folder / "scrolling.log") as player,
    ):
        _words_open(stage, player, places.film)
    steps: list[float] = []
    moved = [line for line in _read(file) if line["top"] >= 0]
    for (_, one), (two, three) in pairwise(pairwise(moved)):
        ms = (three["first_ns"] - two["first_ns"]) / 1e6
        far = min(abs(two["top"] - one["top"]) or FAST_PX, abs(three["top"] - two["top"]))
        if ms < GLIDE_MS and FAST_PX <= far < 12:
            steps.append(ms)
    if not steps:
        return {"steps": 0, "median_ms": None, "most_ms": None}
    return {
        "steps": len(steps),
        "median_ms": float(np.median(steps)),
        "most_ms": float(np.percentile(steps, 99, method="lower")),
    }


def _clicks(stage: Studio, show: Show, places: Places, zero_ms: float) -> Figures:
    """How soon the song is heard where a clicked paragraph is, and how far from there."""
    with _looked_at(stage, show.command) as (player, reader):
        _open(stage, player, places.film, "3")
        column = places.columns[1], 0, 1, stage.screen.height
        rows = processes.wait_for(lambda: find_paragraphs(reader.grab(*column)[:, 0]), "the paragraphs", LIMIT_S)
    clicked: list[tuple[int, float]] = []

    def drive(player: Playing) -> None:
        _open(stage, player, places.film, "3")
        for paragraph in CLICKS:
            time.sleep(1.9)
            stage.screen.touch("mousemove", str(places.columns[1]), str(rows[paragraph]))
            clicked.append((time.monotonic_ns(), PARAGRAPHS_S[paragraph]))
            stage.screen.touch("click", "1")
        time.sleep(1.5)

    seen = Analysis(stage.record("clicks", show.command, drive, "below", places.film), show.plan)
    sounds, off = [], []
    for at_ns, place_s in clicked:
        heard = [roll for roll in seen.rolls if at_ns - REWIND_NS < roll.first_ns < at_ns + 1e9]
        if heard:
            sounds.append((heard[0].first_ns - at_ns) / 1e6)
            off.append(abs(heard[0].span_s[0] - place_s) * 1e3)
    frames = [frame for frame in seen.shown if frame.roll > 0 and frame.roll_s >= 0.3 and frame.sight.doubt_ms < 10]
    return {
        "clicked": len(clicked),
        "heard": len(sounds),
        "median_ms": float(np.median(sounds)) if sounds else None,
        "most_ms": max(sounds, default=None),
        "off_ms": max(off, default=None),
        "frames": vars(figures([frame.late_ms for frame in frames], zero_ms)),
    }
