"""The film's order of shots, and on which of its frames each starts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from backstage.shots import duel, dusk, last, night, quiet, school, slam, stopped
from backstage.shots.base import Contact, Shot

ORDER: tuple[type[Shot], ...] = (
    last.Title, night.Wings, night.Spotlight,  # the night of the stage
    school.CorridorFar, school.Lockers, school.Shoes, stopped.Stopped, slam.Slam,  # that morning
    dusk.RoofMedium, dusk.RoofWide,  # the evening before
    duel.CircleTop, duel.CircleProfile, quiet.Moon, quiet.Lace,  # rehearsals, and the night after
    night.GiantShadow, duel.ArgumentTwo, duel.ArgumentOne,  # the stage again
    duel.Together, duel.Finale, last.LastStance,
)  # fmt: skip


@dataclass(frozen=True)
class Placed:
    """A shot in the film: its class, its first frame there, and how many frames it has."""

    kind: type[Shot]
    first: int
    frames: int

    @property
    def end(self) -> int:
        """The frame after its last."""
        return self.first + self.frames


def _length(kind: type[Shot]) -> int:
    return round(kind.bars * 48) + kind.handle


@cache
def placed() -> tuple[Placed, ...]:
    """All shots in the film's order."""
    found, first = [], 0
    for kind in ORDER:
        found.append(Placed(kind, first, _length(kind)))
        first = found[-1].end
    return tuple(found)


FRAMES = sum(_length(kind) for kind in ORDER)


@cache
def contacts() -> tuple[Contact, ...]:
    """Every strike that the film shows, on the film's frames, in order."""
    found = []
    for place in placed():
        found += [replace(contact, frame=contact.frame + place.first) for contact in place.kind().contacts()]
    return tuple(sorted(found, key=lambda contact: contact.frame))


@cache
def taps() -> tuple[Contact, ...]:
    """Every strike that the film lets hear, on the film's frames, in order."""
    found = []
    for place in placed():
        found += [replace(contact, frame=contact.frame + place.first) for contact in place.kind().heard()]
    return tuple(sorted(found, key=lambda contact: contact.frame))
