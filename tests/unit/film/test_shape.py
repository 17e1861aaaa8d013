"""The size pictures are asked for at."""

from fractions import Fraction

import pytest

from visualalbum.film.shape import LARGEST, Shape, fit


@pytest.mark.parametrize(
    ("shape", "box", "size"),
    [
        (Shape(1920, 1080), (1280, 720), (1280, 720)),
        (Shape(1920, 1080), (1280, 1280), (1280, 720)),
        (Shape(640, 360), (1920, 1080), (1920, 1080)),
        (Shape(720, 576, Fraction(64, 45)), (1024, 1000), (1024, 576)),
        (Shape(1, 4000), (100, 100), (1, 100)),
        (Shape(4000, 1), (100, 100), (100, 1)),
    ],
)
def test_a_picture_fills_its_box_and_keeps_its_aspect(shape, box, size):
    assert fit(shape.aspect, box) == size


@pytest.mark.parametrize("box", [(0, 0), (-5, 10), (10**9, 10**9)])
def test_no_box_makes_a_size_that_cannot_be(box):
    width, height = fit(Fraction(16, 9), box)
    assert 1 <= width <= LARGEST
    assert 1 <= height <= LARGEST


def test_a_shape_without_pixels_has_an_aspect_all_the_same():
    assert Shape(0, 0).aspect == 1
