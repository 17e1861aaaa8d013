"""A far sink, as Bluetooth and HDMI have: what the sound tells of it is true from a start on, recorded from outside."""

from __future__ import annotations

from pathlib import Path
from statistics import median

import numpy as np
import pytest

from tests.support import songs
from tests.support.far_sink import far_sink
from tests.support.heard import Recorded, listening, recorded, span_of
from tests.support.pulse import RATE
from tests.support.rolling import Show
from visualalbum.timeline.cues import SoundPlan

SONG_S = 8
PAST_NS = 1e8
TRUE_NS = 20e6
"""PulseAudio's own word is wrong by 200 ms there for a third of a second, and by 5 ms once it has settled."""


def test_the_first_readings_after_a_start_tell_when_the_song_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = songs.melody(RATE * SONG_S, RATE)
    path = songs.write(tmp_path / "song.flac", sound, RATE)
    with far_sink() as pulse:
        for key, value in pulse.env.items():
            monkeypatch.setenv(key, value)
        it = Show("portaudio", SoundPlan((songs.clip(path, RATE, RATE * SONG_S),)))
        try:
            with listening(pulse.far, tmp_path / "heard"):
                it.roll()
                it.hear_more()
                it.readings.clear()
                it.sound.prepare(2, 0)
                it.until(lambda: it.report.prepared == 2)
                it.sound.roll(2, 0)
                it.until(lambda: len(it.readings) > 100)
        finally:
            it.sound.close()
    first = median(reading.instant_ns - reading.time_us * 1000 for reading in it.readings[:10])
    whole = recorded(tmp_path / "heard")
    begin = round((first + PAST_NS - whole.zero_ns) / 1e9 * RATE)  # before it the stop of the first one is heard
    piece = Recorded(whole.samples[begin:], whole.instant_ns(begin))
    assert abs(span_of((sound[:, 0] / 32768).astype(np.float32), piece).zero_ns - first) < TRUE_NS
