"""The covering set's songs and films are what they say: decoded, they tell their own time."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av
import pytest

from measuring import covering
from measuring.covering import LINES, SONG_RATES, Line
from measuring.lines import ODD_SAMPLES, TAIL_S, reel
from tests.support import barcode, clips, listening
from tests.support.reference import decode

SECONDS = 4
KINDS = [(song, rate) for song in covering.SONGS for rate in SONG_RATES if rate in covering.PLAYS_AT[song]]


@pytest.mark.parametrize(("kind", "rate"), KINDS)
def test_a_song_is_heard_to_the_sample_and_without_a_break(kind: str, rate: str, tmp_path: Path) -> None:
    wanted = replace(covering.SONGS[kind], samples=SECONDS * SONG_RATES[rate], rate=SONG_RATES[rate])
    (stretch,) = listening.stretches(decode([clips.song(wanted, tmp_path)]))
    assert [chord.second for chord in stretch.chords] == list(range(SECONDS))
    assert all(abs(chord.sample - chord.second * listening.RATE) <= 1 for chord in stretch.chords)
    assert stretch.seams == ()


@pytest.mark.parametrize("vbr", [False, True])
def test_an_mp3_has_packets_of_one_size_or_of_many(vbr: bool, tmp_path: Path) -> None:
    path = clips.song(clips.Song(samples=44100 * 2, container="mp3", vbr=vbr), tmp_path)
    with av.open(str(path)) as container:
        found = {packet.size for packet in container.demux(audio=0) if packet.size}
    assert (len(found) > 2) is vbr  # a padding byte makes two sizes of one


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.slug)
def test_a_film_has_its_codec_rate_and_groups_and_shows_its_numbers(line: Line, tmp_path: Path) -> None:
    wanted = line.film(1.2)
    with av.open(str(clips.film(wanted, tmp_path))) as container:
        stream = container.streams.video[0]
        frames = [(frame.key_frame, frame.to_ndarray(format="gray")[10]) for frame in container.decode(stream)]
        assert stream.average_rate == pytest.approx(wanted.rate, rel=1e-3)
        assert {"hevc": "HEVC", "h264": "H.264", "mpeg4": "MPEG-4", "vp9": "VP9", "av1": "AV1", "libdav1d": "AV1"}[
            stream.codec_context.name
        ] == line.codec
    assert [barcode.read(bright) for _, bright in frames] == [(1, number) for number in range(wanted.frames)]
    assert (sum(key for key, _ in frames) > 1) is (wanted.group == 12)


@pytest.mark.parametrize("line", LINES, ids=lambda line: line.slug)
def test_songs_follow_each_other_and_segments_lie_within_the_film(line: Line) -> None:
    made = reel(line, 60)
    assert len(made.songs) == len(made.parts) == len(line.songs)
    assert all(one.end == other.start for one, other in zip(made.songs, made.songs[1:], strict=False))
    assert made.songs[-1].end == pytest.approx(60 + TAIL_S, abs=0.01)
    firsts = [part.first for row in made.parts for part in row]
    assert len(firsts) == 4 and firsts != sorted(firsts)
    assert max(firsts) + 0.26 * 60 * made.film.rate < made.film.frames
    if len(made.songs) == 2:
        assert made.songs[0].samples == Fraction(312, 10) * made.songs[0].rate + ODD_SAMPLES
