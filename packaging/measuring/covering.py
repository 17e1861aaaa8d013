"""The covering set: lines in which every kind of film and song appears, and every pair of kinds that is a risk."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from tests.support import clips

RATES = {
    "23.976": Fraction(24000, 1001),
    "24": Fraction(24),
    "25": Fraction(25),
    "29.97": Fraction(30000, 1001),
    "50": Fraction(50),
    "60": Fraction(60),
}
CONTAINERS = {"MP4": "mp4", "MOV": "mov", "MKV": "mkv", "WebM": "webm", "TS": "ts", "AVI": "avi"}
CODECS = {"H.264": "libx264", "HEVC": "libx265", "VP9": "libvpx-vp9", "AV1": "libsvtav1", "MPEG-4": "mpeg4"}
GROUPS = {"group of 12": 12, "group of 250": 250}
SONGS = {
    "FLAC": clips.Song(container="flac"),
    "WAV": clips.Song(container="wav"),
    "MP3 CBR": clips.Song(container="mp3"),
    "MP3 VBR": clips.Song(container="mp3", vbr=True),
    "M4A": clips.Song(container="m4a"),
    "Opus": clips.Song(container="opus"),
    "Vorbis": clips.Song(container="ogg"),
}
SONG_RATES = {"44.1 kHz": 44100, "48 kHz": 48000}
VALUES = (*RATES, *CONTAINERS, *CODECS, *GROUPS, *SONGS, *SONG_RATES)

HOLDS = {
    "MP4": {"H.264", "HEVC", "VP9", "AV1", "MPEG-4"},
    "MOV": {"H.264", "HEVC", "MPEG-4"},
    "MKV": set(CODECS),
    "WebM": {"VP9", "AV1"},
    "TS": {"H.264", "HEVC", "MPEG-4"},
    "AVI": {"H.264", "MPEG-4"},
}
"""What is found in each container; FFmpeg writes more than players read."""

PLAYS_AT = {song: set(SONG_RATES) for song in SONGS} | {"Opus": {"48 kHz"}}
"""Opus knows one rate."""


@dataclass(frozen=True)
class Risk:
    """Pairs of kinds that may go wrong together, though each goes well in other company."""

    why: str
    pairs: tuple[tuple[str, str], ...]


RISKS = (
    Risk("AVI knows when pictures are decoded; with B-frames, when they are shown is to be found out",
         (("AVI", "H.264"), ("AVI", "MPEG-4"))),
    Risk("a transport stream starts at 1.4 s, and with B-frames later",
         (("TS", "H.264"), ("TS", "HEVC"))),
    Risk("a transport stream has no index: the way to an in-point is guessed, and long if key pictures are far",
         (("TS", "group of 250"),)),
    Risk("Matroska counts whole milliseconds, in which no frame of these rates lasts",
         (("MKV", "23.976"), ("MKV", "29.97"), ("WebM", "29.97"), ("WebM", "60"))),
    Risk("B-frames make the first picture late, which an edit list in the head takes back",
         (("MP4", "H.264"), ("MOV", "HEVC"))),
    Risk("up to four seconds are decoded on the way to an in-point, at twice the pictures a second",
         (("60", "group of 250"), ("50", "group of 250"))),
    Risk("the same way, with codecs that take longer to decode",
         (("HEVC", "group of 250"), ("VP9", "group of 250"), ("AV1", "group of 250"))),
    Risk("HEVC's key pictures are followed by pictures that need those before them",
         (("HEVC", "group of 12"),)),
    Risk("some packets of VP9 hold a picture that is never shown",
         (("WebM", "VP9"), ("MP4", "VP9"))),
    Risk("AV1's head is kept beside the stream in each container in another way",
         (("WebM", "AV1"), ("MP4", "AV1"))),
    Risk("decoding may come too late",
         (("60", "HEVC"), ("60", "AV1"), ("50", "VP9"))),
    Risk("no frame lasts a whole number of samples",
         (("23.976", "44.1 kHz"), ("29.97", "44.1 kHz"), ("29.97", "48 kHz"))),
    Risk("the encoder puts silence before the song, which its file tells of in a way of its own, if at all",
         (("MP3 CBR", "44.1 kHz"), ("MP3 CBR", "48 kHz"), ("MP3 VBR", "44.1 kHz"), ("M4A", "44.1 kHz"),
          ("M4A", "48 kHz"), ("Opus", "48 kHz"), ("Vorbis", "44.1 kHz"))),
)  # fmt: skip

RISKY_JOINS = (
    Risk("the two songs have different rates, and the device has one",
         (("44.1 kHz", "48 kHz"), ("48 kHz", "44.1 kHz"))),
    Risk("both have silence at their ends that is none of the song's",
         (("M4A", "MP3 VBR"), ("Opus", "MP3 CBR"))),
)  # fmt: skip

Sound = tuple[str, str]
"""A kind of song and its rate."""


@dataclass(frozen=True)
class Line:
    """A film, and one song beside it or two that follow each other; a `long` one is played for ten minutes."""

    container: str
    codec: str
    rate: str
    group: str
    songs: tuple[Sound, ...]
    long: bool = False

    @property
    def name(self) -> str:
        """What it is called in tables."""
        songs = ", then ".join(" ".join(song) for song in self.songs)
        return f"{self.container} {self.codec} {self.rate} fps, {self.group}; {songs}"

    @property
    def slug(self) -> str:
        """What its files are called."""
        return f"{self.container}-{self.codec}-{self.rate}".lower().replace(".", "")

    @property
    def film_values(self) -> tuple[str, ...]:
        """The kinds of its film."""
        return self.container, self.codec, self.rate, self.group

    def holds(self, pair: tuple[str, str]) -> bool:
        """Whether two kinds meet in it: both of the film, or of the film and a song, or of one song."""
        return any({*pair} <= {*self.film_values, *song} for song in self.songs)

    def joins(self, pair: tuple[str, str]) -> bool:
        """Whether a song of the first kind is followed by one of the second."""
        return any(pair[0] in one and pair[1] in other for one, other in zip(self.songs, self.songs[1:], strict=False))

    def film(self, seconds: float) -> clips.Film:
        """Its film, of a length."""
        rate = RATES[self.rate]
        return clips.Film(
            rate=rate,
            frames=round(seconds * rate),
            codec=CODECS[self.codec],
            container=CONTAINERS[self.container],
            group=GROUPS[self.group],
        )


LINES = (
    Line("TS", "HEVC", "25", "group of 12", (("M4A", "44.1 kHz"),)),
    Line("AVI", "MPEG-4", "29.97", "group of 12", (("MP3 VBR", "44.1 kHz"),)),
    Line("WebM", "VP9", "29.97", "group of 250", (("Opus", "48 kHz"),)),
    Line("AVI", "H.264", "25", "group of 250", (("MP3 CBR", "44.1 kHz"),)),
    Line("TS", "H.264", "50", "group of 250", (("MP3 CBR", "48 kHz"),)),
    Line("WebM", "AV1", "60", "group of 250", (("Vorbis", "44.1 kHz"),)),
    Line("MOV", "HEVC", "60", "group of 12", (("WAV", "48 kHz"),)),
    Line("MKV", "HEVC", "29.97", "group of 250", (("FLAC", "44.1 kHz"), ("WAV", "48 kHz"))),
    Line("MP4", "VP9", "50", "group of 12", (("Opus", "48 kHz"), ("MP3 CBR", "44.1 kHz"))),
    Line("MP4", "AV1", "24", "group of 250", (("M4A", "48 kHz"), ("MP3 VBR", "44.1 kHz"))),
    Line("MKV", "H.264", "23.976", "group of 250", (("FLAC", "44.1 kHz"),), long=True),
    Line("MP4", "H.264", "60", "group of 250", (("M4A", "48 kHz"),), long=True),
)
