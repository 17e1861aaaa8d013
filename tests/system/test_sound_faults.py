"""What breaks under a rolling song: the song's clock goes on, and the sound is back where it would have been."""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from tests.support import processes, songs
from tests.support.pulse import Pulse, null_sink
from tests.support.rolling import Show
from visualalbum.engine.ports import USUAL, Device, Reading
from visualalbum.sound.client import CLOSE_S, SoundProcess
from visualalbum.timeline.cues import SongClip, SoundPlan

SAME_US = 4000
"""The sound server's own jitter around a start."""


@pytest.fixture
def plan(tmp_path: Path) -> SoundPlan:
    path = songs.write(tmp_path / "song.flac", songs.melody(44100 * 20, 44100), 44100)
    return SoundPlan((songs.clip(path, 44100, 44100 * 20),))


@pytest.fixture
def show(plan: SoundPlan) -> Iterator[Callable[..., Show]]:
    opened: list[Show] = []

    def open_show(output: str, device: str = "", plan: SoundPlan = plan) -> Show:
        opened.append(Show(output, plan, Device(device, device)))
        return opened[-1]

    yield open_show
    for each in opened:
        each.sound.close()


def test_a_killed_process_is_replaced_and_the_song_goes_on_where_it_would_be(show: Callable[..., Show]) -> None:
    it = show("null")
    it.roll()
    before = it.offset_us
    it.kill()
    assert "started again" in it.fault("sound-process").sentence
    it.hear_more()
    assert abs(it.offset_us - before) < SAME_US
    assert it.report.rolling
    assert [fault.over for fault in it.faults if fault.kind == "sound-process"] == [False, True]


def test_a_process_killed_while_parked_is_prepared_again(show: Callable[..., Show]) -> None:
    it = show("null")
    it.sound.prepare(5, 3_000_000)
    it.until(lambda: it.report.prepared == 5)
    it.kill()
    it.fault("sound-process")
    it.until(lambda: it.report.output == "null")
    it.sound.roll(5, 0)
    it.until(lambda: it.readings)
    assert it.readings[0] == Reading(5, 3_000_000, it.readings[0].instant_ns)


def test_what_was_asked_for_before_a_device_was_chosen_comes_with_it(plan: SoundPlan) -> None:
    sound = SoundProcess("null")
    try:
        sound.load(plan)
        sound.prepare(3, 1_000_000)
        sound.look()
        processes.wait_until(lambda: sound.pid is not None, "a process", 5.0)
        assert not sound.poll().output
        sound.choose(USUAL)
        processes.wait_until(lambda: sound.poll().prepared == 3, "the song prepared", 10.0)
        assert sound.poll().output == "null"
    finally:
        sound.close()


def test_a_process_that_is_closed_before_a_device_was_chosen_ends_by_itself() -> None:
    sound = SoundProcess("null")
    processes.wait_until(lambda: sound.pid is not None, "a process", 5.0)
    closed_s = time.monotonic()
    sound.close()
    assert time.monotonic() - closed_s < CLOSE_S  # after that it would have been killed


def test_an_interrupt_at_the_terminal_leaves_the_sound_alone(show: Callable[..., Show]) -> None:
    it = show("null")
    it.roll()
    assert it.sound.pid is not None
    os.kill(it.sound.pid, signal.SIGINT)
    it.hear_more(60)
    assert not it.faults


def test_a_disk_that_stalls_for_two_seconds_is_not_heard(show: Callable[..., Show]) -> None:
    it = show("null")
    it.roll()
    it.sound.inject("stall-disk", 2.0)
    it.hear_more(250)
    assert it.report.underruns == 0


def test_a_disk_that_stalls_longer_costs_sound_but_no_time(show: Callable[..., Show]) -> None:
    it = show("null")
    it.roll()
    before = it.offset_us
    it.sound.inject("stall-disk", 5.0)
    it.until(lambda: it.report.underruns > 50)
    counted = -1

    def still() -> bool:
        nonlocal counted
        grown, counted = it.report.underruns != counted, it.report.underruns
        return not grown and len(it.readings) > 10

    it.hear_more(200)
    it.until(still)
    assert abs(it.offset_us - before) < SAME_US


