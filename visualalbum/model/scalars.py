"""What a single value of a manifest can be: every one is read from the text its author typed, with one sentence."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Annotated, Any, Literal, TypeVar

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from visualalbum import timecode
from visualalbum.fit import Fit
from visualalbum.model.written import LANGUAGE, LEVEL, NUMBER, SHOW_TIME, anything, choice, day, number, text, times
from visualalbum.said import Said, say
from visualalbum.timecode import BeatTime, ClockTime, FrameTime, Time, shown

Value = TypeVar("Value")


def refusal(rule: str, sentence: Said, remedy: Said) -> PydanticCustomError:
    """An error in this project's words, for a validator to raise: rule id, sentence, remedy."""
    return PydanticCustomError(rule, "{sentence}", {"sentence": sentence, "remedy": remedy})


def scalar(read: Callable[[str], Value]) -> PlainValidator:
    """Make a validator of a function of text; a list or a group of keys in a scalar's place gets its own sentence."""

    def check(value: Any) -> Value:
        if not isinstance(value, str):
            sentence = say("a single value belongs here, and this is {kind}", kind=_kind(value))
            raise refusal("wrong-kind", sentence, say("write it on one line"))
        return read(value)

    return PlainValidator(check)


def _kind(value: Any) -> Said:
    if isinstance(value, list):
        return say("a list")
    return say("a group of keys") if isinstance(value, dict) else say("nothing")


def _number(low: int, high: int) -> Callable[[str], Fraction]:
    def read(text: str) -> Fraction:
        if re.fullmatch(NUMBER, text, re.ASCII) and low <= Fraction(text) <= high:
            return Fraction(text)
        sentence = say("{text} is not a number from {low} to {high}", text=shown(text), low=low, high=high)
        raise refusal("bad-number", sentence, say("write it in digits"))

    return read


