"""The resolved timeline: every cue with its place on the programme, in integer microseconds.

Programme time counts from the first sample of the first track. A position in the sound is exact: `SongClip.start`
and `.length` are fractions of a second, and the rounded microseconds beside them are for pictures and people.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from visualalbum.fit import Fit as Fit  # the stage's word, for those who draw cues
from visualalbum.timecode import TempoMap
from visualalbum.timeline.booklet import Booklet
from visualalbum.timeline.mode import Mode


@dataclass(frozen=True)
class SongClip:
    """What one track sounds like: `samples` samples of a stream at `rate`, then silence up to `length` seconds.

    `path` None is silence. Clips of one programme follow each other without a gap: start + length of one is the
    start of the next.
    """

    path: Path | None
    stream: int
    rate: int
    samples: int
    start: Fraction
    length: Fraction
    gain_db: float = 0.0


@dataclass(frozen=True)
class FilmSoundClip:
    """A film's own sound, mixed with the song from `start_us` to `end_us` of the programme.

    `in_us` is the film time heard at `start_us`; film time 0 is the first picture, which stands at `zero_us` in the
    container. `gain_db` is its level, `song_gain_db` what happens to the song meanwhile (0 leaves it, -inf takes it
    away). Fades are linear in amplitude and lie inside the clip.
    """

    path: Path
    stream: int
    zero_us: int
    in_us: int
    start_us: int
    end_us: int
    gain_db: float = 0.0
    fade_in_us: int = 0
    fade_out_us: int = 0
    song_gain_db: float = 0.0


@dataclass(frozen=True)
class SoundPlan:
    """All that is heard: the songs end to end, and the film sounds mixed with them."""

    songs: tuple[SongClip, ...] = ()
    film_sounds: tuple[FilmSoundClip, ...] = ()

    @property
    def length(self) -> Fraction:
        """Length of the programme in seconds."""
        return self.songs[-1].start + self.songs[-1].length if self.songs else Fraction(0)


@dataclass(frozen=True)
class FilmCue:
    """A segment placed on the programme: from `start_us` on the film shows `in_us`, until `end_us`.

    `in_us` is a frame's own time. `dissolve_us` is how long it takes to come in over the picture before it;
    `tail_us` how much of its film is still shown past `end_us`, under the dissolve of the next one; `hold` whether
    its last frame stands when nothing follows.
    """

    id: str
    film: str
    path: Path
    stream: int
    rate: Fraction
    start_us: int
    end_us: int
    in_us: int
    dissolve_us: int = 0
    tail_us: int = 0
    hold: bool = False
    fit: Fit = Fit.CONTAIN

    def film_us(self, programme_us: int) -> int:
        """The film time shown at a programme time, whether or not the cue is on then."""
        return self.in_us + programme_us - self.start_us


@dataclass(frozen=True)
class StillCue:
    """A still on the stage from `start_us` to `end_us` of the programme."""

    id: str
    path: Path
    start_us: int
    end_us: int
    fit: Fit = Fit.CONTAIN
    caption: str = ""
    alt: str = ""


@dataclass(frozen=True)
class TextFile:
    """A text beside a track: its file and its language, a BCP 47 tag that may be unknown."""

    path: Path
    language: str = ""


@dataclass(frozen=True)
class HeardFilm:
    """A stretch of the programme in which a film's own sound is heard, with the files of its captions.

    `in_us` is the film time at `start_us`; film time 0 is the first picture, and captions count from there too.
    """

    captions: tuple[TextFile, ...]
    start_us: int
    end_us: int
    in_us: int = 0


@dataclass(frozen=True)
class TrackCue:
    """A track (in film mode: a film) with its place on the programme; `still` is shown where nothing else is.

    `lyrics` are its words (a film's captions) and `essay` what is to be read with it (a film's synopsis), each as it
    was made and then in other languages; `tempo` is what moments in bars are counted by. `chapters` are those of its
    file and a film's diary: microseconds of the track, and a title.
    """

    id: str
    title: str
    artist: str
    start_us: int
    end_us: int
    still: Path | None = None
    lyrics: tuple[TextFile, ...] = ()
    essay: tuple[TextFile, ...] = ()
    tempo: TempoMap | None = None
    chapters: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class Timeline:
    """Everything that plays, resolved. Cues of a lane are in order of `start_us` and do not overlap.

    `mode` is the way in which the album is played, `modes` are those that there are.
    """

    title: str = ""
    artist: str = ""
    tracks: tuple[TrackCue, ...] = ()
    films: tuple[FilmCue, ...] = ()
    stills: tuple[StillCue, ...] = ()
    heard: tuple[HeardFilm, ...] = ()
    sound: SoundPlan = SoundPlan()
    cover: Path | None = None
    cover_alt: str = ""
    booklet: Booklet = field(default_factory=Booklet)
    mode: Mode = Mode.TOGETHER
    modes: tuple[Mode, ...] = ()

    @property
    def media(self) -> frozenset[Path]:
        """The files of all that is heard and of all that moves."""
        songs = [song.path for song in self.sound.songs if song.path is not None]
        sounds, films = [sound.path for sound in self.sound.film_sounds], [film.path for film in self.films]
        return frozenset([*songs, *sounds, *films])

    @property
    def end_us(self) -> int:
        """Length of the programme in microseconds."""
        return self.tracks[-1].end_us if self.tracks else 0
