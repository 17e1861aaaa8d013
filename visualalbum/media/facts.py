"""What probing found out about a file: facts, never guesses; a length that is only a header's word says so."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from visualalbum.said import NOTHING, Said


@dataclass(frozen=True)
class AudioFacts:
    """The sound stream that is used: `samples` is how many per channel decoding yields, the declared end honoured.

    `start_us` is where its first sample stands in the container's time. `exact` is False where `samples` comes from
    a header alone.
    """

    stream: int
    codec: str
    rate: int
    channels: int
    samples: int
    start_us: int = 0
    exact: bool = True

    @property
    def length(self) -> Fraction:
        """Length in seconds."""
        return Fraction(self.samples, self.rate)


@dataclass(frozen=True)
class VideoFacts:
    """The picture stream that is used: `zero_us` is its first picture's time in the container, film time 0.

    `length_us` is from there to the end of the last picture; `rate` in frames a second; `width` and `height` as
    stored, `sample_aspect` the shape of a pixel.
    """

    stream: int
    codec: str
    width: int
    height: int
    rate: Fraction
    zero_us: int
    length_us: int
    sample_aspect: Fraction = Fraction(1)


@dataclass(frozen=True)
class ImageFacts:
    """A picture file's format and size in pixels."""

    format: str
    width: int
    height: int


@dataclass(frozen=True)
class MediaFacts:
    """All that is known of one file. `fault` is a sentence where it cannot be used at all, with its remedy.

    `chapters` are those of the container: its time in microseconds, and a title.
    """

    path: Path
    container: str = ""
    audio: AudioFacts | None = None
    video: VideoFacts | None = None
    image: ImageFacts | None = None
    tags: dict[str, str] = field(default_factory=dict)
    has_cover: bool = False
    chapters: tuple[tuple[int, str], ...] = ()
    fault: Said = NOTHING
    remedy: Said = NOTHING
