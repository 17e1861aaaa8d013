"""What an album's plan says: its cues with their places, and the moments at which a picture of each is taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

SHARES = (1 / 2, 1 / 4, 3 / 4, 1 / 8, 7 / 8)
"""Parts of a segment at which its picture may be taken, the best first: its middle is past every dissolve."""


@dataclass(frozen=True)
class Cue:
    """One segment or still on the programme."""

    id: str
    start_us: int
    end_us: int
    is_still: bool = False

    def covers(self, position_us: float) -> bool:
        """Tell whether the cue is on at a position."""
        return self.start_us <= position_us < self.end_us


@dataclass(frozen=True)
class Moment:
    """Where on the programme a cue's picture is taken."""

    cue: Cue
    position_us: int


def cues(plan: Mapping[str, Any]) -> list[Cue]:
    """The segments and stills of a plan as `visualalbum plan --json` prints it, in order of their starts."""
    seen = [cue for cue in plan["cues"] if cue["kind"] in ("film", "still")]
    return [Cue(cue["id"], cue["start_us"], cue["end_us"], is_still=cue["kind"] == "still") for cue in seen]


def moments(on_programme: Sequence[Cue]) -> list[Moment]:
    """One moment a cue, in order; a segment's where no still lies over it, if there is such a place."""
    stills = [cue for cue in on_programme if cue.is_still]
    found = []
    for cue in on_programme:
        places = [round(cue.start_us + share * (cue.end_us - cue.start_us)) for share in SHARES]
        free = [place for place in places if cue.is_still or not any(still.covers(place) for still in stills)]
        found.append(Moment(cue, (free or places)[0]))
    return sorted(found, key=lambda moment: moment.position_us)
