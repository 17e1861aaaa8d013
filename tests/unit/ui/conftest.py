"""Presenters say English plurals, which are in a file of Qt Linguist."""

from tests.support.speaking import tongue  # noqa: F401 - a fixture
