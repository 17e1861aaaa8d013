"""Edits of a manifest as splices of its text: every line that an edit is not about stays as it is."""

from visualalbum.manifest.edit.edited import Edited, Refused, add, move, remove, set_value

__all__ = ["Edited", "Refused", "add", "move", "remove", "set_value"]
