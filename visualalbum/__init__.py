"""A player for visual albums: songs and a film made together, played in sync."""

__version__ = "0.1.0"
