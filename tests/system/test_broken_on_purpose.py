"""The verdict on the main job fails when the program is broken, and says what is wrong: each defect in its own words.

Each test plays a measured album with the real program, one defect put in, beside mpv for the zero.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import pytest

from measuring import cut_rows, cuts, joins, locates, setting
from measuring.held import held
from measuring.zero import zero
from tests.support import albums, clips, players
from tests.support.analysis import Analysis
from tests.support.joined_album import joined_album
from tests.support.studio import Studio, studio, until_end
from tests.support.verdict import complaints

LIMIT_S = 40
ONE_SONG = (clips.Song(samples=44100 * 9),)
JOIN_S = albums.SONG_SAMPLES[0] / albums.SONG_RATE


@dataclass(frozen=True)
class Judge:
    """A studio and mpv's reading in it."""

    stage: Studio
    zero_ms: float

    def complaints(self, album: albums.Album, name: str, command: Sequence[str | Path], until_s: float) -> list[str]:
        """Play from the command line's start to `until_s`, and hold what was recorded against the album's plan."""
        recording = self.stage.record(name, [*command, "--until", f"{until_s:g}"], until_end(LIMIT_S))
        return complaints(Analysis(recording, album.plan, until_s=until_s), self.zero_ms)


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judge]:
    with studio(tmp_path_factory.mktemp("broken")) as stage:
        yield Judge(stage, zero(stage, setting.SHORT))


def with_defect(defect: str, album: albums.Album, *words: str) -> list[str | Path]:
    """The program's command line with a defect put in."""
    plain = players.visualalbum(album.manifest, *words)
    return [sys.executable, "-m", "tests.support.broken_play", defect, *plain[plain.index("play") :]]


def numbers(pattern: str, found: list[str]) -> list[float]:
    """The number that a pattern finds in each complaint; NaN in those it does not match."""
    matches = [re.search(pattern, one) for one in found]
    return [float(match[1]) if match else float("nan") for match in matches]


@pytest.mark.parametrize("offset_ms", [30, -30])
def test_a_constant_error_of_30_ms_is_told_as_drift(judge: Judge, offset_ms: int, tmp_path: Path) -> None:
    album = albums.album(tmp_path)
    command = players.visualalbum(album.manifest, "--offset", str(offset_ms), "--start", "1")
    found = judge.complaints(album, f"offset{offset_ms}", command, 6)
    assert [one[:10] for one in found] == ["drift from", "drift afte"]
    assert numbers(r": ([+-][\d.]+) ms", found) == [pytest.approx(offset_ms, abs=5)] * 2


def test_a_change_over_80_ms_late_is_told_at_every_cut(judge: Judge, tmp_path: Path) -> None:
    album = albums.album(tmp_path)
    found = judge.complaints(album, "stale", with_defect("stale_cuts", album, "--start", "2"), 9.5)
    told = [one for one in found if one.startswith("cut")]
    assert numbers(r"^cut (\d): frame \d+ instead of (?:37|512), ", told) == [1, 2]
    assert numbers(r", ([+-][\d.]+) ms", told) == [pytest.approx(80, abs=15)] * 2


def test_20_ms_of_silence_at_the_join_are_told_with_their_place(judge: Judge, tmp_path: Path) -> None:
    album = albums.album(tmp_path)
    found = judge.complaints(album, "hole", with_defect("hole_at_the_join", album, "--start", "10.5"), 15)
    told = [one for one in found if one.startswith("sound")]
    assert numbers(r"a hole of ([\d.]+) ms", told) == [pytest.approx(20, abs=1)]
    assert numbers(r" at ([\d.]+) s", told) == [pytest.approx(JOIN_S - 0.02, abs=0.005)]


def test_a_millisecond_of_silence_at_the_join_is_told_as_a_hole(judge: Judge, tmp_path: Path) -> None:
    album = albums.album(tmp_path)
    found = judge.complaints(album, "short", with_defect("short_hole_at_the_join", album, "--start", "10.5"), 15)
    told = [one for one in found if one.startswith("sound")]
    assert numbers(r"a hole of 1 ms at ([\d.]+) s", told) == [pytest.approx(JOIN_S - 0.001, abs=0.005)]


def test_a_click_at_the_join_is_told_as_one(judge: Judge, tmp_path: Path) -> None:
    album = albums.album(tmp_path)
    found = judge.complaints(album, "click", with_defect("click_at_the_join", album, "--start", "10.5"), 15)
    told = [one for one in found if one.startswith("sound")]
    assert numbers(r"a click at ([\d.]+) s", told) == [pytest.approx(JOIN_S, abs=0.005)]


