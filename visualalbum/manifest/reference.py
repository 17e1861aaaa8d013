"""The reference page of the manifest language, as Markdown: every part with its keys, made from the models."""

from __future__ import annotations

import json
from collections.abc import Iterator

from visualalbum.manifest.vocabulary import Key, keys, parts
from visualalbum.model.part import Part

INTRODUCTION = """\
# The manifest

A manifest is a YAML text, `NAME.visualalbum.yaml`, beside its media. This page is made from the program's own models
(`visualalbum schema --markdown`): what stands here is what it reads. `visualalbum check` tells what is wrong with a
manifest, with its place and a remedy.

Every value is read as it is typed: `1:30` is a minute and a half and `no` is a word. Paths count from the manifest's
folder. A key that is not listed here is an error; one without a value is as if it were left out.

A line that ends with `# visualalbum: ignore RULE` is not told of for that rule, the word before the sentence.

To have keys completed and explained while typing, in an editor with a YAML server, begin the manifest with

```yaml
# yaml-language-server: $schema=visualalbum.schema.json
```

and put `visualalbum schema > visualalbum.schema.json` beside it.

## Times

| spelling | what it is |
|---|---|
| `7.36` | seconds |
| `1:02.5`, `1:01:02.5` | minutes or hours, minutes, and seconds |
| `250 ms`, `8 s`, `2 min` | a number with its unit |
| `00:01:10:12` | hours, minutes, seconds and frames, in the film's own rate |
| `00:01:10;12` | the same in drop-frame, for films of 29.97 and 59.94 frames a second |
| `bar 17`, `bar 17 beat 2.5` | a place in the song's bars, where the track has a `tempo` |

Frames belong to places in a film, bars to places on a song. A length is written in seconds, minutes or with a unit.
"""


def reference() -> str:
    """The whole page."""
    return INTRODUCTION + "".join("\n" + "\n".join(_section(part)) + "\n" for part in parts())


def _section(part: type[Part]) -> Iterator[str]:
    yield f"## {_title(part)}"
    yield ""
    yield " ".join(str(part.__doc__).split())
    if part.short:
        yield f"A single value in its place is its `{part.short}`."
    yield ""
    yield "| key | what it is | left out |"
    yield "|---|---|---|"
    for key in keys(part):
        yield f"| {_name(key)} | {_told(key)} | {_default(key)} |"


def _title(part: type[Part]) -> str:
    return str(part.called)[0].upper() + str(part.called)[1:]


def _name(key: Key) -> str:
    return f"**`{key.name}`**" if key.required else f"`{key.name}`"


def _told(key: Key) -> str:
    links = ", ".join(f"[{part.called}](#{_anchor(part)})" for part in key.parts)
    return f"{key.told} See {links}." if links else key.told


def _anchor(part: type[Part]) -> str:
    return _title(part).lower().replace(" ", "-")


def _default(key: Key) -> str:
    if key.required:
        return "an error"
    return f"`{json.dumps(key.default).strip(chr(34))}`" if key.default not in (None, "", [], {}) else ""
