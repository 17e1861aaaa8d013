"""The manifest: YAML text to nodes with places, nodes to the album, and everything that is wrong with it at once."""

from visualalbum.manifest.load import load, read_text
from visualalbum.manifest.loaded import Loaded

__all__ = ["Loaded", "load", "read_text"]
