"""`python -m visualalbum`."""

import sys

from visualalbum.cli import main

if __name__ == "__main__":
    sys.exit(main())
