"""Opening a text at a line: in the editor a person has chosen where it has a window, else in the desktop's own."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath

from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from visualalbum.interchange.shelf import bundle_of
from visualalbum.problems import Place
from visualalbum.reach import exists
from visualalbum.ui.tongue import mark, tr

GOTO = ("--goto", "{file}:{line}:{column}")
SUFFIXED = ("{file}:{line}:{column}",)
PLUS = ("+{line}:{column}", "{file}")
CURSOR = ("+call cursor({line},{column})", "{file}")
OPTIONS = ("--line", "{line}", "--column", "{column}", "{file}")

EDITORS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("code", "code-insiders", "codium", "vscodium", "code-oss", "cursor"), GOTO),
    **dict.fromkeys(("subl", "sublime_text", "zed", "zeditor"), SUFFIXED),
    **dict.fromkeys(("gedit", "gnome-text-editor", "emacs", "xemacs"), PLUS),
    **dict.fromkeys(("kate", "kwrite", "mousepad", "geany"), OPTIONS),
    **dict.fromkeys(("gvim", "mvim"), CURSOR),
    **dict.fromkeys(("pluma", "xed"), ("+{line}", "{file}")),
    "emacsclient": ("--no-wait", *PLUS),
    "notepad++": ("-n{line}", "-c{column}", "{file}"),
}
"""How editors with a window of their own are told of a place, by the name of the program."""

IN_A_TERMINAL = ("-nw", "-t", "-tty", "--no-window-system", "--tty")
"""Words that make a program of the table stay in the terminal it has not got here."""


def command(place: Place, env: Mapping[str, str]) -> list[str] | None:
    """The program and its words that open a place, by $VISUAL or $EDITOR; None where both are for a terminal."""
    for variable in ("VISUAL", "EDITOR"):
        try:
            words = shlex.split(env.get(variable, ""))
        except ValueError:  # a quotation mark that is not closed
            continue
        name = PurePath(words[0]).name.lower().removesuffix(".exe") if words else ""
        syntax = CURSOR if name == "vim" and "-g" in words[1:] else EDITORS.get(name)
        if syntax and not any(word in IN_A_TERMINAL for word in words[1:]):
            values = {"file": str(Path(place.file).absolute()), "line": place.line, "column": place.column}
            return [*words, *(word.format(**values) for word in syntax)]
    return None


def open_at(
    place: Place,
    env: Mapping[str, str] = os.environ,
    start: Callable[[str, list[str]], bool] = lambda program, words: QProcess.startDetached(program, words)[0],
    show: Callable[[QUrl], bool] = QDesktopServices.openUrl,
) -> str:
    """Open a place of a text in a program of its own, never through a shell; returns what went wrong, or ""."""
    file = Path(place.file).absolute()
    bundle = bundle_of(file)
    if bundle:
        sentence = mark("{bundle} is a bundle: unpack it with an archive program, and mend what is in it there.")
        return tr(sentence, bundle=bundle.name)
    if not exists(file):
        return tr("{file} is not there any more.", file=file)
    found = command(place, env)
    if found is not None and start(found[0], found[1:]):
        return ""
    if show(QUrl.fromLocalFile(str(file))):
        return ""
    if found:
        what = tr("{program} could not be started.", program=found[0])
    else:
        what = tr("No editor is set up for such files.")
    yourself = mark("Open {file} at line {line} yourself, or name a graphical editor in $VISUAL.")
    return f"{what} {tr(yourself, file=file, line=place.line)}"
