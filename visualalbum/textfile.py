"""Text files that people write: size, encoding, and characters that no text editor leaves behind."""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path

from visualalbum.problems import Place, Problem, Severity

MAX_BYTES = 4 * 1024 * 1024  # some 130,000 lines of a manifest; an evening's programme has under 2,000

# YAML 1.2 section 5.1 without the line ends of YAML 1.1 (NEL, LS, PS), which editors do not count as lines.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_NAMES = {
    "\0": "a NUL byte",
    "\x85": "a line end of another kind (NEL)",
    "\u2028": "a line end of another kind (U+2028)",
    "\u2029": "a line end of another kind (U+2029)",
    "\ufeff": "a byte order mark in the middle of the text",
}


class UnreadableError(Exception):
    """The text cannot be had; carries the one problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def refuse(place: Place, rule: str, sentence: str, remedy: str) -> UnreadableError:
    """An UnreadableError with its problem."""
    return UnreadableError(Problem(place, Severity.ERROR, rule, sentence, remedy))


def read_bytes(path: Path) -> bytes:
    """Read a file of at most MAX_BYTES; raises UnreadableError for anything else, and opens regular files only."""
    start = Place(str(path))
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise refuse(start, "folder", "this is a folder, and a file belongs here", "name a file in it")
        if not stat.S_ISREG(status.st_mode):  # opening a pipe could wait for ever
            raise refuse(start, "not-a-file", "this is a device or a pipe, and a file belongs here", "save it as one")
        if status.st_size > MAX_BYTES:
            raise _too_large(start)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise refuse(start, "not-found", "there is no such file", "look at its name and folder") from error
    except PermissionError as error:
        raise refuse(
            start, "no-permission", "this file may not be read", "give yourself the right to read it"
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "its name cannot be"
        raise refuse(start, "unreadable", f"this file cannot be read ({reason.lower()})", "copy it anew") from error
    if len(data) > MAX_BYTES:
        raise _too_large(start)
    return data


def decode(data: bytes, file: str) -> str:
    """Decode UTF-8 (with or without a byte order mark) or UTF-16 with one; raises UnreadableError."""
    if len(data) > MAX_BYTES:
        raise _too_large(Place(file))
    remedy = "save it as UTF-8"
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise refuse(Place(file), "encoding", "the text is written in UTF-32", remedy)
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = "utf-16" if wide else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        place = place_of(data[: error.start].decode(encoding, "ignore"), file)
        name = "UTF-16" if wide else "UTF-8"
        sentence = f"the text is not {name} from here on (byte {data[error.start]:#04x})"
        raise refuse(place, "encoding", sentence, remedy) from error
    check_characters(text, file)
    return text


def check_characters(text: str, file: str) -> None:
    """Raise UnreadableError for the first control character, and tell how many there are."""
    found = _UNPRINTABLE.search(text)
    if found is None:
        return
    more = sum(1 for _ in _UNPRINTABLE.finditer(text, found.end()))
    what = _NAMES.get(found[0], f"a control character (U+{ord(found[0]):04X})")
    place = place_of(text[: found.start()], file)
    sentence = f"{what} stands in the text" + (f", and {more} more such characters" if more else "")
    raise refuse(place, "control-character", sentence, "delete it; if this is no text file, name another one")


def place_of(before: str, file: str) -> Place:
    """The place that follows some text, as text editors count lines."""
    ends = list(_LINE_END.finditer(before))
    return Place(file, len(ends) + 1, len(before) - (ends[-1].end() if ends else 0) + 1)


def is_printable(text: str) -> bool:
    """Tell whether a value that escapes may have put together holds only characters that a text may."""
    return _UNPRINTABLE.search(text) is None


def _too_large(place: Place) -> UnreadableError:
    return refuse(place, "too-large", "this file is larger than 4 MB, which no text of an album is", "name another")
