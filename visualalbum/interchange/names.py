"""Names in a bundle: those that lead out of it, or are another file or none on another system, are refused."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PureWindowsPath

from visualalbum.said import NOTHING, Said, say

DEVICE = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])[ .]*(\..*)?", re.IGNORECASE)
"""What Windows takes for a device in any folder, whatever follows the dot (Microsoft, "Naming Files")."""

LONGEST_PART, LONGEST = 255, 1000
"""Bytes: what file systems take for one name, and a quarter of Linux's longest path, since a folder comes before."""

JUNK = re.compile(r"(__MACOSX(/.*)?|(.*/)?(\.DS_Store|Thumbs\.db|desktop\.ini))", re.IGNORECASE)
"""What systems put into a zip that a person makes of a folder; nothing of it belongs to the album."""

UNSEEN = ("Cc", "Cs", "Zl", "Zp")
"""Unicode's categories of what would break the line that a name is told in."""

UTF_8 = 0x800
"""The flag of an entry whose name says that it is written in UTF-8."""


def written(name: str, flags: int) -> str:
    """A name as its author wrote it: macOS writes UTF-8 and does not say so, and then it was read as another code."""
    if not flags & UTF_8:
        try:
            return name.encode("cp437").decode("utf-8")
        except UnicodeError:
            return name
    return name


def wrong(name: str) -> Said:
    """What is wrong with the name of a file in a bundle, to follow it in a sentence; nothing where it is right."""
    parts = name.removesuffix("/").split("/")
    if "\\" in name:
        return say("has a backslash in it, which leads elsewhere on another system")
    if name.startswith("/") or PureWindowsPath(name).drive:
        return say("starts at the root of a disk, and so leads out of the bundle")
    if ".." in parts:
        return say("leads out of the bundle")
    if any(unicodedata.category(letter) in UNSEEN for letter in name):
        return say("has a control character or a line end in it")
    if any(part in ("", ".") or part.endswith((".", " ")) for part in parts):
        return say("has an empty part, or one that ends with a dot or a blank, which is another name on another system")
    if any(DEVICE.fullmatch(part) for part in parts):
        return say("is a device's name on Windows")
    if len(name.encode()) > LONGEST or any(len(part.encode()) > LONGEST_PART for part in parts):
        return say("is longer than a file's name can be")
    return NOTHING


def folded(name: str) -> str:
    """The same text for names that are one file where case, or the way accents are written, does not matter."""
    return unicodedata.normalize("NFC", name).casefold()
