"""The demo's film, decoded whole: every frame names itself, and feet meet the floor on the frames of the score."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.frame import PictureType
from numpy.typing import NDArray

ROOT = Path(__file__).parents[2]
FILM = ROOT / "assets" / "backstage" / "film" / "backstage.mp4"
MAKE = str(ROOT / "assets" / "make")
if MAKE not in sys.path:
    sys.path.append(MAKE)

from backstage import cut  # noqa: E402
from drawing.video import CODE_CELLS, CODE_ROWS, FPS  # noqa: E402

pytestmark = pytest.mark.untimed

Luma = NDArray[np.uint8]
BEFORE, AFTER = 3, 1
"""Frames around a strike that are looked at."""


@dataclass(frozen=True)
class Strike:
    """A strike that can be seen: its frame, its shot, and the pixels of its sole in the frames around it."""

    frame: int
    shot: str
    boxes: tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True)
class Decoded:
    """Of every frame its cells, type and time; of every strike the pixels around its sole, frame by frame."""

    cells: NDArray[np.float64]
    types: list[PictureType]
    times: list[Fraction]
    soles: dict[Strike, list[Luma]]


def visible() -> list[Strike]:
    """Strikes wholly in the picture and far enough from a cut for all frames that are looked at to be of one angle."""
    found = []
    for place in cut.placed():
        shot = place.kind()
        for contact in shot.contacts():
            if not BEFORE < contact.frame < place.frames - AFTER - 1:
                continue
            boxes, steps = [], []
            for frame in range(contact.frame - BEFORE, contact.frame + AFTER + 1):
                camera = shot.camera(frame)
                x, y = camera.pixel(contact.x, contact.y, contact.z)
                scale = camera.scale(contact.x, contact.y, contact.z)
                wide, high, low = max(5, 0.06 * scale), max(4, 0.045 * scale), max(2, 0.012 * scale)
                boxes.append((round(x - wide), round(y - high), round(2 * wide), round(high + low)))
                steps.append((x, y))
            cut_between = np.abs(np.diff(np.array(steps), axis=0)).max() > 40
            if not cut_between and all(x >= 0 and y >= 14 and x + w <= 1280 and y + h <= 706 for x, y, w, h in boxes):
                found.append(Strike(place.first + contact.frame, shot.name, tuple(boxes)))
    return found


@pytest.fixture(scope="module")
def film() -> Decoded:
    strikes = visible()
    wanted: dict[int, list[tuple[Strike, int]]] = {}
    for strike in strikes:
        for late in range(-BEFORE, AFTER + 1):
            wanted.setdefault(strike.frame + late, []).append((strike, late + BEFORE))
    cells, types, times = [], [], []
    soles: dict[Strike, list[Luma]] = {strike: [] for strike in strikes}
    with av.open(str(FILM)) as container:
        container.streams.video[0].thread_type = "AUTO"
        for number, frame in enumerate(container.decode(video=0)):
            plane = frame.planes[0]
            luma = np.frombuffer(plane, np.uint8).reshape(plane.height, plane.line_size)[:, : plane.width]
            rows = luma[CODE_ROWS[0] + 2 : CODE_ROWS[1] - 2].reshape(-1, CODE_CELLS, 80)
            cells.append(rows[:, :, 16:64].mean(axis=(0, 2)))
            types.append(frame.pict_type)
            times.append(frame.pts * frame.time_base)
            for strike, place in wanted.get(number, ()):
                x, y, wide, high = strike.boxes[place]
                soles[strike].append(luma[y : y + high, x : x + wide].copy())
    return Decoded(np.array(cells), types, times, soles)


def test_every_frame_carries_its_number_and_its_time(film: Decoded) -> None:
    weights = 1 << np.arange(CODE_CELLS)[::-1]
    numbers = (film.cells > 22) @ weights
    assert numbers.tolist() == list(range(cut.FRAMES))
    assert film.times == [Fraction(number, FPS) for number in range(cut.FRAMES)]


def test_the_numbers_are_too_dark_to_be_seen_and_light_enough_to_be_read(film: Decoded) -> None:
    bits = np.arange(cut.FRAMES)[:, None] >> np.arange(CODE_CELLS)[::-1] & 1
    ones = np.where(bits == 1, film.cells, 255).min(axis=1)
    zeros = np.where(bits == 0, film.cells, 0).max(axis=1)
    assert film.cells.max() < 36
    assert (ones - zeros).min() * 255 / 219 >= 8  # of RGB, whose range is wider than the film's own


def test_the_film_has_b_frames_and_a_key_picture_every_two_seconds(film: Decoded) -> None:
    keys = [index for index, kind in enumerate(film.types) if kind == PictureType.I]
    assert film.types.count(PictureType.B) > cut.FRAMES // 4
    assert max(np.diff([*keys, cut.FRAMES])) <= 2 * FPS


def test_the_film_is_what_it_says_it_is() -> None:
    with av.open(str(FILM)) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert (video.width, video.height, video.average_rate, video.codec_context.pix_fmt) == (
            1280,
            720,
            FPS,
            "yuv420p",
        )
        assert video.codec_context.colorspace == 1
        assert (audio.codec_context.name, audio.rate, audio.layout.name) == ("aac", 44_100, "stereo")
    assert FILM.stat().st_size < 15_000_000


def landings(film: Decoded) -> dict[Strike, int]:
    """For each strike by how many frames late its sole arrives: the frame into which its pixels change most."""
    found = {}
    for strike, shown in film.soles.items():
        high, wide = min(part.shape[0] for part in shown), min(part.shape[1] for part in shown)
        stack = np.stack([part[:high, :wide].astype(np.float64) for part in shown])
        change = np.abs(np.diff(stack, axis=0)).mean(axis=(1, 2))
        found[strike] = int(np.argmax(change)) + 1 - BEFORE
    return found


def share_late_by(film: Decoded, frames: int, shot: str | None = None) -> float:
    """The share of strikes that would be found on time if all of them came so many frames later than is claimed."""
    late = [value for strike, value in landings(film).items() if shot in (None, strike.shot)]
    return sum(value == frames for value in late) / len(late)


def test_feet_and_hands_meet_the_floor_on_the_frames_of_the_score(film: Decoded) -> None:
    assert len(film.soles) > 250
    assert share_late_by(film, 0) >= 0.9


@pytest.mark.parametrize("frames", [-1, 1])
def test_a_film_that_is_one_frame_off_would_be_noticed(film: Decoded, frames: int) -> None:
    assert share_late_by(film, frames) <= 0.1


@pytest.mark.parametrize("shot", sorted({strike.shot for strike in visible()}))
def test_no_shot_is_off_by_itself(film: Decoded, shot: str) -> None:
    assert share_late_by(film, 0, shot) >= 0.55  # from above and at the lockers other things move near the hand too


def test_the_films_own_feet_are_heard_where_they_are_seen() -> None:
    with av.open(str(FILM)) as container:
        stream = container.streams.audio[0]
        start_s = float(stream.start_time * stream.time_base)
        sound = np.concatenate([frame.to_ndarray() for frame in container.decode(stream)], axis=1).astype(np.float64)
        rate = stream.rate
    assert abs(start_s) < 0.002
    high = np.abs(np.diff(sound, n=2, axis=1)).max(axis=0)
    ten_ms = rate // 100
    blocks = high[: len(high) // ten_ms * ten_ms].reshape(-1, ten_ms).max(axis=1)
    late_ms = []
    for strike in cut.taps():
        block = round((strike.frame / FPS - start_s) * 100)
        around = blocks[max(0, block - 4) : block + 5]
        rise = np.diff(around, prepend=around[0])
        late_ms.append((int(np.argmax(rise)) - min(4, block)) * 10)
    on_time = sum(abs(late) <= 20 for late in late_ms) / len(late_ms)
    assert len(late_ms) > 400
    assert on_time > 0.95
