"""From an album and the facts about its files to the timeline that plays, and all that does not fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path

from visualalbum.media.facts import AudioFacts, MediaFacts
from visualalbum.model import Album, Film, Track, Words
from visualalbum.problems import Place, Problem
from visualalbum.timeline.binding import booklet
from visualalbum.timeline.context import Context, Key
from visualalbum.timeline.cues import (
    FilmCue,
    FilmSoundClip,
    HeardFilm,
    SongClip,
    SoundPlan,
    StillCue,
    TextFile,
    Timeline,
    TrackCue,
)
from visualalbum.timeline.mode import Mode
from visualalbum.timeline.segments import film_cue, film_sound, resolve_segments
from visualalbum.timeline.stills import resolve_stills

SILENCE_RATE = 48_000
"""Samples a second of a track that has none: the programme's own rate."""


def build(
    album: Album,
    folder: Path,
    place: Callable[[Key], Place],
    facts: Mapping[Path, MediaFacts],
    mode: Mode = Mode.TOGETHER,
) -> tuple[Timeline, list[Problem]]:
    """Resolve an album whose paths count from `folder`; `place` tells where a key of it was written.

    What cannot be placed is told and left out, the rest plays. Files without facts count as not yet probed: a track
    of theirs may have no length. An album without tracks is led by its films, whatever the mode.
    """
    context = Context(album, folder, place, facts)
    programme = _Programme(context)
    films = _films(album)
    mode = mode if album.tracks else Mode.FILM
    if mode is Mode.FILM:
        for name, film, key in films:
            programme.add_film(name, film, key)
    else:
        for index, (name, track) in enumerate(zip(album.track_ids, album.tracks, strict=True)):
            programme.add_track(name, track, ("tracks", index), filmed=mode is Mode.TOGETHER)
    timeline = Timeline(
        title=album.title,
        artist=album.artist,
        tracks=tuple(programme.tracks),
        films=tuple(programme.films),
        stills=tuple(programme.stills),
        heard=tuple(programme.heard),
        sound=SoundPlan(tuple(programme.songs), tuple(programme.film_sounds)),
        cover=context.path(album.cover.image) if album.cover else None,
        cover_alt=album.cover.alt if album.cover else "",
        booklet=booklet(album, folder),
        mode=mode,
        modes=tuple(Mode) if album.tracks and films else (mode,),
    )
    return timeline, context.problems


