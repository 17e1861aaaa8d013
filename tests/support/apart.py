"""A thread of its own for work that leaves its mark on the thread it runs in."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import wraps
from typing import ParamSpec, TypeVar

Words = ParamSpec("Words")
Made = TypeVar("Made")


def apart(work: Callable[Words, Made]) -> Callable[Words, Made]:
    """Do each call's work in a new thread, which then ends.

    SVT-AV1 gives the thread that encodes the highest real-time priority, where it may; every thread and process that
    is begun from there has it too, and a player and a sound server that both do are no longer what is measured.
    """

    @wraps(work)
    def run(*args: Words.args, **named: Words.kwargs) -> Made:
        with ThreadPoolExecutor(1) as own:
            return own.submit(work, *args, **named).result()

    return run