def test_a_device_taken_away_comes_back_in_time(show: Callable[..., Show], pulse: Pulse) -> None:
    it = show("portaudio")
    it.roll()
    before = it.offset_us
    it.sound.inject("lose-device", 0.5)
    assert "goes on unheard" in it.fault("sound-device").sentence
    it.until(lambda: it.report.output == "null")
    it.hear_more()
    assert abs(it.offset_us - before) < SAME_US
    it.until(lambda: it.report.output == "portaudio")
    it.until(lambda: it.faults[-1].over)
    assert re.search(r"plays after \d s without", it.faults[-1].sentence)
    it.hear_more()
    assert abs(it.offset_us - before) < SAME_US


def test_a_sound_server_that_dies_does_not_stop_the_song(show: Callable[..., Show], pulse: Pulse) -> None:
    it = show("portaudio")
    it.roll()
    before = it.offset_us
    os.kill(pulse.pid, signal.SIGKILL)
    it.fault("sound-device")
    it.until(lambda: it.report.output == "null")
    it.hear_more(150)
    assert abs(it.offset_us - before) < SAME_US


@pytest.mark.usefixtures("pulse")
def test_a_device_nobody_knows_is_told_and_the_usual_one_plays(show: Callable[..., Show]) -> None:
    it = show("portaudio", "no such hall")
    it.roll()
    assert it.fault("sound-device").subject == "no such hall"
    assert it.report.output == "portaudio"


@pytest.mark.parametrize("output", ["portaudio", "vlc"])
def test_a_sink_is_found_by_its_name(show: Callable[..., Show], pulse: Pulse, output: str) -> None:
    pulse.add_sink("balcony")
    it = show(output, "balcony")
    it.roll()
    assert pulse.played_on() == {"balcony"}
    assert not it.faults


def test_without_any_sound_server_the_song_rolls_unheard(
    show: Callable[..., Show], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent")
    it = show("portaudio")
    it.roll()
    assert it.report.output == "null"
    assert [fault.kind for fault in it.faults] == ["sound-output", "sound-output"]


def test_a_device_that_comes_later_plays_the_song_that_rolls(
    show: Callable[..., Show], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    to_come = tmp_path / "native"
    monkeypatch.setenv("PULSE_SERVER", f"unix:{to_come}")
    it = show("portaudio")
    it.roll()
    before = it.offset_us
    assert it.report.output == "null"
    with null_sink("late") as pulse:
        to_come.symlink_to(pulse.env["PULSE_SERVER"].removeprefix("unix:"))
        it.until(lambda: it.report.output == "portaudio")
        it.until(lambda: it.faults[-1].over)
        assert it.faults[-1].kind == "sound-output", "which takes back that there was none"
        it.hear_more()
        assert abs(it.offset_us - before) < SAME_US
        assert pulse.pactl("list", "short", "sink-inputs")
        it.sound.close()


def test_a_missing_song_is_told_and_the_next_one_plays(show: Callable[..., Show], plan: SoundPlan) -> None:
    gone = SongClip(Path("/nonexistent/gone.flac"), 0, 44100, 44100, Fraction(0), Fraction(1))
    after = songs.clip(plan.songs[0].path or Path(), 44100, 44100 * 20, Fraction(1))
    it = show("null", plan=SoundPlan((gone, after)))
    it.roll(500_000)
    assert "gone.flac" in it.fault("song-unreadable").sentence
    it.until(lambda: it.readings[-1].time_us > 1_200_000)


def test_closing_is_quick_whatever_it_is_doing(show: Callable[..., Show], pulse: Pulse) -> None:
    for output in ("null", "portaudio", "vlc"):
        opening, rolling = show(output), show(output)
        rolling.roll()
        for each in (opening, rolling):
            began_s = time.monotonic()
            each.sound.close()
            assert time.monotonic() - began_s < 1.6
