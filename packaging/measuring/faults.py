"""Films that go wrong while they play: deleted, cut short and put back, and damaged in the middle of a segment.

The album has a cover with a barcode of its own, so that what stands in for a film is told apart from black.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

import av

from measuring.bench import Bench, Figures
from measuring.programs import SHY_OF_END_S
from measuring.row import WITHIN_MS, Row, least, most, none, within
from measuring.zero import LIMIT_S
from tests.support import albums, clips, processes
from tests.support.analysis import Analysis, figures
from tests.support.players import Playing

COVER = 15
"""The film's number in the barcode of the cover."""

PARTS = (
    (albums.Part(300, Fraction(0)), albums.Part(37, Fraction(4)), albums.Part(512, Fraction("8.28"))),
    (albums.Part(150, Fraction(0)), albums.Part(463, Fraction("3.6")), albums.Part(12, Fraction("7.44"))),
)
GONE_S, BACK_S = 5.2, 14.0
"""Programme times: within the second segment, and within the fourth."""

DAMAGED = range(62, 88)
"""Frames of the second segment, from 1 s after its start on, whose packets hold noise."""

SLACK_MS = 100.0
"""Two frames and a tick, for what is on its way to the screen."""

LATE_MS, STUCK_MS = 250 + SLACK_MS, 500 + 300 + SLACK_MS
"""How long a picture may stand by ARCHITECTURE.md: 0.25 s where a film has none, then the cover; where a deck stops in
its course, until the next picture is half a second overdue and another deck, primed 0.3 s ahead, takes over."""

REJOIN_S = 2.5
"""A film that is back is tried every 2 s; its clip is made and primed within half a second."""

JOINED_S = 1.0
"""So long after a picture has come back it is settled; what it shows at first may be a picture beside the right one."""


@dataclass(frozen=True)
class Accident:
    """What happens to a film `before` it plays, or from GONE_S to BACK_S; a picture may stand for `stale_ms` then."""

    what: str
    before: Callable[[Path], None] = lambda film: None
    gone: Callable[[Path], None] | None = None
    stale_ms: float = LATE_MS


