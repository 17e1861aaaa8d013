"""A screen and a sink with a recorder on both: put a player there, get the recording."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.players import Playing, playing
from tests.support.pulse import Pulse, null_sink
from tests.support.recorder import Area, Recording, recording
from tests.support.xvfb import Screen, virtual_screen


@dataclass(frozen=True)
class Studio:
    """A running screen and sink; recordings go to folders below `folder`."""

    screen: Screen
    pulse: Pulse
    folder: Path

    def record(
        self,
        name: str,
        command: Sequence[str | Path],
        drive: Callable[[Playing], object],
        layout: str = "measured",
        area: Area | None = None,
    ) -> Recording:
        """Record a player while `drive` has it in hand; it is ended afterwards.

        `layout` is that of its barcodes, `area` where on the screen they are (None: all of it).

        Raises RuntimeError with the player's own words where nothing at all was heard.
        """
        folder = self.folder / name
        log = folder / "player.log"
        with (
            recording(self.screen, self.pulse.ear, folder, layout, area) as made,
            playing(command, self.screen, self.pulse, log) as player,
        ):
            drive(player)
        if not made.samples.any():
            raise RuntimeError(f"{name}: nothing was heard: {(folder / 'player.log').read_text(errors='replace')}")
        return made


def until_end(limit_s: float) -> Callable[[Playing], int]:
    """Let a player go on until it ends by itself."""
    return lambda player: player.wait(limit_s)


@contextmanager
def studio(folder: Path, width: int = 640, height: int = 360) -> Iterator[Studio]:
    """Run a screen and a sink until the block ends; makes the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with virtual_screen(width, height) as screen, null_sink() as pulse:
        yield Studio(screen, pulse, folder)
