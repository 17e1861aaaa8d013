"""The sound's real process, recorded from outside: every sample, at the instant it says, whatever its parent does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from statistics import median

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.support import processes, songs
from tests.support.heard import listening, place_of, recorded
from tests.support.pulse import Pulse, null_sink
from visualalbum.sound.resample import RATE, Resampler

SONG_RATE = 44100
FIRST, SECOND = 3 * SONG_RATE + 1234, 4 * SONG_RATE + 321
"""Samples of two songs; their join lies between two samples of the sink."""

LOUDEST_ERROR = 2 / 32768
"""The recorder counts in 16 bits, the sound server rounds once more."""

CLOCK_US = 12_000
"""The recorder stamps what it gets within 5 ms, and the monitor holds a block or two."""

LIBVLC_US = 5000
"""Single starts of libVLC lie within 2 ms; twice that, and some for a busy machine."""

EAR = 48
"""Samples: a break in the sound shorter than 1 ms is looked for too."""


@pytest.fixture(scope="module")
def pulse() -> Iterator[Pulse]:
    with null_sink("system") as pulse:
        yield pulse


@pytest.fixture(scope="module")
def album(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], NDArray[np.float32]]:
    """Two songs cut out of one melody, and the whole of it as the sink should carry it, left side."""
    folder = tmp_path_factory.mktemp("album")
    melody = songs.melody(FIRST + SECOND, SONG_RATE)
    paths = [songs.write(folder / "1.flac", melody[:FIRST], SONG_RATE)]
    paths.append(songs.write(folder / "2.flac", melody[FIRST:], SONG_RATE))
    words = [f"{path}:{SONG_RATE}:{count}" for path, count in zip(paths, (FIRST, SECOND), strict=True)]
    resampler = Resampler(SONG_RATE, Fraction(0))
    count = round(Fraction(FIRST + SECOND, SONG_RATE) * RATE)
    begin, end = resampler.needs(0, count)
    source = np.zeros((end - begin, 2), np.float32)
    source[-begin : len(melody) - begin] = melody / 32768
    return words, resampler.make(source, 0, count)[:, 0]


@contextmanager
def playing(pulse: Pulse, words: list[str], output: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The player, with its sink recorded to `folder`."""
    env, said = {**os.environ, **pulse.env}, folder / "said"
    with listening(pulse, folder):
        with said.open("wb") as out:
            command = [sys.executable, "-m", "tests.support.sound_player", output, *words]
            player = processes.start(command, env, folder / "player.log", stdout=out.fileno())
        try:
            processes.wait_until(lambda: len(said.read_text().splitlines()) > 5, "the first readings")
            yield player
        finally:
            if player.poll() is None:
                os.kill(player.pid, signal.SIGCONT)
                processes.end(player)


def said(folder: Path) -> list[list[str]]:
    return [line.split() for line in (folder / "said").read_text().splitlines()]


def first_difference(expected: NDArray[np.float32], record: NDArray[np.float32], skip: int = 0) -> int | None:
    """The first sample from `skip` on that differs from what was expected; None where all are there."""
    at = place_of(expected, record)
    heard = np.zeros_like(expected)
    piece = record[max(at, 0) : at + len(expected)]
    heard[max(-at, 0) :][: len(piece)] = piece
    wrong = np.flatnonzero(np.abs(heard - expected)[skip:] > LOUDEST_ERROR)
    return None if len(wrong) == 0 else skip + int(wrong[0])


