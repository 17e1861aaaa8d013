"""`python -m tests.support.broken_play DEFECT play ...`: the real program with one defect put in, to see it noticed."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import wave
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

from visualalbum.cli import main
from visualalbum.engine.follower import Follower
from visualalbum.engine.joining import Joining
from visualalbum.engine.policy import HOLD
from visualalbum.engine.ports import SoundReport
from visualalbum.engine.staging import Staging
from visualalbum.film.deck import Deck
from visualalbum.sound.client import SoundProcess
from visualalbum.timeline.cues import SongClip, SoundPlan
from visualalbum.timeline.stage import FilmShown, Stage

LOST_S = Fraction(1, 50)
SHORT_S = Fraction(1, 1000)
CLICK_RATE = 48000
LATE_NS = 30_000_000
UNTOLD_NS = 80_000_000


def stale_cuts() -> None:
    """The stage changes over 80 ms late."""
    build = Staging.__init__
    Staging.__init__ = lambda self, sequencer, policy, now: build(  # type: ignore[method-assign]
        self, sequencer, replace(policy, stage_lead_us=-80_000), now
    )


def hole_at_the_join() -> None:
    """The first song's last 20 ms are silent."""
    _sound_other_songs(lambda songs: (_shortened(songs[0]), *songs[1:]))


def short_hole_at_the_join() -> None:
    """The first song's last millisecond is silent."""
    _sound_other_songs(lambda songs: (_shortened(songs[0], SHORT_S), *songs[1:]))


def click_at_the_join() -> None:
    """One sample at half of full scale comes between the songs."""
    path = Path(tempfile.mkdtemp()) / "click.wav"
    with wave.open(str(path), "wb") as click:
        click.setparams((1, 2, CLICK_RATE, 1, "NONE", ""))
        click.writeframes((16384).to_bytes(2, "little"))
    one = Fraction(1, CLICK_RATE)
    _sound_other_songs(lambda songs: (songs[0], SongClip(path, 0, CLICK_RATE, 1, songs[1].start, one), *songs[1:]))


def drops_the_first_20_ms() -> None:
    """The decoder leaves out the first 20 ms of every song, and all that follows in it comes so much too early."""
    _sound_other_songs(lambda songs: tuple(_beheaded(song) for song in songs))


def skip_at_the_join() -> None:
    """The first song's last 20 ms are left out, and all that follows comes so much too early."""

    def skipped(songs: tuple[SongClip, ...]) -> tuple[SongClip, ...]:
        first = _shortened(songs[0])
        return replace(first, length=first.length - LOST_S), *(
            replace(song, start=song.start - LOST_S) for song in songs[1:]
        )

    _sound_other_songs(skipped)


def late_start() -> None:
    """The first picture is let go 30 ms late."""
    roll_at = Deck.roll_at
    waiting = [LATE_NS]
    Deck.roll_at = lambda self, instant_ns: roll_at(  # type: ignore[method-assign]
        self, instant_ns + (waiting.pop() if waiting else 0)
    )


def late_start_and_idle_follower() -> None:
    """The first picture is let go 30 ms late, and nothing is done about it."""
    late_start()
    Follower.judge = lambda self, drift_ms, time_us, remaining_us: HOLD  # type: ignore[method-assign]


def sudden_dissolves() -> None:
    """What is to come in by a dissolve is there at once."""
    film_at = Stage._film_at
    Stage._film_at = lambda self, time_us: tuple(  # type: ignore[method-assign]
        replace(shown, opacity=1.0) if isinstance(shown, FilmShown) else shown for shown in film_at(self, time_us)
    )


def joins_far_ahead() -> None:
    """After a locate the picture of half a second later is shown, and stands until the song is there."""
    Joining.ahead_us = property(lambda self: 500_000)  # type: ignore[assignment]


def sound_told_80_ms_early() -> None:
    """The device tells of each sample that it is heard 80 ms before it is."""
    poll = SoundProcess.poll

    def poll_early(self: SoundProcess) -> SoundReport:
        report = poll(self)
        early = (replace(reading, instant_ns=reading.instant_ns - UNTOLD_NS) for reading in report.readings)
        return replace(report, readings=tuple(early))

    SoundProcess.poll = poll_early  # type: ignore[method-assign]


def _sound_other_songs(change: Callable[[tuple[SongClip, ...]], tuple[SongClip, ...]]) -> None:
    load = SoundProcess.load

    def load_other(self: SoundProcess, plan: SoundPlan) -> None:
        load(self, replace(plan, songs=change(plan.songs)))

    SoundProcess.load = load_other  # type: ignore[method-assign]


def _shortened(song: SongClip, by_s: Fraction = LOST_S) -> SongClip:
    return replace(song, samples=song.samples - round(by_s * song.rate))


def _beheaded(song: SongClip) -> SongClip:
    """The song from a copy of its file in which the first 20 ms are missing; they are not made up for at its end."""
    assert song.path is not None
    path = Path(tempfile.mkdtemp()) / "beheaded.wav"
    begin = f"atrim=start_sample={round(LOST_S * song.rate)}"
    subprocess.run(["ffmpeg", "-v", "error", "-i", song.path, "-af", begin, path], check=True)
    return replace(_shortened(song), path=path)


DEFECTS = {
    defect.__name__: defect
    for defect in (
        stale_cuts,
        hole_at_the_join,
        short_hole_at_the_join,
        click_at_the_join,
        drops_the_first_20_ms,
        skip_at_the_join,
        late_start,
        late_start_and_idle_follower,
        sudden_dissolves,
        joins_far_ahead,
        sound_told_80_ms_early,
    )
}

if __name__ == "__main__":
    DEFECTS[sys.argv[1]]()
    sys.exit(main(sys.argv[2:]))
