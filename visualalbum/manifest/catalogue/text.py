"""Rules of the text as YAML, whatever it says."""

from __future__ import annotations

from visualalbum.manifest.catalogue.entry import Entry

ENTRIES = (
    Entry(
        "yaml",
        "The text is not YAML from some place on.",
        "What comes after that place cannot be told from what was meant, so that reading stops there.",
        "tracks: [{audio: a.flac}",
        "tracks: [{audio: a.flac}]",
    ),
    Entry(
        "empty",
        "The file has nothing in it.",
        "An empty file is more often a save that failed than an album without anything.",
        " ",
        "tracks: [{audio: a.flac}]",
    ),
    Entry(
        "several-documents",
        "A line of three dashes starts a second document.",
        "A manifest is one album. What a second document is for cannot be guessed, and left out it would be lost.",
        "tracks: [{audio: a.flac}]\n---\ntitle: Another",
        "tracks: [{audio: a.flac}]\ntitle: One",
    ),
    Entry(
        "duplicate-key",
        "A key stands twice in one group.",
        "YAML would keep the last and drop the first without a word: half an hour's work, perhaps.",
        "title: One\ntitle: Two\ntracks: [{audio: a.flac}]",
        "title: One\ntracks: [{audio: a.flac}]",
    ),
    Entry(
        "no-value",
        "A key has no value.",
        "It does nothing, and looks as if something was to be filled in.",
        "title:\ntracks: [{audio: a.flac}]",
        "tracks: [{audio: a.flac}]",
    ),
    Entry(
        "bad-key",
        "A list or a group stands where a key belongs.",
        "Keys are words. A dash or a bracket too many is the usual cause.",
        "[a, b]: c\ntracks: [{audio: a.flac}]",
        "title: c\ntracks: [{audio: a.flac}]",
    ),
    Entry(
        "tag",
        "A value has a YAML tag.",
        "Every value is read as it is typed, and a tag would change what it means for some readers and not for others.",
        "title: !!binary aGk=\ntracks: [{audio: a.flac}]",
        "title: hi\ntracks: [{audio: a.flac}]",
    ),
    Entry(
        "alias",
        "An alias names an anchor that is not there, or one that it stands in itself.",
        "There is nothing to put in its place.",
        "cover: *front\ntracks: [{audio: a.flac}]",
        "cover: &front c.png\ntracks: [{audio: a.flac, still: *front}]",
    ),
    Entry(
        "merge",
        "What << takes in is no group of keys.",
        "Merging adds the keys of one group to another; a single value has none.",
        "tracks: [{<<: a.flac, audio: a.flac}]",
        "tracks: [&first {audio: a.flac}, {<<: *first, id: again}]",
    ),
    Entry(
        "control-character",
        "A character that cannot be seen stands in the text, or an escape makes one.",
        "It would be shown to an audience, or change what a terminal shows.",
        'title: "a\\x07"\ntracks: [{audio: a.flac}]',
        "title: a\ntracks: [{audio: a.flac}]",
    ),
    Entry(
        "encoding",
        "The file is not UTF-8.",
        "Guessing another encoding would turn names into nonsense without telling.",
    ),
    Entry(
        "too-large",
        "The file is larger than a manifest can be.",
        "A file that is no manifest would fill the memory before anything could be said about it.",
    ),
    Entry(
        "too-deep",
        "Lists and groups are nested deeper than any album needs.",
        "Such a text is damaged or made to do harm.",
        "title: " + "[" * 70 + "]" * 70,
        "title: a\ntracks: [{audio: a.flac}]",
    ),
    Entry(
        "too-many-values",
        "With all aliases written out there are more values than any album needs.",
        "A few lines of aliases of aliases can stand for billions of values.",
    ),
    Entry(
        "too-many-problems",
        "So much is wrong that reading stops.",
        "Nobody reads ten thousand sentences; the first ones tell what happened.",
    ),
)