@dataclass
class _Programme:
    """What has been laid end to end so far; `start` is where the next part goes, in exact seconds."""

    context: Context
    start: Fraction = Fraction(0)
    tracks: list[TrackCue] = field(default_factory=list)
    songs: list[SongClip] = field(default_factory=list)
    films: list[FilmCue] = field(default_factory=list)
    film_sounds: list[FilmSoundClip] = field(default_factory=list)
    stills: list[StillCue] = field(default_factory=list)
    heard: list[HeardFilm] = field(default_factory=list)

    def add_track(self, name: str, track: Track, key: Key, *, filmed: bool) -> None:
        """Lay a track with its segments and stills."""
        context = self.context
        audio = context.audio(track.audio, (*key, "audio")) if track.audio else None
        length_us = round(audio.length * 1_000_000) if audio else None
        segments = resolve_segments(context, track, key, length_us)
        length = audio.length if audio else Fraction(max((one.end_us for one in segments), default=0), 1_000_000)
        start_us = self._us
        if filmed:
            for index, one in enumerate(segments, start=1):
                cue_name = one.segment.id or f"{name}:{one.segment.film or one.file}-{index}"
                self.films.append(film_cue(context, one, cue_name, start_us))
                sound = film_sound(context, one, start_us)
                self.film_sounds += [sound] if sound else []
                if sound and sound.gain_db > float("-inf"):
                    self._hear(one.file, sound.start_us, sound.end_us, sound.in_us)
        certain = audio is not None or not track.audio
        for still in resolve_stills(context, track, key, name, round(length * 1_000_000), certain=certain):
            end_us = start_us + still.end_us
            self.stills.append(replace(still, start_us=start_us + still.start_us, end_us=end_us))
        facts = context.facts(track.audio, (*key, "audio")) if track.audio and audio else None
        tags = facts.tags if facts else {}
        self._close(
            TrackCue(
                id=name,
                title=track.title or tags.get("title", "") or name,
                artist=track.artist or tags.get("artist", ""),
                start_us=start_us,
                end_us=0,
                still=context.path(track.still.image) if track.still else None,
                lyrics=_texts(context, track.lyrics),
                essay=_texts(context, track.essay),
                tempo=track.tempo.map if track.tempo else None,
                chapters=_chapters(facts, audio.start_us, round(length * 1_000_000)) if facts and audio else (),
            ),
            context.path(track.audio) if track.audio and audio else None,
            audio,
            length,
        )

    def add_film(self, name: str, film: Film, key: Key) -> None:
        """Lay a whole film with its own sound, as a track of its own."""
        context = self.context
        video = context.video(film.file, key)
        facts = context.facts(film.file, key) if video else None
        if video is None or facts is None:
            return
        # Its sound may start before or after its first picture, and film time counts from there.
        path = context.path(film.file)
        length = Fraction(video.length_us, 1_000_000)
        start_us = self._us
        end_us = round((self.start + length) * 1_000_000)
        self.films.append(FilmCue(name, name, path, video.stream, video.rate, start_us, end_us, in_us=0))
        if facts.audio:
            zero_us, stream = video.zero_us, facts.audio.stream
            self.film_sounds.append(FilmSoundClip(path, stream, zero_us, 0, start_us, end_us))
        # A silent film's captions count as heard: they are its intertitles.
        self._hear(film.file, start_us, end_us, in_us=0)
        title = film.title or facts.tags.get("title", "") or name
        captions, synopsis = _texts(context, film.captions), _texts(context, film.synopsis)
        diary = _diary(context, film, key, video.rate)
        chapters = (*_chapters(facts, video.zero_us, video.length_us), *diary)
        cue = TrackCue(
            name, title, film.director, start_us, 0, lyrics=captions, essay=synopsis, chapters=tuple(sorted(chapters))
        )
        self._close(cue, None, None, length)

    @property
    def _us(self) -> int:
        return round(self.start * 1_000_000)

    def _hear(self, file: str, start_us: int, end_us: int, in_us: int) -> None:
        """Note where a film is heard, if it has captions; a segment may name by its file what has an id."""
        films = self.context.album.films.values()
        captions = next((film.captions for film in films if film.file == file and film.captions), None)
        if captions is not None:
            self.heard.append(HeardFilm(_texts(self.context, captions), start_us, end_us, in_us))

    def _close(self, track: TrackCue, path: Path | None, audio: AudioFacts | None, length: Fraction) -> None:
        rate, samples, stream = (audio.rate, audio.samples, audio.stream) if audio else (SILENCE_RATE, 0, 0)
        self.songs.append(SongClip(path, stream, rate, samples, self.start, length))
        self.start += length
        self.tracks.append(replace(track, end_us=self._us))


def _texts(context: Context, words: Words | None) -> tuple[TextFile, ...]:
    """A text as it was made, then in other languages in the order of the manifest."""
    if words is None:
        return ()
    others = (TextFile(context.path(file), language) for language, file in words.translations.items())
    return (TextFile(context.path(words.file), words.language or ""), *others)


def _chapters(facts: MediaFacts, zero_us: int, length_us: int) -> tuple[tuple[int, str], ...]:
    """A file's chapters that begin within a length from its zero; a few samples of priming may lie before it."""
    placed = ((max(0, at_us - zero_us), title) for at_us, title in facts.chapters)
    return tuple(chapter for chapter in placed if chapter[0] < length_us)


def _diary(context: Context, film: Film, key: Key, rate: Fraction) -> list[tuple[int, str]]:
    """The entries of a film's diary that belong to a place in it."""
    found: list[tuple[int, str]] = []
    for index, entry in enumerate(film.diary):
        at_us = context.time_us(entry.at, (*key, "diary", index, "at"), rate) if entry.at else None
        found += [(at_us, entry.title or entry.date)] if at_us is not None else []
    return found


def _films(album: Album) -> list[tuple[str, Film, Key]]:
    """Every film of the album with its name and key: those it lists, then those that only a track names."""
    films: dict[str, tuple[Film, Key]] = {name: (film, ("films", name)) for name, film in album.films.items()}
    for index, track in enumerate(album.tracks):
        for segment in album.segments(track):
            film = album.film(segment.film)
            if film is not None and film.file not in {known.file for known, _key in films.values()}:
                films[film.file] = (film, ("tracks", index))
    return [(name, film, key) for name, (film, key) in films.items()]
