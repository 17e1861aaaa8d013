"""Lets the tests of the demos' media ask the programs that made them."""

import sys
from pathlib import Path

MAKE = str(Path(__file__).parents[3] / "assets" / "make")
if MAKE not in sys.path:
    sys.path.append(MAKE)
