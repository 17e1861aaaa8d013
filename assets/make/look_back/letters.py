"""What is written by hand in the film: digits and a few hiragana, stroke by stroke in the order they are written."""

from __future__ import annotations

from look_back.curves import Points, moved

STROKES = {
    "1": "36,22 54,8 53,50 54,92",
    "2": "22,28 40,8 70,14 72,40 44,66 20,92 50,90 84,92",
    "3": "24,16 52,8 74,24 48,46 78,66 58,92 22,84",
    "5": "76,10 36,10 28,44 60,42 80,66 56,92 22,84",
    "6": "70,8 36,36 24,70 46,92 74,74 54,54 28,68",
    "7": "18,12 80,10 58,46 44,94",
    "9": "74,30 50,10 28,30 48,50 74,30 70,64 56,94",
    "4": "58,8 40,40 18,64 50,64 86,62;64,34 62,66 62,94",
    "8": "74,20 48,8 28,26 50,46 74,66 52,92 24,72 48,48 74,20",
    "0": "54,8 28,24 20,56 40,92 68,84 82,50 74,20 54,8",
    "あ": "20,28 50,26 80,22;46,8 44,40 47,76 55,90;70,38 58,66 36,86 18,80 18,64 36,48 62,43 84,55 87,75 70,91 58,95",
    "し": "32,8 30,50 34,80 52,91 74,80 88,60",
    "た": "12,28 36,28 62,22;38,8 30,44 12,90;54,48 70,44 87,45;50,68 51,84 68,90 90,86",
    "お": "12,32 36,30 62,26;36,8 38,40 36,76 26,86 12,76 22,58 48,46 73,50 83,66 74,83 55,91;70,16 80,22 90,34",
    "や": "8,48 40,33 68,25 87,36 80,54 60,58;46,4 52,10 56,18;26,20 38,56 53,96",
    "す": "6,28 50,26 94,22;54,6 56,40 54,58 42,65 33,54 42,42 54,46 58,62 52,82 36,98",
    "み": "20,16 38,17 52,14 42,44 24,80 11,78 14,62 34,56 62,64 92,78;76,40 74,66 60,94",
}
"""For each sign its strokes, as places on a square of 100."""


def written(text: str, x: float, y: float, size: float, gap: float = 1.08) -> list[Points]:
    """The strokes of a text with its top left at (x, y), in the order in which they are written."""
    found = []
    for place, sign in enumerate(text):
        for stroke in STROKES[sign].split(";"):
            points = [(float(a), float(b)) for a, b in (pair.split(",") for pair in stroke.split())]
            found.append(moved(points, x + place * size * gap, y, size / 100))
    return found
