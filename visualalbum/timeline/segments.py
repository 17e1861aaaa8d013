"""Segments of a track resolved into film cues and film sounds: times filled in, snapped to frames, checked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from visualalbum.fit import Fit
from visualalbum.media.facts import VideoFacts
from visualalbum.model import Segment, Track
from visualalbum.said import say
from visualalbum.timecode import people
from visualalbum.timeline.context import Context, Key
from visualalbum.timeline.cues import FilmCue, FilmSoundClip

SHORTEST_US = 250_000
"""A segment may be this short; a deck needs about as long to be primed for the next one."""
UNPROBED_RATE = Fraction(25)
UNPROBED_SLACK_US = 1_000_000
"""How wrong a time in frames may be while the film's own rate is not known."""


@dataclass(frozen=True)
class Resolved:
    """A segment in microseconds: `at_us` on its track; `film` is None where the file could not be probed."""

    key: Key
    segment: Segment
    file: str
    film: VideoFacts | None
    in_us: int
    at_us: int
    out_us: int
    dissolve_us: int = 0
    tail_us: int = 0

    @property
    def end_us(self) -> int:
        """Where it ends on its track."""
        return self.at_us + self.out_us - self.in_us


def resolve_segments(context: Context, track: Track, key: Key, length_us: int | None) -> list[Resolved]:
    """Resolve a track's segments in order; one that cannot be placed is told and left out.

    `length_us` is the track's length, None where only its segments can tell.
    """
    written = context.album.segments(track)
    starts = [_at_us(context, track, segment, (*key, "segments", index)) for index, segment in enumerate(written)]
    resolved: list[Resolved] = []
    for index, segment in enumerate(written):
        here: Key = (*key, "segments", index) if track.segments else (*key, "film")
        after = next((start for start in starts[index + 1 : index + 2] if start is not None), None)
        before = resolved[-1] if resolved else None
        one = _resolve(context, segment, here, before, starts[index], after, length_us)
        if one is not None:
            resolved = _join(context, resolved, one)
    return resolved


def film_cue(context: Context, one: Resolved, name: str, start_us: int) -> FilmCue:
    """The cue of a resolved segment on a track that starts at `start_us` of the programme."""
    rate = one.film.rate if one.film else UNPROBED_RATE
    return FilmCue(
        id=name,
        film=one.segment.film or one.file,
        path=context.path(one.file),
        stream=one.film.stream if one.film else 0,
        rate=rate,
        start_us=start_us + one.at_us,
        end_us=start_us + one.end_us,
        in_us=one.in_us,
        dissolve_us=one.dissolve_us,
        tail_us=one.tail_us,
        hold=one.segment.hold,
        fit=one.segment.fit or Fit.CONTAIN,
    )


def film_sound(context: Context, one: Resolved, start_us: int) -> FilmSoundClip | None:
    """The segment's own sound and what it does to the song; None where it leaves the song alone and is silent."""
    sound, song_gain_db = one.segment.sound, one.segment.song
    if one.film is None or (sound is None and song_gain_db == 0):
        return None
    audio = context.audio(one.file, (*one.key, "sound")) if sound else None
    level = sound.level if sound and audio else float("-inf")
    length_us = one.end_us - one.at_us
    fade_in_us = sound.fade_in.us if sound and sound.fade_in else 0
    fade_out_us = sound.fade_out.us if sound and sound.fade_out else 0
    if fade_in_us + fade_out_us > length_us:
        context.error(
            "fades-too-long",
            (*one.key, "sound"),
            say(
                "the fades last {fades} and the segment {segment}",
                fades=people(fade_in_us + fade_out_us),
                segment=people(length_us),
            ),
            say("shorten the fades"),
        )
        fade_in_us = fade_out_us = 0
    return FilmSoundClip(
        path=context.path(one.file),
        stream=audio.stream if audio else -1,
        zero_us=one.film.zero_us,
        in_us=one.in_us,
        start_us=start_us + one.at_us,
        end_us=start_us + one.end_us,
        gain_db=level,
        fade_in_us=fade_in_us,
        fade_out_us=fade_out_us,
        song_gain_db=song_gain_db,
    )


def _at_us(context: Context, track: Track, segment: Segment, key: Key) -> int | None:
    """Where a segment says it is on its track; `go` belongs to live tracks and stands where the one before ends."""
    if segment.at is None or segment.at == "go":
        return None
    return context.time_us(segment.at, (*key, "at"), tempo=track.tempo.map if track.tempo else None)


