"""Second takes: a test of a recording that fails is tried once more, on a new one: the machine may have been busy."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Generic, TypeVar

import pytest

Recorded = TypeVar("Recorded")


class Takes(Generic[Recorded]):
    """Recordings of the same play, each made when a test first asks for it."""

    def __init__(self, record: Callable[[int], Recorded]) -> None:
        """`record` gets the number of the take, from 1."""
        self._take = cache(record)

    def for_test(self, request: pytest.FixtureRequest) -> Recorded:
        """The first one; where the test has failed on that already, the second."""
        return self._take(request.node.execution_count)
