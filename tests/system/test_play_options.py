"""`visualalbum play` with its options: places, modes, outputs, wrong values, faults on purpose, and ends by signal."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import processes, small_media, songs
from tests.support.program import Run, play, running
from tests.support.pulse import null_sink
from tests.support.xvfb import virtual_screen

RATE = 44_100
NULL = ("--sound", "null")
SECOND_US = 1_000_000
LATE_US = 150_000
"""How far a loaded machine may get past `--until` before it has seen it."""

ALBUM = """\
visualalbum: 1
title: Options
films: {film: film.mp4}
tracks:
  - {id: one, audio: one.flac, segments: [{film: film, in: 1, out: 3}]}
  - {id: two, audio: two.flac, segments: [{film: film, in: 0, out: 4.5}]}
"""


@pytest.fixture(scope="module")
def album(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Songs of 2 and 4.5 s with one film of 6 s cut to them."""
    folder = tmp_path_factory.mktemp("album")
    songs.write(folder / "one.flac", songs.melody(RATE * 2, RATE), RATE)
    songs.write(folder / "two.flac", songs.melody(RATE * 9 // 2, RATE), RATE)
    small_media.make_film(folder / "film.mp4", frames=150, b_frames=0)
    manifest = folder / "album.visualalbum.yaml"
    manifest.write_text(ALBUM)
    return manifest


def played(tmp_path: Path, *words: str | Path, **env: str) -> Run:
    """Play to the place given with `--until`, which has to be reached without a word."""
    status, run = play(tmp_path, *words, **env)
    assert (status, run.said) == (0, "")
    return run


def end_us(run: Run) -> int:
    """Programme time at which it saw that `--until` was reached."""
    (until,) = run.events("until")
    return int(until["position_us"])


def faults_file(folder: Path, *injections: tuple[float, str, float]) -> Path:
    path = folder / "faults.json"
    path.write_text(json.dumps([{"at": at, "fault": fault, "for": for_s} for at, fault, for_s in injections]))
    return path


def heard_s(run: Run, event: dict[str, object]) -> float:
    """How long after the order to roll something was traced."""
    return (int(str(event["instant_ns"])) - int(run.events("roll")[0]["instant_ns"])) / 1e9


@pytest.mark.parametrize(
    ("words", "start_us", "until_us"),
    [
        (("--until", "0.4"), 0, 400_000),
        (("--track", "two", "--until", "400 ms"), 2_000_000, 2_400_000),
        (("--track", "2", "--start", "1.5", "--until", "2"), 3_500_000, 4_000_000),
    ],
)
def test_it_starts_and_quits_where_it_is_told(
    words: tuple[str, ...], start_us: int, until_us: int, album: Path, tmp_path: Path
) -> None:
    run = played(tmp_path, album, *NULL, *words)
    assert run.events("roll")[0]["position_us"] == start_us
    assert until_us <= end_us(run) < until_us + LATE_US


def test_the_end_as_plan_prints_it_is_a_place(tmp_path: Path, album: Path) -> None:
    run = played(tmp_path, album, *NULL, "--start", "6.2", "--until", "6.501")
    assert end_us(run) == 6_500_000


def test_songs_alone_need_no_deck_and_films_alone_no_song(album: Path, tmp_path: Path) -> None:
    alone = played(tmp_path / "songs", album, *NULL, "--mode", "songs", "--until", "0.4")
    assert alone.events("prime") == []
    films = played(tmp_path / "film", album, *NULL, "--mode", "film", "--start", "1", "--until", "1.4")
    assert [take["cue"] for take in films.events("take")] == ["film"]
    assert films.events("load")[0]["end_us"] == 6 * SECOND_US


def test_an_offset_moves_the_picture_by_as_much(album: Path, tmp_path: Path) -> None:
    cut_s = []
    for offset in ("-200", "200"):
        run = played(tmp_path / offset, album, *NULL, "--offset", offset, "--start", "1.2", "--until", "2.1")
        silent_s = run.events("roll")[0]["lead_in_us"] / 1e6
        cut_s.append(heard_s(run, run.events("take")[-1]) - silent_s)
    assert cut_s[1] - cut_s[0] == pytest.approx(0.4, abs=0.05)


def test_the_window_takes_the_size_and_place_given(album: Path, tmp_path: Path) -> None:
    with (
        virtual_screen(1000, 700) as screen,
        running(tmp_path, album, *NULL, "--geometry", "900x600+60+40", **screen.env) as run,
    ):
        run.until("take")
        found = screen.touch("search", "--onlyvisible", "--name", "Options", "getwindowgeometry")
        run.process.terminate()
        run.end()
    assert "Position: 60,40" in found
    assert "Geometry: 900x600" in found


def test_a_device_nobody_knows_is_told_and_the_usual_one_plays(album: Path, tmp_path: Path) -> None:
    with null_sink() as sink:
        run = played(tmp_path, album, "--audio-device", "no such hall", "--until", "0.3", **sink.env)
    assert {fault["kind"]: fault["subject"] for fault in run.events("fault")} == {"sound-device": "no such hall"}


def test_libvlc_plays_the_sound_where_it_is_asked_to(album: Path, tmp_path: Path) -> None:
    with null_sink() as sink:
        run = played(tmp_path, album, "--sound", "vlc", "--until", "0.5", **sink.env)
    assert run.faults() == {}
    assert len(run.events("take")) == 1


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--until", "soon"), '--until: "soon" is not a time'),
        (("--start", "-1"), '--start: "-1" is not a time'),
        (("--geometry", "10"), "is not a geometry"),
        (("--offset", "nan"), "'nan' is no number of milliseconds"),
        (("--offset", "1e300"), "'1e300' is no number of milliseconds"),
        (("--mode", "sideways"), "invalid choice: 'sideways'"),
        (("--sound", "loud"), "invalid choice: 'loud'"),
        (("--trace", "."), ". cannot be used: is a directory; name another file"),
        (("--trace", "/nonexistent/trace"), "cannot be used: no such file or directory; name another file"),
        (("--faults", "gone.json"), "gone.json cannot be used: no such file or directory"),
    ],
)
def test_a_wrong_value_is_refused_before_anything_starts(
    words: tuple[str, ...], sentence: str, album: Path, tmp_path: Path
) -> None:
    status, run = play(tmp_path, album, *words)
    assert status == 2
    assert sentence in run.said
    assert run.trace == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--until", "99"), "99 is past the end; the programme lasts 6.500 s"),
        (("--track", "nine"), "there is no track 'nine'; the tracks are: one, two"),
        (("--start", "3", "--until", "2"), "--until 2 is before --start 3"),
    ],
)
def test_a_place_the_album_does_not_have_ends_with_2(
    words: tuple[str, ...], sentence: str, album: Path, tmp_path: Path
) -> None:
    status, run = play(tmp_path, album, *NULL, *words)
    assert status == 2
    assert sentence in run.said