@pytest.fixture(scope="module")
def whole(pulse: Pulse, album: tuple[list[str], NDArray[np.float32]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both songs played through once, the parent frozen in every way meanwhile."""
    folder = tmp_path_factory.mktemp("whole")
    words, _ = album
    with playing(pulse, words, "portaudio", folder) as player:
        # Once over the join (at 3 s), each 0.3 s long, then not scheduled at all for 2 s.
        for second in (1.0, 2.9, 3.3):
            wait_for_reading(folder, second)
            player.send_signal(signal.SIGUSR1)
        wait_for_reading(folder, 4.0)
        player.send_signal(signal.SIGSTOP)
        grown = (folder / "pcm").stat().st_size + 2 * RATE * 4
        processes.wait_until(lambda: (folder / "pcm").stat().st_size > grown, "two seconds of a frozen parent")
        player.send_signal(signal.SIGCONT)
        processes.wait_until(lambda: player.poll() is not None, "the end of the programme", 20)
        assert player.wait() == 0
    return folder


def has_ended(pid: int) -> bool:
    """Whether a process is no more, though nobody may have collected its status yet."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def wait_for_reading(folder: Path, second: float) -> None:
    def reached() -> bool:
        readings = [line for line in said(folder) if len(line) == 3 and line[0] == "1"]
        return bool(readings) and int(readings[-1][1]) >= second * 1e6

    processes.wait_until(reached, f"second {second}", 20)


def test_two_songs_are_one_sound_to_the_sample(whole: Path, album: tuple[list[str], NDArray[np.float32]]) -> None:
    assert first_difference(album[1], recorded(whole).samples) is None


@pytest.mark.parametrize("lost", [RATE // 50, 1], ids=["20 ms", "one sample"])
def test_what_is_lost_at_the_join_is_found(
    whole: Path, album: tuple[list[str], NDArray[np.float32]], lost: int
) -> None:
    record = recorded(whole).samples
    join = FIRST * RATE // SONG_RATE
    at = place_of(album[1], record) + join
    broken = np.concatenate((record[:at], record[at + lost :]))
    found = first_difference(album[1], broken)
    assert found is not None
    assert abs(found - join) < EAR


def test_no_block_came_late_while_the_parent_was_frozen(whole: Path) -> None:
    assert said(whole)[-1] == ["ended", "0"]
    assert not [line for line in said(whole) if line[0] == "fault"]


@pytest.fixture(scope="module")
def crossed(
    pulse: Pulse, album: tuple[list[str], NDArray[np.float32]], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Both songs, gone over to a programme in which they stand two seconds later while the first is heard."""
    folder = tmp_path_factory.mktemp("crossed")
    with playing(pulse, ["cross=1.2", *album[0]], "portaudio", folder) as player:
        processes.wait_until(lambda: player.poll() is not None, "the end of the programme", 20)
        assert player.wait() == 0
    return folder


def gone_over(folder: Path) -> bool:
    return any(len(line) == 3 and line[0] == "2" for line in said(folder))


def test_a_programme_is_gone_over_to_without_a_sample_lost(
    crossed: Path, album: tuple[list[str], NDArray[np.float32]]
) -> None:
    assert first_difference(album[1], recorded(crossed).samples) is None
    assert said(crossed)[-1] == ["ended", "0"]


def test_readings_of_the_other_programme_go_on_at_its_times(crossed: Path) -> None:
    zeros: dict[str, list[int]] = {"1": [], "2": []}
    for line in said(crossed):
        if len(line) == 3 and line[0] in zeros:
            zeros[line[0]].append(int(line[2]) // 1000 - int(line[1]))
    assert all(len(found) > 50 for found in zeros.values())
    assert median(zeros["1"]) - median(zeros["2"]) == pytest.approx(2_000_000, abs=1500)


def test_a_process_that_dies_before_it_has_gone_over_does_so_later(
    pulse: Pulse, album: tuple[list[str], NDArray[np.float32]], tmp_path: Path
) -> None:
    with playing(pulse, ["cross=0.5", *album[0]], "portaudio", tmp_path) as player:
        processes.wait_until(lambda: ["crossing"] in said(tmp_path) or player.poll() is not None, "the change", 20)
        os.kill(int(said(tmp_path)[0][1]), signal.SIGKILL)
        assert not gone_over(tmp_path)
        processes.wait_until(lambda: gone_over(tmp_path), "the other programme", 20)
    faults = [line for line in said(tmp_path) if line[0] == "fault"]
    assert len(faults) == 2, faults


def late_us(folder: Path, expected: NDArray[np.float32]) -> float:
    """How much later the readings say it was heard than the recorder found it."""
    record = recorded(folder)
    zero_ns = record.instant_ns(place_of(expected, record.samples))
    readings = [(int(line[1]), int(line[2])) for line in said(folder) if len(line) == 3 and line[0] == "1"]
    return median((instant_ns - zero_ns) / 1000 - time_us for time_us, instant_ns in readings)


def test_a_reading_tells_the_instant_its_sample_is_heard(
    whole: Path, album: tuple[list[str], NDArray[np.float32]]
) -> None:
    assert abs(late_us(whole, album[1])) < CLOCK_US


def shared() -> set[Path]:
    return set(Path("/dev/shm").glob("visualalbum-sound-*"))


def test_libvlcs_readings_agree_with_portaudios(
    pulse: Pulse, whole: Path, album: tuple[list[str], NDArray[np.float32]], tmp_path: Path
) -> None:
    before = shared()
    with playing(pulse, album[0], "vlc", tmp_path) as player:
        child = int(next(line[1] for line in said(tmp_path) if line[0] == "child"))
        wait_for_reading(tmp_path, 2.0)
        player.kill()
        processes.wait_until(lambda: has_ended(child), "the sound to end", 2.0)
    assert not shared() - before, "one that is killed leaves its memory behind"
    assert abs(late_us(tmp_path, album[1]) - late_us(whole, album[1])) < LIBVLC_US


@pytest.mark.parametrize("output", ["portaudio", "vlc"])
def test_the_sound_fades_and_ends_when_its_parent_is_killed(
    pulse: Pulse, album: tuple[list[str], NDArray[np.float32]], tmp_path: Path, output: str
) -> None:
    words, _ = album
    with playing(pulse, words, output, tmp_path) as player:
        wait_for_reading(tmp_path, 1.0)
        child = int(next(line[1] for line in said(tmp_path) if line[0] == "child"))
        player.kill()
        player.wait()
        processes.wait_until(lambda: has_ended(child), "the sound to end", 2.0)
        size = (tmp_path / "pcm").stat().st_size
        processes.wait_until(lambda: (tmp_path / "pcm").stat().st_size > size + RATE, "what comes after")
    samples = recorded(tmp_path).samples
    last = int(np.flatnonzero(np.abs(samples) > 0.001)[-1])
    assert last < len(samples) - RATE // 10
    assert np.abs(np.diff(samples[last - RATE // 500 :])).max() < 0.05
