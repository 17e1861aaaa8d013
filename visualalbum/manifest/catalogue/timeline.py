"""Rules of times that can be judged once songs and films are known; here each of them lasts ten seconds."""

from __future__ import annotations

from visualalbum.manifest.catalogue.entry import Entry

FILM = "films: {f: film.mp4}\n"

ENTRIES = (
    Entry(
        "past-the-film",
        "An in- or out-point is past the end of its film.",
        "There is no picture. Here, as below, songs and films last ten seconds.",
        FILM + "tracks: [{audio: a.flac, segments: [{film: f, in: 4, out: 12}]}]",
        FILM + "tracks: [{audio: a.flac, segments: [{film: f, in: 4, out: 9}]}]",
    ),
    Entry(
        "past-the-track",
        "A segment or a still begins or ends after its track does.",
        "The next song has begun by then, and has pictures of its own.",
        FILM + "tracks: [{audio: a.flac, segments: [{film: f, in: 0, out: 5, at: 8}]}]",
        FILM + "tracks: [{audio: a.flac, segments: [{film: f, in: 0, out: 2, at: 8}]}]",
    ),
    Entry(
        "overlap",
        "A segment or a still begins before the one in front of it is over, by more than its dissolve.",
        "Two pictures in one place: which was meant to be seen cannot be told. The later one is.",
        FILM + "tracks: [{audio: a.flac, segments: [{film: f, in: 0, out: 5}, {film: f, in: 5, out: 8, at: 4}]}]",
        FILM + "tracks: [{audio: a.flac, segments: [{film: f, in: 0, out: 5}, {film: f, in: 5, out: 8, at: 5}]}]",
    ),
    Entry(
        "out-of-order",
        "A segment is placed before the one in front of it in the list.",
        "What follows from its neighbours, a place or an out-point left out, follows from the order of the list.",
        FILM
        + "tracks: [{audio: a.flac, segments: [{film: f, in: 0, out: 3, at: 6}, {film: f, in: 3, out: 5, at: 0}]}]",
        FILM
        + "tracks: [{audio: a.flac, segments: [{film: f, in: 3, out: 5, at: 0}, {film: f, in: 0, out: 3, at: 6}]}]",
    ),
    Entry(
        "fades-too-long",
        "The fades of a film's own sound last longer than its segment.",
        "It would be going down before it is up. It is heard without fades.",
        FILM + "tracks: [{audio: a.flac, segments: [{film: f, in: 0, out: 2, sound: {fade_in: 1.5, fade_out: 1}}]}]",
        FILM + "tracks: [{audio: a.flac, segments: [{film: f, in: 0, out: 2, sound: {fade_in: 1, fade_out: 1}}]}]",
    ),
)
