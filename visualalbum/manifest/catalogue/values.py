"""Rules of keys and single values."""

from __future__ import annotations

from visualalbum.manifest.catalogue.entry import Entry

SONG = "tracks: [{audio: a.flac}]"
SEGMENT = "films: {f: f.mp4}\ntracks: [{audio: a.flac, segments: [{film: f, %s}]}]"

ENTRIES = (
    Entry(
        "unknown-key",
        "A part has no such key.",
        "A key that is mistyped would do nothing, and nobody would know why. The nearest right one is offered.",
        f"titel: A\n{SONG}",
        f"title: A\n{SONG}",
    ),
    Entry(
        "missing-key",
        "A part lacks a key that it is nothing without.",
        "A picture without a file, a credit without a name: there is nothing to show.",
        f"credits: [{{role: tap dance}}]\n{SONG}",
        f"credits: [{{name: Souma}}]\n{SONG}",
    ),
    Entry(
        "wrong-kind",
        "A list, a group of keys or a single value stands where another of them belongs.",
        "A dash or an indentation too many or too few is the usual cause.",
        f"title: [A]\n{SONG}",
        f"title: A\n{SONG}",
    ),
    Entry(
        "bad-edition",
        "The manifest is of an edition that this program does not read.",
        "A newer edition may mean something else by the same words.",
        f"visualalbum: 9\n{SONG}",
        f"visualalbum: 1\n{SONG}",
    ),
    Entry(
        "bad-number",
        "What should be a number is none, or is out of its bounds.",
        "A tempo of 1500 is a slip; bars counted by it would be everywhere but where they are meant.",
        "tracks: [{audio: a.flac, tempo: {bpm: fast}}]",
        "tracks: [{audio: a.flac, tempo: {bpm: 150}}]",
    ),
    Entry(
        "bad-flag",
        "What should be true or false is neither.",
        "yes, no, on and off mean different things to different readers of YAML.",
        "tracks: [{audio: a.flac, live: yes}]",
        "tracks: [{audio: a.flac, live: true}]",
    ),
    Entry(
        "bad-time",
        "What should be a time is none.",
        "1:75 may be 1:15 or 2:15: a cut in the wrong place is seen by everybody.",
        SEGMENT % "in: 1:75",
        SEGMENT % "in: 1:15",
    ),
    Entry(
        "bad-length",
        "A place stands where a length belongs.",
        "How long a bar or a frame lasts depends on a song or a film, and here is neither.",
        "tracks: [{audio: a.flac, stills: [{image: s.png, for: bar 2}]}]",
        "tracks: [{audio: a.flac, stills: [{image: s.png, for: 2 s}]}]",
    ),
    Entry(
        "bars-in-film",
        "A place in a film is written in bars.",
        "Bars are the song's. A film may be cut to several songs, or to none.",
        SEGMENT % "in: bar 3",
        SEGMENT % "in: 0:03",
    ),
    Entry(
        "bad-level",
        "What should be a level is none, or is louder than +12 dB.",
        "18 dB where -18 dB was meant would be eight times as loud instead of an eighth.",
        SEGMENT % "sound: 18 dB",
        SEGMENT % "sound: -18 dB",
    ),
    Entry(
        "bad-join",
        "A segment comes in by neither a cut nor a dissolve with its length.",
        "These are the two joins there are; a dissolve without a length has none that could be guessed.",
        SEGMENT % "join: dissolve",
        SEGMENT % "join: dissolve 0.8",
    ),
    Entry(
        "bad-fit",
        "A picture is to fill the stage in a way that there is not.",
        "contain shows all of it, cover fills the stage, inset lays it over what is there.",
        SEGMENT % "fit: stretch",
        SEGMENT % "fit: cover",
    ),
    Entry(
        "bad-path",
        "A path is empty, has a line end in it, or is an address on the web.",
        "An album plays without a network, and what it plays lies beside it.",
        f"cover: https://example.org/cover.png\n{SONG}",
        f"cover: cover.png\n{SONG}",
    ),
    Entry(
        "bad-id",
        "An id has spaces or signs in it that would be taken for something else.",
        "Ids are written in programmes and on the command line: --track locker-room.",
        'tracks: [{id: "a b", audio: a.flac}]',
        "tracks: [{id: a-b, audio: a.flac}]",
    ),
    Entry(
        "bad-isrc",
        "A recording code is not of the form that ISRCs have.",
        "A code that is a letter short names no recording, or another one.",
        "tracks: [{audio: a.flac, isrc: JPX0124}]",
        "tracks: [{audio: a.flac, isrc: JPX012400001}]",
    ),
    Entry(
        "bad-language",
        "A language is not written as a tag of BCP 47.",
        "Fonts, hyphens and voices are chosen by the tag: ja, en, zh-Hant-TW.",
        f"languages: [japanese]\n{SONG}",
        f"languages: [ja]\n{SONG}",
    ),
    Entry(
        "bad-date",
        "A date is not a year, a month or a day as ISO 8601 writes them.",
        "6/7/2024 is June in one country and July in the next.",
        f"released: 6/7/2024\n{SONG}",
        f"released: 2024-06-07\n{SONG}",
    ),
    Entry(
        "bad-show-time",
        "A screening lacks its date, its time or its zone.",
        "Half past seven is another moment in each country, and twice a year not even that is sure.",
        f"screenings: [{{at: 2026-12-01 19:30}}]\n{SONG}",
        f"screenings: [{{at: 2026-12-01 19:30 Asia/Tokyo}}]\n{SONG}",
    ),
    Entry(
        "bad-programme",
        "An item of the programme is none or several of leader, interval, track and film.",
        "What plays next has to be one thing.",
        f"programme: [{{leader: 8 s, track: a}}]\n{SONG}",
        f"programme: [leader 8 s, a]\n{SONG}",
    ),
)
