"""Choosing where the sound goes out, recorded from outside: it moves in the middle of a song and keeps its place."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.support import songs
from tests.support.heard import Span, listening, recorded, span_of
from tests.support.pulse import RATE, Pulse
from tests.support.rolling import Show
from visualalbum.engine.ports import USUAL, Device
from visualalbum.timeline.cues import SoundPlan

BALCONY = Device("balcony", "The balcony, left & right")
SONG_S = 40

SAME_US = 4000
"""The sound server's own jitter around a start."""

PLACE_NS = 20e6
LAG_NS = 6e6
GAP_NS = 0.3e9
"""A device drops the 0.15 s that were on their way to it; a null sink's monitor has had them already."""


@pytest.fixture(scope="module")
def song(tmp_path_factory: pytest.TempPathFactory) -> tuple[SoundPlan, NDArray[np.float32]]:
    """A song, and its left side as a sink should carry it."""
    sound = songs.melody(RATE * SONG_S, RATE)
    path = songs.write(tmp_path_factory.mktemp("song") / "song.flac", sound, RATE)
    return SoundPlan((songs.clip(path, RATE, RATE * SONG_S),)), (sound[:, 0] / 32768).astype(np.float32)


@pytest.fixture
def plan(song: tuple[SoundPlan, NDArray[np.float32]]) -> SoundPlan:
    return song[0]


def heard(song: NDArray[np.float32], folder: Path) -> Span:
    return span_of(song, recorded(folder))


def comes_to_the_balcony(it: Show, pulse: Pulse, before_us: float) -> None:
    """Wait until the balcony has the song, which must be where it would have been without a fault."""
    it.until(lambda: it.report.device == BALCONY.title)
    it.until(lambda: it.faults[-1].over)
    it.hear_more()
    assert abs(it.offset_us - before_us) < SAME_US
    assert pulse.played_on() == {BALCONY.name}


@pytest.mark.parametrize("output", ["portaudio", "vlc"])
def test_the_song_moves_to_another_device_at_its_place_with_hardly_a_gap(
    pulse: Pulse, song: tuple[SoundPlan, NDArray[np.float32]], tmp_path: Path, output: str
) -> None:
    pulse.add_sink(BALCONY.name, BALCONY.title)
    it = Show(output, song[0])
    house, balcony = tmp_path / "house", tmp_path / "balcony"
    try:
        with listening(pulse, house), listening(pulse, balcony, BALCONY.name):
            it.roll()
            it.hear_more(100)
            before_us = it.offset_us
            it.sound.choose(BALCONY)
            it.until(lambda: it.report.device == BALCONY.title)
            it.hear_more(100)
            after_us = it.offset_us
        assert pulse.played_on() == {BALCONY.name}
    finally:
        it.sound.close()
    first, second = heard(song[1], house), heard(song[1], balcony)
    assert abs(second.zero_ns - first.zero_ns) < PLACE_NS
    assert abs(second.from_ns - first.to_ns) < GAP_NS, "hardly a gap, nor the song twice"
    assert abs(after_us - before_us) < SAME_US
    lags_ns = first.zero_ns - before_us * 1000, second.zero_ns - after_us * 1000
    assert abs(lags_ns[1] - lags_ns[0]) < LAG_NS, "the readings, which pictures follow, tell the truth there too"
    assert it.faults == []


def test_what_has_come_of_a_choice_is_told_and_the_one_in_force_is_no_choice(pulse: Pulse, plan: SoundPlan) -> None:
    pulse.add_sink(BALCONY.name, BALCONY.title)
    it = Show("portaudio", plan)
    try:
        it.roll()
        it.until(lambda: BALCONY in it.sound.devices)
        it.sound.choose(BALCONY)
        it.until(lambda: it.report.device == BALCONY.title)
        assert [choice.device for choice in it.sound.choices()] == [BALCONY]
        it.sound.choose(BALCONY)
        it.hear_more(100)
        assert it.sound.choices() == []
        it.sound.choose(USUAL)
        it.until(lambda: it.report.device != BALCONY.title)
        it.until(lambda: pulse.played_on() == {pulse.sink})
    finally:
        it.sound.close()


def test_a_device_that_cannot_be_opened_leaves_the_song_where_it_is(pulse: Pulse, plan: SoundPlan) -> None:
    pulse.add_sink(BALCONY.name, BALCONY.title)
    it = Show("portaudio", plan, BALCONY)
    try:
        it.roll()
        before_us = it.offset_us
        it.sound.choose(Device("cellar", "The cellar"))
        it.until(lambda: it.sound.device == BALCONY)
        (choice,) = it.sound.choices()
        assert choice.sentence.startswith("The cellar cannot be opened; the sound stays on The balcony, left & right.")
        it.hear_more()
        assert abs(it.offset_us - before_us) < SAME_US
        assert pulse.played_on() == {BALCONY.name}
        assert it.faults == []
    finally:
        it.sound.close()


