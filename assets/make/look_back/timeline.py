"""When everything of the film happens, in frames at 24 a second: shots, every stroke of a pencil, and what is heard."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from look_back import bird
from look_back.curves import Points, at, moved, oval, smooth
from look_back.letters import written

FPS = 24
FRAMES = 960
SHOTS = {
    "sheet one": 0, "alone": 132, "window": 216, "wall": 408, "tired": 492, "together": 576, "last sheet": 660,
    "flip": 756, "road": 816, "futon": 888,
}  # fmt: skip
"""The first frame of each shot."""

SEASONS = tuple(SHOTS["window"] + 10 + 46 * season for season in range(4))
"""The frames on which the panes grow light, spring to winter, as the train comes by."""
PINS = tuple(SHOTS["wall"] + frame for frame in (22, 30, 37, 43, 48, 52))
"""The frames on which a strip is pinned to the wall."""
LAMP = SHOTS["tired"] + 30
"""The frame on which somebody turns on the second lamp."""
HEAD_UP, TURNING, TURNED = LAMP + 10, LAMP + 24, LAMP + 28
EYE = 116
"""The frame on which the bird on sheet 1 gets its eye."""
PUT_DOWN = (SHOTS["flip"] + 2, SHOTS["flip"] + 6)
"""The frames on which the two pencils are put down."""
KANA = tuple(SHOTS["futon"] + 12 * place for place in (1, 2, 3, 4))
"""The frames on which the four signs of the last word are begun."""
LEAVES = SHOTS["flip"] + 50
"""The frame on which the bird has left the paper."""


@dataclass(frozen=True, eq=False)
class Mark:
    """A stroke: from a frame on for some frames; `side` is where it is heard, -1 left to 1 right."""

    start: int
    frames: int
    side: float = 0.0
    loud: float = 1.0
    path: Points | None = None
    """Where the pencil goes on the picture; None where only the hand is seen to move."""
    hand: str = "right"

    @property
    def end(self) -> int:
        """The frame on which the pencil is lifted."""
        return self.start + self.frames

    def done(self, frame: float) -> float:
        """How much of it is drawn at a frame, 0 to 1; a hand starts and stops gently."""
        part = min(1.0, max(0.0, (frame - self.start) / self.frames))
        return part * part * (3 - 2 * part)


def _marks(shot: str, strokes: list[tuple[int, int, Points]], side: float = 0.0, hand: str = "right",
           loud: float = 1.0) -> list[Mark]:  # fmt: skip
    first = SHOTS[shot]
    return [Mark(first + start, frames, side, loud, smooth(path), hand) for start, frames, path in strokes]


@cache
def sheet_one() -> tuple[Mark, ...]:
    """The bird of the first sheet: long strokes, then short ones, and at the end its eye."""
    times = ((10, 20), (36, 20), (60, 16), (80, 4), (86, 4), (92, 4), (100, 5), (108, 5), (EYE, 3))
    paths = [moved(path, 40, -10, 1.06) for path in bird.PERCHED]
    return tuple(_marks("sheet one", [(*time, path) for time, path in zip(times, paths, strict=True)]))


@cache
def last_sheet() -> tuple[Mark, ...]:
    """The bird with open wings, drawn by two hands, and the number of the sheet."""
    left = [(12, 16, bird.OPEN_WING), (31, 3, bird.OPEN_QUILLS[0]), (36, 3, bird.OPEN_QUILLS[1]),
            (41, 3, bird.OPEN_QUILLS[2]), (47, 6, bird.OPEN_BODY)]  # fmt: skip
    right = [(4, 9, bird.OPEN_HEAD), *((start, frames, bird.other_side(path)) for start, frames, path in (
        (22, 16, bird.OPEN_WING), (42, 3, bird.OPEN_QUILLS[0]), (47, 3, bird.OPEN_QUILLS[1]),
        (52, 3, bird.OPEN_QUILLS[2]), (57, 5, bird.OPEN_BODY))), (64, 7, bird.OPEN_TAIL)]  # fmt: skip
    number = zip(((76, 3), (80, 3), (84, 5), (90, 4)), written("480", *NUMBER), strict=True)
    right += [(*time, path) for time, path in number]
    marks = _marks("last sheet", [(a, b, smooth(c)) for a, b, c in left], -0.5, "left")
    marks += _marks("last sheet", [(a, b, smooth(c)) for a, b, c in right], 0.5)
    return tuple(sorted(marks, key=lambda mark: mark.start))


NUMBER = (950, 84, 50)
"""Where a sheet has its number: x, y, size."""
CALENDAR = (862, 150, 62, 56)
"""The calendar on the wall: the first day's x and y, the width and the height of a day."""


