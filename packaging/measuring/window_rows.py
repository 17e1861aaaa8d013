"""The rows of the window at work."""

from __future__ import annotations

from collections.abc import Iterator

from measuring.bench import Figures
from measuring.row import WITHIN_MS, Row, drift, most, none
from measuring.transport import CLICK_MS

SCROLL_MS = 1000 / 60 + 0.3  # 60 a second, as exactly as the recorder looks


def rows(figures: Figures) -> Iterator[Row]:
    """Figures with nothing opened and with all, of marks, of scrolling and of clicks."""
    for name, what in (
        ("closed", "nothing opened"),
        ("opened", "each panel in turn, words and figures over it"),
    ):
        shown = figures[name]
        yield drift(f"steady in a window, {what}", shown["steady"])
        yield none(f"pictures nobody planned, {what}", len(shown["unplanned"]))
        yield none(f"breaks of the sound, {what}", len(shown["seams"]) + shown["rolls"] - 1)
    marks = figures["marks"]
    for name in ("lines", "words"):
        median, within, frame_ms = marks[name]["median_ms"], marks[name]["within_ms"], marks["frame_ms"]
        text = f"{median:+.1f} ms, 99 % within {within:.1f} ({marks[name]['count']})"
        yield Row(f"{name} marked, to the song", text, f"one frame ({frame_ms:.0f} ms)", within <= frame_ms)
    yield none("words never marked", marks["missed"])
    scrolling, clicks = figures["scrolling"], figures["clicks"]
    yield most("scrolling words over 1080p, from step to step, median", scrolling["median_ms"], SCROLL_MS, "ms", 1)
    yield most("the same, 99 %", scrolling["most_ms"], 2 * SCROLL_MS, "ms", 1)
    heard = f"{clicks['heard']} of {clicks['clicked']}"
    yield Row("clicked paragraphs that were heard", heard, "all", clicks["heard"] == clicks["clicked"])
    yield most("sound after a click on a paragraph, median", clicks["median_ms"], CLICK_MS, "ms")
    yield most("the same, the slowest", clicks["most_ms"], CLICK_MS, "ms")
    yield most("sound off the paragraph's moment", clicks["off_ms"], WITHIN_MS, "ms", 1)
    yield drift("from 0.3 s after a click", clicks["frames"])