def test_a_decoder_that_drops_the_first_20_ms_is_told_as_drift_of_the_picture(judge: Judge, tmp_path: Path) -> None:
    album = albums.album(tmp_path, parts=((albums.Part(0, Fraction(0)),),), music=ONE_SONG)
    found = judge.complaints(album, "drops", with_defect("drops_the_first_20_ms", album), 6)
    assert [one[:10] for one in found] == ["drift from"]
    assert numbers(r": ([+-][\d.]+) ms", found) == [pytest.approx(20, abs=5)]


def test_20_ms_left_out_at_the_join_are_told_as_a_jump(judge: Judge, tmp_path: Path) -> None:
    album = albums.album(tmp_path)
    found = judge.complaints(album, "skip", with_defect("skip_at_the_join", album, "--start", "10.5"), 15)
    told = [one for one in found if one.startswith("sound")]
    assert numbers(r"a jump of [+-][\d.]+ samples at ([\d.]+) s", told) == [pytest.approx(JOIN_S - 0.01, abs=0.02)]


def test_a_follower_that_does_nothing_leaves_a_late_start_late(judge: Judge, tmp_path: Path) -> None:
    album = albums.album(tmp_path, parts=((albums.Part(0, Fraction(0)),),), music=ONE_SONG)
    found = judge.complaints(album, "idle", with_defect("late_start_and_idle_follower", album), 5)
    assert [one[:10] for one in found] == ["drift from"]
    assert numbers(r": ([+-][\d.]+) ms", found) == [pytest.approx(30, abs=5)]


def test_the_follower_mends_the_same_start(judge: Judge, tmp_path: Path) -> None:
    album = albums.album(tmp_path, parts=((albums.Part(0, Fraction(0)),),), music=ONE_SONG)
    assert judge.complaints(album, "mended", with_defect("late_start", album), 6) == []


def test_of_many_cuts_each_that_is_80_ms_late_misses_its_row(judge: Judge, tmp_path: Path) -> None:
    wanted = cuts.Pass("H.264", cuts.H264, cuts=5, seed=1)
    music = (clips.Song(samples=round((wanted.cuts + 1) * cuts.APART_S * 44100)),)
    album = albums.album(tmp_path, wanted.film, (cuts.parts(wanted),), music)
    until_s = float(album.plan.length) - 0.1
    command = [*with_defect("stale_cuts", album), "--until", f"{until_s:g}"]
    seen = Analysis(judge.stage.record("late-cuts", command, until_end(LIMIT_S)), album.plan, until_s=until_s)
    first, *_ = cut_rows.rows(held(seen, judge.zero_ms), "H.264")
    assert (first.figure, first.kept) == ("0 of 5", False)


@pytest.mark.parametrize(
    ("defect", "wrong"), [("", set()), ("stale_cuts", {"frame", "mixed", "unknown"}), ("sudden_dissolves", {"frame"})]
)
def test_joins_made_wrong_show_pictures_nobody_planned(
    judge: Judge, tmp_path: Path, defect: str, wrong: set[str]
) -> None:
    made = joined_album(tmp_path, joins=14, seed=6)
    until_s = float(made.album.plan.length) - 0.1
    plain = players.visualalbum(made.album.manifest)
    command = [*(with_defect(defect, made.album) if defect else plain), "--until", f"{until_s:g}"]
    recording = judge.stage.record(f"joins-{defect}", command, until_end(LIMIT_S), "mixed")
    found = joins.found(recording, made.scenes, judge.zero_ms, until_s)
    assert {stray["kind"] for stray in found["unplanned"]} <= wrong
    assert bool(found["unplanned"]) == bool(wrong)


def test_a_picture_that_waits_for_a_song_sent_elsewhere_misses_its_row(judge: Judge, tmp_path: Path) -> None:
    album = albums.album(tmp_path, locates.FILM, locates.PARTS, locates.MUSIC)
    pressed: list[int] = []
    recording = judge.stage.record(
        "far-ahead",
        with_defect("joins_far_ahead", album),
        lambda player: pressed.extend(locates.press(player, judge.stage.folder / "far-ahead" / "screen.jsonl", 4)),
    )
    found = locates.found(Analysis(recording, album.plan), pressed, judge.zero_ms)
    heard, median, *_ = locates.rows(found)
    assert heard.kept
    assert not median.kept
