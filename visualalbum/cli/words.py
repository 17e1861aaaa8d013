"""`visualalbum words convert`: lyrics and captions from one format into another, and what that leaves behind."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from visualalbum.problems import Problem
    from visualalbum.words import Lyrics

HELP = "convert lyrics and captions from one format into another"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    commands = parser.add_subparsers(dest="what", metavar="COMMAND", required=True)
    convert = commands.add_parser("convert", help=HELP, description=f"{HELP}; the endings of the files say which.")
    convert.add_argument(
        "given", type=Path, metavar="IN", help="LRC, TTML, SubRip, WebVTT, ASS; or a song, for its tags"
    )
    convert.add_argument("wanted", type=Path, metavar="OUT", help=".lrc, .elrc, .ttml, .srt, .vtt, .ass or .txt")
    convert.add_argument(
        "--language", metavar="TAG", help="write this translation (ja, en-GB) in the place of the text"
    )
    convert.add_argument("--force", action="store_true", help="write over a file that is there")


def run(args: argparse.Namespace) -> int:
    """Run the command; returns 1 where a problem was told or something is lost, 2 where nothing was written."""
    try:
        return _convert(args.given, args.wanted, args.language, force=args.force)
    except _Refused as refusal:
        print(f"visualalbum: {refusal}", file=sys.stderr)
        return 2


class _Refused(Exception):
    """Nothing is written: why, and what helps."""


def _convert(given: Path, wanted: Path, language: str | None, *, force: bool) -> int:
    from visualalbum.store.atomic import write_text
    from visualalbum.words.write import FORMATS, losses

    form = FORMATS.get(wanted.suffix.lower())
    if form is None:
        raise _Refused(f"{wanted} has no ending of a format of words; write one of {', '.join(FORMATS)}")
    if wanted.exists() and (not force or (given.exists() and wanted.samefile(given))):
        raise _Refused(
            f"{wanted} is there already; write another name{'' if force else ', or --force to write over it'}"
        )
    lyrics, problems = _read(given)
    for problem in problems:
        print(problem, file=sys.stderr)
    if lyrics is None or not lyrics.lines:
        raise _Refused(f"{given} holds no words with times{'; see above' if problems else ''}")
    if language is not None:
        lyrics = _chosen(lyrics, language, given)
    try:
        write_text(wanted, form.write(lyrics))
    except OSError as error:
        raise _Refused(f"{wanted} cannot be written: {error.strerror or error}; write another folder") from error
    print(f"{wanted}: {len(lyrics.lines)} lines as {form.name}")
    lost = losses(lyrics, form)
    for loss in lost:
        kept = f"; {', '.join(loss.kept_by)} would keep them" if loss.kept_by else ""
        print(f"left out: {loss.what} ({loss.number}){kept}")
    return 1 if problems or lost else 0


def _read(given: Path) -> tuple[Lyrics | None, list[Problem]]:
    """The words of a file, or those in a song's tags."""
    from visualalbum.media.tagged_words import tagged_words
    from visualalbum.textfile import UnreadableError, check_characters
    from visualalbum.words import load
    from visualalbum.words.load import READERS
    from visualalbum.words.tagged import of_pieces, of_text

    if given.suffix.lower() in READERS:
        return load(given)
    found = tagged_words(given)
    if found is None:
        endings = ", ".join(READERS)
        raise _Refused(f"{given} is no song with words in its tags, nor has it an ending of words ({endings})")
    try:
        check_characters("\n".join([found.text, *(piece for _, piece in found.pieces)]), str(given))
    except UnreadableError as refusal:
        return None, [refusal.problem]
    return (of_pieces(found.pieces), []) if found.pieces else of_text(found.text, str(given))


def _chosen(lyrics: Lyrics, language: str, given: Path) -> Lyrics:
    from visualalbum.words.write import in_language, languages

    there = languages(lyrics)
    if language.casefold() not in (tag.casefold() for tag in there):
        has = f"its translations are {', '.join(there)}" if there else "it has no translations"
        raise _Refused(f"{given} has nothing in {language}; {has}")
    return in_language(lyrics, language)