def _resolve(
    context: Context,
    segment: Segment,
    key: Key,
    before: Resolved | None,
    at_us: int | None,
    next_at_us: int | None,
    length_us: int | None,
) -> Resolved | None:
    film = context.album.film(segment.film)
    if film is None:
        return None  # an unknown id is the manifest's own rule
    facts = context.video(film.file, key)
    rate = facts.rate if facts else UNPROBED_RATE
    in_us = context.time_us(segment.in_, (*key, "in"), rate) if segment.in_ else 0
    if in_us is None:
        return None
    in_us = _snap(in_us, rate)
    at_us = at_us if at_us is not None else before.end_us if before else 0
    ends = [length_us - at_us if length_us is not None else None, facts.length_us - in_us if facts else None]
    if segment.out is not None:
        out_us = context.time_us(segment.out, (*key, "out"), rate)
        if out_us is None:
            return None
        out_us = _snap(out_us, rate)
    else:
        ends.append(next_at_us - at_us if next_at_us is not None else None)
        lasts = min((end for end in ends if end is not None), default=None)
        if lasts is None:
            return None  # neither film nor track could be probed: nothing tells its length
        out_us = in_us + lasts
    return _check(context, Resolved(key, segment, film.file, facts, in_us, at_us, out_us), length_us)


def _check(context: Context, one: Resolved, length_us: int | None) -> Resolved | None:
    key, film = one.key, one.film
    if film and one.in_us >= film.length_us:
        context.error(
            "past-the-film",
            (*key, "in"),
            say(
                "the in-point {time} is past the end of {film} at {end}",
                time=people(one.in_us),
                film=one.file,
                end=people(film.length_us),
            ),
            say("choose an earlier in-point"),
        )
        return None
    if length_us is not None and one.at_us >= length_us:
        context.error(
            "past-the-track",
            (*key, "at"),
            say(
                "the segment starts at {start} and the track ends at {end}",
                start=people(one.at_us),
                end=people(length_us),
            ),
            say("choose an earlier place"),
        )
        return None
    if one.out_us <= one.in_us:
        context.error(
            "out-before-in",
            (*key, "out"),
            say(
                "the out-point {out} is not after the in-point {start}",
                out=people(one.out_us),
                start=people(one.in_us),
            ),
            say("exchange them, or mend the wrong one"),
        )
        return None
    half_frame_us = round(500_000 / film.rate) if film else 0
    if film and one.out_us > film.length_us + half_frame_us:
        context.error(
            "past-the-film",
            (*key, "out"),
            say(
                "the out-point {time} is past the end of {film} at {end}",
                time=people(one.out_us),
                film=one.file,
                end=people(film.length_us),
            ),
            say("choose an earlier out-point, or leave it out"),
        )
    if film:
        one = replace(one, out_us=min(one.out_us, film.length_us))
    if length_us is not None and one.end_us > length_us:
        if one.end_us > length_us + half_frame_us:
            context.warn(
                "past-the-track",
                key,
                say(
                    "the segment goes on to {time} and the track ends at {end}",
                    time=people(one.end_us),
                    end=people(length_us),
                ),
                say("choose an earlier out-point, or leave it out"),
            )
        one = replace(one, out_us=one.in_us + length_us - one.at_us)
    if one.end_us - one.at_us < SHORTEST_US:
        context.error(
            "too-short",
            key,
            say(
                "the segment lasts {ms} ms, and the shortest is {least} ms",
                ms=(one.end_us - one.at_us) // 1000,
                least=SHORTEST_US // 1000,
            ),
            say("let it last longer, or take it out"),
        )
        return None
    return one


def _join(context: Context, earlier: list[Resolved], one: Resolved) -> list[Resolved]:
    """Put a segment behind the others: the one before ends where it starts, and lives on under its dissolve."""
    join = one.segment.join.dissolve
    dissolve_us = join.us if join else 0
    if dissolve_us > one.end_us - one.at_us:
        context.error(
            "dissolve-too-long",
            (*one.key, "join"),
            say(
                "the dissolve lasts {dissolve} and the segment {segment}",
                dissolve=people(dissolve_us),
                segment=people(one.end_us - one.at_us),
            ),
            say("shorten the dissolve"),
        )
        dissolve_us = one.end_us - one.at_us
    one = replace(one, dissolve_us=dissolve_us)
    if not earlier:
        return [one]
    before = earlier[-1]
    if one.at_us <= before.at_us:
        context.error(
            "out-of-order",
            (*one.key, "at"),
            say(
                "the segment starts at {start} and the one before it at {before}",
                start=people(one.at_us),
                before=people(before.at_us),
            ),
            say("write segments in the order of the song"),
        )
        return earlier
    overlap_us = before.end_us - one.at_us
    slack_us = round(500_000 / before.film.rate) if before.film and one.film else UNPROBED_SLACK_US
    if overlap_us > dissolve_us + slack_us:
        context.error(
            "overlap",
            (*one.key, "at"),
            say("the segment starts {time} before the end of the one before it", time=people(overlap_us)),
            say("move it, let the one before end earlier, or join them with a dissolve"),
        )
    if overlap_us > 0:
        before = replace(before, out_us=before.in_us + one.at_us - before.at_us)
    if before.end_us == one.at_us:
        left_us = before.film.length_us - before.out_us if before.film else dissolve_us
        before = replace(before, tail_us=max(0, min(dissolve_us, left_us)))
    return [*earlier[:-1], before, one]


def _snap(time_us: int, rate: Fraction) -> int:
    """The time of the frame nearest to a time."""
    return round(round(time_us * rate / 1_000_000) * 1_000_000 / rate)
