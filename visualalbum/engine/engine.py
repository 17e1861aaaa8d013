"""The engine: the transport's state, the song as clock, and one snapshot of everything a tick.

One thread calls it; no method blocks. Commands take effect at once, their results appear in the next snapshots.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from visualalbum.engine.clock import SongClock
from visualalbum.engine.crossing import Crossing, Place
from visualalbum.engine.figures import Figures
from visualalbum.engine.policy import SyncPolicy
from visualalbum.engine.ports import Conformer, Deck, Fault, Sound, SoundReport
from visualalbum.engine.sequencer import Sequencer
from visualalbum.engine.snapshot import Snapshot, Source, StagePicture, State
from visualalbum.engine.staging import Staging
from visualalbum.engine.trace import Trace
from visualalbum.timeline.cues import Timeline
from visualalbum.timeline.revision import same_place, same_sound
from visualalbum.timeline.stage import Stage

MACHINE_FAULTS = "sound-"
"""How the kinds of faults begin that are about the sound's output and process: they outlast an album."""

TRACK_START_US = 3_000_000
"""Previous track goes to this track's start when more of it has been heard, as every player does."""


class Engine:
    """Plays one timeline: commands in, `tick()` gives the snapshot."""

    def __init__(
        self,
        sound: Sound,
        decks: Sequence[Deck],
        conformer: Conformer,
        now: Callable[[], int],
        trace: Trace,
        policy: SyncPolicy | None = None,
        standing_faults: tuple[Fault, ...] = (),
        stir: Callable[[], None] = lambda: None,
    ) -> None:
        """`standing_faults` are those of the machine, told as long as the program runs.

        `stir` is called with each command that the next tick has to act on: whoever ticks slowly while nothing happens
        is to tick at once.
        """
        self._policy = policy or SyncPolicy()
        self._sound = sound
        self._now = now
        self._trace = trace
        self._stir = stir
        self._clock = SongClock()
        self._figures = Figures()
        self._sequencer = Sequencer(decks, conformer, self._policy, trace, self._figures, now)
        self._staging = Staging(self._sequencer, self._policy, now)
        self._standing_faults = standing_faults
        self._stage = Stage(Timeline())
        self._state = State.EMPTY
        self._position_us = 0
        self._serial = 0
        self._crossing: Crossing | None = None
        self._starting_since_ns = self._standing_since_ns = 0
        self._resting = False
        self._patience_us = self._policy.patience_us
        self._lead_in_us = self._policy.lead_in_us
        self._sounding = False
        self._volume = 1.0
        self._muted = False
        self._fade = 1.0
        self._report = SoundReport()
        self._sound_faults: dict[tuple[str, str], Fault] = {}
        self.timeline = Timeline()

    @property
    def position_us(self) -> int:
        """The position that is heard now, or where the programme stands."""
        return self._time_us(self._now())

    @property
    def offset_us(self) -> int:
        """How much later than the device says the song is taken to be heard."""
        return self._clock.later_ns // 1000

    def told_ns(self, position_us: int) -> int | None:
        """The instant at which the device says that a position is heard; None while nothing is."""
        return self._clock.told_ns(position_us) if self._state is State.ROLLING and self._clock.known else None

    # commands

    def load(self, timeline: Timeline, position_us: int = 0) -> None:
        """Take a timeline and park at a position of it."""
        self._crossing = None
        self.timeline = timeline
        self._stage = Stage(timeline)
        self._figures.clear()
        # What the machine lacks was told once, perhaps before the album was read; songs are another album's.
        machine = {key: fault for key, fault in self._sound_faults.items() if key[0].startswith(MACHINE_FAULTS)}
        self._sound_faults = machine
        self._sequencer.load(timeline)
        self._staging.load(self._stage)
        self._sound.load(timeline.sound)
        self._state = State.PARKED if timeline.tracks else State.EMPTY
        self._trace.emit("load", title=timeline.title, end_us=timeline.end_us)
        if timeline.tracks:
            self._go_to(position_us)
            self._patience_us = self._policy.opening_patience_us

    def revise(self, timeline: Timeline, changed: Collection[Path] = (), place: Place = same_place) -> None:
        """Take another version of what plays and go on at the same place, or what is nearest to it.

        Where both sound the same there, the song is not touched; else, while it rolls, one goes over into the other
        without a stop. Decks whose pictures are still right stay on. Files that have `changed` on the disk count as
        others. `place` tells the place in the other version for a position in this one.
        """
        if not self.timeline.tracks or not timeline.tracks:
            self.load(timeline)
            return
        hurried = self._crossing is not None
        self._finish_crossing()
        before, heard_us = self.timeline, self.position_us
        place_us = place(before, heard_us, timeline)
        room_us = min(before.end_us - heard_us, timeline.end_us - place_us)
        unbroken = cross = False
        if not hurried:
            unbroken = place_us == heard_us and same_sound(before.sound, timeline.sound, heard_us, changed)
            cross = not unbroken and self._state is State.ROLLING and room_us > self._policy.crossing_us
        how = "unbroken" if unbroken else "cross" if cross else "locate"
        self._trace.emit("revise", title=timeline.title, position_us=place_us, how=how)
        if cross:
            self._serial += 1
            since_ns = self._now()
            self._crossing = Crossing(self._serial, timeline, changed, place_us - heard_us, since_ns)
            self._sound.cross(self._serial, timeline.sound, place_us - heard_us)
        elif unbroken:
            if timeline.sound != before.sound:
                self._sound.revise(timeline.sound)
            self._exchange(timeline, changed)
            if self._resting:
                self._go_to(self._position_us)
        else:
            self._exchange(timeline, changed)
            self._sound.load(timeline.sound)
            self.locate(place_us)

    def roll(self) -> None:
        """Start, from the beginning where the programme has ended."""
        if self._state is State.ENDED:
            self._go_to(0)
        elif self._resting:
            self._go_to(self._position_us)
        if self._state in (State.PARKED, State.ENDED):
            self._start()

    def park(self) -> None:
        """Stop, holding picture and position."""
        if self._state not in (State.ROLLING, State.STARTING):
            return
        self._finish_crossing()
        instant_ns = self._now()
        position_us = self._sequencer.frame_start_us(self._time_us(instant_ns))
        self._sound.park()
        self._sequencer.park(instant_ns)
        self._state = State.PARKED
        self._trace.emit("park", position_us=position_us)
        self._go_to(position_us)

    def toggle(self) -> None:
        """Roll if parked, park if rolling."""
        if self._state in (State.ROLLING, State.STARTING):
            self.park()
        else:
            self.roll()

    def locate(self, position_us: int) -> None:
        """Go to a position; a rolling programme rolls on from there: the song at once, the picture as it is ready."""
        if self._state is State.EMPTY:
            return
        position_us += self._finish_crossing()
        rolling = self._state in (State.ROLLING, State.STARTING)
        heard = rolling and self._sounding
        self._state = State.PARKED
        self._go_to(position_us, joins=heard)
        if rolling and self._position_us < self.timeline.end_us:
            self._start()
            if heard:
                self._sound_on(self._policy.locate_lead_in_us)

    def nudge(self, by_us: int) -> None:
        """Go a little on or back."""
        self.locate(self.position_us + by_us)

    def next_track(self) -> None:
        """Go to the start of the next track; on the last one nothing happens."""
        index = self._track(self.position_us) + 1
        if 0 < index < len(self.timeline.tracks):
            self.locate(self.timeline.tracks[index].start_us)

    def previous_track(self) -> None:
        """Go to this track's start, or from within its first seconds to the one before."""
        position_us = self.position_us
        index = self._track(position_us)
        if index > 0 and position_us - self.timeline.tracks[index].start_us < TRACK_START_US:
            index -= 1
        if index >= 0:
            self.locate(self.timeline.tracks[index].start_us)

    def start_of_track(self) -> None:
        """Go to the start of this track."""
        index = self._track(self.position_us)
        if index >= 0:
            self.locate(self.timeline.tracks[index].start_us)

    def set_offset(self, offset_us: int) -> None:
        """Set how much later (positive) than the device says the song is heard; the picture follows, by trims."""
        if offset_us != self.offset_us:
            self._stir()
            self._clock.later_ns = offset_us * 1000
            self._trace.emit("offset", offset_us=offset_us)

    def set_volume(self, volume: float) -> None:
        """Set the linear volume, 0 to 1; unmutes."""
        self._volume = min(1.0, max(0.0, volume))
        self.set_muted(False)

    def set_muted(self, muted: bool) -> None:
        """Silence the sound, or give it back; the song's time goes on."""
        self._muted = muted
        self._set_sound()

    def set_fade(self, fade: float) -> None:
        """Set what the volume is multiplied with, 0 to 1; the volume that people have set stays what it is."""
        if fade != self._fade:
            self._fade = fade
            self._set_sound()

    # the tick

    def tick(self) -> Snapshot:
        """Take in what happened, act on it, and tell how things stand."""
        self._take_report(self._sound.poll())
        now_ns = self._now()
        self._tick_crossing(now_ns)
        time_us = self._time_us(now_ns)
        if not self._resting:
            self._sequencer.advance(time_us)
            self._tick_standing(now_ns)
        if self._state is State.STARTING:
            self._try_to_start(now_ns)
        heard = self._state is State.ROLLING and self._clock.known
        if heard:
            self._sequencer.follow(time_us, self._clock)
            if self._report.ended or time_us >= self.timeline.end_us:
                self._end()
        shown, planned = self._staging.show(time_us, self._clock if heard else None)
        self._sequencer.watch(frozenset(layer.deck for layer in shown.layers if layer.source is Source.DECK))
        track = self._track(time_us)
        return Snapshot(
            state=self._state,
            sounding=self._sounding,
            position_us=time_us,
            end_us=self.timeline.end_us,
            track=track,
            track_position_us=time_us - self.timeline.tracks[track].start_us if track >= 0 else 0,
            stage=shown if self._state is not State.EMPTY else StagePicture(),
            planned=planned,
            stills_ahead=self._staging.stills_ahead(time_us),
            sync=self._figures.now(),
            volume=self._volume,
            muted=self._muted,
            output=self._report.output,
            device=self._report.device,
            underruns=self._report.underruns,
            latency_us=self._report.latency_us,
            offset_us=self.offset_us,
            sound_ahead_us=self._report.ahead_us,
            faults=(*self._standing_faults, *self._sound_faults.values(), *self._sequencer.faults(time_us)),
        )

    # inside

    def _set_sound(self) -> None:
        self._stir()
        self._sound.set_volume(0.0 if self._muted else self._volume * self._fade)

    def _exchange(self, timeline: Timeline, changed: Collection[Path], by_us: int = 0) -> None:
        """Go over to another version's pictures and texts; now counts as `by_us` later in it."""
        self._stir()
        self.timeline = timeline
        self._stage = Stage(timeline)
        self._sequencer.revise(timeline, changed)
        self._staging.revise(self._stage, by_us)
        self._sequencer.go_on(self._time_us(self._now()), changed, by_us, rolling=self._state is State.ROLLING)

    def _tick_standing(self, now_ns: int) -> None:
        """Let the decks rest where nobody has moved on for a while."""
        stands_ns = now_ns - self._standing_since_ns
        if self._state in (State.PARKED, State.ENDED) and stands_ns > self._policy.rest_us * 1000:
            self._resting = True
            self._sequencer.rest()
            self._trace.emit("rest", position_us=self._position_us)

    def _tick_crossing(self, now_ns: int) -> None:
        """Go over when the first sample of the other version is heard; or at once where that never comes."""
        crossing = self._crossing
        if crossing is None:
            return
        if crossing.heard_by(now_ns - self._clock.later_ns):
            self._finish_crossing()
        elif self._report.ended or now_ns - crossing.since_ns > self._policy.crossing_us * 1000:
            self.locate(self._time_us(now_ns))

    def _finish_crossing(self) -> int:
        """Go over now to the version that is being crossed to; returns by how many microseconds now is later in it."""
        crossing, self._crossing = self._crossing, None
        if crossing is None:
            return 0
        self._clock.carry_over(crossing.serial, crossing.by_us)
        for reading in crossing.readings:
            self._clock.add(reading)
        self._position_us = max(0, self._position_us + crossing.by_us)
        self._exchange(crossing.timeline, crossing.changed, crossing.by_us)
        return crossing.by_us

    def _go_to(self, position_us: int, *, joins: bool = False) -> None:
        """Stand at a position: sound prepared, first frames primed; these join later where the song does not wait."""
        self._standing_since_ns, self._resting = self._now(), False
        self._stir()
        self._position_us = min(max(0, position_us), self.timeline.end_us)
        self._serial += 1
        self._sounding = False
        self._patience_us = self._policy.patience_us
        self._clock.restart(self._serial)
        self._staging.restart()
        self._trace.emit("locate", position_us=self._position_us, serial=self._serial)
        self._sound.prepare(self._serial, self._position_us)
        self._sequencer.cue_up(self._position_us, joins=joins)

    def _start(self) -> None:
        self._stir()
        self._state = State.STARTING
        self._starting_since_ns = self._now()
        self._lead_in_us = self._policy.lead_in_us
        if self._prepared and self._sequencer.ready:
            self._lead_in_us = self._policy.go_lead_in_us + self._sequencer.behind_us(self._position_us)

    @property
    def _prepared(self) -> bool:
        return self._report.prepared == self._serial

    def _try_to_start(self, now_ns: int) -> None:
        waited_us = (now_ns - self._starting_since_ns) // 1000
        if not self._sounding and self._prepared and (self._sequencer.ready or waited_us > self._patience_us):
            self._sound_on(self._lead_in_us, waited_us)
        if self._sounding and self._clock.known:
            self._state = State.ROLLING

    def _sound_on(self, lead_in_us: int, waited_us: int = 0) -> None:
        # A screen that is late has its pictures sooner: the first one still comes after the readings do.
        lead_in_us += max(0, -self.offset_us)
        self._sound.roll(self._serial, lead_in_us)
        self._sounding = True
        told = {"waited_us": waited_us, "lead_in_us": lead_in_us}
        self._trace.emit("roll", position_us=self._position_us, serial=self._serial, **told)

    def _end(self) -> None:
        self._sound.park()
        self._sequencer.park(self._now())
        self._state = State.ENDED
        self._standing_since_ns = self._now()
        self._position_us = self.timeline.end_us
        self._trace.emit("end")

    def _take_report(self, report: SoundReport) -> None:
        self._report = report
        for reading in report.readings:
            if self._crossing is not None and reading.serial == self._crossing.serial:
                self._crossing.readings.append(reading)
            else:
                self._clock.add(reading)
        for fault in report.faults:
            if fault.over:
                self._sound_faults = {key: told for key, told in self._sound_faults.items() if key[0] != fault.kind}
            else:
                self._sound_faults[fault.kind, fault.subject] = fault
            event = "mended" if fault.over else "fault"
            self._trace.emit(event, kind=fault.kind, subject=fault.subject, sentence=fault.sentence)

    def _time_us(self, instant_ns: int) -> int:
        """The position heard at an instant; while nothing is heard, where the programme stands."""
        if self._state is not State.ROLLING or not self._clock.known:
            return self._position_us
        return min(max(self._position_us, self._clock.time_us(instant_ns)), self.timeline.end_us)

    def _track(self, position_us: int) -> int:
        tracks = self._stage.tracks
        return min(tracks.before(position_us), len(tracks.cues) - 1)
