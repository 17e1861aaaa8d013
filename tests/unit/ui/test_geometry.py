"""Window geometries are read strictly, and pictures lie where their fit says."""

from __future__ import annotations

import pytest

from visualalbum.timeline.cues import Fit
from visualalbum.ui.geometry import INSET_SHARE, Box, Geometry, divide, parse_geometry, place


@pytest.mark.parametrize(
    ("text", "geometry"),
    [
        ("1280x720+40+30", Geometry(1280, 720, 40, 30)),
        ("1280x720", Geometry(1280, 720)),
        ("1x1+0+0", Geometry(1, 1, 0, 0)),
        (" 640x360 ", Geometry(640, 360)),
    ],
)
def test_a_geometry_is_read(text: str, geometry: Geometry) -> None:
    assert parse_geometry(text) == geometry


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "write WxH"),
        ("wide", "write WxH"),
        ("1280", "write WxH"),
        ("1280x", "write WxH"),
        ("1280x720+40", "write WxH"),
        ("1280x720-40-30", "write WxH"),
        ("-1280x720", "write WxH"),
        ("1280.5x720", "write WxH"),
        ("١٢x٣٤", "write WxH"),
        ("1280x720+40+30\0", "write WxH"),
        ("9" * 5000 + "x1", "write WxH"),
        ("0x720", "without an area"),
        ("1280x0+1+1", "without an area"),
        ("40000x720", "larger than any screen"),
        ("1280x720+99999+0", "larger than any screen"),
    ],
)
def test_anything_else_is_refused_in_a_sentence(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_geometry(text)


@pytest.mark.parametrize(
    ("fit", "picture", "stage", "box"),
    [
        (Fit.CONTAIN, (1920, 1080), (1280, 720), Box(0, 0, 1280, 720)),
        (Fit.CONTAIN, (1920, 1080), (1280, 800), Box(0, 40, 1280, 720)),
        (Fit.CONTAIN, (400, 300), (1280, 720), Box(160, 0, 960, 720)),
        (Fit.COVER, (400, 300), (1280, 720), Box(0, -120, 1280, 960)),
        (Fit.INSET, (1920, 1080), (1000, 1000), Box(190, 325, 620, 349)),
    ],
)
def test_a_picture_lies_in_the_middle_as_its_fit_says(
    fit: Fit, picture: tuple[int, int], stage: tuple[int, int], box: Box
) -> None:
    assert place(fit, picture, stage) == box


def test_a_picture_that_is_a_pixel_off_is_not_scaled() -> None:
    assert place(Fit.CONTAIN, (1280, 535), (1280, 720)) == Box(0, 92, 1280, 535)
    assert place(Fit.CONTAIN, (1279, 536), (1280, 720)) == Box(0, 92, 1279, 536)


def test_a_thin_picture_keeps_at_least_a_pixel() -> None:
    assert place(Fit.CONTAIN, (10_000, 1), (160, 90)).height == 1


def test_an_inset_leaves_the_picture_below_in_sight() -> None:
    box = place(Fit.INSET, (100, 100), (1000, 1000))
    assert box.width == box.height == round(1000 * INSET_SHARE)


@pytest.mark.parametrize(
    ("room", "stage"),
    [
        ((1280, 660), (936, 660)),
        ((1920, 660), (1360, 660)),
        ((2560, 1300), (2216, 1300)),
        ((700, 340), (356, 340)),
        ((720, 1120), (720, 405)),
        ((480, 560), (480, 252)),
        ((480, 360), (480, 162)),
        ((300, 300), (300, 135)),
    ],
)
def test_stage_and_album_stand_where_the_picture_is_largest(room: tuple[int, int], stage: tuple[int, int]) -> None:
    assert divide(*room) == stage
