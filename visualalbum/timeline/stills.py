"""Stills of a track placed in time: where a start or a length is left out, the neighbours give it."""

from __future__ import annotations

from visualalbum.fit import Fit
from visualalbum.model import Track
from visualalbum.said import say
from visualalbum.timecode import people
from visualalbum.timeline.context import Context, Key
from visualalbum.timeline.cues import StillCue


def resolve_stills(
    context: Context, track: Track, key: Key, name: str, length_us: int, *, certain: bool
) -> list[StillCue]:
    """The stills of a track in order, with times on the track; one that cannot be placed is told and left out.

    Where the track's length is not `certain`, because its song is missing, a still past it is left out without a word.
    """
    tempo = track.tempo.map if track.tempo else None
    starts = [
        context.time_us(still.at, (*key, "stills", index, "at"), tempo=tempo)
        if still.at is not None and still.at != "go"
        else None
        for index, still in enumerate(track.stills)
    ]
    cues: list[StillCue] = []
    for index, still in enumerate(track.stills):
        here: Key = (*key, "stills", index)
        start_us = starts[index]
        if start_us is None:
            start_us = cues[-1].end_us if cues else 0
        after_us = next((later for later in starts[index + 1 : index + 2] if later is not None), length_us)
        end_us = start_us + still.for_.us if still.for_ else after_us
        if start_us >= length_us:
            if certain:
                context.error(
                    "past-the-track",
                    (*here, "at"),
                    say(
                        "the still comes at {start} and the track ends at {end}",
                        start=people(start_us),
                        end=people(length_us),
                    ),
                    say("choose an earlier place"),
                )
            continue
        if cues and start_us < cues[-1].end_us:
            context.error(
                "overlap",
                (*here, "at"),
                say(
                    "the still comes at {start} and the one before it stays until {end}",
                    start=people(start_us),
                    end=people(cues[-1].end_us),
                ),
                say("move it, or let the one before go earlier"),
            )
            continue
        if end_us <= start_us:
            context.error("too-short", here, say("the still does not stay at all"), say("say how long with for"))
            continue
        cues.append(
            StillCue(
                id=f"{name}:still-{index + 1}",
                path=context.path(still.image),
                start_us=start_us,
                end_us=min(end_us, length_us),
                fit=still.fit or Fit.CONTAIN,
                caption=still.caption,
                alt=still.alt,
            )
        )
    return cues
