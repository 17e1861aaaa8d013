"""Rules of the album: whether what it says holds together, and whether its files are there."""

from __future__ import annotations

from visualalbum.manifest.catalogue.entry import Entry
from visualalbum.manifest.catalogue.values import SEGMENT, SONG

ENTRIES = (
    Entry(
        "nothing-to-play",
        "The album has neither songs nor films.",
        "A window would open and stay dark.",
        "title: A",
        SONG,
    ),
    Entry(
        "silent-track",
        "A track has no song, no film, and is not live.",
        "It would last no time at all.",
        "tracks: [{audio: a.flac}, {title: B}]",
        "tracks: [{audio: a.flac}, {title: B, live: true}]",
    ),
    Entry(
        "duplicate-id",
        "Two things of one kind have one id.",
        "Whoever names it would get either.",
        "tracks: [{id: a, audio: a.flac}, {id: a, audio: b.flac}]",
        "tracks: [{id: a, audio: a.flac}, {id: b, audio: b.flac}]",
    ),
    Entry(
        "unknown-film",
        "A segment or a track names a film that is not in films.",
        "There is nothing to show. The nearest name is offered.",
        "films: {backstage: f.mp4}\ntracks: [{audio: a.flac, film: backstag}]",
        "films: {backstage: f.mp4}\ntracks: [{audio: a.flac, film: backstage}]",
    ),
    Entry(
        "unknown-track",
        "The programme names a track that there is not.",
        "The show would stop there. The nearest name is offered.",
        f"programme: [b]\n{SONG}",
        f"programme: [a]\n{SONG}",
    ),
    Entry(
        "out-before-in",
        "An out-point is not after its in-point.",
        "Such a stretch lasts no time; the two were exchanged, most often.",
        SEGMENT % "in: 1:02, out: 0:58",
        SEGMENT % "in: 0:58, out: 1:02",
    ),
    Entry(
        "too-short",
        "A segment or a still stays for less than a quarter of a second.",
        "Nobody sees what it is, and a film needs that long to be made ready.",
        SEGMENT % "in: 1.0, out: 1.1",
        SEGMENT % "in: 1.0, out: 1.5",
    ),
    Entry(
        "dissolve-too-long",
        "A dissolve is longer than the segment that comes in by it.",
        "It would end after the segment has.",
        SEGMENT % "in: 0, out: 2, join: dissolve 3",
        SEGMENT % "in: 0, out: 2, join: dissolve 1",
    ),
    Entry(
        "no-tempo",
        "A time counts bars, and its track has no tempo.",
        "Where bar 17 is follows from the beats a minute and the first beat.",
        SEGMENT % "at: bar 17",
        "films: {f: f.mp4}\ntracks: [{audio: a.flac, tempo: {bpm: 150}, segments: [{film: f, at: bar 17}]}]",
    ),
    Entry(
        "no-rate",
        "A still is placed by frames.",
        "A frame is a twenty-fourth of a second in one film and a thirtieth in the next, and a still is of none.",
        "tracks: [{audio: a.flac, stills: [{image: s.png, at: 00:00:01:12}]}]",
        "tracks: [{audio: a.flac, stills: [{image: s.png, at: 0:01.5}]}]",
    ),
    Entry(
        "absolute-path",
        "A path starts at the root of this machine's disks.",
        "On every other machine the file is elsewhere: the album could not be given away.",
        "tracks: [{audio: /srv/a.flac}]",
        SONG,
    ),
    Entry(
        "missing-file",
        "A file that the album names is not there.",
        "It is told before anybody plays it; a name with other capitals is offered, as other systems tell them apart.",
    ),
    Entry(
        "outside-bundle",
        "The manifest of a bundle names a file outside of it.",
        "A bundle has all that it plays, and no bundle may read the files of the machine it is opened on.",
    ),
)
