"""One suite over the fake sound and the real one with each of its outputs: what the engine relies on."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import count
from pathlib import Path
from statistics import median

import pytest

from tests.fakes.sound import FakeSound
from tests.support import songs
from tests.support.pulse import null_sink
from visualalbum.engine.ports import USUAL, Fault, Reading, Sound, SoundReport
from visualalbum.sound.client import SoundProcess
from visualalbum.timeline.cues import SongClip, SoundPlan

RATE = 48000
END_US = 8_000_000
KINDS = ("fake", "null", "portaudio", "vlc")
TOLERANCE_US = {"fake": 1, "null": 1, "portaudio": 3000, "vlc": 5000}
"""How far single readings may stray: a sound server's own jitter; libVLC counts in milliseconds."""


class Rig:
    """A sound, and a way to let time pass until something holds."""

    def __init__(self, kind: str, sound: Sound, now: Callable[[], int], wait: Callable[[], object]) -> None:
        self.kind, self.sound, self.now, self._wait = kind, sound, now, wait
        self.serials = count(1)
        self.readings: list[Reading] = []
        self.faults: list[Fault] = []
        silent = SongClip(None, 0, RATE, 0, Fraction(0), Fraction(END_US, 10**6))
        self.plan = SoundPlan((silent,))

    def poll(self) -> SoundReport:
        report = self.sound.poll()
        self.readings += report.readings
        self.faults += report.faults
        return report

    def until(self, holds: Callable[[SoundReport], bool], limit_s: float = 10.0) -> SoundReport:
        deadline = self.now() + round(limit_s * 1e9)
        while True:
            report = self.poll()
            if holds(report):
                return report
            assert self.now() < deadline, f"waited in vain; the last report was {report}"
            self._wait()

    def pass_by(self, seconds: float) -> SoundReport:
        end_ns = self.now() + round(seconds * 1e9)
        return self.until(lambda report: self.now() >= end_ns, seconds + 1)

    def look_away(self, seconds: float) -> None:
        """Let time pass without polling, as a window that is busy does."""
        end_ns = self.now() + round(seconds * 1e9)
        while self.now() < end_ns:
            self._wait()

    def prepare(self, position_us: int) -> int:
        serial = next(self.serials)
        self.sound.prepare(serial, position_us)
        self.until(lambda report: report.prepared == serial)
        self.readings.clear()
        return serial

    def roll(self, position_us: int, lead_in_us: int = 0) -> int:
        serial = self.prepare(position_us)
        self.sound.roll(serial, lead_in_us)
        self.until(lambda report: len(self.readings) >= 20)
        return serial


@pytest.fixture(scope="module")
def sink() -> Iterator[None]:
    with null_sink("contract") as pulse, pytest.MonkeyPatch.context() as patch:
        for key, value in pulse.env.items():
            patch.setenv(key, value)
        yield


@pytest.fixture(scope="module", params=KINDS)
def opened(request: pytest.FixtureRequest, sink: None) -> Iterator[Rig]:
    kind: str = request.param
    if kind == "fake":
        clock = [10**12]
        fake = FakeSound(lambda: clock[0])
        yield Rig(kind, fake, lambda: clock[0], lambda: clock.__setitem__(0, clock[0] + 5_000_000))
        fake.close()
        return
    sound = SoundProcess(kind)
    sound.choose(USUAL)
    a_while = threading.Event()
    while sound.pid is None:  # it belongs to all tests of its kind: none of them may seem to have left it running
        a_while.wait(0.005)
    yield Rig(kind, sound, time.monotonic_ns, lambda: a_while.wait(0.005))
    sound.close()


@pytest.fixture
def rig(opened: Rig) -> Iterator[Rig]:
    opened.sound.load(opened.plan)
    opened.faults.clear()
    yield opened
    opened.sound.park()
    opened.sound.set_volume(1.0)
    assert not opened.faults


def offset_us(readings: list[Reading]) -> float:
    return median(reading.instant_ns / 1000 - reading.time_us for reading in readings)


def test_it_plays_on_the_output_asked_for(rig: Rig) -> None:
    rig.prepare(0)
    assert rig.poll().output == rig.kind


def test_nothing_is_prepared_before_it_is_asked_for(rig: Rig) -> None:
    assert rig.pass_by(0.1).prepared == -1


def test_only_the_latest_serial_is_reported_prepared(rig: Rig) -> None:
    rig.prepare(0)
    rig.sound.prepare(next(rig.serials), 1_000_000)
    rig.look_away(0.2)
    latest = next(rig.serials)
    rig.sound.prepare(latest, 2_000_000)
    seen = set()
    rig.until(lambda report: seen.add(report.prepared) or report.prepared == latest)
    assert seen <= {-1, latest}


