"""Other hands on the same commands, and what the desktop does for a player; each in a thread of its own."""
