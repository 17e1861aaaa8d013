"""What the songs and the film of *Backstage* share: bars, sections, and when whose foot or hand meets the floor.

120 beats a minute, four to the bar: a bar is 2 s, 48 frames of the film at 24 a second, 88200 samples at 44.1 kHz. The
first song swings (twelve places in a bar, 4 frames each), the second is straight (sixteen places of 3 frames). Both are
built on one rhythm: accents on the first, fourth and seventh eighth of a bar.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

BPM = 120
RATE = 44_100
FPS = 24
BAR_FRAMES = 48
BEAT_FRAMES = 12
BAR_SAMPLES = 88_200

DANCER, BREAKER = "dancer", "breaker"

LEVELS = {"X": 1.0, "x": 0.6}
"""X an accent, x a light one, a dot nothing."""

# The dancer's bars in the first song, swung: twelve places.
WALK, RUN_UP = "x..x..x..x..", "x..x..x.xX.x"
THEME, THEME_B, FULL, ROLL = "X.x..Xx..X.x", "X.x..Xx.xX.x", "X.xx.Xx.xXxx", "XxxXxxXxxXxx"
# Both dancers' bars in the second song and the breaker's in the first, straight: sixteen places.
BARE, CELL, ANSWER, TALK, RUSH = (
    "X.....X.....X...", "X..x..X..x..X.x.", "X..X..X...X.X...", "X.xx..X.xx..X.xx", "XxxxXxxxXxxxXxxx",
)  # fmt: skip
STEP, STAND, STILL = "X.......X.....x.", "X...............", "................"
STAND_SWUNG, STILL_SWUNG, BARE_SWUNG = "X...........", "............", "X....X...X.."


@dataclass(frozen=True)
class Section:
    """Some bars that belong together; the dancers' bars are as many, `STILL` where nothing of a dancer is heard."""

    name: str
    dancer: tuple[str, ...]
    breaker: tuple[str, ...]

    def __post_init__(self) -> None:
        assert len(self.dancer) == len(self.breaker)
        assert all(len(bar) in (12, 16) for bar in (*self.dancer, *self.breaker))


def _alone(name: str, *bars: str) -> Section:
    return Section(name, bars, (STILL,) * len(bars))


SONGS = (
    (
        _alone("corridor", WALK, WALK, WALK, RUN_UP),
        _alone("theme", THEME, THEME, THEME, THEME_B, THEME, THEME, THEME_B, ROLL),
        _alone("roof", THEME, THEME_B, THEME, FULL, THEME, THEME_B, FULL, ROLL),
        Section("stopped", (STAND_SWUNG, *[STILL_SWUNG] * 3), (STILL, BARE, ANSWER, STAND)),
        _alone("stage", THEME, THEME_B, THEME, FULL, THEME_B, FULL, THEME_B, ROLL),
        _alone("light", THEME_B, THEME_B, FULL, BARE_SWUNG),
    ),
    (
        Section(
            "circle",
            (BARE, BARE, STILL, STILL, CELL, TALK, STILL, STILL),
            (STILL, STILL, STEP, ANSWER, STILL, STILL, ANSWER, STAND),
        ),
        Section(
            "argument",
            (CELL, STILL, TALK, STILL, CELL, STILL, RUSH, STILL),
            (STILL, ANSWER, STILL, STEP, STILL, ANSWER, STILL, STAND),
        ),
        _alone("quiet", STAND, STILL, STAND, STILL, BARE, STILL, BARE, CELL),
        Section(
            "together",
            (CELL, TALK, CELL, TALK, CELL, TALK, TALK, RUSH),
            (BARE, BARE, BARE, BARE, ANSWER, ANSWER, ANSWER, ANSWER),
        ),
        Section(
            "finale",
            (TALK, TALK, TALK, RUSH, TALK, RUSH, BARE, STAND),
            (BARE, ANSWER, BARE, ANSWER, ANSWER, ANSWER, BARE, STAND),
        ),
    ),
)
"""The two songs, section by section: 36 bars (72 s) and 40 bars (80 s)."""

BARS = tuple(sum(len(section.dancer) for section in song) for song in SONGS)
SONG_SAMPLES = tuple(bars * BAR_SAMPLES for bars in BARS)
SONG_FRAMES = tuple(bars * BAR_FRAMES for bars in BARS)


@dataclass(frozen=True)
class Tap:
    """Something meets the floor: `frame` counts film frames from the start of its song; `foot` is 0 left, 1 right."""

    song: int
    frame: int
    who: str
    foot: int
    level: float

    @property
    def accent(self) -> bool:
        """Whether it is one of the loud ones."""
        return self.level == LEVELS["X"]

    @property
    def sample(self) -> int:
        """Index of its first sample in its song; on odd frames the half sample is left away."""
        return self.frame * RATE // FPS

    @property
    def seconds(self) -> Fraction:
        """Its time in its song."""
        return Fraction(self.frame, FPS)


@cache
def taps(song: int) -> tuple[Tap, ...]:
    """All taps of a song in the order of their times; each dancer's feet alternate."""
    found: list[Tap] = []
    for who in (DANCER, BREAKER):
        bars = [bar for section in SONGS[song] for bar in getattr(section, who)]
        count = 0
        for number, bar in enumerate(bars):
            for place, mark in enumerate(bar):
                if mark in LEVELS:
                    frame = number * BAR_FRAMES + place * BAR_FRAMES // len(bar)
                    found.append(Tap(song, frame, who, count % 2, LEVELS[mark]))
                    count += 1
    return tuple(sorted(found, key=lambda tap: (tap.frame, tap.who)))


def first_bar(song: int, name: str) -> int:
    """Index of the first bar of a section, from 0."""
    bar = 0
    for section in SONGS[song]:
        if section.name == name:
            return bar
        bar += len(section.dancer)
    raise ValueError(f"song {song} has no section {name!r}")
