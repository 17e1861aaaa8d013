"""Packets to the end of a file, whatever happens on the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import av.error
import pytest

from tests.support.small_media import make_film
from visualalbum.media.opening import open_media, packets


class StumblingContainer:
    """Demuxes as PyAV does when a stream first shows up in the middle: an IndexError, and the file goes on."""

    def __init__(self, happenings: list[Any]) -> None:
        self._happenings = iter(happenings)

    def demux(self, _stream: object) -> Iterator[Any]:
        for happening in self._happenings:
            if isinstance(happening, Exception):
                raise happening
            yield happening


@pytest.mark.parametrize(
    ("happenings", "seen"),
    [
        ([1, 2], [1, 2]),
        ([IndexError(), 1, IndexError(), IndexError(), 2], [1, 2]),
        ([1, av.error.InvalidDataError(1, "damaged"), 2], [1]),
        ([av.error.EOFError(1, "ends")], []),
        ([], []),
    ],
)
def test_new_streams_are_passed_over_and_damage_is_the_end(happenings: list[Any], seen: list[int]) -> None:
    container: Any = StumblingContainer(happenings)
    stream: Any = None
    assert list(packets(container, stream)) == seen


def test_the_last_packet_is_an_empty_one_for_the_decoder(tmp_path: Path) -> None:
    with open_media(make_film(tmp_path / "a.mkv", frames=5)) as container:
        sizes = [packet.size for packet in packets(container, container.streams.video[0])]
    assert len(sizes) == 6
    assert sizes[-1] == 0
