"""The log: one format on stderr, warnings and above unless the environment asks for more."""

from __future__ import annotations

import logging
import os

LEVEL_VARIABLE = "VISUALALBUM_LOG"
"""Environment variable with the level: debug, info, warning, error or critical. Processes that we start inherit it."""

FORMAT = "%(asctime)s.%(msecs)03d %(levelname)-7s %(name)s: %(message)s"
TIME_FORMAT = "%H:%M:%S"


def set_up() -> None:
    """Send the log to stderr, once a process; an unknown level is answered with a warning and means `warning`."""
    wanted = os.environ.get(LEVEL_VARIABLE, "").strip().upper() or "WARNING"
    known = wanted in logging.getLevelNamesMapping()
    logging.basicConfig(level=wanted if known else "WARNING", format=FORMAT, datefmt=TIME_FORMAT)
    if not known:
        logging.getLogger(__name__).warning(
            "%s=%s is no level; one of debug, info, warning, error, critical is", LEVEL_VARIABLE, wanted.lower()
        )
