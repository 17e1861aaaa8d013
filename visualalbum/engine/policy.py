"""The numbers of the sync policy, each with its source, and the one pure function that decides on a correction."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class SyncPolicy:
    """How picture is held to song. Milliseconds and microseconds as named; drift is picture minus song, + is late."""

    dead_band_ms: float = 1.0
    """Error left alone: a rate change of libVLC's lands within 1 ms of where it was aimed."""
    window_us: int = 600_000
    """Readings older than this say nothing about now; a deck gives one for each picture."""
    quantile: float = 0.25
    """Where in the window's readings the drift is taken: a busy machine makes single pictures late, never early, by
    up to 10 ms (measured with both cores loaded), so the earlier ones tell the truth."""
    few: int = 4
    """Readings before anything is done, and then only about errors from `large_ms` on."""
    enough: int = 10
    """Readings before small errors are trimmed: 0.4 s of film."""
    trim_ms: float = 1000.0
    most_percent: float = 2.0
    """A trim lasts about so long, and longer where it would have to be brisker than this. A change of rate moves
    libVLC's clock at once, and pictures already decoded, up to 0.37 s of them, by the rate's share of that, the wrong
    way and until the rate is 1 again: 4 ms at 1 %, 7 ms at 2 %, 18 ms at 5 % (measured)."""
    least_percent: float = 0.1
    """libVLC counts rates in thousandths."""
    past: float = 0.75
    """By this part of the dead band a trim goes on beyond zero: a device's clock and ours always part in the same
    direction, some 200 ppm on a null sink, and the drift then lies around zero instead of on one side of it."""
    large_ms: float = 8.0
    relocate_from_ms: float = 25.0
    """From here on another deck is primed ahead and taken, within 0.4 s; a trim would last longer than a second."""
    stuck_us: int = 500_000
    """A picture that is overdue by so much does not come: another deck takes over."""
    quiet_end_ms: float = 1000.0
    """No trims in the last second of a segment: the next take corrects everything anyway."""
    lead_in_us: int = 80_000
    """Silence before the first sample: the device's delay is known, and the first frame released, before it ends.
    One frame at 24 fps (42 ms), the deck's release lead (10 ms) and eight callbacks."""
    go_lead_in_us: int = 30_000
    """The same from standby, where neither song nor picture has to be waited for: the device's first readings have been
    noticed after 16 to 20 ms on two busy cores (measured), and a deck takes 12 from its release until its picture is
    painted. To it comes what the held frame is due before the position; `Engine.park` leaves nothing of that."""
    locate_lead_in_us: int = 40_000
    """The same where a rolling song is sent elsewhere and does not wait for a picture: what is left of 100 ms, in
    which it has to be heard there, once a disk and a device have had their share."""
    join_us: int = 160_000
    """How far behind that place the first picture is due, at least: priming takes 0.1 to 0.17 s from the command
    (measured); where it takes longer, `engine.joining` learns by how much."""
    join_margin_us: int = 10_000
    """What is added to the time that priming takes here: a tick until it is noticed and a deck's release lead, of which
    the silence before the sound takes back all but a little."""
    patience_us: int = 350_000
    """How long a start waits for a picture before the song goes on alone."""
    opening_patience_us: int = 1_500_000
    """The same for the first start of an album, when nothing is heard yet and its first clip is still being made."""
    stale_us: int = 250_000
    """How long the stage keeps its old picture while the new one is late, then the still or the cover stands in."""
    revision_us: int = 2_000_000
    """The same after another version of the album was taken: meanwhile the old picture moves on, and its clip may have
    to be made first. Four times what a clip of 30 s in 1080p takes here."""
    rest_us: int = 20_000_000
    """How long a parked album keeps its decks loaded: libVLC draws a paused picture anew twelve times a second, which
    takes some 2 % of a core for each. After that a start takes as much longer as a priming does, 0.1 s."""
    crossing_us: int = 3_000_000
    """How long the sound may take to go over into another version of the album; it takes 0.4 s. Nearer to an end, and
    where it takes longer, the other version is gone to by a locate. Less than what is decoded ahead of the old one."""
    catch_up_us: int = 300_000
    """How far ahead of the song a deck is primed that has to join a running song: ten times what priming takes on an
    idle machine. Doubled each time it was not enough."""
    calm_us: int = 1_200_000
    """How long after a take the next deck is primed: opening a film makes pictures beside it up to 20 ms late (measured
    on two cores), and those just after a cut are the ones that are watched."""
    prime_ahead_us: int = 3_000_000
    """Not even then is it left until later than this before its own take."""
    brief_us: int = 1_000_000
    """Where the next shot is shorter, the one after it is primed ahead as well: a priming takes 0.13 to 0.2 s here, but
    0.4 where its run-up has to be tried again, and more on a slower machine (measured)."""
    arm_us: int = 200_000
    """How long before its instant a take is handed to the deck's thread, with the freshest song clock."""
    stage_lead_us: int = 500
    """The stage changes over this long before a cut's instant: painting takes 1.5 ms, and the zero, mpv, a little
    less. With 4 ms every cut was seen 4.3 ms early (measured)."""
    late_take_us: int = 40_000
    """A primed deck that is later than this is primed again further on; below, it is released and trimmed."""
    retry_us: int = 2_000_000
    """How often a film that failed is tried again while its segment lasts."""
    part_us: int = 30_000_000
    """Longer segments are conformed and played in parts, so that none takes long to be ready."""
    clip_margin_us: int = 1_000_000
    """Film kept beyond the end of a part, so that a deck never runs dry before the next take."""


class Action(StrEnum):
    """What to do about a drift."""

    HOLD = "hold"
    TRIM = "trim"
    RELOCATE = "relocate"


@dataclass(frozen=True)
class Decision:
    """An action; for a trim its rate in percent and how long it lasts."""

    action: Action
    percent: float = 0.0
    duration_us: int = 0


HOLD = Decision(Action.HOLD)


def decide(drift_ms: float, readings: int, remaining_ms: float, policy: SyncPolicy) -> Decision:
    """Decide on a filtered drift: hold, trim until it is gone and a little further, or relocate.

    `readings` is how many `drift_ms` was filtered from, `remaining_ms` what is left of the segment.
    """
    size = abs(drift_ms)
    threshold = policy.dead_band_ms if readings >= policy.enough else policy.large_ms
    if readings < policy.few or size <= threshold or remaining_ms < policy.quiet_end_ms:
        return HOLD
    if size >= policy.relocate_from_ms:
        return Decision(Action.RELOCATE)
    shift_ms = size + policy.past * policy.dead_band_ms
    percent = min(policy.most_percent, max(policy.least_percent, shift_ms / policy.trim_ms * 100))
    duration_us = round(shift_ms / percent * 100_000)
    return Decision(Action.TRIM, percent if drift_ms > 0 else -percent, duration_us)
