"""Rules of the texts beside a manifest: words, captions, essays, and any file that people write."""

from __future__ import annotations

from visualalbum.manifest.catalogue.entry import Entry

TT = '<tt xmlns="http://www.w3.org/ns/ttml"><body>'
END = "</body></tt>"

ENTRIES = (
    Entry(
        "no-lines",
        "A file of words has no line with a time.",
        "Nothing of it would ever be shown, and the file looks as if it were meant to be.",
        "Should old acquaintance be forgot",
        "[00:12.00]Should old acquaintance be forgot",
        "words.lrc",
    ),
    Entry(
        "no-line-time",
        "A line of words has no time.",
        "When it is sung cannot be told, so that it is not shown.",
        "[00:12.00]Should old acquaintance\nbe forgot",
        "[00:12.00]Should old acquaintance\n[00:14.50]be forgot",
        "words.lrc",
    ),
    Entry(
        "word-order",
        "A word of a line starts before the one in front of it.",
        "Marks would jump back. It starts with the one in front of it, which is wrong by as much.",
        "[00:12.00]<00:12.00>Should <00:11.00>old",
        "[00:12.00]<00:12.00>Should <00:12.40>old",
        "words.lrc",
    ),
    Entry(
        "bad-offset",
        "The offset of LRC words is no whole number of milliseconds.",
        "Every line would be off by what was meant. A plus brings them forward, as most players have it.",
        "[offset:half a second]\n[00:12.00]Should",
        "[offset:+500]\n[00:12.00]Should",
        "words.lrc",
    ),
    Entry(
        "not-ttml",
        "A file called .ttml is XML, but not TTML.",
        "Words are looked for in a tt element; in another document there are none.",
        "<html/>",
        f'{TT}<p begin="12s">Should</p>{END}',
        "words.ttml",
    ),
    Entry(
        "not-xml",
        "A TTML file is not XML from some place on.",
        "What comes after that place cannot be told from marks; a lone & or < is the usual cause.",
        f'{TT}<p begin="12s">you & I</p>{END}',
        f'{TT}<p begin="12s">you &amp; I</p>{END}',
        "words.ttml",
    ),
    Entry(
        "entity",
        "A TTML file declares an entity.",
        "Entities can grow a small file to one that fills the memory, or fetch others; words need none.",
        f'<!DOCTYPE tt [<!ENTITY a "b">]>{TT}<p begin="12s">Should</p>{END}',
        f'{TT}<p begin="12s">Should</p>{END}',
        "words.ttml",
    ),
    Entry(
        "end-before-begin",
        "Something of a TTML file ends before it begins.",
        "It would never be on. It is shown from its beginning, for as long as nothing follows.",
        f'{TT}<p begin="12s" end="2s">Should</p>{END}',
        f'{TT}<p begin="12s" end="14s">Should</p>{END}',
        "words.ttml",
    ),
    Entry(
        "bad-rate",
        "A rate of a TTML file is no whole number from 1 on.",
        "Its times in frames or ticks would mean nothing; 30 frames or 1 tick a second are taken.",
        '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="film">'
        f'<body><p begin="12s">Should</p>{END}',
        '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="24">'
        f'<body><p begin="12s">Should</p>{END}',
        "words.ttml",
    ),
    Entry(
        "too-many-elements",
        "A TTML file has more than 200,000 elements.",
        "With one for each word an opera has some ten thousand; more was made to fill the memory.",
    ),
    Entry(
        "not-captions",
        "A file of captions cannot be read as what its ending says.",
        "Its lines are counted on to have a certain form, and these have another.",
    ),
    Entry(
        "bad-moment",
        "The moment of a paragraph is no time.",
        "A click on the paragraph could lead nowhere, and the song would not find it.",
        "He came early that day. {t=soon}",
        "He came early that day. {t=0:42}",
        "essay.md",
    ),
    Entry(
        "not-found",
        "A file that is asked for is not there.",
        "Its name, its folder or the drive it is on has changed.",
    ),
    Entry(
        "folder",
        "A folder is named where a file belongs.",
        "Which file in it was meant cannot be told.",
    ),
    Entry(
        "not-a-file",
        "A device or a pipe is named where a file belongs.",
        "Opening one could wait for ever.",
    ),
    Entry(
        "no-permission",
        "A file or its folder may not be read by whoever runs the program.",
        "It may be another person's, or on a drive that only some may read.",
    ),
    Entry(
        "unreadable",
        "A file cannot be read to its end.",
        "The disk or the network gave up; a copy from another place may be whole.",
    ),
)