def test_what_is_prepared_makes_no_sound_yet(rig: Rig) -> None:
    rig.prepare(0)
    report = rig.pass_by(0.1)
    assert not report.rolling
    assert not rig.readings


def test_readings_begin_within_the_lead_in(rig: Rig) -> None:
    serial = rig.roll(3_000_000, lead_in_us=200_000)
    assert rig.readings[0].time_us == 2_800_000
    assert {reading.serial for reading in rig.readings} == {serial}


def test_readings_advance_as_real_time_does(rig: Rig) -> None:
    rig.roll(1_000_000)
    rig.pass_by(1.0)
    middle = offset_us(rig.readings)
    strays = [abs(reading.instant_ns / 1000 - reading.time_us - middle) for reading in rig.readings]
    assert len(rig.readings) > 80
    assert sorted(strays)[len(strays) * 95 // 100] <= TOLERANCE_US[rig.kind]


def test_a_reading_comes_at_least_every_20_ms_of_programme(rig: Rig) -> None:
    rig.roll(0)
    rig.pass_by(0.5)
    steps = [b.time_us - a.time_us for a, b in zip(rig.readings, rig.readings[1:], strict=False)]
    assert min(steps) > 0
    assert max(steps) <= 20_000


def test_the_first_sample_is_heard_soon_after_the_roll(rig: Rig) -> None:
    serial = rig.prepare(2_000_000)
    asked_ns = rig.now()
    rig.sound.roll(serial, 0)
    rig.until(lambda report: len(rig.readings) >= 8)
    heard_ns = rig.readings[0].instant_ns
    assert asked_ns < heard_ns < asked_ns + 200_000_000


def test_a_parked_sound_gives_no_readings(rig: Rig) -> None:
    rig.roll(0)
    rig.sound.park()
    rig.until(lambda report: not report.rolling)
    rig.readings.clear()
    rig.pass_by(0.2)
    assert not rig.readings


def test_preparing_stops_what_rolls_and_drops_its_readings(rig: Rig) -> None:
    rig.roll(0)
    latest = rig.prepare(4_000_000)
    report = rig.pass_by(0.1)
    assert not report.rolling
    assert not rig.readings
    rig.sound.roll(latest, 0)
    rig.until(lambda report: len(rig.readings) >= 8)
    assert rig.readings[0].time_us == 4_000_000


def test_readings_from_before_a_locate_are_dropped(rig: Rig) -> None:
    rig.roll(0)
    rig.look_away(0.1)
    rig.readings.clear()
    rig.sound.prepare(next(rig.serials), 4_000_000)
    rig.pass_by(0.1)
    assert not rig.readings


def test_loading_stops_what_rolls(rig: Rig) -> None:
    rig.roll(0)
    rig.sound.load(rig.plan)
    report = rig.until(lambda report: not report.rolling)
    assert report.prepared == -1


def test_the_end_is_told_when_it_has_been_heard(rig: Rig) -> None:
    rig.roll(END_US - 500_000)
    middle = offset_us(rig.readings)
    report = rig.until(lambda report: report.ended)
    late_us = rig.now() / 1000 - middle - END_US
    assert -TOLERANCE_US[rig.kind] <= late_us < 100_000
    assert not report.rolling


def test_the_end_is_not_told_again_after_a_locate(rig: Rig) -> None:
    rig.roll(END_US - 300_000)
    rig.until(lambda report: report.ended)
    rig.prepare(0)
    assert not rig.poll().ended


def test_a_roll_from_the_very_end_ends(rig: Rig) -> None:
    serial = rig.prepare(END_US)
    rig.sound.roll(serial, 0)
    rig.until(lambda report: report.ended, limit_s=1)


def test_the_volume_leaves_the_clock_alone(rig: Rig) -> None:
    rig.roll(0)
    before = offset_us(rig.readings[-8:])
    for volume in (0.5, 0.0, 1.0):
        rig.sound.set_volume(volume)
        rig.pass_by(0.1)
    assert abs(offset_us(rig.readings[-8:]) - before) <= TOLERANCE_US[rig.kind]


def test_an_empty_programme_ends_at_once(rig: Rig) -> None:
    rig.sound.load(SoundPlan())
    serial = rig.prepare(0)
    rig.sound.roll(serial, 0)
    rig.until(lambda report: report.ended, limit_s=1)


def test_a_real_song_is_prepared_within_150_ms(rig: Rig, tmp_path: Path) -> None:
    path = songs.write(tmp_path / "song.flac", songs.melody(44100 * 4, 44100), 44100)
    rig.sound.load(SoundPlan((songs.clip(path, 44100, 44100 * 4),)))
    rig.prepare(0)
    asked_ns = rig.now()
    rig.prepare(2_000_000)
    assert rig.now() - asked_ns < 150_000_000
