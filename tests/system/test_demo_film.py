"""The demo's film, decoded whole: every frame names itself, and feet meet the floor where the choreography says."""

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
sys.path.append(str(ROOT / "assets" / "make"))

from choreography import FRAMES, HEIGHT, SCENES, WIDTH, Scene, camera, scene_at, strikes  # noqa: E402
from rhythm import FPS, RATE  # noqa: E402


@dataclass(frozen=True)
class Decoded:
    """Of every frame the number its barcode says, its type, its time, and twelve rows of the floor in front."""

    numbers: list[int]
    types: list[PictureType]
    times: list[Fraction]
    floors: NDArray[np.uint8]


def barcode(luma: NDArray[np.uint8]) -> int:
    """The number along the bottom edge; fails where a cell is neither black nor white."""
    cells = luma[HEIGHT - 8 : HEIGHT - 4].reshape(4, 16, WIDTH // 16)[:, :, 20:40].mean(axis=(0, 2))
    assert np.all((cells < 60) | (cells > 195))
    return sum(1 << (15 - int(place)) for place in np.flatnonzero(cells > 128))


@pytest.fixture(scope="module")
def film() -> Decoded:
    numbers, types, times, floors = [], [], [], []
    with av.open(str(FILM)) as container:
        for frame in container.decode(video=0):
            luma = frame.to_ndarray()[:HEIGHT, :WIDTH]
            numbers.append(barcode(luma))
            types.append(frame.pict_type)
            times.append(frame.pts * frame.time_base)
            front = scene_at(numbers[-1]).floor + 4
            floors.append(luma[front : front + 12])
    return Decoded(numbers, types, times, np.stack(floors))


def test_every_frame_carries_its_number_and_its_time(film: Decoded) -> None:
    assert film.numbers == list(range(FRAMES))
    assert film.times == [Fraction(number, FPS) for number in range(FRAMES)]


def test_the_film_has_b_frames_and_a_key_picture_every_two_seconds(film: Decoded) -> None:
    keys = [index for index, kind in enumerate(film.types) if kind == PictureType.I]
    assert film.types.count(PictureType.B) > FRAMES // 4
    assert max(np.diff([*keys, FRAMES])) <= 2 * FPS


def lit_on(film: Decoded, scene: Scene, late: int) -> float:
    """The share of a scene's strikes whose ring of light comes `late` frames after them and on no frame beside."""
    whole = [strike for strike in strikes(scene) if strike.frame > scene.first + 2]
    found = 0
    for strike in whole:
        x = round(strike.x - camera(scene, strike.frame) + 8 * scene.scale)
        rise = np.diff(film.floors[strike.frame - 3 : strike.frame + 3, :, x - 32 : x + 32].mean(axis=(1, 2)))
        found += int(np.argmax(rise) == 2 + late and rise.max() > 4)
    return found / len(whole)


@pytest.mark.parametrize("scene", [scene for scene in SCENES if strikes(scene)], ids=lambda scene: scene.name)
def test_the_floor_lights_up_on_the_frame_of_each_strike(film: Decoded, scene: Scene) -> None:
    assert lit_on(film, scene, 0) >= 0.9
    assert lit_on(film, scene, 1) <= 0.1
    assert lit_on(film, scene, -1) <= 0.1


def test_the_films_own_feet_are_heard_where_they_are_seen() -> None:
    with av.open(str(FILM)) as container:
        stream = container.streams.audio[0]
        assert stream.rate == RATE
        start = float(stream.start_time * stream.time_base)
        sound = np.concatenate([frame.to_ndarray().mean(axis=0) for frame in container.decode(stream)])
    blocks = np.abs(sound[: len(sound) // 441 * 441]).reshape(-1, 441).max(axis=1)  # 10 ms each
    late_ms = []
    for strike in (strike for scene in SCENES for strike in strikes(scene)):
        block = round((strike.frame / FPS - start) * 100)
        rise = np.diff(blocks[block - 6 : block + 7], prepend=blocks[block - 6])
        late_ms.append((int(np.argmax(rise)) - 6) * 10)
    assert len(late_ms) > 100
    assert max(abs(late) for late in late_ms) < 1000 / FPS / 2
