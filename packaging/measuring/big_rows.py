"""The rows of the big album."""

from __future__ import annotations

from collections.abc import Iterator

from measuring.bench import Figures
from measuring.memory import GROWTH_MB
from measuring.row import Row, most

OPEN_S, KEY_S, CLOSE_S, FILLED_S = 1, 0.5, 2, 1
FRAME_MS = 1000 / 60
PARKED_SHARE = 0.02
ROOM_MB = 64


def rows(figures: Figures) -> Iterator[Row]:
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
    yield most(text, memory["most_mb"] - memory["first_mb"], ROOM_MB, "MB more")
    yield most("growth once the room for small pictures is full", memory["growth_mb"], GROWTH_MB, "MB", 1)


def _beside(what: str, value: float, peer: float, bound: float, unit: str, digits: int) -> Row:
    text = f"{value:.{digits}f} {unit} (demo {peer:.{digits}f})"
    return Row(what, text, f"at most {bound:.3g} {unit}", value <= bound)
