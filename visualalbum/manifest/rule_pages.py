"""The catalogue of rules as text: one rule on a terminal, all of them as a page."""

from __future__ import annotations

from pathlib import Path

from visualalbum.manifest.catalogue import CATALOGUE, Entry

KINDS = {"md": "markdown", "ttml": "xml"}
"""What a page calls a kind of text, where that is not the ending of its files."""

HEAD = "visualalbum: 1\n"

INTRODUCTION = """\
# The rules of a manifest

Made by `visualalbum rules --markdown`. `visualalbum check` writes a rule's word before its sentence, and
`visualalbum rules RULE` tells of one. A line that ends with `# visualalbum: ignore RULE` is not told of for that rule.

Media and bundles have rules of their own, whose sentences say all there is to say.
"""


def whole(text: str) -> str:
    """A manifest out of the lines of an entry."""
    return text if text.startswith("visualalbum:") or not text.strip() else HEAD + text


def told(entry: Entry) -> str:
    """An entry for a terminal."""
    parts = [f"{entry.rule}: {entry.what}", entry.why]
    for name, text in (("wrong", entry.bad), ("right", entry.good)):
        if text.strip():
            parts.append("\n".join([f"{name}:", *(f"    {line}" for line in text.splitlines())]))
    return "\n\n".join(parts)


def page() -> str:
    """All of them as Markdown."""
    return INTRODUCTION + "".join(map(_section, CATALOGUE.values()))


def _section(entry: Entry) -> str:
    text = f"\n## {entry.rule}\n\n{entry.what} {entry.why}\n"
    for name, lines in (("Wrong", entry.bad), ("Right", entry.good)):
        if lines.strip():
            kind = Path(entry.file).suffix[1:] or "yaml"
            text += f"\n{name}:\n\n```{KINDS.get(kind, kind)}\n{lines}\n```\n"
    return text
