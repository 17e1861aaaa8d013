"""Text files that people write: size, encoding, and characters that no text editor leaves behind."""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path

from visualalbum.problems import Place, Problem, Severity
from visualalbum.said import Said, say

MAX_BYTES = 4 * 1024 * 1024  # some 130,000 lines of a manifest; an evening's programme has under 2,000

IMPOSSIBLE_NAME = say("its name cannot be")
"""Why a name with a NUL in it leads nowhere."""

# YAML 1.2 section 5.1 without the line ends of YAML 1.1 (NEL, LS, PS), which editors do not count as lines.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_NAMES = {
    "\0": say("a NUL byte"),
    "\x85": say("a line end of another kind (NEL)"),
    "\u2028": say("a line end of another kind (U+2028)"),
    "\u2029": say("a line end of another kind (U+2029)"),
    "\ufeff": say("a byte order mark in the middle of the text"),
}


class UnreadableError(Exception):
    """The text cannot be had; carries the one problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def refuse(place: Place, rule: str, sentence: Said, remedy: Said) -> UnreadableError:
    """An UnreadableError with its problem."""
    return UnreadableError(Problem(place, Severity.ERROR, rule, sentence, remedy))


def read_bytes(path: Path) -> bytes:
    """Read a file of at most MAX_BYTES; raises UnreadableError for anything else, and opens regular files only."""
    start = Place(str(path))
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise refuse(start, "folder", say("this is a folder, and a file belongs here"), say("name a file in it"))
        if not stat.S_ISREG(status.st_mode):  # opening a pipe could wait for ever
            sentence = say("this is a device or a pipe, and a file belongs here")
            raise refuse(start, "not-a-file", sentence, say("save it as one"))
        if status.st_size > MAX_BYTES:
            raise _too_large(start)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise refuse(start, "not-found", say("there is no such file"), say("look at its name and folder")) from error
    except PermissionError as error:
        raise refuse(
            start, "no-permission", say("this file may not be read"), say("give yourself the right to read it")
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        given = error.strerror if isinstance(error, OSError) else None
        sentence = say("this file cannot be read ({reason})", reason=given.lower() if given else IMPOSSIBLE_NAME)
        raise refuse(start, "unreadable", sentence, say("copy it anew")) from error
    if len(data) > MAX_BYTES:
        raise _too_large(start)
    return data


def decode(data: bytes, file: str) -> str:
    """Decode UTF-8 (with or without a byte order mark) or UTF-16 with one; raises UnreadableError."""
    if len(data) > MAX_BYTES:
        raise _too_large(Place(file))
    remedy = say("save it as UTF-8")
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise refuse(Place(file), "encoding", say("the text is written in UTF-32"), remedy)
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = "utf-16" if wide else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        place = place_of(data[: error.start].decode(encoding, "ignore"), file)
        name = "UTF-16" if wide else "UTF-8"
        sentence = say("the text is not {name} from here on (byte {byte})", name=name, byte=f"{data[error.start]:#04x}")
        raise refuse(place, "encoding", sentence, remedy) from error
    check_characters(text, file)
    return text


def encode_like(data: bytes, text: str) -> bytes:
    """Encode a text as some bytes that `decode` has taken are: in their encoding, with the mark they begin with."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return mark + text.encode(encoding)
    return (codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b"") + text.encode()


def check_characters(text: str, file: str) -> None:
    """Raise UnreadableError for the first control character, and tell how many there are."""
    found = _UNPRINTABLE.search(text)
    if found is None:
        return
    more = sum(1 for _ in _UNPRINTABLE.finditer(text, found.end()))
    what = _NAMES.get(found[0]) or say("a control character (U+{number})", number=f"{ord(found[0]):04X}")
    place = place_of(text[: found.start()], file)
    sentence = say("{what} stands in the text", what=what)
    if more:
        sentence = say("{what} stands in the text, and {more} more such characters", what=what, more=more)
    raise refuse(place, "control-character", sentence, say("delete it; if this is no text file, name another one"))


def place_of(before: str, file: str) -> Place:
    """The place that follows some text, as text editors count lines."""
    ends = list(_LINE_END.finditer(before))
    return Place(file, len(ends) + 1, len(before) - (ends[-1].end() if ends else 0) + 1)


def is_printable(text: str) -> bool:
    """Tell whether a value that escapes may have put together holds only characters that a text may."""
    return _UNPRINTABLE.search(text) is None


def _too_large(place: Place) -> UnreadableError:
    sentence = say("this file is larger than 4 MB, which no text of an album is")
    return refuse(place, "too-large", sentence, say("name another"))