def test_a_place_to_quit_at_needs_an_album(tmp_path: Path) -> None:
    status, run = play(tmp_path, "--until", "1")
    assert status == 2
    assert "needs an album" in run.said


@pytest.mark.parametrize("garbage", [b"\xff\xfe\x00", b"[" * 5000])
def test_a_list_of_faults_that_is_none_is_refused(garbage: bytes, album: Path, tmp_path: Path) -> None:
    path = tmp_path / "faults.json"
    path.write_bytes(garbage)
    status, run = play(tmp_path, album, "--faults", path)
    assert status == 2
    assert f"{path}: " in run.said


def test_a_trace_that_cannot_be_written_on_is_told_once_and_the_film_plays(album: Path, tmp_path: Path) -> None:
    status, run = play(tmp_path, album, *NULL, "--until", "0.3", "--trace", "/dev/full")
    assert status == 0
    assert run.said == (
        "visualalbum: the trace breaks off: /dev/full cannot be used: no space left on device; name another file"
    )


def test_a_film_that_is_lost_rejoins_a_song_that_went_on(album: Path, tmp_path: Path) -> None:
    faults = faults_file(tmp_path, (0.4, "lose-film", 0.5))
    run = played(tmp_path, album, *NULL, "--track", "two", "--until", "4.4", "--faults", faults)
    assert list(run.faults()) == ["film-lost"]
    first, again = run.events("take")
    went_on_s = heard_s(run, again) - heard_s(run, first)
    assert went_on_s == pytest.approx((again["position_us"] - first["position_us"]) / 1e6, abs=0.06)
    assert abs(run.events("drift")[-1]["drift_ms"]) < 40


def test_a_device_that_is_lost_and_a_disk_that_stalls_do_not_stop_the_song(album: Path, tmp_path: Path) -> None:
    faults = faults_file(tmp_path, (0.4, "lose-device", 0.3), (2.2, "stall-disk", 0.8))
    with null_sink() as sink:
        run = played(tmp_path, album, "--track", "two", "--until", "3.5", "--faults", faults, **sink.env)
    assert list(run.faults()) == ["sound-device"]
    assert [event["kind"] for event in run.events("mended")] == ["sound-device"]
    assert len(run.events("take")) == 1, "the picture stayed"
    drifts = [event for event in run.events("drift") if event["position_us"] > 5 * SECOND_US]
    assert len(drifts) > 8
    assert max(abs(event["drift_ms"]) for event in drifts) < 40


def terminate(run: Run) -> int:
    run.process.terminate()
    return 128 + signal.SIGTERM


def interrupt(run: Run) -> int:
    """Ctrl+C in a terminal: the whole group gets it."""
    os.killpg(run.process.pid, signal.SIGINT)
    return 128 + signal.SIGINT


@pytest.mark.parametrize("by", [terminate, interrupt])
@pytest.mark.parametrize("moment", ["beginning", "load", "take"])
def test_a_signal_ends_it_in_order_and_leaves_nothing_running(
    by: Callable[[Run], int], moment: str, album: Path, tmp_path: Path
) -> None:
    with running(tmp_path, album, *NULL) as run:
        if moment == "beginning":
            processes.wait_until((tmp_path / "trace").exists, "the program to begin", step_s=0.002)
        else:
            run.until(moment)
        before_s = time.monotonic()
        status = by(run)
        assert run.end() == status
        assert time.monotonic() - before_s < 3
    assert run.said == ""


def test_killed_outright_it_leaves_nothing_running(album: Path, tmp_path: Path) -> None:
    with running(tmp_path, album, *NULL) as run:
        run.until("take")
        assert len(run.members()) > 2, "the sound and the workers are processes of their own"
        run.process.kill()
        run.end()


def test_a_signal_ends_it_in_order_while_a_device_plays(album: Path, tmp_path: Path) -> None:
    with null_sink() as sink, running(tmp_path, album, **sink.env) as run:
        run.until("take")
        before_s = time.monotonic()
        status = terminate(run)
        assert run.end() == status
        assert time.monotonic() - before_s < 3
