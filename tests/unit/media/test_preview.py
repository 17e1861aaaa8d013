"""Small pictures out of films: the picture of the moment, from every container, in its own shape."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from tests.support.small_media import BITS, HEIGHT, WIDTH, make_film, make_image, make_sound
from visualalbum.media import preview
from visualalbum.media.media_error import MediaError
from visualalbum.media.preview import film_picture
from visualalbum.media.remembered import probe_cached
from visualalbum.media.small_picture import SmallPicture

pytestmark = pytest.mark.usefixtures("home")


def number_in(picture: SmallPicture) -> int:
    """The number that a picture of the films of `small_media` shows, at its own size."""
    rows = np.frombuffer(picture.data, np.uint8).reshape(-1, picture.stride)[:, : picture.width * 4]
    blue = rows.reshape(-1, picture.width, 4)[:HEIGHT, :, 0]
    columns = blue[HEIGHT // 4 : HEIGHT // 2].reshape(HEIGHT // 4, BITS, WIDTH // BITS).mean(axis=(0, 2))
    return sum(1 << bit for bit in range(BITS) if columns[bit] > 127)


@pytest.mark.parametrize("ending", ["mp4", "mov", "mkv", "avi", "ts", "mpg"])
@pytest.mark.parametrize("number", [0, 1, 14, 15, 37, 59])
def test_the_picture_is_the_one_of_the_moment(tmp_path: Path, ending: str, number: int) -> None:
    codec = {"mpg": "mpeg2video"}.get(ending, "libx264")
    film = make_film(tmp_path / f"a.{ending}", codec=codec)
    assert number_in(film_picture(film, 0, number * 40_000 + 20_000, (WIDTH, HEIGHT))) == number


def test_a_film_that_begins_late_counts_from_its_first_picture_probed_or_not(tmp_path: Path) -> None:
    film = make_film(tmp_path / "a.mkv", first_us=2_000_000)
    assert number_in(film_picture(film, 0, 400_000, (WIDTH, HEIGHT))) == 10
    probe_cached(film)
    assert number_in(film_picture(film, 0, 400_000, (WIDTH, HEIGHT))) == 10


def test_past_its_end_a_film_shows_its_last_picture(tmp_path: Path) -> None:
    film = make_film(tmp_path / "a.mp4", frames=20)
    assert number_in(film_picture(film, 0, 60_000_000, (WIDTH, HEIGHT))) == 19


@pytest.mark.parametrize(
    ("aspect", "box", "size"),
    [
        (None, (192, 108), (162, 108)),
        (None, (48, 108), (48, 32)),
        (Fraction(2), (192, 108), (192, 64)),
    ],
)
def test_a_picture_fills_its_box_in_its_own_shape(
    tmp_path: Path, aspect: Fraction | None, box: tuple[int, int], size: tuple[int, int]
) -> None:
    film = make_film(tmp_path / "a.mkv", frames=5, sample_aspect=aspect)
    picture = film_picture(film, 0, 0, box)
    assert (picture.width, picture.height) == size
    assert len(picture.data) >= picture.stride * picture.height >= 4 * size[0] * size[1]


@pytest.mark.parametrize(("turned", "size"), [(1, (78, 117)), (2, (176, 117)), (3, (78, 117))])
def test_a_film_taken_by_a_telephone_held_upright_says_how_it_is_to_be_turned(
    tmp_path: Path, turned: int, size: tuple[int, int]
) -> None:
    picture = film_picture(make_film(tmp_path / "a.mp4", frames=5, turned=turned), 0, 0, (208, 117))
    assert picture.quarters == turned
    assert (picture.width, picture.height)[:: -1 if turned % 2 else 1] == size


def test_where_key_pictures_are_far_apart_patience_ends_with_what_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = make_film(tmp_path / "a.mkv", frames=200, group=200)
    monkeypatch.setattr(preview, "PATIENCE_S", 0.0)
    assert number_in(film_picture(film, 0, 7_000_000, (WIDTH, HEIGHT))) < 170


@pytest.mark.parametrize(
    "make",
    [
        lambda folder: folder / "none.mp4",
        lambda folder: make_sound(folder / "a.flac", "flac", 48000, 4800),
        lambda folder: make_image(folder / "broken.mkv").rename(folder / "b.mkv"),
    ],
)
def test_what_has_no_picture_is_told(tmp_path: Path, make: object) -> None:
    with pytest.raises(MediaError):
        film_picture(make(tmp_path), 3, 0, (192, 108))  # type: ignore[operator]


def test_a_damaged_film_shows_what_can_be_read(tmp_path: Path) -> None:
    film = make_film(tmp_path / "a.ts", frames=60)
    whole = film.read_bytes()
    film.write_bytes(whole[: len(whole) // 2])
    assert number_in(film_picture(film, 0, 0, (WIDTH, HEIGHT))) == 0
    assert film_picture(film, 0, 2_000_000, (WIDTH, HEIGHT)).width == WIDTH
