"""When the feet fall: the one rhythm that the songs and the film of the demo share.

150 beats a minute, five to the bar: a bar is 2 s, an eighth 0.2 s, which is 5 frames at 25 a second and 8820 samples
at 44.1 kHz. So every tap stands on a film frame and on a sample, and every whole second on a tap.
"""

from __future__ import annotations

from dataclasses import dataclass

RATE = 44_100
FPS = 25
EIGHTHS_PER_BAR = 10
EIGHTH_SAMPLES = RATE // 5
EIGHTH_FRAMES = FPS // 5
BARS_PER_SONG = 16
SONG_SAMPLES = BARS_PER_SONG * EIGHTHS_PER_BAR * EIGHTH_SAMPLES

# One character an eighth: X an accent, x a tap, a dot nothing. The first and the sixth eighth are the whole seconds.
SONG_BARS = ("X..x.xX.x.", "X.xx.xX.xx")
LEVELS = {"X": 1.0, "x": 0.6}

# Pitches (MIDI) that name the second: the bell at second s of the programme is BELLS[s % 16].
BELLS = (69, 72, 74, 77, 76, 81, 79, 84, 82, 86, 89, 93, 94, 91, 88, 67)

JOIN_TONE = 50  # D3, 146.8 Hz, held through the join of the songs


@dataclass(frozen=True)
class Tap:
    """A foot on the floor, `eighth` eighths after the start of the programme; `foot` 0 is left, 1 right."""

    eighth: int
    foot: int
    level: float

    @property
    def sample(self) -> int:
        """Index of its first sample in the programme."""
        return self.eighth * EIGHTH_SAMPLES


def taps(pattern: str, bars: int, first_bar: int = 0) -> list[Tap]:
    """The taps of `bars` bars of one pattern, feet alternating."""
    found: list[Tap] = []
    for bar in range(first_bar, first_bar + bars):
        for eighth, mark in enumerate(pattern):
            if mark in LEVELS:
                found.append(Tap(bar * EIGHTHS_PER_BAR + eighth, len(found) % 2, LEVELS[mark]))
    return found


def song_taps() -> list[Tap]:
    """All taps of both songs, in order, counted from the start of the programme."""
    return [tap for song, bar in enumerate(SONG_BARS) for tap in taps(bar, BARS_PER_SONG, song * BARS_PER_SONG)]


def pitch_hz(midi: int) -> float:
    """Frequency of a MIDI note number, equal temperament, A4 = 440 Hz."""
    return 440.0 * 2.0 ** ((midi - 69) / 12)
