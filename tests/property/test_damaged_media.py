"""Damaged media: whatever bytes a file has, probing and conforming answer, soon, and the process lives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.small_media import make_film, make_image, make_sound
from visualalbum.jobs import JobQueue
from visualalbum.media.clip import Clip
from visualalbum.media.conform import conform
from visualalbum.media.conformer import PRELOAD
from visualalbum.media.facts import MediaFacts
from visualalbum.media.media_error import MediaError
from visualalbum.media.probe import probe

LIMIT_S = 10.0
"""A damaged file of a few kilobytes takes 30 ms; some 300 times as much is a hang, on a busy machine too."""

FILMS = {"mp4": "libx264", "mkv": "libx264", "avi": "libx264", "ts": "libx264", "mpg": "mpeg2video", "webm": "libvpx"}
SOUNDS = {"flac": "flac", "wav": "pcm_s16le", "mp3": "libmp3lame", "m4a": "aac", "opus": "libopus", "wv": "wavpack"}
NAMES = sorted([*FILMS, *SOUNDS, "png"])

places = st.one_of(st.integers(0, 1500), st.integers(0, 10**6))
pieces = st.one_of(st.binary(max_size=6), st.sampled_from([b"\xff" * 4, bytes(4), b"\x7f\xff\xff\xff", b"\x80\0\0\0"]))
changes = st.lists(st.tuples(places, st.integers(0, 40), pieces), min_size=1, max_size=30)


@pytest.fixture(scope="module")
def whole_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("whole")
    files = [make_film(folder / f"a.{ending}", codec=codec, frames=40) for ending, codec in FILMS.items()]
    files += [make_sound(folder / f"b.{ending}", codec, 48000, 20_000) for ending, codec in SOUNDS.items()]
    files.append(make_image(folder / "c.png"))
    return {path.suffix[1:]: path.read_bytes() for path in files}


@pytest.fixture
def queue() -> Iterator[JobQueue]:
    queue = JobQueue(workers=1, express=0, preload=PRELOAD)
    yield queue
    queue.close()


def probe_and_conform(path: Path) -> tuple[MediaFacts, Clip | MediaError]:
    """What a worker does with a file; any exception but MediaError is the job's."""
    facts = probe(path)
    try:
        return facts, conform(path, 0, 300_000, 900_000, path.with_name("clip.mkv"))
    except MediaError as error:
        return facts, error


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(NAMES), changes=changes, kept=st.one_of(st.none(), st.floats(0, 1)))
def test_damaged_files_are_answered_for(
    whole_files: dict[str, bytes],
    queue: JobQueue,
    tmp_path: Path,
    name: str,
    changes: list[tuple[int, int, bytes]],
    kept: float | None,
) -> None:
    data = bytearray(whole_files[name])
    for place, removed, inserted in changes:
        at = place % (len(data) + 1)
        data[at : at + removed] = inserted
    path = tmp_path / f"damaged.{name}"
    path.write_bytes(data if kept is None else data[: round(len(data) * kept)])
    job = queue.submit(probe_and_conform, path, limit_s=LIMIT_S)
    assert job.wait(2 * LIMIT_S)
    facts, clip = job.result()
    assert bool(facts.fault) == bool(facts.remedy) == (not (facts.audio or facts.video or facts.image))
    if isinstance(clip, Clip):
        assert len(clip.frames_us) == len(clip.frames_ms) > 0
        assert list(clip.frames_ms) == sorted(clip.frames_ms)
    else:
        assert clip.sentence
        assert clip.remedy
