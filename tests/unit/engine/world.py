"""A whole house on a virtual clock: an engine on fakes, and what is really seen and heard there."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from tests.fakes.conformer import FakeConformer
from tests.fakes.deck import FakeDeck
from tests.fakes.sound import FakeSound
from visualalbum.engine.engine import Engine
from visualalbum.engine.ports import DeckState
from visualalbum.engine.snapshot import Snapshot, Source
from visualalbum.engine.trace import Trace
from visualalbum.timeline.cues import FilmCue, SongClip, SoundPlan, StillCue, Timeline, TrackCue

S = 1_000_000
MS = 1_000_000
TICK_NS = 10 * MS
FILM = Path("film.mp4")
COVER = Path("cover.png")


def cue(name: str, start_s: float, end_s: float, in_s: float, **more: object) -> FilmCue:
    start_us, end_us, in_us = round(start_s * S), round(end_s * S), round(in_s * S)
    return FilmCue(name, "film", FILM, 0, Fraction(25), start_us, end_us, in_us, **more)  # type: ignore[arg-type]


ALBUM = Timeline(
    title="Backstage",
    tracks=(TrackCue("one", "One", "", 0, 10 * S), TrackCue("two", "Two", "", 10 * S, 20 * S)),
    films=(
        cue("a", 0, 4, 12),
        cue("b", 4, 8, 2, tail_us=800_000),
        cue("c", 8, 12, 30, dissolve_us=800_000),
        cue("d", 13, 16, 20, hold=True),
    ),
    stills=(StillCue("still", Path("still.png"), 17 * S, 18 * S),),
    sound=SoundPlan(tuple(SongClip(None, 0, 48_000, 480_000, Fraction(start), Fraction(10)) for start in (0, 10))),
    cover=COVER,
)


class World:
    """Runs an engine tick by tick; `snapshot` is the latest."""

    def __init__(self, timeline: Timeline = ALBUM, *, decks: int = 4, position_us: int = 0, **sound: float) -> None:
        self.now_ns = 1_000 * MS
        self.sound = FakeSound(self.now, **sound)  # type: ignore[arg-type]
        self.decks = [FakeDeck(name, self.now) for name in "ABCD"[:decks]]
        self.conformer = FakeConformer(self.now)
        self.trace = Trace(self.now)
        self.engine = Engine(self.sound, self.decks, self.conformer, self.now, self.trace)
        self.snapshot = Snapshot()
        self.engine.load(timeline, position_us)

    def now(self) -> int:
        return self.now_ns

    def run(self, seconds: float) -> list[Snapshot]:
        """Tick for a while; returns every snapshot."""
        snapshots = []
        for _ in range(round(seconds * 1e9 / TICK_NS)):
            self.now_ns += TICK_NS
            self.snapshot = self.engine.tick()
            snapshots.append(self.snapshot)
        return snapshots

    def run_to(self, position_s: float) -> None:
        """Tick until a position is heard."""
        for _ in range(10_000):
            if self.snapshot.position_us >= position_s * S:
                return
            self.run(0.01)
        raise AssertionError(f"{position_s} s was never reached")

    @property
    def heard_us(self) -> int:
        """The programme time really heard now."""
        rolling = self.sound._rolling
        assert rolling is not None
        return rolling.first_us + (self.now_ns - rolling.heard_ns) // 1000

    @property
    def top(self) -> FakeDeck | None:
        """The deck on top of the stage."""
        layers = self.snapshot.stage.layers
        if not layers or layers[-1].source is not Source.DECK:
            return None
        return next(deck for deck in self.decks if deck.name == layers[-1].deck)

    def drift_ms(self) -> float:
        """How late the picture on top really is against the song really heard."""
        deck = self.top
        assert deck is not None
        assert deck._state is DeckState.ROLLING
        shown = next(cue for cue in self.engine.timeline.films if cue.id == self.snapshot.stage.cue)
        return (shown.film_us(self.heard_us) - deck.film_us(self.now_ns)) / 1000

    def near_a_cut(self, within_us: int = 25_000) -> bool:
        """Whether a cue starts or ends about now: a deck stops half a frame before its out-point."""
        cues = (*self.engine.timeline.films, *self.engine.timeline.stills)
        edges = (edge for cue in cues for edge in (cue.start_us, cue.end_us))
        return any(abs(self.heard_us - edge) < within_us for edge in edges)

    def events(self, name: str) -> list[dict[str, object]]:
        """The trace's events of a kind."""
        return [event for event in self.trace.events if event["event"] == name]