def test_devices_that_come_and_go_are_told_at_once(pulse: Pulse, plan: SoundPlan) -> None:
    it = Show("portaudio", plan)
    try:
        it.until(lambda: [device.name for device in it.sound.devices] == [pulse.sink])
        module = pulse.add_sink(BALCONY.name, BALCONY.title)
        it.until(lambda: it.sound.devices[1:] == (BALCONY,), limit_s=1)
        pulse.remove(module)
        it.until(lambda: len(it.sound.devices) == 1, limit_s=1)
    finally:
        it.sound.close()


def test_a_device_that_is_not_there_at_the_start_has_the_song_when_it_comes(
    pulse: Pulse, song: tuple[SoundPlan, NDArray[np.float32]], tmp_path: Path
) -> None:
    it = Show("portaudio", song[0], BALCONY)
    house = tmp_path / "house"
    try:
        with listening(pulse, house):
            it.roll()
            fault = it.fault("sound-device")
            assert fault.sentence.startswith("The balcony, left & right is not there or cannot be opened; until it is")
            assert pulse.played_on() == {pulse.sink}
            before_us = it.offset_us
            pulse.add_sink(BALCONY.name, BALCONY.title)
            comes_to_the_balcony(it, pulse, before_us)
    finally:
        it.sound.close()
    assert heard(song[1], house).to_ns < recorded(house).instant_ns(len(recorded(house).samples)) - 0.1e9


def test_a_device_that_is_taken_away_gives_the_song_to_the_usual_one_and_gets_it_back(
    pulse: Pulse, song: tuple[SoundPlan, NDArray[np.float32]], tmp_path: Path
) -> None:
    module = pulse.add_sink(BALCONY.name, BALCONY.title)
    it = Show("portaudio", song[0], BALCONY)
    house, again = tmp_path / "house", tmp_path / "again"
    try:
        it.roll()
        assert it.faults == []
        before_us = it.offset_us
        with listening(pulse, house):
            pulse.remove(module)
            assert it.fault("sound-device").subject == BALCONY.title
            it.until(lambda: pulse.played_on() == {pulse.sink})
            it.hear_more(100)
            # The server has moved the stream by itself, and what the readings tell since then is the song's place.
            assert abs(it.offset_us - before_us) < PLACE_NS / 1000
            before_us = it.offset_us
            pulse.add_sink(BALCONY.name, BALCONY.title)
            with listening(pulse, again, BALCONY.name):
                it.until(lambda: it.faults[-1].over)
                it.hear_more(100)
        assert abs(it.offset_us - before_us) < SAME_US
        assert pulse.played_on() == {BALCONY.name}
    finally:
        it.sound.close()
    first, second = heard(song[1], house), heard(song[1], again)
    assert abs(second.zero_ns - first.zero_ns) < PLACE_NS
    assert abs(second.from_ns - first.to_ns) < GAP_NS
    assert second.to_ns > first.to_ns
    assert it.report.underruns == 0


def test_with_its_only_device_gone_the_song_goes_on_unheard_until_another_comes(pulse: Pulse, plan: SoundPlan) -> None:
    module = pulse.add_sink(BALCONY.name, BALCONY.title)
    it = Show("portaudio", plan, BALCONY)
    try:
        it.roll()
        before_us = it.offset_us
        pulse.pactl("unload-module", "module-null-sink")
        it.until(lambda: it.report.output == "null")
        it.hear_more()
        assert abs(it.offset_us - before_us) < SAME_US
        assert module not in {int(line.split("\t")[0]) for line in pulse.pactl("list", "short", "modules").splitlines()}
        pulse.add_sink(BALCONY.name, BALCONY.title)
        comes_to_the_balcony(it, pulse, before_us)
    finally:
        it.sound.close()


def test_a_process_that_dies_comes_back_on_the_device_that_was_chosen(pulse: Pulse, plan: SoundPlan) -> None:
    pulse.add_sink(BALCONY.name, BALCONY.title)
    it = Show("portaudio", plan)
    try:
        it.roll()
        it.sound.choose(BALCONY)
        it.until(lambda: it.report.device == BALCONY.title)
        before_us = it.offset_us
        it.kill()
        it.fault("sound-process")
        comes_to_the_balcony(it, pulse, before_us)
    finally:
        it.sound.close()