def _whole(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if re.fullmatch(r"\d{1,9}", text, re.ASCII) and low <= int(text) <= high:
            return int(text)
        sentence = say("{text} is not a whole number from {low} to {high}", text=shown(text), low=low, high=high)
        raise refusal("bad-number", sentence, say("write it in digits"))

    return read


def _flag(text: str) -> bool:
    if text in ("true", "false"):
        return text == "true"
    raise refusal("bad-flag", say("{text} is neither true nor false", text=shown(text)), say("write true or false"))


def _time(text: str) -> Time:
    try:
        return timecode.parse(text)
    except timecode.TimeError as error:
        raise refusal("bad-time", error.sentence, error.remedy) from error


def _duration(text: str) -> ClockTime:
    time = _time(text)
    if isinstance(time, ClockTime):
        return time
    raise refusal(
        "bad-length",
        say("{text} is a place, and a length belongs here", text=shown(text)),
        say("write seconds, M:SS or 2 min"),
    )


def _film_time(text: str) -> ClockTime | FrameTime:
    time = _time(text)
    if isinstance(time, BeatTime):
        raise refusal(
            "bars-in-film",
            say("{text} counts the song's bars, and this is a place in a film", text=shown(text)),
            say("write M:SS"),
        )
    return time


def _track_time(text: str) -> Time | Literal["go"]:
    return "go" if text == "go" else _time(text)


_LOUDEST_DB = 12.0  # four times the amplitude; a larger figure is a slip of the pen


def _level(text: str) -> float:
    if text == "off":
        return float("-inf")
    if text == "on":
        return 0.0
    found = re.fullmatch(LEVEL, text, re.ASCII)
    if found and float(found[1]) <= _LOUDEST_DB:
        return float(found[1])
    raise refusal(
        "bad-level", say("{text} is not a level", text=shown(text)), say("write -18 dB (up to +12 dB), on or off")
    )


def _file(text: str) -> str:
    if not text.strip():
        raise refusal(
            "bad-path", say("a file's path is empty"), say("write its path, counted from the manifest's folder")
        )
    if any(end in text for end in "\n\r\t"):
        raise refusal(
            "bad-path", say("{text} has a line end or a tab in it", text=shown(text)), say("write it on one line")
        )
    if "://" in text:
        raise refusal(
            "bad-path",
            say("{text} is an address, and a file belongs here", text=shown(text)),
            say("save it beside the manifest"),
        )
    return text


def _id(text: str) -> str:
    if re.fullmatch(r"[^\W_][\w.-]{0,99}", text):
        return text
    raise refusal(
        "bad-id",
        say("{text} cannot be an id", text=shown(text)),
        say("write letters, digits, - _ and . without spaces"),
    )


def _isrc(text: str) -> str:
    bare = text.replace("-", "").upper()
    if re.fullmatch(r"[A-Z]{2}[A-Z0-9]{3}\d{7}", bare, re.ASCII):
        return bare
    raise refusal("bad-isrc", say("{text} is not an ISRC", text=shown(text)), say("write it like JPX012400001"))


def _language(text: str) -> str:
    if re.fullmatch(LANGUAGE, text, re.ASCII):
        return text
    raise refusal(
        "bad-language", say("{text} is not a language tag", text=shown(text)), say("write it like ja, en or ja-Latn")
    )


def _day(text: str) -> str:
    """A year, a month or a day as ISO 8601 writes them."""
    try:
        if re.fullmatch(r"\d{4}(-\d\d){0,2}", text, re.ASCII):
            date.fromisoformat((text + "-01-01")[:10])
            return text
    except ValueError:
        pass
    raise refusal("bad-date", say("{text} is not a date", text=shown(text)), say("write 2024, 2024-06 or 2024-06-28"))


@dataclass(frozen=True)
class ShowTime:
    """A wall-clock time with the zone it is meant in, an IANA name such as Asia/Tokyo."""

    local: datetime
    zone: str


def _show_time(text: str) -> ShowTime:
    found = re.fullmatch(SHOW_TIME, text, re.ASCII)
    try:
        if found:
            return ShowTime(datetime.fromisoformat(f"{found[1]}T{found[2]}"), found[3])
    except ValueError:
        pass
    sentence = say("{text} is not a date, a time and a zone", text=shown(text))
    raise refusal("bad-show-time", sentence, say("write it like 2026-12-01 19:30 Asia/Tokyo"))


def _fit(text: str) -> Fit:
    if text in tuple(Fit):
        return Fit(text)
    raise refusal(
        "bad-fit", say("{text} is not a way to fit a picture", text=shown(text)), say("write contain, cover or inset")
    )


@dataclass(frozen=True)
class Join:
    """How a segment comes in: a cut, or a dissolve of some length that ends fully changed at `at + dissolve`."""

    dissolve: ClockTime | None = None


def _join(text: str) -> Join:
    if text == "cut":
        return Join()
    word, _, length = text.partition(" ")
    if word == "dissolve" and length.strip():
        return Join(_duration(length.strip()))
    raise refusal(
        "bad-join",
        say("{text} is not a join", text=shown(text)),
        say("write cut, or dissolve and its length: dissolve 0.8"),
    )


def _edition(text: str) -> int:
    if text == "1":
        return 1
    newer = say("it may be newer than this program, or a slip")
    raise refusal("bad-edition", say("this program reads visualalbum: 1, and this is {text}", text=shown(text)), newer)


Text = Annotated[str, scalar(str), anything()]
Number = Annotated[int, scalar(_whole(1, 9999)), number(1, 9999, whole=True)]
Beats = Annotated[int, scalar(_whole(1, 64)), number(1, 64, whole=True)]
Bpm = Annotated[Fraction, scalar(_number(10, 1000)), number(10, 1000)]
Flag = Annotated[bool, scalar(_flag), choice(True, False, "true", "false")]
Duration = Annotated[ClockTime, scalar(_duration), times(timecode.CLOCK_SPELLINGS)]
FilmTime = Annotated[ClockTime | FrameTime, scalar(_film_time), times(timecode.FILM_SPELLINGS)]
TrackTime = Annotated[Time | Literal["go"], scalar(_track_time), times((*timecode.SPELLINGS, "go"))]
Level = Annotated[float, scalar(_level), text(f"{LEVEL}|on|off")]
File = Annotated[str, scalar(_file), anything()]
Id = Annotated[str, scalar(_id), anything()]
Isrc = Annotated[str, scalar(_isrc), text(r"[A-Za-z]{2}[A-Za-z0-9-]*")]
Language = Annotated[str, scalar(_language), text(LANGUAGE)]
Day = Annotated[str, scalar(_day), day()]
Show = Annotated[ShowTime, scalar(_show_time), text(SHOW_TIME)]
FitWord = Annotated[Fit, scalar(_fit), choice(*Fit)]
JoinWord = Annotated[Join, scalar(_join), text(r"cut|dissolve\s+.+")]
Edition = Annotated[int, scalar(_edition), choice(1, "1")]
