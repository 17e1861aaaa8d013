"""The order of a show, and when it is shown."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field, model_validator

from visualalbum.model.part import Part
from visualalbum.model.scalars import Duration, FilmTime, Show, Text, refusal
from visualalbum.said import Said, say


class ProgrammeItem(Part):
    """One item of the programme: a leader, an interval, a track by its id, or a stretch of film.

    Short forms: `leader 8s`, `interval 2:00`, and a track's id alone.
    """

    called: ClassVar[Said] = say("an item of the programme")

    leader: Duration | None = None
    """Black before the show, for so long: `8 s`."""
    interval: Duration | None = None
    """A pause, for so long: `2 min`."""
    track: Text | None = None
    """A track by its id: `locker-room`."""
    film: Text | None = None
    """A film by its id: `backstage`."""
    in_: FilmTime | None = Field(default=None, alias="in")
    """Where the film starts: `2:00`; left out, at its start."""
    out: FilmTime | None = None
    """Where the film stops: `2:30`; left out, at its end."""

    @model_validator(mode="before")
    @classmethod
    def _lengthen(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        word, _, length = value.partition(" ")
        return {word: length.strip()} if word in ("leader", "interval") and length else {"track": value}

    @model_validator(mode="after")
    def _is_one_thing(self) -> ProgrammeItem:
        told = [self.leader, self.interval, self.track, self.film]
        if sum(value is not None for value in told) != 1:
            remedy = say("write leader, interval, a track's id, or film with in and out")
            sentence = say("an item of the programme is one thing, and this is none or several")
            raise refusal("bad-programme", sentence, remedy)
        if self.film is None and (self.in_ or self.out):
            sentence = say("in and out belong to a film, and this item has none")
            raise refusal("bad-programme", sentence, say("add film: ID"))
        return self


class Screening(Part):
    """A show for an audience."""

    called: ClassVar[Said] = say("a screening")

    at: Show
    """When it starts, with its zone: `2026-12-01 19:30 Asia/Tokyo`."""
    doors: Duration | None = None
    """How long before it the house opens: `30 min`."""
    title: Text = ""
    """What it is called: `First night`."""
    place: Text = ""
    """Where it is: `The town hall`."""
