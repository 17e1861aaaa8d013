"""From figures to a table: each row has a figure, the bound it must keep and whether it does."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from measuring import line_table

MEDIAN_MS, WITHIN_MS = 4, 12
SHOWN_PERCENT = 95
FIRST_S = 3
LOCATE_MS = 400
CPU_RATIO = 1.5
GROWTH_MB = 20
CLICK_MS = 100
SCROLL_MS = 1000 / 60 + 0.3  # 60 a second, as exactly as the recorder looks
OPEN_S, KEY_S, CLOSE_S, FILLED_S = 1, 0.5, 2, 1
FRAME_MS = 1000 / 60
PARKED_SHARE = 0.02
ROOM_MB = 64
BLOCKED_MS = 200  # a picture that stood for less says that nothing was blocked


@dataclass(frozen=True)
class Row:
    """A line of the table."""

    what: str
    figure: str
    bound: str
    kept: bool


def _drift(what: str, figures: dict[str, Any]) -> Row:
    median, within, count = figures["median_ms"], figures["within_ms"], figures["count"]
    kept = abs(median) <= MEDIAN_MS and within <= WITHIN_MS
    text = "no frame seen" if math.isnan(median) else f"{median:+.1f} ms, 99 % within {within:.1f} ({count} frames)"
    return Row(f"picture to song {what}", text, f"±{MEDIAN_MS} ms, 99 % within {WITHIN_MS}", kept)


def _most(what: str, value: float | None, bound: float, unit: str, digits: int = 0) -> Row:
    if value is None:
        return Row(what, "never", f"at most {bound:g} {unit}", False)
    return Row(what, f"{value:.{digits}f} {unit}", f"at most {bound:g} {unit}", value <= bound)


def _none(what: str, count: int) -> Row:
    return Row(what, str(count), "0", count == 0)


def _album(figures: dict[str, Any]) -> Iterator[Row]:
    yield _drift("steady", figures["steady"])
    yield _drift("from 1 s after the start", figures["after_start"])
    cuts = figures["each_cut"]
    frame_ms = figures["frame_ms"]
    if figures["cuts_planned"]:
        yield _drift("in the first second after a cut", figures["after_cuts"])
        right, planned = sum(cut["right"] for cut in cuts), figures["cuts_planned"]
        yield Row("first frame after a cut is the in-point's", f"{right} of {planned}", "all", right == planned)
        worst = max((abs(cut["late_ms"]) for cut in cuts), default=math.nan)
        yield Row("worst instant of a cut", f"{worst:.1f} ms off", f"one frame ({frame_ms:.0f} ms)", worst <= frame_ms)
        yield _none("breaks of the sound where the two songs join", figures["join_seams"])
    percent, expected = figures["shown_percent"], figures["frames_expected"]
    kept = percent >= SHOWN_PERCENT
    yield Row("frames shown", f"{percent:.1f} % of {expected}", f"at least {SHOWN_PERCENT} %", kept)
    yield _none("pictures nobody planned", len(figures["unplanned"]))
    yield _none("breaks of the sound, from start to end", len(figures["seams"]) + figures["rolls"] - 1)
    yield _most("first picture after the command", figures["first_picture_s"], FIRST_S, "s", 2)
    yield _most("first sound after the command", figures["first_sound_s"], FIRST_S, "s", 2)


KEYS = {"resume": "a resume", "right": "a locate forwards", "left": "a locate back", "next track": "a next track"}


def _transport(figures: dict[str, Any]) -> Iterator[Row]:
    for name, what in KEYS.items():
        if name in figures:
            yield _drift(f"from 1 s after {what}", figures[name]["frames"])
            if name != "resume":
                yield _most(f"picture after {what}", figures[name]["picture_ms"], LOCATE_MS, "ms")
                yield _most(f"sound after {what}", figures[name]["sound_ms"], CLICK_MS, "ms")


def _window(figures: dict[str, Any]) -> Iterator[Row]:
    for name, what in (
        ("closed", "nothing opened"),
        ("opened", "each panel in turn, words and figures over it"),
    ):
        shown = figures[name]
        yield _drift(f"steady in a window, {what}", shown["steady"])
        yield _none(f"pictures nobody planned, {what}", len(shown["unplanned"]))
        yield _none(f"breaks of the sound, {what}", len(shown["seams"]) + shown["rolls"] - 1)
    marks = figures["marks"]
    for name in ("lines", "words"):
        median, within, frame_ms = marks[name]["median_ms"], marks[name]["within_ms"], marks["frame_ms"]
        text = f"{median:+.1f} ms, 99 % within {within:.1f} ({marks[name]['count']})"
        yield Row(f"{name} marked, to the song", text, f"one frame ({frame_ms:.0f} ms)", within <= frame_ms)
    yield _none("words never marked", marks["missed"])
    scrolling, clicks = figures["scrolling"], figures["clicks"]
    yield _most("scrolling words over 1080p, from step to step, median", scrolling["median_ms"], SCROLL_MS, "ms", 1)
    yield _most("the same, 99 %", scrolling["most_ms"], 2 * SCROLL_MS, "ms", 1)
    heard = f"{clicks['heard']} of {clicks['clicked']}"
    yield Row("clicked paragraphs that were heard", heard, "all", clicks["heard"] == clicks["clicked"])
    yield _most("sound after a click on a paragraph, median", clicks["median_ms"], CLICK_MS, "ms")
    yield _most("the same, the slowest", clicks["most_ms"], CLICK_MS, "ms")
    yield _most("sound off the paragraph's moment", clicks["off_ms"], WITHIN_MS, "ms", 1)
    yield _drift("from 0.3 s after a click", clicks["frames"])


def _big(figures: dict[str, Any]) -> Iterator[Row]:
    """The big album's rows, each with the demo's figure of the same run; a frame is one of 60 a second."""
    empty_s, demo, album = figures["empty"]["shown_s"], figures["demo"], figures["big"]
    yield Row("a window without an album", f"{empty_s:.2f} s", "told", True)
    for how in ("cold", "warm"):
        for key, bound, said in (
            ("shown_s", OPEN_S, "opened, after that window"),
            ("key_s", KEY_S, "a key is answered"),
            ("closed_s", CLOSE_S, "closed"),
        ):
            less_s = empty_s if key == "shown_s" else 0
            ours, peer = album[how][key] - less_s, demo[how][key] - less_s
            yield _beside(f"big album, {how} cache: {said}", ours, peer, bound, "s", 2)
    yield _beside("big album: processor while parked", album["parked"], demo["parked"], PARKED_SHARE, "of a core", 3)
    scrolled, beside = dict(album["scroll"]), dict(demo["scroll"])
    filled_s, peer_s = (max(one.pop("filled_ms")) / 1000 for one in (scrolled, beside))
    yield _beside("gallery: all in view is there after a jump", filled_s, peer_s, FILLED_S, "s", 2)
    for name, taken in scrolled.items():
        peer = beside[name]
        for key, said in (("painted_ms_median", "painted after (median)"), ("worked_ms_p99", "own work (99 %)")):
            yield _beside(f"{name}: {said}", taken[key], peer[key], FRAME_MS, "ms", 1)
        text = f"{taken['painted_ms_p99']:.1f} ms (demo {peer['painted_ms_p99']:.1f})"
        yield Row(f"{name}: painted after (99 %)", text, "told", True)
    memory = figures["memory"]
    text = f"1000 pictures of 12 megapixels looked through, from {memory['first_mb']:.0f} MB on, at most"
    yield _most(text, memory["most_mb"] - memory["first_mb"], ROOM_MB, "MB more")
    yield _most("growth once the room for small pictures is full", memory["growth_mb"], GROWTH_MB, "MB", 1)


def _beside(what: str, value: float, peer: float, bound: float, unit: str, digits: int) -> Row:
    text = f"{value:.{digits}f} {unit} (demo {peer:.{digits}f})"
    return Row(what, text, f"at most {bound:.3g} {unit}", value <= bound)


def _covering(lines: list[dict[str, Any]]) -> Iterator[Row]:
    """One row for each line, since the table of all players has the figures, and what these are worth."""
    for row in line_table.line_rows(lines):
        if row.ours:
            missed = [head for head, cell in zip(line_table.HEADS[2:], row.cells, strict=False) if not cell.kept]
            text = row.broken or (f"missed: {', '.join(missed)}" if missed else f"{row.cells[0].text} ms, all kept")
            yield Row(row.line, text, "see the table of kinds", row.kept)
    recorders = {str(line["zero"]): line["zero"] for line in lines}
    for recorder in recorders.values():
        read = line_table.accuracy_row(recorder)
        yield Row("the recorder given errors", read.text, f"within {line_table.READ_MS:g} ms", read.kept)
        median_ms, apart_ms = recorder["median_ms"], line_table.spread_ms(recorder)
        starts = len(recorder["starts_ms"])
        yield Row(f"mpv's zero, of {starts} starts", f"{median_ms:.1f} ms, {apart_ms:.2f} ms apart", "told", True)


def rows(figures: dict[str, Any]) -> list[Row]:
    """The table of all that was measured."""
    found = [*_album(figures["album"])] if "album" in figures else []
    found += _transport(figures.get("transport", {}))
    found += _window(figures["window"]) if "window" in figures else ()
    for kind, what in (("block-python", "in Python"), ("block-c", "in a C call")):
        if kind in figures:
            breaks = figures[kind]["rolls"] - 1 + len(figures[kind]["seams"])
            freeze = figures[kind]["longest_freeze_ms"]
            row = _none(f"breaks of the sound, GUI blocked {what} (picture stood {freeze:.0f} ms)", breaks)
            found.append(replace(row, kept=row.kept and freeze >= BLOCKED_MS))
    if "cpu" in figures:
        cost = figures["cpu"]
        text = f"{cost['ratio']:.2f} ({cost['program']:.2f} to {cost['mpv']:.2f} of a core)"
        kept = cost["ratio"] <= CPU_RATIO
        found.append(Row("processor for 1080p24 against mpv", text, f"at most {CPU_RATIO}", kept))
    found += _big(figures["big"]) if "big" in figures else []
    found += _covering(figures["covering"]) if "covering" in figures else []
    if "memory" in figures:
        growth, minutes = figures["memory"]["growth_mb"], figures["memory"]["minutes"]
        found.append(_most(f"memory grown in {minutes} minutes", growth, GROWTH_MB, "MB", 1))
    return found


def markdown(table: list[Row], figures: dict[str, Any] | None = None) -> str:
    """The table as Markdown, and below it that of the covering set where it was played."""
    lines = ["| what | figure | bound | |", "|---|---|---|---|"]
    lines += [f"| {row.what} | {row.figure} | {row.bound} | {'kept' if row.kept else 'MISSED'} |" for row in table]
    if figures and "covering" in figures:
        lines += ["", line_table.markdown(figures["covering"])]
    return "\n".join(lines)
