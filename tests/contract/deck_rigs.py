"""The two decks the contract is held by, each with its clock and films: one suite asks both the same."""

from __future__ import annotations

import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Protocol

import numpy as np

from tests.fakes.deck import Behaviour, FakeDeck
from tests.support.processes import wait_until
from tests.support.small_media import BITS, make_film
from visualalbum.engine.ports import Deck, DeckReport, DeckState, Reading
from visualalbum.film.pictures import Picture
from visualalbum.film.pool import Pool
from visualalbum.media.clip import Clip
from visualalbum.media.conform import conform


class Rig(Protocol):
    """A deck in its surroundings."""

    deck: Deck
    clip: Clip
    other: Clip
    missing: Clip

    def now(self) -> int: ...

    def wait(self, done: Callable[[DeckReport], bool], what: str, limit_s: float = 3.0) -> DeckReport: ...

    def readings(self) -> list[Reading]: ...


def conformed(folder: Path, name: str, **film: object) -> Clip:
    """A numbered film (number n modulo 256 on picture n), conformed whole."""
    source = make_film(folder / f"{name}.mp4", **film)  # type: ignore[arg-type]
    return conform(source, 0, 0, 3_600_000_000, folder / f"{name}.mkv")


class Polled:
    """Keeps what every report of a deck says was shown."""

    deck: Deck

    def __init__(self) -> None:
        self._readings: list[Reading] = []

    def poll(self) -> DeckReport:
        report = self.deck.poll()
        self._readings += report.readings
        return report

    def readings(self) -> list[Reading]:
        return self._readings


class FakeRig(Polled):
    """A fake deck on a clock that moves when it is waited for."""

    def __init__(self, _folder: Path) -> None:
        super().__init__()
        self._now_ns = 1_000_000_000_000
        frames_us = tuple(index * 40_000 for index in range(150))
        clips = [
            Clip(
                Path(f"{name}.mkv"), Path(f"{name}.mp4"), 0, 6_000_000, frames_us, tuple(us // 1000 for us in frames_us)
            )
            for name in ("film", "other", "missing")
        ]
        self.clip, self.other, self.missing = clips
        self.deck = FakeDeck("A", self.now, Behaviour(broken={self.missing.source}))

    def now(self) -> int:
        return self._now_ns

    def wait(self, done: Callable[[DeckReport], bool], what: str, limit_s: float = 3.0) -> DeckReport:
        end_ns = self._now_ns + round(limit_s * 1e9)
        while not done(report := self.poll()):
            assert self._now_ns < end_ns, f"waited {limit_s} s for {what}"
            self._now_ns += 5_000_000
        return report

    def close(self) -> None:
        self.deck.close()


class RealRig(Polled):
    """A deck of libVLC, with numbered films; every picture the stage would get is read at its delivery."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.clip = conformed(folder, "film", frames=150, group=15, b_frames=2)
        self.other = conformed(folder, "other", frames=150, group=15, b_frames=0)
        self.missing = Clip(
            folder / "gone.mkv", folder / "gone.mp4", 0, 6_000_000, self.clip.frames_us, self.clip.frames_ms
        )
        self.seen: list[tuple[int, int]] = []
        self.pool = Pool(self._on_picture, 1)
        self.deck = self.pool.decks[0]

    def now(self) -> int:
        return time.monotonic_ns()

    def wait(self, done: Callable[[DeckReport], bool], what: str, limit_s: float = 3.0) -> DeckReport:
        reports: list[DeckReport] = []

        def holds() -> bool:
            reports.append(self.poll())
            return done(reports[-1])

        wait_until(holds, f"{what}; it is {self.deck.poll()}", limit_s, 0.002)
        return reports[-1]

    def held(self) -> int:
        """The number on the picture a stage would show now."""
        picture = self.deck.picture()
        assert picture is not None
        return number(picture)

    def prime(self, clip: Clip, index: int, serial: int = 1) -> DeckReport:
        """Prime picture `index` and wait until it is held."""
        self.deck.prime(clip, clip.frames_us[index], serial)
        return self.wait(lambda report: report.state is DeckState.PRIMED, f"picture {index} to be primed")

    def roll_a_quarter_of_a_second(self, in_ns: int) -> tuple[int, list[int]]:
        """Roll in `in_ns` and park 250 ms after that; returns when it was to roll, and the numbers seen until then."""
        due_ns = self.now() + in_ns
        self.deck.roll_at(due_ns)
        self.wait(lambda _report: self.now() > due_ns + 250_000_000, "a quarter of a second of film")
        self.deck.park_at(0)
        self.wait(lambda report: report.state is DeckState.PARKED, "a parked deck")
        return due_ns, list(dict.fromkeys(number for _instant, number in self.seen))

    def close(self) -> None:
        self.pool.close()

    def _on_picture(self, _name: str) -> None:
        """libVLC's thread."""
        self.seen.append((time.monotonic_ns(), self.held()))


def number(picture: Picture) -> int:
    """The number that is painted on a picture, modulo 256."""
    rows = np.frombuffer(picture.buffer, np.uint8).reshape(picture.height, picture.stride)
    line = rows[picture.height // 2, 1 : picture.width * 4 : 4]
    columns = [(bit * 2 + 1) * picture.width // (BITS * 2) for bit in range(BITS)]
    return sum(1 << bit for bit, column in enumerate(columns) if line[column] > 127)


RATES = {
    "24": Fraction(24),
    "25": Fraction(25),
    "29.97": Fraction(30000, 1001),
    "60": Fraction(60),
}