@cache
def tomorrow() -> tuple[Mark, ...]:
    """The ring around the last day of the calendar, and the word beside it."""
    x, y, wide, high = CALENDAR
    ring = oval(x + 4 * wide, y + 4 * high, wide * 1.0, high * 0.98, turn=-8)
    strokes = [(46, 9, ring)]
    times = ((58, 3), (62, 3), (66, 5), (72, 3))
    word = written("あした", x + 1.62 * wide, y + 4.95 * high, 54)
    for (start, frames), path in zip(times, word[:4], strict=True):
        strokes.append((start, frames, path))
    strokes += [(75 + 2 * place, 2, path) for place, path in enumerate(word[4:])]
    return tuple(_marks("wall", strokes, 0.35, loud=0.8))


@cache
def good_night() -> tuple[Mark, ...]:
    """The last word, that nobody's hand is seen to write."""
    strokes = written("おやすみ", 740, 186, 66, 122 / 66)
    starts = (12, 16, 20, 24, 28, 31, 36, 40, 48, 53)
    frames = (3, 3, 2, 3, 2, 3, 3, 5, 4, 3)
    return tuple(_marks("futon", list(zip(starts, frames, strokes, strict=True)), 0.3, loud=0.5))


def _unseen(first: int, pattern: str, side: float, loud: float, hand: str) -> list[Mark]:
    """Strokes of a hand that is far away; a digit is a stroke of so many frames, a dot a frame of rest."""
    found, frame = [], first
    for sign in pattern:
        if sign != ".":
            found.append(Mark(frame, int(sign), side, loud, None, hand))
        frame += int(sign) if sign != "." else 1
    return found


@cache
def marks() -> tuple[Mark, ...]:
    """Every stroke of the film that is heard, in the order of their starts."""
    far = _unseen(SHOTS["alone"] + 4, "7..6..4.4.4....8...7..3.3.3...6", -0.55, 0.5, "right")
    far += _unseen(SHOTS["tired"] + 2, "6...7", -0.45, 0.6, "right")
    far += _unseen(LAMP + 12, "6..7..3.3.3..6", 0.7, 0.5, "left")
    far += _unseen(SHOTS["together"] + 2, "6..4.4...7..5.....6..4.4..8..7..3.3", 0.6, 0.5, "left")
    far += _unseen(SHOTS["together"] + 30, "7..5..3.3.3..6...7..4", -0.6, 0.5, "right")
    near = (*sheet_one(), *tomorrow(), *last_sheet(), *good_night())
    return tuple(sorted((*far, *near), key=lambda mark: mark.start))


def tip(strokes: tuple[Mark, ...], frame: float, rest: tuple[float, float]) -> tuple[float, float, float]:
    """Where a pencil's point is, and how high it is lifted (0 to 1): on a stroke, or on the way to the next."""
    here, since = rest, strokes[0].start - 14.0
    for mark in strokes:
        assert mark.path is not None
        if frame < mark.start:
            part = min(1.0, max(0.0, (frame - since) / (mark.start - since)))
            part = part * part * (3 - 2 * part)
            there = at(mark.path, 0)
            up = 4 * part * (1 - part)
            return here[0] + (there[0] - here[0]) * part, here[1] + (there[1] - here[1]) * part, up
        if frame <= mark.end:
            return *at(mark.path, mark.done(frame)), 0.0
        here, since = at(mark.path, 1), float(mark.end)
    part = min(1.0, (frame - since) / 14)
    return here[0] + (rest[0] - here[0]) * part**2, here[1] + (rest[1] - here[1]) * part**2, min(1.0, 3 * part)


def swing(frame: float, side: float) -> float:
    """How a far hand moves on its sheet at a frame, -1 to 1; it rests at 0 between strokes."""
    for mark in marks():
        if mark.path is None and mark.side * side > 0 and mark.start <= frame <= mark.end:
            part = mark.done(frame)
            return 2 * part - 1
    return 0.0
