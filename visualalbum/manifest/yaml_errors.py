"""What PyYAML and libyaml complain about, in this project's words; none of theirs reaches a person."""

from __future__ import annotations

from yaml import MarkedYAMLError, YAMLError

from visualalbum.problems import Place, Problem, Severity
from visualalbum.said import say
from visualalbum.textfile import place_of
from visualalbum.timecode import shown

_QUOTES = say("put the text in quotes")
_INDENT = say("indent it like the lines it belongs to")
_ESCAPE = say("write two backslashes, or single quotes")
_TAG = say("take the ! and what follows it away, or put the text in quotes")
_TAB = (say("a tab stands where spaces indent"), say("indent with spaces"))
# A piece of the parser's complaint (libyaml and PyYAML word some differently), our sentence, our remedy.
_SENTENCES = (
    ("cannot start any token", say("no value can start with this character"), _QUOTES),
    (
        "mapping values are not allowed",
        say("a second colon makes another key of this line"),
        say("put the text in quotes, or indent it like the lines it belongs to"),
    ),
    (
        "could not find expected ':'",
        say("this key has no colon after it"),
        say("write KEY: VALUE, or indent it like the lines it belongs to"),
    ),
    ("entries are not allowed", say("an item of a list cannot start here"), say("start a new line for it")),
    ("end of stream", say("this quote is never closed"), say("close it")),
    ("unexpected document", say("this quote is never closed"), say("close it before the line of dashes or dots")),
    ("unknown escape", say("a backslash in double quotes stands before a letter that means nothing"), _ESCAPE),
    (
        "decimal number",
        say("a backslash in double quotes starts the number of a character, and it is incomplete"),
        _ESCAPE,
    ),
    ("character escape code", say("a backslash in double quotes gives a number that is no character"), _ESCAPE),
    (
        "',' or ']'",
        say("this list in brackets is never closed, or lacks a comma"),
        say("look for the missing ] or comma"),
    ),
    (
        "',' or '}'",
        say("this group in braces is never closed, or lacks a comma"),
        say("look for the missing } or comma"),
    ),
    ("expected key", say("this line does not fit what is around it"), _INDENT),
    (
        "expected '-'",
        say("this line does not fit the list around it"),
        say("start it with a dash, or indent it like the lines it belongs to"),
    ),
    ("<block end>", say("this line does not fit what is around it"), _INDENT),
    ("node content", say("a value is missing here"), say("write one, or put the text in quotes")),
    ("<document start>", say("the text goes on after its end"), _INDENT),
    ("tab character", *_TAB),
    ("tag", say("this tag cannot be read"), _TAG),
    (
        "alphabetic or numeric",
        say("the anchor or alias here has no proper name"),
        say("put the text in quotes if it starts with & or *"),
    ),
    (
        "directive",
        say("this line starting with % is not understood"),
        say("put the text in quotes, or take the line away"),
    ),
    ("incompatible YAML", say("this edition of YAML is not known"), say("take the %YAML line away")),
    ("chomping", say("something follows | or > on its line"), say("start the text on the next line")),
    ("indentation indicator", say("the indentation number after | or > is wrong"), say("take it away")),
    ("comment or line break", say("something follows | or > on its line"), say("start the text on the next line")),
    ("flow level", say("brackets are nested too deeply"), say("a manifest needs no more than a few levels")),
)
_OTHER = (
    say("the text cannot be read from here on"),
    say("look for a missing quote, colon or bracket, or for wrong indentation"),
)
_UNCLOSED = (say("this bracket or brace is never closed"), say("close it"))
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
            sentence, remedy = _TAB
        else:
            sentence = say("no value can start with {text}", text=shown(text[mark.index]))
    # libyaml ends every text with a line of its own, which no editor shows.
    place = place_of(text, file) if mark.index >= len(text) else Place(file, mark.line + 1, mark.column + 1)
    return Problem(place, Severity.ERROR, "yaml", sentence, remedy)
