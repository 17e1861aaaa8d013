"""The sequencer: which deck plays which shot, when each is primed, taken, corrected and let go."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from visualalbum.engine.clock import SongClock
from visualalbum.engine.figures import Figures
from visualalbum.engine.follower import Follower
from visualalbum.engine.joining import Joining
from visualalbum.engine.policy import Action, SyncPolicy
from visualalbum.engine.ports import NEAR_FRAMES, Conformer, Deck, DeckReport, DeckState, Fault
from visualalbum.engine.shots import Shot, frame_us, seen_at, shots
from visualalbum.engine.slot import Phase, Slot, frame_to_hold, shot_in
from visualalbum.engine.trace import Trace
from visualalbum.media.clip import Clip
from visualalbum.said import say
from visualalbum.timeline.cues import FilmCue, Timeline
from visualalbum.timeline.lanes import Lane

MOST_DOUBLINGS = 3
"""A deck that has to join a running song is primed at most 2.4 s ahead; what takes longer will fail by itself."""


class Sequencer:
    """Keeps the decks busy; `advance` is called every tick, `follow` as well while the song is heard."""

    def __init__(
        self,
        decks: Sequence[Deck],
        conformer: Conformer,
        policy: SyncPolicy,
        trace: Trace,
        figures: Figures,
        now: Callable[[], int],
    ) -> None:
        self._decks = tuple(decks)
        self._conformer = conformer
        self._policy = policy
        self._trace = trace
        self._figures = figures
        self._joining = Joining(policy)
        self._now = now
        self._shots: Lane[Shot] = Lane(())
        self._slots: list[Slot] = []
        self._reports: dict[str, DeckReport] = {}
        self._failed: dict[Shot, tuple[Fault, int]] = {}
        self._serial = 0
        self._on_stage: frozenset[str] = frozenset()

    def load(self, timeline: Timeline) -> None:
        """Take the films of another timeline; every deck is let go."""
        self._drop_all()
        self._failed.clear()
        self._shots = Lane(tuple(shots(timeline.films, self._policy.part_us)))

    def revise(self, timeline: Timeline, changed: Collection[Path] = ()) -> None:
        """Take the films of another version of the timeline; the decks are told by `go_on` or `cue_up`.

        Films that have `changed` on the disk are no longer what was primed, and may be tried again.
        """
        self._shots = Lane(tuple(shots(timeline.films, self._policy.part_us)))
        self._failed = {shot: told for shot, told in self._failed.items() if shot.cue.path not in changed}

    def go_on(self, time_us: int, changed: Collection[Path] = (), by_us: int = 0, *, rolling: bool) -> None:
        """Let every deck that shows the right picture as it is stay, and what is seen go on till another is there.

        `by_us` is how much later the place that is heard counts now than it did before.
        """
        for slot in tuple(self._slots):
            if by_us:
                slot.take_us, slot.due_us = slot.take_us + by_us, slot.due_us + by_us
                slot.follower = Follower(self._policy)
            shot = None if slot.shot.cue.path in changed else shot_in(self._shots, slot, time_us, by_us)
            if shot is not None:
                same = shot == slot.shot
                slot.shot, slot.leaves_ns = shot, None
                if same or not slot.falls_short:
                    continue
            if shot is not None and rolling and slot.phase is Phase.ON:
                self._join(shot, time_us)
            elif slot.deck.name in self._on_stage and slot.visible(time_us):
                slot.leaves_ns = slot.leaves_ns or self._now() + self._policy.revision_us * 1000
            else:
                self._release(slot)
        for shot, take_us, stands in seen_at(self._shots, time_us):
            if (stands or not rolling) and not self._engaged(shot):
                self._engage(shot, take_us, held=True, stands=stands)

    def faults(self, time_us: int) -> tuple[Fault, ...]:
        """What keeps the shot on at a time, or the one after it, from being shown."""
        index = self._shots.before(time_us)
        near = self._shots.cues[max(0, index) : index + 2]
        return tuple(dict.fromkeys(self._failed[shot][0] for shot in near if shot in self._failed))

    @property
    def ready(self) -> bool:
        """Whether every slot holds its first frame."""
        return all(slot.phase >= Phase.PRIMED for slot in self._slots if slot.held)

    def behind_us(self, time_us: int) -> int:
        """How long before a time the first of the held frames is due."""
        return max((time_us - slot.due_us for slot in self._slots if slot.held and not slot.stands), default=0)

    def frame_start_us(self, time_us: int) -> int:
        """When the frame came that rolls at a programme time; that time itself where none does."""
        on = (slot for slot in self._slots if slot.phase is Phase.ON and slot.shot == self._shots.at(time_us))
        return next((slot.frame_start_us(time_us) for slot in on), time_us)

    def watch(self, names: frozenset[str]) -> None:
        """Note which decks the stage shows, so that their pictures stay as long as others are free."""
        self._on_stage = names

    def cue_up(self, position_us: int, *, joins: bool = False) -> None:
        """Prime what is seen at a position, so that it is held there and can roll; what is due a little later where it
        `joins` a song that does not wait for it."""
        slots = self._slots
        self._slots = []
        for shot, take_us, stands in seen_at(self._shots, position_us + (self._joining.ahead_us if joins else 0)):
            deck = next((slot.deck for slot in slots if slot.shot == shot), None)
            self._engage(shot, take_us, held=True, joins=joins, stands=stands, deck=deck)
        for slot in slots:
            if all(slot.deck is not other.deck for other in self._slots):
                slot.deck.park_at(self._now())
        for slot in tuple(self._slots):
            self._find_clip(slot, position_us)

    def rest(self) -> None:
        """Unload every deck; what they showed last stays seen until `cue_up`."""
        for deck in self._decks:
            deck.retire()

    def park(self, instant_ns: int) -> None:
        """Stop every rolling deck."""
        for slot in self._slots:
            if slot.phase >= Phase.ARMED:
                slot.deck.park_at(instant_ns)

    def deck_for(self, cue: FilmCue, time_us: int) -> Deck | None:
        """The deck that shows a segment at a programme time; None while there is no picture of it."""
        fitting = [slot for slot in self._staying if slot.shot.cue == cue and slot.visible(time_us)]
        return max(fitting, key=lambda slot: slot.take_us).deck if fitting else None

    def failed(self, cue: FilmCue) -> bool:
        """Whether a segment could not be shown when it was last tried."""
        return any(shot.cue == cue for shot in self._failed)

    def next_take(self, time_us: int) -> int | None:
        """The next programme time at which a deck goes on the stage, among those ready for it."""
        takes = (slot.take_us for slot in self._slots if slot.phase is Phase.ARMED and not slot.held)
        return min((take_us for take_us in takes if take_us > time_us), default=None)

    def advance(self, time_us: int) -> None:
        """Fetch the decks' reports and bring clips and primings on."""
        self._reports = {deck.name: deck.poll() for deck in self._decks}
        for slot in tuple(self._slots):
            if slot.phase is Phase.CLIP:
                self._find_clip(slot, time_us)
            elif slot.phase is Phase.PRIMING:
                self._await_first_frame(slot, time_us)
            elif self._report(slot).state is DeckState.FAILED:
                self._fail(slot, self._report(slot).fault)
            self._count(slot)
        for slot in [leaving for leaving in self._slots if leaving.leaves_ns is not None]:
            if self._relieved(time_us) or self._now() >= (slot.leaves_ns or 0):
                self._release(slot)

    def follow(self, time_us: int, clock: SongClock) -> None:
        """Engage decks for what comes, take what is due, correct what drifts, let go of what is over."""
        self._engage_ahead(time_us)
        for slot in tuple(self._slots):
            if slot.phase is Phase.PRIMED:
                self._arm(slot, clock)
            elif slot.phase is Phase.ARMED and time_us >= slot.take_us:
                self._take(slot, time_us)
            if slot.phase is Phase.ON:
                self._correct(slot, time_us, clock)
        for slot in tuple(self._slots):
            self._end(slot, time_us, clock)

    # what to engage

    def _engage_ahead(self, time_us: int) -> None:
        """Engage a deck for the shot that is on and has none, for the one after it, and where that is brief for two."""
        index, current = self._shots.before(time_us), self._shots.at(time_us)
        if current and not self._engaged(current) and current.has_left(time_us + self._policy.catch_up_us):
            self._join(current, time_us)
        ahead = self._shots.cues[index + 1 : index + 4]
        if ahead and not self._engaged(ahead[0]) and time_us >= self._calm_us(current, ahead[0]):
            self._engage(ahead[0], ahead[0].start_us)
        brief = bool(ahead) and ahead[0].length_us < self._policy.brief_us
        if brief and len(ahead) > 1 and not self._engaged(ahead[1]) and self._engaged(ahead[0], Phase.PRIMED):
            self._engage(ahead[1], ahead[1].start_us)
        for shot in ahead[: 3 if brief else 2]:
            self._clip(shot)

    def _calm_us(self, current: Shot | None, coming: Shot) -> int:
        """The programme time from which a deck may be primed for what comes, at ease with the one for what is on."""
        slots = [slot for slot in self._slots if slot.shot == current]
        if any(slot.phase < Phase.ARMED for slot in slots):
            return coming.start_us - self._policy.calm_us  # two decks that are primed at once take twice as long
        taken_us = max((slot.take_us for slot in slots), default=0)
        return min(taken_us + self._policy.calm_us, coming.start_us - self._policy.prime_ahead_us)

    def _join(self, shot: Shot, time_us: int) -> None:
        """Engage a deck for a shot that is on while the song is heard."""
        self._engage(shot, time_us + self._policy.catch_up_us, joins=True)

    def _engage(
        self,
        shot: Shot,
        take_us: int,
        *,
        held: bool = False,
        joins: bool = False,
        stands: bool = False,
        deck: Deck | None = None,
    ) -> None:
        if shot in self._failed and self._now() < self._failed[shot][1]:
            return
        deck = deck or self._free_deck()
        if deck is not None:
            slot = Slot(shot, deck, take_us, Follower(self._policy), held, joins=joins, stands=stands)
            slot.misses = -1 if held else 0  # it was not primed far ahead yet
            self._slots.append(slot)

    def _engaged(self, shot: Shot, since: Phase = Phase.CLIP) -> bool:
        return any(slot.shot == shot and slot.phase >= since for slot in self._staying)

    @property
    def _staying(self) -> list[Slot]:
        """The slots whose shot is in the album, as it now is."""
        return [slot for slot in self._slots if slot.leaves_ns is None]

    def _relieved(self, time_us: int) -> bool:
        """Whether what is to be seen at a time has its picture, or cannot have one, or is no film."""
        shown = self._shots.at(time_us)
        return shown is None or self.failed(shown.cue) or self.deck_for(shown.cue, time_us) is not None

    def _free_deck(self) -> Deck | None:
        engaged = [slot.deck for slot in self._slots]
        free = [deck for deck in self._decks if deck not in engaged]
        return min(free, key=lambda deck: deck.name in self._on_stage, default=None)

    # from clip to take

    def _clip(self, shot: Shot, *, urgent: bool = False) -> Clip | Fault | None:
        cue = shot.cue
        end_us = shot.film_end_us + self._policy.clip_margin_us
        return self._conformer.clip(cue.path, cue.stream, shot.film_start_us, end_us, urgent=urgent)

    def _find_clip(self, slot: Slot, time_us: int) -> None:
        clip = self._clip(slot.shot, urgent=True)
        if isinstance(clip, Fault):
            self._fail(slot, clip)
        elif clip is not None:
            slot.clip = clip
            if not slot.held and slot.take_us < time_us + self._policy.arm_us:
                slot.take_us, slot.joins = time_us + self._policy.catch_up_us, True
            self._prime(slot)

    def _prime(self, slot: Slot) -> None:
        assert slot.clip is not None
        self._serial += 1
        slot.serial, slot.asked_ns = self._serial, self._now()
        slot.phase = Phase.PRIMING
        cue = slot.shot.cue
        film_us = frame_to_hold(slot.clip, cue.film_us(slot.take_us))
        near_us = NEAR_FRAMES * frame_us(cue)
        # A picture beside the wanted one must not be one of another shot.
        exactly = not slot.joins or not cue.in_us + near_us <= film_us < slot.shot.film_end_us - near_us
        self._trace.emit("prime", deck=slot.deck.name, cue=cue.id, film_us=film_us, exactly=exactly)
        slot.deck.prime(slot.clip, film_us, slot.serial, exactly=exactly)

    def _report(self, slot: Slot) -> DeckReport:
        return self._reports.get(slot.deck.name, DeckReport(DeckState.EMPTY))

    def _await_first_frame(self, slot: Slot, time_us: int) -> None:
        report = self._report(slot)
        if report.serial != slot.serial:
            return
        if report.state is DeckState.FAILED:
            self._fail(slot, report.fault)
        elif report.state is DeckState.PRIMED:
            cue = slot.shot.cue
            slot.phase = Phase.PRIMED
            if slot.joins:
                self._joining.learn((self._now() - slot.asked_ns) // 1000)
            elif not slot.held:
                self._figures.film_ahead_us = slot.take_us - time_us
            self._failed.pop(slot.shot, None)
            slot.due_us = cue.start_us + report.primed_us - cue.in_us
            self._trace.emit("primed", deck=slot.deck.name, cue=cue.id, film_us=report.primed_us)

    def _arm(self, slot: Slot, clock: SongClock) -> None:
        if slot.stands:
            return
        time_us = clock.time_us(self._now())  # before the position in the lead-in, unlike the transport's
        if time_us > slot.due_us + self._policy.late_take_us:
            self._trace.emit("late", deck=slot.deck.name, cue=slot.shot.cue.id, by_us=time_us - slot.due_us)
            slot.misses += 1
            slot.joins = True
            slot.take_us = time_us + (self._policy.catch_up_us << min(slot.misses, MOST_DOUBLINGS))
            if slot.shot.has_left(slot.take_us):
                self._prime(slot)
            else:
                self._release(slot)
        elif time_us >= slot.due_us - self._policy.arm_us:
            slot.deck.roll_at(clock.instant_ns(slot.due_us))
            slot.phase = Phase.ARMED

    def _take(self, slot: Slot, time_us: int) -> None:
        slot.phase = Phase.ON
        slot.held = True
        self._figures.takes += 1
        cue = slot.shot.cue
        self._trace.emit("take", deck=slot.deck.name, cue=cue.id, position_us=slot.take_us)
        for other in tuple(self._slots):
            if other is not slot and other.shot.cue == cue and other.take_us < slot.take_us:
                self._release(other)

    # while it is on

    def _correct(self, slot: Slot, time_us: int, clock: SongClock) -> None:
        cue = slot.shot.cue
        report = self._report(slot)
        slot.heed(clock.jumps)
        for reading in report.readings:
            if reading.serial != slot.serial or slot.ending:
                continue
            song_us = clock.time_us(reading.instant_ns)
            drift_ms = (cue.film_us(song_us) - reading.time_us) / 1000
            self._figures.add(drift_ms)
            if not slot.read:
                slot.read = True
                self._figures.took(drift_ms)
                self._trace.emit("taken", deck=slot.deck.name, cue=cue.id, drift_ms=round(drift_ms, 3))
            self._trace.emit(
                "drift", drift_ms=round(drift_ms, 3), position_us=song_us, cue=cue.id, reading_ns=reading.instant_ns
            )
            decision = slot.follower.judge(drift_ms, song_us, slot.shot.end_us - song_us)
            if decision.action is Action.TRIM:
                self._figures.trims += 1
                self._trace.emit("trim", cue=cue.id, percent=decision.percent, duration_us=decision.duration_us)
                slot.deck.trim(decision.percent, decision.duration_us * 1000)
            elif decision.action is Action.RELOCATE:
                self._relocate(slot, song_us, drift_ms)
        film_us = cue.film_us(time_us)
        stuck = slot.is_stuck(report.shown, film_us, self._policy.stuck_us)
        if stuck and not slot.ending and report.state is DeckState.ROLLING:
            self._relocate(slot, time_us, (film_us - slot.seen_us) / 1000)

    def _relocate(self, slot: Slot, time_us: int, drift_ms: float) -> None:
        """Have another deck take over from one that is far off, or does not move, unless one already is to."""
        if sum(s.shot == slot.shot for s in self._slots) == 1:
            self._figures.relocates += 1
            self._trace.emit("relocate", cue=slot.shot.cue.id, drift_ms=round(drift_ms, 3))
            self._join(slot.shot, time_us)

    def _end(self, slot: Slot, time_us: int, clock: SongClock) -> None:
        """Stop a deck at its out-point, where no take of another does it, and let it go when nobody sees it."""
        shot = slot.shot
        out_us = shot.end_us + (shot.cue.tail_us if shot.last else 0)
        if slot.phase >= Phase.ARMED and not slot.ending and time_us >= out_us - self._policy.arm_us and shot.last:
            slot.ending = True
            slot.deck.park_at(clock.instant_ns(out_us - frame_us(shot.cue) // 2))
        follower = self._shots.at(time_us)
        covered = follower is not None and follower != shot and time_us >= follower.full_us
        ready = covered and any(s.shot == follower and s.phase is Phase.ON for s in self._slots)
        gone = time_us >= out_us and not shot.cue.hold and follower is None
        other = follower is not None and follower.cue != shot.cue
        past = covered and other and slot.is_past(time_us, self._policy.stale_us)
        if (time_us >= shot.end_us and ready) or gone or past:
            self._release(slot)

    def _release(self, slot: Slot) -> None:
        slot.deck.park_at(self._now())
        self._slots.remove(slot)

    def _drop_all(self) -> None:
        for slot in tuple(self._slots):
            self._release(slot)

    # faults

    def _fail(self, slot: Slot, fault: Fault | None) -> None:
        fault = fault or Fault("deck", str(slot.shot.cue.path), say("the film stopped giving pictures"))
        self._failed[slot.shot] = (fault, self._now() + self._policy.retry_us * 1000)
        self._trace.emit("fault", kind=fault.kind, subject=fault.subject, sentence=fault.sentence)
        slot.deck.retire()
        self._slots.remove(slot)

    def _count(self, slot: Slot) -> None:
        report = self._report(slot)
        if report.serial == slot.serial and slot.phase is Phase.ON:
            counted = (report.shown, report.late, report.lost)
            new = [count - before for count, before in zip(counted, slot.counted, strict=True)]
            self._figures.count(*new)
            slot.counted = counted
