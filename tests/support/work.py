"""Work for worker processes: it answers, fails, dies, hangs or waits. Imports little: every worker loads it."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any


def pid() -> int:
    return os.getpid()


def echo(value: Any) -> Any:
    return value


def divide(a: int, b: int) -> float:
    return a / b


def die() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def leave() -> None:
    os._exit(3)


def hang() -> None:
    threading.Event().wait(3600)


def note(path: Path, line: str) -> None:
    with path.open("a") as file:
        file.write(line)


def wait_for(path: Path) -> None:
    """Block until somebody opens a named pipe for writing."""
    path.open().close()


def tell_parts(path: Path, *, report: Callable[[float], None]) -> str:
    report(0.5)
    path.open().close()
    return "told"


class Odd(Exception):
    """Pickles, but cannot be made again from its arguments."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__("odd")


def raise_odd() -> None:
    raise Odd(1, 2)


def give_what_cannot_be_handed_over() -> Any:
    return lambda: None


class Poison:
    """Cannot be read by whoever gets it."""

    def __reduce__(self) -> Any:
        return divide, (1, 0)


def give_poison() -> Poison:
    return Poison()


def loaded(name: str) -> bool:
    return name in sys.modules


def unpack_slowly(folder: Path, bundle: Path, *, report: Callable[[float], None]) -> None:
    """Unpack a bundle onto a shelf, and hang in the middle of it."""
    from visualalbum.interchange.shelf import Shelf

    def tell_and_hang(part: float) -> None:
        report(part)
        hang()

    Shelf(folder).settle(bundle, tell_and_hang)
