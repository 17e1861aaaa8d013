"""What PyYAML and libyaml complain about, in this project's words; none of theirs reaches a person."""

from __future__ import annotations

from yaml import MarkedYAMLError, YAMLError

from visualalbum.problems import Place, Problem, Severity
from visualalbum.textfile import place_of
from visualalbum.timecode import shown

_QUOTES = "put the text in quotes"
_INDENT = "indent it like the lines it belongs to"
_ESCAPE = "write two backslashes, or single quotes"
_TAG = "take the ! and what follows it away, or put the text in quotes"
# A piece of the parser's complaint (libyaml and PyYAML word some differently), our sentence, our remedy.
_SENTENCES = (
    ("cannot start any token", "no value can start with this character", _QUOTES),
    ("mapping values are not allowed", "a second colon makes another key of this line", f"{_QUOTES}, or {_INDENT}"),
    ("could not find expected ':'", "this key has no colon after it", f"write KEY: VALUE, or {_INDENT}"),
    ("entries are not allowed", "an item of a list cannot start here", "start a new line for it"),
    ("end of stream", "this quote is never closed", "close it"),
    ("unexpected document", "this quote is never closed", "close it before the line of dashes or dots"),
    ("unknown escape", "a backslash in double quotes stands before a letter that means nothing", _ESCAPE),
    ("decimal number", "a backslash in double quotes starts the number of a character, and it is incomplete", _ESCAPE),
    ("character escape code", "a backslash in double quotes gives a number that is no character", _ESCAPE),
    ("',' or ']'", "this list in brackets is never closed, or lacks a comma", "look for the missing ] or comma"),
    ("',' or '}'", "this group in braces is never closed, or lacks a comma", "look for the missing } or comma"),
    ("expected key", "this line does not fit what is around it", _INDENT),
    ("expected '-'", "this line does not fit the list around it", f"start it with a dash, or {_INDENT}"),
    ("<block end>", "this line does not fit what is around it", _INDENT),
    ("node content", "a value is missing here", f"write one, or {_QUOTES}"),
    ("<document start>", "the text goes on after its end", _INDENT),
    ("tab character", "a tab stands where spaces indent", "indent with spaces"),
    ("tag", "this tag cannot be read", _TAG),
    ("alphabetic or numeric", "the anchor or alias here has no proper name", f"{_QUOTES} if it starts with & or *"),
    ("directive", "this line starting with % is not understood", f"{_QUOTES}, or take the line away"),
    ("incompatible YAML", "this edition of YAML is not known", "take the %YAML line away"),
    ("chomping", "something follows | or > on its line", "start the text on the next line"),
    ("indentation indicator", "the indentation number after | or > is wrong", "take it away"),
    ("comment or line break", "something follows | or > on its line", "start the text on the next line"),
    ("flow level", "brackets are nested too deeply", "a manifest needs no more than a few levels"),
)
_OTHER = (
    "the text cannot be read from here on",
    "look for a missing quote, colon or bracket, or for wrong indentation",
)
_UNCLOSED = ("this bracket or brace is never closed", "close it")
_UNFINISHED = ("end of stream", "unexpected document", "',' or", "expected ':'")


def problem_of(error: YAMLError, text: str, file: str, opened: Place | None) -> Problem:
    """The one problem for a parser's complaint, at the place where the author should look.

    `opened` is where the innermost list or group starts that is not closed yet.
    """
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Problem(Place(file), Severity.ERROR, "yaml", *_OTHER)
    complaint = error.problem or ""
    sentence, remedy = next(((ours, cure) for piece, ours, cure in _SENTENCES if piece in complaint), _OTHER)
    mark = error.problem_mark
    if "node content" in complaint and mark.index >= len(text) and opened:
        return Problem(opened, Severity.ERROR, "yaml", *_UNCLOSED)
    if error.context_mark is not None and any(piece in complaint for piece in _UNFINISHED):
        mark = error.context_mark  # where it was opened, not where the text ran out
    if "cannot start any token" in complaint and mark.index < len(text):
        if text[mark.index] == "\t":
            sentence, remedy = "a tab stands where spaces indent", "indent with spaces"
        else:
            sentence = f"no value can start with {shown(text[mark.index])}"
    # libyaml ends every text with a line of its own, which no editor shows.
    place = place_of(text, file) if mark.index >= len(text) else Place(file, mark.line + 1, mark.column + 1)
    return Problem(place, Severity.ERROR, "yaml", sentence, remedy)
