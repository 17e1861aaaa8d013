"""A film's own word for how it is to be turned: whole quarters are taken, anything else is left aside."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import av
import pytest

from tests.support.small_media import make_film
from visualalbum.media.cache import ClipCache
from visualalbum.media.conform import conform
from visualalbum.media.pictures import first_picture

ONE = 1 << 16


def matrix(a: float, b: float, c: float, d: float) -> list[int]:
    """A display matrix as FFmpeg keeps it: an MP4's, in numbers of 16 binary places."""
    return [round(a * ONE), round(b * ONE), 0, round(c * ONE), round(d * ONE), 0, 0, 0, 1 << 30]


def turned_by(degrees: float) -> list[int]:
    cosine, sine = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return matrix(cosine, sine, -sine, cosine)


def film(path: Path, display: Sequence[int] | None = None, tag: str = "") -> Path:
    """A copy of a small film that says of itself how it is to be turned."""
    plain = make_film(path.with_name("plain.mp4"), frames=5)
    with av.open(str(plain)) as source, av.open(str(path), "w") as out:
        track = out.add_stream_from_template(source.streams.video[0], opaque=True)
        track.set_display_matrix(display)
        track.metadata.update({"rotate": tag} if tag else {})
        for packet in source.demux(video=0):
            if packet.size:
                packet.stream = track
                out.mux(packet)
    return path


def quarters_of(path: Path) -> int:
    with av.open(str(path)) as container:
        first = first_picture(container, container.streams.video[0])
        assert first is not None
        return first.quarters


@pytest.mark.parametrize("ending", ["mp4", "mov", "mkv"])
@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_each_of_the_four_ways_to_hold_a_telephone_is_known(tmp_path: Path, quarters: int, ending: str) -> None:
    assert quarters_of(film(tmp_path / f"a.{ending}", turned_by(90 * quarters))) == quarters


@pytest.mark.parametrize(
    "display",
    [
        pytest.param(turned_by(45), id="half a quarter"),
        pytest.param(turned_by(80), id="nearly a quarter"),
        pytest.param(matrix(-1, 0, 0, 1), id="mirrored"),
        pytest.param(matrix(0, 1, 1, 0), id="mirrored and on its side"),
        pytest.param(matrix(0, 0, 0, 0), id="nothing"),
        pytest.param(matrix(1, 1, 1, 1), id="flat"),
        pytest.param(matrix(0.01, 20000, -3, 7), id="garbage"),
    ],
)
def test_what_is_no_turn_by_quarters_is_left_aside(tmp_path: Path, display: Sequence[int]) -> None:
    assert quarters_of(film(tmp_path / "a.mp4", display)) == 0


def test_a_turn_may_carry_a_scale_and_be_rounded(tmp_path: Path) -> None:
    assert quarters_of(film(tmp_path / "a.mp4", matrix(0.001, 1.5, -1.499, 0))) == 1


@pytest.mark.parametrize(
    ("tag", "quarters"),
    [("90", 1), ("180", 2), ("270", 3), ("-90", 3), ("360", 0), ("45", 0), ("upside", 0), ("9" * 5000, 0), ("--90", 0)],
)
def test_a_copy_in_matroska_may_have_only_the_tag(tmp_path: Path, tag: str, quarters: int) -> None:
    assert quarters_of(film(tmp_path / "a.mkv", tag=tag)) == quarters


def test_a_matrix_counts_for_more_than_a_tag(tmp_path: Path) -> None:
    assert quarters_of(film(tmp_path / "a.mkv", turned_by(180), tag="90")) == 2


def test_a_clip_tells_the_turn_itself_and_its_file_does_not(tmp_path: Path) -> None:
    """A player that read it in the file as well would turn the picture twice."""
    clip = conform(film(tmp_path / "a.mov", turned_by(90)), 0, 0, 1_000_000, tmp_path / "clip.mkv")
    assert clip.quarters == 1
    assert quarters_of(clip.path) == 0


def test_a_clip_from_the_cache_is_turned_as_well(tmp_path: Path) -> None:
    cache = ClipCache(tmp_path / "clips")
    source = film(tmp_path / "a.mp4", turned_by(270))
    key = cache.key(source, 0, 0, 1_000_000)
    cache.add(key, conform(source, 0, 0, 1_000_000, cache.clip_path(key)))
    found = cache.find(key)
    cache.close()
    assert found is not None
    assert found.quarters == 3