def truncate(film: Path) -> None:
    """Cut a file to a third of its size."""
    with film.open("r+b") as file:
        file.truncate(film.stat().st_size // 3)


def damage(film: Path) -> None:
    """Write noise over the packets of DAMAGED, all but the length and kind that each begins with."""
    with av.open(str(film)) as container:
        stream = container.streams.video[0]
        rate, base = stream.average_rate, stream.time_base
        assert rate is not None
        assert base is not None
        places = [
            (packet.pos, packet.size)
            for packet in container.demux(stream)
            if packet.pos is not None and packet.pts is not None and round(packet.pts * base * rate) in DAMAGED
        ]
    with film.open("r+b") as file:
        for place, size in places:
            file.seek(place + 8)
            file.write(bytes(173 * index % 251 for index in range(max(0, size - 8))))


ACCIDENTS = {
    "deleted": Accident("film deleted and put back", gone=lambda film: film.unlink()),
    "truncated": Accident("film cut short and put back", gone=truncate),
    "damaged": Accident("decoder failing in mid-segment", before=damage, stale_ms=STUCK_MS),
}


def measure(bench: Bench) -> Figures:
    """Each accident while the six segments play."""
    return {name: _happens(bench, name, accident) for name, accident in ACCIDENTS.items()}


def _happens(bench: Bench, name: str, accident: Accident) -> Figures:
    stage = bench.stage
    folder = stage.folder / f"faults-{name}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    # The program keeps clips of files that it knows: this one is of today.
    whole, film = clips.film(bench.setting.film), folder / "film.mp4"
    shutil.copyfile(whole, film)
    accident.before(film)
    album = albums.album(folder, bench.setting.film, PARTS)
    _own_film(album.manifest, film.name, cover(folder, bench.setting.film))
    show = bench.ours.playing(album)
    lines = folder / "screen.jsonl"
    happened: list[int] = []

    seen = f'"film": {bench.setting.film.number},'  # the cover may be seen before it

    def drive(player: Playing) -> None:
        processes.wait_until(lambda: seen in lines.read_text(), "a first picture", LIMIT_S)
        if accident.gone is not None:
            time.sleep(GONE_S)
            accident.gone(film)
            happened.append(time.monotonic_ns())
            time.sleep(BACK_S - GONE_S)
            spare = film.with_suffix(".part")
            shutil.copyfile(whole, spare)
            spare.replace(film)
            happened.append(time.monotonic_ns())
        player.wait(LIMIT_S)

    until_s = float(album.plan.length) - SHY_OF_END_S
    recording = stage.record(folder.name, show.command, drive)
    return told_of(Analysis(recording, album.plan, until_s=until_s), happened[-1:], bench.zero_ms)


def cover(folder: Path, like: clips.Film) -> str:
    """A picture with a barcode of its own, in a folder; its name."""
    bright = clips.frame(replace(like, number=COVER), 1)
    picture = av.VideoFrame.from_ndarray(bright, format="gray")
    with av.open(str(folder / "cover.png"), "w", format="image2", options={"update": "1"}) as out:
        stream = out.add_stream("png", rate=1)
        stream.width, stream.height, stream.pix_fmt = like.width, like.height, "gray"
        out.mux(stream.encode(picture))
        out.mux(stream.encode())
    return "cover.png"


def _own_film(manifest: Path, film: str, picture: str) -> None:
    """Let an album play this file beside it, and have a cover."""
    lines = manifest.read_text().splitlines()
    named = [f"  film: {{file: {film}}}" if line.startswith("  film: {file:") else line for line in lines]
    manifest.write_text("\n".join([named[0], named[1], f"cover: {picture}", *named[2:]]) + "\n")


def told_of(seen: Analysis, back_ns: list[int], zero_ms: float) -> Figures:
    """What was heard and seen: breaks, black, the longest old picture, and how the film came back.

    `back_ns` is when the film was whole again; empty where it was whole from the next segment on.
    """
    first, end = seen.rolls[0].first_ns, seen.rolls[-1].end_ns
    heard = [sight for sight in seen.recording.sights if first + 5e8 < sight.instant_ns < end - 5e8]
    shown = sorted(seen.shown, key=lambda frame: frame.sight.instant_ns)
    stood = [(sight.gone_ns - sight.first_ns) / 1e6 for sight in heard if sight.kind == "frame" and sight.film != COVER]
    since_s = _whole_again_s(seen, back_ns)
    after = [frame for frame in shown if frame.programme_s >= since_s]
    settled = [frame.late_ms for frame in after if frame.programme_s >= after[0].programme_s + JOINED_S]
    return {
        "rolls": len(seen.rolls),
        "seams": sum(len(roll.seams) for roll in seen.rolls),
        "black_ms": sum(sight.gone_ns - sight.first_ns for sight in heard if sight.kind == "black") / 1e6,
        "stood_ms": max(stood, default=0.0),
        "stood_in_ms": sum(sight.gone_ns - sight.first_ns for sight in heard if sight.film == COVER) / 1e6,
        "missing": len(seen.missing),
        "back_s": after[0].programme_s - since_s if after else None,
        "after": vars(figures(settled, zero_ms)),
    }


def _whole_again_s(seen: Analysis, back_ns: list[int]) -> float:
    """The programme time from which the film can be shown again."""
    if back_ns:
        return seen.rolls[0].programme_s(back_ns[0])
    return next(float(part.start) for part in seen.plan.segments if DAMAGED.stop not in part.frames and part.start > 4)


def rows(figures: Figures) -> Iterator[Row]:
    for name, accident in ACCIDENTS.items():
        of = figures[name]
        yield none(f"breaks of the sound, {accident.what}", of["rolls"] - 1 + of["seams"])
        yield most(f"black, {accident.what}", of["black_ms"], 0, "ms")
        # Where no frame was lost nothing was tried.
        yield least(f"frames lost, {accident.what}", of["missing"], 1, "", 0)
        stood = f"longest picture that stood, {accident.what} (cover for {of['stood_in_ms']:.0f} ms)"
        yield most(stood, of["stood_ms"], accident.stale_ms, "ms")
        back = f"picture back after the film, or with the next segment, {accident.what}"
        yield most(back, of["back_s"], REJOIN_S, "s", 2)
        yield within(f"once it is back, {accident.what}", of["after"], WITHIN_MS)
