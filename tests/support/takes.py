"""Second takes: a test of a recording that fails is tried once more on a new one, for the machine may have been busy.

They also run alone, after all others.
A fault of the program is on both takes; how often there is one at all, `packaging/measure` tells.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Generic, TypeVar

import pytest

Recorded = TypeVar("Recorded")
RECORDED = [pytest.mark.alone, pytest.mark.flaky(reruns=1)]
"""What a module of such tests has as its `pytestmark`."""


class Takes(Generic[Recorded]):
    """Recordings of the same play, each made when a test first asks for it."""

    def __init__(self, record: Callable[[int], Recorded]) -> None:
        """`record` gets the number of the take, from 1."""
        self._take = cache(record)

    def for_test(self, request: pytest.FixtureRequest) -> Recorded:
        """The first one; where the test has failed on that already, the second."""
        return self._take(request.node.execution_count)
