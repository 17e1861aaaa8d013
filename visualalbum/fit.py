"""How a picture fills the stage: a word of the manifest, of the timeline and of the stage alike."""

from __future__ import annotations

from enum import StrEnum


class Fit(StrEnum):
    """Whole with bars, cropped to fill, or whole and smaller over what lies below."""

    CONTAIN = "contain"
    COVER = "cover"
    INSET = "inset"
